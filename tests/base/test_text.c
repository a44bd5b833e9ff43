#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/text.h"

static void words_match_in_any_case(void **state) {
  (void)state;
  assert_true(vp_text_is("CIRKA", 5, "cirka"));
  assert_true(vp_text_is("ÖVER", strlen("ÖVER"), "över"));
  assert_true(vp_text_is("mÅnDaG", strlen("mÅnDaG"), "måndag"));
  assert_true(vp_text_is("mer  än", strlen("mer  än"), "mer än"));
  assert_true(vp_text_is("MER\xC2\xA0ÄN", strlen("MER\xC2\xA0ÄN"), "mer än"));
  assert_false(vp_text_is("", 0, "ja"));
  assert_false(vp_text_is("j", 1, "ja"));
  assert_false(vp_text_is("jaa", 3, "ja"));
  assert_false(vp_text_is("ä", 2, "å"));
  assert_false(vp_text_is("\xC3\x97", 2, "\xC3\xB7")); /* × is no capital ÷ */
  assert_false(vp_text_is("\xC3Z", 2, "\xC3z"));
}

static void match_says_how_far(void **state) {
  (void)state;
  assert_int_equal(vp_text_match("Cirka  10", 9, "cirka "), 7);
  assert_int_equal(vp_text_match("cirka10", 7, "cirka "), 0);
  assert_int_equal(vp_text_match("cirka", 5, "cirka "), 0);
}

static void trim_takes_every_kind_of_white_space(void **state) {
  (void)state;
  const char *text = "\t\xC2\xA0 a b\xE2\x80\xAF\xE2\x80\x89\r\n";
  size_t length = vp_text_trim(&text, strlen(text));
  assert_int_equal(length, 3);
  assert_memory_equal(text, "a b", 3);
  text = " \n ";
  assert_int_equal(vp_text_trim(&text, 3), 0);
  text = "à"; /* its last byte is that of a no-break space */
  assert_int_equal(vp_text_trim(&text, 2), 2);
}

static void letters(void **state) {
  (void)state;
  assert_true(vp_text_is_letter("g", 1));
  assert_true(vp_text_is_letter("Å", 2));
  assert_true(vp_text_is_letter("Z", 1));
  assert_true(vp_text_is_letter("ÿ", 2));
  assert_false(vp_text_is_letter("", 0));
  assert_false(vp_text_is_letter("4", 1));
  assert_false(vp_text_is_letter("×", 2));
  assert_false(vp_text_is_letter("÷", 2));
  assert_false(vp_text_is_letter("−", 3));
  assert_false(vp_text_is_letter("Å", 1));
  assert_false(vp_text_is_letter("\xC3z", 2));
  assert_false(vp_text_is_letter("[", 1));
  assert_false(vp_text_is_letter("{", 1));
}

static void how_far_texts_are_alike(void **state) {
  (void)state;
  assert_int_equal(vp_text_alike("timme", 5, "Timmar", 6), 4);
  assert_int_equal(vp_text_alike("ÅTGÄRD", 8, "åtgärd", 8), 8);
  assert_int_equal(vp_text_alike("kWh", 3, "m2", 2), 0);
  assert_int_equal(vp_text_alike("m2", 1, "m3", 1), 1);
  assert_int_equal(vp_text_alike("", 0, "m3", 2), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_match_in_any_case),
      cmocka_unit_test(match_says_how_far),
      cmocka_unit_test(trim_takes_every_kind_of_white_space),
      cmocka_unit_test(letters),
      cmocka_unit_test(how_far_texts_are_alike),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
