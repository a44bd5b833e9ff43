#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"

/* A message of full length may end inside a character: that character goes. */
static void cut_between_characters(char *message) {
  size_t length = VP_ERROR_MESSAGE_SIZE - 1;
  size_t last = length - 1;
  while (last > 0 && ((unsigned char)message[last] & 0xC0) == 0x80) last--;
  if (vp_utf8_sequence(message + last, length - last) == 0) message[last] = '\0';
}

static void fill(vp_error *error, vp_status status, uint32_t line, uint32_t column,
                 const char *format, va_list arguments) {
  if (error == NULL) return;
  error->status = status;
  error->line = line;
  error->column = column;
  error->message[0] = '\0';
  if (vsnprintf(error->message, sizeof error->message, format, arguments) >=
      VP_ERROR_MESSAGE_SIZE) {
    cut_between_characters(error->message);
  }
}

vp_status vp_fail(vp_error *error, vp_status status, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fill(error, status, 0, 0, format, arguments);
  va_end(arguments);
  return status;
}

vp_status vp_fail_at(vp_error *error, vp_status status, uint32_t line, uint32_t column,
                     const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fill(error, status, line, column, format, arguments);
  va_end(arguments);
  return status;
}

vp_status vp_fail_memory(vp_error *error) {
  return vp_fail(error, VP_ERROR_MEMORY, "out of memory");
}
