/* The public view of elements: fields by name. */
#include <string.h>

#include "model/index.h"
#include "model/profile.h"

static const vp_field *find(const vp_element *element, const char *name) {
  return element != NULL ? vp_shape_field(element->shape, name, strlen(name)) : NULL;
}

static const vp_field *find_kind(const vp_element *element, const char *name, vp_field_kind kind) {
  const vp_field *field = find(element, name);
  return field != NULL && field->kind == kind ? field : NULL;
}

const char *vp_plan_language(const vp_plan *plan) {
  const char *language = NULL;
  for (const vp_profile *p = plan->profile; p != NULL && language == NULL; p = p->extended)
    language = vp_element_text(&p->root.base, "language", 0);
  if (language == NULL) language = vp_element_text(&plan->root.base, "language", 0);
  return language != NULL ? language : "sv";
}

const vp_context *vp_plan_context(const vp_plan *plan) { return plan->root.arena.context; }

const vp_element *vp_plan_root(const vp_plan *plan) { return &plan->root.base; }

typedef struct search {
  const char *id;
  const vp_element *element;
} search;

static void consider(const vp_element *element, void *user) {
  search *found = user;
  bool is_local = element->field != NULL && (element->field->flags & VP_FIELD_LOCAL) != 0;
  if (found->element == NULL && !is_local && element->id != NULL &&
      strcmp(element->id, found->id) == 0)
    found->element = element;
}

const vp_element *vp_plan_find(const vp_plan *plan, const char *id) {
  if (plan->index != NULL) return vp_index_find(plan->index, NULL, NULL, id, strlen(id));
  search found = {.id = id}; /* the plan is being changed */
  vp_element_walk(&plan->root.base, consider, &found);
  return found.element;
}

const char *vp_element_kind(const vp_element *element) {
  return element != NULL ? element->shape->name : NULL;
}

const char *vp_element_id(const vp_element *element) {
  return element != NULL ? element->id : NULL;
}

const vp_element *vp_element_parent(const vp_element *element) {
  return element != NULL ? element->parent : NULL;
}

size_t vp_element_count(const vp_element *element, const char *field) {
  const vp_field *found = find(element, field);
  return found != NULL ? vp_element_items(element, found) : 0;
}

const vp_element *vp_element_child(const vp_element *element, const char *field, size_t index) {
  const vp_field *found = find(element, field);
  return found != NULL ? vp_element_field_child(element, found, index) : NULL;
}

const char *vp_element_text(const vp_element *element, const char *field, size_t index) {
  const vp_field *found = find(element, field);
  return found != NULL ? vp_element_field_text(element, found, index) : NULL;
}

vp_quantity vp_element_quantity(const vp_element *element, const char *field, size_t index) {
  const vp_quantity missing = {.state = VP_QUANTITY_MISSING};
  const vp_field *found = find(element, field);
  if (found == NULL) return missing;
  const void *value = vp_element_value(element, found);
  if (found->kind == VP_FIELD_QUANTITY && index == 0) return *(const vp_quantity *)value;
  if (found->kind != VP_FIELD_QUANTITIES) return missing;
  const vp_quantities *list = value;
  return index < list->count ? list->items[index] : missing;
}

vp_period vp_element_period(const vp_element *element, const char *field) {
  const vp_field *found = find_kind(element, field, VP_FIELD_PERIOD);
  if (found != NULL) return *(const vp_period *)vp_element_value(element, found);
  return (vp_period){.kind = VP_PERIOD_MISSING};
}

bool vp_element_flag(const vp_element *element, const char *field) {
  const vp_field *found = find_kind(element, field, VP_FIELD_FLAG);
  return found != NULL && *(const bool *)vp_element_value(element, found);
}

bool vp_element_integer(int32_t *out, const vp_element *element, const char *field) {
  const vp_field *found = find_kind(element, field, VP_FIELD_INTEGER);
  const vp_integer *value = found != NULL ? vp_element_value(element, found) : NULL;
  if (value == NULL || !value->known) return false;
  *out = value->value;
  return true;
}
