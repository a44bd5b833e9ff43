#include "profile.h"

#include "handle.h"

vp_status vpy_profile_extend(PyObject *profile, PyObject *extended, vp_error *error) {
  vp_profile *own = vpy_object(profile, "vp_profile");
  const vp_profile *given = own != NULL ? vpy_object(extended, "vp_profile") : NULL;
  if (given == NULL) return VP_ERROR_ARGUMENT;
  vp_status status = vp_profile_extend(own, given, error);
  if (status == VP_OK) vpy_keep(profile, extended);
  return status;
}

vp_status vpy_plan_use_profile(PyObject *plan, PyObject *profile, vp_error *error) {
  vp_plan *own = vpy_object(plan, "vp_plan");
  const vp_profile *given = own != NULL ? vpy_object(profile, "vp_profile") : NULL;
  if (given == NULL) return VP_ERROR_ARGUMENT;
  if (vp_plan_profile(own) != NULL) {
    PyErr_SetString(PyExc_ValueError, "the plan has a profile already");
    return VP_ERROR_ARGUMENT;
  }
  vp_status status = vp_plan_use_profile(own, given, error);
  if (status == VP_OK) vpy_keep(plan, profile);
  return status;
}

vp_status vpy_profile_check(vp_report **out, const vp_profile *profile, const vp_rule_set *rules,
                            const vp_baseline *baseline, const vp_functions *functions,
                            vp_language language, vpy_names select, vpy_names ignore,
                            vp_error *error) {
  const vp_date unknown = {0};
  const vp_check_options options =
      vpy_check_options(rules, baseline, functions, language, unknown, select, ignore);
  return vp_profile_check(out, profile, &options, error);
}
