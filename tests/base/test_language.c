#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include <vp/language.h>

/* No-break spaces would be hard to see in the tables. */
static void with_plain_spaces(char *text) {
  char *to = text;
  for (const char *from = text; *from != '\0'; from++) {
    bool is_no_break = memcmp(from, "\xC2\xA0", 2) == 0;
    from += is_no_break;
    *to++ = is_no_break ? ' ' : *from;
  }
  *to = '\0';
}

static void a_language_has_two_letters(void **state) {
  (void)state;
  vp_language language = VP_LANGUAGE_SV;
  assert_true(vp_language_parse(&language, "en"));
  assert_int_equal(language, VP_LANGUAGE_EN);
  assert_false(vp_language_parse(&language, "swe"));
  assert_false(vp_language_parse(&language, ""));
  assert_int_equal(language, VP_LANGUAGE_EN);
  assert_true(vp_language_parse(&language, "sv"));
  assert_int_equal(language, VP_LANGUAGE_SV);
}

static void a_number_is_written_as_its_language_does(void **state) {
  (void)state;
  static const struct {
    vp_decimal number;
    vp_unit unit;
    int flags;
    const char *swedish, *english;
  } cases[] = {
      {{0, 0}, VP_UNIT_NONE, VP_FORMAT_SIGNED, "0", "0"},
      {{999, 0}, VP_UNIT_COUNT, 0, "999", "999"},
      {{1000, 0}, VP_UNIT_INDEX, 0, "1 000", "1,000"},
      {{19495, -1}, VP_UNIT_MNKR, 0, "1 949,5 mnkr", "1,949.5 mnkr"},
      {{-1, -1}, VP_UNIT_PERCENT, 0, "−0,1 %", "-0.1%"},
      {{15, -1},
       VP_UNIT_PERCENTAGE_POINT,
       VP_FORMAT_SIGNED,
       "+1,5 procentenheter",
       "+1.5 procentenheter"},
      {{-2, 3}, VP_UNIT_TKR, VP_FORMAT_SIGNED, "−2 000 tkr", "-2,000 tkr"},
      {{1234567, -6}, VP_UNIT_MDKR, 0, "1,234567 mdkr", "1.234567 mdkr"},
      {{5, 0}, VP_UNIT_OTHER, 0, "5", "5"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char text[VP_NUMBER_TEXT_SIZE];
    vp_number_format(text, sizeof text, cases[i].number, cases[i].unit, VP_LANGUAGE_SV,
                     cases[i].flags);
    with_plain_spaces(text);
    assert_string_equal(text, cases[i].swedish);
    vp_number_format(text, sizeof text, cases[i].number, cases[i].unit, VP_LANGUAGE_EN,
                     cases[i].flags);
    with_plain_spaces(text);
    assert_string_equal(text, cases[i].english);
  }
}

static void an_interval_shows_which_ends_belong_to_it(void **state) {
  (void)state;
  const vp_bound from = {.value = {23115, -2}}, to = {.value = {23125, -2}, .open = true};
  const vp_bound none = {.unbounded = true};
  const struct {
    vp_interval interval;
    const char *swedish, *english;
  } cases[] = {
      {{from, to}, "[231,15; 231,25) mnkr", "[231.15, 231.25) mnkr"},
      {{to, from}, "(231,25; 231,15] mnkr", "(231.25, 231.15] mnkr"},
      {{none, from}, "(−∞; 231,15] mnkr", "(-∞, 231.15] mnkr"},
      {{from, none}, "[231,15; ∞) mnkr", "[231.15, ∞) mnkr"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char text[2 * VP_NUMBER_TEXT_SIZE];
    vp_interval_format(text, sizeof text, cases[i].interval, VP_UNIT_MNKR, VP_LANGUAGE_SV);
    with_plain_spaces(text);
    assert_string_equal(text, cases[i].swedish);
    vp_interval_format(text, sizeof text, cases[i].interval, VP_UNIT_MNKR, VP_LANGUAGE_EN);
    with_plain_spaces(text);
    assert_string_equal(text, cases[i].english);
  }
}

static void a_text_that_is_too_long_is_cut_and_its_length_told(void **state) {
  (void)state;
  const vp_decimal widest = {-INT64_MAX, VP_DECIMAL_MAX_EXPONENT};
  const vp_decimal finest = {-INT64_MAX, -VP_DECIMAL_MAX_EXPONENT};
  char text[8], whole[VP_NUMBER_TEXT_SIZE];
  assert_int_equal(vp_number_format(text, sizeof text, widest, VP_UNIT_KR, VP_LANGUAGE_EN, 0),
                   strlen("-9,223,372,036,854,775,807,000,000,000,000,000,000,000,000,000,000,000,"
                          "000\xC2\xA0kr"));
  assert_string_equal(text, "-9,223,");
  size_t length =
      vp_number_format(whole, sizeof whole, widest, VP_UNIT_PERCENTAGE_POINT, VP_LANGUAGE_SV, 0);
  assert_int_equal(length, strlen(whole));
  length =
      vp_number_format(whole, sizeof whole, finest, VP_UNIT_PERCENTAGE_POINT, VP_LANGUAGE_SV, 0);
  assert_int_equal(length, strlen(whole));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_language_has_two_letters),
      cmocka_unit_test(a_number_is_written_as_its_language_does),
      cmocka_unit_test(an_interval_shows_which_ends_belong_to_it),
      cmocka_unit_test(a_text_that_is_too_long_is_cut_and_its_length_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
