#include "json/tree.h"

#include <cjson/cJSON.h>

#include "base/lock.h"

/* cJSON keeps the place of its last error in a global, which every parse writes. */
static vp_lock parsing = VP_LOCK_INIT;

vp_status vp_json_parse(vp_json **out, const char *text, size_t length, vp_error *error) {
  vp_lock_take(&parsing);
  cJSON *json = cJSON_ParseWithLength(text, length);
  vp_lock_release(&parsing);
  /* The text is known to be sound, so only memory can have been missing. */
  if (json == NULL) return vp_fail_memory(error);
  *out = json;
  return VP_OK;
}

void vp_json_free(vp_json *json) { cJSON_Delete(json); }

vp_json_kind vp_json_kind_of(const vp_json *json) {
  switch (json->type & 0xff) {
    case cJSON_True:
    case cJSON_False: return VP_JSON_BOOLEAN;
    case cJSON_Number: return VP_JSON_NUMBER;
    case cJSON_String: return VP_JSON_STRING;
    case cJSON_Array: return VP_JSON_ARRAY;
    case cJSON_Object: return VP_JSON_OBJECT;
    default: return VP_JSON_NULL;
  }
}

const vp_json *vp_json_first(const vp_json *json) { return json->child; }

const vp_json *vp_json_next(const vp_json *json) { return json->next; }

const char *vp_json_key(const vp_json *json) { return json->string; }

const char *vp_json_string(const vp_json *json) { return json->valuestring; }

bool vp_json_is_true(const vp_json *json) { return cJSON_IsTrue(json); }
