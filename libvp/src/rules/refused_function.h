/* A function that is named where it cannot be used. */
#ifndef VP_RULES_REFUSED_FUNCTION_H
#define VP_RULES_REFUSED_FUNCTION_H

#include "rules/run.h"

/* The first messages of a rule that says so, in this order: it is not registered; nor is it, but
 * one of nearly that name {hint} is; it has a {signature} that does not fit. */
typedef enum vp_refused_function {
  VP_FUNCTION_UNKNOWN,
  VP_FUNCTION_HINT,
  VP_FUNCTION_UNFIT
} vp_refused_function;

/* Begins the finding, with the {function}'s name; found is NULL when none is registered. */
void vp_refuse_function(vp_run *run, vp_place place, const char *name, const vp_function *found);

#endif
