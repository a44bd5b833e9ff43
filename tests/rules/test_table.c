#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "rules/table.h"

static void rules_are_found_by_id_and_named_by_family(void **state) {
  (void)state;
  for (size_t i = 0; i < vp_rule_count(); i++) {
    const vp_rule *rule = vp_rule_at(i);
    char family[32];
    size_t length = strcspn(vp_rule_id(rule), "/");
    assert_true(length < sizeof family);
    memcpy(family, vp_rule_id(rule), length);
    family[length] = '\0';
    assert_ptr_equal(vp_rule_find(vp_rule_id(rule)), rule);
    assert_true(vp_rule_is_named(rule, family));
    assert_true(vp_rule_is_named(rule, vp_rule_id(rule)));
    family[length - 1] = '\0';
    assert_false(vp_rule_is_named(rule, family));
  }
  assert_null(vp_rule_at(vp_rule_count()));
  assert_null(vp_rule_find("budget"));
  assert_false(vp_rule_is_named(vp_rule_at(0), "plan/"));
}

static void a_rule_has_a_severity(void **state) {
  (void)state;
  assert_int_equal(vp_rule_severity(vp_rule_find("budget/sum-rounding")), VP_SEVERITY_NOTE);
  assert_int_equal(vp_rule_severity(vp_rule_find("budget/sum-impossible")), VP_SEVERITY_ERROR);
}

static void every_severity_has_a_name(void **state) {
  (void)state;
  assert_string_equal(vp_severity_name(VP_SEVERITY_NOTE), "note");
  assert_string_equal(vp_severity_name(VP_SEVERITY_WARNING), "warning");
  assert_string_equal(vp_severity_name(VP_SEVERITY_ERROR), "error");
  assert_string_equal(vp_severity_name((vp_severity)(VP_SEVERITY_ERROR + 1)), "?");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rules_are_found_by_id_and_named_by_family),
      cmocka_unit_test(a_rule_has_a_severity),
      cmocka_unit_test(every_severity_has_a_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
