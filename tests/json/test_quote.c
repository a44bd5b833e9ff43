#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../base/allocator.h"
#include "json/quote.h"

static void texts_are_quoted(void **state) {
  (void)state;
  static const struct {
    const char *text, *quoted;
  } cases[] = {
      {"", "\"\""},
      {"plan", "\"plan\""},
      {"a\"b\\c", "\"a\\\"b\\\\c\""},
      {"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
      {"\x01\x1F x", "\"\\u0001\\u001f x\""},
      {"/\x7F", "\"/\x7F\""},
      {"\xC3\xA5\xE2\x80\xA8\xF0\x9F\x98\x80", "\"\xC3\xA5\xE2\x80\xA8\xF0\x9F\x98\x80\""},
      {"\"", "\"\\\"\""},
  };
  vp_buffer out;
  vp_buffer_init(&out, vp_context_or_default(NULL));
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_buffer_clear(&out);
    vp_json_quote(&out, cases[i].text);
    assert_string_equal(out.bytes, cases[i].quoted);
  }
  vp_buffer_free(&out);
}

static void quotes_stand_behind_what_was_there(void **state) {
  (void)state;
  vp_buffer out;
  vp_buffer_init(&out, vp_context_or_default(NULL));
  vp_buffer_put(&out, "[");
  vp_json_quote(&out, "a");
  assert_string_equal(out.bytes, "[\"a\"");
  vp_buffer_free(&out);
}

static void memory_that_runs_out_is_said(void **state) {
  (void)state;
  counting_allocator counter = {.calls = 0};
  const vp_context context = {counting(&counter)};
  vp_buffer out;
  vp_buffer_init(&out, &context);
  vp_json_quote(&out, "a\nb");
  assert_true(out.failed);
  vp_buffer_free(&out);
  assert_int_equal(counter.live, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(texts_are_quoted),
      cmocka_unit_test(quotes_stand_behind_what_was_there),
      cmocka_unit_test(memory_that_runs_out_is_said),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
