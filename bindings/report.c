#include "report.h"

vp_status vpy_report_write_json(const vp_report *report, const char *name, const vp_sink *sink,
                                vp_error *error) {
  const vp_report_file file = {.name = name, .report = report};
  return vp_report_write_json(&file, 1, sink, error);
}

vp_status vpy_report_write_text(const vp_report *report, const char *name, bool colour,
                                const vp_sink *sink, vp_error *error) {
  const vp_report_file file = {.name = name, .report = report};
  return vp_report_write_text(&file, colour ? VP_REPORT_COLOUR : 0, sink, error);
}
