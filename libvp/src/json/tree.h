/* A JSON text as a tree of values, by cJSON. tree.c is the one file that knows it. */
#ifndef VP_JSON_TREE_H
#define VP_JSON_TREE_H

#include <stdbool.h>

#include "base/error.h"

typedef struct cJSON vp_json;

typedef enum vp_json_kind {
  VP_JSON_NULL,
  VP_JSON_BOOLEAN,
  VP_JSON_NUMBER,
  VP_JSON_STRING,
  VP_JSON_ARRAY,
  VP_JSON_OBJECT
} vp_json_kind;

/* The text must have passed vp_document_scan. */
vp_status vp_json_parse(vp_json **out, const char *text, size_t length, vp_error *error);
void vp_json_free(vp_json *json);

vp_json_kind vp_json_kind_of(const vp_json *json);
const vp_json *vp_json_first(const vp_json *json); /* of an array or object; NULL when empty */
const vp_json *vp_json_next(const vp_json *json);
const char *vp_json_key(const vp_json *json); /* NULL in an array */
const char *vp_json_string(const vp_json *json);
bool vp_json_is_true(const vp_json *json);

#endif
