#ifndef VP_JSON_QUOTE_H
#define VP_JSON_QUOTE_H

#include "base/buffer.h"

/* The text as a JSON string, with its quotes; and as a part of one, without. */
void vp_json_quote(vp_buffer *out, const char *text);
void vp_json_escape(vp_buffer *out, const char *text);

#endif
