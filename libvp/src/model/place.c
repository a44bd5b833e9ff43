#include "model/place.h"

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

static void put_element(const vp_element *element, vp_buffer *out, bool by_id) {
  if (element->parent == NULL) return;
  put_element(element->parent, out, by_id);
  vp_buffer_printf(out, "/%s", element->field->key);
  if (element->field->kind != VP_FIELD_LIST) return;
  if (by_id && element->id != NULL)
    vp_buffer_printf(out, "/%s", element->id);
  else if (by_id && strcmp(element->shape->name, "observation") == 0)
    vp_buffer_printf(out, "/%s", VP_AS(vp_observation, element)->period.text);
  else
    vp_buffer_printf(out, "/%lu", (unsigned long)element->index);
}

static void put_field(vp_place place, vp_buffer *out) {
  if (place.field == NULL) return;
  vp_buffer_printf(out, "/%s", place.field->key);
  if (place.item != VP_NO_ITEM) vp_buffer_printf(out, "/%lu", (unsigned long)place.item);
}

void vp_place_pointer(vp_place place, vp_buffer *out) {
  put_element(place.element, out, false);
  put_field(place, out);
}

/* Columns are found by their ids too: an item of values or total is a cell of its column. */
static const char *column_id(vp_place place) {
  const vp_element *table = place.element;
  if (strcmp(table->shape->name, "row") == 0) table = table->parent;
  if (strcmp(table->shape->name, "table") != 0) return NULL;
  const vp_elements *columns = &VP_AS(vp_table, table)->columns;
  return place.item < columns->count ? columns->items[place.item]->id : NULL;
}

void vp_place_id_path(vp_place place, vp_buffer *out) {
  put_element(place.element, out, true);
  const char *column = place.item != VP_NO_ITEM ? column_id(place) : NULL;
  if (column != NULL)
    vp_buffer_printf(out, "/%s/%s", place.field->key, column);
  else
    put_field(place, out);
}
