/* The score that a risk model gives a consequence and a likelihood. */
#ifndef VP_SCORE_METHOD_H
#define VP_SCORE_METHOD_H

#include "score/function.h"
#include "score/scale.h"

typedef struct vp_method {
  const vp_risk_model *model; /* NULL: nothing is scored */
  vp_scale_index consequence;
  vp_scale_index likelihood;
  vp_value_index grid;         /* its rows by consequence */
  const vp_function *function; /* NULL when there is none to score */
} vp_method;

/* Lies in the arena; false when memory is out. */
bool vp_method_init(vp_method *out, const vp_risk_model *model, const vp_functions *functions,
                    vp_arena *arena);

/* false when one of the two is no level of a scale that has levels, when the grid has no number
 * there, when the function is none or gives none, and when the score does not fit a decimal. */
bool vp_method_score(vp_decimal *out, const vp_method *method, vp_decimal consequence,
                     vp_decimal likelihood);

/* The scores of all pairs of levels, each asked for once: who counts them and goes over them again
 * need not trust a function of the host program to stay the same. */
typedef struct vp_matrix {
  size_t rows;        /* levels of consequence, by rising value */
  size_t columns;     /* of likelihood */
  vp_decimal *scores; /* row by row */
  bool *is_scored;
} vp_matrix;

/* Lies in the arena; false when memory is out. */
bool vp_matrix_init(vp_matrix *out, const vp_method *method, vp_arena *arena);

/* false for no score, and beyond the last level. */
bool vp_matrix_score(vp_decimal *out, const vp_matrix *matrix, size_t row, size_t column);

#endif
