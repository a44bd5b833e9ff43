#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "track/compare.h"

enum {
  UNKNOWN = VP_COMPARISON_UNKNOWN,
  LOWER = VP_COMPARISON_LOWER,
  SAME = VP_COMPARISON_SAME,
  HIGHER = VP_COMPARISON_HIGHER
};

static vp_quantity read(const char *text, vp_unit unit) {
  return vp_quantity_complete(vp_quantity_parse(text), unit, -1, VP_ROUNDING_ROUNDED);
}

static void numbers_compare_by_what_their_digits_can_tell(void **state) {
  (void)state;
  static const struct {
    const char *a, *b;
    vp_unit unit;
    int wanted;
  } cases[] = {
      {"77", "80", VP_UNIT_INDEX, LOWER},
      {"92 %", "91 %", VP_UNIT_PERCENT, HIGHER},
      {"14,3 %", "14 %", VP_UNIT_PERCENT, SAME},
      {"14,5 %", "14 %", VP_UNIT_PERCENT, SAME},
      {"14,55 %", "14 %", VP_UNIT_PERCENT, HIGHER},
      {"10", "10", VP_UNIT_COUNT, SAME},
      {"11", "10", VP_UNIT_COUNT, HIGHER},
      {"12", "cirka 10", VP_UNIT_COUNT, SAME},
      {"16", "cirka 10", VP_UNIT_COUNT, HIGHER},
      {"drygt 10", "10", VP_UNIT_COUNT, HIGHER},
      {"10", "drygt 10", VP_UNIT_COUNT, LOWER},
      {"knappt 10", "10", VP_UNIT_COUNT, LOWER},
      {"över 10", "11", VP_UNIT_COUNT, SAME},
      {"minst 10", "9", VP_UNIT_COUNT, HIGHER},
      {"2 150 tkr", "2,15 mnkr", VP_UNIT_KR, SAME},
      {"2 100 tkr", "2,2 mnkr", VP_UNIT_KR, LOWER},
      {"5 procentenheter", "4 %", VP_UNIT_NONE, HIGHER},
      {"95", "94 %", VP_UNIT_NONE, HIGHER},
      {"95", "94 mnkr", VP_UNIT_NONE, UNKNOWN},
      {"14 %", "12", VP_UNIT_COUNT, UNKNOWN},
      {"-2", "-3", VP_UNIT_INDEX, HIGHER},
      {"ja", "12", VP_UNIT_COUNT, UNKNOWN},
      {"?", "12", VP_UNIT_COUNT, UNKNOWN},
      {"ja", "Ja", VP_UNIT_NONE, SAME},
      {"ja", "nej", VP_UNIT_NONE, UNKNOWN},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_quantity a = read(cases[i].a, cases[i].unit), b = read(cases[i].b, cases[i].unit);
    int found = (int)vp_quantity_compare(a, b);
    if (found != cases[i].wanted)
      fail_msg("%s against %s: %d, not %d", cases[i].a, cases[i].b, found, cases[i].wanted);
    static const int turned[] = {
        [UNKNOWN] = UNKNOWN, [LOWER] = HIGHER, [SAME] = SAME, [HIGHER] = LOWER};
    assert_int_equal(vp_quantity_compare(b, a), turned[found]);
  }
}

static void what_does_not_fit_does_not_compare(void **state) {
  (void)state;
  const vp_quantity big = vp_quantity_parse("cirka 9 223 372 036 854 775 807");
  const vp_quantity small = vp_quantity_parse("1");
  assert_int_equal(vp_quantity_compare(big, small), VP_COMPARISON_UNKNOWN);
  assert_int_equal(vp_quantity_compare(small, big), VP_COMPARISON_UNKNOWN);
}

static void what_is_comparable(void **state) {
  (void)state;
  static const struct {
    const char *a, *b;
    bool wanted;
  } cases[] = {
      {"1", "2", true},       {"1 kr", "2 mnkr", true}, {"1 kr", "2 %", false},
      {"ja", "nej", true},    {"ja", "1", false},       {"", "", false},
      {"1 st", "2 år", true}, {"1 st", "2 kr", false},  {"1", "2 st", true},
      {"1 mnkr", "2", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_int_equal(
        vp_quantity_is_comparable(vp_quantity_parse(cases[i].a), vp_quantity_parse(cases[i].b)),
        cases[i].wanted);
}

static vp_interval stated(const char *text) {
  vp_interval interval = vp_interval_everything();
  assert_int_equal(vp_quantity_stated(&interval, vp_quantity_parse(text)), VP_OK);
  return interval;
}

static void an_interval_lies_in_a_range_wholly_partly_or_not(void **state) {
  (void)state;
  static const struct {
    const char *interval, *range;
    int wanted;
  } cases[] = {
      {"81", "minst 81", VP_ANSWER_YES},
      {"80", "minst 81", VP_ANSWER_NO},
      {"81", "över 81", VP_ANSWER_NO},
      {"drygt 81", "över 81", VP_ANSWER_YES},
      {"cirka 81", "minst 81", VP_ANSWER_UNKNOWN},
      {"cirka 81", "minst 80", VP_ANSWER_YES},
      {"över 81", "minst 80", VP_ANSWER_YES},
      {"över 81", "högst 90", VP_ANSWER_UNKNOWN},
      {"under 81", "högst 81", VP_ANSWER_YES},
      {"minst 81", "under 81", VP_ANSWER_NO},
      {"högst 81", "under 81", VP_ANSWER_UNKNOWN},
      {"10", "cirka 10", VP_ANSWER_YES},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    int found = (int)vp_interval_lies_in(stated(cases[i].interval), stated(cases[i].range));
    if (found != cases[i].wanted)
      fail_msg("%s in %s: %d", cases[i].interval, cases[i].range, found);
  }
  assert_int_equal(vp_interval_lies_in(vp_interval_everything(), vp_interval_everything()),
                   VP_ANSWER_YES);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_compare_by_what_their_digits_can_tell),
      cmocka_unit_test(what_does_not_fit_does_not_compare),
      cmocka_unit_test(what_is_comparable),
      cmocka_unit_test(an_interval_lies_in_a_range_wholly_partly_or_not),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
