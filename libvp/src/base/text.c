#include "base/text.h"

#include <string.h>

bool vp_text_is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool vp_text_is_letter(const char *text, size_t length) {
  if (length == 0) return false;
  if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z')) return true;
  if (length == 1 || (unsigned char)text[0] != 0xC3) return false;
  unsigned char second = (unsigned char)text[1];
  return second >= 0x80 && second != 0x97 && second != 0xB7; /* × and ÷ */
}

size_t vp_text_blank(const char *text, size_t length) {
  static const char *const blanks[] = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};
  if (length == 0 || (*text != ' ' && (unsigned char)*text < 0xC2)) return 0;
  for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
    size_t size = strlen(blanks[i]);
    if (size <= length && memcmp(text, blanks[i], size) == 0) return size;
  }
  return 0;
}

static size_t white(const char *text, size_t length) {
  if (length > 0 && (*text == '\t' || *text == '\n' || *text == '\r')) return 1;
  return vp_text_blank(text, length);
}

static size_t white_run(const char *text, size_t length) {
  size_t run = 0;
  for (size_t size; (size = white(text + run, length - run)) > 0;) run += size;
  return run;
}

static size_t trailing_white(const char *text, size_t length) {
  if (length > 0 && (unsigned char)text[length - 1] < 0x80) return white(text + length - 1, 1);
  for (size_t size = 1; size <= 3 && size <= length; size++) {
    if (white(text + length - size, size) == size) return size;
  }
  return 0;
}

size_t vp_text_trim(const char **text, size_t length) {
  size_t leading = white_run(*text, length);
  *text += leading;
  length -= leading;
  for (size_t size; (size = trailing_white(*text, length)) > 0;) length -= size;
  return length;
}

/* The lower-case byte; a Latin-1 letter's case shows in the byte after 0xC3. */
static unsigned char fold(unsigned char before, unsigned char byte) {
  bool capital =
      before == 0xC3 ? byte >= 0x80 && byte <= 0x9E && byte != 0x97 : byte >= 'A' && byte <= 'Z';
  return capital ? (unsigned char)(byte + 0x20) : byte;
}

size_t vp_text_match(const char *text, size_t length, const char *word) {
  const unsigned char *byte = (const unsigned char *)text;
  size_t at = 0;
  for (; *word != '\0'; word++) {
    if (*word == ' ') {
      size_t run = white_run(text + at, length - at);
      if (run == 0) return 0;
      at += run;
    } else {
      if (at == length) return 0;
      if (fold(at > 0 ? byte[at - 1] : 0, byte[at]) != (unsigned char)*word) return 0;
      at++;
    }
  }
  return at;
}

size_t vp_text_alike(const char *a, size_t a_length, const char *b, size_t b_length) {
  unsigned char before = 0;
  size_t at = 0;
  while (at < a_length && at < b_length) {
    unsigned char x = (unsigned char)a[at], y = (unsigned char)b[at];
    if (fold(before, x) != fold(before, y)) break;
    before = x;
    at++;
  }
  return at;
}

bool vp_text_is(const char *text, size_t length, const char *word) {
  return length > 0 && vp_text_match(text, length, word) == length;
}
