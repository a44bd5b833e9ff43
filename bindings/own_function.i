/* Functions that a risk model may name. */
%{
#include "own_function.h"
%}

%rename(functions_new) vpy_functions_new;
vp_status vpy_functions_new(vp_functions **out, PyObject *functions, vp_error *error);

%rename(function_call) vpy_function_call;
PyObject *vpy_function_call(const vp_functions *functions, const char *name, PyObject *arguments);
