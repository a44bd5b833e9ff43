/* Python's headers before all others, and libvp's. */
#ifndef VPY_PYTHON_H
#define VPY_PYTHON_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <vp/vp.h>

#endif
