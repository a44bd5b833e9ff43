/* Where does each indicator stand? Its outcomes against its target. */
#ifndef VP_TRACK_H
#define VP_TRACK_H

#include <vp/functions.h>
#include <vp/plan.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The first that holds, from above. For a relative target whose period is observed, the last two
 * outcomes are the baseline and that of the target's period, and METHOD_CHANGED, NOT_COMPARABLE,
 * UNCHANGED and WORSE take the place of NOT_MET where they say more.
 *
 * The deadband is so many per cent of the earlier of the two outcomes (of one in per cent too, not
 * percentage points), by the plan's profile. It counts for two plain numbers, and not for a
 * relative target that says itself by how much; one that does not is UNCHANGED, not MET, by less.
 */
typedef enum vp_indicator_status {
  /* No observation has a readable value. */
  VP_STATUS_NOT_MEASURED = 0,
  /* The target is to follow the development. */
  VP_STATUS_FOLLOWING,
  /* The target's period is observed in full: the outcome against the target. A relative target is
   * met by a change in its direction, by as much as it asks, that the precision of both values can
   * tell. */
  VP_STATUS_MET,
  VP_STATUS_NOT_MET,
  /* Between the last two outcomes the method changed. */
  VP_STATUS_METHOD_CHANGED,
  /* Of the last two outcomes one covers only part of its period, or they are not both numbers or
   * both yes/no. */
  VP_STATUS_NOT_COMPARABLE,
  /* The last two outcomes, where the target or the indicator's direction says which way is better;
   * unchanged when the precision of the two values cannot tell them apart, or when they differ by
   * less than the deadband. */
  VP_STATUS_BETTER,
  VP_STATUS_WORSE,
  VP_STATUS_UNCHANGED,
  /* Otherwise: a single outcome before the target's period, or no direction. */
  VP_STATUS_NOT_YET_MEASURABLE
} vp_indicator_status;

/* Which way is better. From the target: at_least and increase_from HIGHER, at_most and
 * decrease_from LOWER, trend; else the indicator's own direction. */
typedef enum vp_better { VP_BETTER_UNKNOWN = 0, VP_BETTER_HIGHER, VP_BETTER_LOWER } vp_better;

/* How one value lies against another when each may lie anywhere in its interval. */
typedef enum vp_comparison {
  VP_COMPARISON_UNKNOWN = 0, /* one of them is no number */
  VP_COMPARISON_LOWER,
  VP_COMPARISON_SAME, /* the intervals share more than an end, or the values are equal */
  VP_COMPARISON_HIGHER
} vp_comparison;

/* A statistic, and the range that holds the true value nine times out of ten. */
typedef struct vp_estimate {
  double value;
  bool has_range;
  double low;
  double high;
} vp_estimate;

/* Whether a forecast would meet the target, by its whole range and not by its value alone. */
typedef enum vp_outlook {
  VP_OUTLOOK_NONE = 0,  /* no forecast with a range, or nothing that a number can meet */
  VP_OUTLOOK_UNLIKELY,  /* all of the range misses the target */
  VP_OUTLOOK_UNCERTAIN, /* some of it does */
  VP_OUTLOOK_LIKELY     /* none of it does */
} vp_outlook;

/* One indicator. Made by libvp, read through pointers; may grow at its end. */
typedef struct vp_indicator_track {
  const vp_element *indicator;
  const vp_element *target; /* NULL for none, as all below */

  /* Observations: the readable one whose period ends last and the one before it; that of the
   * target's period, readable and in full; and, of a relative target, that of the period it starts
   * from. */
  const vp_element *latest;
  const vp_element *previous;
  const vp_element *outcome;
  const vp_element *baseline;

  vp_better better;
  vp_indicator_status status;
  bool has_change; /* latest - previous, both numbers */
  vp_decimal change;
  /* The trend is a straight line, intercept + slope.value × time; the time of an observation is the
   * middle of its period in years (2025 is 2025.5; a month is a twelfth of a year).
   *   It is taken from the observations that are numbers in trend_unit (money is converted) and no
   * mere bounds (över, under, minst, högst), that cover all of a period whose days are known, that
   * are as long as the middle one of them to a fifth, and that are not from before the method last
   * changed. Of several at one time the first in the plan counts; of more than 2000 the last 2000.
   *   The slope is Theil's (1950), the median of the slopes of all pairs; its range is Sen's
   * (1968), by the exact distribution of Kendall's S up to 10 observations. The forecast's range is
   * the prediction interval of a regression line, by Student's t and this line's residuals, with no
   * less error than the printed digits leave. It takes for granted that things go on as they have,
   * and may reach beyond what the indicator can be. */
  size_t trend_count;   /* how many observations that is */
  vp_unit trend_unit;   /* the indicator's; when it has none, that of the latest observation */
  bool has_slope;       /* trend_count >= 3 */
  vp_estimate slope;    /* trend_unit per year; with a range when trend_count >= 4 */
  double intercept;     /* at the time 0 */
  bool has_forecast;    /* there is a slope, and the target's period comes next and is as long */
  vp_estimate forecast; /* of the target's period; with a range when trend_count >= 4 */
  vp_outlook forecast_meets;
} vp_indicator_track;

typedef struct vp_tracking vp_tracking;

/* The plan must outlive the result. A target that names a function counts as one that no outcome
 * can be held against. */
VP_API vp_status vp_track(vp_tracking **out, const vp_plan *plan, vp_error *error);

/* The same with functions, which may be NULL and are not needed afterwards. The function of a
 * target is called with the outcome of the target's period, observed in full: the printed number in
 * the indicator's unit. It says whether the target is met when it takes one number (f64, i64, i32
 * or u64) and gives bool. The outcome cannot be held against the target when it is no number, has a
 * qualifier (cirka, över) or does not fit the argument's type, and when the function is not
 * registered, does not fit, fails or gives no value: the status is then as before that period. No
 * forecast is held against it. */
VP_API vp_status vp_track_with(vp_tracking **out, const vp_plan *plan,
                               const vp_functions *functions, vp_error *error);
VP_API void vp_tracking_free(vp_tracking *tracking); /* NULL is allowed */

VP_API const vp_plan *vp_tracking_plan(const vp_tracking *tracking);

/* In per cent; 0 for none. */
VP_API vp_decimal vp_tracking_deadband(const vp_tracking *tracking);

VP_API size_t vp_tracking_count(const vp_tracking *tracking);

/* By the order of the plan. */
VP_API const vp_indicator_track *vp_tracking_indicator(const vp_tracking *tracking, size_t index);

/* The status as a word ("not_met"); static. */
VP_API const char *vp_indicator_status_name(vp_indicator_status status);

#ifdef __cplusplus
}
#endif

#endif
