#include "track/issues.h"

#include "model/figure.h"
#include "track/series.h"
#include "track/target.h"

vp_baseline_state vp_indicator_baseline_state(const vp_indicator *indicator) {
  if (indicator->target == NULL || !vp_target_is_relative(indicator->target))
    return VP_BASELINE_USABLE;
  const vp_observation *baseline = vp_indicator_baseline(indicator);
  if (baseline == NULL) return VP_BASELINE_MISSING;
  if (!vp_observation_is_readable(baseline)) return VP_BASELINE_UNREADABLE;
  return vp_observation_is_partial(baseline) ? VP_BASELINE_PARTIAL : VP_BASELINE_USABLE;
}

const vp_observation *vp_indicator_met_before(const vp_indicator *indicator,
                                              const vp_functions *functions) {
  const vp_target *target = indicator->target;
  if (target == NULL || !vp_target_is_absolute(target) || !vp_period_is_known(target->period))
    return NULL;
  const vp_observation *last = vp_series_until(indicator, target->period.first);
  if (last == NULL || !vp_observation_is_whole(last)) return NULL;
  return vp_target_is_met(indicator, last, NULL, functions) == VP_ANSWER_YES ? last : NULL;
}

bool vp_indicator_opposes_itself(const vp_indicator *indicator) {
  if (indicator->target == NULL) return false;
  vp_better wanted = vp_target_better(indicator->target);
  return (wanted == VP_BETTER_HIGHER && indicator->direction == VP_DIRECTION_LOWER) ||
         (wanted == VP_BETTER_LOWER && indicator->direction == VP_DIRECTION_HIGHER);
}

/* An end that is no number, or of another kind, is no end. */
static vp_interval own_end(const vp_indicator *indicator, vp_quantity end, vp_quantity value) {
  vp_interval stated;
  end = vp_indicator_complete(indicator, end);
  if (!vp_quantity_is_comparable(end, value)) return vp_interval_everything();
  end = vp_quantity_convert(end, (vp_unit)value.unit);
  return vp_quantity_stated(&stated, end) == VP_OK ? stated : vp_interval_everything();
}

static vp_interval range_of(const vp_indicator *indicator, vp_quantity value) {
  if (vp_quantity_is_readable(indicator->minimum) || vp_quantity_is_readable(indicator->maximum))
    return (vp_interval){.low = own_end(indicator, indicator->minimum, value).low,
                         .high = own_end(indicator, indicator->maximum, value).high};
  vp_interval range = vp_interval_everything();
  if (value.unit == VP_UNIT_PERCENT || value.unit == VP_UNIT_COUNT)
    range.low = (vp_bound){.value = {0, 0}};
  if (value.unit == VP_UNIT_PERCENT) range.high = (vp_bound){.value = {100, 0}};
  return range;
}

bool vp_indicator_is_out_of_range(vp_interval *range, const vp_indicator *indicator,
                                  vp_quantity value) {
  vp_interval stated;
  value = vp_indicator_complete(indicator, value);
  if (vp_quantity_stated(&stated, value) != VP_OK) return false;
  vp_interval allowed = range_of(indicator, value);
  if (vp_interval_lies_in(stated, allowed) != VP_ANSWER_NO) return false;
  *range = allowed;
  return true;
}

/* What women and men may be, in the unit of the value; false when that is not known. */
static bool read_part(vp_interval *out, const vp_indicator *indicator, vp_quantity part,
                      vp_quantity value) {
  part = vp_indicator_complete(indicator, part);
  if (!vp_quantity_is_comparable(part, value)) return false;
  part = vp_quantity_convert(part, (vp_unit)value.unit);
  return vp_quantity_interval(out, &part) == VP_OK;
}

/* side is 1 for two high ends and -1 for two low ones. */
static vp_bound outer_bound(vp_bound a, vp_bound b, int side) {
  if (a.unbounded || b.unbounded) return a.unbounded ? a : b;
  int order = side * vp_decimal_compare(a.value, b.value);
  if (order == 0) a.open = a.open && b.open;
  return order < 0 ? b : a;
}

static vp_interval hull(vp_interval a, vp_interval b) {
  return (vp_interval){.low = outer_bound(a.low, b.low, -1),
                       .high = outer_bound(a.high, b.high, 1)};
}

static bool can_be(vp_interval value, vp_interval expected) {
  return vp_interval_lies_in(value, expected) != VP_ANSWER_NO;
}

vp_breakdown vp_observation_breakdown(vp_interval *expected, const vp_indicator *indicator,
                                      const vp_observation *observation) {
  vp_quantity value = vp_observation_value(indicator, observation);
  vp_interval whole, women, men, sum;
  if (value.state != VP_QUANTITY_NUMBER || vp_quantity_interval(&whole, &value) != VP_OK ||
      !read_part(&women, indicator, observation->women, value) ||
      !read_part(&men, indicator, observation->men, value) ||
      vp_interval_add(&sum, women, men) != VP_OK)
    return VP_BREAKDOWN_CONSISTENT;

  bool is_count = value.unit == VP_UNIT_COUNT;
  bool is_mean = value.unit == VP_UNIT_PERCENT || value.unit == VP_UNIT_INDEX;
  vp_interval between = hull(women, men);
  if ((!is_mean && can_be(whole, sum)) || (!is_count && can_be(whole, between)))
    return VP_BREAKDOWN_CONSISTENT;
  *expected = is_count ? sum : between;
  return is_count ? VP_BREAKDOWN_NOT_SUM : VP_BREAKDOWN_NOT_BETWEEN;
}
