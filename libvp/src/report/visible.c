#include "report/visible.h"

#include <stdbool.h>

#include "base/utf8.h"

/* C0, DEL, C1, line separators, the marks that turn the direction of text, and what is no
 * character. */
static bool is_visible(uint32_t c) {
  return !(c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x200e || c == 0x200f ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           (c >= 0xfffd && c <= 0xffff));
}

size_t vp_put_visible(vp_buffer *out, const char *text, size_t length, size_t most,
                      vp_escape *escape) {
  size_t count = 0;
  for (; length > 0 && count < most; count++) {
    uint32_t c;
    size_t size = vp_utf8_take(&c, text, length);
    const char *escaped = escape(*text);
    if (escaped != NULL)
      vp_buffer_put(out, escaped);
    else if (is_visible(c))
      vp_buffer_append(out, text, size);
    else
      vp_buffer_put(out, "\xEF\xBF\xBD");
    text += size;
    length -= size;
  }
  return count;
}
