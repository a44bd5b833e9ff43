/* The score that a risk model gives a consequence and a likelihood. */
#ifndef VP_SCORE_METHOD_H
#define VP_SCORE_METHOD_H

#include "score/scale.h"

typedef struct vp_method {
  const vp_risk_model *model; /* NULL: nothing is scored */
  vp_scale_index consequence;
  vp_scale_index likelihood;
  vp_value_index grid; /* its rows by consequence */
} vp_method;

/* Lies in the arena; false when memory is out. */
bool vp_method_init(vp_method *out, const vp_risk_model *model, vp_arena *arena);

/* false when one of the two is no level of a scale that has levels, when the grid has no number
 * there, when the score does not fit a decimal, and for a function. */
bool vp_method_score(vp_decimal *out, const vp_method *method, vp_decimal consequence,
                     vp_decimal likelihood);

/* The same for levels counted by rising value; false, too, beyond the last one. */
bool vp_method_cell(vp_decimal *out, const vp_method *method, size_t consequence,
                    size_t likelihood);

#endif
