/* What the parts of the scanner share. */
#ifndef VP_JSON_SCANNER_H
#define VP_JSON_SCANNER_H

#include <stdbool.h>

#include "json/document.h"
#include "json/keys.h"

typedef struct vp_scan_frame {
  uint32_t token;
  size_t first_key;
  char close; /* ']' or '}' */
} vp_scan_frame;

/* The text ends in a NUL, which no token may contain: loops over it need no other bound. */
typedef struct vp_scanner {
  const vp_context *context;
  vp_arena *arena;
  vp_error *error;
  vp_document document; /* its tokens are set last */
  const char *at;
  const char *end;
  vp_token *tokens;
  size_t token_count;
  size_t token_capacity;
  vp_keys keys; /* of the objects that are open */
  vp_scan_frame frames[VP_JSON_MAX_DEPTH];
  size_t depth;
} vp_scanner;

/* Each leaves at behind what it accepted. */
vp_status vp_scan_string(vp_scanner *scanner);
vp_status vp_scan_number(vp_scanner *scanner);

/* The next character of a scanned string, escapes resolved, or 0 at its closing quote. */
uint32_t vp_string_next(const char **at);

/* The length of a literal or of a word that JSON does not know: letters, digits and "$_-.". */
size_t vp_scan_word(const char *at);

typedef enum vp_expected {
  VP_EXPECTED_DOCUMENT,
  VP_EXPECTED_FIRST_ELEMENT,
  VP_EXPECTED_ELEMENT,
  VP_EXPECTED_MEMBER_VALUE,
  VP_EXPECTED_FIRST_KEY,
  VP_EXPECTED_KEY,
  VP_EXPECTED_COLON,
  VP_EXPECTED_ARRAY_END,
  VP_EXPECTED_OBJECT_END,
  VP_EXPECTED_INTEGER,
  VP_EXPECTED_FRACTION,
  VP_EXPECTED_EXPONENT
} vp_expected;

/* Says what stands at the scanner's place instead of what was expected there. */
vp_status vp_scan_unexpected(const vp_scanner *scanner, vp_expected expected);

vp_status vp_scan_fail(const vp_scanner *scanner, const char *at, const char *format, ...)
    VP_PRINTF(3, 4);

enum { VP_QUOTE_SIZE = 48 };

/* "'x'", "U+000A" or, of a malformed sequence, "bytes that are not UTF-8". */
void vp_scan_name_character(char name[VP_QUOTE_SIZE], const vp_scanner *scanner, const char *at);

/* Well-formed text, cut to what a message can hold. */
void vp_scan_quote(char quote[VP_QUOTE_SIZE], const char *text, size_t length);

/* A block of at least twice the capacity, which is updated; NULL when memory is out. */
void *vp_scan_grow(const vp_context *context, void *block, size_t *capacity, size_t size);

#endif
