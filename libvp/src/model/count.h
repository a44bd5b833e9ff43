/* Counting what a selector (selector.h) names. */
#ifndef VP_MODEL_COUNT_H
#define VP_MODEL_COUNT_H

#include "base/error.h"
#include "model/plan.h"

/* Of list.key it is the different texts that are counted. */
typedef struct vp_selection {
  bool is_valid; /* as the selector is */
  size_t count;
} vp_selection;

bool vp_count_is_valid(const char *selector);

/* What has been counted: selectors that differ only in their text share one walk over the plan. */
typedef struct vp_counts {
  const vp_plan *plan;
  struct vp_tally *tallies;
} vp_counts;

void vp_counts_init(vp_counts *counts, const vp_plan *plan);
void vp_counts_free(vp_counts *counts);

vp_status vp_count(vp_selection *out, vp_counts *counts, const char *selector, vp_error *error);

#endif
