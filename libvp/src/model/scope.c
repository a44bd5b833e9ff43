#include "model/scope.h"

#include <string.h>

#include "model/figure.h"

static bool is_kind(const vp_element *element, const char *name) {
  return strcmp(element->shape->name, name) == 0;
}

static vp_place scope_of_block(const vp_block *block, const char *reference) {
  const vp_table *table = block->table;
  bool is_every_row = strstr(reference, ".*.") != NULL;
  bool is_every_column = reference[strlen(reference) - 1] == '*';
  if (is_every_row && is_every_column) return vp_place_element(&table->base);
  if (is_every_row) return vp_place_item(&table->base, "columns", block->column);
  bool is_total = block->row == table->rows.count;
  const vp_element *row = is_total ? &table->base : table->rows.items[block->row];
  const char *key = is_total ? "total" : "values";
  if (!is_every_column) return vp_place_item(row, key, block->column);
  return is_total ? vp_place_field(row, key) : vp_place_element(row);
}

bool vp_scope_find(vp_place *out, const vp_plan *plan, const char *reference) {
  vp_block block;
  vp_figure figure;
  const vp_element *element = vp_plan_find(plan, reference);
  if (element != NULL)
    *out = vp_place_element(element);
  else if (*reference == '-')
    return false;
  else if (vp_block_find(&block, plan, reference))
    *out = scope_of_block(&block, reference);
  else if (vp_figure_find(&figure, plan, reference))
    *out = vp_place_element(figure.place.element); /* with its period, and what else it says */
  else
    return false;
  return true;
}

static bool is_of_cells(vp_place place) {
  return place.field != NULL && place.field->kind == VP_FIELD_QUANTITIES &&
         (is_kind(place.element, "row") || is_kind(place.element, "table"));
}

/* What is said of the cells of a row as a whole is that the last of them are missing. */
static vp_place cell_of(vp_place place) {
  if (is_of_cells(place) && place.item == VP_NO_ITEM)
    place.item = (uint32_t)vp_element_items(place.element, place.field);
  return place;
}

static vp_place column_of(vp_place cell) {
  bool is_row = is_kind(cell.element, "row");
  return vp_place_item(is_row ? cell.element->parent : cell.element, "columns", cell.item);
}

enum { CELL, COLUMN, FIELD, ELEMENT };

vp_scopes vp_scopes_of(vp_place place) {
  place = cell_of(place);
  return (vp_scopes){.place = place, .step = is_of_cells(place) ? CELL : ELEMENT};
}

bool vp_scopes_next(vp_place *out, vp_scopes *scopes) {
  vp_place place = scopes->place;
  if (place.element == NULL) return false;
  switch (scopes->step++) {
    case CELL: *out = place; return true;
    case COLUMN: *out = column_of(place); return true;
    case FIELD: *out = (vp_place){place.element, place.field, VP_NO_ITEM}; return true;
    default:
      *out = vp_place_element(place.element);
      scopes->place.element = place.element->parent;
      scopes->step = ELEMENT;
      return true;
  }
}
