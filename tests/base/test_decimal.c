#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vp/decimal.h>

#include "big.h"
#include "random.h"

enum { ROUNDS = 20000 };

static vp_decimal random_decimal(uint64_t *seed) {
  static const int64_t limits[] = {9, 1000, 99999999, INT64_MAX};
  int64_t limit = limits[random_next(seed) % 4];
  int64_t coefficient = random_between(seed, -limit, limit);
  uint64_t kind = random_next(seed) % 8;
  if (kind == 0) coefficient = INT64_MAX - random_between(seed, 0, 9);
  if (kind == 1) coefficient = -INT64_MAX + random_between(seed, 0, 9);
  if (kind == 2) coefficient = (int64_t)1 << random_between(seed, 0, 62);
  if (kind == 3) {
    coefficient = random_between(seed, -9, 9);
    for (int64_t n = random_between(seed, 0, 17); n > 0; n--) coefficient *= 10;
  }
  if (kind == 4) {
    coefficient = 1;
    for (int64_t n = random_between(seed, 0, 26); n > 0; n--) coefficient *= 5;
  }
  int reach = random_next(seed) % 4 == 0 ? VP_DECIMAL_MAX_EXPONENT : 4;
  return (vp_decimal){coefficient, (int32_t)random_between(seed, -reach, reach)};
}

static void assert_decimal(vp_decimal a, int64_t coefficient, int32_t exponent) {
  assert_true(a.coefficient == coefficient);
  assert_int_equal(a.exponent, exponent);
}

static void assert_range(vp_status status, const vp_decimal *untouched) {
  assert_int_equal(status, VP_ERROR_RANGE);
  assert_decimal(*untouched, 7, -7);
}

static const vp_decimal untouched = {7, -7};

static void add_and_subtract_agree_with_the_reference(void **state) {
  (void)state;
  uint64_t seed = 11;
  int fitting = 0;
  for (int i = 0; i < ROUNDS; i++) {
    vp_decimal a = random_decimal(&seed);
    vp_decimal b = random_decimal(&seed);
    bool minus = i % 2 == 0;
    big big_a = big_of(a);
    big big_b = big_of(b);
    big expected = big_add(big_a, minus ? big_negate(big_b) : big_b);
    int exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
    vp_decimal sum = untouched;
    vp_status status = minus ? vp_decimal_subtract(&sum, a, b) : vp_decimal_add(&sum, a, b);
    if (big_fits(&big_a, exponent) && big_fits(&big_b, exponent) && big_fits(&expected, exponent)) {
      assert_int_equal(status, VP_OK);
      assert_int_equal(sum.exponent, exponent);
      assert_int_equal(big_compare(big_of(sum), expected), 0);
      fitting++;
    } else {
      assert_range(status, &sum);
    }
  }
  assert_in_range(fitting, ROUNDS / 4, ROUNDS - ROUNDS / 10);
}

static void multiply_agrees_with_the_reference(void **state) {
  (void)state;
  uint64_t seed = 12;
  for (int i = 0; i < ROUNDS; i++) {
    vp_decimal a = random_decimal(&seed);
    vp_decimal b = random_decimal(&seed);
    big expected = big_multiply(big_of(a), big_of(b));
    vp_decimal product = untouched;
    vp_status status = vp_decimal_multiply(&product, a, b);
    if (big_fits_somewhere(&expected)) {
      assert_int_equal(status, VP_OK);
      assert_int_equal(big_compare(big_of(product), expected), 0);
      int exponent = a.exponent + b.exponent;
      if (abs(exponent) <= VP_DECIMAL_MAX_EXPONENT && big_fits(&expected, exponent)) {
        assert_int_equal(product.exponent, exponent);
      }
    } else {
      assert_range(status, &product);
    }
  }
}

static void compare_agrees_with_the_reference(void **state) {
  (void)state;
  uint64_t seed = 13;
  for (int i = 0; i < ROUNDS; i++) {
    vp_decimal a = random_decimal(&seed);
    vp_decimal b = random_decimal(&seed);
    if (i % 4 == 0) {
      b = a;
      vp_decimal finer;
      if (vp_decimal_rescale(&finer, a, a.exponent - i % 9) == VP_OK) b = finer;
    }
    int expected = big_compare(big_of(a), big_of(b));
    int actual = vp_decimal_compare(a, b);
    assert_int_equal((actual > 0) - (actual < 0), expected);
    actual = vp_decimal_compare(b, a);
    assert_int_equal((actual > 0) - (actual < 0), -expected);
  }
}

static void rescale_keeps_the_number_or_refuses(void **state) {
  (void)state;
  uint64_t seed = 14;
  for (int i = 0; i < ROUNDS; i++) {
    vp_decimal a = random_decimal(&seed);
    int exponent = (int)random_between(&seed, -VP_DECIMAL_MAX_EXPONENT, VP_DECIMAL_MAX_EXPONENT);
    big expected = big_of(a);
    vp_decimal result = untouched;
    vp_status status = vp_decimal_rescale(&result, a, exponent);
    if (big_fits(&expected, exponent)) {
      assert_int_equal(status, VP_OK);
      assert_int_equal(result.exponent, exponent);
      assert_int_equal(big_compare(big_of(result), expected), 0);
    } else {
      assert_range(status, &result);
    }
  }
  vp_decimal result = untouched;
  assert_range(vp_decimal_rescale(&result, (vp_decimal){0, 0}, 37), &result);
  assert_range(vp_decimal_rescale(&result, (vp_decimal){0, 0}, INT32_MIN), &result);
}

static void round_takes_the_nearest_and_halves_away_from_zero(void **state) {
  (void)state;
  uint64_t seed = 15;
  for (int i = 0; i < ROUNDS; i++) {
    vp_decimal a = random_decimal(&seed);
    int exponent = (int)random_between(&seed, a.exponent, VP_DECIMAL_MAX_EXPONENT);
    if (i % 2 == 0) exponent = a.exponent + i % 24;
    if (exponent > VP_DECIMAL_MAX_EXPONENT) exponent = VP_DECIMAL_MAX_EXPONENT;
    vp_decimal result = untouched;
    assert_int_equal(vp_decimal_round(&result, a, exponent), VP_OK);
    assert_int_equal(result.exponent, exponent);
    big error = big_add(big_of(result), big_negate(big_of(a)));
    big twice = big_add(error, error);
    big unit = big_of((vp_decimal){1, exponent});
    int order = big_compare_size(&twice, &unit);
    assert_true(order <= 0);
    if (order == 0) assert_int_equal(big_sign(&error), vp_decimal_sign(a));
  }
}

static void round_by_example(void **state) {
  (void)state;
  static const struct {
    vp_decimal from;
    int32_t exponent;
    int64_t coefficient;
  } cases[] = {
      {{25, -1}, 0, 3},          {{-25, -1}, 0, -3},      {{24, -1}, 0, 2},
      {{2449, -3}, 0, 2},        {{23, 0}, -2, 2300},     {{INT64_MAX, 0}, 19, 1},
      {{-INT64_MAX, 0}, 19, -1}, {{INT64_MAX, 0}, 20, 0}, {{INT64_MAX, -36}, 36, 0},
      {{499999999, -9}, 0, 0},   {{500000000, -9}, 0, 1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_decimal result;
    assert_int_equal(vp_decimal_round(&result, cases[i].from, cases[i].exponent), VP_OK);
    assert_decimal(result, cases[i].coefficient, cases[i].exponent);
  }
  vp_decimal result = untouched;
  assert_range(vp_decimal_round(&result, (vp_decimal){1, 0}, 37), &result);
  assert_range(vp_decimal_round(&result, (vp_decimal){INT64_MAX, 0}, -1), &result);
}

static void what_is_printed_reads_back(void **state) {
  (void)state;
  uint64_t seed = 16;
  for (int i = 0; i < ROUNDS; i++) {
    vp_decimal a = random_decimal(&seed);
    char text[VP_DECIMAL_TEXT_SIZE];
    size_t length = vp_decimal_format(text, sizeof text, a);
    assert_int_equal(length, strlen(text));
    assert_true(length < VP_DECIMAL_TEXT_SIZE);
    vp_decimal back = untouched;
    vp_status status = vp_decimal_parse(&back, text, length);
    big number = big_of(a);
    if (a.exponent <= 0) {
      assert_int_equal(status, VP_OK);
      assert_decimal(back, a.coefficient, a.exponent);
    } else if (big_fits(&number, 0)) {
      assert_int_equal(status, VP_OK);
      assert_int_equal(back.exponent, 0);
      assert_int_equal(vp_decimal_compare(back, a), 0);
    } else {
      assert_range(status, &back);
    }
  }
}

static void format_by_example(void **state) {
  (void)state;
  static const struct {
    vp_decimal number;
    const char *text;
  } cases[] = {
      {{2312, -1}, "231.2"},
      {{23120, -2}, "231.20"},
      {{-50, -2}, "-0.50"},
      {{5, -3}, "0.005"},
      {{0, -2}, "0.00"},
      {{0, 3}, "0"},
      {{23, 2}, "2300"},
      {{INT64_MAX, 0}, "9223372036854775807"},
      {{-INT64_MAX, 36}, "-9223372036854775807000000000000000000000000000000000000"},
      {{-1, -36}, "-0.000000000000000000000000000000000001"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char text[VP_DECIMAL_TEXT_SIZE];
    size_t length = vp_decimal_format(text, sizeof text, cases[i].number);
    assert_string_equal(text, cases[i].text);
    assert_int_equal(length, strlen(cases[i].text));
  }
  char small[4];
  assert_int_equal(vp_decimal_format(small, sizeof small, (vp_decimal){2312, -1}), 5);
  assert_string_equal(small, "231");
  assert_int_equal(vp_decimal_format(NULL, 0, (vp_decimal){2312, -1}), 5);
}

static void parse_reads_json_numbers(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int64_t coefficient;
    int32_t exponent;
  } cases[] = {
      {"0", 0, 0},
      {"-0", 0, 0},
      {"231.2", 2312, -1},
      {"-0.50", -50, -2},
      {"1e3", 1000, 0},
      {"1.5E+3", 1500, 0},
      {"1.50e1", 150, -1},
      {"25e-1", 25, -1},
      {"0e999", 0, 0},
      {"0.00", 0, -2},
      {"1e18", 1000000000000000000, 0},
      {"1e-36", 1, -36},
      {"9223372036854775807", INT64_MAX, 0},
      {"-9223372036854775807", -INT64_MAX, 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_decimal number;
    assert_int_equal(vp_decimal_parse(&number, cases[i].text, strlen(cases[i].text)), VP_OK);
    assert_decimal(number, cases[i].coefficient, cases[i].exponent);
  }
}

static void parse_refuses_what_is_no_number(void **state) {
  (void)state;
  static const char *const bad[] = {"",
                                    "-",
                                    "+1",
                                    "01",
                                    "-01",
                                    ".5",
                                    "1.",
                                    "1.e3",
                                    "1e",
                                    "1e+",
                                    " 1",
                                    "1 ",
                                    "1,5",
                                    "0x1",
                                    "NaN",
                                    "1.5.",
                                    "--1",
                                    "e3",
                                    "99999999999999999999x",
                                    "1e99999999999999999999x"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    vp_decimal number = untouched;
    assert_int_equal(vp_decimal_parse(&number, bad[i], strlen(bad[i])), VP_ERROR_SYNTAX);
    assert_decimal(number, 7, -7);
  }
}

static void parse_refuses_what_does_not_fit(void **state) {
  (void)state;
  static const char *const bad[] = {
      "9223372036854775808",
      "-9223372036854775808",
      "99999999999999999999.9",
      "1e19",
      "1e-37",
      "0.0000000000000000000000000000000000001",
      "1e99999999999999999999999",
      "1e-4294967296",
      "1e-9223372036854775808",
      "0.1e-9223372036854775807",
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    vp_decimal number = untouched;
    assert_range(vp_decimal_parse(&number, bad[i], strlen(bad[i])), &number);
  }
}

static void out_may_be_an_operand(void **state) {
  (void)state;
  vp_decimal a = {15, -1};
  assert_int_equal(vp_decimal_add(&a, a, a), VP_OK);
  assert_decimal(a, 30, -1);
  assert_int_equal(vp_decimal_multiply(&a, a, a), VP_OK);
  assert_decimal(a, 900, -2);
  assert_int_equal(vp_decimal_subtract(&a, a, a), VP_OK);
  assert_decimal(a, 0, -2);
}

static void signs(void **state) {
  (void)state;
  assert_int_equal(vp_decimal_sign((vp_decimal){-5, -1}), -1);
  assert_int_equal(vp_decimal_sign((vp_decimal){0, 5}), 0);
  assert_int_equal(vp_decimal_sign((vp_decimal){5, 0}), 1);
  assert_decimal(vp_decimal_negate((vp_decimal){INT64_MAX, 1}), -INT64_MAX, 1);
  assert_decimal(vp_decimal_absolute((vp_decimal){-5, -1}), 5, -1);
  assert_decimal(vp_decimal_absolute((vp_decimal){5, -1}), 5, -1);
}

static void to_double_is_the_nearest(void **state) {
  (void)state;
  static const struct {
    vp_decimal number;
    double expected;
  } cases[] = {
      {{2312, -1}, 231.2},
      {{-5, -2}, -0.05},
      {{0, 7}, 0.0},
      {{0, -7}, 0.0},
      {{1, 36}, 1e36},
      {{1, -36}, 1e-36},
      {{1, -22}, 1e-22},
      {{1, -23}, 1e-23},
      {{9007199254740993, -3}, 9007199254740.993},
      {{INT64_MAX, -22}, 9223372036854775807e-22},
      {{-INT64_MAX, 0}, -9223372036854775807.0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    double actual = vp_decimal_to_double(cases[i].number);
    assert_memory_equal(&actual, &cases[i].expected, sizeof actual);
  }
}

static void to_double_reads_as_the_text_does(void **state) {
  (void)state;
  uint64_t seed = 11;
  char text[64];
  for (int i = 0; i < 100000; i++) {
    int bits = (int)random_between(&seed, 1, 63);
    int64_t most = (int64_t)((UINT64_C(1) << bits) - 1);
    vp_decimal number = {random_between(&seed, -most, most),
                         (int32_t)random_between(&seed, -36, 36)};
    snprintf(text, sizeof text, "%llde%d", (long long)number.coefficient, (int)number.exponent);
    double expected = strtod(text, NULL), actual = vp_decimal_to_double(number);
    assert_memory_equal(&actual, &expected, sizeof actual);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(add_and_subtract_agree_with_the_reference),
      cmocka_unit_test(multiply_agrees_with_the_reference),
      cmocka_unit_test(compare_agrees_with_the_reference),
      cmocka_unit_test(rescale_keeps_the_number_or_refuses),
      cmocka_unit_test(round_takes_the_nearest_and_halves_away_from_zero),
      cmocka_unit_test(round_by_example),
      cmocka_unit_test(what_is_printed_reads_back),
      cmocka_unit_test(format_by_example),
      cmocka_unit_test(parse_reads_json_numbers),
      cmocka_unit_test(parse_refuses_what_is_no_number),
      cmocka_unit_test(parse_refuses_what_does_not_fit),
      cmocka_unit_test(out_may_be_an_operand),
      cmocka_unit_test(signs),
      cmocka_unit_test(to_double_is_the_nearest),
      cmocka_unit_test(to_double_reads_as_the_text_does),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
