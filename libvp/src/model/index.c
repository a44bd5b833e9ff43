#include "model/index.h"

#include <string.h>

enum { FEW = 16 }; /* observations, which are looked through as fast as they are looked up */

/* Open addressing, at most half full. */
typedef struct table {
  const vp_element **slots;
  size_t mask;
} table;

struct vp_index {
  table ids;
  table observations; /* of indicators that have many, by period */
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
  const table *ids = &index->ids;
  size_t at = (size_t)hash_of(index, in, id, length) & ids->mask;
  while (ids->slots[at] != NULL && !matches(ids->slots[at], in, id, length))
    at = (at + 1) & ids->mask;
  return &ids->slots[at];
}

static const vp_period *period_of(const vp_element *observation) {
  return &VP_AS(vp_observation, observation)->period;
}

/* The same for equal periods. */
static uint64_t hash_of_period(const vp_index *index, const vp_element *indicator,
                               vp_period period) {
  scope in = {indicator, NULL};
  if (vp_period_is_known(period) && period.kind != VP_PERIOD_SEASON) {
    const int parts[] = {period.first.year, period.first.month, period.first.day,
                         period.last.year,  period.last.month,  period.last.day};
    return hash_of(index, in, (const char *)parts, sizeof parts);
  }
  return hash_of(index, in, period.text, strlen(period.text));
}

static const vp_element **slot_of_period(const vp_index *index, const vp_element *indicator,
                                         vp_period period) {
  const table *all = &index->observations;
  size_t at = (size_t)hash_of_period(index, indicator, period) & all->mask;
  while (all->slots[at] != NULL && (all->slots[at]->parent != indicator ||
                                    !vp_period_equal(*period_of(all->slots[at]), period)))
    at = (at + 1) & all->mask;
  return &all->slots[at];
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

static bool has_many(const vp_indicator *indicator) { return indicator->observations.count > FEW; }

static void add_observations(vp_index *index, const vp_indicator *indicator) {
  for (size_t i = 0; i < indicator->observations.count; i++) {
    const vp_element *observation = indicator->observations.items[i];
    if (period_of(observation)->text == NULL) continue;
    const vp_element **slot = slot_of_period(index, &indicator->base, *period_of(observation));
    if (*slot == NULL) *slot = observation;
  }
}

static bool make_table(table *made, vp_arena *arena, size_t count) {
  size_t size = 8;
  while (size < 2 * count) size *= 2;
  made->slots = vp_arena_array(arena, size, sizeof *made->slots);
  made->mask = size - 1;
  return made->slots != NULL;
}

vp_index *vp_index_new(vp_plan *plan) {
  size_t count = 0, observations = 0;
  vp_element_walk(&plan->root.base, count_id, &count);
  for (size_t i = 0; i < plan->indicators.count; i++) {
    const vp_indicator *indicator = VP_ITEM(vp_indicator, plan->indicators, i);
    if (has_many(indicator)) observations += indicator->observations.count;
  }
  vp_index *index = vp_arena_alloc(&plan->root.arena, sizeof *index);
  if (index == NULL || !make_table(&index->ids, &plan->root.arena, count) ||
      !make_table(&index->observations, &plan->root.arena, observations))
    return NULL;
  vp_element_walk(&plan->root.base, add, index);
  for (size_t i = 0; i < plan->indicators.count; i++) {
    const vp_indicator *indicator = VP_ITEM(vp_indicator, plan->indicators, i);
    if (has_many(indicator)) add_observations(index, indicator);
  }
  return index;
}

const vp_element *vp_index_find(const vp_index *index, const vp_element *parent,
                                const vp_field *field, const char *id, size_t length) {
  return *slot_of(index, (scope){parent, field}, id, length);
}

const vp_element *vp_index_find_observation(const vp_index *index, const vp_indicator *indicator,
                                            const char *period) {
  vp_period wanted = vp_period_parse(period);
  const vp_elements *all = &indicator->observations;
  if (has_many(indicator)) return *slot_of_period(index, &indicator->base, wanted);
  for (size_t i = 0; i < all->count; i++)
    if (vp_period_equal(*period_of(all->items[i]), wanted)) return all->items[i];
  return NULL;
}

const vp_element *vp_index_first(const vp_index *index, const vp_element *element) {
  return *slot_of(index, scope_of(element), element->id, strlen(element->id));
}

size_t vp_index_count(const vp_index *index) { return index->count; }

bool vp_index_has_duplicates(const vp_index *index) { return index->has_duplicates; }
