#include "model/figure.h"

#include <string.h>

#include "base/unit.h"
#include "model/index.h"

static vp_unit unit_of(const char *text) {
  return text != NULL ? vp_unit_parse(text, strlen(text)) : VP_UNIT_NONE;
}

/* A choice of rounding, by the nearest statement around the figure. */
static vp_rounding rounding_of(uint8_t nearest, uint8_t outer) {
  uint8_t stated = nearest != 0 ? nearest : outer;
  return stated != 0 ? (vp_rounding)(stated - 1) : VP_ROUNDING_ROUNDED;
}

static vp_figure complete(vp_place place, vp_quantity quantity, const char *declared,
                          vp_integer decimals, vp_rounding rounding) {
  int digits = decimals.known ? decimals.value : -1;
  vp_unit unit = unit_of(declared);
  vp_figure figure = {.place = place,
                      .quantity = vp_quantity_complete(quantity, unit, digits, rounding),
                      .unit = unit,
                      .decimals = digits};
  if (figure.quantity.unit == VP_UNIT_OTHER)
    figure.unit_text = quantity.unit == VP_UNIT_OTHER ? vp_unit_written(&quantity) : declared;
  return figure;
}

static vp_figure frame_figure(const vp_budget *budget, vp_place place, vp_quantity amount) {
  return complete(place, amount, budget->unit, budget->decimals,
                  rounding_of(budget->frame->rounding, budget->rounding));
}

vp_figure vp_frame_opening(const vp_budget *budget) {
  const vp_frame_amount *opening = budget->frame->opening;
  return frame_figure(budget, vp_place_field(&opening->base, "amount"), opening->amount);
}

vp_figure vp_frame_closing(const vp_budget *budget) {
  const vp_frame_amount *closing = budget->frame->closing;
  return frame_figure(budget, vp_place_field(&closing->base, "amount"), closing->amount);
}

vp_figure vp_frame_change(const vp_budget *budget, size_t change) {
  const vp_change *found = VP_ITEM(vp_change, budget->frame->changes, change);
  return frame_figure(budget, vp_place_field(&found->base, "amount"), found->amount);
}

static vp_figure table_figure(const vp_budget *budget, const vp_table *table,
                              const vp_element *element, const char *key,
                              const vp_quantities *values, size_t column) {
  bool given = column < values->count;
  vp_quantity quantity = {.state = VP_QUANTITY_MISSING};
  if (given) quantity = values->items[column];
  vp_figure figure =
      complete(given ? vp_place_item(element, key, column) : vp_place_field(element, key), quantity,
               table->unit != NULL ? table->unit : budget->unit,
               table->decimals.known ? table->decimals : budget->decimals,
               rounding_of(table->rounding, budget->rounding));
  figure.column = (uint32_t)column;
  return figure;
}

vp_figure vp_table_cell(const vp_budget *budget, const vp_table *table, size_t row, size_t column) {
  const vp_row *found = VP_ITEM(vp_row, table->rows, row);
  return table_figure(budget, table, &found->base, "values", &found->values, column);
}

vp_figure vp_table_total(const vp_budget *budget, const vp_table *table, size_t column) {
  return table_figure(budget, table, &table->base, "total", &table->total, column);
}

vp_quantity vp_indicator_complete(const vp_indicator *indicator, vp_quantity quantity) {
  return vp_quantity_complete(quantity, unit_of(indicator->unit),
                              indicator->decimals.known ? indicator->decimals.value : -1,
                              VP_ROUNDING_ROUNDED);
}

vp_figure vp_observation_figure(const vp_indicator *indicator, const vp_observation *observation,
                                const char *field) {
  vp_place place = vp_place_field(&observation->base, field);
  const vp_quantity *quantity = vp_element_value(&observation->base, place.field);
  return complete(place, *quantity, indicator->unit, indicator->decimals, VP_ROUNDING_ROUNDED);
}

static bool is_kind(const vp_element *element, const char *name) {
  return element != NULL && strcmp(element->shape->name, name) == 0;
}

/* What declares the unit and decimals of an indicator's quantities. */
static const vp_indicator *indicator_around(const vp_element *element) {
  if (is_kind(element, "indicator")) return VP_AS(vp_indicator, element);
  bool is_inside = is_kind(element, "observation") || is_kind(element, "target");
  return is_inside ? VP_AS(vp_indicator, element->parent) : NULL;
}

vp_figure vp_field_figure(const vp_plan *plan, vp_place place) {
  const vp_element *element = place.element;
  const vp_quantity quantity = *(const vp_quantity *)vp_element_value(element, place.field);
  const vp_indicator *indicator = indicator_around(element);
  bool is_percent = strcmp(place.field->key, "by_percent") == 0;
  if (indicator != NULL)
    return complete(place, quantity, is_percent ? "%" : indicator->unit, indicator->decimals,
                    VP_ROUNDING_ROUNDED);
  if (is_kind(element, "change") || is_kind(element, "frame_amount"))
    return frame_figure(plan->budget, place, quantity);
  return (vp_figure){
      .place = place, .quantity = quantity, .unit = (vp_unit)quantity.unit, .decimals = -1};
}

static bool equals(const char *text, size_t length, const char *word) {
  return strlen(word) == length && memcmp(text, word, length) == 0;
}

static bool find_in_frame(vp_figure *out, const vp_budget *budget, const char *part,
                          size_t length) {
  if (budget == NULL || budget->frame == NULL) return false;
  if (equals(part, length, "opening"))
    *out = vp_frame_opening(budget);
  else if (equals(part, length, "closing"))
    *out = vp_frame_closing(budget);
  else
    return false;
  return true;
}

static const vp_element *find_local(const vp_plan *plan, const vp_element *parent, const char *list,
                                    const char *id, size_t length) {
  const vp_field *field = vp_shape_field(parent->shape, list, strlen(list));
  return vp_index_find(plan->index, parent, field, id, length);
}

static bool find_rows(vp_block *block, const vp_plan *plan, const char *id, size_t length) {
  const vp_table *table = block->table;
  size_t totals = table->rows.count, end = totals + (table->total.count > 0);
  const vp_element *row = find_local(plan, &table->base, "rows", id, length);
  bool is_every = equals(id, length, "*");
  if (row == NULL && !is_every && !equals(id, length, "total")) return false;
  block->row = row != NULL ? row->index : is_every ? 0 : totals;
  block->row_end = is_every ? end : block->row + 1;
  return block->row < end;
}

static bool find_columns(vp_block *block, const vp_plan *plan, const char *id, size_t length) {
  const vp_table *table = block->table;
  const vp_element *column = find_local(plan, &table->base, "columns", id, length);
  bool is_every = equals(id, length, "*");
  if (column == NULL && !is_every) return false;
  block->column = column != NULL ? column->index : 0;
  block->column_end = is_every ? table->columns.count : block->column + 1;
  return block->column < block->column_end;
}

bool vp_block_find(vp_block *out, const vp_plan *plan, const char *reference) {
  const char *row = strchr(reference, '.');
  const char *column = row != NULL ? strchr(row + 1, '.') : NULL;
  if (column == NULL) return false;
  const vp_element *element =
      vp_index_find(plan->index, NULL, NULL, reference, (size_t)(row - reference));
  if (!is_kind(element, "table")) return false;
  vp_block block = {.table = VP_AS(vp_table, element)};
  bool is_found = find_rows(&block, plan, row + 1, (size_t)(column - row - 1)) &&
                  find_columns(&block, plan, column + 1, strlen(column + 1));
  if (is_found) *out = block;
  return is_found;
}

static bool find_cell(vp_figure *out, const vp_plan *plan, const char *reference) {
  vp_block block;
  if (strchr(reference, '*') != NULL || !vp_block_find(&block, plan, reference)) return false;
  bool is_total = block.row == block.table->rows.count;
  *out = is_total ? vp_table_total(plan->budget, block.table, block.column)
                  : vp_table_cell(plan->budget, block.table, block.row, block.column);
  return true;
}

static bool find_observation(vp_figure *out, const vp_plan *plan, const vp_element *element,
                             const char *period) {
  const vp_indicator *indicator = VP_AS(vp_indicator, element);
  const vp_element *found = vp_index_find_observation(plan->index, indicator, period);
  if (found == NULL) return false;
  *out = vp_observation_figure(indicator, VP_AS(vp_observation, found), "value");
  return true;
}

bool vp_figure_find(vp_figure *out, const vp_plan *plan, const char *reference) {
  if (*reference == '-') reference++;
  const char *dot = strchr(reference, '.');
  size_t head = dot != NULL ? (size_t)(dot - reference) : strlen(reference);
  const vp_element *element = vp_index_find(plan->index, NULL, NULL, reference, head);
  if (dot == NULL) {
    if (!is_kind(element, "change")) return false;
    *out = vp_frame_change(plan->budget, element->index);
    return true;
  }
  const char *part = dot + 1;
  const char *second = strchr(part, '.');
  /* Whatever else has the id frame. */
  if (equals(reference, head, "frame") && find_in_frame(out, plan->budget, part, strlen(part)))
    return true;
  if (is_kind(element, "indicator") && second == NULL)
    return find_observation(out, plan, element, part);
  return find_cell(out, plan, reference);
}
