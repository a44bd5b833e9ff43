#include <vp/language.h>

#include <stdio.h>
#include <string.h>

#define NO_BREAK_SPACE "\xC2\xA0"
#define MINUS "\xE2\x88\x92"

bool vp_language_parse(vp_language *out, const char *text) {
  bool is_swedish = strcmp(text, "sv") == 0;
  if (!is_swedish && strcmp(text, "en") != 0) return false;
  *out = is_swedish ? VP_LANGUAGE_SV : VP_LANGUAGE_EN;
  return true;
}

static char *put(char *at, const char *text) {
  size_t length = strlen(text);
  memcpy(at, text, length + 1);
  return at + length;
}

/* The digits of the whole part in groups of three, then the rest behind the point. */
static char *put_digits(char *at, const char *plain, vp_language language) {
  const char *group = language == VP_LANGUAGE_SV ? NO_BREAK_SPACE : ",";
  size_t whole = strcspn(plain, ".");
  for (size_t i = 0; i < whole; i++) {
    if (i > 0 && (whole - i) % 3 == 0) at = put(at, group);
    *at++ = plain[i];
  }
  *at = '\0';
  if (plain[whole] == '\0') return at;
  at = put(at, language == VP_LANGUAGE_SV ? "," : ".");
  return put(at, plain + whole + 1);
}

static char *put_number(char *at, vp_decimal number, vp_language language, int flags) {
  char plain[VP_DECIMAL_TEXT_SIZE];
  vp_decimal_format(plain, sizeof plain, vp_decimal_absolute(number));
  int sign = vp_decimal_sign(number);
  if (sign < 0) at = put(at, language == VP_LANGUAGE_SV ? MINUS : "-");
  if (sign > 0 && (flags & VP_FORMAT_SIGNED) != 0) at = put(at, "+");
  return put_digits(at, plain, language);
}

static char *put_unit(char *at, vp_unit unit, vp_language language) {
  const char *symbol = vp_unit_symbol(unit);
  bool tight = unit == VP_UNIT_PERCENT && language == VP_LANGUAGE_EN;
  if (*symbol != '\0' && !tight) at = put(at, NO_BREAK_SPACE);
  return put(at, symbol);
}

size_t vp_number_format(char *buffer, size_t size, vp_decimal number, vp_unit unit,
                        vp_language language, int flags) {
  char text[VP_NUMBER_TEXT_SIZE];
  put_unit(put_number(text, number, language, flags), unit, language);
  return (size_t)snprintf(buffer, size, "%s", text);
}

size_t vp_interval_format(char *buffer, size_t size, vp_interval interval, vp_unit unit,
                          vp_language language) {
  char text[2 * VP_NUMBER_TEXT_SIZE];
  char *at = put(text, interval.low.open || interval.low.unbounded ? "(" : "[");
  if (interval.low.unbounded)
    at = put(at, language == VP_LANGUAGE_SV ? MINUS "\xE2\x88\x9E" : "-\xE2\x88\x9E");
  else
    at = put_number(at, interval.low.value, language, 0);
  at = put(at, language == VP_LANGUAGE_SV ? "; " : ", ");
  if (interval.high.unbounded)
    at = put(at, "\xE2\x88\x9E");
  else
    at = put_number(at, interval.high.value, language, 0);
  at = put(at, interval.high.open || interval.high.unbounded ? ")" : "]");
  put_unit(at, unit, language);
  return (size_t)snprintf(buffer, size, "%s", text);
}
