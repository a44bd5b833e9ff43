/* Words in UTF-8 text whatever their case, and the white space around them. */
#ifndef VP_BASE_TEXT_H
#define VP_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

bool vp_text_is_digit(char byte);

/* An ASCII letter, or the first byte of one of Latin-1's (Å, ä, é, …). */
bool vp_text_is_letter(const char *text, size_t length);

/* The length of the space that text starts with (ordinary, no-break, narrow no-break or thin),
 * or 0. */
size_t vp_text_blank(const char *text, size_t length);

/* Moves *text past leading white space; returns the length without white space at either end. */
size_t vp_text_trim(const char **text, size_t length);

/* How many bytes word takes at the start of text, or 0. word is in lower case; ASCII and Latin-1
 * letters match in either case, and a ' ' matches any run of white space. */
size_t vp_text_match(const char *text, size_t length, const char *word);

/* How many bytes both texts begin with, in either case. */
size_t vp_text_alike(const char *a, size_t a_length, const char *b, size_t b_length);

/* Whether text is that word and nothing more. */
bool vp_text_is(const char *text, size_t length, const char *word);

#endif
