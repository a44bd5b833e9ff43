#include "model/place.h"

#include <stdio.h>
#include <string.h>

#include "model/plan.h"

vp_place vp_place_element(const vp_element *element) {
  return (vp_place){.element = element, .item = VP_NO_ITEM};
}

vp_place vp_place_field(const vp_element *element, const char *key) {
  const vp_field *field = vp_shape_field(element->shape, key, strlen(key));
  return (vp_place){.element = element, .field = field, .item = VP_NO_ITEM};
}

vp_place vp_place_item(const vp_element *element, const char *key, size_t item) {
  vp_place place = vp_place_field(element, key);
  place.item = (uint32_t)item;
  return place;
}

/* A pointer as far as it is written; what does not fit is only counted. */
typedef struct pointer {
  char *buffer;
  size_t size;
  size_t length;
} pointer;

static void put_byte(pointer *out, char byte) {
  if (out->length + 1 < out->size) {
    out->buffer[out->length] = byte;
    out->buffer[out->length + 1] = '\0';
  }
  out->length++;
}

static void put(pointer *out, const char *step) {
  put_byte(out, '/');
  while (*step != '\0') put_byte(out, *step++);
}

static void put_index(pointer *out, uint32_t index) {
  char text[16];
  snprintf(text, sizeof text, "%lu", (unsigned long)index);
  put(out, text);
}

static void put_element(pointer *out, const vp_element *element) {
  if (element->parent == NULL) return;
  put_element(out, element->parent);
  put(out, element->field->key);
  if (element->field->kind == VP_FIELD_LIST) put_index(out, element->index);
}

size_t vp_element_pointer(char *buffer, size_t size, const vp_element *element, const char *field,
                          uint32_t item) {
  pointer out = {.buffer = buffer, .size = size};
  if (size > 0) *buffer = '\0';
  if (element == NULL) return 0;
  put_element(&out, element);
  if (field == NULL || vp_shape_field(element->shape, field, strlen(field)) == NULL)
    return out.length;
  put(&out, field);
  if (item != VP_NO_ITEM) put_index(&out, item);
  return out.length;
}

void vp_place_pointer(char *text, vp_place place) {
  const char *field = place.field != NULL ? place.field->key : NULL;
  vp_element_pointer(text, VP_POINTER_SIZE, place.element, field, place.item);
}
