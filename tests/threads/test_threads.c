/* Threads that share a plan, and threads that each read their own, get the results that one thread
 * gets. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <pthread.h>
#include <string.h>

#include <vp/vp.h>

#include "profiles.h"

enum { THREADS = 8, ROUNDS = 5, LANGUAGES = 2 };

/* What all threads share; only read after it was made. */
typedef struct shared {
  vp_context *context;
  vp_profile *profile; /* that every plan is checked by */
  output text;
  vp_plan *plan;
  output written;
  output reports[LANGUAGES];
} shared;

/* An output that is wanted, and how much of it came. */
typedef struct comparison {
  const output *wanted;
  size_t length;
  bool differs;
} comparison;

static int compare(void *user, const char *bytes, size_t length) {
  comparison *c = user;
  c->differs = c->differs || length > c->wanted->length - c->length ||
               memcmp(c->wanted->bytes + c->length, bytes, length) != 0;
  c->length += c->differs ? 0 : length;
  return 0;
}

static bool is_complete(const comparison *c) {
  return !c->differs && c->length == c->wanted->length;
}

static vp_status report_to(const vp_sink *sink, const vp_plan *plan, vp_language language) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  vp_report *report;
  vp_status status = vp_check(&report, plan, &options, NULL);
  if (status != VP_OK) return status;
  const vp_report_file file = {.name = "plan.json", .report = report};
  status = vp_report_write_text(&file, 0, sink, NULL);
  if (status == VP_OK) status = vp_report_write_json(&file, 1, sink, NULL);
  vp_report_free(report);
  return status;
}

static bool reports_alike(const shared *s, const vp_plan *plan, vp_language language) {
  comparison c = {.wanted = &s->reports[language]};
  return report_to(&(vp_sink){compare, &c}, plan, language) == VP_OK && is_complete(&c);
}

static bool writes_alike(const shared *s, const vp_plan *plan) {
  comparison c = {.wanted = &s->written};
  return vp_plan_write(plan, &(vp_sink){compare, &c}, NULL) == VP_OK && is_complete(&c);
}

static bool computes(const vp_plan *plan) {
  vp_reconciliation *reconciliation = NULL;
  vp_scoring *scoring = NULL;
  vp_tracking *tracking = NULL;
  bool all = vp_reconcile(&reconciliation, plan, NULL) == VP_OK &&
             vp_score(&scoring, plan, NULL) == VP_OK && vp_track(&tracking, plan, NULL) == VP_OK;
  vp_reconciliation_free(reconciliation);
  vp_scoring_free(scoring);
  vp_tracking_free(tracking);
  return all;
}

static bool is_found(const vp_plan *plan) {
  const vp_element *risk = vp_element_child(vp_plan_root(plan), "risks", 0);
  return vp_plan_find(plan, vp_element_id(risk)) == risk;
}

static bool uses(const shared *s, const vp_plan *plan) {
  return writes_alike(s, plan) && reports_alike(s, plan, VP_LANGUAGE_SV) &&
         reports_alike(s, plan, VP_LANGUAGE_EN) && computes(plan) && is_found(plan);
}

static bool reads_its_own(const shared *s) {
  vp_plan *plan;
  if (vp_plan_read(&plan, s->context, s->text.bytes, s->text.length, NULL) != VP_OK) return false;
  bool alike = vp_plan_use_profile(plan, s->profile, NULL) == VP_OK && uses(s, plan);
  vp_plan_free(plan);
  return alike;
}

/* cmocka's assertions are for the main thread only: a thread returns what it got, or NULL. */
static void *share_a_plan(void *user) {
  const shared *s = user;
  for (int i = 0; i < ROUNDS; i++)
    if (!uses(s, s->plan)) return NULL;
  return user;
}

static void *read_a_plan(void *user) {
  for (int i = 0; i < ROUNDS; i++)
    if (!reads_its_own(user)) return NULL;
  return user;
}

static void *refuse_a_plan(void *user) {
  vp_plan *plan = NULL;
  vp_error error;
  for (int i = 0; i < ROUNDS; i++)
    if (vp_plan_read(&plan, NULL, "{\"x-a\":[1,]}", 12, &error) != VP_ERROR_SYNTAX) return NULL;
  return error.line == 1 && error.column == 11 ? user : NULL;
}

static void run(void *(*const bodies[])(void *), size_t body_count, shared *s) {
  pthread_t threads[THREADS];
  void *results[THREADS];
  for (size_t i = 0; i < THREADS; i++)
    assert_int_equal(pthread_create(&threads[i], NULL, bodies[i % body_count], s), 0);
  for (size_t i = 0; i < THREADS; i++) assert_int_equal(pthread_join(threads[i], &results[i]), 0);
  for (size_t i = 0; i < THREADS; i++) assert_ptr_equal(results[i], s);
}

static void threads_check_one_plan(void **state) {
  run((void *(*const[])(void *)){share_a_plan}, 1, *state);
}

static void threads_read_plans(void **state) {
  run((void *(*const[])(void *)){read_a_plan}, 1, *state);
}

static void threads_do_different_things(void **state) {
  run((void *(*const[])(void *)){share_a_plan, read_a_plan, refuse_a_plan}, 3, *state);
}

static int begin(void **state) {
  static shared s;
  s.text = example_text("bollebygd-socialnamnden-2026-scan");
  assert_int_equal(vp_context_new(&s.context, NULL, NULL), VP_OK);
  assert_int_equal(vp_plan_read(&s.plan, s.context, s.text.bytes, s.text.length, NULL), VP_OK);
  s.profile =
      profile_of("'extends':'bollebygd','required':[{'of':'goals','fields':['responsible']}],"
                 "'own_rules':[{'rule':'l/owner','title':'T','severity':'note','of':'risks',"
                 "'must':[{'field':'owner','present':true}],'message':'{title} {value}'},"
                 "{'rule':'l/most','title':'T','severity':'note','share':['internbudget.ao.2026',"
                 "'frame.closing'],'must':[{'at_most':'1 %'}]}]");
  assert_int_equal(vp_plan_use_profile(s.plan, s.profile, NULL), VP_OK);
  s.written = plan_text(s.plan);
  for (int language = 0; language < LANGUAGES; language++)
    assert_int_equal(
        report_to(&(vp_sink){output_write, &s.reports[language]}, s.plan, (vp_language)language),
        VP_OK);
  *state = &s;
  return 0;
}

static int end(void **state) {
  shared *s = *state;
  for (int language = 0; language < LANGUAGES; language++) free(s->reports[language].bytes);
  free(s->written.bytes);
  free(s->text.bytes);
  vp_plan_free(s->plan);
  vp_profile_free(s->profile);
  vp_context_free(s->context);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(threads_check_one_plan),
      cmocka_unit_test(threads_read_plans),
      cmocka_unit_test(threads_do_different_things),
  };
  return cmocka_run_group_tests(tests, begin, end);
}
