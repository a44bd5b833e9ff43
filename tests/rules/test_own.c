#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/rule_set.h>

#include "checks.h"

/* The report of a plan on which that check alone ran, as a rule of the host program. */
typedef struct fixture {
  vp_rule_set *set;
  vp_plan *plan;
  vp_report *report;
  vp_status status;
  vp_error error;
} fixture;

static fixture run(vp_own_check check, void *user, vp_language language) {
  static const char *const family[] = {"own"};
  const vp_own_rule rule = {.size = sizeof rule,
                            .id = "own/rule",
                            .severity = VP_SEVERITY_NOTE,
                            .title_sv = "en egen regel",
                            .title_en = "an own rule",
                            .check = check,
                            .user = user};
  fixture f = {.plan = plan_with("'budget':{'tables':[{'id':'t','columns':['c','d'],'rows':["
                                 "{'id':'a','label':'A','values':['1','2']}]}]},"
                                 "'risks':[{'id':'r','title':'Hot'}]")};
  assert_int_equal(vp_rule_set_new(&f.set, NULL, NULL), VP_OK);
  assert_int_equal(vp_rule_set_add(f.set, &rule, NULL), VP_OK);
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  options.as_of = (vp_date){2026, 3, 14};
  options.select = family;
  options.select_count = 1;
  options.rules = f.set;
  f.status = vp_check(&f.report, f.plan, &options, &f.error);
  return f;
}

static void done(fixture f) {
  vp_report_free(f.report);
  vp_plan_free(f.plan);
  vp_rule_set_free(f.set);
}

static const vp_finding *only_finding(const fixture *f) {
  assert_int_equal(f->status, VP_OK);
  assert_int_equal(vp_report_finding_count(f->report), 1);
  return vp_report_finding(f->report, 0);
}

/* Runs the check in the language, and compares what its only finding says. */
static void says(vp_own_check check, vp_language language, const char *wanted) {
  fixture f = run(check, NULL, language);
  output message = {NULL, 0};
  output_put(&message, only_finding(&f)->message);
  with_plain_spaces(&message);
  assert_string_equal(message.bytes, wanted);
  free(message.bytes);
  done(f);
}

static int ask(vp_run *run, const vp_plan *plan, void *user) {
  (void)plan;
  const vp_date as_of = vp_run_as_of(run);
  *(bool *)user = vp_run_language(run) == VP_LANGUAGE_EN && as_of.year == 2026 &&
                  as_of.month == 3 && as_of.day == 14;
  return 0;
}

static void a_rule_knows_the_language_and_the_day(void **state) {
  (void)state;
  bool is_right = false;
  fixture f = run(ask, &is_right, VP_LANGUAGE_EN);
  assert_int_equal(f.status, VP_OK);
  assert_true(is_right);
  done(f);
}

static int report_values(vp_run *run, const vp_plan *plan, void *user) {
  (void)user;
  const vp_interval interval = {.low = {.value = {5, 0}}, .high = {.unbounded = true}};
  vp_run_text(run, "early", "has no finding to stand in");
  vp_run_number(run, "early", (vp_decimal){1, 0}, VP_UNIT_NONE);
  vp_run_interval(run, "early", interval, VP_UNIT_NONE);
  vp_run_report(run, vp_plan_root(plan), NULL, "{text}, {number}, {+number}, {interval}, {early}",
                NULL);
  vp_run_text(run, "text", NULL);
  vp_run_number(run, "number", (vp_decimal){10, 0}, VP_UNIT_TKR);
  vp_run_interval(run, "interval", interval, VP_UNIT_TKR);
  return 0;
}

static void values_stand_where_the_text_names_them(void **state) {
  (void)state;
  says(report_values, VP_LANGUAGE_SV, ", 10 tkr, +10 tkr, minst 5 tkr, {early}");
  says(report_values, VP_LANGUAGE_EN, ", 10 tkr, +10 tkr, at least 5 tkr, {early}");
  fixture f = run(report_values, NULL, VP_LANGUAGE_SV);
  const vp_finding *finding = only_finding(&f);
  assert_string_equal(finding->path, "");
  assert_int_equal(finding->value_count, 3);
  assert_string_equal(value_of(finding, "text")->text, "");
  assert_int_equal(value_of(finding, "number")->kind, VP_VALUE_NUMBER);
  assert_int_equal(value_of(finding, "number")->unit, VP_UNIT_TKR);
  assert_true(value_of(finding, "interval")->interval.high.unbounded);
  done(f);
}

static int report_interval(vp_run *run, const vp_plan *plan, void *user) {
  vp_run_report(run, vp_plan_root(plan), NULL, "{interval}", NULL);
  vp_run_interval(run, "interval", *(const vp_interval *)user, VP_UNIT_INDEX);
  return 0;
}

static void an_interval_is_said_in_words(void **state) {
  (void)state;
  const vp_bound five = {.value = {5, 0}}, open_five = {.value = {5, 0}, .open = true};
  const vp_bound six = {.value = {6, 0}}, open_six = {.value = {6, 0}, .open = true};
  const vp_bound none = {.unbounded = true};
  const struct {
    vp_interval interval;
    const char *swedish, *english;
  } cases[] = {
      {{five, five}, "5", "5"},
      {{five, six}, "mellan 5 och 6", "between 5 and 6"},
      {{open_five, six}, "mer än 5 och högst 6", "more than 5 and at most 6"},
      {{five, open_six}, "minst 5 och mindre än 6", "at least 5 and less than 6"},
      {{open_five, none}, "mer än 5", "more than 5"},
      {{none, six}, "högst 6", "at most 6"},
      {{none, open_six}, "mindre än 6", "less than 6"},
      {{none, none}, "vilket tal som helst", "any number"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_interval interval = cases[i].interval;
    fixture swedish = run(report_interval, &interval, VP_LANGUAGE_SV);
    fixture english = run(report_interval, &interval, VP_LANGUAGE_EN);
    assert_string_equal(only_finding(&swedish)->message, cases[i].swedish);
    assert_string_equal(only_finding(&english)->message, cases[i].english);
    done(english);
    done(swedish);
  }
}

static int report_braces(vp_run *run, const vp_plan *plan, void *user) {
  (void)user;
  vp_run_report(run, vp_plan_root(plan), NULL, "{}{+} {a {b} } {na} {name", "english");
  vp_run_text(run, "name", "NAME");
  vp_run_text(run, "b", "{name}");
  return 0;
}

static void what_names_no_value_stays(void **state) {
  (void)state;
  says(report_braces, VP_LANGUAGE_SV, "{}{+} {a {b} } {na} {name");
}

static int report_again(vp_run *run, const vp_plan *plan, void *user) {
  (void)user;
  vp_run_report(run, vp_plan_root(plan), NULL, NULL, "{a}{b}");
  vp_run_text(run, "a", "first");
  vp_run_text(run, "b", "!");
  vp_run_text(run, "a", "second");
  return 0;
}

static void a_value_given_again_replaces_the_first(void **state) {
  (void)state;
  says(report_again, VP_LANGUAGE_SV, "second!");
}

static int report_many(vp_run *run, const vp_plan *plan, void *user) {
  (void)user;
  vp_run_report(run, vp_plan_root(plan), NULL, "{v1} {v16} {v17} {v40}", NULL);
  for (int i = 1; i <= 40; i++) {
    char name[8];
    snprintf(name, sizeof name, "v%d", i);
    vp_run_text(run, name, name);
  }
  return 0;
}

static void of_more_than_sixteen_values_the_last_takes_the_last_place(void **state) {
  (void)state;
  says(report_many, VP_LANGUAGE_EN, "v1 {v16} {v17} v40");
}

static int report_lines(vp_run *run, const vp_plan *plan, void *user) {
  (void)user;
  vp_run_note(run, "för tidigt", "too early");
  vp_run_report(run, vp_plan_root(plan), "title", "sv", "en");
  vp_run_note(run, NULL, NULL);
  vp_run_note(run, NULL, "english alone");
  vp_run_note(run, "andra", "second");
  vp_run_help(run, "hjälp", NULL);
  vp_run_help(run, NULL, NULL);
  return 0;
}

static void a_line_without_a_language_is_taken_from_the_other(void **state) {
  (void)state;
  fixture f = run(report_lines, NULL, VP_LANGUAGE_SV);
  const vp_finding *finding = only_finding(&f);
  assert_int_equal(finding->note_count, 2);
  assert_string_equal(finding->notes[0], "english alone");
  assert_string_equal(finding->notes[1], "andra");
  assert_int_equal(finding->help_count, 1);
  assert_string_equal(finding->help[0], "hjälp");
  assert_string_equal(finding->path, "/title");
  done(f);
  f = run(report_lines, NULL, VP_LANGUAGE_EN);
  assert_string_equal(only_finding(&f)->notes[1], "second");
  assert_string_equal(only_finding(&f)->help[0], "hjälp");
  done(f);
}

static int report_nothing(vp_run *run, const vp_plan *plan, void *user) {
  (void)user;
  vp_run_report(run, vp_plan_root(plan), NULL, NULL, NULL);
  return 0;
}

static int report_where_nothing_is(vp_run *run, const vp_plan *plan, void *user) {
  (void)user;
  vp_run_report(run, vp_plan_root(plan), "titel", "x", "x");
  vp_run_text(run, "name", "unheard");
  return 1;
}

static void a_report_needs_a_message_and_a_field_that_is_there(void **state) {
  (void)state;
  static const vp_own_check checks[] = {report_nothing, report_where_nothing_is};
  for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
    fixture f = run(checks[i], NULL, VP_LANGUAGE_SV);
    assert_int_equal(f.status, VP_ERROR_ARGUMENT);
    assert_null(f.report);
    done(f);
  }
}

typedef struct item {
  const char *field;
  size_t index;
} item;

static int report_an_item(vp_run *run, const vp_plan *plan, void *user) {
  const item *at = user;
  const vp_element *budget = vp_element_child(vp_plan_root(plan), "budget", 0);
  const vp_element *table = vp_element_child(budget, "tables", 0);
  vp_run_item(run, 9); /* of nothing */
  vp_run_report(run, vp_element_child(table, "rows", 0), at->field, "x", "x");
  vp_run_item(run, at->index);
  return 0;
}

static void an_item_of_a_field(void **state) {
  (void)state;
  fixture f = run(report_an_item, &(item){"values", 1}, VP_LANGUAGE_SV);
  assert_string_equal(only_finding(&f)->path, "/budget/tables/0/rows/0/values/1");
  done(f);
  static const item wrong[] = {{"values", 2}, {"label", 0}, {NULL, 0}};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    item at = wrong[i];
    f = run(report_an_item, &at, VP_LANGUAGE_SV);
    assert_int_equal(f.status, VP_ERROR_ARGUMENT);
    assert_string_equal(f.error.message,
                        "the rule \"own/rule\" reported an item that is not there");
    done(f);
  }
}

static void an_own_rule_has_no_page(void **state) {
  (void)state;
  fixture f = run(report_lines, NULL, VP_LANGUAGE_SV);
  const vp_rule *rule = vp_report_rule(f.report, vp_report_rule_count(f.report) - 1)->rule;
  assert_string_equal(vp_rule_id(rule), "own/rule");
  assert_int_equal(vp_rule_severity(rule), VP_SEVERITY_NOTE);
  assert_string_equal(vp_rule_page(rule, VP_LANGUAGE_SV), "");
  assert_string_equal(vp_rule_example(rule, true), "");
  assert_int_equal(vp_report_severity_count(f.report, VP_SEVERITY_NOTE), 1);
  done(f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_rule_knows_the_language_and_the_day),
      cmocka_unit_test(values_stand_where_the_text_names_them),
      cmocka_unit_test(an_interval_is_said_in_words),
      cmocka_unit_test(what_names_no_value_stays),
      cmocka_unit_test(a_value_given_again_replaces_the_first),
      cmocka_unit_test(of_more_than_sixteen_values_the_last_takes_the_last_place),
      cmocka_unit_test(a_line_without_a_language_is_taken_from_the_other),
      cmocka_unit_test(a_report_needs_a_message_and_a_field_that_is_there),
      cmocka_unit_test(an_item_of_a_field),
      cmocka_unit_test(an_own_rule_has_no_page),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
