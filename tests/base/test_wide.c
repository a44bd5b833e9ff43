#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/wide.h"
#include "random.h"

enum { ROUNDS = 20000 };

static const vp_wide largest = {UINT64_MAX, UINT64_MAX};

static void check(vp_wide found, uint64_t high, uint64_t low) {
  assert_true(found.high == high && found.low == low);
}

/* The reference: bit by bit, saturating. */
static vp_wide doubled(vp_wide a) {
  if (a.high >> 63 != 0) return largest;
  return (vp_wide){a.high << 1 | a.low >> 63, a.low << 1};
}

static vp_wide slow_add(vp_wide a, vp_wide b) {
  unsigned carry = 0;
  vp_wide sum = {0, 0};
  for (int bit = 0; bit < 128; bit++) {
    uint64_t from_a = bit < 64 ? a.low >> bit : a.high >> (bit - 64);
    uint64_t from_b = bit < 64 ? b.low >> bit : b.high >> (bit - 64);
    unsigned digits = (unsigned)(from_a & 1) + (unsigned)(from_b & 1) + carry;
    if (bit < 64)
      sum.low |= (uint64_t)(digits & 1) << bit;
    else
      sum.high |= (uint64_t)(digits & 1) << (bit - 64);
    carry = digits >> 1;
  }
  return carry != 0 ? largest : sum;
}

static vp_wide slow_times(vp_wide a, uint64_t factor) {
  vp_wide sum = {0, 0};
  for (; factor != 0; factor >>= 1, a = doubled(a))
    if ((factor & 1) != 0) sum = slow_add(sum, a);
  return sum;
}

/* Of any size from one bit up. */
static uint64_t random_number(uint64_t *seed) {
  return random_next(seed) >> random_between(seed, 0, 63);
}

static void squares(void **state) {
  (void)state;
  check(vp_wide_square(0), 0, 0);
  check(vp_wide_square(UINT32_MAX), 0, UINT64_C(0xFFFFFFFE00000001));
  check(vp_wide_square(UINT64_C(1) << 32), 1, 0);
  check(vp_wide_square(UINT64_MAX), UINT64_MAX - 1, 1);
  uint64_t seed = 1;
  for (int i = 0; i < ROUNDS; i++) {
    uint64_t a = random_number(&seed);
    vp_wide wanted = slow_times((vp_wide){0, a}, a);
    check(vp_wide_square(a), wanted.high, wanted.low);
  }
}

static void what_does_not_fit_stays_at_the_largest(void **state) {
  (void)state;
  check(vp_wide_add(largest, (vp_wide){0, 1}), UINT64_MAX, UINT64_MAX);
  check(vp_wide_add((vp_wide){UINT64_MAX, 0}, (vp_wide){1, 0}), UINT64_MAX, UINT64_MAX);
  check(vp_wide_add((vp_wide){UINT64_MAX, 0}, (vp_wide){0, 5}), UINT64_MAX, 5);
  check(vp_wide_add((vp_wide){UINT64_MAX - 1, UINT64_MAX}, (vp_wide){0, 1}), UINT64_MAX, 0);
  check(vp_wide_times(largest, 1), UINT64_MAX, UINT64_MAX);
  check(vp_wide_times(largest, 2), UINT64_MAX, UINT64_MAX);
  check(vp_wide_times(largest, 0), 0, 0);
}

static void sums_and_multiples(void **state) {
  (void)state;
  uint64_t seed = 2;
  for (int i = 0; i < ROUNDS; i++) {
    vp_wide a = {random_number(&seed), random_next(&seed)};
    vp_wide b = {random_number(&seed), random_next(&seed)};
    uint32_t factor = (uint32_t)(random_number(&seed) >> 32);
    vp_wide sum = slow_add(a, b);
    check(vp_wide_add(a, b), sum.high, sum.low);
    /* A saturated doubling is added only for a factor's bit that does not fit either. */
    vp_wide multiple = slow_times(a, factor);
    check(vp_wide_times(a, factor), multiple.high, multiple.low);
  }
}

static void order(void **state) {
  (void)state;
  const vp_wide sorted[] = {{0, 0}, {0, 1}, {0, UINT64_MAX}, {1, 0}, {1, 1}, {UINT64_MAX, 0}};
  for (int i = 0; i < 6; i++)
    for (int k = 0; k < 6; k++)
      assert_int_equal(vp_wide_compare(sorted[i], sorted[k]), (i > k) - (i < k));
}

static void as_a_double(void **state) {
  (void)state;
  assert_true(vp_wide_to_double((vp_wide){0, 25}) == 25.0);
  assert_true(vp_wide_to_double((vp_wide){1, 0}) == 18446744073709551616.0);
  assert_true(vp_wide_to_double((vp_wide){3, 0}) == 3 * 18446744073709551616.0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(squares),
      cmocka_unit_test(what_does_not_fit_stays_at_the_largest),
      cmocka_unit_test(sums_and_multiples),
      cmocka_unit_test(order),
      cmocka_unit_test(as_a_double),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
