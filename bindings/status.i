/* A status other than VP_OK is an exception. Out-parameters come before the error, so their
 * typemaps look at the status too. */
%{
#include "error.h"
%}

%typemap(out) vp_status "$result = NULL;"
%typemap(ret) vp_status "if ($result == NULL) $result = SWIG_Py_Void();"

%typemap(in, numinputs=0) vp_error *error (vp_error error) {
  error = (vp_error){.status = VP_OK};
  $1 = &error;
}
%typemap(argout) vp_error *error {
  if (result != VP_OK) {
    Py_CLEAR($result);
    vpy_raise(result, $1);
    SWIG_fail;
  }
}

/* For calls that take long: other Python threads run meanwhile. Where they call Python, their result
 * is freed with FREE when that raised. */
%define %release_gil(FUNCTION)
%exception FUNCTION {
  Py_BEGIN_ALLOW_THREADS
  $action
  Py_END_ALLOW_THREADS
}
%enddef

%define %calls_python(FUNCTION, FREE)
%exception FUNCTION {
  Py_BEGIN_ALLOW_THREADS
  $action
  Py_END_ALLOW_THREADS
  if (result == VP_OK && PyErr_Occurred()) {
    FREE(*arg1);
    result = VP_ERROR_CALLBACK;
  }
}
%enddef
