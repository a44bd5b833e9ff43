#ifndef VPY_BASELINE_H
#define VPY_BASELINE_H

#include <stdbool.h>

#include "python.h"

typedef struct vpy_reports {
  const vp_report **items; /* its owner frees them with free() */
  size_t count;
} vpy_reports;

#define VPY_NO_REPORTS \
  { NULL, 0 }

/* From a tuple of handles, which has to outlive the reports; false with an exception set. */
bool vpy_take_reports(vpy_reports *out, PyObject *tuple);

#endif
