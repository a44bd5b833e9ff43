/* What can be wrong with an indicator. Rules ask these questions and write the messages. */
#ifndef VP_TRACK_ISSUES_H
#define VP_TRACK_ISSUES_H

#include <vp/functions.h>

#include "model/plan.h"

typedef enum vp_baseline_state {
  VP_BASELINE_USABLE = 0, /* also for a target that is not relative */
  VP_BASELINE_MISSING,    /* the period that a relative target starts from has no observation */
  VP_BASELINE_UNREADABLE,
  VP_BASELINE_PARTIAL /* it covers only a part of its period */
} vp_baseline_state;

/* Of vp_indicator_baseline(). */
vp_baseline_state vp_indicator_baseline_state(const vp_indicator *indicator);

/* The latest observation before the period of an absolute target, when it meets the target already;
 * else NULL. */
const vp_observation *vp_indicator_met_before(const vp_indicator *indicator,
                                              const vp_functions *functions);

/* The target wants more where the indicator's direction says that less is better, or
 * the reverse. */
bool vp_indicator_opposes_itself(const vp_indicator *indicator);

/* Whether a value of the indicator, as it stands in the plan, is certainly outside its range: the
 * minimum and maximum that the indicator gives; where it gives neither, 0 to 100 for per cent and
 * from 0 for counts. */
bool vp_indicator_is_out_of_range(vp_interval *range, const vp_indicator *indicator,
                                  vp_quantity value);

typedef enum vp_breakdown {
  VP_BREAKDOWN_CONSISTENT = 0, /* also when one of the three is no number */
  VP_BREAKDOWN_NOT_SUM,        /* the value cannot be that of women plus that of men */
  VP_BREAKDOWN_NOT_BETWEEN     /* the value cannot lie between that of women and that of men */
} vp_breakdown;

/* A count adds up; a percentage or an index lies between. Whether hours or kronor are a total or a
 * mean is not said: they are NOT_BETWEEN when they can be neither. expected is where the value
 * should lie, in its own unit; written only when it does not. */
vp_breakdown vp_observation_breakdown(vp_interval *expected, const vp_indicator *indicator,
                                      const vp_observation *observation);

#endif
