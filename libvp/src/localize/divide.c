#include <stdlib.h>

#include "localize/system.h"

static bool is_one(vp_decimal a) {
  return a.exponent == 0 && (a.coefficient == 1 || a.coefficient == -1);
}

/* weight > 0; side is -1 to round down and 1 to round up. */
static vp_status divide(vp_bound *bound, vp_decimal weight, int side) {
  if (bound->unbounded) return VP_OK;
  int64_t rest = bound->value.coefficient;
  int64_t divisor = weight.coefficient;
  int32_t exponent = bound->value.exponent - weight.exponent;
  while (rest % divisor != 0 && llabs(rest) <= INT64_MAX / 100 &&
         exponent > -VP_DECIMAL_MAX_EXPONENT) {
    rest *= 10;
    exponent--;
  }
  int64_t quotient = rest / divisor;
  if (rest % divisor != 0) {
    if (side < 0 ? rest < 0 : rest > 0) quotient += side;
    bound->open = true;
  }
  if (exponent > VP_DECIMAL_MAX_EXPONENT || exponent < -VP_DECIMAL_MAX_EXPONENT)
    return VP_ERROR_RANGE;
  bound->value = (vp_decimal){quotient, exponent};
  return VP_OK;
}

vp_status vp_interval_divide(vp_interval *out, vp_interval a, vp_decimal weight) {
  if (is_one(weight)) return vp_interval_scale(out, a, weight);
  if (weight.coefficient < 0) {
    vp_status status = vp_interval_scale(&a, a, (vp_decimal){.coefficient = -1, .exponent = 0});
    if (status != VP_OK) return status;
    weight = vp_decimal_negate(weight);
  }
  vp_status status = divide(&a.low, weight, -1);
  if (status == VP_OK) status = divide(&a.high, weight, 1);
  if (status == VP_OK) *out = a;
  return status;
}
