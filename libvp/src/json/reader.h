/* What reading keeps at hand, and the readers of single values. */
#ifndef VP_JSON_READER_H
#define VP_JSON_READER_H

#include "json/document.h"
#include "json/value.h"
#include "model/root.h"

typedef struct vp_reader {
  vp_arena *arena;
  const vp_document *document;
  vp_error *error;
} vp_reader;

/* Reads the text into the root, as its shape says. format is what its field "format" must say. */
vp_status vp_read_root(vp_root *root, const char *format, const char *bytes, size_t length,
                       vp_error *error);

/* VP_ERROR_FORMAT at an offset of the text. */
vp_status vp_read_fail(const vp_reader *r, uint32_t offset, const char *format, ...)
    VP_PRINTF(3, 4);
vp_status vp_read_expected(const vp_reader *r, vp_json json, const char *key, const char *what);
const char *vp_read_kind_name(vp_json json);
const char *vp_read_article(const char *noun); /* "a" or "an" */

/* The value's own bytes: of a number, a double would not be exact. */
vp_status vp_read_literal(vp_reader *r, const char **out, vp_json json);

vp_status vp_read_text(vp_reader *r, const char **out, vp_json json, const char *key);
vp_status vp_read_id(vp_reader *r, const char **out, vp_json json);
vp_status vp_read_quantity(vp_reader *r, vp_quantity *out, vp_json json, const char *key);
vp_status vp_read_number(vp_reader *r, vp_quantity *out, vp_json json, const vp_field *field);
vp_status vp_read_integer(vp_reader *r, vp_integer *out, vp_json json, const vp_field *field);
vp_status vp_read_choice(vp_reader *r, uint8_t *out, vp_json json, const vp_field *field);
vp_status vp_read_flag(vp_reader *r, bool *out, vp_json json, const char *key);
vp_status vp_read_period(vp_reader *r, vp_period *out, vp_json json, const char *key);

#endif
