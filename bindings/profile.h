#ifndef VPY_PROFILE_H
#define VPY_PROFILE_H

#include "check.h"

/* Of handles: the profile, or the plan, keeps alive what it is given. */
vp_status vpy_profile_extend(PyObject *profile, PyObject *extended, vp_error *error);
vp_status vpy_plan_use_profile(PyObject *plan, PyObject *profile, vp_error *error);

vp_status vpy_profile_check(vp_report **out, const vp_profile *profile, const vp_rule_set *rules,
                            const vp_baseline *baseline, const vp_functions *functions,
                            vp_language language, vpy_names select, vpy_names ignore,
                            vp_error *error);

#endif
