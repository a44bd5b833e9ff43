#include "model/profile.h"

#include "base/error.h"

void vp_profile_free(vp_profile *profile) {
  while (profile != NULL) {
    vp_profile *extended = profile->extended;
    vp_plan_free(profile->sample);
    vp_root_free(&profile->root);
    profile = extended;
  }
}

const vp_element *vp_profile_root(const vp_profile *profile) { return &profile->root.base; }

const vp_profile *vp_profile_extended(const vp_profile *profile) { return profile->extended; }

void vp_plan_use_profile(vp_plan *plan, const vp_profile *profile) { plan->profile = profile; }

const vp_profile *vp_plan_profile(const vp_plan *plan) { return plan->profile; }

const vp_risk_model *vp_profile_risk_model(const vp_profile *profile) {
  while (profile != NULL && profile->risk_model == NULL) profile = profile->extended;
  return profile != NULL ? profile->risk_model : NULL;
}

const vp_risk_model *vp_plan_risk_model(const vp_plan *plan) {
  return plan->risk_model != NULL ? plan->risk_model : vp_profile_risk_model(plan->profile);
}

vp_status vp_profile_fail_extended(const vp_profile *profile, const vp_error *reason,
                                   vp_error *error) {
  vp_span at = {.line = 0};
  vp_element_span(&at, &profile->root.base, "extends", UINT32_MAX);
  if (reason->line == 0)
    return vp_fail_at(error, reason->status, at.line, at.column, "\"%s\": %s", profile->extends,
                      reason->message);
  return vp_fail_at(error, reason->status, at.line, at.column, "\"%s\", line %lu: %s",
                    profile->extends, (unsigned long)reason->line, reason->message);
}
