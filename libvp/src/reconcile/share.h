/* Shares of a whole, as claims state them. */
#ifndef VP_RECONCILE_SHARE_H
#define VP_RECONCILE_SHARE_H

#include <vp/interval.h>
#include <vp/plan.h>

/* Whether the claim states a share in per cent or as a number without a unit. */
bool vp_share_is_pure(const vp_element *claim);

/* The share that a claim states, as a number: 1 % is 0.01. */
vp_status vp_share_of(vp_decimal *out, vp_interval *interval, const vp_element *claim);

/* Products of any member of a and any of b. */
vp_status vp_interval_multiply(vp_interval *out, vp_interval a, vp_interval b);

#endif
