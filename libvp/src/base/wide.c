#include "base/wide.h"

vp_wide vp_wide_square(uint64_t a) {
  uint64_t high = a >> 32, low = a & UINT32_MAX;
  uint64_t cross = high * low;
  vp_wide square = {.high = high * high + (cross >> 31), .low = low * low};
  uint64_t middle = cross << 33;
  square.low += middle;
  square.high += square.low < middle;
  return square;
}

vp_wide vp_wide_add(vp_wide a, vp_wide b) {
  vp_wide sum = {.high = a.high + b.high, .low = a.low + b.low};
  uint64_t carry = sum.low < a.low;
  if (sum.high < a.high || (carry != 0 && sum.high == UINT64_MAX))
    return (vp_wide){UINT64_MAX, UINT64_MAX};
  sum.high += carry;
  return sum;
}

vp_wide vp_wide_times(vp_wide a, uint32_t factor) {
  uint64_t parts[4] = {a.low & UINT32_MAX, a.low >> 32, a.high & UINT32_MAX, a.high >> 32};
  uint64_t carry = 0;
  for (int i = 0; i < 4; i++) {
    carry += parts[i] * factor;
    parts[i] = carry & UINT32_MAX;
    carry >>= 32;
  }
  if (carry != 0) return (vp_wide){UINT64_MAX, UINT64_MAX};
  return (vp_wide){.high = parts[3] << 32 | parts[2], .low = parts[1] << 32 | parts[0]};
}

int vp_wide_compare(vp_wide a, vp_wide b) {
  if (a.high != b.high) return a.high < b.high ? -1 : 1;
  if (a.low != b.low) return a.low < b.low ? -1 : 1;
  return 0;
}

double vp_wide_to_double(vp_wide a) {
  const double two_to_the_64 = 18446744073709551616.0;
  return (double)a.high * two_to_the_64 + (double)a.low;
}
