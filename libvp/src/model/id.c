#include "model/id.h"

#include <string.h>

#include "base/utf8.h"

static bool is_ascii_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool vp_id_is_valid(const char *text) {
  const char *at = text;
  while (*at != '\0') {
    size_t size = vp_utf8_sequence(at, strlen(at));
    if (size == 1) {
      bool first = at == text;
      if (!is_ascii_letter_or_digit(*at) && *at != '_' && (first || (*at != '-' && *at != ':')))
        return false;
    } else {
      uint32_t letter = size == 2 ? vp_utf8_decode(at, size) : 0;
      if (letter < 0x00C0 || letter > 0x024F) return false;
    }
    at += size;
  }
  return at != text;
}

static size_t name_length(const char *text) {
  return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
}

bool vp_rule_id_is_valid(const char *text) {
  size_t family = name_length(text);
  if (family == 0 || text[family] != '/') return false;
  size_t name = name_length(text + family + 1);
  return name > 0 && text[family + 1 + name] == '\0';
}
