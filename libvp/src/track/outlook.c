#include "track/outlook.h"

#include <math.h>

#include "track/series.h"
#include "track/target.h"

/* What an end of the forecast is held against; NULL for nothing. */
static const vp_observation *baseline_of(const vp_indicator *indicator) {
  const vp_target *target = indicator->target;
  const vp_observation *baseline = vp_target_is_relative(target)
                                       ? vp_indicator_baseline(indicator)
                                       : vp_series_until(indicator, target->period.first);
  if (baseline == NULL || !vp_observation_is_whole(baseline)) return NULL;
  const vp_observation *latest = vp_series_latest(indicator);
  return vp_series_method_changed(indicator, baseline, latest) ? NULL : baseline;
}

/* At a whole number of units of that exponent. */
static bool make_outcome(vp_observation *out, double units, int32_t exponent, vp_unit unit) {
  if (fabs(units) > 9e15 || exponent < -VP_DECIMAL_MAX_EXPONENT) return false;
  *out = (vp_observation){.value = {.value = {(int64_t)units, exponent},
                                    .state = VP_QUANTITY_NUMBER,
                                    .unit = (uint8_t)unit}};
  return true;
}

typedef struct outcomes {
  vp_observation low;
  vp_observation high;
  const vp_observation *baseline;
} outcomes;

/* Of a target that has one end. No function is asked: what it says of two outcomes it need not say
 * of those between them. */
static vp_outlook outlook_of(const vp_indicator *indicator, const outcomes *o) {
  vp_answer low = vp_target_is_met(indicator, &o->low, o->baseline, NULL);
  vp_answer high = vp_target_is_met(indicator, &o->high, o->baseline, NULL);
  if (low != high) return VP_OUTLOOK_UNCERTAIN;
  if (low == VP_ANSWER_UNKNOWN) return VP_OUTLOOK_NONE;
  return low == VP_ANSWER_YES ? VP_OUTLOOK_LIKELY : VP_OUTLOOK_UNLIKELY;
}

/* Of at least that and at most this, each asked alone: a range may hold all of the target. */
static vp_outlook outlook_between(const vp_indicator *indicator, vp_quantity from, vp_quantity to,
                                  const outcomes *o) {
  if (vp_target_is_met(indicator, &o->low, NULL, NULL) == VP_ANSWER_UNKNOWN) return VP_OUTLOOK_NONE;
  vp_target at_least = {.at_least = from}, at_most = {.at_most = to};
  vp_indicator asked = *indicator;
  asked.target = &at_least;
  vp_outlook above = outlook_of(&asked, o);
  asked.target = &at_most;
  vp_outlook below = outlook_of(&asked, o);
  return above < below ? above : below;
}

vp_outlook vp_outlook_of(const vp_indicator *indicator, vp_estimate forecast, vp_unit unit,
                         int32_t exponent) {
  const vp_target *target = indicator->target;
  const int32_t fine = exponent - 3;
  const double digit = vp_decimal_to_double((vp_decimal){1, exponent}) / 1000;
  outcomes o = {.baseline = vp_target_is_absolute(target) ? NULL : baseline_of(indicator)};
  if (!forecast.has_range || !make_outcome(&o.low, floor(forecast.low / digit), fine, unit) ||
      !make_outcome(&o.high, ceil(forecast.high / digit), fine, unit))
    return VP_OUTLOOK_NONE;
  switch (vp_target_kind_of(target)) {
    case VP_TARGET_BETWEEN:
      return outlook_between(indicator, target->between.items[0], target->between.items[1], &o);
    case VP_TARGET_EQUAL: return outlook_between(indicator, target->equal, target->equal, &o);
    default: return outlook_of(indicator, &o);
  }
}
