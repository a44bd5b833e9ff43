/* The observations of an indicator, in time. The later of two is the one whose period ends later,
 * then the one whose period starts later, then the one further down in the plan; an unknown period
 * comes before all known ones. */
#ifndef VP_TRACK_SERIES_H
#define VP_TRACK_SERIES_H

#include "model/plan.h"

bool vp_observation_is_readable(const vp_observation *observation);

/* Whether it is known to cover all of its period, or known to cover only a part. */
bool vp_observation_is_whole(const vp_observation *observation);
bool vp_observation_is_partial(const vp_observation *observation);

bool vp_observation_is_later(const vp_observation *a, const vp_observation *b);

/* Its value, completed. */
vp_quantity vp_observation_value(const vp_indicator *indicator, const vp_observation *observation);

/* Each is NULL for none; the last three give only readable ones. */

/* Of several for that period a readable one, of those a whole one, of those the first. */
const vp_observation *vp_series_at(const vp_indicator *indicator, vp_period period);

const vp_observation *vp_series_latest(const vp_indicator *indicator);

/* The latest earlier one whose period is known; neither period may be a part of the other. */
const vp_observation *vp_series_before(const vp_indicator *indicator,
                                       const vp_observation *observation);

/* The latest whose period ends before that day. */
const vp_observation *vp_series_until(const vp_indicator *indicator, vp_date day);

/* Whether the method changed after from, up to and with to. */
bool vp_series_method_changed(const vp_indicator *indicator, const vp_observation *from,
                              const vp_observation *to);

#endif
