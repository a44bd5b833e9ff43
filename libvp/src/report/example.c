/* The rules' examples, checked. */
#include <vp/report.h>

#include <string.h>

typedef struct example {
  vp_profile *profile; /* NULL for none */
  vp_plan *plan;       /* NULL when it is about the profile itself */
  vp_report *report;
} example;

static vp_status read(example *e, const vp_rule *rule, vp_error *error) {
  const char *text = vp_rule_example(rule, true), *profile = vp_rule_example_profile(rule);
  bool is_profile = strncmp(vp_rule_id(rule), "profile/", strlen("profile/")) == 0;
  if (is_profile) return vp_profile_read(&e->profile, NULL, text, strlen(text), error);
  vp_status status = vp_plan_read(&e->plan, NULL, text, strlen(text), error);
  if (status != VP_OK || *profile == '\0') return status;
  status = vp_profile_read(&e->profile, NULL, profile, strlen(profile), error);
  return status == VP_OK ? vp_plan_use_profile(e->plan, e->profile, error) : status;
}

static vp_status check(example *e, vp_language language, vp_error *error) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  options.as_of = vp_rule_example_date();
  return e->plan != NULL ? vp_check(&e->report, e->plan, &options, error)
                         : vp_profile_check(&e->report, e->profile, &options, error);
}

vp_status vp_report_write_example(const vp_rule *rule, vp_language language, int flags,
                                  const vp_sink *sink, vp_error *error) {
  example e = {.plan = NULL};
  vp_status status = read(&e, rule, error);
  if (status == VP_OK) status = check(&e, language, error);
  const vp_report_file file = {.name = e.plan != NULL ? "plan.json" : "profile.json",
                               .report = e.report};
  if (status == VP_OK) status = vp_report_write_text(&file, flags, sink, error);
  vp_report_free(e.report);
  vp_plan_free(e.plan);
  vp_profile_free(e.profile);
  return status;
}
