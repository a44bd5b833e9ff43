/* Whatever plan is read, every engine and rule gets through it, and what they say is well formed
 * and the same in both languages. */
#include <vp/columns.h>
#include <vp/reconcile.h>
#include <vp/report.h>
#include <vp/score.h>
#include <vp/track.h>

#include "fuzz.h"
#include "json/document.h"

static void check_place(const vp_plan *plan, const vp_finding *finding) {
  require_text(finding->path);
  require(finding->path[0] == '/' || finding->element == vp_plan_root(plan));
  size_t length;
  const char *line = vp_plan_line(plan, finding->line, &length);
  require(line != NULL && finding->column >= 1);
  require(finding->column <= vp_utf8_count(line, length) + 1);
  line = vp_plan_line(plan, finding->end_line, &length);
  require(line != NULL && finding->end_column <= vp_utf8_count(line, length) + 1);
  require(finding->line < finding->end_line ||
          (finding->line == finding->end_line && finding->column < finding->end_column));
}

static void check_values(const vp_finding *finding) {
  for (size_t i = 0; i < finding->value_count; i++) {
    const vp_value *value = &finding->values[i];
    require_text(value->name);
    if (value->kind == VP_VALUE_TEXT) require_text(value->text);
    for (size_t text = 0; text < value->text_count; text++) require_text(value->texts[text]);
  }
}

static void check_finding(const vp_plan *plan, const vp_finding *finding) {
  require(vp_rule_find(finding->rule) != NULL && finding->element != NULL);
  check_place(plan, finding);
  require_text(finding->message);
  require(finding->message[0] != '\0');
  for (size_t i = 0; i < finding->note_count; i++) require_text(finding->notes[i]);
  for (size_t i = 0; i < finding->help_count; i++) require_text(finding->help[i]);
  check_values(finding);
  require(strlen(finding->fingerprint) == 16 && strlen(finding->text_fingerprint) == 16);
  if (finding->acceptance != NULL) require_text(finding->acceptance->reason);
}

static void check_same(const vp_finding *a, const vp_finding *b) {
  require(strcmp(a->rule, b->rule) == 0 && strcmp(a->path, b->path) == 0);
  require(strcmp(a->fingerprint, b->fingerprint) == 0);
  require(strcmp(a->text_fingerprint, b->text_fingerprint) == 0);
  require((a->acceptance != NULL) == (b->acceptance != NULL));
  require(a->element == b->element && a->line == b->line && a->column == b->column);
  require(a->note_count == b->note_count && a->help_count == b->help_count);
  require(a->value_count == b->value_count);
}

static void check_order(const vp_report *report) {
  for (size_t i = 1; i < vp_report_finding_count(report); i++) {
    const vp_finding *a = vp_report_finding(report, i - 1), *b = vp_report_finding(report, i);
    require(a->line < b->line || (a->line == b->line && a->column <= b->column));
  }
}

typedef vp_status writer(const vp_report_file *files, size_t count, const vp_sink *sink,
                         vp_error *error);

static vp_buffer written(writer *write, const vp_report_file *file) {
  vp_buffer text = new_buffer();
  vp_buffer_put(&text, "");
  require(write(file, 1, &(vp_sink){write_to_buffer, &text}, NULL) == VP_OK);
  require_text(text.bytes);
  return text;
}

static void check_json(writer *write, const vp_report_file *file) {
  vp_buffer text = written(write, file);
  vp_arena arena;
  vp_document document;
  vp_arena_init(&arena, text.context);
  require(vp_document_scan(&document, &arena, text.bytes, text.length, NULL) == VP_OK);
  vp_arena_free(&arena);
  vp_buffer_free(&text);
}

static void check_text(writer *write, const vp_report_file *file) {
  vp_buffer text = written(write, file);
  for (const char *c = text.bytes; *c != '\0'; c++)
    require((unsigned char)*c >= ' ' || *c == '\n' || *c == '\t');
  vp_buffer_free(&text);
}

static vp_status write_text(const vp_report_file *files, size_t count, const vp_sink *sink,
                            vp_error *error) {
  require(count == 1);
  return vp_report_write_text(files, 0, sink, error);
}

static void check_outputs(const vp_report *report) {
  const vp_report_file file = {.name = "plan.json", .report = report};
  check_json(vp_report_write_json, &file);
  check_json(vp_report_write_sarif, &file);
  check_text(write_text, &file);
  check_text(vp_report_write_junit, &file);
  check_text(vp_report_write_github, &file);
}

static vp_report *check_in(const vp_plan *plan, vp_language language) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  options.as_of = (vp_date){2026, 3, 14};
  vp_report *report;
  require(vp_check(&report, plan, &options, NULL) == VP_OK);
  for (size_t i = 0; i < vp_report_finding_count(report); i++)
    check_finding(plan, vp_report_finding(report, i));
  check_order(report);
  check_outputs(report);
  return report;
}

static void check_rules(const vp_plan *plan) {
  vp_report *swedish = check_in(plan, VP_LANGUAGE_SV), *english = check_in(plan, VP_LANGUAGE_EN);
  require(vp_report_finding_count(swedish) == vp_report_finding_count(english));
  for (size_t i = 0; i < vp_report_finding_count(swedish); i++)
    check_same(vp_report_finding(swedish, i), vp_report_finding(english, i));
  vp_report_free(english);
  vp_report_free(swedish);
}

static void check_reconciliation(const vp_plan *plan) {
  vp_reconciliation *reconciliation;
  require(vp_reconcile(&reconciliation, plan, NULL) == VP_OK);
  size_t cells = vp_reconciliation_cell_count(reconciliation);
  for (size_t i = 0; i < vp_reconciliation_relation_count(reconciliation); i++) {
    const vp_relation *relation = vp_reconciliation_relation(reconciliation, i);
    require(relation->owner != NULL && relation->total < cells);
    require(relation->missing_count <= relation->term_count + 1);
    for (size_t term = 0; term < relation->term_count; term++)
      require(relation->terms[term].cell < cells);
    if (relation->verdict == VP_VERDICT_EXACT && relation->is_bounded)
      require(vp_decimal_sign(relation->difference) == 0);
  }
  vp_reconciliation_free(reconciliation);
}

static void check_scoring(const vp_plan *plan) {
  vp_scoring *scoring;
  require(vp_score(&scoring, plan, NULL) == VP_OK);
  size_t count = vp_scoring_count(scoring);
  require(count == vp_element_count(vp_plan_root(plan), "risks"));
  for (size_t i = 1; i < count; i++) {
    const vp_risk_score *a = vp_scoring_ranked(scoring, i - 1), *b = vp_scoring_ranked(scoring, i);
    require(a->is_scored || !b->is_scored);
    if (b->is_scored) require(vp_decimal_compare(a->value, b->value) >= 0);
  }
  vp_scoring_free(scoring);
}

static void check_tracking(const vp_plan *plan) {
  vp_tracking *tracking;
  require(vp_track(&tracking, plan, NULL) == VP_OK);
  require(vp_tracking_count(tracking) == vp_element_count(vp_plan_root(plan), "indicators"));
  for (size_t i = 0; i < vp_tracking_count(tracking); i++) {
    const vp_indicator_track *track = vp_tracking_indicator(tracking, i);
    require(vp_indicator_status_name(track->status)[0] != '\0');
    if (track->slope.has_range) require(track->slope.low <= track->slope.high);
    if (track->forecast.has_range) require(track->forecast.low <= track->forecast.high);
  }
  vp_tracking_free(tracking);
}

/* Frees them. */
static void check_columns(vp_columns *columns, size_t rows) {
  require(vp_columns_row_count(columns) == rows);
  for (size_t i = 0; i < vp_columns_count(columns); i++) {
    const vp_column_view *view = vp_columns_view(columns, i);
    require(view->null_count <= rows);
    if (view->kind != VP_COLUMN_TEXT) continue;
    require(view->offsets[0] == 0);
    for (size_t row = 0; row < rows; row++) require(view->offsets[row] <= view->offsets[row + 1]);
    require(strlen(view->values) == (size_t)view->offsets[rows]);
    require_text(view->values);
  }
  vp_columns_free(columns);
}

static void check_element_columns(const vp_plan *plan) {
  static const char *const lists[][2] = {{"units", "unit"},
                                         {"focus_areas", "focus_area"},
                                         {"assignments", "assignment"},
                                         {"indicators", "indicator"},
                                         {"risks", "risk"},
                                         {"controls", "control"},
                                         {"events", "event"},
                                         {"claims", "claim"}};
  vp_columns *columns;
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    require(vp_columns_of_elements(&columns, vp_plan_root(plan), lists[i][1], NULL) == VP_OK);
    check_columns(columns, vp_element_count(vp_plan_root(plan), lists[i][0]));
  }
}

static void check_result_columns(const vp_plan *plan) {
  vp_columns *columns;
  vp_reconciliation *reconciliation;
  require(vp_reconcile(&reconciliation, plan, NULL) == VP_OK);
  require(vp_columns_of_cells(&columns, reconciliation, NULL) == VP_OK);
  check_columns(columns, vp_reconciliation_cell_count(reconciliation));
  require(vp_columns_of_relations(&columns, reconciliation, NULL) == VP_OK);
  check_columns(columns, vp_reconciliation_relation_count(reconciliation));
  vp_reconciliation_free(reconciliation);
  vp_scoring *scoring;
  require(vp_score(&scoring, plan, NULL) == VP_OK);
  require(vp_columns_of_risks(&columns, scoring, NULL) == VP_OK);
  check_columns(columns, vp_scoring_count(scoring));
  vp_scoring_free(scoring);
  vp_tracking *tracking;
  require(vp_track(&tracking, plan, NULL) == VP_OK);
  require(vp_columns_of_indicators(&columns, tracking, NULL) == VP_OK);
  check_columns(columns, vp_tracking_count(tracking));
  vp_tracking_free(tracking);
}

static void check_finding_columns(const vp_plan *plan) {
  vp_report *report = check_in(plan, VP_LANGUAGE_SV);
  vp_columns *columns;
  require(vp_columns_of_findings(&columns, report, NULL) == VP_OK);
  check_columns(columns, vp_report_finding_count(report));
  vp_report_free(report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  vp_plan *plan;
  if (vp_plan_read(&plan, NULL, (const char *)data, size, NULL) != VP_OK) return 0;
  check_reconciliation(plan);
  check_scoring(plan);
  check_tracking(plan);
  check_rules(plan);
  check_element_columns(plan);
  check_result_columns(plan);
  check_finding_columns(plan);
  vp_plan_free(plan);
  return 0;
}
