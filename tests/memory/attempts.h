/* Calls of which every allocation fails once: each says so and leaves nothing behind. */
#ifndef TESTS_MEMORY_ATTEMPTS_H
#define TESTS_MEMORY_ATTEMPTS_H

#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include <vp/vp.h>

#include "allocator.h"
#include "plans.h"

/* cJSON's functions take no user pointer. */
static counting_allocator counter = {.calls = -1};

static inline void *cjson_alloc(size_t size) { return counting_alloc(&counter, size); }

static inline void cjson_free(void *block) { counting_free(&counter, block); }

static vp_context *context;
static output text;
static vp_plan *plan;
static vp_report *report;

static inline int discard(void *user, const char *bytes, size_t length) {
  (void)user;
  (void)bytes;
  (void)length;
  return 0;
}

static const vp_sink nowhere = {.write = discard};

/* Makes a call, and frees what it gave. */
typedef vp_status attempt(vp_error *error);

static inline void is_out_of_memory(vp_status status, const vp_error *error) {
  counter.calls = -1;
  assert_int_equal(status, VP_ERROR_MEMORY);
  assert_int_equal(error->status, VP_ERROR_MEMORY);
}

/* Lets the first allocation fail, then the second, until there are no more. */
static inline void fails_at_every_allocation(attempt *call) {
  int live = counter.live, failures = 0;
  vp_status status = VP_ERROR_MEMORY;
  while (status != VP_OK) {
    vp_error error = {.message = ""};
    counter.calls = failures;
    status = call(&error);
    assert_int_equal(counter.live, live);
    if (status == VP_OK) break;
    is_out_of_memory(status, &error);
    failures++;
  }
  counter.calls = -1;
  assert_true(failures > 0);
}

static const char *const examples[] = {"bollebygd-socialnamnden-2026-scan",
                                       "bollebygd-mobilitetsplan"};

enum { EXAMPLES = sizeof examples / sizeof *examples };

static inline void with_every_example(attempt *const *calls, size_t count) {
  for (size_t i = 0; i < EXAMPLES; i++) {
    text = example_text(examples[i]);
    assert_int_equal(vp_plan_read(&plan, context, text.bytes, text.length, NULL), VP_OK);
    assert_int_equal(vp_check(&report, plan, NULL, NULL), VP_OK);
    for (size_t call = 0; call < count; call++) fails_at_every_allocation(calls[call]);
    vp_report_free(report);
    vp_plan_free(plan);
    free(text.bytes);
  }
}

static inline int begin(void **state) {
  (void)state;
  const vp_allocator allocator = counting(&counter);
  cJSON_InitHooks(&(cJSON_Hooks){cjson_alloc, cjson_free});
  return vp_context_new(&context, &allocator, NULL) == VP_OK ? 0 : -1;
}

static inline int end(void **state) {
  (void)state;
  vp_context_free(context);
  cJSON_InitHooks(NULL);
  return counter.live;
}

#endif
