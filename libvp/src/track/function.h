/* Targets that a function of the host program judges. */
#ifndef VP_TRACK_FUNCTION_H
#define VP_TRACK_FUNCTION_H

#include <vp/functions.h>

#include "model/plan.h"
#include "track/compare.h"

/* Whether it takes one number and gives bool. */
bool vp_target_function_fits(const vp_function *function);

/* The one that judges the target; NULL when it names none, when it is not registered, and when it
 * does not fit. */
const vp_function *vp_target_function_find(const vp_functions *functions, const vp_target *target);

/* UNKNOWN when the outcome is no plain number in the indicator's unit or no value of the argument's
 * type, and when the function fails or gives no value. */
vp_answer vp_target_function_ask(const vp_function *function, const vp_indicator *indicator,
                                 vp_quantity outcome);

#endif
