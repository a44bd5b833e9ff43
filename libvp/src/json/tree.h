/* Values of a scanned document, as cJSON parses them. tree.c is the one file that knows cJSON. */
#ifndef VP_JSON_TREE_H
#define VP_JSON_TREE_H

#include <stdbool.h>

#include "json/document.h"

struct cJSON;

/* A value in hand. A large one is not parsed as a whole but member by member, each when it is come
 * to, so that cJSON's tree of a large plan never stands in memory. */
typedef struct vp_json {
  const vp_document *document;
  uint32_t token;           /* VP_JSON_NO_VALUE: behind the last member */
  const struct cJSON *item; /* NULL for a large value */
  struct cJSON *owned;      /* what was parsed for this value alone */
  struct cJSON *owned_key;
} vp_json;

#define VP_JSON_NO_VALUE UINT32_MAX

typedef enum vp_json_kind {
  VP_JSON_NULL,
  VP_JSON_BOOLEAN,
  VP_JSON_NUMBER,
  VP_JSON_STRING,
  VP_JSON_ARRAY,
  VP_JSON_OBJECT
} vp_json_kind;

/* A value by its token; the document's own is the first. Every value that was opened or entered is
 * closed, whatever came of it. */
vp_status vp_json_open(vp_json *out, const vp_document *document, uint32_t token, vp_error *error);
void vp_json_close(vp_json *json);

/* Steps to the first member of an object or array, and from each to the next. */
vp_status vp_json_enter(vp_json *member, const vp_json *container, vp_error *error);
vp_status vp_json_advance(vp_json *member, const vp_json *container, vp_error *error);

/* How many members an object or array has. */
size_t vp_json_count(const vp_json *container);

vp_json_kind vp_json_kind_of(const vp_json *json);
const char *vp_json_key(const vp_json *json); /* NULL in an array */
const char *vp_json_string(const vp_json *json);
bool vp_json_is_true(const vp_json *json);

/* The value's bytes in the document. */
const char *vp_json_bytes(const vp_json *json, size_t *length);
uint32_t vp_json_offset(const vp_json *json);

#endif
