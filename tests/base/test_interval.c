#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/interval.h>

#include "random.h"

enum { ROUNDS = 20000 };

static vp_decimal whole(int64_t value) { return (vp_decimal){value, 0}; }

static vp_bound random_bound(uint64_t *seed) {
  vp_bound bound = {.unbounded = random_next(seed) % 5 == 0};
  if (bound.unbounded) return bound;
  bound.value = (vp_decimal){random_between(seed, -6, 6), 0};
  if (random_next(seed) % 3 == 0) {
    bound.value.coefficient *= 10;
    bound.value.exponent = -1;
  }
  bound.open = random_next(seed) % 2 == 0;
  return bound;
}

static vp_interval random_interval(uint64_t *seed) {
  return (vp_interval){random_bound(seed), random_bound(seed)};
}

/* On the integers, by what "open" says. */
static bool holds(vp_interval a, int64_t value) {
  int64_t low = a.low.value.exponent < 0 ? a.low.value.coefficient / 10 : a.low.value.coefficient;
  int64_t high =
      a.high.value.exponent < 0 ? a.high.value.coefficient / 10 : a.high.value.coefficient;
  if (!a.low.unbounded && (a.low.open ? value <= low : value < low)) return false;
  return a.high.unbounded || (a.high.open ? value < high : value <= high);
}

static void contains_honours_the_ends(void **state) {
  (void)state;
  uint64_t seed = 21;
  for (int i = 0; i < ROUNDS; i++) {
    vp_interval a = random_interval(&seed);
    for (int64_t n = -8; n <= 8; n++) {
      assert_int_equal(vp_interval_contains(a, whole(n)), holds(a, n));
    }
  }
}

static void an_intersection_holds_what_both_hold(void **state) {
  (void)state;
  uint64_t seed = 22;
  for (int i = 0; i < ROUNDS; i++) {
    vp_interval a = random_interval(&seed);
    vp_interval b = random_interval(&seed);
    vp_interval both = vp_interval_intersect(a, b);
    for (int64_t n = -8; n <= 8; n++) {
      bool expected = holds(a, n) && holds(b, n);
      assert_int_equal(vp_interval_contains(both, whole(n)), expected);
      if (expected) assert_false(vp_interval_is_empty(both));
    }
  }
}

static void sums_and_multiples_hold_those_of_members(void **state) {
  (void)state;
  uint64_t seed = 23;
  for (int i = 0; i < ROUNDS; i++) {
    vp_interval a = random_interval(&seed);
    vp_interval b = random_interval(&seed);
    int64_t weight = random_between(&seed, -3, 3);
    vp_interval sum;
    vp_interval scaled;
    assert_int_equal(vp_interval_add(&sum, a, b), VP_OK);
    assert_int_equal(vp_interval_scale(&scaled, a, whole(weight)), VP_OK);
    for (int k = 0; k < 10; k++) {
      int64_t x = random_between(&seed, -8, 8);
      int64_t y = random_between(&seed, -8, 8);
      if (holds(a, x) && holds(b, y)) assert_true(vp_interval_contains(sum, whole(x + y)));
      if (weight != 0) {
        assert_int_equal(vp_interval_contains(scaled, whole(weight * x)), holds(a, x));
      }
    }
  }
}

static void a_sum_is_open_where_one_of_its_terms_is(void **state) {
  (void)state;
  vp_interval a = {.low = {whole(1), false, false}, .high = {whole(2), true, false}};
  vp_interval b = {.low = {whole(10), false, false}, .high = {.unbounded = true}};
  vp_interval sum;
  assert_int_equal(vp_interval_add(&sum, a, a), VP_OK);
  assert_true(vp_interval_contains(sum, whole(2)));
  assert_false(vp_interval_contains(sum, whole(4)));
  assert_int_equal(vp_interval_add(&sum, a, b), VP_OK);
  assert_true(vp_interval_contains(sum, whole(11)));
  assert_false(vp_interval_contains(sum, whole(10)));
  assert_true(vp_interval_contains(sum, whole(INT64_MAX)));
}

static void a_negative_weight_swaps_the_ends(void **state) {
  (void)state;
  vp_interval a = {.low = {whole(1), true, false}, .high = {.unbounded = true}};
  vp_interval scaled;
  assert_int_equal(vp_interval_scale(&scaled, a, whole(-2)), VP_OK);
  assert_true(scaled.low.unbounded);
  assert_false(scaled.high.unbounded);
  assert_true(scaled.high.open);
  assert_int_equal(vp_decimal_compare(scaled.high.value, whole(-2)), 0);
}

static void a_zero_weight_gives_the_point_zero(void **state) {
  (void)state;
  vp_interval scaled;
  assert_int_equal(vp_interval_scale(&scaled, vp_interval_everything(), whole(0)), VP_OK);
  assert_true(vp_interval_contains(scaled, whole(0)));
  assert_false(vp_interval_contains(scaled, whole(1)));
  assert_false(vp_interval_contains(scaled, whole(-1)));
}

static void emptiness(void **state) {
  (void)state;
  assert_false(vp_interval_is_empty(vp_interval_point(whole(3))));
  assert_false(vp_interval_is_empty(vp_interval_everything()));
  vp_interval a = vp_interval_point(whole(3));
  a.high.open = true;
  assert_true(vp_interval_is_empty(a));
  assert_true(vp_interval_is_empty(
      vp_interval_intersect(vp_interval_point(whole(1)), vp_interval_point(whole(2)))));
}

static void width_and_centre(void **state) {
  (void)state;
  static const struct {
    vp_decimal low;
    vp_decimal high;
    vp_decimal half;
    vp_decimal centre;
  } cases[] = {
      {{23115, -2}, {23125, -2}, {5, -2}, {2312, -1}},
      {{1, 0}, {2, 0}, {5, -1}, {15, -1}},
      {{-3, 0}, {1, 0}, {2, 0}, {-1, 0}},
      {{7, 0}, {7, 0}, {0, 0}, {7, 0}},
      {{0, 0}, {INT64_MAX - 1, 0}, {INT64_MAX / 2, 0}, {INT64_MAX / 2, 0}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_interval a = {.low = {.value = cases[i].low}, .high = {.value = cases[i].high}};
    vp_decimal half;
    vp_decimal centre;
    assert_int_equal(vp_interval_half_width(&half, a), VP_OK);
    assert_int_equal(vp_interval_centre(&centre, a), VP_OK);
    assert_int_equal(vp_decimal_compare(half, cases[i].half), 0);
    assert_int_equal(vp_decimal_compare(centre, cases[i].centre), 0);
  }
}

static void what_does_not_fit_is_a_range_error(void **state) {
  (void)state;
  vp_interval a = {.low = {.value = {-INT64_MAX, 0}}, .high = {.value = {INT64_MAX, 0}}};
  vp_interval out = vp_interval_point(whole(7));
  vp_decimal number = {7, 0};
  assert_int_equal(vp_interval_add(&out, a, a), VP_ERROR_RANGE);
  assert_int_equal(vp_interval_scale(&out, a, whole(3)), VP_ERROR_RANGE);
  assert_int_equal(vp_interval_half_width(&number, a), VP_ERROR_RANGE);
  assert_int_equal(vp_interval_half_width(&number, vp_interval_everything()), VP_ERROR_RANGE);
  assert_int_equal(vp_interval_centre(&number, vp_interval_everything()), VP_ERROR_RANGE);
  const vp_interval twice = {.low = a.high, .high = a.high};
  assert_int_equal(vp_interval_centre(&number, twice), VP_ERROR_RANGE);
  a.high.unbounded = true;
  assert_int_equal(vp_interval_half_width(&number, a), VP_ERROR_RANGE);
  assert_int_equal(vp_interval_centre(&number, a), VP_ERROR_RANGE);
  assert_true(vp_interval_contains(out, whole(7)) && !vp_interval_contains(out, whole(8)));
  assert_true(number.coefficient == 7);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(contains_honours_the_ends),
      cmocka_unit_test(an_intersection_holds_what_both_hold),
      cmocka_unit_test(sums_and_multiples_hold_those_of_members),
      cmocka_unit_test(a_sum_is_open_where_one_of_its_terms_is),
      cmocka_unit_test(a_negative_weight_swaps_the_ends),
      cmocka_unit_test(a_zero_weight_gives_the_point_zero),
      cmocka_unit_test(emptiness),
      cmocka_unit_test(width_and_centre),
      cmocka_unit_test(what_does_not_fit_is_a_range_error),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
