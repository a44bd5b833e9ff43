#include <vp/track.h>

#include "base/error.h"
#include "model/figure.h"
#include "model/profile.h"
#include "track/series.h"
#include "track/target.h"
#include "track/trend.h"

struct vp_tracking {
  const vp_context *context;
  const vp_plan *plan;
  vp_decimal deadband;
  size_t count;
  vp_indicator_track indicators[];
};

/* What a status is taken from; NULL for none. */
typedef struct outcomes {
  const vp_observation *latest;
  const vp_observation *previous;
  const vp_observation *outcome;
  const vp_observation *baseline;
  const vp_functions *functions; /* that a target may name */
} outcomes;

static const vp_observation *outcome_of(const vp_indicator *indicator) {
  const vp_target *target = indicator->target;
  if (target == NULL || target->period.kind == VP_PERIOD_MISSING) return NULL;
  const vp_observation *found = vp_series_at(indicator, target->period);
  if (found == NULL || !vp_observation_is_readable(found)) return NULL;
  return vp_observation_is_whole(found) ? found : NULL;
}

static vp_indicator_status change_status(const vp_indicator *indicator, const vp_observation *from,
                                         const vp_observation *to, vp_decimal deadband) {
  vp_quantity before = vp_observation_value(indicator, from);
  vp_quantity after = vp_observation_value(indicator, to);
  if (vp_series_method_changed(indicator, from, to)) return VP_STATUS_METHOD_CHANGED;
  if (!vp_observation_is_whole(from) || !vp_observation_is_whole(to) ||
      !vp_quantity_is_comparable(before, after))
    return VP_STATUS_NOT_COMPARABLE;
  vp_better better = vp_indicator_better(indicator);
  vp_comparison comparison = vp_quantity_change(before, after, deadband);
  if (better == VP_BETTER_UNKNOWN || comparison == VP_COMPARISON_UNKNOWN)
    return VP_STATUS_NOT_YET_MEASURABLE;
  if (comparison == VP_COMPARISON_SAME) return VP_STATUS_UNCHANGED;
  bool is_higher = comparison == VP_COMPARISON_HIGHER;
  return is_higher == (better == VP_BETTER_HIGHER) ? VP_STATUS_BETTER : VP_STATUS_WORSE;
}

static vp_indicator_status verdict(const vp_indicator *indicator, const outcomes *o,
                                   const vp_observation *baseline, vp_indicator_status unknown) {
  switch (vp_target_is_met(indicator, o->outcome, baseline, o->functions)) {
    case VP_ANSWER_YES: return VP_STATUS_MET;
    case VP_ANSWER_NO: return VP_STATUS_NOT_MET;
    case VP_ANSWER_UNKNOWN: break;
  }
  return unknown;
}

/* NOT_YET_MEASURABLE when the outcome cannot be held against the target. */
static vp_indicator_status target_status(const vp_indicator *indicator, const outcomes *o) {
  const vp_target *target = indicator->target;
  if (vp_target_is_absolute(target))
    return verdict(indicator, o, NULL, VP_STATUS_NOT_YET_MEASURABLE);
  const vp_observation *from =
      vp_target_is_relative(target) ? o->baseline : vp_series_before(indicator, o->outcome);
  if (from == NULL || !vp_observation_is_readable(from)) return VP_STATUS_NOT_YET_MEASURABLE;
  vp_indicator_status status =
      change_status(indicator, from, o->outcome, vp_target_deadband(indicator));
  return status == VP_STATUS_BETTER ? verdict(indicator, o, from, status) : status;
}

static vp_indicator_status status_of(const vp_indicator *indicator, const outcomes *o) {
  if (o->latest == NULL) return VP_STATUS_NOT_MEASURED;
  if (indicator->target != NULL && indicator->target->follow) return VP_STATUS_FOLLOWING;
  if (o->outcome != NULL) {
    vp_indicator_status status = target_status(indicator, o);
    if (status != VP_STATUS_NOT_YET_MEASURABLE) return status;
  }
  if (o->previous == NULL) return VP_STATUS_NOT_YET_MEASURABLE;
  return change_status(indicator, o->previous, o->latest, vp_indicator_deadband(indicator));
}

/* Money in the indicator's unit. */
static bool change_of(vp_decimal *out, const vp_indicator *indicator, const outcomes *o) {
  if (o->previous == NULL) return false;
  const vp_quantity missing = {.state = VP_QUANTITY_MISSING};
  vp_unit unit = (vp_unit)vp_indicator_complete(indicator, missing).unit;
  vp_quantity latest = vp_quantity_convert(vp_observation_value(indicator, o->latest), unit);
  vp_quantity previous = vp_observation_value(indicator, o->previous);
  if (latest.state != VP_QUANTITY_NUMBER || !vp_quantity_is_comparable(latest, previous))
    return false;
  previous = vp_quantity_convert(previous, (vp_unit)latest.unit);
  return vp_decimal_subtract(out, latest.value, previous.value) == VP_OK;
}

static const vp_element *element_of(const vp_observation *observation) {
  return observation != NULL ? &observation->base : NULL;
}

static vp_status track(vp_indicator_track *out, const vp_context *context,
                       const vp_indicator *indicator, const vp_functions *functions) {
  outcomes o = {.latest = vp_series_latest(indicator),
                .outcome = outcome_of(indicator),
                .baseline = vp_indicator_baseline(indicator),
                .functions = functions};
  if (o.latest != NULL) o.previous = vp_series_before(indicator, o.latest);
  vp_indicator_track made = {
      .indicator = &indicator->base,
      .target = indicator->target != NULL ? &indicator->target->base : NULL,
      .latest = element_of(o.latest),
      .previous = element_of(o.previous),
      .outcome = element_of(o.outcome),
      .baseline = element_of(o.baseline),
      .better = vp_indicator_better(indicator),
      .status = status_of(indicator, &o),
  };
  made.has_change = change_of(&made.change, indicator, &o);
  *out = made;
  return vp_trend_find(out, context, indicator);
}

vp_status vp_track(vp_tracking **out, const vp_plan *plan, vp_error *error) {
  return vp_track_with(out, plan, NULL, error);
}

vp_status vp_track_with(vp_tracking **out, const vp_plan *plan, const vp_functions *functions,
                        vp_error *error) {
  if (plan->index == NULL) return vp_plan_require_complete(plan, error);
  size_t count = plan->indicators.count;
  vp_tracking *made = NULL;
  if (count <= (SIZE_MAX - sizeof *made) / sizeof *made->indicators)
    made = vp_alloc(plan->root.arena.context, sizeof *made + count * sizeof *made->indicators);
  if (made == NULL) return vp_fail_memory(error);
  made->context = plan->root.arena.context;
  made->plan = plan;
  made->deadband = vp_profile_deadband(plan->profile);
  made->count = count;
  for (size_t i = 0; i < count; i++) {
    const vp_indicator *indicator = VP_ITEM(vp_indicator, plan->indicators, i);
    if (track(&made->indicators[i], made->context, indicator, functions) == VP_OK) continue;
    vp_tracking_free(made);
    return vp_fail_memory(error);
  }
  *out = made;
  return VP_OK;
}

void vp_tracking_free(vp_tracking *tracking) {
  if (tracking != NULL) vp_free(tracking->context, tracking);
}

const vp_plan *vp_tracking_plan(const vp_tracking *tracking) { return tracking->plan; }

vp_decimal vp_tracking_deadband(const vp_tracking *tracking) { return tracking->deadband; }

size_t vp_tracking_count(const vp_tracking *tracking) { return tracking->count; }

const vp_indicator_track *vp_tracking_indicator(const vp_tracking *tracking, size_t index) {
  return index < tracking->count ? &tracking->indicators[index] : NULL;
}

const char *vp_indicator_status_name(vp_indicator_status status) {
  static const char *const names[] = {"not_measured",   "following",         "met",    "not_met",
                                      "method_changed", "not_comparable",    "better", "worse",
                                      "unchanged",      "not_yet_measurable"};
  return (size_t)status < sizeof names / sizeof *names ? names[status] : "?";
}
