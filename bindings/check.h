#ifndef VPY_CHECK_H
#define VPY_CHECK_H

#include <stdbool.h>

#include "python.h"

typedef struct vpy_names {
  const char **items; /* its owner frees them with free() */
  size_t count;
} vpy_names;

#define VPY_NO_NAMES \
  { NULL, 0 }

/* From a tuple of bytes, which has to outlive the names; false with an exception set. */
bool vpy_take_names(vpy_names *out, PyObject *tuple);

/* Borrows all that it is given. */
vp_check_options vpy_check_options(const vp_rule_set *rules, const vp_baseline *baseline,
                                   const vp_functions *functions, vp_language language,
                                   vp_date as_of, vpy_names select, vpy_names ignore);

/* vp_check with its options one by one. */
vp_status vpy_check(vp_report **out, const vp_plan *plan, const vp_rule_set *rules,
                    const vp_baseline *baseline, const vp_functions *functions,
                    vp_language language, vp_date as_of, vpy_names select, vpy_names ignore,
                    vp_error *error);

#endif
