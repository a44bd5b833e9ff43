/* A plan, what the check of it found, and that as text. */
#ifndef TESTS_REPORT_REPORTS_H
#define TESTS_REPORT_REPORTS_H

#include <vp/report.h>

#include "../plans.h"

/* The members that a plan must have. */
#define PLAN "\"format\": \"vp-plan/1\", \"id\": \"p\", \"title\": \"P\", \"period\": \"2026\""

typedef struct checked {
  vp_plan *plan;
  vp_report *report;
} checked;

static inline checked check(const char *json, const char *rule, vp_language language) {
  checked c = {.plan = plan_from(json)};
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  options.select = &rule;
  options.select_count = rule != NULL;
  assert_int_equal(vp_check(&c.report, c.plan, &options, NULL), VP_OK);
  return c;
}

static inline void checked_free(checked *c) {
  vp_report_free(c->report);
  vp_plan_free(c->plan);
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
