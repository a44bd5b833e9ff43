#include "model/index.h"

#include <string.h>

struct vp_index {
  const vp_element **slots; /* open addressing, at most half full */
  size_t mask;
  size_t count;
  bool has_duplicates;
};

typedef struct scope {
  const vp_element *parent;
  const vp_field *field;
} scope;

static scope scope_of(const vp_element *element) {
  const vp_field *field = element->field;
  if (field != NULL && (field->flags & VP_FIELD_LOCAL) != 0) return (scope){element->parent, field};
  return (scope){NULL, NULL};
}

static uint64_t mix(uint64_t hash) {
  hash ^= hash >> 32;
  hash *= UINT64_C(0x9E3779B97F4A7C15);
  return hash ^ (hash >> 29);
}

/* FNV-1a, begun at a number that whoever wrote the plan cannot know, so that no ids can be made to
 * collide. */
static uint64_t hash_of(const vp_index *index, scope in, const char *id, size_t length) {
  uint64_t hash = UINT64_C(14695981039346656037) ^ mix((uint64_t)(uintptr_t)index);
  for (size_t i = 0; i < length; i++)
    hash = (hash ^ (unsigned char)id[i]) * UINT64_C(1099511628211);
  return mix(hash + (uint64_t)(uintptr_t)in.parent + (uint64_t)(uintptr_t)in.field);
}

static bool matches(const vp_element *element, scope in, const char *id, size_t length) {
  scope own = scope_of(element);
  return own.parent == in.parent && own.field == in.field &&
         strncmp(element->id, id, length) == 0 && element->id[length] == '\0';
}

/* The slot where the id stands or would stand. */
static const vp_element **slot_of(const vp_index *index, scope in, const char *id, size_t length) {
  size_t at = (size_t)hash_of(index, in, id, length) & index->mask;
  while (index->slots[at] != NULL && !matches(index->slots[at], in, id, length))
    at = (at + 1) & index->mask;
  return &index->slots[at];
}

static void count_id(const vp_element *element, void *user) {
  size_t *count = user;
  *count += element->id != NULL;
}

static void add(const vp_element *element, void *user) {
  if (element->id == NULL) return;
  vp_index *index = user;
  const vp_element **slot = slot_of(index, scope_of(element), element->id, strlen(element->id));
  index->count++;
  if (*slot == NULL)
    *slot = element;
  else
    index->has_duplicates = true;
}

vp_index *vp_index_new(vp_plan *plan) {
  size_t count = 0;
  vp_element_walk(&plan->base, count_id, &count);
  size_t size = 8;
  while (size < 2 * count) size *= 2;

  vp_index *index = vp_arena_alloc(&plan->arena, sizeof *index);
  if (index == NULL) return NULL;
  index->slots = vp_arena_array(&plan->arena, size, sizeof *index->slots);
  if (index->slots == NULL) return NULL;
  index->mask = size - 1;
  vp_element_walk(&plan->base, add, index);
  return index;
}

const vp_element *vp_index_find(const vp_index *index, const vp_element *parent,
                                const vp_field *field, const char *id, size_t length) {
  return *slot_of(index, (scope){parent, field}, id, length);
}

const vp_element *vp_index_first(const vp_index *index, const vp_element *element) {
  return *slot_of(index, scope_of(element), element->id, strlen(element->id));
}

size_t vp_index_count(const vp_index *index) { return index->count; }

bool vp_index_has_duplicates(const vp_index *index) { return index->has_duplicates; }
