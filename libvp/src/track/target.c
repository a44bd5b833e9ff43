#include "track/target.h"

#include "model/figure.h"
#include "model/profile.h"
#include "track/function.h"
#include "track/series.h"

/* null is given, though not known. */
static bool is_given(vp_quantity quantity) {
  return quantity.state != VP_QUANTITY_MISSING || quantity.bare;
}

vp_target_kind vp_target_kind_of(const vp_target *target) {
  if (is_given(target->at_least)) return VP_TARGET_AT_LEAST;
  if (is_given(target->at_most)) return VP_TARGET_AT_MOST;
  if (target->between.count == 2) return VP_TARGET_BETWEEN;
  if (is_given(target->equal)) return VP_TARGET_EQUAL;
  if (target->function != NULL) return VP_TARGET_FUNCTION;
  if (target->increase_from.kind != VP_PERIOD_MISSING || target->trend == VP_TREND_INCREASE)
    return VP_TARGET_INCREASE;
  if (target->decrease_from.kind != VP_PERIOD_MISSING || target->trend == VP_TREND_DECREASE)
    return VP_TARGET_DECREASE;
  return VP_TARGET_FOLLOW;
}

bool vp_target_is_absolute(const vp_target *target) {
  vp_target_kind kind = vp_target_kind_of(target);
  return kind >= VP_TARGET_AT_LEAST && kind <= VP_TARGET_FUNCTION;
}

static vp_period baseline_period(const vp_target *target) {
  return target->increase_from.kind != VP_PERIOD_MISSING ? target->increase_from
                                                         : target->decrease_from;
}

bool vp_target_is_relative(const vp_target *target) {
  return baseline_period(target).kind != VP_PERIOD_MISSING;
}

vp_better vp_target_better(const vp_target *target) {
  switch (vp_target_kind_of(target)) {
    case VP_TARGET_AT_LEAST:
    case VP_TARGET_INCREASE: return VP_BETTER_HIGHER;
    case VP_TARGET_AT_MOST:
    case VP_TARGET_DECREASE: return VP_BETTER_LOWER;
    case VP_TARGET_BETWEEN:
    case VP_TARGET_EQUAL:
    case VP_TARGET_FUNCTION:
    case VP_TARGET_FOLLOW: break;
  }
  return VP_BETTER_UNKNOWN;
}

vp_better vp_indicator_better(const vp_indicator *indicator) {
  vp_better better =
      indicator->target != NULL ? vp_target_better(indicator->target) : VP_BETTER_UNKNOWN;
  if (better != VP_BETTER_UNKNOWN) return better;
  if (indicator->direction == VP_DIRECTION_HIGHER) return VP_BETTER_HIGHER;
  return indicator->direction == VP_DIRECTION_LOWER ? VP_BETTER_LOWER : VP_BETTER_UNKNOWN;
}

const vp_observation *vp_indicator_baseline(const vp_indicator *indicator) {
  if (indicator->target == NULL || !vp_target_is_relative(indicator->target)) return NULL;
  return vp_series_at(indicator, baseline_period(indicator->target));
}

/* A value of the target as an interval in the outcome's unit. */
static bool read_value(vp_interval *out, const vp_indicator *indicator, vp_quantity value,
                       vp_quantity outcome) {
  value = vp_indicator_complete(indicator, value);
  if (!vp_quantity_is_comparable(value, outcome)) return false;
  return vp_quantity_stated(out, vp_quantity_convert(value, (vp_unit)outcome.unit)) == VP_OK;
}

/* The values that meet a target that names them. Its own qualifier is a part of it: "över 80" as
 * at_least is more than 80, "cirka 80" as equal is anything near it. */
static bool read_range(vp_interval *out, const vp_indicator *indicator, vp_quantity outcome) {
  const vp_target *target = indicator->target;
  vp_target_kind kind = vp_target_kind_of(target);
  vp_interval low = vp_interval_everything(), high = low;
  bool known = false;
  switch (kind) {
    case VP_TARGET_AT_LEAST: known = read_value(&low, indicator, target->at_least, outcome); break;
    case VP_TARGET_AT_MOST: known = read_value(&high, indicator, target->at_most, outcome); break;
    case VP_TARGET_BETWEEN:
      known = read_value(&low, indicator, target->between.items[0], outcome) &&
              read_value(&high, indicator, target->between.items[1], outcome);
      break;
    default: known = read_value(&low, indicator, target->equal, outcome); high = low;
  }
  /* "högst 80" as at_least, or ends in the wrong order, say nothing. */
  vp_interval range = {.low = low.low, .high = high.high};
  if (!known || (range.low.unbounded && range.high.unbounded) || vp_interval_is_empty(range))
    return false;
  *out = range;
  return true;
}

static vp_answer meets_value(const vp_indicator *indicator, vp_quantity outcome) {
  vp_quantity equal = indicator->target->equal;
  if (outcome.state != VP_QUANTITY_NUMBER) {
    if (!vp_quantity_is_comparable(outcome, equal)) return VP_ANSWER_UNKNOWN;
    return outcome.state == equal.state ? VP_ANSWER_YES : VP_ANSWER_NO;
  }
  vp_interval range, value;
  if (!read_range(&range, indicator, outcome) || vp_quantity_stated(&value, outcome) != VP_OK)
    return VP_ANSWER_UNKNOWN;
  return vp_interval_lies_in(value, range);
}

vp_decimal vp_indicator_deadband(const vp_indicator *indicator) {
  const vp_plan *plan = VP_AS(vp_plan, vp_root_of(&indicator->base));
  return vp_profile_deadband(plan->profile);
}

vp_decimal vp_target_deadband(const vp_indicator *indicator) {
  bool says_how_much = is_given(indicator->target->by) || is_given(indicator->target->by_percent);
  return says_how_much ? (vp_decimal){0, 0} : vp_indicator_deadband(indicator);
}

/* An increase or a decrease; what is counted down is counted in negative numbers. */
typedef struct change {
  vp_quantity from;
  vp_quantity to; /* in the unit of from */
  vp_decimal sign;
} change;

/* Whether sign · to - sign · factor · from reaches the end. */
static vp_answer reaches(const change *made, vp_decimal factor, vp_bound end) {
  vp_interval from, to;
  if (end.unbounded || vp_decimal_sign(end.value) < 0 ||
      vp_decimal_multiply(&factor, factor, made->sign) != VP_OK ||
      vp_quantity_stated(&from, made->from) != VP_OK ||
      vp_quantity_stated(&to, made->to) != VP_OK ||
      vp_interval_scale(&from, from, vp_decimal_negate(factor)) != VP_OK ||
      vp_interval_scale(&to, to, made->sign) != VP_OK || vp_interval_add(&to, to, from) != VP_OK)
    return VP_ANSWER_UNKNOWN;
  return vp_interval_lies_in(to, (vp_interval){.low = end, .high = {.unbounded = true}});
}

static vp_answer changes_by(const change *made, const vp_indicator *indicator) {
  vp_interval by;
  if (!read_value(&by, indicator, indicator->target->by, made->from)) return VP_ANSWER_UNKNOWN;
  return reaches(made, (vp_decimal){1, 0}, by.low);
}

static vp_answer changes_by_percent(const change *made, vp_quantity by_percent) {
  vp_interval percent;
  if (vp_quantity_stated(&percent, by_percent) != VP_OK || percent.low.unbounded ||
      vp_decimal_sign(percent.low.value) < 0)
    return VP_ANSWER_UNKNOWN;
  vp_decimal share, factor;
  if (vp_decimal_multiply(&share, percent.low.value, (vp_decimal){1, -2}) != VP_OK)
    return VP_ANSWER_UNKNOWN;
  /* From -10 it is up to -9. */
  if (vp_decimal_sign(made->from.value) * vp_decimal_sign(made->sign) < 0)
    share = vp_decimal_negate(share);
  if (vp_decimal_add(&factor, (vp_decimal){1, 0}, share) != VP_OK) return VP_ANSWER_UNKNOWN;
  return reaches(made, factor, (vp_bound){.value = {0, 0}, .open = percent.low.open});
}

static vp_answer meets_change(const vp_indicator *indicator, vp_quantity outcome,
                              vp_quantity baseline) {
  bool up = vp_target_kind_of(indicator->target) == VP_TARGET_INCREASE;
  vp_comparison comparison = vp_quantity_change(baseline, outcome, vp_target_deadband(indicator));
  if (comparison == VP_COMPARISON_UNKNOWN) return VP_ANSWER_UNKNOWN;
  if (comparison != (up ? VP_COMPARISON_HIGHER : VP_COMPARISON_LOWER)) return VP_ANSWER_NO;

  const change made = {.from = baseline,
                       .to = vp_quantity_convert(outcome, (vp_unit)baseline.unit),
                       .sign = {up ? 1 : -1, 0}};
  vp_answer answer = VP_ANSWER_YES;
  if (is_given(indicator->target->by)) answer = changes_by(&made, indicator);
  if (is_given(indicator->target->by_percent)) {
    vp_answer enough = changes_by_percent(&made, indicator->target->by_percent);
    if (enough < answer) answer = enough;
  }
  return answer;
}

vp_answer vp_target_is_met(const vp_indicator *indicator, const vp_observation *outcome,
                           const vp_observation *baseline, const vp_functions *functions) {
  const vp_target *target = indicator->target;
  if (target == NULL || !vp_observation_is_readable(outcome)) return VP_ANSWER_UNKNOWN;
  vp_quantity value = vp_observation_value(indicator, outcome);
  if (vp_target_kind_of(target) == VP_TARGET_FUNCTION) {
    const vp_function *function = vp_target_function_find(functions, target);
    return function != NULL ? vp_target_function_ask(function, indicator, value)
                            : VP_ANSWER_UNKNOWN;
  }
  if (vp_target_is_absolute(target)) return meets_value(indicator, value);
  if (vp_target_kind_of(target) == VP_TARGET_FOLLOW || baseline == NULL) return VP_ANSWER_UNKNOWN;
  return meets_change(indicator, value, vp_observation_value(indicator, baseline));
}
