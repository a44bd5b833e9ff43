/* One report written out under the name of its plan's file. */
#ifndef VPY_REPORT_H
#define VPY_REPORT_H

#include <stdbool.h>

#include "python.h"

vp_status vpy_report_write_json(const vp_report *report, const char *name, const vp_sink *sink,
                                vp_error *error);
vp_status vpy_report_write_text(const vp_report *report, const char *name, bool colour,
                                const vp_sink *sink, vp_error *error);

#endif
