#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/utf8.h"

static size_t encode(char *out, uint32_t code) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  for (size_t i = length - 1; i > 0; i--) {
    out[i] = (char)(0x80 | (code & 0x3F));
    code >>= 6;
  }
  out[0] = (char)((0xF00u >> length & 0xFFu) | code);
  return length;
}

static void every_code_point_and_no_surrogate(void **state) {
  (void)state;
  for (uint32_t code = 0; code <= 0x110000; code += code < 0x3000 ? 1 : 13) {
    char bytes[4];
    size_t length = encode(bytes, code);
    int is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (is_surrogate || code > 0x10FFFF) {
      assert_int_equal(vp_utf8_sequence(bytes, length), 0);
      continue;
    }
    assert_int_equal(vp_utf8_sequence(bytes, length), length);
    assert_int_equal(vp_utf8_sequence(bytes, length - 1), 0);
    assert_int_equal(vp_utf8_decode(bytes, length), code);
    assert_int_equal(vp_utf8_count(bytes, length), 1);
  }
}

static void ends_of_the_ranges(void **state) {
  (void)state;
  assert_int_equal(vp_utf8_sequence("\xED\x9F\xBF", 3), 3);
  assert_int_equal(vp_utf8_sequence("\xEE\x80\x80", 3), 3);
  assert_int_equal(vp_utf8_sequence("\xF4\x8F\xBF\xBF", 4), 4);
}

static void ill_formed_bytes_are_no_sequence(void **state) {
  (void)state;
  static const char *const bad[] = {
      "\x80",         "\xBF",         "\xC0\x80",         "\xC1\xBF",         "\xE0\x80\x80",
      "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF",     "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF",
      "\xF5\x80\x80", "\xFF",         "\xF4\x90\x80\x80", "\xC3\x41",         "\xE2\x82\x41",
      "\xC3\xC3",     "\xE2\x28\xA1", "\xF0\x9F\x98\x41",
  };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    assert_int_equal(vp_utf8_sequence(bad[i], strlen(bad[i])), 0);
  }
  assert_int_equal(vp_utf8_sequence("", 0), 0);
}

static void count_is_in_characters(void **state) {
  (void)state;
  assert_int_equal(vp_utf8_count("", 0), 0);
  assert_int_equal(vp_utf8_count("åäö − €", strlen("åäö − €")), 7);
}

static void what_is_no_character_is_taken_byte_by_byte(void **state) {
  (void)state;
  uint32_t code;
  assert_int_equal(vp_utf8_take(&code, "\xC3\xA5x", 3), 2);
  assert_int_equal(code, 0xE5);
  assert_int_equal(vp_utf8_take(&code, "\xE5x", 2), 1);
  assert_int_equal(code, 0xFFFD);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_code_point_and_no_surrogate),
      cmocka_unit_test(ends_of_the_ranges),
      cmocka_unit_test(ill_formed_bytes_are_no_sequence),
      cmocka_unit_test(count_is_in_characters),
      cmocka_unit_test(what_is_no_character_is_taken_byte_by_byte),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
