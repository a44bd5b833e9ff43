#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/rule_set.h>
#include <vp/version.h>

#include "reports.h"

static output sarif_of(const vp_report_file *files, size_t count) {
  output out = written(vp_report_write_sarif, files, count);
  assert_is_json(&out);
  return out;
}

static void no_files_are_a_run_too(void **state) {
  (void)state;
  output sarif = sarif_of(NULL, 0);
  assert_contains(&sarif, "\"version\": \"2.1.0\",\n  \"runs\": [\n    { \"tool\"");
  assert_contains(&sarif, "\"invocations\": [{ \"executionSuccessful\": true }]");
  assert_contains(&sarif, "\"results\": [\n      ] }");
  free(sarif.bytes);
}

static void a_rule_that_ran_is_described(void **state) {
  (void)state;
  checked c = check("{" PLAN "}", "risk/unscored", VP_LANGUAGE_EN);
  const vp_report_file file = {.name = "plan.json", .report = c.report};
  const vp_rule *rule = vp_rule_find("risk/unscored");
  output sarif = sarif_of(&file, 1), expected = {NULL, 0};
  output_put(&expected, "\"driver\": { \"name\": \"libvp\", \"version\": \"");
  output_put(&expected, vp_version());
  output_put(&expected,
             "\", \"language\": \"en\", \"rules\": [\n"
             "        { \"id\": \"risk/unscored\", \"shortDescription\": { \"text\": \"");
  output_put(&expected, vp_rule_title(rule, VP_LANGUAGE_EN));
  output_put(&expected, "\" }, \"help\": { \"text\": \"");
  assert_contains(&sarif, expected.bytes);
  assert_contains(&sarif, "\", \"markdown\": \"");
  assert_contains(&sarif, "\" }, \"defaultConfiguration\": { \"level\": \"note\" } }\n      ] } }");
  assert_contains(&sarif, "\"artifacts\": [\n        { \"location\": { \"uri\": \"plan.json\" }");
  free(expected.bytes);
  free(sarif.bytes);
  checked_free(&c);
}

static void a_finding_is_a_result(void **state) {
  (void)state;
  checked c = check(NO_SUM, "budget/sum-impossible", VP_LANGUAGE_SV);
  const vp_report_file file = {.name = "plan.json", .report = c.report};
  const vp_finding *finding = vp_report_finding(c.report, 0);
  output sarif = sarif_of(&file, 1), expected = {NULL, 0};
  output_put(&expected, "\"results\": [\n        { \"ruleId\": \"budget/sum-impossible\", "
                        "\"ruleIndex\": 0, \"level\": \"error\", \"message\": { \"text\": \"");
  output_put_wording(&expected, finding, "\\n");
  output_put(&expected,
             "\" }, \"locations\": [{ \"physicalLocation\": { \"artifactLocation\": "
             "{ \"uri\": \"plan.json\", \"index\": 0 }, \"region\": { \"startLine\": 2, "
             "\"startColumn\": 11, \"endLine\": 2, \"endColumn\": 16 } }, "
             "\"logicalLocations\": [{ \"fullyQualifiedName\": \"/budget/tables/0/total/0\", "
             "\"kind\": \"value\" }] }], \"partialFingerprints\": { \"vp/v1\": \"");
  output_put(&expected, finding->fingerprint);
  output_put(&expected, "\", \"vpText/v1\": \"");
  output_put(&expected, finding->text_fingerprint);
  output_put(&expected, "\" } }\n      ] }\n");
  assert_contains(&sarif, expected.bytes);
  assert_contains(&sarif, "\"columnKind\": \"unicodeCodePoints\"");
  free(expected.bytes);
  free(sarif.bytes);
  checked_free(&c);
}

static void results_point_to_their_rules(void **state) {
  (void)state;
  checked c = check("{" PLAN ", \"controls\": [{\"id\": \"k\", \"what\": \"W\", "
                    "\"risk\": \"r9\"}]}",
                    "control", VP_LANGUAGE_SV);
  const vp_report_file file = {.name = "plan.json", .report = c.report};
  output sarif = sarif_of(&file, 1);
  assert_contains(&sarif, "\"ruleId\": \"control/unknown-risk\", \"ruleIndex\": 0, ");
  assert_contains(&sarif, "\"fullyQualifiedName\": \"/controls/0/risk\", \"kind\": \"value\"");
  assert_contains(&sarif, "\"ruleId\": \"control/incomplete\", \"ruleIndex\": 1, ");
  assert_contains(&sarif, "\"fullyQualifiedName\": \"/controls/0\", \"kind\": \"object\"");
  free(sarif.bytes);
  checked_free(&c);
}

static void names_of_files_are_uris(void **state) {
  (void)state;
  checked c = check("{" PLAN "}", "risk/unscored", VP_LANGUAGE_SV);
  static const struct {
    const char *name, *uri;
  } cases[] = {
      {"plans/a-b_c.~1.json", "\"plans/a-b_c.~1.json\""},
      {"C: ett %.json", "\"C%3A%20ett%20%25.json\""},
      {"r\xC3\xA5\xE5\"\\?#.json", "\"r%C3%A5%E5%22%5C%3F%23.json\""},
      {"/tmp/plan.json", "\"file:///tmp/plan.json\""},
      {"<stdin>", "\"%3Cstdin%3E\""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const vp_report_file file = {.name = cases[i].name, .report = c.report};
    output sarif = sarif_of(&file, 1);
    assert_contains(&sarif, cases[i].uri);
    free(sarif.bytes);
  }
  checked_free(&c);
}

static void without_a_text_there_is_no_region(void **state) {
  (void)state;
  checked c = check_plan(plan_without_text(), "control/unknown-risk", VP_LANGUAGE_SV);
  const vp_report_file file = {.name = "plan.json", .report = c.report};
  output sarif = sarif_of(&file, 1);
  assert_contains(&sarif, "\"index\": 0 } }, \"logicalLocations\": [");
  assert_null(strstr(sarif.bytes, "region"));
  free(sarif.bytes);
  checked_free(&c);
}

static void a_file_that_could_not_be_read_is_a_notification(void **state) {
  (void)state;
  checked c = check("{" PLAN "}", "risk/unscored", VP_LANGUAGE_SV);
  const vp_error syntax = {.line = 3, .column = 7, .message = "no \"value\""};
  const vp_error gone = {.message = "gone"};
  const vp_report_file files[] = {{.name = "broken.json", .error = &syntax},
                                  {.name = "plan.json", .report = c.report},
                                  {.name = "gone.json", .error = &gone}};
  output sarif = sarif_of(files, 3);
  assert_contains(&sarif, "\"executionSuccessful\": false");
  assert_contains(&sarif,
                  "{ \"level\": \"error\", \"message\": { \"text\": \"no \\\"value\\\"\" }, "
                  "\"locations\": [{ \"physicalLocation\": { \"artifactLocation\": "
                  "{ \"uri\": \"broken.json\", \"index\": 0 }, "
                  "\"region\": { \"startLine\": 3, \"startColumn\": 7 } } }] },\n");
  assert_contains(&sarif,
                  "\"text\": \"gone\" }, \"locations\": [{ \"physicalLocation\": "
                  "{ \"artifactLocation\": { \"uri\": \"gone.json\", \"index\": 2 } } }] }");
  free(sarif.bytes);
  checked_free(&c);
}

static int every_risk(vp_run *run, const vp_plan *plan, void *user) {
  const vp_element *root = vp_plan_root(plan);
  (void)user;
  for (size_t i = 0; i < vp_element_count(root, "risks"); i++)
    vp_run_report(run, vp_element_child(root, "risks", i), NULL, "ett {id}", "an {id}");
  return 0;
}

static checked check_with(const vp_rule_set *rules) {
  checked c = {.plan = plan_from("{" PLAN ", \"risks\": [{\"id\": \"r\", \"title\": \"R\"}]}")};
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.rules = rules;
  assert_int_equal(vp_check(&c.report, c.plan, &options, NULL), VP_OK);
  return c;
}

static void rules_of_all_reports_are_described_once(void **state) {
  (void)state;
  const vp_own_rule rule = {.size = sizeof rule,
                            .id = "sju/risk",
                            .severity = VP_SEVERITY_NOTE,
                            .title_sv = "en \"risk\"",
                            .title_en = "a \"risk\"",
                            .check = every_risk};
  vp_rule_set *set;
  assert_int_equal(vp_rule_set_new(&set, NULL, NULL), VP_OK);
  assert_int_equal(vp_rule_set_add(set, &rule, NULL), VP_OK);
  checked own = check_with(set), plain = check_with(NULL);
  const vp_report_file files[] = {{.name = "plain.json", .report = plain.report},
                                  {.name = "own.json", .report = own.report},
                                  {.name = "again.json", .report = own.report}};
  output sarif = sarif_of(files, 3);
  const char described[] = "{ \"id\": \"sju/risk\", \"shortDescription\": { \"text\": "
                           "\"en \\\"risk\\\"\" }, \"defaultConfiguration\": "
                           "{ \"level\": \"note\" } }\n";
  assert_contains(&sarif, described);
  assert_null(strstr(strstr(sarif.bytes, described) + sizeof described, "\"id\": \"sju/risk\""));
  char result[100];
  snprintf(result, sizeof result, "{ \"ruleId\": \"sju/risk\", \"ruleIndex\": %u, ",
           (unsigned)vp_rule_count());
  assert_contains(&sarif, result);
  free(sarif.bytes);
  checked_free(&own);
  checked_free(&plain);
  vp_rule_set_free(set);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_files_are_a_run_too),
      cmocka_unit_test(a_rule_that_ran_is_described),
      cmocka_unit_test(a_finding_is_a_result),
      cmocka_unit_test(results_point_to_their_rules),
      cmocka_unit_test(names_of_files_are_uris),
      cmocka_unit_test(without_a_text_there_is_no_region),
      cmocka_unit_test(a_file_that_could_not_be_read_is_a_notification),
      cmocka_unit_test(rules_of_all_reports_are_described_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
