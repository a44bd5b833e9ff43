#include "text.h"

#include <stdlib.h>
#include <string.h>

bool vpy_take_text(vpy_bytes *out, PyObject *text, bool may_be_none) {
  *out = (vpy_bytes){.object = NULL};
  if (may_be_none && text == Py_None) return true;
  if (!PyUnicode_Check(text)) {
    PyErr_Format(PyExc_TypeError, "expected a str, not %R", (PyObject *)Py_TYPE(text));
    return false;
  }
  char *bytes;
  out->object = PyUnicode_AsUTF8String(text);
  if (out->object == NULL || PyBytes_AsStringAndSize(out->object, &bytes, NULL) != 0) return false;
  out->bytes = bytes;
  return true;
}

static bool grow(vpy_written *written, size_t needed) {
  size_t capacity = written->capacity < 1024 ? 1024 : written->capacity;
  while (capacity < needed) {
    if (capacity > SIZE_MAX / 2) return false;
    capacity *= 2;
  }
  char *bytes = realloc(written->bytes, capacity);
  if (bytes == NULL) return false;
  written->bytes = bytes;
  written->capacity = capacity;
  return true;
}

int vpy_write(void *user, const char *bytes, size_t length) {
  vpy_written *written = user;
  if (length > SIZE_MAX - written->length) return 1;
  size_t needed = written->length + length;
  if (needed > written->capacity && !grow(written, needed)) return 1;
  if (length > 0) memcpy(written->bytes + written->length, bytes, length);
  written->length = needed;
  return 0;
}
