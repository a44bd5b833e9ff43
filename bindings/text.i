/* Texts in, and what a sink was given out. */
%{
#include "text.h"
%}

%typemap(in) const char * (vpy_bytes text = VPY_NO_BYTES) {
  if (!vpy_take_text(&text, $input, false)) SWIG_fail;
  $1 = (char *)text.bytes;
}
/* May be None. */
%typemap(in) const char *optional (vpy_bytes text = VPY_NO_BYTES) {
  if (!vpy_take_text(&text, $input, true)) SWIG_fail;
  $1 = (char *)text.bytes;
}
%typemap(freearg) const char * "Py_XDECREF(text$argnum.object);"

%typemap(in) (const char *bytes, size_t length) {
  char *bytes;
  Py_ssize_t length;
  if (PyBytes_AsStringAndSize($input, &bytes, &length) != 0) SWIG_fail;
  $1 = bytes;
  $2 = (size_t)length;
}

/* The whole output is the call's result. */
%typemap(in, numinputs=0) const vp_sink *sink (vpy_written written, vp_sink sink) {
  written = (vpy_written){.bytes = NULL};
  sink = (vp_sink){.write = vpy_write, .user = &written};
  $1 = &sink;
}
%typemap(argout) const vp_sink *sink {
  if (result == VP_OK &&
      ($result = PyUnicode_DecodeUTF8(written$argnum.length > 0 ? written$argnum.bytes : "",
                                      (Py_ssize_t)written$argnum.length, "strict")) == NULL)
    SWIG_fail;
}
%typemap(freearg) const vp_sink *sink "free(written$argnum.bytes);"
