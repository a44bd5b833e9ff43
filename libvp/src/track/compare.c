#include "track/compare.h"

typedef enum dimension {
  DIMENSION_NONE, /* not stated */
  DIMENSION_MONEY,
  DIMENSION_PERCENT,
  DIMENSION_PLAIN
} dimension;

static dimension dimension_of(vp_quantity quantity) {
  vp_unit unit = (vp_unit)quantity.unit;
  if (unit == VP_UNIT_NONE) return DIMENSION_NONE;
  if (vp_unit_is_money(unit)) return DIMENSION_MONEY;
  if (unit == VP_UNIT_PERCENT || unit == VP_UNIT_PERCENTAGE_POINT) return DIMENSION_PERCENT;
  return DIMENSION_PLAIN;
}

static bool is_number(vp_quantity quantity) { return quantity.state == VP_QUANTITY_NUMBER; }

static bool is_answer(vp_quantity quantity) {
  return quantity.state == VP_QUANTITY_YES || quantity.state == VP_QUANTITY_NO;
}

bool vp_quantity_is_readable(vp_quantity quantity) {
  return is_number(quantity) || is_answer(quantity);
}

bool vp_quantity_is_comparable(vp_quantity a, vp_quantity b) {
  if (!is_number(a) || !is_number(b)) return is_answer(a) && is_answer(b);
  dimension first = dimension_of(a), second = dimension_of(b);
  if (first == second) return true;
  /* Money without its unit may be kr as well as mnkr. */
  return (first == DIMENSION_NONE && second != DIMENSION_MONEY) ||
         (second == DIMENSION_NONE && first != DIMENSION_MONEY);
}

vp_quantity vp_quantity_convert(vp_quantity quantity, vp_unit unit) {
  vp_unit own = (vp_unit)quantity.unit;
  if (!vp_unit_is_money(own) || !vp_unit_is_money(unit)) return quantity;
  quantity.value.exponent += vp_unit_exponent(own) - vp_unit_exponent(unit);
  quantity.unit = (uint8_t)unit;
  return quantity;
}

/* No member of a is below any member of b. */
static bool is_above(vp_interval a, vp_interval b) {
  return !a.low.unbounded && !b.high.unbounded &&
         vp_decimal_compare(a.low.value, b.high.value) >= 0;
}

vp_comparison vp_quantity_compare(vp_quantity a, vp_quantity b) {
  if (!vp_quantity_is_comparable(a, b)) return VP_COMPARISON_UNKNOWN;
  if (is_answer(a)) return a.state == b.state ? VP_COMPARISON_SAME : VP_COMPARISON_UNKNOWN;
  b = vp_quantity_convert(b, (vp_unit)a.unit);
  vp_interval first, second;
  if (vp_quantity_interval(&first, &a) != VP_OK || vp_quantity_interval(&second, &b) != VP_OK)
    return VP_COMPARISON_UNKNOWN;
  bool higher = is_above(first, second), lower = is_above(second, first);
  if (higher == lower) return VP_COMPARISON_SAME;
  return higher ? VP_COMPARISON_HIGHER : VP_COMPARISON_LOWER;
}

/* A number with a qualifier does not say by how much it differs. */
static bool is_within(vp_quantity earlier, vp_quantity later, vp_decimal deadband) {
  vp_decimal change, limit;
  if (earlier.qualifier != VP_QUALIFIER_NONE || later.qualifier != VP_QUALIFIER_NONE) return false;
  later = vp_quantity_convert(later, (vp_unit)earlier.unit);
  deadband.exponent -= 2;
  return vp_decimal_subtract(&change, later.value, earlier.value) == VP_OK &&
         vp_decimal_multiply(&limit, earlier.value, deadband) == VP_OK &&
         vp_decimal_compare(vp_decimal_absolute(change), vp_decimal_absolute(limit)) < 0;
}

vp_comparison vp_quantity_change(vp_quantity earlier, vp_quantity later, vp_decimal deadband) {
  vp_comparison comparison = vp_quantity_compare(later, earlier);
  bool differs = comparison == VP_COMPARISON_LOWER || comparison == VP_COMPARISON_HIGHER;
  return differs && is_within(earlier, later, deadband) ? VP_COMPARISON_SAME : comparison;
}

vp_status vp_quantity_stated(vp_interval *out, vp_quantity quantity) {
  if (!is_number(quantity) || quantity.qualifier != VP_QUALIFIER_NONE)
    return vp_quantity_interval(out, &quantity);
  *out = vp_interval_point(quantity.value);
  return VP_OK;
}

static bool overlaps(vp_interval a, vp_interval b) {
  return !vp_interval_is_empty(vp_interval_intersect(a, b));
}

/* What lies beyond an end begins where the end does, and has it exactly when the end is open. */
static vp_bound beyond(vp_bound end) {
  end.open = !end.open;
  return end;
}

vp_answer vp_interval_lies_in(vp_interval interval, vp_interval range) {
  if (!overlaps(interval, range)) return VP_ANSWER_NO;
  vp_interval below = vp_interval_everything(), above = below;
  below.high = beyond(range.low);
  above.low = beyond(range.high);
  bool leaves = (!range.low.unbounded && overlaps(interval, below)) ||
                (!range.high.unbounded && overlaps(interval, above));
  return leaves ? VP_ANSWER_UNKNOWN : VP_ANSWER_YES;
}
