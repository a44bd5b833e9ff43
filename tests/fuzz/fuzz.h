/* What the fuzz targets share. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vp/language.h>
#include <vp/plan.h>

#include "base/buffer.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An assert that stands in every build. */
#define require(condition) ((condition) ? (void)0 : require_failed(__FILE__, __LINE__, #condition))

static inline void require_failed(const char *file, int line, const char *condition) {
  fprintf(stderr, "%s:%d: %s\n", file, line, condition);
  abort();
}

static inline void require_text(const char *text) {
  require(text != NULL);
  for (size_t left = strlen(text), size; left > 0; text += size, left -= size) {
    size = vp_utf8_sequence(text, left);
    require(size > 0);
  }
}

static inline int write_to_buffer(void *user, const char *bytes, size_t length) {
  vp_buffer_append(user, bytes, length);
  return 0;
}

static inline vp_buffer new_buffer(void) {
  vp_buffer buffer;
  vp_buffer_init(&buffer, vp_context_or_default(NULL));
  return buffer;
}

static inline vp_buffer plan_text(const vp_plan *plan) {
  vp_buffer text = new_buffer();
  require(vp_plan_write(plan, &(vp_sink){write_to_buffer, &text}, NULL) == VP_OK && !text.failed);
  return text;
}

/* The plan, written, is read as the same plan. */
static inline void require_round_trip(const vp_plan *plan) {
  vp_buffer first = plan_text(plan);
  vp_plan *again;
  require(vp_plan_read(&again, NULL, first.bytes, first.length, NULL) == VP_OK);
  vp_buffer second = plan_text(again);
  require(first.length == second.length);
  require(memcmp(first.bytes, second.bytes, first.length) == 0);
  vp_buffer_free(&second);
  vp_plan_free(again);
  vp_buffer_free(&first);
}

#endif
