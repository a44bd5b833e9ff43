#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "checks.h"

static vp_plan *page_plan(const vp_rule *rule, const char *kind) {
  output json = {NULL, 0};
  char path[512], bytes[4096];
  snprintf(path, sizeof path, "%s/libvp/pages/%s.%s.json", VP_SOURCE_DIR, vp_rule_id(rule), kind);
  FILE *file = fopen(path, "rb");
  if (file == NULL) fail_msg("no page %s", path);
  for (size_t length; (length = fread(bytes, 1, sizeof bytes, file)) > 0;)
    output_append(&json, bytes, length);
  fclose(file);
  vp_plan *plan = plan_from(json.bytes);
  free(json.bytes);
  return plan;
}

static void a_page_fires_its_own_rule_and_no_other(void **state) {
  (void)state;
  for (size_t i = 0; i < vp_rule_count(); i++) {
    const vp_rule *rule = vp_rule_at(i);
    vp_plan *plan = page_plan(rule, "fires");
    vp_report *swedish = checked_in(plan, VP_LANGUAGE_SV);
    vp_report *english = checked_in(plan, VP_LANGUAGE_EN);
    const vp_rule_result *result = vp_report_rule(swedish, i);
    size_t count = vp_report_finding_count(swedish);
    output found = finding_lines(swedish);
    if (count == 0 || result->failed != count || result->applied == 0)
      fail_msg("%s finds\n%s", vp_rule_id(rule), found.bytes);
    assert_int_equal(vp_report_severity_count(swedish, vp_rule_severity(rule)), count);
    are_well_said(swedish, english);
    free(found.bytes);
    vp_report_free(english);
    vp_report_free(swedish);
    vp_plan_free(plan);
  }
}

static void a_page_put_right_is_quiet(void **state) {
  (void)state;
  for (size_t i = 0; i < vp_rule_count(); i++) {
    const vp_rule *rule = vp_rule_at(i);
    vp_plan *plan = page_plan(rule, "quiet");
    vp_report *report = checked(plan, NULL);
    output found = finding_lines(report);
    if (found.length > 0) fail_msg("%s finds\n%s", vp_rule_id(rule), found.bytes);
    free(found.bytes);
    vp_report_free(report);
    vp_plan_free(plan);
  }
}

static void every_rule_has_a_title_in_both_languages(void **state) {
  (void)state;
  for (size_t i = 0; i < vp_rule_count(); i++) {
    const char *swedish = vp_rule_title(vp_rule_at(i), VP_LANGUAGE_SV);
    const char *english = vp_rule_title(vp_rule_at(i), VP_LANGUAGE_EN);
    are_good_lines(&swedish, 1, &english, 1);
    assert_ptr_equal(vp_rule_find(vp_rule_id(vp_rule_at(i))), vp_rule_at(i));
  }
  assert_null(vp_rule_at(vp_rule_count()));
  assert_null(vp_rule_find("budget"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_page_fires_its_own_rule_and_no_other),
      cmocka_unit_test(a_page_put_right_is_quiet),
      cmocka_unit_test(every_rule_has_a_title_in_both_languages),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
