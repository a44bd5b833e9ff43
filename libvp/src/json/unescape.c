#include "json/unescape.h"

#include <string.h>

#include <cjson/cJSON.h>

#include "base/lock.h"

/* cJSON keeps the place of its last error in a global, which every parse writes. */
static vp_lock parsing = VP_LOCK_INIT;

vp_status vp_json_unescape(const char **out, const char *quoted, size_t length, vp_arena *arena,
                           vp_error *error) {
  vp_lock_take(&parsing);
  cJSON *string = cJSON_ParseWithLength(quoted, length);
  vp_lock_release(&parsing);
  const char *text = NULL;
  /* The string is known to be sound, so only memory can have been missing. */
  if (string != NULL) text = vp_arena_copy(arena, string->valuestring, strlen(string->valuestring));
  cJSON_Delete(string);
  if (text == NULL) return vp_fail_memory(error);
  *out = text;
  return VP_OK;
}
