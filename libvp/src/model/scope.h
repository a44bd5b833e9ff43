/* A part of a plan, to say of all that stands in it. */
#ifndef VP_MODEL_SCOPE_H
#define VP_MODEL_SCOPE_H

#include "model/place.h"
#include "model/plan.h"

/* What a reference names: an element with all below it, by its id; a figure or a block of figures,
 * as vp_figure_find and vp_block_find know them. A column of a table is the item of its `columns`.
 * false when there is none. */
bool vp_scope_find(vp_place *out, const vp_plan *plan, const char *reference);

/* The scopes that a place stands in, the narrowest first. */
typedef struct vp_scopes {
  vp_place place;
  int step;
} vp_scopes;

vp_scopes vp_scopes_of(vp_place place);
bool vp_scopes_next(vp_place *out, vp_scopes *scopes); /* false at the end */

#endif
