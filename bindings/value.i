/* Small values. */
%{
#include "value.h"
%}

%typemap(out) bool "$result = PyBool_FromLong($1);"
%typemap(in) size_t {
  $1 = PyLong_AsSize_t($input);
  if (PyErr_Occurred()) SWIG_fail;
}
%typemap(out) size_t "$result = PyLong_FromSize_t($1);"

%typemap(in) vp_decimal "if (!vpy_parse_decimal(&$1, $input)) SWIG_fail;"
%typemap(in) vp_interval "if (!vpy_parse_interval(&$1, $input)) SWIG_fail;"
%typemap(in) vp_date "if (!vpy_parse_date(&$1, $input)) SWIG_fail;"
%typemap(out) vp_date "$result = vpy_date($1);"
%typemap(out) vp_period "$result = vpy_period($1);"

%typemap(in) vp_unit (vpy_bytes text = VPY_NO_BYTES) {
  if (!vpy_take_text(&text, $input, true)) SWIG_fail;
  $1 = text.bytes != NULL ? vp_unit_parse(text.bytes, strlen(text.bytes)) : VP_UNIT_NONE;
}
%typemap(freearg) vp_unit "Py_XDECREF(text$argnum.object);"

%typemap(in) vp_language (vpy_bytes text = VPY_NO_BYTES) {
  if (!vpy_take_text(&text, $input, false)) SWIG_fail;
  if (!vp_language_parse(&$1, text.bytes)) {
    PyErr_Format(PyExc_ValueError, "the languages are 'sv' and 'en', not %R", $input);
    SWIG_fail;
  }
}
%typemap(freearg) vp_language "Py_XDECREF(text$argnum.object);"
%typemap(out) vp_language "$result = PyUnicode_FromString($1 == VP_LANGUAGE_EN ? \"en\" : \"sv\");"

%typemap(in) vp_severity (vpy_bytes text = VPY_NO_BYTES) {
  if (!vpy_take_text(&text, $input, false)) SWIG_fail;
  $1 = VP_SEVERITY_NOTE;
  while ($1 <= VP_SEVERITY_ERROR && strcmp(vp_severity_name($1), text.bytes) != 0) $1++;
  if ($1 > VP_SEVERITY_ERROR) {
    PyErr_Format(PyExc_ValueError, "the severities are 'error', 'warning' and 'note', not %R",
                 $input);
    SWIG_fail;
  }
}
%typemap(freearg) vp_severity "Py_XDECREF(text$argnum.object);"
