/* Risk values that a function of the host program computes. */
#ifndef VP_SCORE_FUNCTION_H
#define VP_SCORE_FUNCTION_H

#include <vp/functions.h>

#include "model/plan.h"

/* Whether it takes two numbers and gives one. */
bool vp_score_function_fits(const vp_function *function);

/* The one that scores the model's risks; NULL when the score is no function, when it is not
 * registered, and when it does not fit. */
const vp_function *vp_score_function_find(const vp_functions *functions,
                                          const vp_risk_model *model);

/* false when a level is no value of its argument's type, when the function fails or gives no value,
 * and when what it gives does not fit a decimal. */
bool vp_score_function_call(vp_decimal *out, const vp_function *function, vp_decimal consequence,
                            vp_decimal likelihood);

#endif
