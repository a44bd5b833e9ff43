/* The rules' examples, checked. */
#include <string.h>

#include "model/plan.h"
#include "model/profile.h"
#include "rules/owner.h"
#include "rules/table.h"

typedef struct example {
  vp_profile *profile; /* NULL for none */
  vp_plan *plan;       /* NULL when it is about the profile itself */
} example;

static vp_status read(example *e, const vp_rule *rule, vp_error *error) {
  const char *text = vp_rule_example(rule, true), *profile = vp_rule_example_profile(rule);
  if (vp_rule_is_named(rule, "profile"))
    return vp_profile_read(&e->profile, NULL, text, strlen(text), error);
  vp_status status = vp_plan_read(&e->plan, NULL, text, strlen(text), error);
  if (status != VP_OK || *profile == '\0') return status;
  status = vp_profile_read(&e->profile, NULL, profile, strlen(profile), error);
  return status == VP_OK ? vp_plan_use_profile(e->plan, e->profile, error) : status;
}

static vp_status check(vp_report **out, const example *e, vp_language language, vp_error *error) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  options.as_of = vp_rule_example_date();
  return e->plan != NULL ? vp_check(out, e->plan, &options, error)
                         : vp_profile_check(out, e->profile, &options, error);
}

vp_status vp_rule_check_example(vp_report **out, const vp_rule *rule, vp_language language,
                                vp_error *error) {
  example e = {.plan = NULL};
  vp_report *report = NULL;
  vp_status status = read(&e, rule, error);
  if (status == VP_OK) status = check(&report, &e, language, error);
  if (status == VP_OK) {
    vp_report_own(report, e.plan, e.profile);
    *out = report;
    return VP_OK;
  }
  vp_plan_free(e.plan);
  vp_profile_free(e.profile);
  return status;
}
