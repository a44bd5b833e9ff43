#include "reconcile/share.h"

#include "model/plan.h"

enum { PER_CENT = -2 };

bool vp_share_is_pure(const vp_element *claim) {
  uint8_t unit = VP_AS(vp_claim, claim)->says.unit;
  return unit == VP_UNIT_NONE || unit == VP_UNIT_PERCENT;
}

vp_status vp_share_of(vp_decimal *out, vp_interval *interval, const vp_element *claim) {
  const vp_quantity *says = &VP_AS(vp_claim, claim)->says;
  vp_status status = vp_quantity_interval(interval, says);
  if (status != VP_OK) return status;
  *out = says->value;
  if (says->unit != VP_UNIT_PERCENT) return VP_OK;
  out->exponent += PER_CENT;
  interval->low.value.exponent += PER_CENT;
  interval->high.value.exponent += PER_CENT;
  return VP_OK;
}

/* One end of an interval, which may lie infinitely far away on its side. */
typedef struct end {
  vp_bound bound;
  int sign;
} end;

static end end_of(vp_bound bound, int side) {
  return (end){bound, bound.unbounded ? side : vp_decimal_sign(bound.value)};
}

static bool is_closed_zero(end a) { return a.sign == 0 && !a.bound.open; }

/* The product of two ends. Zero stays within reach as long as one end that is zero does. */
static vp_status multiply_ends(end *out, end a, end b) {
  bool is_endless = a.bound.unbounded || b.bound.unbounded;
  out->sign = a.sign * b.sign;
  out->bound.unbounded = is_endless && out->sign != 0;
  out->bound.open = !is_closed_zero(a) && !is_closed_zero(b) && (a.bound.open || b.bound.open);
  out->bound.value = (vp_decimal){.coefficient = 0, .exponent = 0};
  return is_endless ? VP_OK : vp_decimal_multiply(&out->bound.value, a.bound.value, b.bound.value);
}

/* Whether a lies further out than b, on the side of 1 or -1. */
static bool is_beyond(end a, end b, int side) {
  if (a.bound.unbounded) return a.sign == side && !b.bound.unbounded;
  if (b.bound.unbounded) return b.sign != side;
  int order = vp_decimal_compare(a.bound.value, b.bound.value) * side;
  return order > 0 || (order == 0 && b.bound.open);
}

vp_status vp_interval_multiply(vp_interval *out, vp_interval a, vp_interval b) {
  const end ends[2][2] = {{end_of(a.low, -1), end_of(a.high, 1)},
                          {end_of(b.low, -1), end_of(b.high, 1)}};
  end low, high;
  for (int i = 0; i < 4; i++) {
    end product;
    vp_status status = multiply_ends(&product, ends[0][i / 2], ends[1][i % 2]);
    if (status != VP_OK) return status;
    if (i == 0 || is_beyond(product, low, -1)) low = product;
    if (i == 0 || is_beyond(product, high, 1)) high = product;
  }
  *out = (vp_interval){low.bound, high.bound};
  return VP_OK;
}
