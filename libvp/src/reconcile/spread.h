/* The standard deviation of a sum of numbers that were rounded: σ² = Σ (2·h)² / 12 over the
 * half-widths h of their intervals, each weighted. Kept as Σ h², exactly. */
#ifndef VP_RECONCILE_SPREAD_H
#define VP_RECONCILE_SPREAD_H

#include <vp/decimal.h>

#include "base/wide.h"

typedef struct vp_spread {
  vp_wide squares;  /* in units of 10^(2·exponent) */
  int32_t exponent; /* without meaning while squares is zero */
} vp_spread;

vp_status vp_spread_add(vp_spread *spread, vp_decimal half_width);

/* Whether |deviation| <= sigmas · σ. */
vp_status vp_spread_covers(bool *out, vp_spread spread, int sigmas, vp_decimal deviation);

/* sigmas · σ, rounded to two significant digits. */
vp_decimal vp_spread_times(vp_spread spread, int sigmas);

#endif
