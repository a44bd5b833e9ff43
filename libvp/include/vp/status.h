/* How a call says that it could not do its work.
 *
 * A function that can fail returns a vp_status and takes a vp_error as its last
 * parameter. Out-parameters come first and are written only on VP_OK. What a
 * check finds in a plan is never an error: see check.h. */
#ifndef VP_STATUS_H
#define VP_STATUS_H

#include <stddef.h>
#include <stdint.h>

#include <vp/api.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum vp_status {
  VP_OK = 0,
  VP_ERROR_MEMORY,   /* the allocator had no more */
  VP_ERROR_ARGUMENT, /* the caller broke a documented condition */
  VP_ERROR_SYNTAX,   /* the bytes are not JSON, or JSON that libvp refuses */
  VP_ERROR_FORMAT,   /* JSON, but not a plan */
  VP_ERROR_RANGE,    /* a number does not fit */
  VP_ERROR_WRITE,    /* the caller's sink refused the output */
  VP_ERROR_CALLBACK  /* a rule of the caller's stopped the check, or a function failed */
} vp_status;

enum { VP_ERROR_MESSAGE_SIZE = 256 };

/* Owned by the caller; every function accepts NULL in its place. */
typedef struct vp_error {
  vp_status status;
  uint32_t line;                       /* from 1; 0 when the error has no place in a text */
  uint32_t column;                     /* from 1, in characters (code points) */
  char message[VP_ERROR_MESSAGE_SIZE]; /* English, UTF-8, one line without a full stop */
} vp_error;

/* The status as a word ("syntax"); static, never NULL. */
VP_API const char *vp_status_name(vp_status status);

#ifdef __cplusplus
}
#endif

#endif
