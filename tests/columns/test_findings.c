#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/build.h>

#include "frames.h"

static vp_columns *findings_of(const vp_plan *plan, const char *rule) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = VP_LANGUAGE_EN;
  options.select = &rule;
  options.select_count = 1;
  vp_report *report;
  vp_columns *columns = NULL;
  assert_int_equal(vp_check(&report, plan, &options, NULL), VP_OK);
  assert_int_equal(vp_columns_of_findings(&columns, report, NULL), VP_OK);
  assert_int_equal(vp_columns_row_count(columns), vp_report_finding_count(report));
  vp_report_free(report);
  assert_whole(columns);
  return columns;
}

static void a_wrong_sum_and_the_figure_in_doubt(void **state) {
  (void)state;
  static const char *const expected[][2] = {
      {"rule", "budget/sum-impossible"},
      {"severity", "error"},
      {"kind", "table"},
      {"id", "internbudget"},
      {"path", "/budget/tables/0/total/1"},
      {"line", "471"},
      {"column", "28"},
      {"candidate_count", "6"},
      {"candidate_path", "/budget/tables/0/rows/0/values/1"},
      {"candidate_printed", "11.4"},
      {"candidate_value", "111.4"},
      {"candidate_unit", "mnkr"},
      {"candidate_slip", "digit left out"},
  };
  vp_plan *plan = example_plan("bollebygd-socialnamnden-2026-scan");
  vp_columns *columns = findings_of(plan, "budget/sum-impossible");
  assert_int_equal(vp_columns_row_count(columns), 1);
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
    assert_item(columns, expected[i][0], 0, expected[i][1]);
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void candidates_that_are_as_likely_are_only_counted(void **state) {
  (void)state;
  static const char *const unknown[] = {"candidate_path", "candidate_printed", "candidate_value",
                                        "candidate_unit", "candidate_slip"};
  vp_plan *plan = plan_with(
      "'budget':{'unit':'tkr','decimals':0,'tables':[{'id':'t','columns':['a'],'rows':["
      "{'id':'r','label':'R','values':[10]},{'id':'s','label':'S','values':[20]}],'total':[35]}]}");
  vp_columns *columns = findings_of(plan, "budget/sum-impossible");
  assert_item(columns, "candidate_count", 0, "9");
  for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
    assert_item(columns, unknown[i], 0, NULL);
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void assert_lines(const vp_columns *columns, const char *name, size_t row,
                         const char *const *lines, size_t count) {
  output joined = {NULL, 0};
  for (size_t i = 0; i < count; i++) {
    if (i > 0) output_put(&joined, "\n");
    output_put(&joined, lines[i]);
  }
  assert_item(columns, name, row, joined.bytes);
  free(joined.bytes);
}

static void the_texts_of_a_report(void **state) {
  (void)state;
  vp_plan *plan = example_plan("bollebygd-socialnamnden-2026-scan");
  vp_report *report;
  vp_columns *columns;
  assert_int_equal(vp_check(&report, plan, NULL, NULL), VP_OK);
  assert_int_equal(vp_columns_of_findings(&columns, report, NULL), VP_OK);
  assert_true(vp_columns_row_count(columns) > 1);
  for (size_t i = 0; i < vp_columns_row_count(columns); i++) {
    const vp_finding *finding = vp_report_finding(report, i);
    assert_item(columns, "message", i, finding->message);
    assert_item(columns, "fingerprint", i, finding->fingerprint);
    assert_lines(columns, "notes", i, finding->notes, finding->note_count);
    assert_lines(columns, "help", i, finding->help, finding->help_count);
  }
  vp_columns_free(columns);
  vp_report_free(report);
  vp_plan_free(plan);
}

static void what_is_accepted_has_its_reason(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'assignments':[{'id':'u','title':'U','due':'2020'},{'id':'w','title':'W','due':'2020'}],"
      "'accepted':[{'rule':'date/outside-period','element':'w','reason':'försenat'}]");
  vp_columns *columns = findings_of(plan, "date/outside-period");
  assert_int_equal(vp_columns_row_count(columns), 2);
  assert_item(columns, "accepted", 0, NULL);
  assert_item(columns, "accepted", 1, "försenat");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void a_plan_without_a_text_has_no_lines(void **state) {
  (void)state;
  vp_plan *plan;
  const vp_element *risk;
  assert_int_equal(vp_plan_new(&plan, NULL, "p", "P", "2026", NULL), VP_OK);
  assert_int_equal(vp_plan_add(&risk, plan, vp_plan_root(plan), "risks", NULL), VP_OK);
  assert_int_equal(vp_plan_set(plan, risk, "id", "r", NULL), VP_OK);
  assert_int_equal(vp_plan_set(plan, risk, "title", "R", NULL), VP_OK);
  assert_int_equal(vp_plan_complete(plan, NULL), VP_OK);
  vp_columns *columns = findings_of(plan, "risk/unscored");
  assert_int_equal(vp_columns_row_count(columns), 1);
  assert_item(columns, "path", 0, "/risks");
  assert_item(columns, "line", 0, NULL);
  assert_item(columns, "column", 0, NULL);
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void a_plan_that_holds(void **state) {
  (void)state;
  vp_plan *plan = example_plan("programme-risks-5x5");
  vp_columns *columns = findings_of(plan, "risk");
  assert_int_equal(vp_columns_row_count(columns), 0);
  vp_columns_free(columns);
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_wrong_sum_and_the_figure_in_doubt),
      cmocka_unit_test(candidates_that_are_as_likely_are_only_counted),
      cmocka_unit_test(the_texts_of_a_report),
      cmocka_unit_test(what_is_accepted_has_its_reason),
      cmocka_unit_test(a_plan_without_a_text_has_no_lines),
      cmocka_unit_test(a_plan_that_holds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
