#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../base/allocator.h"
#include "reports.h"

static output json_of(const vp_report_file *files, size_t count) {
  output out = written(vp_report_write_json, files, count);
  assert_is_json(&out);
  return out;
}

static void a_report_without_findings_is_whole(void **state) {
  (void)state;
  checked c = check("{" PLAN "}", "risk/unscored", VP_LANGUAGE_SV);
  const vp_report_file file = {.name = "plan.json", .report = c.report};
  output json = json_of(&file, 1);
  assert_string_equal(json.bytes,
                      "{\n"
                      "  \"version\": 1,\n"
                      "  \"files\": [\n"
                      "    { \"file\": \"plan.json\", \"plan\": \"p\", \"findings\": [],\n"
                      "      \"rules\": [\n"
                      "        { \"rule\": \"risk/unscored\", \"applied\": 0, \"failed\": 0, "
                      "\"not_applicable\": 0, \"accepted\": 0 }\n"
                      "      ] }\n"
                      "  ],\n"
                      "  \"summary\": { \"error\": 0, \"warning\": 0, \"note\": 0, \"accepted\": 0 }\n"
                      "}\n");
  free(json.bytes);
  checked_free(&c);
}

static void no_files_are_a_report_too(void **state) {
  (void)state;
  output json = json_of(NULL, 0);
  assert_string_equal(json.bytes, "{\n"
                                  "  \"version\": 1,\n"
                                  "  \"files\": [],\n"
                                  "  \"summary\": { \"error\": 0, \"warning\": 0, \"note\": 0, \"accepted\": 0 }\n"
                                  "}\n");
  free(json.bytes);
}

static void a_file_that_could_not_be_read_says_why(void **state) {
  (void)state;
  checked c = check("{" PLAN "}", "risk/unscored", VP_LANGUAGE_SV);
  const vp_error syntax = {.line = 3, .column = 7, .message = "no \"value\""};
  const vp_error gone = {.message = "gone"};
  const vp_report_file files[] = {{.name = "broken.json", .error = &syntax},
                                  {.name = "plan.json", .report = c.report},
                                  {.name = "gone.json", .error = &gone}};
  output json = json_of(files, 3);
  assert_contains(&json, "{ \"file\": \"broken.json\", \"error\": { \"line\": 3, \"column\": 7, "
                         "\"message\": \"no \\\"value\\\"\" },\n"
                         "      \"findings\": [], \"rules\": [] },\n    { \"file\": \"plan.json\"");
  assert_contains(&json, "{ \"file\": \"gone.json\", \"error\": { \"message\": \"gone\" },");
  free(json.bytes);
  checked_free(&c);
}

static void a_finding_has_all_its_members(void **state) {
  (void)state;
  checked c = check("{" PLAN ",\n"
                    "\"controls\": [{\"id\": \"k\", \"what\": \"Å\", \"risk\": \"r9\"}]}",
                    "control/unknown-risk", VP_LANGUAGE_SV);
  const vp_report_file file = {.name = "plan.json", .report = c.report};
  const vp_finding *finding = vp_report_finding(c.report, 0);
  char expected[500];
  snprintf(expected, sizeof expected,
           "        { \"rule\": \"control/unknown-risk\", \"severity\": \"error\", "
           "\"path\": \"/controls/0/risk\", "
           "\"line\": 2, \"column\": 47, \"end_line\": 2, \"end_column\": 51, \"message\": \"%s\", "
           "\"notes\": [",
           finding->message);
  output json = json_of(&file, 1);
  assert_contains(&json, expected);
  snprintf(expected, sizeof expected, ", \"fingerprint\": \"%s\", \"text_fingerprint\": \"%s\" }\n      ],\n",
           finding->fingerprint, finding->text_fingerprint);
  assert_contains(&json, expected);
  assert_contains(&json, "\"summary\": { \"error\": 1, \"warning\": 0, \"note\": 0, \"accepted\": 0 }");
  free(json.bytes);
  checked_free(&c);
}

static void values_keep_their_kind_precision_and_unit(void **state) {
  (void)state;
  checked c =
      check("{" PLAN ", \"risks\": [{\"id\": \"r1\", \"title\": \"R\"}, "
            "{\"id\": \"r2\", \"title\": \"R\"}], "
            "\"budget\": {\"unit\": \"mnkr\", \"decimals\": 1, \"tables\": [{\"id\": \"t\", "
            "\"columns\": [\"a\"], \"rows\": ["
            "{\"id\": \"x\", \"label\": \"X\", \"values\": [\"1,00\"]},"
            "{\"id\": \"y\", \"label\": \"Y\", \"values\": [\"1,0\"]}],"
            "\"total\": [\"3,0\"]}, {\"id\": \"u\", \"columns\": [\"b\"], \"rows\": ["
            "{\"id\": \"z\", \"label\": \"Z\", \"values\": [\"över 5\"]},"
            "{\"id\": \"w\", \"label\": \"W\", \"values\": [\"1,0\"]}],"
            "\"total\": [\"3,0\"]}]}}",
            NULL, VP_LANGUAGE_EN);
  const vp_report_file file = {.name = "plan.json", .report = c.report};
  output json = json_of(&file, 1);
  assert_contains(&json, "\"column\": \"a\"");
  assert_contains(&json, "\"risks\": [\"r1\", \"r2\"]");
  assert_contains(&json, "\"sum\": { \"value\": \"2.00\", \"unit\": \"mnkr\" }");
  assert_contains(&json, "\"difference\": { \"value\": \"-1.00\", \"unit\": \"mnkr\" }");
  assert_contains(&json, "\"cells\": { \"value\": \"3\" }");
  assert_contains(&json, "\"stated_interval\": { \"low\": \"2.95\", \"low_open\": false, "
                         "\"high\": \"3.05\", \"high_open\": false, \"unit\": \"mnkr\" }");
  assert_contains(&json, "\"candidates\": [{ \"rank\": 1, \"explanation\": 1, \"path\": ");
  assert_contains(&json, "\"sum_interval\": { \"low\": \"5.95\", \"low_open\": true, "
                         "\"high\": null, \"high_open\": true, \"unit\": \"mnkr\" }");
  free(json.bytes);
  checked_free(&c);
}

static void every_text_is_escaped(void **state) {
  (void)state;
  checked c = check("{" PLAN ", \"controls\": [{\"id\": \"k\", "
                    "\"what\": \"\\\"\\\\\\u0001\\n\\u2028\", \"risk\": \"\\\"\"}]}",
                    "control/unknown-risk", VP_LANGUAGE_SV);
  const vp_report_file file = {.name = "a\"\\\n\xC3\xA5\xE5\xF0\x9F.json", .report = c.report};
  output json = json_of(&file, 1);
  assert_contains(&json, "{ \"file\": \"a\\\"\\\\\\n\xC3\xA5���.json\", \"plan\"");
  assert_contains(&json, "\\\"\\\\\\u0001\\n\xE2\x80\xA8");
  free(json.bytes);
  checked_free(&c);
}

static void the_summary_is_of_all_files(void **state) {
  (void)state;
  output many = many_findings(3), few = many_findings(1);
  checked a = check(many.bytes, NULL, VP_LANGUAGE_SV);
  checked b = check("{" PLAN "}", NULL, VP_LANGUAGE_SV);
  checked c = check(few.bytes, NULL, VP_LANGUAGE_EN);
  const vp_report_file files[] = {{.name = "a", .report = a.report},
                                  {.name = "b", .report = b.report},
                                  {.name = "c", .report = c.report}};
  output json = json_of(files, 3);
  assert_contains(&json, "{ \"file\": \"a\", ");
  assert_contains(&json, "{ \"file\": \"b\", \"plan\": \"p\", \"findings\": [],\n");
  assert_contains(&json, "{ \"file\": \"c\", ");
  assert_contains(&json, "\"summary\": { \"error\": 4, \"warning\": 4, \"note\": 0, \"accepted\": 0 }");
  free(json.bytes);
  free(many.bytes);
  free(few.bytes);
  checked_free(&a);
  checked_free(&b);
  checked_free(&c);
}

static void memory_that_runs_out_is_said_and_none_is_kept(void **state) {
  (void)state;
  output plan_json = example_text("bollebygd-socialnamnden-2026-scan");
  counting_allocator counter = {.calls = -1};
  const vp_allocator allocator = counting(&counter);
  vp_context *context;
  vp_plan *plan;
  vp_report *report;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  assert_int_equal(vp_plan_read(&plan, context, plan_json.bytes, plan_json.length, NULL), VP_OK);
  assert_int_equal(vp_check(&report, plan, NULL, NULL), VP_OK);
  int live = counter.live;
  const vp_report_file file = {.name = "plan.json", .report = report};
  vp_status status = VP_ERROR_MEMORY;
  for (int calls = 0; status != VP_OK; calls++) {
    output json = {NULL, 0};
    const vp_sink sink = {output_write, &json};
    counter.calls = calls;
    status = vp_report_write_json(&file, 1, &sink, NULL);
    if (status != VP_OK) assert_int_equal(status, VP_ERROR_MEMORY);
    assert_int_equal(counter.live, live);
    free(json.bytes);
  }
  vp_report_free(report);
  vp_plan_free(plan);
  vp_context_free(context);
  assert_int_equal(counter.live, 0);
  free(plan_json.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_report_without_findings_is_whole),
      cmocka_unit_test(no_files_are_a_report_too),
      cmocka_unit_test(a_file_that_could_not_be_read_says_why),
      cmocka_unit_test(a_finding_has_all_its_members),
      cmocka_unit_test(values_keep_their_kind_precision_and_unit),
      cmocka_unit_test(every_text_is_escaped),
      cmocka_unit_test(the_summary_is_of_all_files),
      cmocka_unit_test(memory_that_runs_out_is_said_and_none_is_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
