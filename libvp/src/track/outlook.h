/* Would a forecast meet the target? */
#ifndef VP_TRACK_OUTLOOK_H
#define VP_TRACK_OUTLOOK_H

#include <vp/track.h>

#include "model/plan.h"

/* exponent is that of the last digit that the observations have; the forecast's range is widened
 * to thousandths of that digit. The indicator has a target. */
vp_outlook vp_outlook_of(const vp_indicator *indicator, vp_estimate forecast, vp_unit unit,
                         int32_t exponent);

#endif
