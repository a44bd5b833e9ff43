#include <vp/build.h>

#include <string.h>

#include "base/utf8.h"
#include "model/id.h"
#include "model/index.h"
#include "model/place.h"
#include "model/plan.h"
#include "model/presence.h"
#include "model/value.h"

/* Elements are handed out as const; they all lie in the plan's own memory, which the plan's owner
 * may change. */
static vp_element *editable(const vp_element *element) { return (vp_element *)(uintptr_t)element; }

/* What was derived from the plan as it was holds no longer. */
static void touch(vp_plan *plan) {
  plan->index = NULL;
  plan->root.document = NULL;
}

static vp_status find_field(const vp_field **out, const vp_element *element, const char *name,
                            vp_error *error) {
  const vp_field *field = vp_shape_field(element->shape, name, strlen(name));
  if (field == NULL)
    return vp_fail(error, VP_ERROR_ARGUMENT, "the kind \"%s\" has no field \"%s\"",
                   element->shape->name, name);
  *out = field;
  return VP_OK;
}

static vp_status wrong_kind(const vp_field *field, const char *call, vp_error *error) {
  return vp_fail(error, VP_ERROR_ARGUMENT, "the field \"%s\" is not for %s", field->key, call);
}

static bool is_utf8(const char *text) {
  size_t left = strlen(text);
  for (size_t size; left > 0; text += size, left -= size) {
    size = vp_utf8_sequence(text, left);
    if (size == 0) return false;
  }
  return true;
}

static vp_status copy(vp_plan *plan, const char **out, const char *text, vp_error *error) {
  if (!is_utf8(text)) return vp_fail(error, VP_ERROR_ARGUMENT, "a text that is not UTF-8");
  const char *copied = vp_arena_copy(&plan->root.arena, text, strlen(text));
  if (copied == NULL) return vp_fail_memory(error);
  *out = copied;
  return VP_OK;
}

/* The items with room for one more; NULL when memory is out. The arena keeps the old array until
 * the plan is freed; doubling bounds what that costs. */
static void *grow(vp_plan *plan, void *items, size_t count, size_t *capacity, size_t size) {
  if (count < *capacity) return items;
  size_t larger = *capacity > 0 ? 2 * *capacity : 4;
  void *moved = vp_arena_array(&plan->root.arena, larger, size);
  if (moved == NULL) return NULL;
  if (count > 0) memcpy(moved, items, count * size);
  *capacity = larger;
  return moved;
}

#define GROW(plan, list) \
  grow(plan, (list)->items, (list)->count, &(list)->capacity, sizeof *(list)->items)

static vp_status bad_choice(const vp_field *field, const char *value, const char *hint,
                            vp_error *error) {
  if (hint != NULL)
    return vp_fail(error, VP_ERROR_ARGUMENT, "\"%s\" is no value of \"%s\": did you mean \"%s\"?",
                   value, field->key, hint);
  return vp_fail(error, VP_ERROR_ARGUMENT, "\"%s\" is no value of \"%s\"", value, field->key);
}

static vp_status parse_choice(uint8_t *out, const vp_field *field, const char *value,
                              vp_error *error) {
  const char *hint;
  uint8_t choice = vp_choice_find(field->names, value, &hint);
  if (choice == 0) return bad_choice(field, value, hint, error);
  *out = choice;
  return VP_OK;
}

static vp_status parse_quantity(vp_plan *plan, vp_quantity *out, const char *value,
                                vp_error *error) {
  if (value == NULL) {
    *out = (vp_quantity){.state = VP_QUANTITY_MISSING, .bare = true};
    return VP_OK;
  }
  const char *text = NULL;
  vp_status status = copy(plan, &text, value, error);
  if (status == VP_OK) *out = vp_quantity_parse(text);
  return status;
}

static vp_status set_id(vp_plan *plan, const char **slot, const char *value, vp_error *error) {
  if (!vp_id_is_valid(value))
    return vp_fail(
        error, VP_ERROR_ARGUMENT,
        "\"%s\" is no id: an id has letters, digits, '_', '-' and ':' only, and no '-' first",
        value);
  return copy(plan, slot, value, error);
}

static vp_status set_period(vp_plan *plan, vp_period *slot, const char *value, vp_error *error) {
  const char *text = NULL;
  vp_status status = copy(plan, &text, value, error);
  if (status == VP_OK) *slot = vp_period_parse(text);
  return status;
}

static vp_status set_value(vp_plan *plan, void *slot, const vp_field *field, const char *value,
                           vp_error *error) {
  switch (field->kind) {
    case VP_FIELD_TEXT:
    case VP_FIELD_REFERENCE: return copy(plan, slot, value, error);
    case VP_FIELD_ID: return set_id(plan, slot, value, error);
    case VP_FIELD_CHOICE: return parse_choice(slot, field, value, error);
    case VP_FIELD_QUANTITY: return parse_quantity(plan, slot, value, error);
    case VP_FIELD_PERIOD: return set_period(plan, slot, value, error);
    case VP_FIELD_FLAG:
      if (strcmp(value, "true") != 0)
        return vp_fail(error, VP_ERROR_ARGUMENT, "\"%s\" takes only \"true\"", field->key);
      *(bool *)slot = true;
      return VP_OK;
    case VP_FIELD_INTEGER:
      if (!vp_integer_parse(slot, field, value, strlen(value)))
        return vp_fail(error, VP_ERROR_ARGUMENT,
                       "\"%s\" takes a whole number from %ld to %ld, not %s", field->key,
                       (long)field->low, (long)field->high, value);
      return VP_OK;
    default: return wrong_kind(field, "vp_plan_set", error);
  }
}

vp_status vp_plan_set(vp_plan *plan, const vp_element *element, const char *field,
                      const char *value, vp_error *error) {
  const vp_field *found = NULL;
  vp_status status = find_field(&found, element, field, error);
  if (status != VP_OK) return status;
  status = set_value(plan, vp_element_slot(editable(element), found), found, value, error);
  if (status == VP_OK) touch(plan);
  return status;
}

vp_status vp_plan_set_number(vp_plan *plan, const vp_element *element, const char *field,
                             vp_decimal value, vp_error *error) {
  const vp_field *found = NULL;
  vp_status status = find_field(&found, element, field, error);
  if (status != VP_OK) return status;
  if (found->kind != VP_FIELD_QUANTITY) return wrong_kind(found, "vp_plan_set_number", error);
  char text[VP_DECIMAL_TEXT_SIZE];
  vp_quantity quantity = {.value = value, .state = VP_QUANTITY_NUMBER, .bare = true};
  vp_decimal_format(text, sizeof text, value);
  status = copy(plan, &quantity.text, text, error);
  if (status != VP_OK) return status;
  *(vp_quantity *)vp_element_slot(editable(element), found) = quantity;
  touch(plan);
  return VP_OK;
}

static vp_status append_text(vp_plan *plan, vp_texts *list, const char *value, vp_error *error) {
  const char *text = NULL;
  vp_status status = copy(plan, &text, value, error);
  if (status != VP_OK) return status;
  void *items = GROW(plan, list);
  if (items == NULL) return vp_fail_memory(error);
  list->items = items;
  list->items[list->count++] = text;
  return VP_OK;
}

static vp_status append_choice(vp_plan *plan, vp_choices *list, const vp_field *field,
                               const char *value, vp_error *error) {
  uint8_t choice = 0;
  vp_status status = parse_choice(&choice, field, value, error);
  if (status != VP_OK) return status;
  void *items = GROW(plan, list);
  if (items == NULL) return vp_fail_memory(error);
  list->items = items;
  list->items[list->count++] = choice;
  return VP_OK;
}

static vp_status append_quantity(vp_plan *plan, vp_quantities *list, const char *value,
                                 vp_error *error) {
  vp_quantity quantity;
  vp_status status = parse_quantity(plan, &quantity, value, error);
  if (status != VP_OK) return status;
  void *items = GROW(plan, list);
  if (items == NULL) return vp_fail_memory(error);
  list->items = items;
  list->items[list->count++] = quantity;
  return VP_OK;
}

vp_status vp_plan_append(vp_plan *plan, const vp_element *element, const char *field,
                         const char *value, vp_error *error) {
  const vp_field *found = NULL;
  vp_status status = find_field(&found, element, field, error);
  if (status != VP_OK) return status;
  if (value == NULL && found->kind != VP_FIELD_QUANTITIES)
    return vp_fail(error, VP_ERROR_ARGUMENT, "only a quantity can be missing");
  void *slot = vp_element_slot(editable(element), found);
  switch (found->kind) {
    case VP_FIELD_TEXTS:
    case VP_FIELD_REFERENCES: status = append_text(plan, slot, value, error); break;
    case VP_FIELD_CHOICES: status = append_choice(plan, slot, found, value, error); break;
    case VP_FIELD_QUANTITIES: status = append_quantity(plan, slot, value, error); break;
    default: return wrong_kind(found, "vp_plan_append", error);
  }
  if (status == VP_OK) touch(plan);
  return status;
}

vp_status vp_plan_add(const vp_element **out, vp_plan *plan, const vp_element *parent,
                      const char *field, vp_error *error) {
  const vp_field *found = NULL;
  vp_status status = find_field(&found, parent, field, error);
  if (status != VP_OK) return status;
  if (found->shape == NULL) return wrong_kind(found, "vp_plan_add", error);
  void *slot = vp_element_slot(editable(parent), found);
  if (found->kind == VP_FIELD_OBJECT && vp_element_has(parent, found))
    return vp_fail(error, VP_ERROR_ARGUMENT, "there is a \"%s\" already", found->key);

  vp_element *element = vp_element_new(&plan->root.arena, found->shape, editable(parent), found);
  if (element == NULL) return vp_fail_memory(error);
  if (found->kind == VP_FIELD_OBJECT) {
    memcpy(slot, &element, sizeof element); /* the member points to the shape's own struct */
  } else {
    vp_elements *list = slot;
    void *items = list->count < UINT32_MAX ? GROW(plan, list) : NULL;
    if (items == NULL) return vp_fail_memory(error);
    list->items = items;
    element->index = (uint32_t)list->count;
    list->items[list->count++] = element;
  }
  touch(plan);
  *out = element;
  return VP_OK;
}

vp_status vp_plan_remove(vp_plan *plan, const vp_element *element, vp_error *error) {
  if (element->parent == NULL)
    return vp_fail(error, VP_ERROR_ARGUMENT, "the plan itself cannot be removed");
  void *slot = vp_element_slot(element->parent, element->field);
  if (element->field->kind == VP_FIELD_OBJECT) {
    memset(slot, 0, sizeof element);
  } else {
    vp_elements *list = slot;
    list->count--;
    for (size_t i = element->index; i < list->count; i++) {
      list->items[i] = list->items[i + 1];
      list->items[i]->index = (uint32_t)i;
    }
  }
  touch(plan);
  return VP_OK;
}

static size_t size_of(const vp_field *field) {
  switch (field->kind) {
    case VP_FIELD_TEXT:
    case VP_FIELD_ID:
    case VP_FIELD_REFERENCE: return sizeof(const char *);
    case VP_FIELD_CHOICE: return sizeof(uint8_t);
    case VP_FIELD_FLAG: return sizeof(bool);
    case VP_FIELD_INTEGER: return sizeof(vp_integer);
    case VP_FIELD_QUANTITY: return sizeof(vp_quantity);
    case VP_FIELD_PERIOD: return sizeof(vp_period);
    case VP_FIELD_TEXTS:
    case VP_FIELD_REFERENCES: return sizeof(vp_texts);
    case VP_FIELD_CHOICES: return sizeof(vp_choices);
    case VP_FIELD_QUANTITIES: return sizeof(vp_quantities);
    case VP_FIELD_OBJECT: return sizeof(vp_element *);
    case VP_FIELD_LIST: return sizeof(vp_elements);
  }
  return 0;
}

vp_status vp_plan_clear(vp_plan *plan, const vp_element *element, const char *field,
                        vp_error *error) {
  const vp_field *found = NULL;
  vp_status status = find_field(&found, element, field, error);
  if (status != VP_OK) return status;
  memset(vp_element_slot(editable(element), found), 0,
         size_of(found)); /* absent, as in a new element */
  touch(plan);
  return VP_OK;
}

typedef struct completion {
  char message[VP_ERROR_MESSAGE_SIZE / 2];
  const vp_element *faulty;
} completion;

static void check_element(const vp_element *element, void *user) {
  completion *c = user;
  if (c->faulty == NULL && !vp_presence_check(element, c->message, sizeof c->message))
    c->faulty = element;
}

static vp_status report_fault(const completion *c, vp_error *error) {
  char place[VP_POINTER_SIZE];
  vp_place_pointer(place, vp_place_element(c->faulty));
  return vp_fail(error, VP_ERROR_FORMAT, "%s: %s", *place != '\0' ? place : "/", c->message);
}

vp_status vp_plan_complete(vp_plan *plan, vp_error *error) {
  completion c = {.faulty = NULL};
  vp_element_walk(&plan->root.base, check_element, &c);
  if (c.faulty != NULL) return report_fault(&c, error);
  vp_index *index = vp_index_new(plan);
  if (index == NULL) return vp_fail_memory(error);
  plan->index = index;
  return VP_OK;
}

static vp_status fill(vp_plan *plan, const char *id, const char *title, const char *period,
                      vp_error *error) {
  const vp_element *root = vp_plan_root(plan);
  vp_status status = vp_plan_set(plan, root, "format", VP_PLAN_FORMAT, error);
  if (status == VP_OK) status = vp_plan_set(plan, root, "id", id, error);
  if (status == VP_OK) status = vp_plan_set(plan, root, "title", title, error);
  if (status == VP_OK) status = vp_plan_set(plan, root, "period", period, error);
  return status == VP_OK ? vp_plan_complete(plan, error) : status;
}

vp_status vp_plan_new(vp_plan **out, const vp_context *context, const char *id, const char *title,
                      const char *period, vp_error *error) {
  vp_plan *plan = vp_plan_alloc(vp_context_or_default(context));
  if (plan == NULL) return vp_fail_memory(error);
  vp_status status = fill(plan, id, title, period, error);
  if (status == VP_OK)
    *out = plan;
  else
    vp_plan_free(plan);
  return status;
}
