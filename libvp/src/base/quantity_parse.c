#include <vp/quantity.h>

#include <string.h>

#include "base/text.h"
#include "base/unit.h"

typedef struct qualifier_word {
  const char *word;
  vp_qualifier qualifier;
} qualifier_word;

static const qualifier_word qualifier_words[] = {
    {"cirka ", VP_QUALIFIER_CIRKA},       {"ca ", VP_QUALIFIER_CIRKA},
    {"ca. ", VP_QUALIFIER_CIRKA},         {"c:a ", VP_QUALIFIER_CIRKA},
    {"omkring ", VP_QUALIFIER_CIRKA},     {"ungefär ", VP_QUALIFIER_CIRKA},
    {"runt ", VP_QUALIFIER_CIRKA},        {"about ", VP_QUALIFIER_CIRKA},
    {"drygt ", VP_QUALIFIER_DRYGT},       {"just over ", VP_QUALIFIER_DRYGT},
    {"knappt ", VP_QUALIFIER_KNAPPT},     {"nästan ", VP_QUALIFIER_KNAPPT},
    {"almost ", VP_QUALIFIER_KNAPPT},     {"just under ", VP_QUALIFIER_KNAPPT},
    {"över ", VP_QUALIFIER_OVER},         {"mer än ", VP_QUALIFIER_OVER},
    {"over ", VP_QUALIFIER_OVER},         {"more than ", VP_QUALIFIER_OVER},
    {"under ", VP_QUALIFIER_UNDER},       {"mindre än ", VP_QUALIFIER_UNDER},
    {"less than ", VP_QUALIFIER_UNDER},   {"minst ", VP_QUALIFIER_AT_LEAST},
    {"at least ", VP_QUALIFIER_AT_LEAST}, {"högst ", VP_QUALIFIER_AT_MOST},
    {"max ", VP_QUALIFIER_AT_MOST},       {"max. ", VP_QUALIFIER_AT_MOST},
    {"at most ", VP_QUALIFIER_AT_MOST},
};

static vp_qualifier take_qualifier(const char **at, const char *end) {
  if (!vp_text_is_letter(*at, (size_t)(end - *at))) return VP_QUALIFIER_NONE;
  for (size_t i = 0; i < sizeof qualifier_words / sizeof *qualifier_words; i++) {
    size_t size = vp_text_match(*at, (size_t)(end - *at), qualifier_words[i].word);
    if (size == 0) continue;
    *at += size;
    return qualifier_words[i].qualifier;
  }
  return VP_QUALIFIER_NONE;
}

/* Whether the number is negative. */
static bool take_sign(const char **at, const char *end) {
  static const char *const signs[] = {"+", "-", "\xE2\x88\x92", "\xE2\x80\x93"};
  if (*at < end && vp_text_is_digit(**at)) return false;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    size_t size = vp_text_match(*at, (size_t)(end - *at), signs[i]);
    *at += size;
    if (size > 0) return i > 0;
  }
  return false;
}

/* False, too, for a digit that does not fit: it is left over, and the text unreadable. */
static bool take_digit(const char **at, const char *end, int64_t *number) {
  if (*at == end || !vp_text_is_digit(**at)) return false;
  int64_t digit = **at - '0';
  if (*number > (INT64_MAX - digit) / 10) return false;
  *number = *number * 10 + digit;
  ++*at;
  return true;
}

/* A space and three digits, no more. */
static bool take_group(const char **at, const char *end, int64_t *number) {
  size_t space = vp_text_blank(*at, (size_t)(end - *at));
  if (space == 0) return false;
  const char *next = *at + space;
  int64_t longer = *number;
  for (int i = 0; i < 3; i++) {
    if (!take_digit(&next, end, &longer)) return false;
  }
  if (next < end && vp_text_is_digit(*next)) return false;
  *at = next;
  *number = longer;
  return true;
}

static bool take_number(const char **at, const char *end, vp_decimal *out) {
  bool negative = take_sign(at, end);
  int64_t coefficient = 0;
  int32_t whole = 0;
  int32_t decimals = 0;
  while (take_digit(at, end, &coefficient)) whole++;
  if (whole == 0) return false;
  if (whole <= 3) {
    while (take_group(at, end, &coefficient)) continue;
  }
  if (*at < end && **at == ',') {
    ++*at;
    while (take_digit(at, end, &coefficient)) decimals++;
    if (decimals == 0 || decimals > VP_DECIMAL_MAX_EXPONENT) return false;
  }
  *out = (vp_decimal){negative ? -coefficient : coefficient, -decimals};
  return true;
}

/* "35 g/portion" and "100 m2" have a unit of their own. "1X" and "1e3" have not, nor "2 XXX",
 * where digits are to come, nor "2 eller 3", which is two numbers. */
static bool is_own_unit(const char *text, const char *end) {
  const char *word = text;
  size_t length = vp_text_trim(&word, (size_t)(end - text));
  if (word == text || !vp_text_is_letter(word, length)) return false;
  if (*word == 'x' || *word == 'X') return false;
  for (size_t i = 1; i < length; i++) {
    if (vp_text_is_digit(word[i]) && !vp_text_is_letter(word + i - 1, 1)) return false;
  }
  return true;
}

static bool read_number(vp_quantity *out, const char *at, const char *end) {
  vp_quantity quantity = {.text = out->text, .state = VP_QUANTITY_NUMBER};
  quantity.qualifier = (uint8_t)take_qualifier(&at, end);
  if (!take_number(&at, end, &quantity.value)) return false;
  vp_unit unit = vp_unit_parse(at, (size_t)(end - at));
  if (unit == VP_UNIT_OTHER && !is_own_unit(at, end)) return false;
  quantity.unit = (uint8_t)unit;
  *out = quantity;
  return true;
}

static vp_quantity_state read_word(const char *text, size_t length) {
  static const char *const yes[] = {"ja", "yes", "true"};
  static const char *const no[] = {"nej", "no", "false"};
  for (size_t i = 0; i < 3; i++) {
    if (vp_text_is(text, length, yes[i])) return VP_QUANTITY_YES;
    if (vp_text_is(text, length, no[i])) return VP_QUANTITY_NO;
  }
  return VP_QUANTITY_UNREADABLE;
}

const char *vp_unit_written(const vp_quantity *quantity) {
  const char *at = quantity->text;
  vp_decimal number;
  if (at == NULL) return NULL;
  size_t length = vp_text_trim(&at, strlen(at));
  const char *end = at + length;
  (void)take_qualifier(&at, end);
  if (!take_number(&at, end, &number)) return NULL;
  return vp_text_trim(&at, (size_t)(end - at)) > 0 ? at : NULL;
}

vp_quantity vp_quantity_parse(const char *text) {
  vp_quantity quantity = {.text = text};
  const char *begin = text;
  size_t length = vp_text_trim(&begin, strlen(text));
  if (!read_number(&quantity, begin, begin + length)) {
    quantity.state = (uint8_t)read_word(begin, length);
  }
  return quantity;
}
