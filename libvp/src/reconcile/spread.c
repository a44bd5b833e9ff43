#include "reconcile/spread.h"

#include <math.h>

static bool is_zero(vp_wide a) { return a.high == 0 && a.low == 0; }

/* Brings the sum and a number to the finer exponent of both; the number's absolute coefficient. */
static vp_status align(vp_spread *spread, uint64_t *coefficient, vp_decimal number) {
  number = vp_decimal_absolute(number);
  if (is_zero(spread->squares)) spread->exponent = number.exponent;
  while (spread->exponent > number.exponent) {
    spread->squares = vp_wide_times(spread->squares, 100);
    spread->exponent--;
  }
  vp_status status = vp_decimal_rescale(&number, number, spread->exponent);
  if (status == VP_OK) *coefficient = (uint64_t)number.coefficient;
  return status;
}

vp_status vp_spread_add(vp_spread *spread, vp_decimal half_width) {
  if (half_width.coefficient == 0) return VP_OK;
  uint64_t coefficient;
  vp_status status = align(spread, &coefficient, half_width);
  if (status == VP_OK) spread->squares = vp_wide_add(spread->squares, vp_wide_square(coefficient));
  return status;
}

/* deviation² <= sigmas² · σ² = sigmas² · Σ (2·h)² / 12 = sigmas² · Σ h² / 3 */
vp_status vp_spread_covers(bool *out, vp_spread spread, int sigmas, vp_decimal deviation) {
  uint64_t coefficient;
  vp_status status = align(&spread, &coefficient, deviation);
  if (status != VP_OK) return status;
  *out = vp_wide_compare(vp_wide_times(vp_wide_square(coefficient), 3),
                         vp_wide_times(spread.squares, (uint32_t)(sigmas * sigmas))) <= 0;
  return VP_OK;
}

vp_decimal vp_spread_times(vp_spread spread, int sigmas) {
  if (is_zero(spread.squares)) return (vp_decimal){.coefficient = 0, .exponent = 0};
  double value = sqrt(sigmas * sigmas / 3.0 * vp_wide_to_double(spread.squares));
  int32_t exponent = spread.exponent;
  while (value < 10) value *= 10, exponent--;
  while (value >= 99.5) value /= 10, exponent++;
  return (vp_decimal){.coefficient = (int64_t)floor(value + 0.5), .exponent = exponent};
}
