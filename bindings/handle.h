/* What Python holds of libvp: capsules. A handle keeps alive what its object was made from, so
 * nothing is freed while another handle, or a call in another thread, still uses it. */
#ifndef VPY_HANDLE_H
#define VPY_HANDLE_H

#include "python.h"

/* Both take a reference to parents: the handle it comes from, or the tuple of a call's arguments
 * whose first is that handle; NULL for none. They give NULL with an exception set. */

/* Frees the object with the handle; at once when no handle can be made. */
PyObject *vpy_own(void *object, const char *type, PyObject *parents);

/* A part of a parent: freed with it. */
PyObject *vpy_borrow(const void *object, const char *type, PyObject *parents);

/* From now on the handle, which has no parents, keeps the other one alive. */
void vpy_keep(PyObject *handle, PyObject *other);

/* None for NULL. handle is any handle to the plan or to something made from it. */
PyObject *vpy_element(const vp_element *element, PyObject *handle);

/* (line, column); None for a plan that was not read from a text. */
PyObject *vpy_element_place(PyObject *element);

/* The object of a handle of that type; NULL with a TypeError set. */
void *vpy_object(PyObject *handle, const char *type);

/* From now on vpy_object refuses the handle. */
void vpy_revoke(PyObject *handle);

#endif
