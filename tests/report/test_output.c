/* What holds of every output of many files. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "reports.h"

static writer *const writers[] = {vp_report_write_json, vp_report_write_sarif,
                                  vp_report_write_junit, vp_report_write_github};

enum { WRITERS = sizeof writers / sizeof *writers };

static void output_that_is_refused_is_said(void **state) {
  (void)state;
  output many = many_findings(1000);
  checked c = check(many.bytes, NULL, VP_LANGUAGE_SV);
  const vp_report_file file = {.name = "plan.json", .report = c.report};
  for (size_t i = 0; i < WRITERS; i++)
    for (int calls = 0; calls < 3; calls++) {
      int left = calls;
      const vp_sink sink = {take_some, &left};
      vp_error error;
      assert_int_equal(writers[i](&file, 1, &sink, &error), VP_ERROR_WRITE);
      assert_int_equal(error.status, VP_ERROR_WRITE);
      assert_int_equal(left, -1); /* and nothing more is handed over */
    }
  checked_free(&c);
  free(many.bytes);
}

static void files_stand_in_their_order(void **state) {
  (void)state;
  output one = many_findings(1);
  checked a = check(one.bytes, NULL, VP_LANGUAGE_SV), b = check(one.bytes, NULL, VP_LANGUAGE_EN);
  const vp_report_file files[] = {{.name = "second.json", .report = a.report},
                                  {.name = "first.json", .report = b.report}};
  for (size_t i = 0; i < WRITERS; i++) {
    output text = written(writers[i], files, 2);
    const char *second = strstr(text.bytes, "second.json"),
               *first = strstr(text.bytes, "first.json");
    assert_true(second != NULL && first != NULL && second < first);
    free(text.bytes);
  }
  checked_free(&a);
  checked_free(&b);
  free(one.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(output_that_is_refused_is_said),
      cmocka_unit_test(files_stand_in_their_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
