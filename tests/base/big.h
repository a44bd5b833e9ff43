/* Decimal arithmetic by hand, as the reference that vp_decimal is held against. */
#ifndef TESTS_BASE_BIG_H
#define TESTS_BASE_BIG_H

#include <vp/decimal.h>

/* A sign and digits, the least one worth 10^-BIG_POINT. */
enum { BIG_POINT = 80, BIG_SIZE = 240 };

typedef struct big {
  bool negative;
  int8_t digits[BIG_SIZE];
} big;

static inline big big_of(vp_decimal a) {
  big result = {.negative = a.coefficient < 0};
  uint64_t rest = (uint64_t)(a.coefficient < 0 ? -a.coefficient : a.coefficient);
  for (int i = BIG_POINT + a.exponent; rest > 0; i++, rest /= 10) {
    result.digits[i] = (int8_t)(rest % 10);
  }
  return result;
}

static inline int big_compare_size(const big *a, const big *b) {
  for (int i = BIG_SIZE - 1; i >= 0; i--) {
    if (a->digits[i] != b->digits[i]) return a->digits[i] < b->digits[i] ? -1 : 1;
  }
  return 0;
}

static inline big big_add(big a, big b) {
  if (big_compare_size(&a, &b) < 0) {
    big larger = b;
    b = a;
    a = larger;
  }
  int sign = a.negative == b.negative ? 1 : -1;
  int carry = 0;
  for (int i = 0; i < BIG_SIZE; i++) {
    int digit = a.digits[i] + sign * b.digits[i] + carry;
    carry = digit < 0 ? -1 : digit / 10;
    a.digits[i] = (int8_t)(digit - 10 * carry);
  }
  return a;
}

static inline big big_negate(big a) {
  a.negative = !a.negative;
  return a;
}

static inline big big_multiply(big a, big b) {
  int sums[2 * BIG_SIZE] = {0};
  for (int i = 0; i < BIG_SIZE; i++) {
    if (a.digits[i] == 0) continue;
    for (int k = 0; k < BIG_SIZE; k++) sums[i + k] += a.digits[i] * b.digits[k];
  }
  big result = {.negative = a.negative != b.negative};
  int carry = 0;
  for (int i = BIG_POINT; i < BIG_POINT + BIG_SIZE; i++) {
    carry += sums[i];
    result.digits[i - BIG_POINT] = (int8_t)(carry % 10);
    carry /= 10;
  }
  return result;
}

static inline int big_sign(const big *a) {
  static const big zero;
  if (big_compare_size(a, &zero) == 0) return 0;
  return a->negative ? -1 : 1;
}

static inline int big_compare(big a, big b) {
  big difference = big_add(a, big_negate(b));
  return big_sign(&difference);
}

/* Whether a coefficient for 10^exponent exists. */
static inline bool big_fits(const big *a, int exponent) {
  uint64_t coefficient = 0;
  for (int i = BIG_SIZE - 1; i >= 0; i--) {
    if (i < BIG_POINT + exponent) {
      if (a->digits[i] != 0) return false;
      continue;
    }
    uint64_t digit = (uint64_t)a->digits[i];
    if (coefficient > (INT64_MAX - digit) / 10) return false;
    coefficient = coefficient * 10 + digit;
  }
  return true;
}

static inline bool big_fits_somewhere(const big *a) {
  for (int e = -VP_DECIMAL_MAX_EXPONENT; e <= VP_DECIMAL_MAX_EXPONENT; e++) {
    if (big_fits(a, e)) return true;
  }
  return false;
}

#endif
