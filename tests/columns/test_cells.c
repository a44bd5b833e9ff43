#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "frames.h"

static vp_columns *cells_of(const vp_plan *plan) {
  vp_reconciliation *reconciliation;
  vp_columns *columns = NULL;
  assert_int_equal(vp_reconcile(&reconciliation, plan, NULL), VP_OK);
  assert_ptr_equal(vp_reconciliation_plan(reconciliation), plan);
  assert_int_equal(vp_columns_of_cells(&columns, reconciliation, NULL), VP_OK);
  assert_int_equal(vp_columns_row_count(columns), vp_reconciliation_cell_count(reconciliation));
  vp_reconciliation_free(reconciliation);
  assert_whole(columns);
  return columns;
}

static void the_published_budget(void **state) {
  (void)state;
  vp_plan *plan = example_plan("bollebygd-socialnamnden-2026");
  vp_columns *columns = cells_of(plan);
  assert_int_equal(vp_columns_row_count(columns), 29);
  assert_row(columns, 0,
             "table: frame\n"
             "row: opening\n"
             "period: 2025\n"
             "path: /budget/frame/opening/amount\n"
             "is_total: false\n"
             "is_trusted: false\n"
             "value: 231.2\n"
             "value_text: 231,2\n"
             "unit: mnkr\n");
  assert_row(columns, 1,
             "table: frame\n"
             "row: forandringsuppdrag\n"
             "row_label: Förändringsuppdrag\n"
             "path: /budget/frame/changes/0/amount\n"
             "is_total: false\n"
             "is_trusted: false\n"
             "value: -2.3\n"
             "value_text: -2,3\n"
             "unit: mnkr\n");
  assert_row(columns, 14,
             "table: frame\n"
             "row: closing\n"
             "period: 2026\n"
             "path: /budget/frame/closing/amount\n"
             "is_total: true\n"
             "is_trusted: false\n"
             "value: 231.2\n"
             "value_text: 231,2\n"
             "unit: mnkr\n");
  assert_row(columns, 16,
             "table: internbudget\n"
             "row: ao\n"
             "row_label: Äldreomsorg\n"
             "column: 2025\n"
             "column_label: Budget 2025\n"
             "period: 2025\n"
             "path: /budget/tables/0/rows/0/values/1\n"
             "is_total: false\n"
             "is_trusted: false\n"
             "value: 111.4\n"
             "value_text: 111,4\n"
             "unit: mnkr\n");
  assert_row(columns, 25,
             "table: internbudget\n"
             "row: total\n"
             "column: 2026\n"
             "column_label: Budget 2026\n"
             "period: 2026\n"
             "path: /budget/tables/0/total/0\n"
             "is_total: true\n"
             "is_trusted: false\n"
             "value: 231.2\n"
             "value_text: 231,2\n"
             "unit: mnkr\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void sums_within_a_table_are_totals(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'budget':{'unit':'tkr','tables':[{'id':'t','columns':['a','b',{'id':'c','sum_of':['a','b']}],"
      "'rows':[{'id':'r','label':'R','values':[1,2,3]},"
      "{'id':'s','label':'S','values':['1 tkr','cirka 2'],'sum_of':['r']}]}]}");
  vp_columns *columns = cells_of(plan);
  assert_int_equal(vp_columns_row_count(columns), 6);
  static const char *const totals[] = {"false", "false", "true", "true", "true", "true"};
  for (size_t i = 0; i < 6; i++) assert_item(columns, "is_total", i, totals[i]);
  assert_row(columns, 4,
             "table: t\n"
             "row: s\n"
             "row_label: S\n"
             "column: b\n"
             "path: /budget/tables/0/rows/1/values/1\n"
             "is_total: true\n"
             "is_trusted: false\n"
             "value: 2\n"
             "value_text: cirka 2\n"
             "unit: tkr\n");
  assert_row(columns, 5,
             "table: t\n"
             "row: s\n"
             "row_label: S\n"
             "column: c\n"
             "path: /budget/tables/0/rows/1/values\n"
             "is_total: true\n"
             "is_trusted: false\n"
             "unit: tkr\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void an_outcome_that_a_tie_names(void **state) {
  (void)state;
  vp_plan *plan =
      plan_with("'indicators':[{'id':'i','name':'I','unit':'tkr','observations':[{'period':'2025',"
                "'value':'5 tkr'}]}],'budget':{'unit':'tkr','tables':[{'id':'t','columns':['a'],"
                "'rows':[{'id':'r','label':'R','values':[5]}]}],"
                "'ties':[{'equal':['t.r.a','i.2025']}]}");
  vp_columns *columns = cells_of(plan);
  assert_int_equal(vp_columns_row_count(columns), 2);
  assert_row(columns, 1,
             "row: i\n"
             "row_label: I\n"
             "period: 2025\n"
             "path: /indicators/0/observations/0/value\n"
             "is_total: false\n"
             "is_trusted: false\n"
             "value: 5\n"
             "value_text: 5 tkr\n"
             "unit: tkr\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void a_plan_without_a_budget(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'risks':[]");
  vp_columns *columns = cells_of(plan);
  assert_int_equal(vp_columns_row_count(columns), 0);
  vp_columns_free(columns);
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_published_budget),
      cmocka_unit_test(sums_within_a_table_are_totals),
      cmocka_unit_test(an_outcome_that_a_tie_names),
      cmocka_unit_test(a_plan_without_a_budget),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
