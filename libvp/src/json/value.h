/* The values of a scanned document. The scanner has found where each begins and ends, so walking
 * them reads nothing twice. */
#ifndef VP_JSON_VALUE_H
#define VP_JSON_VALUE_H

#include <stdbool.h>

#include "json/document.h"

typedef struct vp_json {
  const vp_document *document;
  uint32_t token;
} vp_json;

typedef enum vp_json_kind {
  VP_JSON_NULL,
  VP_JSON_BOOLEAN,
  VP_JSON_NUMBER,
  VP_JSON_STRING,
  VP_JSON_ARRAY,
  VP_JSON_OBJECT
} vp_json_kind;

vp_json vp_json_root(const vp_document *document);
vp_json_kind vp_json_kind_of(vp_json json);
bool vp_json_is_true(vp_json json);

/* Steps to the first member of an object or array, and from each to the next; false when there is
 * none. */
bool vp_json_enter(vp_json *member, vp_json container);
bool vp_json_advance(vp_json *member, vp_json container);
size_t vp_json_count(vp_json container);

/* The value's bytes, and their place in the document. */
const char *vp_json_bytes(vp_json json, size_t *length);
uint32_t vp_json_offset(vp_json json);
uint32_t vp_json_key_offset(vp_json json);

/* Whether the key is written so, without escapes. */
bool vp_json_has_key(vp_json json, const char *key);

/* The text of a string, or of the value's key, with its escapes resolved; lies in the arena. */
vp_status vp_json_string(const char **out, vp_json json, vp_arena *arena, vp_error *error);
vp_status vp_json_key(const char **out, vp_json json, vp_arena *arena, vp_error *error);

#endif
