#include "base/utf8.h"

#include <stdbool.h>

static bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

static size_t length_by_lead(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  if (lead < 0xF5) return 4;
  return 0;
}

size_t vp_utf8_sequence(const char *bytes, size_t left) {
  if (left == 0) return 0;
  const unsigned char *byte = (const unsigned char *)bytes;
  size_t length = length_by_lead(byte[0]);
  if (length > left) return 0;
  for (size_t i = 1; i < length; i++) {
    if (!is_continuation(byte[i])) return 0;
  }
  /* Too long a form, a surrogate, or beyond U+10FFFF. */
  if (byte[0] == 0xE0 && byte[1] < 0xA0) return 0;
  if (byte[0] == 0xED && byte[1] > 0x9F) return 0;
  if (byte[0] == 0xF0 && byte[1] < 0x90) return 0;
  if (byte[0] == 0xF4 && byte[1] > 0x8F) return 0;
  return length;
}

size_t vp_utf8_count(const char *bytes, size_t length) {
  size_t count = 0;
  for (size_t i = 0; i < length; i++) {
    if (!is_continuation((unsigned char)bytes[i])) count++;
  }
  return count;
}

uint32_t vp_utf8_decode(const char *bytes, size_t sequence) {
  const unsigned char *byte = (const unsigned char *)bytes;
  if (sequence == 1) return byte[0];
  uint32_t code = byte[0] & (0x7Fu >> sequence);
  for (size_t i = 1; i < sequence; i++) code = code << 6 | (byte[i] & 0x3Fu);
  return code;
}

size_t vp_utf8_take(uint32_t *code, const char *bytes, size_t left) {
  size_t sequence = vp_utf8_sequence(bytes, left);
  *code = sequence > 0 ? vp_utf8_decode(bytes, sequence) : 0xFFFD;
  return sequence > 0 ? sequence : 1;
}
