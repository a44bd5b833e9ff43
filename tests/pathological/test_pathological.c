/* Plans that no one would write: each is read and checked, or refused, in memory that the size of
 * the text bounds. Time is bounded by the test's timeout: what grew with the square of these sizes
 * would take hours. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include <vp/vp.h>

#include "plans.h"

/* Each block is preceded by its size. */
typedef struct meter {
  size_t live, peak;
} meter;

typedef union header {
  size_t size;
  max_align_t aligned;
} header;

static void *meter_realloc(void *user, void *block, size_t size) {
  meter *m = user;
  header *old = block != NULL ? (header *)block - 1 : NULL;
  size_t released = old != NULL ? old->size : 0;
  header *moved = realloc(old, sizeof *moved + size);
  if (moved == NULL) return NULL;
  moved->size = size;
  m->live = m->live - released + size;
  if (m->live > m->peak) m->peak = m->live;
  return moved + 1;
}

static void *meter_alloc(void *user, size_t size) { return meter_realloc(user, NULL, size); }

static void meter_free(void *user, void *block) {
  if (block == NULL) return;
  header *old = (header *)block - 1;
  ((meter *)user)->live -= old->size;
  free(old);
}

static vp_context *metered(meter *m) {
  const vp_allocator allocator = {meter_alloc, meter_realloc, meter_free, m};
  vp_context *context;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  return context;
}

/* A text that doubles its room when it grows. */
typedef struct document {
  char *bytes;
  size_t length, capacity;
} document;

static void put(document *d, const char *text) {
  size_t length = strlen(text);
  if (d->length + length + 1 > d->capacity) {
    d->capacity = 2 * (d->length + length + 1);
    d->bytes = realloc(d->bytes, d->capacity);
    assert_non_null(d->bytes);
  }
  memcpy(d->bytes + d->length, text, length + 1);
  d->length += length;
}

/* `item` with its number in the place of each '#', and commas between them. */
static void put_items(document *d, const char *item, size_t count) {
  char number[24], piece[2] = "";
  for (size_t i = 0; i < count; i++) {
    if (i > 0) put(d, ",");
    snprintf(number, sizeof number, "%lu", (unsigned long)i);
    for (const char *at = item; *at != '\0'; at++) {
      piece[0] = *at == '\'' ? '"' : *at;
      put(d, *at == '#' ? number : piece);
    }
  }
}

static document plan_of(const char *before, const char *item, size_t count, const char *behind) {
  document d = {NULL, 0, 0};
  put_items(&d, "{'format':'vp-plan/1','id':'p','title':'P','period':'2026',", 1);
  put_items(&d, before, 1);
  put_items(&d, item, count);
  put_items(&d, behind, 1);
  return d;
}

typedef struct count_sink {
  size_t lines;
} count_sink;

static int count_lines(void *user, const char *bytes, size_t length) {
  count_sink *count = user;
  for (size_t i = 0; i < length; i++) count->lines += bytes[i] == '\n';
  return 0;
}

static size_t check_and_report(const vp_plan *plan) {
  vp_report *report;
  count_sink count = {0};
  const vp_sink sink = {count_lines, &count};
  assert_int_equal(vp_check(&report, plan, NULL, NULL), VP_OK);
  const vp_report_file file = {.name = "plan.json", .report = report};
  size_t findings = vp_report_finding_count(report);
  assert_int_equal(vp_report_write_text(&file, 0, &sink, NULL), VP_OK);
  assert_true(count.lines >= 3 * findings); /* a head, the line of the plan and the marks */
  assert_int_equal(vp_report_write_json(&file, 1, &sink, NULL), VP_OK);
  vp_report_free(report);
  return findings;
}

/* Reads, checks, reports and writes the plan, all on one line. */
static void holds(document d, size_t findings, size_t bytes_per_byte) {
  meter m = {0, 0};
  vp_context *context = metered(&m);
  vp_plan *plan;
  vp_error error = {.message = ""};
  if (vp_plan_read(&plan, context, d.bytes, d.length, &error) != VP_OK)
    fail_msg("%u:%u: %s", (unsigned)error.line, (unsigned)error.column, error.message);
  assert_int_equal(check_and_report(plan), findings);
  count_sink count = {0};
  assert_int_equal(vp_plan_write(plan, &(vp_sink){count_lines, &count}, NULL), VP_OK);
  if (m.peak / d.length >= bytes_per_byte)
    fail_msg("%lu bytes for a plan of %lu", (unsigned long)m.peak, (unsigned long)d.length);
  vp_plan_free(plan);
  vp_context_free(context);
  assert_int_equal(m.live, 0);
  free(d.bytes);
}

enum { MANY = 200000, MILLION = 1000000 };

static void a_million_risks(void **state) {
  (void)state;
  holds(plan_of("'risks':[", "{'id':'r#','title':'T','value':'4'}", MILLION, "]}"), 0, 20);
}

static void a_million_findings_on_one_line(void **state) {
  (void)state;
  /* Each names no risk, and lacks who, how and when. */
  holds(plan_of("'controls':[", "{'id':'k#','what':'W','risk':'-'}", MILLION / 2, "]}"), MILLION,
        60);
}

static void a_million_keys_in_an_object(void **state) {
  (void)state;
  holds(plan_of("", "'x-#':#", MILLION, "}"), 0, 10);
}

static void long_lists_of_values(void **state) {
  (void)state;
  holds(plan_of("'budget':{'tables':[{'id':'t','rows':[],'columns':[", "'c#'", MANY, "]}]}}"), 0,
        40);
  holds(plan_of("'indicators':[{'id':'i','name':'I'}],'assignments':[{'id':'a','title':'A',"
                "'indicators':[",
                "'i#'", MANY, "]}]}"),
        MANY + 1, 150);
}

/* Each is a letter away from many ids, and none is there. */
static void references_that_nearly_exist(void **state) {
  (void)state;
  document d = plan_of("'risks':[", "{'id':'risken-i-verksamheten-nr-#','title':'T','value':'4'}",
                       MANY, "],'controls':[");
  put_items(&d,
            "{'id':'k#','what':'W','risk':'risken-i-verksamheten-mr-#','responsible':'R',"
            "'method':'M','report_by':'2026'}",
            MANY);
  put(&d, "]}");
  holds(d, MANY, 20);
  d = plan_of("'indicators':[", "{'id':'andelen-med-insats-nr-#','name':'I'}", MANY,
              "],'assignments':[{'id':'a','title':'A','indicators':[");
  put_items(&d, "'andelen-med-insats-mr-#'", MANY);
  put(&d, "]}]}");
  holds(d, MANY + 1, 50);
}

/* Each counts other elements than the one before. */
static void claims_that_count(void **state) {
  (void)state;
  document d = plan_of("'risks':[", "{'id':'r#','title':'T#','value':'4'}", MANY, "],'claims':[");
  put_items(&d, "{'text':'T','count':'risks[title=T#].title','says':'1'}", MANY);
  put(&d, "]}");
  holds(d, 0, 20);
}

static void one_long_series(void **state) {
  (void)state;
  document d = plan_of("'indicators':[{'id':'i','name':'I','observations':[",
                       "{'period':'läsåret #','value':7}", MANY, "]}],'claims':[");
  put_items(&d, "{'text':'T','equal':'i.läsåret #','says':'7'}", MANY);
  put(&d, "]}");
  holds(d, MANY, 60); /* none of the periods is a date */
  d = plan_of("'indicators':[{'id':'i','name':'I','target':{'increase_from':'2025'},"
              "'observations':[",
              "{'period':'läsåret #','value':null}", MANY, "]}]}");
  holds(d, 2 * MANY + 1, 60); /* and none has a value, nor is there a baseline */
}

/* The text is refused with a message that begins so, at no more cost than a few copies of it. */
static void is_refused(document d, vp_status status, const char *begins) {
  meter m = {0, 0};
  vp_context *context = metered(&m);
  vp_plan *plan;
  vp_error error;
  assert_int_equal(vp_plan_read(&plan, context, d.bytes, d.length, &error), status);
  if (strncmp(error.message, begins, strlen(begins)) != 0) fail_msg("%s", error.message);
  assert_true(m.peak / d.length < 30);
  vp_context_free(context);
  assert_int_equal(m.live, 0);
  free(d.bytes);
}

static document repeated(const char *piece, size_t count) {
  document d = {NULL, 0, 0};
  for (size_t i = 0; i < count; i++) put(&d, piece);
  return d;
}

/* A plan with a value of so many digits. */
static document long_value(const char *quote, const char *digit) {
  document d = plan_of("'risks':[{'id':'r','title':'T','value':", "", 0, quote);
  for (size_t i = 0; i < MILLION; i++) put(&d, digit);
  put_items(&d, quote, 1);
  put(&d, "}]}");
  return d;
}

static void deep_nesting(void **state) {
  (void)state;
  const char *begins = "more than 64 levels of nesting";
  is_refused(repeated("[", MILLION), VP_ERROR_SYNTAX, begins);
  is_refused(repeated("{\"x-\":", MILLION), VP_ERROR_SYNTAX, begins);
  document d = plan_of("'x-':", "", 0,
                       "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                       "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}");
  holds(d, 0, 400);
}

static void huge_numbers(void **state) {
  (void)state;
  is_refused(long_value("", "9"), VP_ERROR_SYNTAX, "a JSON number of more than 15 digits");
  is_refused(long_value("", "0"), VP_ERROR_SYNTAX, "a number may not start with zero");
  holds(long_value("'", "9"), 1, 30); /* a text that is no number */
}

static void is_too_large(document d) {
  meter m = {0, 0};
  vp_context *context = metered(&m);
  vp_plan *plan;
  vp_error error;
  vp_reconciliation *reconciliation = NULL;
  vp_report *report = NULL;
  assert_int_equal(vp_plan_read(&plan, context, d.bytes, d.length, &error), VP_OK);
  assert_int_equal(vp_reconcile(&reconciliation, plan, &error), VP_ERROR_RANGE);
  assert_string_equal(error.message, "the budget's tables and sums have more than 4194304 terms");
  assert_null(reconciliation);
  assert_int_equal(vp_check(&report, plan, NULL, &error), VP_ERROR_RANGE);
  assert_null(report);
  assert_true(m.peak < (size_t)1 << 30);
  vp_plan_free(plan);
  vp_context_free(context);
  assert_int_equal(m.live, 0);
  free(d.bytes);
}

/* A short text that asks for more figures than it has bytes. */
static void tables_that_are_all_gaps(void **state) {
  (void)state;
  document d = plan_of("'budget':{'tables':[{'id':'t','columns':[", "'c#'", MANY, "],'rows':[");
  put_items(&d, "{'id':'r#','label':'R','values':[]}", MANY);
  put(&d, "]}]}}");
  is_too_large(d);
}

/* A million cells, and no more findings than rows. */
static void rows_that_are_too_short(void **state) {
  (void)state;
  document d = plan_of("'budget':{'tables':[{'id':'t','columns':[", "'c#'", 1000, "],'rows':[");
  put_items(&d, "{'id':'r#','label':'R','values':[]}", 1000);
  put(&d, "],\"total\":[");
  put_items(&d, "#", 1000);
  put(&d, "]}]}}");
  holds(d, 1000, 7000);
}

static void sums_of_sums(void **state) {
  (void)state;
  document d = plan_of("'budget':{'tables':[{'id':'t','columns':['c'],"
                       "'rows':[{'id':'r','label':'R','values':[1]}]}],'ties':[{'sum':[",
                       "'t.r.c'", MANY, "],'equal':[");
  put_items(&d, "'t.r.c'", MANY);
  put(&d, "]}]}}");
  is_too_large(d);
}

static void trust_in_all_of_it_again_and_again(void **state) {
  (void)state;
  enum { SIDE = 1000 };
  document d = plan_of("'budget':{'tables':[{'id':'t','columns':[", "'c#'", SIDE, "],'rows':[");
  put_items(&d, "{'id':'r#','label':'R','values':[]}", SIDE);
  put(&d, "]}],\"trusted\":[");
  put_items(&d, "'t.*.*'", MANY);
  put(&d, "]}}");
  is_too_large(d);
}

/* Whether it subtracts is asked of each column once. What it adds is nowhere, and itself. */
static void signs_beside_a_long_sum(void **state) {
  (void)state;
  document d = plan_of("'budget':{'tables':[{'id':'t','not_negative':true,'columns':[{'id':'c',"
                       "'sum_of':['b',",
                       "'c'", MANY, "]}],'rows':[");
  put_items(&d, "{'id':'r#','label':'R','values':[#]}", MANY);
  put(&d, "]}]}}");
  holds(d, 2, 200);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_million_risks),
      cmocka_unit_test(a_million_findings_on_one_line),
      cmocka_unit_test(a_million_keys_in_an_object),
      cmocka_unit_test(long_lists_of_values),
      cmocka_unit_test(references_that_nearly_exist),
      cmocka_unit_test(claims_that_count),
      cmocka_unit_test(one_long_series),
      cmocka_unit_test(deep_nesting),
      cmocka_unit_test(huge_numbers),
      cmocka_unit_test(tables_that_are_all_gaps),
      cmocka_unit_test(rows_that_are_too_short),
      cmocka_unit_test(sums_of_sums),
      cmocka_unit_test(trust_in_all_of_it_again_and_again),
      cmocka_unit_test(signs_beside_a_long_sum),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
