#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/check.h>

#include "../base/random.h"
#include "plans.h"

static vp_report *check(const vp_plan *plan, vp_language language) {
  static const char *const budget[] = {"budget"};
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  vp_report *report = NULL;
  options.language = language;
  options.select = budget;
  options.select_count = 1;
  assert_int_equal(vp_check(&report, plan, &options, NULL), VP_OK);
  return report;
}

static const vp_finding *only_error(const vp_report *report) {
  const vp_finding *found = NULL;
  assert_int_equal(vp_report_severity_count(report, VP_SEVERITY_ERROR), 1);
  for (size_t i = 0; i < vp_report_finding_count(report); i++)
    if (vp_report_finding(report, i)->severity == VP_SEVERITY_ERROR)
      found = vp_report_finding(report, i);
  return found;
}

static void the_scan_names_the_cell_and_the_digit(void **state) {
  (void)state;
  static const char *const help[] = {
      "”Äldreomsorg” i ”Budget 2025” är troligen 111,4\xC2\xA0mnkr (angivet 11,4\xC2\xA0mnkr: en "
      "siffra har fallit bort)",
      "\"Äldreomsorg\" in \"Budget 2025\" is probably 111.4\xC2\xA0mnkr (stated 11.4\xC2\xA0mnkr: a "
      "digit left out)"};
  output json = example_text("bollebygd-socialnamnden-2026-scan");
  vp_plan *plan = plan_from(json.bytes);
  for (int language = VP_LANGUAGE_SV; language <= VP_LANGUAGE_EN; language++) {
    vp_report *report = check(plan, (vp_language)language);
    const vp_finding *finding = only_error(report);
    assert_string_equal(finding->help[finding->help_count - 1], help[language]);
    assert_true(finding->candidate_count > 1);
    const vp_candidate *first = &finding->candidates[0];
    assert_int_equal(first->rank, 1);
    assert_string_equal(first->path, "/budget/tables/0/rows/0/values/1");
    assert_string_equal(first->slip, "digit left out");
    assert_int_equal(vp_decimal_compare(first->value, (vp_decimal){1114, -1}), 0);
    assert_int_equal(vp_decimal_compare(first->printed, (vp_decimal){114, -1}), 0);
    assert_true(vp_interval_contains(first->interval, first->value));
    assert_true(finding->candidates[1].rank > 1);
    vp_report_free(report);
  }
  vp_plan_free(plan);
  free(json.bytes);
}

/* 22,5 typed as 31,5 breaks its row and its column. */
static void a_cell_that_breaks_two_sums_is_one_finding(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "\"budget\":{\"unit\":\"mnkr\",\"decimals\":1,\"tables\":[{\"id\":\"t\",\"columns\":["
      "\"a\",\"b\",{\"id\":\"s\",\"sum_of\":[\"a\",\"b\"]}],\"rows\":["
      "{\"id\":\"x\",\"label\":\"X\",\"values\":[\"31,5\",\"20,3\",\"42,8\"]},"
      "{\"id\":\"y\",\"label\":\"Y\",\"values\":[\"60,2\",\"10,4\",\"70,6\"]}],"
      "\"total\":[\"82,7\",\"30,7\",\"113,4\"]}]}");
  vp_report *report = check(plan, VP_LANGUAGE_SV);
  const vp_finding *finding = only_error(report);
  assert_string_equal(finding->candidates[0].path, "/budget/tables/0/rows/0/values/0");
  assert_int_equal(vp_decimal_compare(finding->candidates[0].value, (vp_decimal){225, -1}), 0);
  vp_report_free(report);
  vp_plan_free(plan);
}

static const vp_finding *error_at(const vp_report *report, const char *path) {
  for (size_t i = 0; i < vp_report_finding_count(report); i++) {
    const vp_finding *finding = vp_report_finding(report, i);
    if (finding->severity == VP_SEVERITY_ERROR && strcmp(finding->path, path) == 0) return finding;
  }
  fail_msg("nothing at %s", path);
  return NULL;
}

static void assert_first_candidate(const vp_finding *finding, const char *path, vp_decimal value) {
  assert_true(finding->candidate_count > 0);
  assert_string_equal(finding->candidates[0].path, path);
  assert_int_equal(vp_decimal_compare(finding->candidates[0].value, value), 0);
}

/* 111,4 typed as 11,4 one year, and 49,6 as 94,6 the other. */
static void two_independent_faults_are_two_findings(void **state) {
  (void)state;
  vp_plan *plan =
      plan_with("\"budget\":{\"unit\":\"mnkr\",\"decimals\":1,\"tables\":[{\"id\":\"t\","
                "\"columns\":[\"2026\",\"2025\"],\"rows\":["
                "{\"id\":\"ao\",\"label\":\"Äldreomsorg\",\"values\":[\"110,6\",\"11,4\"]},"
                "{\"id\":\"fs\",\"label\":\"Funktionsstöd\",\"values\":[\"51,5\",\"49,9\"]},"
                "{\"id\":\"if\",\"label\":\"Individ och familj\",\"values\":[\"94,6\",\"51,1\"]},"
                "{\"id\":\"st\",\"label\":\"Stab\",\"values\":[\"18,6\",\"17,9\"]}],"
                "\"total\":[\"230,3\",\"230,3\"]}]}");
  vp_report *report = check(plan, VP_LANGUAGE_SV);
  assert_int_equal(vp_report_severity_count(report, VP_SEVERITY_ERROR), 2);
  assert_first_candidate(error_at(report, "/budget/tables/0/total/0"),
                         "/budget/tables/0/rows/2/values/0", (vp_decimal){496, -1});
  assert_first_candidate(error_at(report, "/budget/tables/0/total/1"),
                         "/budget/tables/0/rows/0/values/1", (vp_decimal){1114, -1});
  vp_report_free(report);
  vp_plan_free(plan);
}

static void put(output *out, const char *format, ...) {
  char text[200];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  output_put(out, text);
}

/* A line of help that says why the figure is not named. */
static void assert_says(const vp_plan *plan, const char *swedish, const char *english) {
  const char *const lines[] = {swedish, english};
  for (int language = VP_LANGUAGE_SV; language <= VP_LANGUAGE_EN; language++) {
    vp_report *report = check(plan, (vp_language)language);
    const vp_finding *finding = only_error(report);
    assert_string_equal(finding->help[finding->help_count - 1], lines[language]);
    vp_report_free(report);
  }
}

/* A total row and a total column: four wrong figures on the diagonal break all eight sums. */
static void more_wrong_figures_than_are_looked_for_are_said(void **state) {
  (void)state;
  output json = {NULL, 0};
  put(&json,
      "\"budget\":{\"unit\":\"tkr\",\"decimals\":0,\"tables\":[{\"id\":\"t\",\"columns\":["
      "\"a\",\"b\",\"c\",\"d\",{\"id\":\"s\",\"sum_of\":[\"a\",\"b\",\"c\",\"d\"]}],\"rows\":[");
  for (int row = 0; row < 4; row++) {
    put(&json, "%s{\"id\":\"r%d\",\"label\":\"R\",\"values\":[", row > 0 ? "," : "", row);
    for (int column = 0; column < 4; column++)
      put(&json, "\"%d\",", 100 * row + 10 * column + 5 + (row == column ? 1000 + 170 * row : 0));
    put(&json, "\"%d\"]}", 400 * row + 80);
  }
  put(&json, "],\"total\":[\"620\",\"660\",\"700\",\"740\",\"2720\"]}]}");
  vp_plan *plan = plan_with(json.bytes);
  assert_says(plan, "ingen ändring av högst 3 tal får summorna att stämma",
              "no change of at most 3 numbers makes the sums hold");
  vp_plan_free(plan);
  free(json.bytes);
}

/* Two long sums share a figure, and both are wrong: hundreds of thousands of pairs might be it. */
static void a_search_that_was_stopped_is_said(void **state) {
  (void)state;
  enum { PARTS = 500 };
  uint64_t seed = 1;
  int64_t sum = 0, total = 0, values[2 * PARTS];
  output json = {NULL, 0}, parts = {NULL, 0};
  for (int i = 0; i < 2 * PARTS; i++) {
    values[i] = random_between(&seed, 1000000, 9999999);
    if (i < PARTS) sum += values[i];
    total += values[i];
    if (i < PARTS) put(&parts, "%s\"r%d\"", i > 0 ? "," : "", i);
  }
  values[PARTS / 2] /= 10;
  values[PARTS + PARTS / 2] /= 10;
  put(&json, "\"budget\":{\"unit\":\"tkr\",\"decimals\":0,\"tables\":[{\"id\":\"t\",\"columns\":["
             "\"a\"],\"rows\":[");
  for (int i = 0; i < 2 * PARTS; i++)
    put(&json, "{\"id\":\"r%d\",\"label\":\"R\",\"values\":[\"%d\"]},", i, (int)values[i]);
  put(&json, "{\"id\":\"s\",\"label\":\"S\",\"values\":[\"%lld\"],\"sum_of\":[", (long long)sum);
  output_put(&json, parts.bytes);
  put(&json, "]}],\"total\":[\"%lld\"]}]}", (long long)total);
  vp_plan *plan = plan_with(json.bytes);
  assert_says(plan,
              "sökningen efter det felaktiga talet avbröts vid sin gräns: det kan finnas andra "
              "möjligheter",
              "the search for the wrong number was stopped at its limit: there may be other "
              "possibilities");
  vp_plan_free(plan);
  free(parts.bytes);
  free(json.bytes);
}

/* The places of the candidates of the only error, each once. */
static void blames(const char *trusted, const char *wanted) {
  output members = {NULL, 0}, found = {NULL, 0};
  output_put(&members,
             "'budget':{'unit':'mnkr','decimals':1,'tables':[{'id':'t','columns':['x'],'rows':["
             "{'id':'a','label':'A','values':['110,6']},{'id':'b','label':'B','values':['51,5']}],"
             "'total':['126,1']}],'trusted':[");
  output_put(&members, trusted);
  output_put(&members, "]}");
  vp_plan *plan = plan_with(members.bytes);
  vp_report *report = check(plan, VP_LANGUAGE_SV);
  const vp_finding *finding = only_error(report);
  output_put(&found, "");
  for (size_t i = 0; i < finding->candidate_count; i++) {
    const vp_candidate *candidate = &finding->candidates[i];
    const char *place = candidate->path + strlen("/budget/tables/0/");
    bool is_of_table = strcmp(candidate->slip, "row left out") == 0;
    if (is_of_table || strstr(found.bytes, place) != NULL) continue;
    output_put(&found, place);
    output_put(&found, " ");
  }
  assert_string_equal(found.bytes, wanted);
  free(found.bytes);
  free(members.bytes);
  vp_report_free(report);
  vp_plan_free(plan);
}

static void trusted_figures_are_no_candidates(void **state) {
  (void)state;
  blames("", "rows/1/values/0 total/0 rows/0/values/0 ");
  blames("'t.total.x'", "rows/1/values/0 rows/0/values/0 ");
  blames("'t.a.*','t.total.x'", "rows/1/values/0 ");
  blames("'t.*.x'", "");
}

/* The frame is 1,0 off, and the other tie cannot hold when the closing is another. */
static void says_of_trust(const char *trusted, const char *swedish, const char *english) {
  output members = {NULL, 0};
  output_put(&members,
             "'budget':{'unit':'mnkr','decimals':1,'frame':{'opening':{'amount':'230,2'},"
             "'changes':[],'closing':{'amount':'231,2'}},'tables':[{'id':'t','columns':['x'],"
             "'rows':[{'id':'a','label':'A','values':['231,2']}]}],"
             "'ties':[{'equal':['frame.closing','t.a.x']}],'trusted':[");
  output_put(&members, trusted);
  output_put(&members, "]}");
  vp_plan *plan = plan_with(members.bytes);
  for (int language = VP_LANGUAGE_SV; language <= VP_LANGUAGE_EN; language++) {
    vp_report *report = check(plan, (vp_language)language);
    const vp_finding *finding = only_error(report);
    assert_int_equal(finding->candidate_count, 0);
    assert_int_equal(finding->help_count, 2);
    assert_string_equal(finding->help[1], language == VP_LANGUAGE_SV ? swedish : english);
    vp_report_free(report);
  }
  free(members.bytes);
  vp_plan_free(plan);
}

static void trust_that_leaves_no_candidate_is_said(void **state) {
  (void)state;
  says_of_trust("'frame.opening','frame.closing'",
                "alla talen är angivna som säkra (\"trusted\"): kontrollera dem ändå",
                "all the numbers are stated to be right (\"trusted\"): check them all the same");
  says_of_trust("'frame.opening','t.a.x'",
                "fel i några få av de andra talen förklarar det inte: kontrollera även dem som är "
                "angivna som säkra (\"trusted\")",
                "mistakes in a few of the other numbers do not explain it: check those too that "
                "are stated to be right (\"trusted\")");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_scan_names_the_cell_and_the_digit),
      cmocka_unit_test(a_cell_that_breaks_two_sums_is_one_finding),
      cmocka_unit_test(two_independent_faults_are_two_findings),
      cmocka_unit_test(more_wrong_figures_than_are_looked_for_are_said),
      cmocka_unit_test(a_search_that_was_stopped_is_said),
      cmocka_unit_test(trusted_figures_are_no_candidates),
      cmocka_unit_test(trust_that_leaves_no_candidate_is_said),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
