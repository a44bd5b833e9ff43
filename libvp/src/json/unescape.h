/* Escapes in JSON strings, by cJSON. unescape.c is the one file that knows it. */
#ifndef VP_JSON_UNESCAPE_H
#define VP_JSON_UNESCAPE_H

#include "base/arena.h"
#include "base/error.h"

/* The text of a JSON string with its quotes, which the scanner has passed; lies in the arena. */
vp_status vp_json_unescape(const char **out, const char *quoted, size_t length, vp_arena *arena,
                           vp_error *error);

#endif
