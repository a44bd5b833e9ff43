#include "model/identity.h"

#include <string.h>

#include "model/figure.h"
#include "model/sum.h"

static bool is_kind(const vp_element *element, const char *name) {
  return strcmp(element->shape->name, name) == 0;
}

/* A column's heading is often its id alone. */
static const char *heading_of(const vp_element *column) {
  const char *period = VP_AS(vp_column, column)->period.text;
  return period != NULL ? period : column->id;
}

/* NULL for what has none. */
static const char *text_of(const vp_element *element) {
  static const char *const keys[] = {"title", "label", "name", "what", "text"};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    const char *text = vp_element_text(element, keys[i], 0);
    if (text != NULL) return text;
  }
  if (is_kind(element, "observation")) return VP_AS(vp_observation, element)->period.text;
  return is_kind(element, "column") ? heading_of(element) : NULL;
}

/* NULL when the reference leads nowhere, or the element stands in another file than a plan. */
static const vp_element *find_referred(vp_place *out, vp_place from, const char *reference) {
  const vp_root *root = vp_root_of(from.element);
  if (root->base.shape != &vp_plan_shape) return NULL;
  const vp_plan *plan = VP_AS(vp_plan, &root->base);
  vp_figure figure;
  if (vp_figure_find(&figure, plan, reference)) {
    *out = figure.place;
    return out->element;
  }
  bool is_local = (from.field->flags & VP_FIELD_LOCAL) != 0;
  const vp_element *found =
      is_local ? vp_sum_part(plan, from.element, reference) : vp_plan_find(plan, reference);
  if (found != NULL) *out = vp_place_element(found);
  return found;
}

static void put_reference(vp_place from, vp_known_by by, vp_buffer *out) {
  size_t item = from.item != VP_NO_ITEM ? from.item : 0;
  const char *reference = vp_element_field_text(from.element, from.field, item);
  vp_place found;
  if (by == VP_KNOWN_BY_ID || find_referred(&found, from, reference) == NULL) {
    vp_buffer_printf(out, "/%s", reference);
    return;
  }
  if (*reference == '-') vp_buffer_put(out, "/-");
  vp_place_identity(found, by, out);
}

static bool is_reference(const vp_field *field) {
  return field->kind == VP_FIELD_REFERENCE || field->kind == VP_FIELD_REFERENCES;
}

/* All that an element says in words: its numbers may be what is wrong with it. */
static void put_content(const vp_element *element, vp_known_by by, vp_buffer *out) {
  for (size_t f = 0; f < element->shape->field_count; f++) {
    const vp_field *field = &element->shape->fields[f];
    if (field->kind == VP_FIELD_QUANTITY || field->kind == VP_FIELD_QUANTITIES) continue;
    for (size_t i = 0; i < vp_element_items(element, field); i++) {
      const char *text = vp_element_field_text(element, field, i);
      if (field->kind == VP_FIELD_INTEGER)
        vp_buffer_printf(out, "/%s=%ld", field->key,
                         (long)((const vp_integer *)vp_element_value(element, field))->value);
      if (text == NULL) continue;
      vp_buffer_printf(out, "/%s=", field->key);
      if (is_reference(field))
        put_reference((vp_place){element, field, (uint32_t)i}, by, out);
      else
        vp_buffer_put(out, text);
    }
  }
}

static void put_name(const vp_element *element, vp_known_by by, vp_buffer *out) {
  const char *text = text_of(element);
  const char *name = by == VP_KNOWN_BY_ID && element->id != NULL ? element->id : text;
  if (name != NULL)
    vp_buffer_printf(out, "/%s", name);
  else if (element->id == NULL)
    put_content(element, by, out);
}

static void put_element(const vp_element *element, vp_known_by by, vp_buffer *out) {
  if (element->parent == NULL) return;
  put_element(element->parent, by, out);
  vp_buffer_printf(out, "/%s", element->field->key);
  if (element->field->kind == VP_FIELD_LIST) put_name(element, by, out);
}

/* Columns are found by their names too: an item of values or total is a cell of its column. */
static const vp_element *column_of(vp_place place) {
  const vp_element *table = is_kind(place.element, "row") ? place.element->parent : place.element;
  if (!is_kind(table, "table") || place.field->kind != VP_FIELD_QUANTITIES) return NULL;
  const vp_elements *columns = &VP_AS(vp_table, table)->columns;
  return place.item < columns->count ? columns->items[place.item] : NULL;
}

/* The reference itself says which of several items it is, and where it leads. */
static bool has_reference(vp_place place, vp_known_by by) {
  if (place.item != VP_NO_ITEM) return is_reference(place.field);
  return place.field->kind == VP_FIELD_REFERENCE && by == VP_KNOWN_BY_TEXT;
}

void vp_place_identity(vp_place place, vp_known_by by, vp_buffer *out) {
  put_element(place.element, by, out);
  if (place.field == NULL) return;
  vp_buffer_printf(out, "/%s", place.field->key);
  const vp_element *column = place.item != VP_NO_ITEM ? column_of(place) : NULL;
  if (column != NULL)
    put_name(column, by, out);
  else if (has_reference(place, by))
    put_reference(place, by, out);
  else if (place.item != VP_NO_ITEM)
    vp_buffer_printf(out, "/%lu", (unsigned long)place.item);
}
