#include "model/element.h"

#include <string.h>

const vp_field *vp_shape_field(const vp_shape *shape, const char *key, size_t length) {
  for (size_t i = 0; i < shape->field_count; i++) {
    const char *name = shape->fields[i].key;
    if (*name == *key && strncmp(name, key, length) == 0 && name[length] == '\0')
      return &shape->fields[i];
  }
  return NULL;
}

const void *vp_element_value(const vp_element *element, const vp_field *field) {
  return (const char *)element + field->offset;
}

void *vp_element_slot(vp_element *element, const vp_field *field) {
  return (char *)element + field->offset;
}

/* The member points to the shape's own struct: reading it as vp_element * would break the rules of
 * aliasing. */
static const vp_element *object_of(const vp_element *element, const vp_field *field) {
  const vp_element *object;
  memcpy(&object, vp_element_value(element, field), sizeof object);
  return object;
}

static const char *text_of(const vp_element *element, const vp_field *field) {
  return *(const char *const *)vp_element_value(element, field);
}

size_t vp_element_items(const vp_element *element, const vp_field *field) {
  const void *value = vp_element_value(element, field);
  switch (field->kind) {
    case VP_FIELD_TEXT:
    case VP_FIELD_ID:
    case VP_FIELD_REFERENCE: return text_of(element, field) != NULL;
    case VP_FIELD_CHOICE: return *(const uint8_t *)value != 0;
    case VP_FIELD_FLAG: return *(const bool *)value;
    case VP_FIELD_INTEGER: return ((const vp_integer *)value)->known;
    case VP_FIELD_QUANTITY: {
      const vp_quantity *quantity = value;
      return quantity->state != VP_QUANTITY_MISSING || quantity->bare;
    }
    case VP_FIELD_PERIOD: return ((const vp_period *)value)->kind != VP_PERIOD_MISSING;
    case VP_FIELD_TEXTS:
    case VP_FIELD_REFERENCES: return ((const vp_texts *)value)->count;
    case VP_FIELD_CHOICES: return ((const vp_choices *)value)->count;
    case VP_FIELD_QUANTITIES: return ((const vp_quantities *)value)->count;
    case VP_FIELD_OBJECT: return object_of(element, field) != NULL;
    case VP_FIELD_LIST: return ((const vp_elements *)value)->count;
  }
  return 0;
}

bool vp_element_has(const vp_element *element, const vp_field *field) {
  const void *value = vp_element_value(element, field);
  switch (field->kind) {
    case VP_FIELD_TEXTS:
    case VP_FIELD_REFERENCES: return ((const vp_texts *)value)->items != NULL;
    case VP_FIELD_CHOICES: return ((const vp_choices *)value)->items != NULL;
    case VP_FIELD_QUANTITIES: return ((const vp_quantities *)value)->items != NULL;
    case VP_FIELD_LIST: return ((const vp_elements *)value)->items != NULL;
    default: return vp_element_items(element, field) > 0;
  }
}

const char *vp_element_field_text(const vp_element *element, const vp_field *field, size_t i) {
  if (i >= vp_element_items(element, field)) return NULL;
  const void *value = vp_element_value(element, field);
  switch (field->kind) {
    case VP_FIELD_TEXT:
    case VP_FIELD_ID:
    case VP_FIELD_REFERENCE: return text_of(element, field);
    case VP_FIELD_CHOICE: return field->names[*(const uint8_t *)value - 1];
    case VP_FIELD_QUANTITY: return ((const vp_quantity *)value)->text;
    case VP_FIELD_QUANTITIES: return ((const vp_quantities *)value)->items[i].text;
    case VP_FIELD_PERIOD: return ((const vp_period *)value)->text;
    case VP_FIELD_TEXTS:
    case VP_FIELD_REFERENCES: return ((const vp_texts *)value)->items[i];
    case VP_FIELD_CHOICES: return field->names[((const vp_choices *)value)->items[i] - 1];
    default: return NULL;
  }
}

const vp_element *vp_element_field_child(const vp_element *element, const vp_field *field,
                                         size_t i) {
  if (i >= vp_element_items(element, field)) return NULL;
  if (field->kind == VP_FIELD_OBJECT) return object_of(element, field);
  if (field->kind != VP_FIELD_LIST) return NULL;
  return ((const vp_elements *)vp_element_value(element, field))->items[i];
}

void vp_element_walk(const vp_element *element, vp_visit visit, void *user) {
  visit(element, user);
  for (size_t f = 0; f < element->shape->field_count; f++) {
    const vp_field *field = &element->shape->fields[f];
    if (field->kind != VP_FIELD_OBJECT && field->kind != VP_FIELD_LIST) continue;
    size_t count = vp_element_items(element, field);
    for (size_t i = 0; i < count; i++)
      vp_element_walk(vp_element_field_child(element, field, i), visit, user);
  }
}
