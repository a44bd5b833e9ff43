#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reports.h"

static output junit_of(const char *name, const vp_report *report) {
  const vp_report_file file = {.name = name, .report = report};
  return written(vp_report_write_junit, &file, 1);
}

static void no_files_are_a_report_too(void **state) {
  (void)state;
  output xml = written(vp_report_write_junit, NULL, 0);
  assert_string_equal(xml.bytes,
                      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<testsuites name=\"vp check\" tests=\"0\" failures=\"0\" errors=\"0\">\n"
                      "</testsuites>\n");
  free(xml.bytes);
}

static void a_rule_that_did_not_run_is_skipped(void **state) {
  (void)state;
  checked c = check("{" PLAN "}", "risk/unscored", VP_LANGUAGE_SV);
  output xml = junit_of("plan.json", c.report);
  char suite[200];
  unsigned count = (unsigned)vp_rule_count();
  snprintf(suite, sizeof suite,
           "  <testsuite name=\"plan.json\" tests=\"%u\" failures=\"0\" errors=\"0\" "
           "skipped=\"%u\">\n",
           count, count - 1);
  assert_contains(&xml, suite);
  assert_contains(&xml, "    <testcase classname=\"risk\" name=\"risk/unscored\"/>\n");
  assert_contains(&xml, "    <testcase classname=\"plan\" name=\"plan/duplicate-id\"><skipped/>"
                        "</testcase>\n");
  free(xml.bytes);
  checked_free(&c);
}

static void a_failure_tells_all_of_a_finding(void **state) {
  (void)state;
  checked c = check(NO_SUM, "budget/sum-impossible", VP_LANGUAGE_SV);
  const vp_finding *finding = vp_report_finding(c.report, 0);
  output xml = junit_of("plan.json", c.report), expected = {NULL, 0};
  output_put(&expected, "    <testcase classname=\"budget\" name=\"budget/sum-impossible\">\n"
                        "      <failure type=\"error\" message=\"");
  output_put(&expected, finding->message);
  output_put(&expected, "\">plan.json:2:11: fel: ");
  output_put_wording(&expected, finding, "\n");
  output_put(&expected, "\n</failure>\n    </testcase>\n");
  assert_contains(&xml, expected.bytes);
  free(expected.bytes);
  free(xml.bytes);
  checked_free(&c);
}

static void all_that_a_rule_found_is_one_failure(void **state) {
  (void)state;
  output many = many_findings(2);
  checked c = check(many.bytes, "control/unknown-risk", VP_LANGUAGE_SV);
  output xml = junit_of("plan.json", c.report);
  assert_contains(&xml, ">plan.json:2:35: fel: ");
  assert_contains(&xml, "\nplan.json:3:35: fel: ");
  assert_null(strstr(strstr(xml.bytes, "<failure") + 1, "<failure"));
  assert_contains(&xml, " failures=\"1\" errors=\"0\">");
  assert_contains(&xml, " failures=\"1\" errors=\"0\" skipped=");
  free(xml.bytes);
  free(many.bytes);
  checked_free(&c);
}

static void a_warning_fails_and_a_note_is_printed(void **state) {
  (void)state;
  checked c = check("{" PLAN ", \"controls\": [{\"id\": \"k\", \"what\": \"W\", "
                    "\"risk\": \"r\"}], \"risks\": [{\"id\": \"r\", \"title\": \"R\"}]}",
                    NULL, VP_LANGUAGE_EN);
  output xml = junit_of("plan.json", c.report);
  assert_contains(&xml, "name=\"control/incomplete\">\n      <failure type=\"warning\" message=\"");
  assert_contains(&xml, "name=\"risk/unscored\">\n      <system-out>plan.json:1:");
  assert_contains(&xml, ": note: ");
  free(xml.bytes);
  checked_free(&c);
}

static void every_text_is_valid_in_xml(void **state) {
  (void)state;
  checked c = check("{" PLAN ", \"controls\": [{\"id\": \"k\", \"what\": "
                    "\"<b> & \\\"]]>\\u0001\\u001b\\n\\uffff\\ud83d\\ude00\", \"risk\": \"r9\"}]}",
                    "control/unknown-risk", VP_LANGUAGE_SV);
  output xml = junit_of("a\"<&\x1b\xE5.json", c.report);
  assert_contains(&xml, "<testsuite name=\"a&quot;&lt;&amp;��.json\"");
  assert_contains(&xml, "&lt;b&gt; &amp; &quot;]]&gt;��\n�\xF0\x9F\x98\x80");
  assert_null(strchr(xml.bytes, '\x1b'));
  free(xml.bytes);
  checked_free(&c);
}

static void a_file_that_could_not_be_read_is_an_error(void **state) {
  (void)state;
  const vp_error syntax = {.line = 3, .column = 7, .message = "no <value>"};
  const vp_error gone = {.message = "gone"};
  const vp_report_file files[] = {{.name = "broken.json", .error = &syntax},
                                  {.name = "gone.json", .error = &gone}};
  output xml = written(vp_report_write_junit, files, 2);
  assert_contains(&xml, "<testsuites name=\"vp check\" tests=\"2\" failures=\"0\" errors=\"2\">");
  assert_contains(
      &xml,
      "  <testsuite name=\"broken.json\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
      "    <testcase classname=\"vp\" name=\"read\">\n"
      "      <error type=\"error\" message=\"no &lt;value&gt;\">"
      "broken.json:3:7: error: no &lt;value&gt;\n</error>\n"
      "    </testcase>\n  </testsuite>\n");
  assert_contains(&xml, ">gone.json: error: gone\n</error>");
  free(xml.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_files_are_a_report_too),
      cmocka_unit_test(a_rule_that_did_not_run_is_skipped),
      cmocka_unit_test(a_failure_tells_all_of_a_finding),
      cmocka_unit_test(all_that_a_rule_found_is_one_failure),
      cmocka_unit_test(a_warning_fails_and_a_note_is_printed),
      cmocka_unit_test(every_text_is_valid_in_xml),
      cmocka_unit_test(a_file_that_could_not_be_read_is_an_error),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
