/* Plans made by a program. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "memory/attempts.h"

/* So long that the plan's memory has no room for it yet, so that every second step needs new
 * memory. */
static char long_text[20000];

#define LONG long_text

typedef struct step {
  enum { ADD, SET, NUMBER, APPEND } call;
  int element; /* that it is made with; of ADD the parent */
  const char *field;
  const char *value;
  int made; /* the number that ADD gives its element */
} step;

enum { PLAN, RISK, MODEL, BAND, INDICATOR, TARGET, BUDGET, TABLE, COLUMN, ROW, ELEMENTS };

static const step steps[] = {
    {ADD, PLAN, "risks", NULL, RISK},
    {SET, RISK, "title", LONG, 0},
    {SET, RISK, "id", "r", 0},
    {SET, RISK, "consequence", LONG, 0},
    {NUMBER, RISK, "value", NULL, 0},
    {SET, RISK, "due", LONG, 0},
    {ADD, PLAN, "risk_model", NULL, MODEL},
    {SET, MODEL, "name", LONG, 0},
    {SET, MODEL, "score", "product", 0},
    {ADD, MODEL, "bands", NULL, BAND},
    {SET, BAND, "name", LONG, 0},
    {APPEND, BAND, "requires", "owner", 0},
    {SET, BAND, "from", LONG, 0},
    {NUMBER, BAND, "to", NULL, 0},
    {ADD, PLAN, "indicators", NULL, INDICATOR},
    {SET, INDICATOR, "name", LONG, 0},
    {SET, INDICATOR, "id", "i", 0},
    {SET, INDICATOR, "decimals", "1", 0},
    {ADD, INDICATOR, "target", NULL, TARGET},
    {SET, TARGET, "text", LONG, 0},
    {SET, TARGET, "follow", "true", 0},
    {ADD, PLAN, "budget", NULL, BUDGET},
    {SET, BUDGET, "unit", LONG, 0},
    {ADD, BUDGET, "tables", NULL, TABLE},
    {SET, TABLE, "title", LONG, 0},
    {SET, TABLE, "id", "t", 0},
    {APPEND, TABLE, "total", LONG, 0},
    {APPEND, TABLE, "total", NULL, 0},
    {ADD, TABLE, "columns", NULL, COLUMN},
    {SET, COLUMN, "label", LONG, 0},
    {SET, COLUMN, "id", "c", 0},
    {ADD, TABLE, "rows", NULL, ROW},
    {SET, ROW, "label", LONG, 0},
    {SET, ROW, "id", "r", 0},
    {APPEND, ROW, "values", LONG, 0},
    {APPEND, ROW, "values", "1,5", 0},
    {APPEND, ROW, "sum_of", LONG, 0},
    {APPEND, ROW, "sum_of", "r", 0},
};

typedef struct building {
  vp_plan *plan;
  const vp_element *elements[ELEMENTS];
} building;

static vp_status take(building *b, const step *s, vp_error *error) {
  const vp_element *element = b->elements[s->element];
  switch (s->call) {
    case ADD: return vp_plan_add(&b->elements[s->made], b->plan, element, s->field, error);
    case SET: return vp_plan_set(b->plan, element, s->field, s->value, error);
    case NUMBER:
      return vp_plan_set_number(b->plan, element, s->field, (vp_decimal){125, -1}, error);
    case APPEND: return vp_plan_append(b->plan, element, s->field, s->value, error);
  }
  return VP_ERROR_ARGUMENT;
}

/* Builds a plan; the call whose allocation fails is made again. */
static output build(void) {
  building b = {.plan = NULL};
  vp_error error;
  vp_status status = vp_plan_new(&b.plan, context, "p", LONG, "2026", &error);
  if (status != VP_OK) {
    is_out_of_memory(status, &error);
    assert_null(b.plan);
    assert_int_equal(vp_plan_new(&b.plan, context, "p", LONG, "2026", NULL), VP_OK);
  }
  b.elements[PLAN] = vp_plan_root(b.plan);
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
    status = take(&b, &steps[i], &error);
    if (status == VP_OK) continue;
    is_out_of_memory(status, &error);
    if (steps[i].call == ADD) assert_null(b.elements[steps[i].made]);
    assert_int_equal(take(&b, &steps[i], NULL), VP_OK);
  }
  status = vp_plan_complete(b.plan, &error);
  if (status != VP_OK) {
    is_out_of_memory(status, &error);
    assert_int_equal(vp_plan_complete(b.plan, NULL), VP_OK);
  }
  int left = counter.calls;
  counter.calls = -1;
  output built = plan_text(b.plan);
  counter.calls = left;
  vp_plan_free(b.plan);
  return built;
}

static void building_a_plan(void **state) {
  (void)state;
  memset(long_text, 'x', sizeof long_text - 1);
  counter.calls = -1;
  output wanted = build();
  int live = counter.live, failures = 0;
  for (bool has_failed = true; has_failed; failures += has_failed) {
    counter.calls = failures;
    output built = build();
    has_failed = counter.calls < 0;
    counter.calls = -1;
    assert_string_equal(built.bytes, wanted.bytes);
    assert_int_equal(counter.live, live);
    free(built.bytes);
  }
  assert_true(failures > 30); /* nearly every step takes memory */
  free(wanted.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(building_a_plan),
  };
  return cmocka_run_group_tests(tests, begin, end);
}
