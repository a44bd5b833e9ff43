#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void vp_buffer_init(vp_buffer *buffer, const vp_context *context) {
  *buffer = (vp_buffer){.context = context};
}

void vp_buffer_free(vp_buffer *buffer) {
  vp_free(buffer->context, buffer->bytes);
  vp_buffer_init(buffer, buffer->context);
}

void vp_buffer_clear(vp_buffer *buffer) {
  buffer->length = 0;
  if (buffer->bytes != NULL) buffer->bytes[0] = '\0';
}

/* Room for that many more bytes and a NUL. */
static bool reserve(vp_buffer *buffer, size_t extra) {
  if (buffer->failed) return false;
  if (extra < buffer->capacity - buffer->length) return true;
  if (extra >= SIZE_MAX / 2 - buffer->length) {
    buffer->failed = true;
    return false;
  }
  size_t capacity = 2 * (buffer->length + extra + 1);
  char *bytes = vp_realloc(buffer->context, buffer->bytes, capacity);
  if (bytes == NULL) {
    buffer->failed = true;
    return false;
  }
  buffer->bytes = bytes;
  buffer->capacity = capacity;
  return true;
}

void vp_buffer_append(vp_buffer *buffer, const char *bytes, size_t length) {
  if (!reserve(buffer, length)) return;
  if (length > 0) memcpy(buffer->bytes + buffer->length, bytes, length);
  buffer->length += length;
  buffer->bytes[buffer->length] = '\0';
}

void vp_buffer_put(vp_buffer *buffer, const char *text) {
  vp_buffer_append(buffer, text, strlen(text));
}

void vp_buffer_printf(vp_buffer *buffer, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (length < 0) {
    buffer->failed = true;
    return;
  }
  if (!reserve(buffer, (size_t)length)) return;
  va_start(arguments, format);
  vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, arguments);
  va_end(arguments);
  buffer->length += (size_t)length;
}
