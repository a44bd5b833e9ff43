/* What is no profile is refused with a place and a reason; by what is one, plans can be checked,
 * and so can the profile itself. */
#include <vp/check.h>

#include "fuzz.h"

static const char plan_json[] =
    "{\"format\":\"vp-plan/1\",\"id\":\"p\",\"title\":\"P\",\"period\":\"2026\","
    "\"organisation\":{\"municipality\":\"Lillby\",\"board\":\"SN\"},"
    "\"focus_areas\":[{\"id\":\"f\",\"title\":\"F\",\"goals\":[{\"id\":\"g\",\"title\":\"G\","
    "\"set_by\":\"board\",\"indicators\":[\"i\"]}]}],"
    "\"indicators\":[{\"id\":\"i\",\"name\":\"I\",\"unit\":\"%\",\"target\":{\"at_least\":80},"
    "\"observations\":[{\"period\":\"2025\",\"value\":79.5},{\"period\":\"2024\",\"value\":\"nej\"}]}],"
    "\"budget\":{\"unit\":\"mnkr\",\"decimals\":1,\"frame\":{\"opening\":{\"amount\":\"2,0\"},"
    "\"changes\":[{\"id\":\"c\",\"label\":\"C\",\"amount\":\"-0,5\"}],\"closing\":{\"amount\":1.5}},"
    "\"tables\":[{\"id\":\"t\",\"columns\":[\"a\"],\"rows\":[{\"id\":\"r\",\"label\":\"R\","
    "\"values\":[\"1 500 tkr\"]}],\"total\":[\"1,5\"]}]},"
    "\"risks\":[{\"id\":\"k\",\"title\":\"K\",\"consequence\":3,\"likelihood\":\"Trolig\",\"value\":9}]}";

static void check_report(const vp_report *report) {
  for (size_t i = 0; i < vp_report_finding_count(report); i++) {
    const vp_finding *finding = vp_report_finding(report, i);
    require_text(finding->message);
    require_text(finding->path);
    for (size_t note = 0; note < finding->note_count; note++) require_text(finding->notes[note]);
    for (size_t help = 0; help < finding->help_count; help++) require_text(finding->help[help]);
  }
}

static void check_plan(const vp_profile *profile, vp_check_options options) {
  vp_plan *plan = NULL;
  vp_report *report = NULL;
  require(vp_plan_read(&plan, NULL, plan_json, sizeof plan_json - 1, NULL) == VP_OK);
  if (vp_plan_use_profile(plan, profile, NULL) == VP_OK &&
      vp_check(&report, plan, &options, NULL) == VP_OK)
    check_report(report);
  vp_report_free(report);
  vp_plan_free(plan);
}

static void check_profile(const vp_profile *profile, vp_check_options options) {
  vp_report *report = NULL;
  if (vp_profile_check(&report, profile, &options, NULL) == VP_OK) check_report(report);
  vp_report_free(report);
}

static double product(double a, double b) { return a * b; }

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  vp_profile *profile = NULL;
  vp_error error = {.message = ""};
  vp_status status = vp_profile_read(&profile, NULL, (const char *)data, size, &error);
  require((profile != NULL) == (status == VP_OK));
  if (status != VP_OK) {
    require(error.status == status && error.message[0] != '\0' && error.line >= 1);
    require_text(error.message);
    return 0;
  }
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  vp_functions *functions = NULL;
  require(vp_functions_new(&functions, NULL, NULL) == VP_OK);
  require(vp_functions_register(functions, "f", "f64(f64,f64)", (vp_native_function)product,
                                NULL) == VP_OK);
  check_plan(profile, options);
  check_profile(profile, options);
  options.functions = functions;
  options.language = VP_LANGUAGE_EN;
  check_plan(profile, options);
  check_profile(profile, options);
  vp_functions_free(functions);
  vp_profile_free(profile);
  return 0;
}
