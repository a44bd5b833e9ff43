#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "frames.h"

static vp_columns *relations_of(const vp_plan *plan) {
  vp_reconciliation *reconciliation;
  vp_columns *columns = NULL;
  assert_int_equal(vp_reconcile(&reconciliation, plan, NULL), VP_OK);
  assert_int_equal(vp_columns_of_relations(&columns, reconciliation, NULL), VP_OK);
  assert_int_equal(vp_columns_row_count(columns), vp_reconciliation_relation_count(reconciliation));
  vp_reconciliation_free(reconciliation);
  assert_whole(columns);
  return columns;
}

static void the_scanned_budget(void **state) {
  (void)state;
  vp_plan *plan = example_plan("bollebygd-socialnamnden-2026-scan");
  vp_columns *columns = relations_of(plan);
  assert_int_equal(vp_columns_row_count(columns), 7);
  static const char *const kinds[] = {"frame", "column", "column", "column", "tie", "tie", "share"};
  for (size_t i = 0; i < 7; i++) assert_item(columns, "kind", i, kinds[i]);
  assert_row(columns, 0,
             "kind: frame\n"
             "table: frame\n"
             "row: closing\n"
             "period: 2026\n"
             "path: /budget/frame/closing/amount\n"
             "verdict: rounding\n"
             "adjusted: false\n"
             "at_most: false\n"
             "sum: 231.3\n"
             "stated: 231.2\n"
             "difference: 0.1\n"
             "worst_case: 0.75\n"
             "three_sigma: 0.34\n"
             "unit: mnkr\n"
             "missing_count: 0\n");
  assert_row(columns, 2,
             "kind: column\n"
             "owner: internbudget\n"
             "table: internbudget\n"
             "row: total\n"
             "column: 2025\n"
             "column_label: Budget 2025\n"
             "period: 2025\n"
             "path: /budget/tables/0/total/1\n"
             "verdict: impossible\n"
             "adjusted: false\n"
             "at_most: false\n"
             "sum: 131.2\n"
             "stated: 231.2\n"
             "difference: -100\n"
             "worst_case: 0.3\n"
             "three_sigma: 0.21\n"
             "unit: mnkr\n"
             "missing_count: 0\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void what_was_not_computed_is_null(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'budget':{'unit':'tkr','decimals':0,'tables':[{'id':'t','columns':['a','b','c',"
      "{'id':'d','sum_of':['a','b']}],'rows':[{'id':'r','label':'R','values':[null,'7 %','över 5',1]},"
      "{'id':'s','label':'S','values':[2,3,4,5]}],'total':[6,10,9,16]}]}");
  vp_columns *columns = relations_of(plan);
  assert_row(columns, 0,
             "kind: row\n"
             "owner: d\n"
             "table: t\n"
             "row: r\n"
             "row_label: R\n"
             "column: d\n"
             "path: /budget/tables/0/rows/0/values/3\n"
             "verdict: unit_mismatch\n"
             "adjusted: false\n"
             "at_most: false\n"
             "unit: tkr\n"
             "missing_count: 1\n");
  assert_row(columns, 3,
             "kind: column\n"
             "owner: t\n"
             "table: t\n"
             "row: total\n"
             "column: a\n"
             "path: /budget/tables/0/total/0\n"
             "verdict: unknown\n"
             "adjusted: false\n"
             "at_most: false\n"
             "unit: tkr\n"
             "missing_count: 1\n"
             "missing_value: 4\n");
  assert_row(columns, 4,
             "kind: column\n"
             "owner: t\n"
             "table: t\n"
             "row: total\n"
             "column: b\n"
             "path: /budget/tables/0/total/1\n"
             "verdict: unit_mismatch\n"
             "adjusted: false\n"
             "at_most: false\n"
             "unit: tkr\n"
             "missing_count: 0\n");
  assert_row(columns, 5,
             "kind: column\n"
             "owner: t\n"
             "table: t\n"
             "row: total\n"
             "column: c\n"
             "path: /budget/tables/0/total/2\n"
             "verdict: exact\n"
             "adjusted: false\n"
             "at_most: false\n"
             "sum: 9\n"
             "stated: 9\n"
             "difference: 0\n"
             "unit: tkr\n"
             "missing_count: 0\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void limits(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'budget':{'unit':'tkr','decimals':0,'tables':[{'id':'t','columns':['a'],'rows':["
      "{'id':'r','label':'R','values':[3],'not_negative':true},"
      "{'id':'s','label':'S','values':[5]}]}],'ties':[{'sum':['t.r.a'],'at_most':'t.s.a'}]}");
  vp_columns *columns = relations_of(plan);
  assert_int_equal(vp_columns_row_count(columns), 2);
  static const char *const expected[][3] = {
      {"kind", "not_negative", "tie"}, {"owner", "r", NULL},       {"row", "r", "s"},
      {"at_most", "true", "true"},     {"difference", "-3", "-2"}, {"verdict", "exact", "exact"}};
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
    assert_item(columns, expected[i][0], 0, expected[i][1]);
    assert_item(columns, expected[i][0], 1, expected[i][2]);
  }
  vp_columns_free(columns);
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_scanned_budget),
      cmocka_unit_test(what_was_not_computed_is_null),
      cmocka_unit_test(limits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
