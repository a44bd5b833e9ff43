#include "columns/cell.h"

#include <string.h>

#include "model/plan.h"

typedef struct place {
  const char *table;
  const char *row;
  const char *row_label;
  const char *column;
  const char *column_label;
  const char *period;
} place;

static bool is_kind(const vp_element *element, const char *kind) {
  return strcmp(element->shape->name, kind) == 0;
}

static place in_table(const vp_element *element, const char *row, const char *label,
                      uint32_t index) {
  const vp_column *column = VP_ITEM(vp_column, VP_AS(vp_table, element)->columns, index);
  return (place){.table = element->id,
                 .row = row,
                 .row_label = label,
                 .column = column->base.id,
                 .column_label = column->label,
                 .period = column->period.text};
}

static place place_of(const vp_cell *cell) {
  const vp_element *element = cell->element;
  if (is_kind(element, "row"))
    return in_table(element->parent, element->id, VP_AS(vp_row, element)->label, cell->column);
  if (is_kind(element, "table")) return in_table(element, "total", NULL, cell->column);
  if (is_kind(element, "change"))
    return (place){
        .table = "frame", .row = element->id, .row_label = VP_AS(vp_change, element)->label};
  if (is_kind(element, "frame_amount"))
    return (place){.table = "frame",
                   .row = element->field->key,
                   .period = VP_AS(vp_frame_amount, element)->period.text};
  return (place){.row = element->parent->id, /* an observation */
                 .row_label = VP_AS(vp_indicator, element->parent)->name,
                 .period = VP_AS(vp_observation, element)->period.text};
}

static void put_path(vp_vector *v, const vp_cell *cell) {
  char path[VP_POINTER_SIZE];
  vp_element_pointer(path, sizeof path, cell->element, cell->field, cell->item);
  vp_vector_text(v, path);
}

vp_vector **vp_cell_put_place(vp_vector **columns, const vp_cell *cell) {
  place at = place_of(cell);
  vp_vector_text(*columns++, at.table);
  vp_vector_text(*columns++, at.row);
  vp_vector_text(*columns++, at.row_label);
  vp_vector_text(*columns++, at.column);
  vp_vector_text(*columns++, at.column_label);
  vp_vector_text(*columns++, at.period);
  put_path(*columns++, cell);
  return columns;
}
