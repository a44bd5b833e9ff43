#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../base/random.h"
#include "../plans.h"
#include "reconcile/share.h"

static bool bounds_equal(vp_bound a, vp_bound b) {
  if (a.unbounded || b.unbounded) return a.unbounded == b.unbounded;
  return a.open == b.open && vp_decimal_compare(a.value, b.value) == 0;
}

static vp_bound at(int64_t value) { return (vp_bound){.value = {value, 0}}; }
static vp_bound open_at(int64_t value) { return (vp_bound){.value = {value, 0}, .open = true}; }
static vp_bound endless(void) { return (vp_bound){.unbounded = true}; }

static void check(vp_interval a, vp_interval b, vp_interval wanted) {
  vp_interval found;
  assert_int_equal(vp_interval_multiply(&found, a, b), VP_OK);
  assert_true(bounds_equal(found.low, wanted.low) && bounds_equal(found.high, wanted.high));
  assert_int_equal(vp_interval_multiply(&found, b, a), VP_OK);
  assert_true(bounds_equal(found.low, wanted.low) && bounds_equal(found.high, wanted.high));
}

static vp_interval between(vp_bound low, vp_bound high) { return (vp_interval){low, high}; }

static void products(void **state) {
  (void)state;
  check(between(at(2), open_at(3)), between(at(5), at(7)), between(at(10), open_at(21)));
  check(between(at(-2), at(3)), between(at(-5), at(7)), between(at(-15), at(21)));
  check(between(at(-3), at(-2)), between(at(5), open_at(7)), between(open_at(-21), at(-10)));
}

static void zero_is_within_reach_when_one_end_that_is_zero_is(void **state) {
  (void)state;
  check(between(at(0), open_at(3)), between(open_at(0), at(7)), between(at(0), open_at(21)));
  check(between(open_at(0), at(3)), between(open_at(0), at(7)), between(open_at(0), at(21)));
  check(between(at(0), at(0)), between(open_at(-1), open_at(1)), between(at(0), at(0)));
}

static void intervals_without_an_end(void **state) {
  (void)state;
  const vp_interval from_2 = between(at(2), endless());
  check(from_2, between(at(5), at(7)), between(at(10), endless()));
  check(from_2, between(at(-7), open_at(-5)), between(endless(), open_at(-10)));
  check(from_2, between(at(-7), at(5)), between(endless(), endless()));
  check(from_2, between(at(0), at(5)), between(at(0), endless()));
  check(from_2, between(open_at(0), at(5)), between(open_at(0), endless()));
  check(from_2, between(at(0), at(0)), between(at(0), at(0)));
  check(from_2, from_2, between(at(4), endless()));
  check(from_2, between(endless(), at(-3)), between(endless(), at(-6)));
  check(vp_interval_everything(), between(at(0), at(0)), between(at(0), at(0)));
  check(vp_interval_everything(), between(at(1), at(2)), vp_interval_everything());
}

enum { FINE = 8 };

/* Members of an interval of whole ends: all eighths. */
static size_t members_of(vp_interval a, int64_t out[]) {
  size_t count = 0;
  int64_t low = a.low.value.coefficient * FINE, high = a.high.value.coefficient * FINE;
  for (int64_t x = low; x <= high; x++)
    if (!(x == low && a.low.open) && !(x == high && a.high.open)) out[count++] = x;
  return count;
}

/* The reference: all products of members. An end is closed exactly when a product reaches it. */
static void random_products(void **state) {
  (void)state;
  enum { NEAR = 100 }; /* an eighth inside both ends, which are at most 6 */
  uint64_t seed = 1;
  for (int round = 0; round < 2000; round++) {
    vp_interval factors[2], product;
    for (int i = 0; i < 2; i++) {
      int64_t low = random_between(&seed, -3, 3);
      int64_t width = random_between(&seed, 0, 3);
      bool can_open = width > 0;
      factors[i] = between(at(low), at(low + width));
      factors[i].low.open = can_open && random_between(&seed, 0, 1) == 1;
      factors[i].high.open = can_open && random_between(&seed, 0, 1) == 1;
    }
    assert_int_equal(vp_interval_multiply(&product, factors[0], factors[1]), VP_OK);
    int64_t a[64], b[64];
    size_t a_count = members_of(factors[0], a), b_count = members_of(factors[1], b);
    int64_t least = INT64_MAX, most = INT64_MIN;
    for (size_t i = 0; i < a_count; i++)
      for (size_t k = 0; k < b_count; k++) {
        int64_t value = a[i] * b[k];
        if (value < least) least = value;
        if (value > most) most = value;
      }
    int64_t low = product.low.value.coefficient * FINE * FINE;
    int64_t high = product.high.value.coefficient * FINE * FINE;
    assert_true(product.low.open ? least > low && least < low + NEAR : least == low);
    assert_true(product.high.open ? most < high && most > high - NEAR : most == high);
  }
}

static vp_decimal share_of(vp_interval *interval, const char *says) {
  char json[200];
  vp_decimal share;
  snprintf(json, sizeof json, "'claims':[{'text':'t','share':['a','b'],'says':%s}]", says);
  vp_plan *plan = plan_with(json);
  const vp_element *claim = vp_element_child(vp_plan_root(plan), "claims", 0);
  assert_int_equal(vp_share_of(&share, interval, claim), VP_OK);
  vp_plan_free(plan);
  return share;
}

static void per_cent_are_hundredths(void **state) {
  (void)state;
  vp_interval interval;
  vp_decimal share = share_of(&interval, "'1 %'");
  assert_int_equal(vp_decimal_compare(share, (vp_decimal){1, -2}), 0);
  assert_int_equal(vp_decimal_compare(interval.low.value, (vp_decimal){5, -3}), 0);
  assert_int_equal(vp_decimal_compare(interval.high.value, (vp_decimal){15, -3}), 0);

  share = share_of(&interval, "'0,25'");
  assert_int_equal(vp_decimal_compare(share, (vp_decimal){25, -2}), 0);

  share = share_of(&interval, "'drygt 50 procent'");
  assert_int_equal(vp_decimal_compare(share, (vp_decimal){5, -1}), 0);
  assert_true(interval.low.open);
  assert_int_equal(vp_decimal_compare(interval.low.value, share), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(products),
      cmocka_unit_test(zero_is_within_reach_when_one_end_that_is_zero_is),
      cmocka_unit_test(intervals_without_an_end),
      cmocka_unit_test(random_products),
      cmocka_unit_test(per_cent_are_hundredths),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
