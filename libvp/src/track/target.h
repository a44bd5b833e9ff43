/* What a target expects. */
#ifndef VP_TRACK_TARGET_H
#define VP_TRACK_TARGET_H

#include <vp/functions.h>

#include "model/plan.h"
#include "track/compare.h"

typedef enum vp_target_kind {
  VP_TARGET_FOLLOW = 0,
  VP_TARGET_AT_LEAST,
  VP_TARGET_AT_MOST,
  VP_TARGET_BETWEEN,
  VP_TARGET_EQUAL,
  VP_TARGET_FUNCTION,
  VP_TARGET_INCREASE, /* from a period, or as a trend */
  VP_TARGET_DECREASE
} vp_target_kind;

vp_target_kind vp_target_kind_of(const vp_target *target);

/* One outcome can meet it: at_least, at_most, between, equal or function. */
bool vp_target_is_absolute(const vp_target *target);

/* It names the period that it starts from: increase_from or decrease_from. */
bool vp_target_is_relative(const vp_target *target);

/* What the target alone says; UNKNOWN for between, equal, function and follow. */
vp_better vp_target_better(const vp_target *target);

/* By the target, else by the indicator's direction. */
vp_better vp_indicator_better(const vp_indicator *indicator);

/* Of a relative target: the observation of the period it starts from, readable or not; NULL for
 * none. */
const vp_observation *vp_indicator_baseline(const vp_indicator *indicator);

/* The change, in per cent of the earlier outcome, below which there is none: what the plan's
 * profile says. Where the target says by how much, that alone counts. */
vp_decimal vp_indicator_deadband(const vp_indicator *indicator);
vp_decimal vp_target_deadband(const vp_indicator *indicator);

/* Whether that outcome would meet the indicator's target. The baseline is what an increase or a
 * decrease is counted from; an absolute target needs none. UNKNOWN when there is no target or
 * nothing to meet in it, when a value that it takes is not known, when a qualifier leaves it open,
 * and when its function cannot say. Both are taken at their values, whatever they cover. */
vp_answer vp_target_is_met(const vp_indicator *indicator, const vp_observation *outcome,
                           const vp_observation *baseline, const vp_functions *functions);

#endif
