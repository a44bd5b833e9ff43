/* A JSON text with the position of every value in it. */
#ifndef VP_JSON_DOCUMENT_H
#define VP_JSON_DOCUMENT_H

#include "base/arena.h"
#include "base/error.h"

enum {
  VP_JSON_MAX_DEPTH = 64, /* objects and arrays in one another */
  VP_JSON_MAX_DIGITS = 15 /* DBL_DIG: what every program that reads JSON keeps of a number */
};

#define VP_JSON_MAX_SIZE ((size_t)1 << 30)
#define VP_JSON_NO_KEY UINT32_MAX

/* One value; the values of a document stand in the order in which they begin, so that a
 * container's contents follow it up to the first value beyond its end. */
typedef struct vp_token {
  uint32_t key;   /* offset of the opening quote of its key, or VP_JSON_NO_KEY */
  uint32_t begin; /* offset of its first byte */
  uint32_t end;   /* offset behind its last byte */
  uint32_t next;  /* the first token behind its contents */
} vp_token;

typedef struct vp_document {
  const char *text; /* NUL-terminated, owned by the arena */
  size_t length;
  size_t skipped; /* bytes given before it: a byte order mark */
  const vp_token *tokens;
  size_t token_count;
  const uint32_t *lines; /* offset of the first byte of each line */
  size_t line_count;
} vp_document;

/* Copies the text into the arena and accepts exactly one RFC 8259 value in UTF-8. Refused besides:
 * keys that are equal in one object, or equal but for the case of ASCII letters; \u0000 and lone
 * surrogates; numbers with more than VP_JSON_MAX_DIGITS significant digits or outside a double's
 * normal range; deeper nesting and larger texts than the limits above. A byte order mark
 * at the start is passed over. VP_ERROR_SYNTAX with line and column. */
vp_status vp_document_scan(vp_document *out, vp_arena *arena, const char *text, size_t length,
                           vp_error *error);

/* Line and column (in characters), both from 1, of an offset up to length. */
void vp_document_position(const vp_document *document, size_t offset, uint32_t *line,
                          uint32_t *column);

/* The same for an offset at or behind one whose line and column are given: what lies between on a
 * line is counted once, however many places are asked for in their order. */
void vp_document_advance(const vp_document *document, size_t from, size_t offset, uint32_t *line,
                         uint32_t *column);

/* The bytes of a line (from 1) without its end. */
const char *vp_document_line(const vp_document *document, uint32_t line, size_t *length);

#endif
