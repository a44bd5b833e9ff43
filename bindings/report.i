%{
#include "report.h"
%}

%rename(report_write_json) vpy_report_write_json;
%release_gil(vpy_report_write_json)
vp_status vpy_report_write_json(const vp_report *report, const char *name, const vp_sink *sink,
                                vp_error *error);

%rename(report_write_text) vpy_report_write_text;
%release_gil(vpy_report_write_text)
vp_status vpy_report_write_text(const vp_report *report, const char *name, bool colour,
                                const vp_sink *sink, vp_error *error);
