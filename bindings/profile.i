/* Profiles: what plans are valued and checked by. */
%{
#include "profile.h"
%}

vp_status vp_profile_read(vp_profile **out, const vp_context *context, const char *bytes,
                          size_t length, vp_error *error);

%rename(profile_extend) vpy_profile_extend;
vp_status vpy_profile_extend(PyObject *profile, PyObject *extended, vp_error *error);

const vp_element *vp_profile_root(const vp_profile *profile);
const char *vp_profile_name_at(size_t index);
const char *vp_profile_text(const char *name);

%rename(plan_use_profile) vpy_plan_use_profile;
vp_status vpy_plan_use_profile(PyObject *plan, PyObject *profile, vp_error *error);

%calls_python(vpy_profile_check, vp_report_free)
%rename(profile_check) vpy_profile_check;
vp_status vpy_profile_check(vp_report **out, const vp_profile *profile, const vp_rule_set *rules,
                            const vp_baseline *baseline, const vp_functions *functions, vp_language language, vpy_names select,
                            vpy_names ignore, vp_error *error);

/* The plan that a report on the profile has. */
%typemap(out) const vp_plan * "$result = vpy_borrow($1, \"vp_plan\", swig_obj[0]);"
const vp_plan *vp_profile_sample(const vp_profile *profile);
