#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "../base/random.h"
#include "reconcile/spread.h"

static vp_decimal number(const char *text) {
  vp_decimal parsed;
  assert_int_equal(vp_decimal_parse(&parsed, text, strlen(text)), VP_OK);
  return parsed;
}

static void add_times(vp_spread *spread, const char *half_width, int times) {
  for (int i = 0; i < times; i++)
    assert_int_equal(vp_spread_add(spread, number(half_width)), VP_OK);
}

static bool covers(vp_spread spread, const char *deviation) {
  bool covered;
  assert_int_equal(vp_spread_covers(&covered, spread, 3, number(deviation)), VP_OK);
  return covered;
}

static void check_three_sigma(vp_spread spread, const char *wanted) {
  char found[VP_DECIMAL_TEXT_SIZE];
  vp_decimal_format(found, sizeof found, vp_spread_times(spread, 3));
  assert_string_equal(found, wanted);
}

static void three_sigma_itself_is_covered(void **state) {
  (void)state;
  vp_spread spread = {.exponent = 0};
  add_times(&spread, "0.05", 12); /* 3σ = √(3 · 12 · 0.0025) = 0.3 exactly */
  assert_true(covers(spread, "0.3"));
  assert_true(covers(spread, "-0.3"));
  assert_true(covers(spread, "0.2999999999"));
  assert_false(covers(spread, "0.3000000001"));
  assert_false(covers(spread, "-0.3000000001"));
  check_three_sigma(spread, "0.30");
}

static void halves_of_different_size(void **state) {
  (void)state;
  vp_spread spread = {.exponent = 0};
  add_times(&spread, "500", 1);
  add_times(&spread, "-0.05", 1); /* a half-width times a weight of -1 */
  add_times(&spread, "0", 5);
  assert_true(covers(spread, "866.0254"));
  assert_false(covers(spread, "866.0255"));
  check_three_sigma(spread, "870");
}

static void without_width_only_zero_is_covered(void **state) {
  (void)state;
  vp_spread spread = {.exponent = 0};
  assert_true(covers(spread, "0"));
  assert_false(covers(spread, "0.000001"));
  check_three_sigma(spread, "0");
}

static void two_digits_are_shown(void **state) {
  (void)state;
  static const struct {
    const char *half_width;
    int times;
    const char *shown;
  } cases[] = {
      {"0.05", 15, "0.34"},     {"0.05", 16, "0.35"},
      {"0.5", 1, "0.87"},       {"0.5", 133, "10"}, /* 9.987 */
      {"500000", 2, "1200000"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_spread spread = {.exponent = 0};
    add_times(&spread, cases[i].half_width, cases[i].times);
    check_three_sigma(spread, cases[i].shown);
  }
}

static void what_does_not_fit_is_said(void **state) {
  (void)state;
  vp_spread spread = {.exponent = 0};
  add_times(&spread, "0.0000000000005", 1);
  bool covered;
  assert_int_equal(vp_spread_add(&spread, number("9000000000000000000")), VP_ERROR_RANGE);
  assert_int_equal(vp_spread_covers(&covered, spread, 3, number("9000000000000000000")),
                   VP_ERROR_RANGE);
}

/* Squares that are too large to keep still cover every deviation that can be asked for. */
static void the_largest_widths_cover_all(void **state) {
  (void)state;
  vp_spread spread = {.exponent = 0};
  add_times(&spread, "9000000000000000000", 100);
  assert_true(covers(spread, "9223372036854775807"));
}

static void random_widths(void **state) {
  (void)state;
  uint64_t seed = 1;
  for (int round = 0; round < 5000; round++) {
    vp_spread spread = {.exponent = 0};
    int64_t squares = 0;
    int count = (int)random_between(&seed, 1, 6);
    for (int i = 0; i < count; i++) {
      int32_t digits = (int32_t)random_between(&seed, 0, 3);
      int64_t half = random_between(&seed, 0, 20);
      assert_int_equal(vp_spread_add(&spread, (vp_decimal){half, -digits}), VP_OK);
      for (int32_t d = digits; d < 3; d++) half *= 10;
      squares += half * half;
    }
    int64_t deviation = random_between(&seed, -60000, 60000);
    bool covered;
    assert_int_equal(vp_spread_covers(&covered, spread, 3, (vp_decimal){deviation, -3}), VP_OK);
    assert_int_equal(covered, deviation * deviation <= 3 * squares);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(three_sigma_itself_is_covered),
      cmocka_unit_test(halves_of_different_size),
      cmocka_unit_test(without_width_only_zero_is_covered),
      cmocka_unit_test(two_digits_are_shown),
      cmocka_unit_test(what_does_not_fit_is_said),
      cmocka_unit_test(the_largest_widths_cover_all),
      cmocka_unit_test(random_widths),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
