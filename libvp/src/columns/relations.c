#include "columns/cell.h"
#include "columns/columns.h"

static const vp_heading headings[] = {
    {"kind", VP_COLUMN_TEXT},
    {"owner", VP_COLUMN_TEXT},
    {"table", VP_COLUMN_TEXT},
    {"row", VP_COLUMN_TEXT},
    {"row_label", VP_COLUMN_TEXT},
    {"column", VP_COLUMN_TEXT},
    {"column_label", VP_COLUMN_TEXT},
    {"period", VP_COLUMN_TEXT},
    {"path", VP_COLUMN_TEXT},
    {"verdict", VP_COLUMN_TEXT},
    {"adjusted", VP_COLUMN_FLAG},
    {"at_most", VP_COLUMN_FLAG},
    {"sum", VP_COLUMN_NUMBER},
    {"stated", VP_COLUMN_NUMBER},
    {"difference", VP_COLUMN_NUMBER},
    {"worst_case", VP_COLUMN_NUMBER},
    {"three_sigma", VP_COLUMN_NUMBER},
    {"unit", VP_COLUMN_TEXT},
    {"missing_count", VP_COLUMN_INTEGER},
    {"missing_value", VP_COLUMN_NUMBER},
};

static void put_relation(vp_vector **v, const vp_relation *relation, const vp_cell *total) {
  bool is_judged = relation->verdict <= VP_VERDICT_IMPOSSIBLE;
  bool is_bounded = is_judged && relation->is_bounded;
  vp_vector_text(*v++, vp_relation_kind_name(relation->kind));
  vp_vector_text(*v++, vp_element_id(relation->owner));
  v = vp_cell_put_place(v, total);
  vp_vector_text(*v++, vp_verdict_name(relation->verdict));
  vp_vector_flag(*v++, relation->adjusted);
  vp_vector_flag(*v++, relation->at_most);
  vp_vector_decimal(*v++, is_judged, relation->sum);
  vp_vector_decimal(*v++, is_judged, relation->stated);
  vp_vector_decimal(*v++, is_judged, relation->difference);
  vp_vector_decimal(*v++, is_bounded, relation->worst_case);
  vp_vector_decimal(*v++, is_bounded, relation->three_sigma);
  vp_vector_unit(*v++, relation->unit);
  vp_vector_integer(*v++, (int64_t)relation->missing_count);
  vp_vector_decimal(*v, relation->missing_is_known, relation->missing_value);
}

vp_status vp_columns_of_relations(vp_columns **out, const vp_reconciliation *reconciliation,
                                  vp_error *error) {
  const vp_context *context = vp_plan_context(vp_reconciliation_plan(reconciliation));
  vp_columns *made = vp_columns_new(context, vp_reconciliation_relation_count(reconciliation),
                                    headings, sizeof headings / sizeof *headings);
  for (size_t i = 0; made != NULL && i < made->row_count; i++) {
    const vp_relation *relation = vp_reconciliation_relation(reconciliation, i);
    put_relation(made->vectors, relation, vp_reconciliation_cell(reconciliation, relation->total));
  }
  return vp_columns_finish(out, made, error);
}
