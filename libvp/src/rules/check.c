/* Runs the selected rules over a plan. */
#include <vp/check.h>

#include <stdlib.h>
#include <string.h>

#include "json/document.h"
#include "model/profile.h"
#include "rules/accept.h"
#include "rules/owner.h"
#include "rules/selection.h"

struct vp_report {
  const vp_plan *plan;
  vp_language language;
  const vp_baseline *baseline;
  vp_plan *own_plan; /* that it frees, as the profile; NULL for none */
  vp_profile *own_profile;
  vp_arena arena;
  vp_finding *findings;
  size_t finding_count;
  size_t severities[VP_SEVERITY_ERROR + 1]; /* without those that are accepted */
  size_t accepted_count;
  vp_selected_rules rules;
};

static void run_rule(vp_run *run, const vp_rule *rule) {
  if (rule->own != NULL && rule->own->check(run, run->plan, rule->own->user) != 0)
    vp_run_fail(
        run, vp_fail(run->error, VP_ERROR_CALLBACK, "the rule \"%s\" stopped the check", rule->id));
  if (rule->check != NULL) rule->check(run);
  vp_finding_end(run);
}

/* The selected rules about single fields, in one walk over the plan. */
typedef struct field_walk {
  vp_run *run;
  vp_rule_result **results;
  size_t count;
  unsigned kinds; /* of any of them */
} field_walk;

static void judge_field(const field_walk *walk, const vp_element *element, const vp_field *field) {
  vp_run *run = walk->run;
  for (size_t i = 0; i < walk->count && run->status == VP_OK; i++) {
    const vp_rule *rule = walk->results[i]->rule;
    if ((rule->kinds & 1u << field->kind) == 0) continue;
    run->rule = rule;
    run->result = walk->results[i];
    rule->judge(run, element, field);
    vp_finding_end(run);
  }
}

static void visit_fields(const vp_element *element, void *user) {
  const field_walk *walk = user;
  for (size_t i = 0; i < element->shape->field_count; i++) {
    const vp_field *field = &element->shape->fields[i];
    if ((walk->kinds & 1u << field->kind) != 0) judge_field(walk, element, field);
  }
}

static void run_field_rules(vp_run *run, vp_report *report) {
  field_walk walk = {.run = run};
  walk.results = vp_run_array(run, report->rules.count, sizeof *walk.results);
  for (size_t i = 0; i < report->rules.count && walk.results != NULL; i++) {
    vp_rule_result *result = &report->rules.items[i];
    if (!result->ran || result->rule->judge == NULL) continue;
    walk.results[walk.count++] = result;
    walk.kinds |= result->rule->kinds;
  }
  if (walk.count > 0) vp_element_walk(&run->plan->root.base, visit_fields, &walk);
}

static void run_rules(vp_run *run, vp_report *report) {
  for (size_t i = 0; i < report->rules.count && run->status == VP_OK; i++) {
    run->result = &report->rules.items[i];
    run->rule = run->result->rule;
    if (run->result->ran) run_rule(run, run->rule);
  }
  run_field_rules(run, report);
}

static int by_position(const void *left, const void *right) {
  const vp_pending *const *a = left, *const *b = right;
  if ((*a)->begin != (*b)->begin) return (*a)->begin < (*b)->begin ? -1 : 1;
  if ((*a)->result != (*b)->result) return (*a)->result < (*b)->result ? -1 : 1;
  return *a < *b ? -1 : *a > *b; /* as the rules found them */
}

static int by_fingerprint(const void *left, const void *right) {
  const vp_pending *const *a = left, *const *b = right;
  int order = strcmp((*a)->finding.fingerprint, (*b)->finding.fingerprint);
  return order != 0 ? order : (*a > *b) - (*a < *b);
}

/* Elements that share an id, or have none, may share a fingerprint. */
static void separate_fingerprints(vp_run *run) {
  vp_pending **order = vp_alloc(run->context, (run->finding_count + 1) * sizeof *order);
  if (order == NULL) {
    vp_run_fail(run, VP_ERROR_MEMORY);
    return;
  }
  for (size_t i = 0; i < run->finding_count; i++) order[i] = &run->findings[i];
  if (run->finding_count > 0) qsort(order, run->finding_count, sizeof *order, by_fingerprint);
  const char *first = "";
  size_t repeats = 0;
  for (size_t i = 0; i < run->finding_count; i++) {
    vp_finding *finding = &order[i]->finding;
    bool repeated = strcmp(first, finding->fingerprint) == 0;
    repeats = repeated ? repeats + 1 : 0;
    if (repeated)
      finding->fingerprint = vp_fingerprint_repeated(run, first, repeats);
    else
      first = finding->fingerprint;
  }
  vp_free(run->context, order);
}

/* The rules that ask what the others found. */
static void conclude(vp_run *run, vp_report *report) {
  if (run->status == VP_OK) separate_fingerprints(run);
  if (run->status == VP_OK) vp_accept_findings(run);
  size_t before = run->finding_count;
  for (size_t i = 0; i < report->rules.count && run->status == VP_OK; i++) {
    run->result = &report->rules.items[i];
    run->rule = run->result->rule;
    if (!run->result->ran || run->rule->conclude == NULL) continue;
    run->rule->conclude(run);
    vp_finding_end(run);
  }
  if (run->finding_count > before && run->status == VP_OK) separate_fingerprints(run);
}

/* Lines and columns, in the order of the text. */
static void locate(const vp_document *document, vp_pending **order, size_t count) {
  uint32_t line = 0, column = 0, at = 0;
  for (size_t i = 0; i < count; i++) {
    vp_finding *finding = &order[i]->finding;
    vp_document_advance(document, at, order[i]->begin, &line, &column);
    at = order[i]->begin;
    finding->line = finding->end_line = line;
    finding->column = finding->end_column = column;
    vp_document_advance(document, at, order[i]->end, &finding->end_line, &finding->end_column);
  }
}

/* Puts the findings in the order of the text, into the report's arena. */
static vp_status keep_findings(vp_report *report, vp_run *run) {
  size_t count = run->finding_count;
  vp_finding *kept = vp_arena_array(&report->arena, count + 1, sizeof *kept);
  vp_pending **order = vp_alloc(run->context, (count + 1) * sizeof *order);
  if (kept == NULL || order == NULL) {
    vp_free(run->context, order);
    return vp_fail_memory(run->error);
  }
  for (size_t i = 0; i < count; i++) order[i] = &run->findings[i];
  if (count > 0) qsort(order, count, sizeof *order, by_position);
  if (run->plan->root.document != NULL) locate(run->plan->root.document, order, count);
  for (size_t i = 0; i < count; i++) {
    kept[i] = order[i]->finding;
    bool is_accepted = kept[i].acceptance != NULL;
    report->accepted_count += is_accepted;
    report->severities[kept[i].severity] += !is_accepted;
    order[i]->result->accepted += is_accepted;
  }
  vp_free(run->context, order);
  report->findings = kept;
  report->finding_count = count;
  return run->status;
}

static vp_status fill(vp_report *report, const vp_plan *plan, const vp_check_options *options,
                      vp_error *error) {
  vp_run run = {.plan = plan,
                .context = plan->root.arena.context,
                .options = *options,
                .error = error,
                .arena = &report->arena,
                .results = report->rules.items,
                .result_count = report->rules.count};
  vp_counts_init(&run.counts, plan);
  report->plan = plan;
  report->language = options->language;
  report->baseline = options->baseline;
  run_rules(&run, report);
  conclude(&run, report);
  vp_status status = run.status == VP_OK ? keep_findings(report, &run) : run.status;
  vp_free(run.context, run.findings);
  vp_localization_free(run.localization);
  vp_reconciliation_free(run.reconciliation);
  vp_scoring_free(run.scoring);
  vp_counts_free(&run.counts);
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
  vp_status status = vp_plan_require_complete(plan, error);
  if (status != VP_OK) return status;

  vp_arena arena;
  vp_arena_init(&arena, plan->root.arena.context);
  vp_report *report = vp_arena_alloc(&arena, sizeof *report);
  if (report == NULL) return vp_fail_memory(error);
  report->arena = arena;
  status = vp_select_rules(&report->rules, &report->arena, plan->profile, &own, error);
  if (status == VP_OK) status = fill(report, plan, &own, error);
  if (status == VP_OK)
    *out = report;
  else
    vp_report_free(report);
  return status;
}

vp_status vp_profile_check(vp_report **out, const vp_profile *profile,
                           const vp_check_options *options, vp_error *error) {
  vp_status status = vp_profile_require_whole(profile, error);
  return status == VP_OK ? vp_check(out, profile->sample, options, error) : status;
}

void vp_report_own(vp_report *report, vp_plan *plan, vp_profile *profile) {
  report->own_plan = plan;
  report->own_profile = profile;
}

void vp_report_free(vp_report *report) {
  if (report == NULL) return;
  vp_plan_free(report->own_plan);
  vp_profile_free(report->own_profile);
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

size_t vp_report_accepted_count(const vp_report *report) { return report->accepted_count; }

size_t vp_report_rule_count(const vp_report *report) { return report->rules.count; }

const vp_rule_result *vp_report_rule(const vp_report *report, size_t index) {
  return index < report->rules.count ? &report->rules.items[index] : NULL;
}

const vp_plan *vp_report_plan(const vp_report *report) { return report->plan; }

vp_language vp_report_language(const vp_report *report) { return report->language; }

const vp_baseline *vp_report_baseline(const vp_report *report) { return report->baseline; }
