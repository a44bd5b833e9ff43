#include <string.h>

#include "columns/cell.h"
#include "columns/columns.h"

static const vp_heading headings[] = {
    {"table", VP_COLUMN_TEXT},   {"row", VP_COLUMN_TEXT},          {"row_label", VP_COLUMN_TEXT},
    {"column", VP_COLUMN_TEXT},  {"column_label", VP_COLUMN_TEXT}, {"period", VP_COLUMN_TEXT},
    {"path", VP_COLUMN_TEXT},    {"is_total", VP_COLUMN_FLAG},     {"is_trusted", VP_COLUMN_FLAG},
    {"value", VP_COLUMN_NUMBER}, {"value_text", VP_COLUMN_TEXT},   {"unit", VP_COLUMN_TEXT},
};

static bool is_sum(const vp_relation *relation) {
  switch (relation->kind) {
    case VP_RELATION_FRAME:
    case VP_RELATION_COLUMN:
    case VP_RELATION_SUBTOTAL:
    case VP_RELATION_ROW: return true;
    case VP_RELATION_TIE:
    case VP_RELATION_SHARE:
    case VP_RELATION_NOT_NEGATIVE: break;
  }
  return false;
}

/* Whether each cell is the sum of others in its table or frame; NULL when memory is out. */
static bool *find_totals(const vp_reconciliation *reconciliation, const vp_context *context) {
  size_t count = vp_reconciliation_cell_count(reconciliation);
  bool *is_total = vp_alloc(context, (count + 1) * sizeof *is_total);
  if (is_total == NULL) return NULL;
  memset(is_total, 0, count * sizeof *is_total);
  for (size_t i = 0; i < vp_reconciliation_relation_count(reconciliation); i++) {
    const vp_relation *relation = vp_reconciliation_relation(reconciliation, i);
    if (is_sum(relation)) is_total[relation->total] = true;
  }
  return is_total;
}

static void put_cell(vp_vector **v, const vp_cell *cell, bool is_total) {
  const vp_quantity *quantity = &cell->quantity;
  v = vp_cell_put_place(v, cell);
  vp_vector_flag(*v++, is_total);
  vp_vector_flag(*v++, cell->is_trusted);
  vp_vector_decimal(*v++, quantity->state == VP_QUANTITY_NUMBER, quantity->value);
  vp_vector_text(*v++, quantity->text);
  vp_vector_unit(*v, (vp_unit)quantity->unit);
}

vp_status vp_columns_of_cells(vp_columns **out, const vp_reconciliation *reconciliation,
                              vp_error *error) {
  const vp_context *context = vp_plan_context(vp_reconciliation_plan(reconciliation));
  bool *is_total = find_totals(reconciliation, context);
  if (is_total == NULL) return vp_fail_memory(error);
  vp_columns *made = vp_columns_new(context, vp_reconciliation_cell_count(reconciliation), headings,
                                    sizeof headings / sizeof *headings);
  for (size_t i = 0; made != NULL && i < made->row_count; i++)
    put_cell(made->vectors, vp_reconciliation_cell(reconciliation, i), is_total[i]);
  vp_free(context, is_total);
  return vp_columns_finish(out, made, error);
}
