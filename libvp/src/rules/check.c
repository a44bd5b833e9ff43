/* Runs the selected rules over a plan. */
#include <vp/check.h>

#include <stdlib.h>
#include <string.h>

#include "base/distance.h"
#include "rules/run.h"
#include "rules/table.h"

struct vp_report {
  const vp_plan *plan;
  vp_language language;
  vp_arena arena;
  vp_finding *findings;
  size_t finding_count;
  size_t severities[VP_SEVERITY_ERROR + 1];
  vp_rule_result *rules;
};

static const char *nearest_rule(const char *name) {
  const char *hint = NULL;
  size_t nearest = SIZE_MAX;
  for (size_t i = 0; i < vp_rule_count(); i++) {
    size_t distance;
    if (!vp_distance_is_hint(name, vp_rules[i]->id, &distance) || distance >= nearest) continue;
    nearest = distance;
    hint = vp_rules[i]->id;
  }
  return hint;
}

static vp_status check_names(const char *const *names, size_t count, vp_error *error) {
  for (size_t n = 0; n < count; n++) {
    bool found = false;
    for (size_t i = 0; i < vp_rule_count() && !found; i++)
      found = vp_rule_is_named(vp_rules[i], names[n]);
    if (found) continue;
    const char *hint = nearest_rule(names[n]);
    if (hint != NULL)
      return vp_fail(error, VP_ERROR_ARGUMENT, "there is no rule \"%s\": did you mean \"%s\"?",
                     names[n], hint);
    return vp_fail(error, VP_ERROR_ARGUMENT, "there is no rule or family \"%s\"", names[n]);
  }
  return VP_OK;
}

static bool is_listed(const vp_rule *rule, const char *const *names, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (vp_rule_is_named(rule, names[i])) return true;
  return false;
}

static bool is_selected(const vp_rule *rule, const vp_check_options *options) {
  if (is_listed(rule, options->ignore, options->ignore_count)) return false;
  return options->select_count == 0 || is_listed(rule, options->select, options->select_count);
}

static void run_rules(vp_run *run, vp_rule_result *results) {
  for (size_t i = 0; i < vp_rule_count() && run->status == VP_OK; i++) {
    run->rule = vp_rules[i];
    run->result = &results[i];
    run->result->rule = run->rule;
    run->result->ran = is_selected(run->rule, &run->options);
    if (!run->result->ran) continue;
    run->rule->check(run);
    vp_finding_end(run);
  }
}

static int by_position(const void *left, const void *right) {
  const vp_finding *const *a = left, *const *b = right;
  if ((*a)->line != (*b)->line) return (*a)->line < (*b)->line ? -1 : 1;
  if ((*a)->column != (*b)->column) return (*a)->column < (*b)->column ? -1 : 1;
  return *a < *b ? -1 : *a > *b; /* as the rules found them */
}

static int by_fingerprint(const void *left, const void *right) {
  const vp_finding *const *a = left, *const *b = right;
  int order = strcmp((*a)->fingerprint, (*b)->fingerprint);
  return order != 0 ? order : (*a > *b) - (*a < *b);
}

/* Elements that share an id, or have none, may share a fingerprint. */
static void separate_fingerprints(vp_run *run, vp_finding **order) {
  for (size_t i = 0; i < run->finding_count; i++) order[i] = &run->findings[i];
  if (run->finding_count > 0) qsort(order, run->finding_count, sizeof *order, by_fingerprint);
  const char *first = "";
  size_t repeats = 0;
  for (size_t i = 0; i < run->finding_count; i++) {
    bool repeated = strcmp(first, order[i]->fingerprint) == 0;
    repeats = repeated ? repeats + 1 : 0;
    if (repeated)
      order[i]->fingerprint = vp_fingerprint_repeated(run, first, repeats);
    else
      first = order[i]->fingerprint;
  }
}

/* Puts the findings in the order of the text, into the report's arena. */
static vp_status keep_findings(vp_report *report, vp_run *run) {
  size_t count = run->finding_count;
  vp_finding *kept = vp_arena_array(&report->arena, count + 1, sizeof *kept);
  vp_finding **order = vp_alloc(run->context, (count + 1) * sizeof *order);
  if (kept == NULL || order == NULL) {
    vp_free(run->context, order);
    return vp_fail_memory(run->error);
  }
  separate_fingerprints(run, order);
  if (count > 0) qsort(order, count, sizeof *order, by_position);
  for (size_t i = 0; i < count; i++) {
    kept[i] = *order[i];
    report->severities[kept[i].severity]++;
  }
  vp_free(run->context, order);
  report->findings = kept;
  report->finding_count = count;
  return run->status;
}

static vp_status fill(vp_report *report, const vp_plan *plan, const vp_check_options *options,
                      vp_error *error) {
  vp_run run = {.plan = plan,
                .context = plan->context,
                .options = *options,
                .error = error,
                .arena = &report->arena};
  report->plan = plan;
  report->language = options->language;
  report->rules = vp_arena_array(&report->arena, vp_rule_count(), sizeof *report->rules);
  if (report->rules == NULL) return vp_fail_memory(error);
  run_rules(&run, report->rules);
  vp_status status = run.status == VP_OK ? keep_findings(report, &run) : run.status;
  vp_free(run.context, run.findings);
  vp_reconciliation_free(run.reconciliation);
  vp_scoring_free(run.scoring);
  vp_tracking_free(run.tracking);
  return status;
}

/* What an older caller's options do not have is unset. */
static vp_check_options options_of(const vp_check_options *given) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  if (given != NULL)
    memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
  return options;
}

vp_status vp_check(vp_report **out, const vp_plan *plan, const vp_check_options *options,
                   vp_error *error) {
  vp_check_options own = options_of(options);
  vp_status status = check_names(own.select, own.select_count, error);
  if (status == VP_OK) status = vp_plan_require_complete(plan, error);
  if (status == VP_OK) status = check_names(own.ignore, own.ignore_count, error);
  if (status != VP_OK) return status;

  vp_arena arena;
  vp_arena_init(&arena, plan->context);
  vp_report *report = vp_arena_alloc(&arena, sizeof *report);
  if (report == NULL) return vp_fail_memory(error);
  report->arena = arena;
  status = fill(report, plan, &own, error);
  if (status == VP_OK)
    *out = report;
  else
    vp_report_free(report);
  return status;
}

void vp_report_free(vp_report *report) {
  if (report == NULL) return;
  vp_arena arena = report->arena; /* the report lies in it */
  vp_arena_free(&arena);
}

size_t vp_report_finding_count(const vp_report *report) { return report->finding_count; }

const vp_finding *vp_report_finding(const vp_report *report, size_t index) {
  return index < report->finding_count ? &report->findings[index] : NULL;
}

size_t vp_report_severity_count(const vp_report *report, vp_severity severity) {
  return severity <= VP_SEVERITY_ERROR ? report->severities[severity] : 0;
}

size_t vp_report_rule_count(const vp_report *report) {
  (void)report;
  return vp_rule_count();
}

const vp_rule_result *vp_report_rule(const vp_report *report, size_t index) {
  return index < vp_rule_count() ? &report->rules[index] : NULL;
}

const vp_plan *vp_report_plan(const vp_report *report) { return report->plan; }

vp_language vp_report_language(const vp_report *report) { return report->language; }
