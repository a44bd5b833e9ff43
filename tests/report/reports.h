/* A plan, what the check of it found, and that as text. */
#ifndef TESTS_REPORT_REPORTS_H
#define TESTS_REPORT_REPORTS_H

#include <vp/build.h>
#include <vp/report.h>

#include "../plans.h"
#include "json/document.h"

/* The members that a plan must have. */
#define PLAN "\"format\": \"vp-plan/1\", \"id\": \"p\", \"title\": \"P\", \"period\": \"2026\""

typedef struct checked {
  vp_plan *plan;
  vp_report *report;
} checked;

static inline checked check_plan(vp_plan *plan, const char *rule, vp_language language) {
  checked c = {.plan = plan};
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  options.select = &rule;
  options.select_count = rule != NULL;
  assert_int_equal(vp_check(&c.report, c.plan, &options, NULL), VP_OK);
  return c;
}

static inline checked check(const char *json, const char *rule, vp_language language) {
  return check_plan(plan_from(json), rule, language);
}

static inline void checked_free(checked *c) {
  vp_report_free(c->report);
  vp_plan_free(c->plan);
}

/* An output of many files. */
typedef vp_status writer(const vp_report_file *files, size_t count, const vp_sink *sink,
                         vp_error *error);

static inline output written(writer *write, const vp_report_file *files, size_t count) {
  output out = {NULL, 0};
  const vp_sink sink = {output_write, &out};
  assert_int_equal(write(files, count, &sink, NULL), VP_OK);
  return out;
}

static inline void assert_contains(const output *text, const char *part) {
  if (strstr(text->bytes, part) == NULL) fail_msg("no %s in\n%s", part, text->bytes);
}

static inline void assert_is_json(const output *text) {
  vp_arena arena;
  vp_document document;
  vp_error error = {.message = ""};
  vp_arena_init(&arena, vp_context_or_default(NULL));
  if (vp_document_scan(&document, &arena, text->bytes, text->length, &error) != VP_OK)
    fail_msg("%u:%u: %s", (unsigned)error.line, (unsigned)error.column, error.message);
  vp_arena_free(&arena);
}

static inline int refuse_output(void *user, const char *bytes, size_t length) {
  (void)user;
  (void)bytes;
  (void)length;
  return 1;
}

/* Takes so many calls, then refuses. */
static inline int take_some(void *user, const char *bytes, size_t length) {
  int *calls = user;
  (void)bytes;
  (void)length;
  return (*calls)-- == 0;
}

/* A sum that cannot be right, on the second line. */
#define NO_SUM                                                                             \
  "{" PLAN ", \"budget\": {\"tables\": [{\"id\": \"t\", \"columns\": [\"a\"], \"rows\": [" \
  "{\"id\": \"x\", \"label\": \"X\", \"values\": [\"1,0\"]}, "                             \
  "{\"id\": \"y\", \"label\": \"Y\", \"values\": [\"2,0\"]}],\n\"total\": [\"9,0\"]}]}}"

/* Appends the finding's message, its notes and its help as they stand in a Swedish output. */
static inline void output_put_wording(output *out, const vp_finding *finding, const char *newline) {
  output_put(out, finding->message);
  for (size_t i = 0; i < finding->note_count; i++) {
    output_put(out, newline);
    output_put(out, "not: ");
    output_put(out, finding->notes[i]);
  }
  for (size_t i = 0; i < finding->help_count; i++) {
    output_put(out, newline);
    output_put(out, "hjälp: ");
    output_put(out, finding->help[i]);
  }
}

/* A plan without a text, with a control of a risk that is not there. */
static inline vp_plan *plan_without_text(void) {
  vp_plan *plan;
  const vp_element *control;
  assert_int_equal(vp_plan_new(&plan, NULL, "p", "P", "2026", NULL), VP_OK);
  assert_int_equal(vp_plan_add(&control, plan, vp_plan_root(plan), "controls", NULL), VP_OK);
  assert_int_equal(vp_plan_set(plan, control, "id", "k", NULL), VP_OK);
  assert_int_equal(vp_plan_set(plan, control, "what", "W", NULL), VP_OK);
  assert_int_equal(vp_plan_set(plan, control, "risk", "r9", NULL), VP_OK);
  assert_int_equal(vp_plan_complete(plan, NULL), VP_OK);
  return plan;
}

/* A plan with so many controls of a risk that is not there. */
static inline output many_findings(size_t count) {
  output json = {NULL, 0};
  output_put(&json, "{" PLAN ", \"controls\": [");
  for (size_t i = 0; i < count; i++) {
    char control[100];
    snprintf(control, sizeof control, "%s\n{\"id\": \"k%u\", \"what\": \"W\", \"risk\": \"none\"}",
             i > 0 ? "," : "", (unsigned)i);
    output_put(&json, control);
  }
  output_put(&json, "]}\n");
  return json;
}

#endif
