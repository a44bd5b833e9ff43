#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include <vp/quantity.h>

#include "random.h"

static void numbers_as_a_swede_types_them(void **state) {
  (void)state;
  static const struct {
    const char *text;
    vp_decimal value;
    vp_unit unit;
    vp_qualifier qualifier;
  } cases[] = {
      {"231,2", {2312, -1}, VP_UNIT_NONE, VP_QUALIFIER_NONE},
      {"231,20", {23120, -2}, VP_UNIT_NONE, VP_QUALIFIER_NONE},
      {"-2,3", {-23, -1}, VP_UNIT_NONE, VP_QUALIFIER_NONE},
      {"−0,5", {-5, -1}, VP_UNIT_NONE, VP_QUALIFIER_NONE},
      {"–0,5", {-5, -1}, VP_UNIT_NONE, VP_QUALIFIER_NONE},
      {"+1,3", {13, -1}, VP_UNIT_NONE, VP_QUALIFIER_NONE},
      {"1 949 356 kr", {1949356, 0}, VP_UNIT_KR, VP_QUALIFIER_NONE},
      {"1\xC2\xA0"
       "949\xE2\x80\xAF"
       "356\xE2\x80\x89"
       "000,5",
       {19493560005, -1},
       VP_UNIT_NONE,
       VP_QUALIFIER_NONE},
      {"41,39 %", {4139, -2}, VP_UNIT_PERCENT, VP_QUALIFIER_NONE},
      {"41,39%", {4139, -2}, VP_UNIT_PERCENT, VP_QUALIFIER_NONE},
      {"1949356kr", {1949356, 0}, VP_UNIT_KR, VP_QUALIFIER_NONE},
      {"2,3 miljoner kronor", {23, -1}, VP_UNIT_MNKR, VP_QUALIFIER_NONE},
      {"500:-", {500, 0}, VP_UNIT_KR, VP_QUALIFIER_NONE},
      {"35 g/portion", {35, 0}, VP_UNIT_OTHER, VP_QUALIFIER_NONE},
      {"12 årsarbetare", {12, 0}, VP_UNIT_OTHER, VP_QUALIFIER_NONE},
      {"100 m2", {100, 0}, VP_UNIT_OTHER, VP_QUALIFIER_NONE},
      {"\t 7\n", {7, 0}, VP_UNIT_NONE, VP_QUALIFIER_NONE},
      {"007", {7, 0}, VP_UNIT_NONE, VP_QUALIFIER_NONE},
      {"-0,00", {0, -2}, VP_UNIT_NONE, VP_QUALIFIER_NONE},
      {"9 223 372 036 854 775 807", {INT64_MAX, 0}, VP_UNIT_NONE, VP_QUALIFIER_NONE},
      {"cirka 10", {10, 0}, VP_UNIT_NONE, VP_QUALIFIER_CIRKA},
      {"Cirka 10 %", {10, 0}, VP_UNIT_PERCENT, VP_QUALIFIER_CIRKA},
      {"ca 10", {10, 0}, VP_UNIT_NONE, VP_QUALIFIER_CIRKA},
      {"ca. 10", {10, 0}, VP_UNIT_NONE, VP_QUALIFIER_CIRKA},
      {"c:a 10", {10, 0}, VP_UNIT_NONE, VP_QUALIFIER_CIRKA},
      {"omkring 10", {10, 0}, VP_UNIT_NONE, VP_QUALIFIER_CIRKA},
      {"UNGEFÄR 10", {10, 0}, VP_UNIT_NONE, VP_QUALIFIER_CIRKA},
      {"runt\xC2\xA0"
       "10",
       {10, 0},
       VP_UNIT_NONE,
       VP_QUALIFIER_CIRKA},
      {"about -10", {-10, 0}, VP_UNIT_NONE, VP_QUALIFIER_CIRKA},
      {"drygt 2 mnkr", {2, 0}, VP_UNIT_MNKR, VP_QUALIFIER_DRYGT},
      {"just over 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_DRYGT},
      {"knappt 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_KNAPPT},
      {"Nästan 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_KNAPPT},
      {"just under 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_KNAPPT},
      {"almost 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_KNAPPT},
      {"ÖVER 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_OVER},
      {"mer än 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_OVER},
      {"more than 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_OVER},
      {"under 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_UNDER},
      {"Mindre Än 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_UNDER},
      {"less than 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_UNDER},
      {"minst 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_AT_LEAST},
      {"at least 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_AT_LEAST},
      {"HÖGST 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_AT_MOST},
      {"max 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_AT_MOST},
      {"at most 2", {2, 0}, VP_UNIT_NONE, VP_QUALIFIER_AT_MOST},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_quantity quantity = vp_quantity_parse(cases[i].text);
    assert_int_equal(quantity.state, VP_QUANTITY_NUMBER);
    assert_true(quantity.value.coefficient == cases[i].value.coefficient);
    assert_int_equal(quantity.value.exponent, cases[i].value.exponent);
    assert_int_equal(quantity.unit, cases[i].unit);
    assert_int_equal(quantity.qualifier, cases[i].qualifier);
    assert_ptr_equal(quantity.text, cases[i].text);
    assert_false(quantity.bare);
  }
}

static void what_is_no_number_is_kept_as_text(void **state) {
  (void)state;
  static const char *const texts[] = {
      "",
      " ",
      "X",
      "stor",
      "-",
      "+",
      "−",
      ",5",
      "5,",
      "5,-",
      "1.5",
      "1,949,356",
      "1.949.356",
      "2?1,2",
      "1 23",
      "1 2345",
      "12 345 67",
      "1234 567",
      "1  949",
      "1\t949",
      "1,5 5",
      "1,5 500",
      "- 2",
      "--2",
      "2-3",
      "2–3",
      "10 eller 12",
      "10 till-12",
      "5 kr456",
      "5 e-3",
      "5 av 10",
      "2 mnkr 2026",
      "cirka",
      "cirka ",
      "cirka X",
      "cirka10",
      "cirka minst 10",
      "minst",
      "1e3",
      "1X",
      "2 XXX kr",
      "20XX",
      "35g",
      "5 (6)",
      "5 ‰",
      "10 €",
      "% 5",
      "kr 5",
      "ja tack",
      "jaha",
      "9223372036854775808",
      "9 223 372 036 854 775 808",
      "99999999999999999999999",
      "1 000 000 000 000 000 000 000",
      "922337203685477580,8",
      "0,0000000000000000000000000000000000001",
      "1/5",
      "\xC2",
      "5\xE2\x80",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    vp_quantity quantity = vp_quantity_parse(texts[i]);
    assert_int_equal(quantity.state, VP_QUANTITY_UNREADABLE);
    assert_int_equal(quantity.qualifier, VP_QUALIFIER_NONE);
    assert_int_equal(quantity.unit, VP_UNIT_NONE);
    assert_ptr_equal(quantity.text, texts[i]);
  }
}

static void yes_and_no(void **state) {
  (void)state;
  static const char *const yes[] = {"ja", "Ja", " JA ", "yes", "true"};
  static const char *const no[] = {"nej", "NEJ", "no", "No", "false\n"};
  for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
    assert_int_equal(vp_quantity_parse(yes[i]).state, VP_QUANTITY_YES);
    assert_int_equal(vp_quantity_parse(no[i]).state, VP_QUANTITY_NO);
  }
}

/* The magnitude in groups of three with random spaces, a decimal comma and at least one digit
 * before it. */
static void write_grouped(char *out, uint64_t magnitude, int decimals, uint64_t *seed) {
  static const char *const spaces[] = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
  char digits[64];
  int length =
      snprintf(digits, sizeof digits, "%0*llu", decimals + 1, (unsigned long long)magnitude);
  int whole = length - decimals;
  *out = '\0';
  for (int i = 0; i < length; i++) {
    if (i == whole) strcat(out, ",");
    if (i > 0 && i < whole && (whole - i) % 3 == 0) strcat(out, spaces[random_next(seed) % 4]);
    strcat(out, (char[]){digits[i], '\0'});
  }
}

static void what_is_printed_reads_back(void **state) {
  (void)state;
  static const char *const qualifiers[] = {"",      "cirka ", "drygt ", "knappt ",
                                           "över ", "under ", "minst ", "högst "};
  static const char *const minus[] = {"-", "−", "–"};
  static const int64_t limits[] = {9, 99999, 999999999999, INT64_MAX};
  uint64_t seed = 31;
  for (int i = 0; i < 20000; i++) {
    int64_t limit = limits[random_next(&seed) % 4];
    int64_t coefficient = random_between(&seed, -limit, limit);
    int decimals = (int)random_between(&seed, 0, random_next(&seed) % 8 == 0 ? 36 : 3);
    vp_unit unit = (vp_unit)(random_next(&seed) % (VP_UNIT_PERCENTAGE_POINT + 1));
    size_t qualifier = random_next(&seed) % 8;
    char number[128];
    char text[256];
    write_grouped(number, (uint64_t)(coefficient < 0 ? -coefficient : coefficient), decimals,
                  &seed);
    const char *sign = random_next(&seed) % 2 == 0 ? "" : "+";
    if (coefficient < 0) sign = minus[random_next(&seed) % 3];
    snprintf(text, sizeof text, "%s%s%s%s%s", qualifiers[qualifier], sign, number,
             random_next(&seed) % 2 == 0 ? "" : " ", vp_unit_symbol(unit));
    vp_quantity quantity = vp_quantity_parse(text);
    assert_int_equal(quantity.state, VP_QUANTITY_NUMBER);
    assert_true(quantity.value.coefficient == coefficient);
    assert_int_equal(quantity.value.exponent, -decimals);
    assert_int_equal(quantity.unit, unit);
    assert_int_equal(quantity.qualifier, qualifier);
  }
}

/* Whatever the text, a number that is read has all its digits, in order. */
static void no_digit_is_ever_dropped(void **state) {
  (void)state;
  static const char *const pieces[] = {"0", "1", "9",  "23", "456",      " ",   ",", ".",      "-",
                                       "−", "X", "kr", "%",  "\xC2\xA0", "ca ", "e", "cirka ", "?"};
  uint64_t seed = 32;
  int numbers = 0;
  for (int i = 0; i < 50000; i++) {
    char text[64] = "";
    for (int64_t n = random_between(&seed, 1, 8); n > 0; n--) {
      strcat(text, pieces[random_next(&seed) % (sizeof pieces / sizeof *pieces)]);
    }
    vp_quantity quantity = vp_quantity_parse(text);
    if (quantity.state != VP_QUANTITY_NUMBER || quantity.unit == VP_UNIT_OTHER) continue;
    numbers++;
    int64_t expected = 0;
    for (const char *at = text; *at != '\0'; at++) {
      if (*at >= '0' && *at <= '9') expected = expected * 10 + (*at - '0');
    }
    bool negative = strchr(text, '-') != NULL || strstr(text, "−") != NULL;
    assert_true(quantity.value.coefficient == (negative ? -expected : expected));
  }
  assert_in_range(numbers, 1000, 40000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_as_a_swede_types_them),
      cmocka_unit_test(what_is_no_number_is_kept_as_text),
      cmocka_unit_test(yes_and_no),
      cmocka_unit_test(what_is_printed_reads_back),
      cmocka_unit_test(no_digit_is_ever_dropped),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
