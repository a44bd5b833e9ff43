#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/baseline.h>

#include "checks.h"

static vp_baseline *baseline_from(const char *json) {
  output text = {NULL, 0};
  output_put(&text, json);
  straighten(text.bytes);
  vp_baseline *baseline = NULL;
  vp_error error = {.message = ""};
  if (vp_baseline_read(&baseline, NULL, text.bytes, text.length, &error) != VP_OK)
    fail_msg("%s", error.message);
  free(text.bytes);
  return baseline;
}

static output baseline_text(const vp_baseline *baseline) {
  output out = {NULL, 0};
  const vp_sink sink = {output_write, &out};
  assert_int_equal(vp_baseline_write(baseline, &sink, NULL), VP_OK);
  return out;
}

static vp_report *checked_with(const vp_plan *plan, const vp_baseline *baseline, vp_date as_of) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.baseline = baseline;
  options.as_of = as_of;
  return checked(plan, &options);
}

static vp_baseline *updated(const vp_baseline *old, const vp_report *report, const char *reason) {
  vp_baseline *made = NULL;
  vp_error error = {.message = ""};
  if (vp_baseline_update(&made, NULL, old, &report, 1, reason, NULL, &error) != VP_OK)
    fail_msg("%s", error.message);
  return made;
}

/* A baseline of all that is found in a plan of these members. */
static vp_baseline *baseline_of(const char *members) {
  vp_plan *plan = plan_with(members);
  vp_report *report = checked(plan, NULL);
  vp_baseline *made = updated(NULL, report, "känt");
  vp_report_free(report);
  vp_plan_free(plan);
  return made;
}

/* The paths of what a baseline accepts, and then of what it does not. */
static void accepts(const vp_baseline *baseline, const char *members, const char *wanted) {
  vp_plan *plan = plan_with(members);
  vp_report *report = checked_with(plan, baseline, (vp_date){0});
  output found = {NULL, 0};
  output_put(&found, "");
  for (int accepted = 1; accepted >= 0; accepted--) {
    for (size_t i = 0; i < vp_report_finding_count(report); i++) {
      const vp_finding *finding = vp_report_finding(report, i);
      if ((finding->acceptance != NULL) != accepted) continue;
      output_put(&found, finding->path);
      output_put(&found, " ");
    }
    output_put(&found, "|");
  }
  is_wanted(members, found.bytes, wanted);
  free(found.bytes);
  vp_report_free(report);
  vp_plan_free(plan);
}

#define LATE(ID, TITLE) "{'id':'" ID "','title':'" TITLE "','due':'2020'}"
#define PLANNED(...) "'assignments':[" __VA_ARGS__ "]"
#define FINE "{'id':'f','title':'F'}"

static void an_entry_finds_its_finding_again(void **state) {
  (void)state;
  vp_baseline *baseline = baseline_of(PLANNED(FINE "," LATE("a", "A")));
#define FIRST "/assignments/0/due "
#define SECOND "/assignments/1/due "
  accepts(baseline, PLANNED(LATE("a", "A")), FIRST "||");
  accepts(baseline, PLANNED(LATE("b", "A")), FIRST "||");
  accepts(baseline, PLANNED(LATE("a", "Annat namn")), FIRST "||");
  accepts(baseline, PLANNED(LATE("b", "B") "," LATE("a", "A")), SECOND "|" FIRST "|");
  /* the ids were exchanged: the text tells */
  accepts(baseline, PLANNED(LATE("a", "B") "," LATE("b", "A")), SECOND "|" FIRST "|");
  accepts(baseline, PLANNED(LATE("b", "A") "," LATE("a", "A")), SECOND "|" FIRST "|");
  /* nothing tells them apart */
  accepts(baseline, PLANNED(LATE("b", "A") "," LATE("c", "A")), FIRST "|" SECOND "|");
  /* both have changed: the entry matches nothing, which is found at the plan */
  accepts(baseline, PLANNED(LATE("b", "B")), "| " FIRST "|");
  vp_baseline_free(baseline);
}

static void an_entry_that_is_read_keeps_all_it_says(void **state) {
  (void)state;
  vp_baseline *baseline = baseline_from(
      "{'format':'vp-baseline/1','x-own':[1],'accepted':[{'plan':'p','rule':'date/outside-period',"
      "'fingerprint':'1','text_fingerprint':'2','path':'/a','message':'m','reason':'r',"
      "'until':'2026','x-by':{'n':1.50}}]}");
  output text = baseline_text(baseline);
  assert_string_equal(text.bytes,
                      "{\n  \"format\": \"vp-baseline/1\",\n  \"accepted\": [\n    {\n"
                      "      \"plan\": \"p\",\n      \"rule\": \"date/outside-period\",\n"
                      "      \"fingerprint\": \"1\",\n      \"text_fingerprint\": \"2\",\n"
                      "      \"path\": \"/a\",\n      \"message\": \"m\",\n"
                      "      \"reason\": \"r\",\n      \"until\": \"2026\",\n"
                      "      \"x-by\": {\"n\":1.50}\n    }\n  ],\n  \"x-own\": [1]\n}\n");
  vp_plan *plan = plan_with("'units':[]");
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  const char *const risk[] = {"risk"};
  options.select = risk;
  options.select_count = 1;
  options.baseline = baseline;
  vp_report *report = checked(plan, &options);
  assert_ptr_equal(vp_report_baseline(report), baseline);
  vp_baseline *again = updated(baseline, report, NULL);
  output second = baseline_text(again);
  assert_string_equal(second.bytes, text.bytes);
  free(second.bytes);
  free(text.bytes);
  vp_report_free(report);
  vp_plan_free(plan);
  vp_baseline_free(again);
  vp_baseline_free(baseline);
}

static size_t entries(const vp_baseline *baseline) {
  return vp_element_count(vp_baseline_root(baseline), "accepted");
}

static const char *said(const vp_baseline *baseline, size_t entry, const char *key) {
  return vp_element_text(vp_element_child(vp_baseline_root(baseline), "accepted", entry), key, 0);
}

static void what_is_accepted_keeps_its_reason(void **state) {
  (void)state;
  vp_baseline *first = baseline_of(PLANNED(LATE("a", "A")));
  vp_plan *plan = plan_with(PLANNED(LATE("b", "B") "," LATE("z", "A")));
  vp_report *report = checked_with(plan, first, (vp_date){0});
  vp_baseline *second = updated(first, report, "nytt");
  assert_int_equal(entries(second), 2);
  assert_string_equal(said(second, 0, "reason"), "känt");
  assert_string_equal(said(second, 0, "path"), "/assignments/1/due");
  assert_string_equal(said(second, 0, "fingerprint"), vp_report_finding(report, 1)->fingerprint);
  assert_string_equal(said(second, 1, "reason"), "nytt");
  assert_string_equal(said(second, 1, "message"), vp_report_finding(report, 0)->message);
  vp_report_free(report);
  vp_plan_free(plan);
  vp_baseline_free(second);
  vp_baseline_free(first);
}

static void an_entry_that_has_ended_is_made_anew(void **state) {
  (void)state;
  vp_plan *plan = plan_with(PLANNED(LATE("a", "A")));
  vp_report *report = checked(plan, NULL);
  vp_baseline *old = NULL, *renewed = NULL;
  assert_int_equal(vp_baseline_update(&old, NULL, NULL, (const vp_report *const *)&report, 1,
                                      "ett år", "2025", NULL),
                   VP_OK);
  vp_report_free(report);
  report = checked_with(plan, old, (vp_date){2026, 1, 1});
  assert_int_equal(vp_report_accepted_count(report), 0);
  assert_int_equal(result_of(report, "plan/expired-acceptance")->failed, 1);
  vp_error error;
  assert_int_equal(vp_baseline_update(&renewed, NULL, old, (const vp_report *const *)&report, 1,
                                      NULL, NULL, &error),
                   VP_ERROR_ARGUMENT);
  assert_string_equal(error.message,
                      "what is accepted needs a reason, and 1 of the findings has none");
  assert_null(renewed);
  renewed = updated(old, report, "ett år till");
  assert_int_equal(entries(renewed), 1);
  assert_string_equal(said(renewed, 0, "reason"), "ett år till");
  assert_null(said(renewed, 0, "until"));
  vp_report_free(report);
  vp_plan_free(plan);
  vp_baseline_free(renewed);
  vp_baseline_free(old);
}

static void what_the_plan_accepts_needs_no_entry(void **state) {
  (void)state;
#define IN_PLAN ",'accepted':[{'rule':'date/outside-period','element':'a','reason':'ja'}]"
  vp_baseline *baseline = baseline_of(PLANNED(LATE("a", "A")) IN_PLAN);
  assert_int_equal(entries(baseline), 0);
  vp_baseline_free(baseline);
  /* An entry is not unused because the plan goes before it, and goes when it is next written. */
  baseline = baseline_of(PLANNED(LATE("a", "A")));
  accepts(baseline, PLANNED(LATE("a", "A")) IN_PLAN, "/assignments/0/due ||");
  vp_plan *plan = plan_with(PLANNED(LATE("a", "A")) IN_PLAN);
  vp_report *report = checked_with(plan, baseline, (vp_date){0});
  assert_false(vp_report_finding(report, 0)->acceptance->in_baseline);
  vp_baseline *next = updated(baseline, report, NULL);
  assert_int_equal(entries(next), 0);
  vp_report_free(report);
  vp_plan_free(plan);
  vp_baseline_free(next);
  vp_baseline_free(baseline);
}

static void two_files_may_have_plans_of_one_id(void **state) {
  (void)state;
  vp_plan *plan = plan_with(PLANNED(LATE("a", "A")));
  vp_report *report = checked(plan, NULL);
  const vp_report *const reports[] = {report, NULL, report};
  vp_baseline *baseline = NULL;
  assert_int_equal(vp_baseline_update(&baseline, NULL, NULL, reports, 3, "känt", "2026-H1", NULL),
                   VP_OK);
  assert_int_equal(entries(baseline), 1);
  assert_string_equal(said(baseline, 0, "until"), "2026-H1");
  vp_report_free(report);
  vp_plan_free(plan);
  vp_baseline_free(baseline);
}

static void a_baseline_is_not_made_of_what_does_not_fit(void **state) {
  (void)state;
  vp_plan *plan = plan_with(PLANNED(LATE("a", "A")));
  vp_report *report = checked(plan, NULL);
  vp_baseline *other = baseline_of(PLANNED(LATE("a", "A"))), *made = NULL;
  const vp_report *const reports[] = {report};
  vp_error error;
  assert_int_equal(vp_baseline_update(&made, NULL, other, reports, 1, "r", NULL, &error),
                   VP_ERROR_ARGUMENT);
  assert_string_equal(error.message, "a report was checked with another baseline");
  assert_int_equal(vp_baseline_update(&made, NULL, NULL, reports, 1, "r", "snart", &error),
                   VP_ERROR_ARGUMENT);
  assert_string_equal(error.message, "\"snart\" is no period");
  assert_int_equal(vp_baseline_update(&made, NULL, NULL, reports, 1, "", NULL, NULL),
                   VP_ERROR_ARGUMENT);
  assert_null(made);
  vp_baseline_free(NULL);
  vp_baseline_free(other);
  vp_report_free(report);
  vp_plan_free(plan);
}

static void entries_of_other_plans_and_rules_are_not_judged(void **state) {
  (void)state;
#define ENTRY(PLAN, RULE, N)                                                                       \
  "{'plan':'" PLAN "','rule':'" RULE "','fingerprint':'" N "','text_fingerprint':'" N "','reason'" \
  ":'r'}"
  vp_baseline *baseline = baseline_from(
      "{'format':'vp-baseline/1','accepted':[" ENTRY("q", "date/order", "1") "," ENTRY(
          "p", "sju/egen", "2") "," ENTRY("p", "date/order", "3") "]}");
  vp_plan *plan = plan_with("'units':[]");
  vp_report *report = checked_with(plan, baseline, (vp_date){0});
  const vp_rule_result *result = result_of(report, "plan/unused-acceptance");
  assert_int_equal(result->applied, 1);
  assert_int_equal(result->failed, 1);
  assert_int_equal(result->not_applicable, 1);
  const vp_finding *finding = vp_report_finding(report, 0);
  assert_ptr_equal(finding->element, vp_plan_root(plan));
  assert_string_equal(value_of(finding, "entry")->text, "/accepted/2");
  vp_baseline *next = updated(baseline, report, NULL);
  assert_int_equal(entries(next), 2);
  vp_report_free(report);
  vp_plan_free(plan);
  vp_baseline_free(next);
  vp_baseline_free(baseline);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_entry_finds_its_finding_again),
      cmocka_unit_test(an_entry_that_is_read_keeps_all_it_says),
      cmocka_unit_test(what_is_accepted_keeps_its_reason),
      cmocka_unit_test(an_entry_that_has_ended_is_made_anew),
      cmocka_unit_test(what_the_plan_accepts_needs_no_entry),
      cmocka_unit_test(two_files_may_have_plans_of_one_id),
      cmocka_unit_test(a_baseline_is_not_made_of_what_does_not_fit),
      cmocka_unit_test(entries_of_other_plans_and_rules_are_not_judged),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
