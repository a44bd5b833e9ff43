#include <vp/interval.h>

vp_interval vp_interval_point(vp_decimal value) {
  return (vp_interval){.low = {.value = value}, .high = {.value = value}};
}

vp_interval vp_interval_everything(void) {
  return (vp_interval){.low = {.unbounded = true}, .high = {.unbounded = true}};
}

static vp_status add_bounds(vp_bound *out, vp_bound a, vp_bound b) {
  vp_bound sum = {.unbounded = true};
  if (!a.unbounded && !b.unbounded) {
    vp_status status = vp_decimal_add(&sum.value, a.value, b.value);
    if (status != VP_OK) return status;
    sum.open = a.open || b.open;
    sum.unbounded = false;
  }
  *out = sum;
  return VP_OK;
}

vp_status vp_interval_add(vp_interval *out, vp_interval a, vp_interval b) {
  vp_interval sum;
  vp_status status = add_bounds(&sum.low, a.low, b.low);
  if (status == VP_OK) status = add_bounds(&sum.high, a.high, b.high);
  if (status == VP_OK) *out = sum;
  return status;
}

vp_status vp_interval_scale(vp_interval *out, vp_interval a, vp_decimal weight) {
  int sign = vp_decimal_sign(weight);
  if (sign == 0) {
    *out = vp_interval_point((vp_decimal){0, 0});
    return VP_OK;
  }
  vp_bound low = sign > 0 ? a.low : a.high;
  vp_bound high = sign > 0 ? a.high : a.low;
  vp_status status = VP_OK;
  if (!low.unbounded) status = vp_decimal_multiply(&low.value, low.value, weight);
  if (status == VP_OK && !high.unbounded) {
    status = vp_decimal_multiply(&high.value, high.value, weight);
  }
  if (status == VP_OK) *out = (vp_interval){low, high};
  return status;
}

/* side is 1 for two low ends and -1 for two high ones. */
static vp_bound inner_bound(vp_bound a, vp_bound b, int side) {
  if (a.unbounded) return b;
  if (b.unbounded) return a;
  int order = side * vp_decimal_compare(a.value, b.value);
  if (order == 0) a.open = a.open || b.open;
  return order < 0 ? b : a;
}

vp_interval vp_interval_intersect(vp_interval a, vp_interval b) {
  return (vp_interval){inner_bound(a.low, b.low, 1), inner_bound(a.high, b.high, -1)};
}

bool vp_interval_is_empty(vp_interval a) {
  if (a.low.unbounded || a.high.unbounded) return false;
  int order = vp_decimal_compare(a.low.value, a.high.value);
  return order > 0 || (order == 0 && (a.low.open || a.high.open));
}

bool vp_interval_contains(vp_interval a, vp_decimal value) {
  return !vp_interval_is_empty(vp_interval_intersect(a, vp_interval_point(value)));
}

/* Exact, and no finer than it must be. */
static vp_status halve(vp_decimal *out, vp_decimal a) {
  if (a.coefficient % 2 != 0) return vp_decimal_multiply(out, a, (vp_decimal){5, -1});
  *out = (vp_decimal){a.coefficient / 2, a.exponent};
  return VP_OK;
}

vp_status vp_interval_half_width(vp_decimal *out, vp_interval a) {
  if (a.low.unbounded || a.high.unbounded) return VP_ERROR_RANGE;
  vp_decimal width;
  vp_status status = vp_decimal_subtract(&width, a.high.value, a.low.value);
  return status == VP_OK ? halve(out, width) : status;
}

vp_status vp_interval_centre(vp_decimal *out, vp_interval a) {
  if (a.low.unbounded || a.high.unbounded) return VP_ERROR_RANGE;
  vp_decimal sum;
  vp_status status = vp_decimal_add(&sum, a.low.value, a.high.value);
  return status == VP_OK ? halve(out, sum) : status;
}
