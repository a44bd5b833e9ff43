#include <vp/quantity.h>

vp_quantity vp_quantity_complete(vp_quantity quantity, vp_unit unit, int decimals,
                                 vp_rounding rounding) {
  if (quantity.unit == VP_UNIT_NONE) quantity.unit = (uint8_t)unit;
  quantity.rounding = (uint8_t)rounding;
  if (quantity.bare && decimals >= 0 && quantity.value.exponent > -decimals) {
    /* A number that does not fit with more digits keeps the ones it has. */
    (void)vp_decimal_rescale(&quantity.value, quantity.value, -decimals);
  }
  return quantity;
}

/* Gives the ends, whose kinds are set, their values. */
static vp_status spread(vp_interval *out, vp_interval ends, vp_decimal value, vp_decimal below,
                        vp_decimal above) {
  vp_status status = vp_decimal_subtract(&ends.low.value, value, below);
  if (status == VP_OK) status = vp_decimal_add(&ends.high.value, value, above);
  if (status == VP_OK) *out = ends;
  return status;
}

static vp_status rounded(vp_interval *out, vp_decimal value) {
  vp_decimal half = {1, value.exponent};
  vp_status status = vp_decimal_multiply(&half, half, (vp_decimal){5, -1});
  return status == VP_OK ? spread(out, (vp_interval){0}, value, half, half) : status;
}

static vp_status truncated(vp_interval *out, vp_decimal value) {
  vp_decimal none = {0, value.exponent};
  vp_decimal unit = {1, value.exponent};
  int sign = vp_decimal_sign(value);
  vp_interval ends = {.low = {.open = sign <= 0}, .high = {.open = sign >= 0}};
  return spread(out, ends, value, sign > 0 ? none : unit, sign < 0 ? none : unit);
}

/* The w of vp_qualifier. A trailing zero makes z at least 10u, and so z/2 the larger. */
static vp_decimal width(vp_decimal value) {
  int32_t zeros = 0;
  for (int64_t rest = value.coefficient; rest != 0 && rest % 10 == 0; rest /= 10) zeros++;
  if (zeros == 0) return (vp_decimal){1, value.exponent};
  return (vp_decimal){5, value.exponent + zeros - 1};
}

static vp_status qualified(vp_interval *out, vp_decimal value, vp_qualifier qualifier) {
  vp_decimal below = {0, value.exponent};
  vp_decimal above = {0, value.exponent};
  vp_interval ends = {0};
  switch (qualifier) {
    case VP_QUALIFIER_NONE: break;
    case VP_QUALIFIER_CIRKA: below = above = width(value); break;
    case VP_QUALIFIER_DRYGT:
      ends.low.open = true;
      above = width(value);
      break;
    case VP_QUALIFIER_KNAPPT:
      below = width(value);
      ends.high.open = true;
      break;
    case VP_QUALIFIER_OVER:
      ends.low.open = true;
      ends.high.unbounded = true;
      break;
    case VP_QUALIFIER_UNDER:
      ends.low.unbounded = true;
      ends.high.open = true;
      break;
    case VP_QUALIFIER_AT_LEAST: ends.high.unbounded = true; break;
    case VP_QUALIFIER_AT_MOST: ends.low.unbounded = true; break;
  }
  return spread(out, ends, value, below, above);
}

vp_status vp_quantity_interval(vp_interval *out, const vp_quantity *quantity) {
  if (quantity->state != VP_QUANTITY_NUMBER) return VP_ERROR_ARGUMENT;
  vp_decimal value = quantity->value;
  if (quantity->qualifier != VP_QUALIFIER_NONE) {
    return qualified(out, value, (vp_qualifier)quantity->qualifier);
  }
  if (quantity->unit == VP_UNIT_COUNT || quantity->rounding == VP_ROUNDING_EXACT) {
    *out = vp_interval_point(value);
    return VP_OK;
  }
  return quantity->rounding == VP_ROUNDING_TRUNCATED ? truncated(out, value) : rounded(out, value);
}
