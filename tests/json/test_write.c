#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../base/allocator.h"
#include "base/utf8.h"
#include "generator.h"

static const char *const examples[] = {"bollebygd-socialnamnden-2026",
                                       "bollebygd-socialnamnden-2026-scan", "programme-risks-5x5"};

enum { EXAMPLES = sizeof examples / sizeof *examples };

/* Takes the white space between values away. */
static void squeeze(char *json) {
  char *to = json;
  bool in_string = false;
  for (const char *at = json; *at != '\0'; at++) {
    bool is_space = *at == ' ' || *at == '\n' || *at == '\r' || *at == '\t';
    if (!in_string && is_space) continue;
    if (*at == '"') in_string = !in_string;
    *to++ = *at;
    if (in_string && *at == '\\') *to++ = *++at;
  }
  *to = '\0';
}

static void check_nothing_is_lost(const char *json) {
  vp_plan *plan = plan_from(json);
  output written = plan_text(plan);
  vp_plan *again = plan_from(written.bytes);
  output rewritten = plan_text(again);
  assert_string_equal(rewritten.bytes, written.bytes);

  output before = {NULL, 0};
  output_put(&before, json);
  squeeze(before.bytes);
  squeeze(written.bytes);
  assert_string_equal(written.bytes, before.bytes);
  free(before.bytes);
  free(written.bytes);
  free(rewritten.bytes);
  vp_plan_free(plan);
  vp_plan_free(again);
}

static void every_field_of_every_kind_comes_back(void **state) {
  (void)state;
  char *json = generate_plan();
  check_nothing_is_lost(json);
  free(json);
}

static void the_examples_come_back(void **state) {
  (void)state;
  for (size_t i = 0; i < EXAMPLES; i++) {
    output json = example_text(examples[i]);
    check_nothing_is_lost(json.bytes);
    free(json.bytes);
  }
}

static bool texts_equal(const char *a, const char *b) {
  return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void check_same_quantity(vp_quantity a, vp_quantity b) {
  assert_int_equal(a.state, b.state);
  assert_true(texts_equal(a.text, b.text));
  assert_int_equal(a.bare, b.bare);
  assert_int_equal(a.qualifier, b.qualifier);
  assert_int_equal(a.unit, b.unit);
  assert_int_equal(vp_decimal_compare(a.value, b.value), 0);
  assert_int_equal(a.value.exponent, b.value.exponent);
}

static void check_same(const vp_element *a, const vp_element *b) {
  assert_ptr_equal(a->shape, b->shape);
  assert_true(texts_equal(a->id, b->id));
  assert_int_equal(a->index, b->index);
  const vp_extra *extra = b->extras;
  for (const vp_extra *own = a->extras; own != NULL; own = own->next, extra = extra->next) {
    assert_non_null(extra);
    assert_string_equal(own->key, extra->key);
    assert_string_equal(own->json, extra->json);
  }
  assert_null(extra);
  for (size_t f = 0; f < a->shape->field_count; f++) {
    const vp_field *field = &a->shape->fields[f];
    size_t count = vp_element_items(a, field);
    assert_int_equal(vp_element_has(a, field), vp_element_has(b, field));
    assert_int_equal(vp_element_items(b, field), count);
    for (size_t i = 0; i < count; i++) {
      assert_true(
          texts_equal(vp_element_field_text(a, field, i), vp_element_field_text(b, field, i)));
      check_same_quantity(vp_element_quantity(a, field->key, i),
                          vp_element_quantity(b, field->key, i));
      const vp_element *child = vp_element_field_child(a, field, i);
      if (child != NULL) check_same(child, vp_element_field_child(b, field, i));
    }
    assert_int_equal(vp_element_flag(a, field->key), vp_element_flag(b, field->key));
    int32_t from_a = -1, from_b = -1;
    assert_int_equal(vp_element_integer(&from_a, a, field->key),
                     vp_element_integer(&from_b, b, field->key));
    assert_int_equal(from_a, from_b);
  }
}

static void the_plan_is_the_same_field_by_field(void **state) {
  (void)state;
  char *json = generate_plan();
  vp_plan *plan = plan_from(json);
  output written = plan_text(plan);
  vp_plan *again = plan_from(written.bytes);
  check_same(vp_plan_root(plan), vp_plan_root(again));
  vp_plan_free(plan);
  vp_plan_free(again);
  free(written.bytes);
  free(json);
}

/* Only what cannot be divided, a member with a text or a value of the plan's own, may be longer. */
static void check_line_widths(const char *json) {
  while (*json != '\0') {
    size_t length = strcspn(json, "\n");
    if (vp_utf8_count(json, length) > 100) {
      const char *at = json + strspn(json, " ");
      bool is_own = strncmp(at, "\"x-", 3) == 0;
      bool in_string = false;
      for (; at < json + length && !is_own; at++) {
        if (*at == '"') in_string = !in_string;
        if (in_string && *at == '\\') at++;
        if (!in_string && strchr("{[", *at) != NULL) fail_msg("%.*s", (int)length, json);
      }
    }
    json += length + (json[length] == '\n');
  }
}

static void lines_are_short_where_possible(void **state) {
  (void)state;
  char *json = generate_plan();
  vp_plan *plan = plan_from(json);
  output written = plan_text(plan);
  check_line_widths(written.bytes);
  free(written.bytes);
  free(json);
  vp_plan_free(plan);
  for (size_t i = 0; i < EXAMPLES; i++) {
    output example = example_text(examples[i]);
    plan = plan_from(example.bytes);
    written = plan_text(plan);
    check_line_widths(written.bytes);
    free(written.bytes);
    free(example.bytes);
    vp_plan_free(plan);
  }
}

static void the_canonical_form(void **state) {
  (void)state;
  vp_plan *plan = plan_from(
      "{\"x-note\":[1,\n  2],\"budget\":{\"tables\":[{\"total\":[ 3 ],\"rows\":[{\"id\":\"r\","
      "\"values\":[\"111 111 111,1\",\"111 111 111,2\",\"111 111 111,3\",\"111 111 111,4\","
      "\"111 111 111,5\",\"111 111 111,6\"],\"label\":\"R\"}],\"columns\":[{\"id\":\"a\"},\"b\"],"
      "\"id\":\"t\"}]},\"period\":\"2026\",\"risks\":[],\"title\":\"\\u00e5\\/\\u000b\","
      "\"id\":\"p\",\"format\":\"vp-plan/1\",\"organisation\":{\"municipality\":\"B\"}}");
  output written = plan_text(plan);
  assert_string_equal(written.bytes, "{\n"
                                     "  \"format\": \"vp-plan/1\",\n"
                                     "  \"id\": \"p\",\n"
                                     "  \"title\": \"\xC3\xA5/\\u000b\",\n"
                                     "  \"organisation\": { \"municipality\": \"B\" },\n"
                                     "  \"period\": \"2026\",\n"
                                     "  \"budget\": {\n"
                                     "    \"tables\": [\n"
                                     "      {\n"
                                     "        \"id\": \"t\",\n"
                                     "        \"columns\": [ \"a\", \"b\" ],\n"
                                     "        \"rows\": [\n"
                                     "          {\n"
                                     "            \"id\": \"r\",\n"
                                     "            \"label\": \"R\",\n"
                                     "            \"values\": [\n"
                                     "              \"111 111 111,1\",\n"
                                     "              \"111 111 111,2\",\n"
                                     "              \"111 111 111,3\",\n"
                                     "              \"111 111 111,4\",\n"
                                     "              \"111 111 111,5\",\n"
                                     "              \"111 111 111,6\"\n"
                                     "            ]\n"
                                     "          }\n"
                                     "        ],\n"
                                     "        \"total\": [3]\n"
                                     "      }\n"
                                     "    ]\n"
                                     "  },\n"
                                     "  \"risks\": [],\n"
                                     "  \"x-note\": [1,\n"
                                     "  2]\n"
                                     "}\n");
  free(written.bytes);
  vp_plan_free(plan);
}

/* A line of exactly 100 characters is not divided; one more is. */
static void a_line_holds_a_hundred_characters(void **state) {
  (void)state;
  for (int length = 60; length < 75; length++) {
    output json = {NULL, 0};
    output_put(&json, "\"risks\":[{\"id\":\"r\",\"title\":\"");
    for (int i = 0; i < length; i++) output_put(&json, "\xC3\xA5");
    output_put(&json, "\"},{\"id\":\"s\",\"title\":\"\"}]");
    vp_plan *plan = plan_with(json.bytes);
    output written = plan_text(plan);
    /* four spaces, then { "id": "r", "title": "…" }, */
    bool fits = 4 + 26 + length + 1 <= 100;
    assert_int_equal(strstr(written.bytes, "    { \"id\": \"r\", \"title\"") != NULL, fits);
    free(json.bytes);
    free(written.bytes);
    vp_plan_free(plan);
  }
}

static int refuse_after(void *user, const char *bytes, size_t length) {
  int *pieces = user;
  (void)bytes;
  (void)length;
  return (*pieces)-- == 0;
}

static void a_sink_may_refuse(void **state) {
  (void)state;
  output json = {NULL, 0};
  output_put(&json, "\"risks\":[{\"id\":\"r\",\"title\":\"R\"}");
  for (int i = 0; i < 5000; i++) output_put(&json, ",{\"id\":\"a\",\"title\":\"Risk A\"}");
  output_put(&json, "]");
  vp_plan *plan = plan_with(json.bytes);
  int refusals = 0;
  for (;; refusals++) {
    int pieces = refusals;
    vp_error error;
    const vp_sink sink = {refuse_after, &pieces};
    if (vp_plan_write(plan, &sink, &error) == VP_OK) break;
    assert_int_equal(error.status, VP_ERROR_WRITE);
    assert_string_equal(error.message, "the output could not be written");
    assert_int_equal(pieces, -1); /* not called again */
  }
  assert_true(refusals > 1); /* a large plan is written in pieces */
  vp_plan_free(plan);
  free(json.bytes);
}

static int ignore(void *user, const char *bytes, size_t length) {
  (void)user;
  (void)bytes;
  (void)length;
  return 0;
}

static void memory_that_runs_out_leaves_nothing_behind(void **state) {
  (void)state;
  char *json = generate_plan();
  counting_allocator counter = {.calls = 1000000};
  const vp_allocator allocator = counting(&counter);
  vp_context *context;
  vp_plan *plan;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  assert_int_equal(vp_plan_read(&plan, context, json, strlen(json), NULL), VP_OK);
  int live = counter.live;
  const vp_sink sink = {ignore, NULL};
  vp_status status = VP_ERROR_MEMORY;
  for (int n = 0; status != VP_OK; n++) {
    counter.calls = n;
    status = vp_plan_write(plan, &sink, NULL);
    assert_true(status == VP_OK || status == VP_ERROR_MEMORY);
    assert_int_equal(counter.live, live);
  }
  vp_plan_free(plan);
  vp_context_free(context);
  free(json);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_field_of_every_kind_comes_back),
      cmocka_unit_test(the_examples_come_back),
      cmocka_unit_test(the_plan_is_the_same_field_by_field),
      cmocka_unit_test(lines_are_short_where_possible),
      cmocka_unit_test(the_canonical_form),
      cmocka_unit_test(a_line_holds_a_hundred_characters),
      cmocka_unit_test(a_sink_may_refuse),
      cmocka_unit_test(memory_that_runs_out_leaves_nothing_behind),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
