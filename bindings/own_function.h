#ifndef VPY_OWN_FUNCTION_H
#define VPY_OWN_FUNCTION_H

#include "python.h"

/* A set of functions from a tuple of (name, signature, function, address), whose handle keeps them
 * alive. With an address that is what is called; with 0 it is function, a Python callable. None
 * from it is no value. An exception that it raises stays set in the thread that computes, and none
 * of the set is called again there until it is taken. */
vp_status vpy_functions_new(vp_functions **out, PyObject *functions, vp_error *error);

/* What the function of that name gives for a tuple of arguments; None for no value. */
PyObject *vpy_function_call(const vp_functions *functions, const char *name, PyObject *arguments);

#endif
