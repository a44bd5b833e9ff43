/* Plans for tests: from a text, from a file of the examples, and back to text. */
#ifndef TESTS_PLANS_H
#define TESTS_PLANS_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vp/plan.h>

#ifndef VP_SOURCE_DIR
#define VP_SOURCE_DIR "."
#endif

typedef struct output {
  char *bytes; /* NUL-terminated, malloc'ed; NULL while empty */
  size_t length;
} output;

static inline void output_append(output *out, const char *bytes, size_t length) {
  out->bytes = realloc(out->bytes, out->length + length + 1);
  assert_non_null(out->bytes);
  memcpy(out->bytes + out->length, bytes, length);
  out->length += length;
  out->bytes[out->length] = '\0';
}

static inline void output_put(output *out, const char *more) {
  output_append(out, more, strlen(more));
}

/* Single quotes, which are easier to read in C, become JSON's. */
static inline void straighten(char *json) {
  for (; *json != '\0'; json++)
    if (*json == '\'') *json = '"';
}

/* The JSON without the '@' in it, and where that stood. The caller frees it. */
static inline char *without_mark(const char *json, uint32_t *line, uint32_t *column) {
  const char *mark = strchr(json, '@');
  assert_non_null(mark);
  *line = *column = 1;
  for (const char *at = json; at < mark; at++) {
    bool begins_character = ((unsigned char)*at & 0xC0) != 0x80;
    *column = *at == '\n' ? 1 : *column + begins_character;
    *line += *at == '\n';
  }
  output clean = {NULL, 0};
  output_append(&clean, json, (size_t)(mark - json));
  output_put(&clean, mark + 1);
  straighten(clean.bytes);
  return clean.bytes;
}

static inline int output_write(void *user, const char *bytes, size_t length) {
  output_append(user, bytes, length);
  return 0;
}

static inline vp_plan *plan_from(const char *json) {
  vp_plan *plan = NULL;
  vp_error error = {.message = ""};
  if (vp_plan_read(&plan, NULL, json, strlen(json), &error) != VP_OK)
    fail_msg("%u:%u: %s", (unsigned)error.line, (unsigned)error.column, error.message);
  return plan;
}

/* A plan of whose members only those in json matter. */
static inline vp_plan *plan_with(const char *json) {
  output whole = {NULL, 0};
  output_put(&whole, "{'format':'vp-plan/1','id':'p','title':'P','period':'2026',");
  output_put(&whole, json);
  output_put(&whole, "}");
  straighten(whole.bytes);
  vp_plan *plan = plan_from(whole.bytes);
  free(whole.bytes);
  return plan;
}

static inline output plan_text(const vp_plan *plan) {
  output out = {NULL, 0};
  const vp_sink sink = {output_write, &out};
  assert_int_equal(vp_plan_write(plan, &sink, NULL), VP_OK);
  return out;
}

static inline output example_text(const char *name) {
  output out = {NULL, 0};
  char path[512], bytes[4096];
  snprintf(path, sizeof path, "%s/examples/plans/%s.json", VP_SOURCE_DIR, name);
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  for (size_t length; (length = fread(bytes, 1, sizeof bytes, file)) > 0;)
    output_append(&out, bytes, length);
  fclose(file);
  return out;
}

#endif
