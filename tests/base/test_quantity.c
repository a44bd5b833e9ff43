#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/quantity.h>

static vp_quantity completed(const char *text, vp_rounding rounding) {
  return vp_quantity_complete(vp_quantity_parse(text), VP_UNIT_NONE, -1, rounding);
}

typedef struct interval_case {
  const char *text;
  vp_rounding rounding;
  vp_interval expected;
} interval_case;

static void assert_bound(vp_bound actual, vp_bound expected) {
  assert_int_equal(actual.unbounded, expected.unbounded);
  if (expected.unbounded) return;
  assert_int_equal(actual.open, expected.open);
  assert_int_equal(vp_decimal_compare(actual.value, expected.value), 0);
}

static void assert_cases(const interval_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    vp_quantity quantity = completed(cases[i].text, cases[i].rounding);
    vp_interval interval;
    assert_int_equal(vp_quantity_interval(&interval, &quantity), VP_OK);
    assert_bound(interval.low, cases[i].expected.low);
    assert_bound(interval.high, cases[i].expected.high);
  }
}

#define CLOSED(coefficient, exponent) \
  { {coefficient, exponent}, false, false }
#define OPEN(coefficient, exponent) \
  { {coefficient, exponent}, true, false }
#define NO_END \
  { {0, 0}, false, true }

static void rounding_decides_for_plain_numbers(void **state) {
  (void)state;
  static const interval_case cases[] = {
      {"231,2", VP_ROUNDING_ROUNDED, {CLOSED(23115, -2), CLOSED(23125, -2)}},
      {"231,20", VP_ROUNDING_ROUNDED, {CLOSED(231195, -3), CLOSED(231205, -3)}},
      {"-2,3", VP_ROUNDING_ADJUSTED, {CLOSED(-235, -2), CLOSED(-225, -2)}},
      {"2300 kr", VP_ROUNDING_ROUNDED, {CLOSED(22995, -1), CLOSED(23005, -1)}},
      {"231,2", VP_ROUNDING_TRUNCATED, {CLOSED(2312, -1), OPEN(2313, -1)}},
      {"-231,2", VP_ROUNDING_TRUNCATED, {OPEN(-2313, -1), CLOSED(-2312, -1)}},
      {"0,0", VP_ROUNDING_TRUNCATED, {OPEN(-1, -1), OPEN(1, -1)}},
      {"231,2", VP_ROUNDING_EXACT, {CLOSED(2312, -1), CLOSED(2312, -1)}},
  };
  assert_cases(cases, sizeof cases / sizeof *cases);
}

static void a_count_is_exact_unless_qualified(void **state) {
  (void)state;
  static const interval_case cases[] = {
      {"35 st", VP_ROUNDING_ROUNDED, {CLOSED(35, 0), CLOSED(35, 0)}},
      {"35 st", VP_ROUNDING_TRUNCATED, {CLOSED(35, 0), CLOSED(35, 0)}},
      {"cirka 35 st", VP_ROUNDING_ROUNDED, {CLOSED(34, 0), CLOSED(36, 0)}},
  };
  assert_cases(cases, sizeof cases / sizeof *cases);
}

static void a_qualifier_decides_before_rounding(void **state) {
  (void)state;
  static const interval_case cases[] = {
      {"cirka 10", VP_ROUNDING_ROUNDED, {CLOSED(5, 0), CLOSED(15, 0)}},
      {"cirka 10,0", VP_ROUNDING_ROUNDED, {CLOSED(5, 0), CLOSED(15, 0)}},
      {"cirka 2 300", VP_ROUNDING_EXACT, {CLOSED(2250, 0), CLOSED(2350, 0)}},
      {"cirka 231,2", VP_ROUNDING_ROUNDED, {CLOSED(2311, -1), CLOSED(2313, -1)}},
      {"cirka 0", VP_ROUNDING_ROUNDED, {CLOSED(-1, 0), CLOSED(1, 0)}},
      {"cirka 0,00", VP_ROUNDING_ROUNDED, {CLOSED(-1, -2), CLOSED(1, -2)}},
      {"cirka -20", VP_ROUNDING_ROUNDED, {CLOSED(-25, 0), CLOSED(-15, 0)}},
      {"drygt 10", VP_ROUNDING_ROUNDED, {OPEN(10, 0), CLOSED(15, 0)}},
      {"knappt 10", VP_ROUNDING_ROUNDED, {CLOSED(5, 0), OPEN(10, 0)}},
      {"över 10", VP_ROUNDING_TRUNCATED, {OPEN(10, 0), NO_END}},
      {"under 10", VP_ROUNDING_ROUNDED, {NO_END, OPEN(10, 0)}},
      {"minst 10", VP_ROUNDING_ROUNDED, {CLOSED(10, 0), NO_END}},
      {"högst 10", VP_ROUNDING_ROUNDED, {NO_END, CLOSED(10, 0)}},
  };
  assert_cases(cases, sizeof cases / sizeof *cases);
}

static void only_a_number_has_an_interval(void **state) {
  (void)state;
  static const char *const texts[] = {"ja", "nej", "X", ""};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    vp_quantity quantity = completed(texts[i], VP_ROUNDING_ROUNDED);
    vp_interval interval = vp_interval_everything();
    assert_int_equal(vp_quantity_interval(&interval, &quantity), VP_ERROR_ARGUMENT);
    assert_true(interval.low.unbounded);
  }
}

static void an_interval_that_does_not_fit_is_a_range_error(void **state) {
  (void)state;
  static const char *const texts[] = {"9223372036854775807", "-9 223 372 036 854 775 807",
                                      "0,000000000000000000000000000000000001",
                                      "drygt 9223372036854775807", "cirka -9223372036854775807"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    vp_quantity quantity = completed(texts[i], VP_ROUNDING_ROUNDED);
    assert_int_equal(quantity.state, VP_QUANTITY_NUMBER);
    vp_interval interval = vp_interval_everything();
    assert_int_equal(vp_quantity_interval(&interval, &quantity), VP_ERROR_RANGE);
    assert_true(interval.low.unbounded);
  }
}

static vp_quantity bare(int64_t coefficient, int32_t exponent) {
  return (vp_quantity){.value = {coefficient, exponent}, .state = VP_QUANTITY_NUMBER, .bare = true};
}

static void assert_completed(vp_quantity quantity, int decimals, vp_decimal expected) {
  quantity = vp_quantity_complete(quantity, VP_UNIT_MNKR, decimals, VP_ROUNDING_TRUNCATED);
  assert_true(quantity.value.coefficient == expected.coefficient);
  assert_int_equal(quantity.value.exponent, expected.exponent);
  assert_int_equal(quantity.rounding, VP_ROUNDING_TRUNCATED);
}

static void a_bare_number_takes_the_declared_decimals(void **state) {
  (void)state;
  assert_completed(bare(231, 0), 1, (vp_decimal){2310, -1});
  assert_completed(bare(231, 0), 0, (vp_decimal){231, 0});
  assert_completed(bare(231, 0), -1, (vp_decimal){231, 0});
  assert_completed(bare(23125, -2), 1, (vp_decimal){23125, -2});
  assert_completed(bare(INT64_MAX, 0), 1, (vp_decimal){INT64_MAX, 0});
  assert_completed(bare(1, 0), 1000, (vp_decimal){1, 0});
  assert_completed(vp_quantity_parse("231"), 1, (vp_decimal){231, 0});
}

static void a_unit_of_its_own_stays(void **state) {
  (void)state;
  vp_quantity quantity = vp_quantity_parse("2 150 tkr");
  assert_int_equal(vp_quantity_complete(quantity, VP_UNIT_MNKR, 1, VP_ROUNDING_ROUNDED).unit,
                   VP_UNIT_TKR);
  quantity = vp_quantity_parse("2,15");
  assert_int_equal(vp_quantity_complete(quantity, VP_UNIT_MNKR, 1, VP_ROUNDING_ROUNDED).unit,
                   VP_UNIT_MNKR);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rounding_decides_for_plain_numbers),
      cmocka_unit_test(a_count_is_exact_unless_qualified),
      cmocka_unit_test(a_qualifier_decides_before_rounding),
      cmocka_unit_test(only_a_number_has_an_interval),
      cmocka_unit_test(an_interval_that_does_not_fit_is_a_range_error),
      cmocka_unit_test(a_bare_number_takes_the_declared_decimals),
      cmocka_unit_test(a_unit_of_its_own_stays),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
