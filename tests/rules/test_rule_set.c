#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/report.h>
#include <vp/rule_set.h>

#include "allocator.h"
#include "plans.h"

typedef struct witness {
  int checks;
  int destroyed;
  int answer;
} witness;

/* Every risk has an owner. */
static int owners(vp_run *run, const vp_plan *plan, void *user) {
  witness *w = user;
  const vp_element *root = vp_plan_root(plan);
  w->checks++;
  for (size_t i = 0; i < vp_element_count(root, "risks"); i++) {
    const vp_element *risk = vp_element_child(root, "risks", i);
    char title[64]; /* the texts are copied */
    snprintf(title, sizeof title, "%s", vp_element_text(risk, "title", 0));
    if (vp_element_text(risk, "consequence", 0) == NULL) {
      vp_run_not_applicable(run);
      continue;
    }
    vp_run_applied(run);
    if (vp_element_text(risk, "owner", 0) != NULL) continue;
    vp_run_report(run, risk, "title", "”{title}” har ingen ägare ({+weight})",
                  "\"{title}\" has no owner ({+weight})");
    vp_run_text(run, "title", title);
    vp_run_number(run, "weight", (vp_decimal){15, -1}, VP_UNIT_PERCENT);
    vp_run_note(run, "första", "first");
    vp_run_note(run, "andra {title}", NULL);
    vp_run_help(run, NULL, "name one");
    snprintf(title, sizeof title, "overwritten");
  }
  return w->answer;
}

static void destroy(void *user) { ((witness *)user)->destroyed++; }

static const vp_own_rule owner_rule = {
    .size = sizeof(vp_own_rule),
    .id = "sju/risk-owner",
    .severity = VP_SEVERITY_WARNING,
    .title_sv = "en risk har ingen ägare",
    .title_en = "a risk has no owner",
    .check = owners,
    .destroy = destroy,
};

static vp_rule_set *set_with(witness *w) {
  vp_rule_set *set = NULL;
  vp_own_rule rule = owner_rule;
  rule.user = w;
  assert_int_equal(vp_rule_set_new(&set, NULL, NULL), VP_OK);
  assert_int_equal(vp_rule_set_add(set, &rule, NULL), VP_OK);
  return set;
}

#define RISKS                                                              \
  "\"risks\":[{\"id\":\"a\",\"title\":\"Hot\",\"consequence\":3},"         \
  "{\"id\":\"b\",\"title\":\"Stress\",\"consequence\":2,\"owner\":\"X\"}," \
  "{\"id\":\"c\",\"title\":\"Taxor\"}]"

static void an_own_rule_stands_beside_the_others(void **state) {
  (void)state;
  witness w = {.answer = 0};
  vp_rule_set *set = set_with(&w);
  vp_plan *plan = plan_with(RISKS);
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  vp_report *report = NULL;
  options.rules = set;
  assert_int_equal(vp_check(&report, plan, &options, NULL), VP_OK);
  assert_int_equal(w.checks, 1);

  size_t count = vp_report_rule_count(report);
  assert_int_equal(count, vp_rule_count() + 1);
  const vp_rule_result *result = vp_report_rule(report, count - 1);
  assert_string_equal(vp_rule_id(result->rule), "sju/risk-owner");
  assert_string_equal(vp_rule_title(result->rule, VP_LANGUAGE_EN), "a risk has no owner");
  assert_int_equal(result->applied, 2);
  assert_int_equal(result->failed, 1);
  assert_int_equal(result->not_applicable, 1);

  const vp_finding *found = NULL;
  for (size_t i = 0; i < vp_report_finding_count(report); i++) {
    const vp_finding *finding = vp_report_finding(report, i);
    if (strcmp(finding->rule, "sju/risk-owner") == 0) found = finding;
  }
  assert_non_null(found);
  assert_string_equal(found->message, "”Hot” har ingen ägare (+1,5\xC2\xA0%)");
  assert_string_equal(found->path, "/risks/0/title");
  assert_int_equal(found->line, 1);
  assert_int_equal(found->note_count, 2);
  assert_string_equal(found->notes[1], "andra Hot");
  assert_string_equal(found->help[0], "name one");
  assert_int_equal(found->severity, VP_SEVERITY_WARNING);
  assert_int_equal(strlen(found->fingerprint), 16);

  output json = {NULL, 0};
  const vp_sink sink = {output_write, &json};
  const vp_report_file file = {.name = "plan.json", .report = report};
  assert_int_equal(vp_report_write_json(&file, 1, &sink, NULL), VP_OK);
  assert_non_null(strstr(json.bytes, "\"rule\": \"sju/risk-owner\""));
  free(json.bytes);
  vp_report_free(report);
  vp_plan_free(plan);
  vp_rule_set_free(set);
  assert_int_equal(w.destroyed, 1);
  vp_rule_set_free(NULL);
}

static void own_rules_can_be_selected_by_id_and_family(void **state) {
  (void)state;
  static const char *const names[] = {"sju/risk-owner", "sju"};
  witness w = {.answer = 0};
  vp_rule_set *set = set_with(&w);
  vp_plan *plan = plan_with(RISKS);
  for (size_t i = 0; i < 2; i++) {
    vp_check_options options = VP_CHECK_OPTIONS_INIT;
    vp_report *report = NULL;
    vp_error error = {.message = ""};
    options.select = &names[i];
    options.select_count = 1;
    assert_int_equal(vp_check(&report, plan, &options, &error), VP_ERROR_ARGUMENT);
    options.rules = set;
    assert_int_equal(vp_check(&report, plan, &options, NULL), VP_OK);
    assert_int_equal(vp_report_finding_count(report), 1);
    vp_report_free(report);
  }
  vp_plan_free(plan);
  vp_rule_set_free(set);
}

static void a_rule_can_stop_the_check(void **state) {
  (void)state;
  witness w = {.answer = 7};
  vp_rule_set *set = set_with(&w);
  vp_plan *plan = plan_with(RISKS);
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  vp_report *report = NULL;
  vp_error error = {.message = ""};
  options.rules = set;
  assert_int_equal(vp_check(&report, plan, &options, &error), VP_ERROR_CALLBACK);
  assert_string_equal(error.message, "the rule \"sju/risk-owner\" stopped the check");
  assert_null(report);
  vp_plan_free(plan);
  vp_rule_set_free(set);
}

static int wrong_field(vp_run *run, const vp_plan *plan, void *user) {
  (void)user;
  vp_run_note(run, "utan anmärkning", "without a finding"); /* has nothing to stand in */
  vp_run_report(run, vp_plan_root(plan), "titel", "x", "x");
  return 0;
}

static int report_given(vp_run *run, const vp_plan *plan, void *user) {
  (void)plan;
  vp_run_report(run, user, NULL, "x", "x");
  return 0;
}

static void is_refused(const vp_plan *plan, const vp_element *element) {
  vp_rule_set *set = NULL;
  vp_own_rule rule = owner_rule;
  vp_error error = {.message = ""};
  rule.check = report_given;
  rule.user = (void *)(uintptr_t)element;
  rule.destroy = NULL;
  assert_int_equal(vp_rule_set_new(&set, NULL, NULL), VP_OK);
  assert_int_equal(vp_rule_set_add(set, &rule, NULL), VP_OK);
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  vp_report *report = NULL;
  options.rules = set;
  assert_int_equal(vp_check(&report, plan, &options, &error), VP_ERROR_ARGUMENT);
  assert_string_equal(
      error.message,
      "the rule \"sju/risk-owner\" reported an element or a field that is not there");
  vp_rule_set_free(set);
}

static void an_element_that_is_not_there_is_refused(void **state) {
  (void)state;
  vp_plan *plan = plan_with(RISKS), *other = plan_with(RISKS);
  is_refused(plan, NULL);
  is_refused(plan, vp_plan_root(other));
  is_refused(plan, vp_plan_find(other, "a"));
  vp_plan_free(plan);
  vp_plan_free(other);
}

static void what_a_rule_does_wrong_is_said(void **state) {
  (void)state;
  vp_rule_set *set = NULL;
  vp_own_rule rule = owner_rule;
  vp_error error = {.message = ""};
  assert_int_equal(vp_rule_set_new(&set, NULL, NULL), VP_OK);
  static const char *const ids[] = {NULL,   "",       "owner",   "Sju/owner",
                                    "sju/", "/owner", "sju/a/b", "budget/sum-rounding"};
  for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
    rule.id = ids[i];
    assert_int_equal(vp_rule_set_add(set, &rule, &error), VP_ERROR_ARGUMENT);
  }
  assert_string_equal(error.message, "there is a rule \"budget/sum-rounding\" already");
  vp_own_rule lacking[] = {owner_rule, owner_rule, owner_rule, owner_rule};
  lacking[0].title_sv = NULL;
  lacking[1].title_en = NULL;
  lacking[2].check = NULL;
  lacking[3].severity = (vp_severity)(VP_SEVERITY_ERROR + 1);
  for (size_t i = 0; i < sizeof lacking / sizeof *lacking; i++) {
    assert_int_equal(vp_rule_set_add(set, &lacking[i], &error), VP_ERROR_ARGUMENT);
    assert_string_equal(error.message,
                        "the rule \"sju/risk-owner\" lacks a title, a severity or a check");
  }
  rule = owner_rule;
  rule.check = wrong_field;
  rule.destroy = NULL;
  assert_int_equal(vp_rule_set_add(set, &rule, &error), VP_OK);
  assert_int_equal(vp_rule_set_add(set, &rule, &error), VP_ERROR_ARGUMENT);

  vp_plan *plan = plan_with(RISKS);
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  vp_report *report = NULL;
  options.rules = set;
  assert_int_equal(vp_check(&report, plan, &options, &error), VP_ERROR_ARGUMENT);
  assert_non_null(strstr(error.message, "sju/risk-owner"));
  vp_plan_free(plan);
  vp_rule_set_free(set);
}

static void older_options_are_taken_without_rules(void **state) {
  (void)state;
  witness w = {.answer = 0};
  vp_rule_set *set = set_with(&w);
  vp_plan *plan = plan_with(RISKS);
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  vp_report *report = NULL;
  options.rules = set;
  options.size = offsetof(vp_check_options, rules);
  assert_int_equal(vp_check(&report, plan, &options, NULL), VP_OK);
  assert_int_equal(w.checks, 0);
  assert_int_equal(vp_report_rule_count(report), vp_rule_count());
  vp_report_free(report);
  vp_plan_free(plan);
  vp_rule_set_free(set);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_own_rule_stands_beside_the_others),
      cmocka_unit_test(own_rules_can_be_selected_by_id_and_family),
      cmocka_unit_test(a_rule_can_stop_the_check),
      cmocka_unit_test(what_a_rule_does_wrong_is_said),
      cmocka_unit_test(an_element_that_is_not_there_is_refused),
      cmocka_unit_test(older_options_are_taken_without_rules),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
