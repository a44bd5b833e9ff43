#ifndef VPY_REPORT_H
#define VPY_REPORT_H

#include <stdbool.h>

#include "python.h"

typedef struct vpy_files {
  vp_report_file *items; /* its owner frees them and the errors with free() */
  vp_error *errors;
  size_t count;
} vpy_files;

#define VPY_NO_FILES \
  { NULL, NULL, 0 }

/* From a tuple of (name, report, message, line, column), with None and what went wrong for a file
 * without a report. The tuple has to outlive the files. false with an exception set. */
bool vpy_take_files(vpy_files *out, PyObject *tuple);

vp_status vpy_report_write_text(const vp_report *report, const char *name, bool colour,
                                const vp_sink *sink, vp_error *error);

/* What a check of the rule's example finds, as text. */
vp_status vpy_rule_example_findings(const vp_rule *rule, vp_language language, const vp_sink *sink,
                                    vp_error *error);

#endif
