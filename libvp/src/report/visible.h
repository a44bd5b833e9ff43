/* Text of a plan as it can be shown: without what a terminal would act on or XML does not allow. */
#ifndef VP_REPORT_VISIBLE_H
#define VP_REPORT_VISIBLE_H

#include <stddef.h>

#include "base/buffer.h"

/* What stands for a byte of the text; NULL for the byte itself. */
typedef const char *vp_escape(char byte);

/* Puts up to `most` characters, U+FFFD for those that cannot be shown, and returns how many. */
size_t vp_put_visible(vp_buffer *out, const char *text, size_t length, size_t most,
                      vp_escape *escape);

#endif
