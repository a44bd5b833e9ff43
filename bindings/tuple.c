#include "result.h"

PyObject *vpy_no_item(void) {
  PyErr_SetString(PyExc_IndexError, "index out of range");
  return NULL;
}

bool vpy_is_tuple(PyObject *given) {
  if (PyTuple_Check(given)) return true;
  PyErr_Format(PyExc_TypeError, "expected a tuple, not %R", (PyObject *)Py_TYPE(given));
  return false;
}

PyObject *vpy_tuple(const void *items, size_t count, vpy_item make) {
  PyObject *tuple = PyTuple_New((Py_ssize_t)count);
  for (size_t i = 0; i < count && tuple != NULL; i++) {
    PyObject *item = make(items, i);
    if (item == NULL || PyTuple_SetItem(tuple, (Py_ssize_t)i, item) != 0) Py_CLEAR(tuple);
  }
  return tuple;
}
