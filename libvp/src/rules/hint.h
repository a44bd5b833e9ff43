/* Which id was probably meant by one that the plan does not have. */
#ifndef VP_RULES_HINT_H
#define VP_RULES_HINT_H

#include "rules/run.h"

typedef struct vp_hint {
  vp_run *run;
  const char *wanted;
  const char *nearest; /* yet; the first of equals */
  size_t distance;
} vp_hint;

vp_hint vp_hint_begin(vp_run *run, const char *wanted);

/* Whether to go on: all searches of a run share what they may cost, or a plan of unknown references
 * would cost the product of their number and the plan's. */
bool vp_hint_goes_on(const vp_hint *hint);

/* NULL for an element that cannot be meant. */
void vp_hint_consider(vp_hint *hint, const char *id);

/* NULL for none, and when the search did not reach its end. */
const char *vp_hint_found(const vp_hint *hint);

#endif
