#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/error.h"

static void failing_without_an_error_is_allowed(void **state) {
  (void)state;
  assert_int_equal(vp_fail(NULL, VP_ERROR_RANGE, "%d", 1), VP_ERROR_RANGE);
  assert_int_equal(vp_fail_at(NULL, VP_ERROR_SYNTAX, 1, 2, "x"), VP_ERROR_SYNTAX);
  assert_int_equal(vp_fail_memory(NULL), VP_ERROR_MEMORY);
}

static void an_error_says_what_and_where(void **state) {
  (void)state;
  vp_error error;
  assert_int_equal(vp_fail_at(&error, VP_ERROR_SYNTAX, 3, 14, "no %s here", "comma"),
                   VP_ERROR_SYNTAX);
  assert_int_equal(error.status, VP_ERROR_SYNTAX);
  assert_int_equal(error.line, 3);
  assert_int_equal(error.column, 14);
  assert_string_equal(error.message, "no comma here");

  vp_fail_memory(&error);
  assert_int_equal(error.status, VP_ERROR_MEMORY);
  assert_int_equal(error.line, 0);
  assert_int_equal(error.column, 0);
  assert_string_equal(error.message, "out of memory");
}

/* Å takes two bytes, so that one of the two messages would end inside one. */
static void a_long_message_is_cut_between_characters(void **state) {
  (void)state;
  enum { LONG = 2 * VP_ERROR_MESSAGE_SIZE };
  char text[LONG + 1] = "";
  for (size_t i = 0; i < LONG; i += 2) memcpy(text + i, "\xC3\x85", 2);
  vp_error error;
  vp_fail(&error, VP_ERROR_FORMAT, "%s", text);
  assert_int_equal(strlen(error.message), 254);
  assert_memory_equal(error.message, text, 254);
  vp_fail(&error, VP_ERROR_FORMAT, "a%s", text);
  assert_int_equal(strlen(error.message), 255);
  assert_memory_equal(error.message + 1, text, 254);
}

static void a_message_that_just_fits_stays_whole(void **state) {
  (void)state;
  char text[VP_ERROR_MESSAGE_SIZE];
  memset(text, 'a', sizeof text);
  text[sizeof text - 1] = '\0';
  vp_error error;
  vp_fail(&error, VP_ERROR_FORMAT, "%s", text);
  assert_string_equal(error.message, text);
}

static void every_status_has_a_name(void **state) {
  (void)state;
  assert_string_equal(vp_status_name(VP_OK), "ok");
  assert_string_equal(vp_status_name(VP_ERROR_MEMORY), "memory");
  assert_string_equal(vp_status_name(VP_ERROR_SYNTAX), "syntax");
  for (int i = VP_OK; i <= VP_ERROR_CALLBACK; i++) {
    assert_string_not_equal(vp_status_name((vp_status)i), "unknown");
  }
  assert_string_equal(vp_status_name((vp_status)(VP_ERROR_CALLBACK + 1)), "unknown");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(failing_without_an_error_is_allowed),
      cmocka_unit_test(an_error_says_what_and_where),
      cmocka_unit_test(a_long_message_is_cut_between_characters),
      cmocka_unit_test(a_message_that_just_fits_stays_whole),
      cmocka_unit_test(every_status_has_a_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
