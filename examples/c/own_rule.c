/* A plan that a program builds, a rule of its own, and what vp_check finds. */
#include <stdio.h>

#include <vp/vp.h>

static const vp_element *add(vp_plan *plan, const vp_element *parent, const char *list,
                             const char *id, const char *title) {
  const vp_element *element = NULL;
  if (vp_plan_add(&element, plan, parent, list, NULL) != VP_OK ||
      vp_plan_set(plan, element, "id", id, NULL) != VP_OK ||
      vp_plan_set(plan, element, "title", title, NULL) != VP_OK)
    return NULL;
  return element;
}

static int every_risk_has_an_owner(vp_run *run, const vp_plan *plan, void *user) {
  const vp_element *root = vp_plan_root(plan);
  (void)user;
  for (size_t i = 0; i < vp_element_count(root, "risks"); i++) {
    const vp_element *risk = vp_element_child(root, "risks", i);
    vp_run_applied(run);
    if (vp_element_text(risk, "owner", 0) != NULL) continue;
    vp_run_report(run, risk, "title", "risken ”{title}” har ingen ägare",
                  "the risk \"{title}\" has no owner");
    vp_run_text(run, "title", vp_element_text(risk, "title", 0));
  }
  return 0;
}

int main(void) {
  const vp_own_rule rule = {.size = sizeof rule,
                            .id = "sju/risk-owner",
                            .severity = VP_SEVERITY_WARNING,
                            .title_sv = "en risk har ingen ägare",
                            .title_en = "a risk has no owner",
                            .check = every_risk_has_an_owner};
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  vp_rule_set *rules = NULL;
  vp_report *report = NULL;
  vp_plan *plan = NULL;
  vp_error error = {.message = ""};

  if (vp_plan_new(&plan, NULL, "sn-2026", "Verksamhetsplan 2026", "2026", &error) == VP_OK &&
      add(plan, vp_plan_root(plan), "risks", "r1", "Bruten kylkedja") != NULL &&
      vp_plan_complete(plan, &error) == VP_OK && vp_rule_set_new(&rules, NULL, &error) == VP_OK &&
      vp_rule_set_add(rules, &rule, &error) == VP_OK) {
    options.rules = rules;
    options.language = VP_LANGUAGE_EN;
    if (vp_check(&report, plan, &options, &error) == VP_OK)
      for (size_t i = 0; i < vp_report_finding_count(report); i++) {
        const vp_finding *finding = vp_report_finding(report, i);
        printf("%s: %s: %s\n", finding->path, finding->rule, finding->message);
      }
  }
  if (report == NULL) fprintf(stderr, "%s\n", error.message);
  int status = report == NULL;
  vp_report_free(report);
  vp_rule_set_free(rules);
  vp_plan_free(plan);
  return status;
}
