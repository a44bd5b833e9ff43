#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reports.h"

static const char unknown_risk[] = "control/unknown-risk";

static output github_of(const char *name, const vp_report *report) {
  const vp_report_file file = {.name = name, .report = report};
  return written(vp_report_write_github, &file, 1);
}

static void a_finding_is_a_line(void **state) {
  (void)state;
  checked c = check(NO_SUM, "budget/sum-impossible", VP_LANGUAGE_SV);
  const vp_finding *finding = vp_report_finding(c.report, 0);
  assert_true(finding->note_count > 0 && finding->help_count > 0);
  output text = github_of("plans/plan.json", c.report), expected = {NULL, 0};
  output_put(&expected, "::error file=plans/plan.json,line=2,endLine=2,col=11,endColumn=16,"
                        "title=budget/sum-impossible::");
  output_put_wording(&expected, finding, "%0A");
  output_put(&expected, "\n");
  assert_string_equal(text.bytes, expected.bytes);
  free(expected.bytes);
  free(text.bytes);
  checked_free(&c);
}

static void every_severity_has_its_command(void **state) {
  (void)state;
  checked c = check("{" PLAN ", \"controls\": [{\"id\": \"k\", \"what\": \"W\", "
                    "\"risk\": \"r\"}], \"risks\": [{\"id\": \"r\", \"title\": \"R\"}]}",
                    NULL, VP_LANGUAGE_EN);
  output text = github_of("plan.json", c.report);
  assert_contains(&text, "::warning file=plan.json,line=1,");
  assert_contains(&text, "\n::notice file=plan.json,line=1,");
  free(text.bytes);
  checked_free(&c);
}

static void no_columns_over_several_lines(void **state) {
  (void)state;
  checked c = check("{" PLAN ", \"controls\": [\n{\"id\": \"k\",\n\"what\": \"W\"}]}",
                    "control/incomplete", VP_LANGUAGE_SV);
  output text = github_of("plan.json", c.report);
  assert_contains(&text, "::warning file=plan.json,line=2,endLine=3,title=control/incomplete::");
  free(text.bytes);
  checked_free(&c);
}

static void what_has_a_meaning_of_its_own_is_escaped(void **state) {
  (void)state;
  checked c = check("{" PLAN ", \"controls\": [{\"id\": \"k\", \"what\": "
                    "\"a:b,c 100%\\r\\n\\t::set\\u001b[m\\u202e\", \"risk\": \"r9\"}]}",
                    unknown_risk, VP_LANGUAGE_SV);
  output text = github_of("a:b,c %\n\x1b\xE5.json", c.report);
  assert_contains(&text, "::error file=a%3Ab%2Cc %25%0A��.json,line=1,");
  assert_contains(&text, "a:b,c 100%25%0D%0A\t::set�[m�");
  assert_ptr_equal(strchr(text.bytes, '\n'), text.bytes + text.length - 1);
  free(text.bytes);
  checked_free(&c);
}

static void without_a_text_the_path_is_the_place(void **state) {
  (void)state;
  checked c = check_plan(plan_without_text(), unknown_risk, VP_LANGUAGE_SV);
  output text = github_of("plan.json", c.report);
  assert_contains(&text, "::error file=plan.json,title=control/unknown-risk::/controls/0/risk: ");
  free(text.bytes);
  checked_free(&c);
}

static void a_file_that_could_not_be_read_is_an_error(void **state) {
  (void)state;
  const vp_error syntax = {.line = 3, .column = 7, .message = "no: value"};
  const vp_error gone = {.message = "gone"};
  const vp_report_file files[] = {{.name = "broken.json", .error = &syntax},
                                  {.name = "gone.json", .error = &gone}};
  output text = written(vp_report_write_github, files, 2);
  assert_string_equal(text.bytes, "::error file=broken.json,line=3,col=7::no: value\n"
                                  "::error file=gone.json::gone\n");
  free(text.bytes);
}

static void nothing_found_is_nothing_written(void **state) {
  (void)state;
  checked c = check("{" PLAN "}", unknown_risk, VP_LANGUAGE_SV);
  const vp_sink sink = {refuse_output, NULL};
  const vp_report_file file = {.name = "plan.json", .report = c.report};
  assert_int_equal(vp_report_write_github(&file, 1, &sink, NULL), VP_OK);
  checked_free(&c);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_finding_is_a_line),
      cmocka_unit_test(every_severity_has_its_command),
      cmocka_unit_test(no_columns_over_several_lines),
      cmocka_unit_test(what_has_a_meaning_of_its_own_is_escaped),
      cmocka_unit_test(without_a_text_the_path_is_the_place),
      cmocka_unit_test(a_file_that_could_not_be_read_is_an_error),
      cmocka_unit_test(nothing_found_is_nothing_written),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
