#include "model/profile.h"

#include "base/error.h"

void vp_profile_free(vp_profile *profile) {
  while (profile != NULL) {
    vp_profile *extended = profile->own_extended;
    vp_plan_free(profile->sample);
    vp_root_free(&profile->root);
    profile = extended;
  }
}

vp_status vp_profile_require_whole(const vp_profile *profile, vp_error *error) {
  if (profile->extends == NULL || profile->extended != NULL) return VP_OK;
  return vp_fail(error, VP_ERROR_ARGUMENT,
                 "the profile extends \"%s\": give it with vp_profile_extend first",
                 profile->extends);
}

vp_status vp_profile_extend(vp_profile *profile, const vp_profile *extended, vp_error *error) {
  if (profile->extends == NULL)
    return vp_fail(error, VP_ERROR_ARGUMENT, "the profile extends nothing");
  if (profile->extended != NULL)
    return vp_fail(error, VP_ERROR_ARGUMENT, "the profile has what it extends already");
  vp_status status = vp_profile_require_whole(extended, error);
  if (status == VP_OK) profile->extended = extended;
  return status;
}

const vp_element *vp_profile_root(const vp_profile *profile) { return &profile->root.base; }

const vp_plan *vp_profile_sample(const vp_profile *profile) { return profile->sample; }

const vp_profile *vp_profile_extended(const vp_profile *profile) { return profile->extended; }

vp_status vp_plan_use_profile(vp_plan *plan, const vp_profile *profile, vp_error *error) {
  vp_status status = profile != NULL ? vp_profile_require_whole(profile, error) : VP_OK;
  if (status == VP_OK) plan->profile = profile;
  return status;
}

const vp_profile *vp_plan_profile(const vp_plan *plan) { return plan->profile; }

const vp_risk_model *vp_profile_risk_model(const vp_profile *profile) {
  while (profile != NULL && profile->risk_model == NULL) profile = profile->extended;
  return profile != NULL ? profile->risk_model : NULL;
}

static bool has_sigmas(const vp_thresholds *thresholds) { return thresholds->sum_sigmas.known; }

static bool has_deadband(const vp_thresholds *thresholds) {
  return thresholds->deadband_percent.state == VP_QUANTITY_NUMBER;
}

static bool has_high_risk(const vp_thresholds *thresholds) {
  return thresholds->high_risk.state == VP_QUANTITY_NUMBER;
}

/* The nearest profile that has a threshold. */
static const vp_profile *with(const vp_profile *profile, bool (*has)(const vp_thresholds *)) {
  while (profile != NULL && (profile->thresholds == NULL || !has(profile->thresholds)))
    profile = profile->extended;
  return profile;
}

bool vp_profile_sigmas(int *out, const vp_profile *profile) {
  profile = with(profile, has_sigmas);
  *out = profile != NULL ? (int)profile->thresholds->sum_sigmas.value : VP_SIGMAS;
  return profile != NULL;
}

vp_decimal vp_profile_deadband(const vp_profile *profile) {
  profile = with(profile, has_deadband);
  return profile != NULL ? profile->thresholds->deadband_percent.value : (vp_decimal){0, 0};
}

bool vp_profile_high_risk(vp_decimal *out, const vp_profile *profile) {
  profile = with(profile, has_high_risk);
  if (profile != NULL) *out = profile->thresholds->high_risk.value;
  return profile != NULL;
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

bool vp_plan_is_sample(const vp_plan *plan) {
  return plan->profile != NULL && plan->profile->sample == plan;
}
