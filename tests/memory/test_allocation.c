/* Reading, checking, the engines, columns and reports. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "memory/attempts.h"

static vp_status make_context(vp_error *error) {
  const vp_allocator allocator = counting(&counter);
  vp_context *made = NULL;
  vp_status status = vp_context_new(&made, &allocator, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_context_free(made);
  return status;
}

static vp_status read_plan(vp_error *error) {
  vp_plan *made = NULL;
  vp_status status = vp_plan_read(&made, context, text.bytes, text.length, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_plan_free(made);
  return status;
}

static vp_status write_plan(vp_error *error) { return vp_plan_write(plan, &nowhere, error); }

static vp_status check_in(vp_language language, vp_error *error) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  options.as_of = (vp_date){2026, 3, 14};
  vp_report *made = NULL;
  vp_status status = vp_check(&made, plan, &options, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_report_free(made);
  return status;
}

static vp_status check_in_swedish(vp_error *error) { return check_in(VP_LANGUAGE_SV, error); }

static vp_status check_in_english(vp_error *error) { return check_in(VP_LANGUAGE_EN, error); }

static vp_status write_text(vp_error *error) {
  const vp_report_file file = {.name = "plan.json", .report = report};
  return vp_report_write_text(&file, VP_REPORT_COLOUR, &nowhere, error);
}

typedef vp_status writer(const vp_report_file *files, size_t count, const vp_sink *sink,
                         vp_error *error);

static vp_status write_twice(writer *write, vp_error *error) {
  const vp_report_file files[] = {{.name = "plan.json", .report = report},
                                  {.name = "again.json", .report = report}};
  return write(files, 2, &nowhere, error);
}

static vp_status write_json(vp_error *error) { return write_twice(vp_report_write_json, error); }

static vp_status write_sarif(vp_error *error) { return write_twice(vp_report_write_sarif, error); }

static vp_status write_junit(vp_error *error) { return write_twice(vp_report_write_junit, error); }

static vp_status write_github(vp_error *error) {
  return write_twice(vp_report_write_github, error);
}

static vp_status write_schema(vp_error *error) { return vp_schema_write(context, &nowhere, error); }

static vp_status reconcile(vp_error *error) {
  vp_reconciliation *made = NULL;
  vp_status status = vp_reconcile(&made, plan, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_reconciliation_free(made);
  return status;
}

static vp_status score(vp_error *error) {
  vp_scoring *made = NULL;
  vp_status status = vp_score(&made, plan, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_scoring_free(made);
  return status;
}

static vp_status track(vp_error *error) {
  vp_tracking *made = NULL;
  vp_status status = vp_track(&made, plan, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_tracking_free(made);
  return status;
}

static vp_columns *columns;

/* Frees them, whether they were made or not. */
static vp_status made_columns(vp_status status) {
  assert_true((columns != NULL) == (status == VP_OK));
  vp_columns_free(columns);
  columns = NULL;
  return status;
}

static vp_status columns_of_indicators(vp_error *error) {
  return made_columns(vp_columns_of_elements(&columns, vp_plan_root(plan), "indicator", error));
}

static vp_status columns_of_scales(vp_error *error) {
  return made_columns(vp_columns_of_elements(&columns, vp_plan_root(plan), "scale", error));
}

static vp_status columns_of_results(vp_error *error) {
  vp_reconciliation *reconciliation = NULL;
  vp_scoring *scoring = NULL;
  vp_tracking *tracking = NULL;
  vp_status status = vp_reconcile(&reconciliation, plan, error);
  if (status == VP_OK) status = vp_score(&scoring, plan, error);
  if (status == VP_OK) status = vp_track(&tracking, plan, error);
  if (status == VP_OK) status = made_columns(vp_columns_of_cells(&columns, reconciliation, error));
  if (status == VP_OK)
    status = made_columns(vp_columns_of_relations(&columns, reconciliation, error));
  if (status == VP_OK) status = made_columns(vp_columns_of_risks(&columns, scoring, error));
  if (status == VP_OK) status = made_columns(vp_columns_of_indicators(&columns, tracking, error));
  vp_tracking_free(tracking);
  vp_scoring_free(scoring);
  vp_reconciliation_free(reconciliation);
  return status;
}

static vp_status gather_findings(vp_error *error) {
  static const size_t rows[] = {1, 0};
  vp_columns *findings = NULL, *taken = NULL;
  vp_status status = vp_columns_of_findings(&findings, report, error);
  if (status == VP_OK) status = vp_columns_prepend(findings, "plan", "p", error);
  if (status == VP_OK) status = vp_columns_take(&taken, findings, rows, 2, error);
  if (status == VP_OK) {
    const vp_columns *const parts[] = {findings, taken};
    status = made_columns(vp_columns_concatenate(&columns, parts, 2, error));
  }
  vp_columns_free(taken);
  vp_columns_free(findings);
  return status;
}

static vp_status export_findings(vp_error *error) {
  struct ArrowSchema schema = {.release = NULL};
  struct ArrowArray array = {.release = NULL};
  vp_status status = vp_columns_of_findings(&columns, report, error);
  if (status != VP_OK) return made_columns(status);
  status = vp_columns_export(&schema, &array, columns, error);
  assert_true((schema.release != NULL) == (status == VP_OK));
  assert_true((array.release != NULL) == (status == VP_OK));
  if (status != VP_OK) vp_columns_free(columns);
  columns = NULL;
  if (schema.release != NULL) schema.release(&schema);
  if (array.release != NULL) array.release(&array);
  return status;
}

static void reading_and_writing(void **state) {
  (void)state;
  attempt *const calls[] = {read_plan, write_plan};
  with_every_example(calls, 2);
}

static void checking_and_reporting(void **state) {
  (void)state;
  attempt *const calls[] = {check_in_swedish, check_in_english, write_text,  write_json,
                            write_sarif,      write_junit,      write_github};
  with_every_example(calls, 7);
}

static void the_engines(void **state) {
  (void)state;
  attempt *const calls[] = {reconcile, score, track};
  with_every_example(calls, 3);
}

static void the_columns(void **state) {
  (void)state;
  attempt *const calls[] = {columns_of_indicators, columns_of_scales, columns_of_results,
                            gather_findings, export_findings};
  with_every_example(calls, 5);
}

static void what_needs_no_plan(void **state) {
  (void)state;
  fails_at_every_allocation(make_context);
  fails_at_every_allocation(write_schema);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reading_and_writing), cmocka_unit_test(checking_and_reporting),
      cmocka_unit_test(the_engines),         cmocka_unit_test(the_columns),
      cmocka_unit_test(what_needs_no_plan),
  };
  return cmocka_run_group_tests(tests, begin, end);
}
