#include "rules/addend.h"

static vp_interval shifted(vp_interval interval, int32_t exponent) {
  interval.low.value.exponent += exponent;
  interval.high.value.exponent += exponent;
  return interval;
}

bool vp_addend_of(vp_addend *out, const vp_quantity *quantity, bool negative) {
  const vp_decimal sign = {.coefficient = negative ? -1 : 1, .exponent = 0};
  int32_t exponent = vp_unit_exponent((vp_unit)quantity->unit);
  if (vp_quantity_interval(&out->interval, quantity) != VP_OK ||
      vp_interval_scale(&out->interval, out->interval, sign) != VP_OK ||
      vp_decimal_multiply(&out->value, quantity->value, sign) != VP_OK)
    return false;
  out->value.exponent += exponent;
  out->interval = shifted(out->interval, exponent);
  out->unit = (vp_unit)quantity->unit;
  return true;
}

bool vp_unit_is_comparable(vp_unit a, vp_unit b) {
  return a == b || (vp_unit_is_money(a) && vp_unit_is_money(b));
}

bool vp_addend_find(vp_run *run, vp_addend *out, const char *reference) {
  return vp_figure_find(&out->figure, run->plan, reference) &&
         !vp_run_is_doubted(run, out->figure.place) &&
         vp_addend_of(out, &out->figure.quantity, *reference == '-');
}

vp_decimal vp_decimal_in_unit(vp_decimal value, vp_unit unit) {
  value.exponent -= vp_unit_exponent(unit);
  return value;
}

vp_interval vp_interval_in_unit(vp_interval interval, vp_unit unit) {
  return shifted(interval, -vp_unit_exponent(unit));
}

vp_decimal vp_addend_percentage(vp_decimal part, vp_decimal whole, int32_t exponent) {
  enum { MOST_DECIMALS = 6 };
  const double most = 1e15;
  double value = vp_decimal_to_double(part) / vp_decimal_to_double(whole) * 100;
  vp_decimal rounded = {.exponent = exponent - 1};
  if (rounded.exponent < -MOST_DECIMALS) rounded.exponent = -MOST_DECIMALS;
  if (rounded.exponent > 0) rounded.exponent = 0;
  for (int32_t i = rounded.exponent; i < 0; i++) value *= 10;
  if (value < -most || value > most) value = value < 0 ? -most : most;
  rounded.coefficient = (int64_t)(value < 0 ? value - 0.5 : value + 0.5);
  return rounded;
}
