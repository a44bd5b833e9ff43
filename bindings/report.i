%{
#include "report.h"
%}

%typemap(in) (const vp_report_file *files, size_t count) (vpy_files files = VPY_NO_FILES) {
  if (!vpy_take_files(&files, $input)) SWIG_fail;
  $1 = files.items;
  $2 = files.count;
}
%typemap(freearg) (const vp_report_file *files, size_t count) {
  free(files$argnum.items);
  free(files$argnum.errors);
}

%release_gil(vp_report_write_json)
vp_status vp_report_write_json(const vp_report_file *files, size_t count, const vp_sink *sink,
                               vp_error *error);
%release_gil(vp_report_write_sarif)
vp_status vp_report_write_sarif(const vp_report_file *files, size_t count, const vp_sink *sink,
                                vp_error *error);
%release_gil(vp_report_write_junit)
vp_status vp_report_write_junit(const vp_report_file *files, size_t count, const vp_sink *sink,
                                vp_error *error);
%release_gil(vp_report_write_github)
vp_status vp_report_write_github(const vp_report_file *files, size_t count, const vp_sink *sink,
                                 vp_error *error);

%rename(report_write_text) vpy_report_write_text;
%release_gil(vpy_report_write_text)
vp_status vpy_report_write_text(const vp_report *report, const char *name, bool colour,
                                const vp_sink *sink, vp_error *error);
