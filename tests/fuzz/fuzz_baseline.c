/* What is no baseline is refused with a place and a reason; what is one is written as the same, and
 * the checks with it, and the baseline made of them, agree. */
#include <vp/baseline.h>
#include <vp/check.h>

#include "fuzz.h"

static const char plan_json[] =
    "{\"format\":\"vp-plan/1\",\"id\":\"p\",\"title\":\"P\",\"period\":\"2026\","
    "\"assignments\":[{\"id\":\"a\",\"title\":\"A\",\"due\":\"2020\"},"
    "{\"id\":\"b\",\"title\":\"B\",\"due\":\"2020\"},{\"id\":\"c\",\"title\":\"B\",\"due\":\"2020\"}]}";

static vp_buffer written(const vp_baseline *baseline) {
  vp_buffer text = new_buffer();
  require(vp_baseline_write(baseline, &(vp_sink){write_to_buffer, &text}, NULL) == VP_OK);
  return text;
}

static void require_same(vp_buffer *a, vp_buffer *b) {
  require(a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0);
  vp_buffer_free(a);
  vp_buffer_free(b);
}

static vp_baseline *read_again(const vp_baseline *baseline) {
  vp_buffer text = written(baseline);
  vp_baseline *again = NULL;
  require(vp_baseline_read(&again, NULL, text.bytes, text.length, NULL) == VP_OK);
  vp_buffer second = written(again);
  require_same(&text, &second);
  return again;
}

static vp_report *checked(const vp_plan *plan, const vp_baseline *baseline) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.as_of = (vp_date){2026, 3, 14};
  options.baseline = baseline;
  vp_report *report = NULL;
  require(vp_check(&report, plan, &options, NULL) == VP_OK);
  for (size_t i = 0; i < vp_report_finding_count(report); i++) {
    const vp_finding *finding = vp_report_finding(report, i);
    if (finding->acceptance != NULL) require(finding->acceptance->reason[0] != '\0');
    require_text(finding->message);
  }
  return report;
}

/* All that is found of the plan is accepted with the baseline made of it. What more is found is
 * about entries of rules that are not here, which stay. */
static void check_update(const vp_plan *plan, const vp_baseline *old) {
  vp_report *report = checked(plan, old);
  vp_baseline *next = NULL;
  const vp_report *const reports[] = {report};
  require(vp_baseline_update(&next, NULL, old, reports, 1, "r", NULL, NULL) == VP_OK);
  vp_report *after = checked(plan, next);
  for (size_t i = 0; i < vp_report_finding_count(after); i++) {
    const vp_finding *finding = vp_report_finding(after, i);
    require(finding->acceptance != NULL || strcmp(finding->rule, "plan/expired-acceptance") == 0);
  }
  require(vp_report_accepted_count(after) == 3);
  vp_report_free(after);
  vp_baseline_free(read_again(next));
  vp_baseline_free(next);
  vp_report_free(report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  vp_baseline *baseline = NULL;
  vp_error error = {.message = ""};
  vp_status status = vp_baseline_read(&baseline, NULL, (const char *)data, size, &error);
  require((baseline != NULL) == (status == VP_OK));
  if (status != VP_OK) {
    require(error.status == status && error.message[0] != '\0' && error.line >= 1);
    return 0;
  }
  vp_plan *plan = NULL;
  require(vp_plan_read(&plan, NULL, plan_json, sizeof plan_json - 1, NULL) == VP_OK);
  vp_baseline_free(read_again(baseline));
  check_update(plan, baseline);
  vp_plan_free(plan);
  vp_baseline_free(baseline);
  return 0;
}
