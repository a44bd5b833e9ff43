#include "json/scanner.h"

#include <string.h>

#include "base/utf8.h"

/* Whether eight bytes are ASCII without quotes, backslashes and control characters. */
static bool are_plain(const char *at) {
  const uint64_t ones = 0x0101010101010101;
  uint64_t bytes;
  memcpy(&bytes, at, sizeof bytes);
  const uint64_t quotes = bytes ^ (ones * '"');
  const uint64_t backslashes = bytes ^ (ones * '\\');
  const uint64_t special = bytes | (bytes - ones * ' ') | (quotes - ones) | (backslashes - ones);
  return (special & (ones << 7)) == 0;
}

static bool is_plain(char byte) {
  return byte >= ' ' && (unsigned char)byte < 0x80 && byte != '"' && byte != '\\';
}

static const char *skip_plain(const char *at, const char *end) {
  while (end - at >= 8 && are_plain(at)) at += 8;
  while (is_plain(*at)) at++;
  return at;
}

static int hex_value(char byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  const int letter = byte | 0x20;
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/* The unit of "\uXXXX", which at points to. */
static uint32_t decode_unit(const char *at) {
  uint32_t unit = 0;
  for (int i = 2; i < 6; i++) unit = unit << 4 | (uint32_t)hex_value(at[i]);
  return unit;
}

static bool is_high_surrogate(uint32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }

static bool is_low_surrogate(uint32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

static vp_status fail_at_end(const vp_scanner *scanner) {
  uint32_t line;
  uint32_t column;
  vp_document_position(&scanner->document, (size_t)(scanner->at - scanner->document.text), &line,
                       &column);
  return vp_scan_fail(scanner, scanner->end, "the file ends inside a text that starts on line %u",
                      (unsigned)line);
}

static vp_status fail_character(const vp_scanner *scanner, const char *at) {
  if (at == scanner->end) return fail_at_end(scanner);
  char name[VP_QUOTE_SIZE];
  vp_scan_name_character(name, scanner, at);
  if ((unsigned char)*at >= 0x80)
    return vp_scan_fail(scanner, at, "%s: save the file as UTF-8", name);
  if (*at == '\n') return vp_scan_fail(scanner, at, "a line break in a text: write \\n");
  if (*at == '\r') return vp_scan_fail(scanner, at, "a carriage return in a text: write \\r");
  if (*at == '\t') return vp_scan_fail(scanner, at, "a tab in a text: write \\t");
  return vp_scan_fail(scanner, at, "control character %s in a text", name);
}

static vp_status check_digits(const vp_scanner *scanner, const char *at) {
  for (int i = 2; i < 6; i++) {
    if (hex_value(at[i]) >= 0) continue;
    if (at + i == scanner->end) return fail_at_end(scanner);
    char name[VP_QUOTE_SIZE];
    vp_scan_name_character(name, scanner, at + i);
    return vp_scan_fail(scanner, at + i, "expected four hexadecimal digits after \\u, found %s",
                        name);
  }
  return VP_OK;
}

static vp_status scan_unicode(const char **at, const vp_scanner *scanner) {
  const char *begin = *at;
  vp_status status = check_digits(scanner, begin);
  if (status != VP_OK) return status;
  *at = begin + 6;
  const uint32_t unit = decode_unit(begin);
  if (unit == 0) return vp_scan_fail(scanner, begin, "\"\\u0000\" is not allowed");
  if (is_high_surrogate(unit) && begin[6] == '\\' && begin[7] == 'u') {
    status = check_digits(scanner, begin + 6);
    *at = begin + 12;
    if (status != VP_OK || is_low_surrogate(decode_unit(begin + 6))) return status;
  }
  if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
    return vp_scan_fail(scanner, begin, "%.6s is half of a character: its other half is missing",
                        begin);
  }
  return VP_OK;
}

static vp_status scan_escape(const char **at, const vp_scanner *scanner) {
  const char *escaped = *at + 1;
  if (*escaped == 'u') return scan_unicode(at, scanner);
  if (*escaped != '\0' && strchr("\"\\/bfnrt", *escaped) != NULL) {
    *at += 2;
    return VP_OK;
  }
  if (escaped == scanner->end) return fail_at_end(scanner);
  char name[VP_QUOTE_SIZE];
  vp_scan_name_character(name, scanner, escaped);
  return vp_scan_fail(scanner, escaped,
                      "expected one of \"\\/bfnrtu after a backslash, found %s: "
                      "a backslash itself is \\\\",
                      name);
}

vp_status vp_scan_string(vp_scanner *scanner) {
  const char *at = scanner->at + 1;
  for (;;) {
    at = skip_plain(at, scanner->end);
    if (*at == '"') {
      scanner->at = at + 1;
      return VP_OK;
    }
    const size_t sequence =
        (unsigned char)*at < 0x80 ? 0 : vp_utf8_sequence(at, (size_t)(scanner->end - at));
    if (sequence > 0) {
      at += sequence;
      continue;
    }
    const vp_status status = *at == '\\' ? scan_escape(&at, scanner) : fail_character(scanner, at);
    if (status != VP_OK) return status;
  }
}

uint32_t vp_string_next(const char **at) {
  const char *begin = *at;
  if (*begin == '"') return 0;
  if (*begin != '\\') {
    const size_t sequence = vp_utf8_sequence(begin, 4);
    *at += sequence;
    return vp_utf8_decode(begin, sequence);
  }
  if (begin[1] != 'u') {
    static const char escapes[] = "b\bf\fn\nr\rt\t";
    const char *escape = strchr(escapes, begin[1]);
    *at += 2;
    return (unsigned char)(escape == NULL ? begin[1] : escape[1]);
  }
  const uint32_t unit = decode_unit(begin);
  if (!is_high_surrogate(unit)) {
    *at += 6;
    return unit;
  }
  *at += 12;
  return 0x10000 + ((unit - 0xD800) << 10) + (decode_unit(begin + 6) - 0xDC00);
}
