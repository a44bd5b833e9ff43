#include "baseline.h"

#include <stdlib.h>

#include "handle.h"
#include "result.h"

bool vpy_take_reports(vpy_reports *out, PyObject *tuple) {
  if (!vpy_is_tuple(tuple)) return false;
  Py_ssize_t count = PyTuple_Size(tuple);
  out->items = malloc(((size_t)count + 1) * sizeof *out->items);
  if (out->items == NULL) {
    PyErr_NoMemory();
    return false;
  }
  for (Py_ssize_t i = 0; i < count; i++) {
    const vp_report *report = vpy_object(PyTuple_GetItem(tuple, i), "vp_report");
    if (report == NULL) return false;
    out->items[out->count++] = report;
  }
  return true;
}
