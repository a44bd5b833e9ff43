/* Functions that the conditions of a profile name. */
#ifndef VP_RULES_STATED_FUNCTION_H
#define VP_RULES_STATED_FUNCTION_H

#include "rules/operand.h"

/* Whether the function takes the arguments of a condition on elements of that shape, and gives what
 * is tested. */
bool vp_stated_function_fits(const vp_function *function, const vp_condition *condition,
                             const vp_shape *shape);

/* The signature of a function that would, with f64 for every number. */
const char *vp_stated_function_wanted(vp_run *run, const vp_condition *condition,
                                      const vp_shape *shape);

/* What the function gives for an element. No value when it is not registered, does not fit or
 * fails, and when an argument is missing. */
vp_operand vp_operand_of_function(vp_run *run, const vp_condition *condition,
                                  const vp_element *element);

#endif
