#include "restate.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* One character of a JSON string: as it is written, and what it means where that matters here. */
typedef struct character {
  const char *at;
  size_t size;
  uint32_t code;
} character;

enum { MINUS = 0x2212, EN_DASH = 0x2013, MAX_DECIMALS = 18 };

static character read_escaped(const char *at) {
  if (at[1] != 'u') return (character){at, 2, '\\'};
  char digits[5] = "";
  memcpy(digits, at + 2, 4);
  return (character){at, 6, (uint32_t)strtoul(digits, NULL, 16)};
}

static character read_character(const char *at) {
  unsigned char lead = (unsigned char)*at;
  if (lead == '\\') return read_escaped(at);
  if (lead < 0x80) return (character){at, 1, lead};
  if (strncmp(at, "\xE2\x88\x92", 3) == 0) return (character){at, 3, MINUS};
  if (strncmp(at, "\xE2\x80\x93", 3) == 0) return (character){at, 3, EN_DASH};
  return (character){at, lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, lead};
}

static bool is_digit(character c) { return c.code >= '0' && c.code <= '9'; }

static bool is_minus(character c) { return c.code == '-' || c.code == MINUS || c.code == EN_DASH; }

static const char *skip_digits(const char *at, int *count) {
  character c = read_character(at);
  for (*count = 0; is_digit(c); c = read_character(c.at + c.size)) ++*count;
  return c.at;
}

/* How a string prints its number. */
typedef struct style {
  character sign;      /* size 0 for none */
  const char *digits;  /* the first one */
  const char *end;     /* behind the last one */
  character separator; /* of thousands; size 0 for none */
  int decimals;
} style;

static style find_style(const char *text) {
  style found = {.sign = {.size = 0}};
  character c = read_character(text), before = {.size = 0};
  for (; !is_digit(c); c = read_character(c.at + c.size)) before = c;
  if (before.size > 0 && (is_minus(before) || before.code == '+')) found.sign = before;
  found.digits = c.at;
  int count;
  for (found.end = skip_digits(c.at, &count);;) {
    c = read_character(found.end);
    const char *end = skip_digits(c.at + c.size, &count);
    if (c.code == ',' ? count == 0 : count != 3) return found;
    found.end = end;
    if (c.code == ',') break;
    found.separator = c;
  }
  found.decimals = count;
  return found;
}

static void put_character(cli_text *out, character c) { cli_text_append(out, c.at, c.size); }

static void put_sign(cli_text *out, const style *as, int sign) {
  bool has_minus = as->sign.size > 0 && is_minus(as->sign);
  if (sign < 0 && !has_minus)
    cli_text_put(out, "-");
  else if (has_minus ? sign < 0 : as->sign.size > 0)
    put_character(out, as->sign);
}

/* Digits with a point as a Swede writes them. */
static void put_number(cli_text *out, const style *as, const char *plain) {
  size_t whole = strcspn(plain, ".");
  bool is_grouped = as->separator.size > 0;
  for (size_t i = 0; i < whole; i++) {
    if (is_grouped && i > 0 && (whole - i) % 3 == 0) put_character(out, as->separator);
    cli_text_append(out, plain + i, 1);
  }
  if (plain[whole] == '\0') return;
  cli_text_put(out, ",");
  cli_text_put(out, plain + whole + 1);
}

/* With that many decimals, or as many more as the value needs. */
static bool set_decimals(vp_decimal *value, int decimals) {
  while (vp_decimal_rescale(value, *value, -decimals) != VP_OK)
    if (++decimals > MAX_DECIMALS) return false;
  return true;
}

static bool restate_number(cli_text *out, const char *json, size_t length, vp_decimal value) {
  vp_decimal printed;
  if (vp_decimal_parse(&printed, json, length) != VP_OK ||
      !set_decimals(&value, printed.exponent < 0 ? -printed.exponent : 0))
    return false;
  char plain[VP_DECIMAL_TEXT_SIZE];
  vp_decimal_format(plain, sizeof plain, value);
  cli_text_put(out, plain);
  return true;
}

bool cli_restate(cli_text *out, const char *json, size_t length, vp_decimal value) {
  if (*json != '"') return restate_number(out, json, length, value);
  style as = find_style(json + 1);
  if (!set_decimals(&value, as.decimals)) return false;
  char plain[VP_DECIMAL_TEXT_SIZE];
  vp_decimal_format(plain, sizeof plain, vp_decimal_absolute(value));
  const char *sign = as.sign.size > 0 ? as.sign.at : as.digits;
  cli_text_append(out, json, (size_t)(sign - json));
  put_sign(out, &as, vp_decimal_sign(value));
  put_number(out, &as, plain);
  cli_text_append(out, as.end, (size_t)(json + length - as.end));
  return true;
}
