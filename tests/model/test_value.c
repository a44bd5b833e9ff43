#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "model/value.h"

static void a_choice_is_found_by_its_name(void **state) {
  (void)state;
  static const char *const names[] = {"rounded", "truncated", "exact", "expect", NULL};
  static const struct {
    const char *text;
    uint8_t choice;
    const char *hint;
  } cases[] = {
      {"rounded", 1, NULL},
      {"exact", 3, NULL},
      {"expect", 4, NULL},
      {"Rounded", 0, "rounded"},
      {"exakt", 0, "exact"},
      {"expet", 0, "expect"},
      {"", 0, NULL},
      {"avrundad", 0, NULL},
      {"trunkated", 0, "truncated"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *hint = "unset";
    assert_int_equal(vp_choice_find(names, cases[i].text, &hint), cases[i].choice);
    if (cases[i].choice != 0) continue;
    if (cases[i].hint == NULL) {
      assert_null(hint);
    } else {
      assert_non_null(hint);
      assert_string_equal(hint, cases[i].hint);
    }
  }
}

static void a_whole_number_lies_in_its_range(void **state) {
  (void)state;
  static const vp_field field = {.key = "decimals", .low = -1, .high = 9};
  static const struct {
    const char *text;
    bool is_taken;
    int32_t value;
  } cases[] = {
      {"-1", true, -1}, {"9", true, 9},    {"2.0", true, 2}, {"0.3e1", true, 3}, {"-2", false, 0},
      {"10", false, 0}, {"1.5", false, 0}, {"x", false, 0},  {"", false, 0},     {"1e40", false, 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_integer out = {.value = 77};
    const char *text = cases[i].text;
    bool is_taken = vp_integer_parse(&out, &field, text, strlen(text));
    if (is_taken != cases[i].is_taken) fail_msg("%s", text);
    assert_int_equal(out.known, is_taken);
    assert_int_equal(out.value, is_taken ? cases[i].value : 77);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_choice_is_found_by_its_name),
      cmocka_unit_test(a_whole_number_lies_in_its_range),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
