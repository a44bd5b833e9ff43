/* Text that grows. The first failure sticks: later appends do nothing, and the caller
 * asks once, at the end. */
#ifndef VP_BASE_BUFFER_H
#define VP_BASE_BUFFER_H

#include <stdbool.h>

#include "base/context.h"
#include "base/error.h"

typedef struct vp_buffer {
  const vp_context *context;
  char *bytes; /* NUL-terminated once something was appended; NULL before */
  size_t length;
  size_t capacity;
  bool failed;
} vp_buffer;

void vp_buffer_init(vp_buffer *buffer, const vp_context *context);
void vp_buffer_free(vp_buffer *buffer);
void vp_buffer_clear(vp_buffer *buffer);
void vp_buffer_append(vp_buffer *buffer, const char *bytes, size_t length);
void vp_buffer_put(vp_buffer *buffer, const char *text);
void vp_buffer_printf(vp_buffer *buffer, const char *format, ...) VP_PRINTF(2, 3);

#endif
