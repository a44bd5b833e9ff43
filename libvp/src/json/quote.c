#include "json/quote.h"

#include <string.h>

static const char *escape_of(char c) {
  switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\b': return "\\b";
    case '\f': return "\\f";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: return NULL;
  }
}

void vp_json_escape(vp_buffer *out, const char *text) {
  const char *plain = text;
  for (; *text != '\0'; text++) {
    const char *escape = escape_of(*text);
    bool control = (unsigned char)*text < 0x20;
    if (escape == NULL && !control) continue;
    vp_buffer_append(out, plain, (size_t)(text - plain));
    plain = text + 1;
    if (escape != NULL)
      vp_buffer_put(out, escape);
    else
      vp_buffer_printf(out, "\\u%04x", (unsigned)*text);
  }
  vp_buffer_append(out, plain, (size_t)(text - plain));
}

void vp_json_quote(vp_buffer *out, const char *text) {
  vp_buffer_append(out, "\"", 1);
  vp_json_escape(out, text);
  vp_buffer_append(out, "\"", 1);
}
