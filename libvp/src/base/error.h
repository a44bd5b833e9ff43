/* Filling in the caller's vp_error. */
#ifndef VP_BASE_ERROR_H
#define VP_BASE_ERROR_H

#include <vp/status.h>

#if defined(__GNUC__)
#define VP_PRINTF(text, first) __attribute__((__format__(__printf__, text, first)))
#else
#define VP_PRINTF(text, first)
#endif

/* Both return status, so that a failing call is one line. A message that is too long is cut
 * between characters. */
vp_status vp_fail(vp_error *error, vp_status status, const char *format, ...) VP_PRINTF(3, 4);
vp_status vp_fail_at(vp_error *error, vp_status status, uint32_t line, uint32_t column,
                     const char *format, ...) VP_PRINTF(5, 6);
vp_status vp_fail_memory(vp_error *error);

#endif
