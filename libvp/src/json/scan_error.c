#include "json/scanner.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

static const char *const expectations[] = {
    [VP_EXPECTED_DOCUMENT] = "a value",
    [VP_EXPECTED_FIRST_ELEMENT] = "a value or ']' after '['",
    [VP_EXPECTED_ELEMENT] = "a value after ','",
    [VP_EXPECTED_MEMBER_VALUE] = "a value after ':'",
    [VP_EXPECTED_FIRST_KEY] = "a key in quotes or '}' after '{'",
    [VP_EXPECTED_KEY] = "a key in quotes after ','",
    [VP_EXPECTED_COLON] = "':' after a key",
    [VP_EXPECTED_ARRAY_END] = "',' or ']' after a list item",
    [VP_EXPECTED_OBJECT_END] = "',' or '}' after a key's value",
    [VP_EXPECTED_INTEGER] = "a digit after '-'",
    [VP_EXPECTED_FRACTION] = "a digit after '.'",
    [VP_EXPECTED_EXPONENT] = "a digit in the exponent",
};

static const char double_quotes[] = "JSON's quotes are \"";
static const char no_comments[] = "JSON has none";
static const char plain_spaces[] = "only ordinary spaces stand between values";
static const char minus_sign[] = "the sign of a number is '-'";

static const struct {
  const char *text;
  const char *name;
  const char *hint;
} signs[] = {
    {"\"", "a text", NULL},
    {"'", "a single quote", double_quotes},
    {"\xE2\x80\x98", "a curly quote (U+2018)", double_quotes},
    {"\xE2\x80\x99", "a curly quote (U+2019)", double_quotes},
    {"\xE2\x80\x9C", "a curly quote (U+201C)", double_quotes},
    {"\xE2\x80\x9D", "a curly quote (U+201D)", double_quotes},
    {"\xE2\x80\x9E", "a curly quote (U+201E)", double_quotes},
    {"//", "a comment", no_comments},
    {"/*", "a comment", no_comments},
    {"#", "a comment", no_comments},
    {"\xC2\xA0", "a no-break space (U+00A0)", plain_spaces},
    {"\xE2\x80\x8B", "a zero-width space (U+200B)", plain_spaces},
    {"\xE2\x80\xAF", "a narrow no-break space (U+202F)", plain_spaces},
    {"\xE2\x80\x93", "a dash (U+2013)", minus_sign},
    {"\xE2\x88\x92", "a minus sign (U+2212)", minus_sign},
};

static const char no_number[] = "JSON has no such number";

static const struct {
  const char *lower;
  const char *hint;
} words[] = {
    {"true", "JSON writes true"}, {"false", "JSON writes false"},    {"null", "JSON writes null"},
    {"none", "JSON writes null"}, {"undefined", "JSON writes null"}, {"nil", "JSON writes null"},
    {"nan", no_number},           {"infinity", no_number},           {"inf", no_number},
};

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

static bool is_letter(char byte) {
  const int lower = byte | 0x20;
  return lower >= 'a' && lower <= 'z';
}

size_t vp_scan_word(const char *at) {
  const char *begin = at;
  for (;;) {
    if (is_letter(*at) || is_digit(*at) || *at == '$' || *at == '_' || *at == '-' || *at == '.') {
      at++;
    } else if ((unsigned char)*at >= 0xC3 && (unsigned char)*at <= 0xC9 &&
               ((unsigned char)at[1] & 0xC0) == 0x80) { /* Latin letters beyond ASCII */
      at += 2;
    } else {
      return (size_t)(at - begin);
    }
  }
}

void vp_scan_quote(char quote[VP_QUOTE_SIZE], const char *text, size_t length) {
  static const char dots[] = "\xE2\x80\xA6";
  const size_t room = VP_QUOTE_SIZE - sizeof dots;
  size_t kept = length < room ? length : room;
  while (kept < length && ((unsigned char)text[kept] & 0xC0) == 0x80) kept--;
  memcpy(quote, text, kept);
  memcpy(quote + kept, kept < length ? dots : "", kept < length ? sizeof dots : 1);
}

void vp_scan_name_character(char name[VP_QUOTE_SIZE], const vp_scanner *scanner, const char *at) {
  const size_t sequence = vp_utf8_sequence(at, (size_t)(scanner->end - at));
  if (sequence == 0) {
    snprintf(name, VP_QUOTE_SIZE, "bytes that are not UTF-8");
  } else if (*at > ' ' && (unsigned char)*at < 0x7F) {
    snprintf(name, VP_QUOTE_SIZE, "'%c'", *at);
  } else {
    snprintf(name, VP_QUOTE_SIZE, "U+%04X", (unsigned)vp_utf8_decode(at, sequence));
  }
}

vp_status vp_scan_fail(const vp_scanner *scanner, const char *at, const char *format, ...) {
  char message[VP_ERROR_MESSAGE_SIZE];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  uint32_t line;
  uint32_t column;
  vp_document_position(&scanner->document, (size_t)(at - scanner->document.text), &line, &column);
  return vp_fail_at(scanner->error, VP_ERROR_SYNTAX, line, column, "%s", message);
}

static bool expects_value(vp_expected expected) {
  return expected <= VP_EXPECTED_MEMBER_VALUE || expected == VP_EXPECTED_INTEGER;
}

static const char *hint_at_digit(const char *at, vp_expected expected) {
  if (expected == VP_EXPECTED_KEY && at[-1] == ',' && is_digit(at[-2])) {
    return "a number with a decimal comma stands in quotes, \"231,2\"";
  }
  const bool after_value = expected == VP_EXPECTED_ARRAY_END || expected == VP_EXPECTED_OBJECT_END;
  if (after_value && at[-1] == ' ' && is_digit(at[-2])) {
    return "a number with spaces stands in quotes, \"1 949 356\"";
  }
  return NULL;
}

static const char *hint_at_word(const char *word, size_t length, vp_expected expected) {
  if (!expects_value(expected)) return NULL;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t same = 0;
    while (same < length && (word[same] | 0x20) == words[i].lower[same]) same++;
    if (same == length && words[i].lower[same] == '\0') return words[i].hint;
  }
  return "text stands in quotes";
}

static const char *hint_at_character(char character, vp_expected expected) {
  if (expects_value(expected) && (character == '+' || character == '.')) {
    return "a number starts with a digit or '-'";
  }
  if ((expected == VP_EXPECTED_ELEMENT && character == ']') ||
      (expected == VP_EXPECTED_KEY && character == '}')) {
    return "take away the comma before it";
  }
  return NULL;
}

/* Fills in the name and returns a hint or NULL. */
static const char *name_found(char name[VP_QUOTE_SIZE], const vp_scanner *scanner,
                              vp_expected expected) {
  const char *at = scanner->at;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    if (strncmp(at, signs[i].text, strlen(signs[i].text)) == 0) {
      snprintf(name, VP_QUOTE_SIZE, "%s", signs[i].name);
      return signs[i].hint;
    }
  }
  if (is_digit(*at)) {
    snprintf(name, VP_QUOTE_SIZE, "a digit");
    return hint_at_digit(at, expected);
  }
  const size_t length = vp_scan_word(at);
  if (length > 0 && *at != '-' && *at != '.') {
    vp_scan_quote(name, at, length);
    return hint_at_word(at, length, expected);
  }
  vp_scan_name_character(name, scanner, at);
  return hint_at_character(*at, expected);
}

static vp_status fail_at_end(const vp_scanner *scanner, vp_expected expected) {
  if (expected == VP_EXPECTED_DOCUMENT) {
    return vp_scan_fail(scanner, scanner->end, "the empty file is no plan");
  }
  if (scanner->depth == 0) {
    return vp_scan_fail(scanner, scanner->end, "expected %s, found the end of the file",
                        expectations[expected]);
  }
  const vp_scan_frame *frame = &scanner->frames[scanner->depth - 1];
  uint32_t line;
  uint32_t column;
  vp_document_position(&scanner->document, scanner->tokens[frame->token].begin, &line, &column);
  return vp_scan_fail(
      scanner, scanner->end, "the file ends inside %s that starts on line %u: expected %s",
      frame->close == ']' ? "a list" : "an object", (unsigned)line, expectations[expected]);
}

vp_status vp_scan_unexpected(const vp_scanner *scanner, vp_expected expected) {
  const char *at = scanner->at;
  if (at == scanner->end) return fail_at_end(scanner, expected);
  if (vp_utf8_sequence(at, (size_t)(scanner->end - at)) == 0) {
    return vp_scan_fail(scanner, at, "bytes that are not UTF-8: save the file as UTF-8");
  }
  char name[VP_QUOTE_SIZE];
  const char *hint = name_found(name, scanner, expected);
  return vp_scan_fail(scanner, at, "expected %s, found %s%s%s", expectations[expected], name,
                      hint == NULL ? "" : ": ", hint == NULL ? "" : hint);
}
