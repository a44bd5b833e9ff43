/* Where a true value may lie: between two ends that know whether they belong to it. */
#ifndef VP_INTERVAL_H
#define VP_INTERVAL_H

#include <vp/decimal.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct vp_bound {
  vp_decimal value; /* without meaning when unbounded */
  bool open;        /* the value itself is outside */
  bool unbounded;   /* there is no end on this side */
} vp_bound;

typedef struct vp_interval {
  vp_bound low;
  vp_bound high;
} vp_interval;

VP_API vp_interval vp_interval_point(vp_decimal value);
VP_API vp_interval vp_interval_everything(void);

/* Sums of any member of a and any of b. VP_ERROR_RANGE when an end does not fit. */
VP_API vp_status vp_interval_add(vp_interval *out, vp_interval a, vp_interval b);

/* Members times a weight; a negative weight swaps the ends, zero gives the point 0. */
VP_API vp_status vp_interval_scale(vp_interval *out, vp_interval a, vp_decimal weight);

/* The members of both; an end that both share is closed only if both are closed there. The
 * result may be empty. */
VP_API vp_interval vp_interval_intersect(vp_interval a, vp_interval b);
VP_API bool vp_interval_is_empty(vp_interval a);
VP_API bool vp_interval_contains(vp_interval a, vp_decimal value);

/* Half the distance between the ends, and the point halfway. VP_ERROR_RANGE when an
 * end is missing or the result does not fit. */
VP_API vp_status vp_interval_half_width(vp_decimal *out, vp_interval a);
VP_API vp_status vp_interval_centre(vp_decimal *out, vp_interval a);

#ifdef __cplusplus
}
#endif

#endif
