/* Where an indicator's observations are heading. */
#ifndef VP_TRACK_TREND_H
#define VP_TRACK_TREND_H

#include <vp/track.h>

#include "model/plan.h"

/* The middle of a period in years, a month being a twelfth of one. The period has days. */
double vp_period_middle(vp_period period);

/* Fills in what track.h says of the trend and the forecast. VP_ERROR_MEMORY. */
vp_status vp_trend_find(vp_indicator_track *out, const vp_context *context,
                        const vp_indicator *indicator);

#endif
