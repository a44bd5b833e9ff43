/* A risk model whose score is a C function: the plan names it, and vp_check calls it. */
#include <stdio.h>

#include <vp/vp.h>

static double severity(double consequence, double likelihood) {
  return consequence * consequence * likelihood;
}

static vp_status add(const vp_element **out, vp_plan *plan, const char *field,
                     const char *const (*members)[2], vp_error *error) {
  vp_status status = vp_plan_add(out, plan, vp_plan_root(plan), field, error);
  for (; status == VP_OK && (*members)[0] != NULL; members++)
    status = vp_plan_set(plan, *out, (*members)[0], (*members)[1], error);
  return status;
}

static vp_status make_plan(vp_plan **out, vp_error *error) {
  static const char *const model[][2] = {
      {"score", "function"}, {"function", "severity"}, {NULL, NULL}};
  static const char *const risk[][2] = {{"id", "r1"},         {"title", "Bruten kylkedja"},
                                        {"consequence", "3"}, {"likelihood", "2"},
                                        {"value", "6"},       {NULL, NULL}};
  const vp_element *element;
  vp_status status = vp_plan_new(out, NULL, "sn-2026", "Verksamhetsplan 2026", "2026", error);
  if (status == VP_OK) status = add(&element, *out, "risk_model", model, error);
  if (status == VP_OK) status = add(&element, *out, "risks", risk, error);
  return status == VP_OK ? vp_plan_complete(*out, error) : status;
}

int main(void) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  vp_functions *functions = NULL;
  vp_report *report = NULL;
  vp_plan *plan = NULL;
  vp_error error = {.message = ""};

  if (make_plan(&plan, &error) == VP_OK && vp_functions_new(&functions, NULL, &error) == VP_OK &&
      vp_functions_register(functions, "severity", "f64(f64,f64)", (vp_native_function)severity,
                            &error) == VP_OK) {
    options.functions = functions;
    options.language = VP_LANGUAGE_EN;
    if (vp_check(&report, plan, &options, &error) == VP_OK)
      for (size_t i = 0; i < vp_report_finding_count(report); i++) {
        const vp_finding *finding = vp_report_finding(report, i);
        printf("%s: %s\n", finding->path, finding->message);
      }
  }
  if (report == NULL) fprintf(stderr, "%s\n", error.message);
  int status = report == NULL;
  vp_report_free(report);
  vp_functions_free(functions);
  vp_plan_free(plan);
  return status;
}
