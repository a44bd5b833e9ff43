#ifndef VP_BASE_UTF8_H
#define VP_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The length of the well-formed UTF-8 sequence at bytes (1 to 4; Unicode 15, table 3-7), or 0. */
size_t vp_utf8_sequence(const char *bytes, size_t left);

/* How many characters (code points) stand in well-formed UTF-8. */
size_t vp_utf8_count(const char *bytes, size_t length);

/* The code point of a well-formed sequence. */
uint32_t vp_utf8_decode(const char *bytes, size_t sequence);

/* The code point at bytes, and how many of them it takes; U+FFFD and 1 where they are no UTF-8. */
size_t vp_utf8_take(uint32_t *code, const char *bytes, size_t left);

#endif
