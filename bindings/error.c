#include "error.h"

void vpy_raise(vp_status status, const vp_error *error) {
  if (PyErr_Occurred()) return;
  if (status == VP_ERROR_MEMORY || status == VP_ERROR_WRITE) { /* sinks only write to memory */
    PyErr_NoMemory();
    return;
  }
  PyObject *module = PyImport_ImportModule("libvp.errors");
  if (module == NULL) return;
  PyObject *exception =
      PyObject_CallMethod(module, "from_status", "ssII", vp_status_name(status), error->message,
                          (unsigned)error->line, (unsigned)error->column);
  Py_DECREF(module);
  if (exception == NULL) return;
  PyErr_SetObject((PyObject *)Py_TYPE(exception), exception);
  Py_DECREF(exception);
}
