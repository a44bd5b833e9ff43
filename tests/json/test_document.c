#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "json/document.h"

typedef struct fixture {
  vp_context *context;
  vp_arena arena;
  vp_document document;
} fixture;

static int set_up(void **state) {
  fixture *f = test_calloc(1, sizeof *f);
  assert_int_equal(vp_context_new(&f->context, NULL, NULL), VP_OK);
  vp_arena_init(&f->arena, f->context);
  *state = f;
  return 0;
}

static int tear_down(void **state) {
  fixture *f = *state;
  vp_arena_free(&f->arena);
  vp_context_free(f->context);
  test_free(f);
  return 0;
}

static void scan(fixture *f, const char *text) {
  assert_int_equal(vp_document_scan(&f->document, &f->arena, text, strlen(text), NULL), VP_OK);
}

static void check_position(const fixture *f, size_t offset, uint32_t line, uint32_t column) {
  uint32_t found_line;
  uint32_t found_column;
  vp_document_position(&f->document, offset, &found_line, &found_column);
  assert_int_equal(found_line, line);
  assert_int_equal(found_column, column);
}

static void check_line(const fixture *f, uint32_t line, const char *wanted) {
  size_t length;
  const char *text = vp_document_line(&f->document, line, &length);
  assert_int_equal(length, strlen(wanted));
  assert_memory_equal(text, wanted, length);
}

static void columns_count_characters(void **state) {
  fixture *f = *state;
  scan(f, "[\"\xC3\xA5\xE2\x82\xAC\xF0\x9F\x98\x80\",\n 1]\n");
  check_position(f, 0, 1, 1);
  check_position(f, 2, 1, 3);
  check_position(f, 4, 1, 4);
  check_position(f, 7, 1, 5);
  check_position(f, 11, 1, 6);
  check_position(f, 13, 1, 8);
  check_position(f, 14, 2, 1);
  check_position(f, 15, 2, 2);
  check_position(f, 18, 3, 1);
}

static void lines_end_in_lf_or_crlf(void **state) {
  fixture *f = *state;
  scan(f, "\r\n[1,\n\n2\r\r\n]");
  assert_int_equal(f->document.line_count, 5);
  check_line(f, 1, "");
  check_line(f, 2, "[1,");
  check_line(f, 3, "");
  check_line(f, 4, "2\r");
  check_line(f, 5, "]");
}

static void a_final_line_feed_begins_an_empty_line(void **state) {
  fixture *f = *state;
  scan(f, "[]\n");
  assert_int_equal(f->document.line_count, 2);
  check_line(f, 1, "[]");
  check_line(f, 2, "");
}

static void every_offset_has_the_place_that_counting_gives(void **state) {
  fixture *f = *state;
  const char *text = "{\"m\xC3\xA5l\":\r\n\n[\"\xE2\x82\xAC\",\n\n\n1,\t2]\n}\n";
  scan(f, text);
  uint32_t line = 1;
  uint32_t column = 1;
  for (size_t offset = 0; offset <= strlen(text); offset++) {
    if (((unsigned char)text[offset] & 0xC0) == 0x80) continue;
    check_position(f, offset, line, column);
    column = text[offset] == '\n' ? 1 : column + 1;
    line += text[offset] == '\n';
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(columns_count_characters, set_up, tear_down),
      cmocka_unit_test_setup_teardown(lines_end_in_lf_or_crlf, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_final_line_feed_begins_an_empty_line, set_up, tear_down),
      cmocka_unit_test_setup_teardown(every_offset_has_the_place_that_counting_gives, set_up,
                                      tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
