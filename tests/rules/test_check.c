#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../base/allocator.h"
#include "checks.h"

/* A wrong sum, a missing cell, an unscored risk and a date that is none. */
#define FAULTY                                                               \
  "'budget':{'unit':'mnkr','tables':[{'id':'t','columns':['a','b'],'rows':[" \
  "{'id':'x','label':'X','values':['1,0','1,0']},"                           \
  "{'id':'y','label':'Y','values':['2,0',null]}],'total':['5,0','3,0']}]},"  \
  "'risks':[{'id':'r','title':'R'}],"                                        \
  "'events':[{'id':'e','title':'E','date':'2026-02-30'}]"

static void nothing_is_wrong_with_an_empty_plan(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'units':[]");
  vp_report *report = checked(plan, NULL);
  assert_int_equal(vp_report_finding_count(report), 0);
  assert_null(vp_report_finding(report, 0));
  assert_int_equal(vp_report_rule_count(report), vp_rule_count());
  assert_null(vp_report_rule(report, vp_rule_count()));
  assert_ptr_equal(vp_report_plan(report), plan);
  assert_int_equal(vp_report_language(report), VP_LANGUAGE_SV);
  for (size_t i = 0; i < vp_report_rule_count(report); i++) {
    const vp_rule_result *result = vp_report_rule(report, i);
    assert_ptr_equal(result->rule, vp_rule_at(i));
    assert_true(result->ran);
    assert_int_equal(result->failed, 0);
  }
  vp_report_free(report);
  vp_report_free(NULL);
  vp_plan_free(plan);
}

static void findings_stand_in_the_order_of_the_text(void **state) {
  (void)state;
  finds(FAULTY,
        "note budget/missing-cell /budget/tables/0/rows/1/values/1: talet för ”Y” i kolumnen ”b” i "
        "”t” saknas\n"
        "error budget/sum-impossible /budget/tables/0/total/0: kolumnen ”a” i ”t” ger 3,0 mnkr men "
        "5,0 mnkr är angivet: skillnaden −2,0 mnkr kan ingen avrundning förklara\n"
        "note risk/unscored /risks: 1 av 1 risker saknar riskvärde: r\n"
        "error date/invalid /events/0/date: ”2026-02-30” finns inte i kalendern\n");
  vp_plan *plan = plan_with(FAULTY);
  vp_report *report = checked(plan, NULL);
  assert_int_equal(vp_report_severity_count(report, VP_SEVERITY_ERROR), 2);
  assert_int_equal(vp_report_severity_count(report, VP_SEVERITY_WARNING), 0);
  assert_int_equal(vp_report_severity_count(report, VP_SEVERITY_NOTE), 2);
  assert_int_equal(vp_report_severity_count(report, (vp_severity)(VP_SEVERITY_ERROR + 1)), 0);
  assert_int_equal(result_of(report, "budget/missing-cell")->applied, 6);
  assert_int_equal(result_of(report, "budget/missing-cell")->failed, 1);
  vp_report_free(report);
  vp_plan_free(plan);
}

static void a_finding_knows_its_place_in_the_text(void **state) {
  (void)state;
  vp_plan *plan = plan_from("{\"format\":\"vp-plan/1\",\"id\":\"p\",\"title\":\"Ö\",\n"
                            "\"x-note\":\"åä\", \"period\":\"20XX\"}");
  vp_report *report = checked(plan, NULL);
  const vp_finding *finding = vp_report_finding(report, 0);
  assert_string_equal(finding->path, "/period");
  assert_ptr_equal(finding->element, vp_plan_root(plan));
  assert_int_equal(finding->line, 2);
  assert_int_equal(finding->column, 25);
  assert_int_equal(finding->end_line, 2);
  assert_int_equal(finding->end_column, 31);
  vp_report_free(report);
  vp_plan_free(plan);
}

/* The rules that found something, in order. */
static void found_by(const vp_check_options *options, const char *wanted) {
  vp_plan *plan = plan_with(FAULTY);
  vp_report *report = checked(plan, options);
  output found = {NULL, 0};
  output_put(&found, "");
  for (size_t i = 0; i < vp_report_finding_count(report); i++) {
    output_put(&found, vp_report_finding(report, i)->rule);
    output_put(&found, " ");
  }
  assert_string_equal(found.bytes, wanted);
  for (size_t i = 0; i < vp_report_rule_count(report); i++)
    if (!vp_report_rule(report, i)->ran) assert_int_equal(vp_report_rule(report, i)->applied, 0);
  free(found.bytes);
  vp_report_free(report);
  vp_plan_free(plan);
}

static void rules_are_selected_and_ignored(void **state) {
  (void)state;
  const char *const budget[] = {"budget"}, *const date_and_risk[] = {"date/invalid", "risk"},
                    *const missing[] = {"budget/missing-cell"};
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.select = budget;
  options.select_count = 1;
  found_by(&options, "budget/missing-cell budget/sum-impossible ");
  options.ignore = missing;
  options.ignore_count = 1;
  found_by(&options, "budget/sum-impossible ");
  options.ignore = budget;
  found_by(&options, "");
  options.select = date_and_risk;
  options.select_count = 2;
  found_by(&options, "risk/unscored date/invalid ");
  options.select_count = 0;
  found_by(&options, "risk/unscored date/invalid ");
}

static void a_rule_that_does_not_exist(void **state) {
  (void)state;
  static const struct {
    const char *name;
    const char *message;
  } cases[] = {
      {"budget/sum-imposible",
       "there is no rule \"budget/sum-imposible\": did you mean \"budget/sum-impossible\"?"},
      {"date/ordr", "there is no rule \"date/ordr\": did you mean \"date/order\"?"},
      {"claim/cont", "there is no rule \"claim/cont\": did you mean \"claim/count\"?"},
      {"budge", "there is no rule or family \"budge\""},
      {"budget/", "there is no rule or family \"budget/\""},
      {"", "there is no rule or family \"\""},
  };
  vp_plan *plan = plan_with("'units':[]");
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *const names[] = {"budget", cases[i].name};
    vp_report *report = NULL;
    vp_error error;
    vp_check_options options = VP_CHECK_OPTIONS_INIT;
    options.select = names;
    options.select_count = 2;
    assert_int_equal(vp_check(&report, plan, &options, &error), VP_ERROR_ARGUMENT);
    assert_string_equal(error.message, cases[i].message);
    options = (vp_check_options)VP_CHECK_OPTIONS_INIT;
    options.ignore = names;
    options.ignore_count = 2;
    assert_int_equal(vp_check(&report, plan, &options, NULL), VP_ERROR_ARGUMENT);
    assert_null(report);
  }
  vp_plan_free(plan);
}

/* A caller from before `ignore` was added. */
static void options_may_be_shorter_than_ours(void **state) {
  (void)state;
  const char *const risk[] = {"risk"}, *const all[] = {"no such rule"};
  vp_check_options options = {.size = offsetof(vp_check_options, ignore),
                              .language = VP_LANGUAGE_EN,
                              .select = risk,
                              .select_count = 1,
                              .ignore = all,
                              .ignore_count = 1};
  found_by(&options, "risk/unscored ");
}

static const char *fingerprint(const vp_report *report, const char *path) {
  const char *found = NULL;
  for (size_t i = 0; i < vp_report_finding_count(report); i++) {
    if (strcmp(vp_report_finding(report, i)->path, path) != 0) continue;
    assert_null(found);
    found = vp_report_finding(report, i)->fingerprint;
  }
  if (found == NULL) fail_msg("no finding at %s", path);
  return found;
}

static void same_fingerprint(const char *before, const char *before_path, const char *after,
                             const char *after_path) {
  vp_plan *first = plan_with(before), *second = plan_with(after);
  vp_report *first_report = checked(first, NULL), *second_report = checked(second, NULL);
  assert_string_equal(fingerprint(first_report, before_path),
                      fingerprint(second_report, after_path));
  vp_report_free(second_report);
  vp_report_free(first_report);
  vp_plan_free(second);
  vp_plan_free(first);
}

static void a_fingerprint_survives_what_moves(void **state) {
  (void)state;
#define CELLS(COLUMNS, ROWS) \
  "'budget':{'tables':[{'id':'t','columns':[" COLUMNS "],'rows':[" ROWS "]}]}"
#define CELL_ROW(ID, VALUES) "{'id':'" ID "','label':'L','values':[" VALUES "]}"
  same_fingerprint(CELLS("'a','b'", CELL_ROW("x", "1,2") "," CELL_ROW("y", "1,null")),
                   "/budget/tables/0/rows/1/values/1",
                   CELLS("'a','b'", CELL_ROW("y", "1,null") "," CELL_ROW("x", "1,2")),
                   "/budget/tables/0/rows/0/values/1");
  same_fingerprint(CELLS("'a','b'", CELL_ROW("y", "1,null")), "/budget/tables/0/rows/0/values/1",
                   CELLS("'n','b','a'", CELL_ROW("y", "7,null,1")),
                   "/budget/tables/0/rows/0/values/1");
  same_fingerprint(CELLS("'a','b','c'", CELL_ROW("x", "")), "/budget/tables/0/rows/0/values",
                   CELLS("'a','b','c'", CELL_ROW("y", "1,2,3") "," CELL_ROW("x", "1,2")),
                   "/budget/tables/0/rows/1/values");
#define LATE(ID) "{'id':'" ID "','title':'" ID "','due':'2020'}"
  same_fingerprint("'assignments':[" LATE("a") "]", "/assignments/0/due",
                   "'units':[{'id':'u','name':'U'}],'assignments':[" LATE("b") "," LATE("a") "]",
                   "/assignments/1/due");
#define ODD(PERIOD) "{'period':'" PERIOD "','value':'?'}"
  same_fingerprint(
      "'indicators':[{'id':'i','name':'I','observations':[" ODD("2024") "," ODD("2025") "]}]",
      "/indicators/0/observations/1/value",
      "'indicators':[{'id':'h','name':'H'},{'id':'i','name':'Nytt namn',"
      "'observations':[" ODD("2025") "]}]",
      "/indicators/1/observations/0/value");
}

static int by_text(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void all_fingerprints_differ(const vp_plan *plan) {
  vp_report *report = checked(plan, NULL);
  size_t count = vp_report_finding_count(report);
  assert_true(count > 0);
  const char **fingerprints = malloc(count * sizeof *fingerprints);
  assert_non_null(fingerprints);
  for (size_t i = 0; i < count; i++) {
    fingerprints[i] = vp_report_finding(report, i)->fingerprint;
    assert_int_equal(strlen(fingerprints[i]), 16);
    assert_int_equal(strspn(fingerprints[i], "0123456789abcdef"), 16);
  }
  qsort(fingerprints, count, sizeof *fingerprints, by_text);
  for (size_t i = 1; i < count; i++) assert_string_not_equal(fingerprints[i - 1], fingerprints[i]);
  free(fingerprints);
  vp_report_free(report);
}

static void findings_have_fingerprints_of_their_own(void **state) {
  (void)state;
  static const char *const members[] = {
      FAULTY,
      /* two ties with one total */
      "'budget':{'tables':[{'id':'t','columns':['c'],'rows':[" CELL_ROW("a", "1") "," CELL_ROW(
          "b", "5") "]}],'ties':[{'equal':['t.a.c','t.b.c']},{'label':'t.a.c = t.b.c',"
                    "'equal':['t.a.c','t.b.c']},{'sum':['t.a.c','t.a.c'],'equal':['t.b.c']}]}",
      /* a row without its two cells, and another that says nothing of them */
      CELLS("'a','b'", CELL_ROW("x", "") "," CELL_ROW("y", "null,null")),
      /* rows with one id */
      CELLS("'a'", CELL_ROW("x", "null") "," CELL_ROW("x", "null") "," CELL_ROW("x", "null")),
      /* two outcomes of one year */
      "'indicators':[{'id':'i','name':'I','observations':[" ODD("2025") "," ODD("2025") "]}]",
      /* one cell of a grid below both its neighbours */
      "'risk_model':{'score':'grid','scales':{"
      "'consequence':{'levels':[{'value':1,'name':'a'},{'value':2,'name':'b'}]},"
      "'likelihood':{'levels':[{'value':1,'name':'c'},{'value':2,'name':'d'}]}},"
      "'grid':[{'consequence':1,'values':[1,2]},{'consequence':2,'values':[2,1]}]}",
      /* references of one field */
      "'focus_areas':[{'id':'f','title':'F','indicators':['x','y','x']}]",
  };
  for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
    vp_plan *plan = plan_with(members[i]);
    all_fingerprints_differ(plan);
    vp_plan_free(plan);
  }
  static const char *const examples[] = {"bollebygd-socialnamnden-2026",
                                         "bollebygd-socialnamnden-2026-scan"};
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
    output json = example_text(examples[i]);
    vp_plan *plan = plan_from(json.bytes);
    all_fingerprints_differ(plan);
    vp_plan_free(plan);
    free(json.bytes);
  }
}

static void two_runs_say_the_same(void **state) {
  (void)state;
  output json = example_text("bollebygd-socialnamnden-2026-scan");
  vp_plan *plan = plan_from(json.bytes), *again = plan_from(json.bytes);
  vp_report *first = checked(plan, NULL), *second = checked(again, NULL);
  output lines = finding_lines(first), other_lines = finding_lines(second);
  output details = detail_lines(first), other_details = detail_lines(second);
  assert_string_equal(lines.bytes, other_lines.bytes);
  assert_string_equal(details.bytes, other_details.bytes);
  for (size_t i = 0; i < vp_report_finding_count(first); i++)
    assert_string_equal(vp_report_finding(first, i)->fingerprint,
                        vp_report_finding(second, i)->fingerprint);
  output *const texts[] = {&lines, &other_lines, &details, &other_details, &json};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) free(texts[i]->bytes);
  vp_report_free(second);
  vp_report_free(first);
  vp_plan_free(again);
  vp_plan_free(plan);
}

static void the_sample_plan_in_both_languages(void **state) {
  (void)state;
  output json = example_text("bollebygd-socialnamnden-2026-scan");
  vp_plan *plan = plan_from(json.bytes);
  vp_report *swedish = checked_in(plan, VP_LANGUAGE_SV);
  vp_report *english = checked_in(plan, VP_LANGUAGE_EN);
  are_well_said(swedish, english);
  output found = finding_lines(swedish);
  assert_string_equal(
      found.bytes,
      "warning indicator/partial-baseline /indicators/5/target/increase_from: ”Antal SIP” ska "
      "jämföras med 2025 men det utfallet täcker bara 2025-01/2025-11\n"
      "note budget/sum-rounding /budget/frame/closing/amount: ingående ram med förändringar ger "
      "231,3 mnkr men 231,2 mnkr är angivet: skillnaden +0,1 mnkr ryms i avrundningen\n"
      "error budget/sum-impossible /budget/tables/0/total/1: kolumnen ”Budget 2025” i "
      "”Internbudget” ger 131,2 mnkr men 231,2 mnkr är angivet: skillnaden −100,0 mnkr kan ingen "
      "avrundning förklara\n"
      "note risk/unscored /risks: 10 av 17 risker saknar riskvärde: r1, r2, r3, r4, r5, r6, r14, "
      "r15, r16 och r17\n"
      "warning risk/lower-risk-controlled-first /risks/10/title: risken ”Hantering av privata "
      "medel” (6) har en kontroll men 2 risker med högre värde har ingen: r7 (9) och r8 (9)\n");
  free(found.bytes);
  free(json.bytes);
  vp_report_free(english);
  vp_report_free(swedish);
  vp_plan_free(plan);
}

static void the_programme_is_sound(void **state) {
  (void)state;
  output json = example_text("programme-risks-5x5");
  vp_plan *plan = plan_from(json.bytes);
  vp_report *report = checked(plan, NULL);
  assert_int_equal(vp_report_finding_count(report), 0);
  vp_report_free(report);
  vp_plan_free(plan);
  free(json.bytes);
}

static void memory_may_run_out_anywhere(void **state) {
  (void)state;
  counting_allocator counter = {.calls = -1};
  vp_allocator allocator = counting(&counter);
  vp_context *context;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  output json = example_text("bollebygd-socialnamnden-2026-scan");
  vp_plan *plan;
  assert_int_equal(vp_plan_read(&plan, context, json.bytes, json.length, NULL), VP_OK);
  int live = counter.live;
  vp_report *report = NULL;
  vp_status status = VP_ERROR_MEMORY;
  for (int calls = 0; status != VP_OK; calls++) {
    counter.calls = calls;
    status = vp_check(&report, plan, NULL, NULL);
    assert_true(status == VP_OK || status == VP_ERROR_MEMORY);
    if (status != VP_OK) assert_int_equal(counter.live, live);
  }
  assert_int_equal(vp_report_finding_count(report), 5);
  vp_report_free(report);
  assert_int_equal(counter.live, live);
  counter.calls = -1;
  vp_plan_free(plan);
  vp_context_free(context);
  free(json.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_is_wrong_with_an_empty_plan),
      cmocka_unit_test(findings_stand_in_the_order_of_the_text),
      cmocka_unit_test(a_finding_knows_its_place_in_the_text),
      cmocka_unit_test(rules_are_selected_and_ignored),
      cmocka_unit_test(a_rule_that_does_not_exist),
      cmocka_unit_test(options_may_be_shorter_than_ours),
      cmocka_unit_test(a_fingerprint_survives_what_moves),
      cmocka_unit_test(findings_have_fingerprints_of_their_own),
      cmocka_unit_test(two_runs_say_the_same),
      cmocka_unit_test(the_sample_plan_in_both_languages),
      cmocka_unit_test(the_programme_is_sound),
      cmocka_unit_test(memory_may_run_out_anywhere),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
