/* Texts from Python, and texts for it. */
#ifndef VPY_TEXT_H
#define VPY_TEXT_H

#include <stdbool.h>

#include "python.h"

/* A str as UTF-8, for as long as object lives. */
typedef struct vpy_bytes {
  PyObject *object;  /* owned; NULL for none */
  const char *bytes; /* NUL-terminated, with no other NUL; NULL for none */
} vpy_bytes;

/* For a local of a typemap, which is released even when an earlier argument was refused. */
#define VPY_NO_BYTES \
  { NULL, NULL }

/* false with an exception set, also for None unless it is allowed. */
bool vpy_take_text(vpy_bytes *out, PyObject *text, bool may_be_none);

/* What a sink was given; usable without the GIL. */
typedef struct vpy_written {
  char *bytes; /* its owner frees it with free() */
  size_t length;
  size_t capacity;
} vpy_written;

int vpy_write(void *written, const char *bytes, size_t length);

#endif
