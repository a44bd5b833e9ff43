/* Baselines: findings that are accepted, in a file of their own. */
%{
#include "baseline.h"
%}

vp_status vp_baseline_read(vp_baseline **out, const vp_context *context, const char *bytes,
                           size_t length, vp_error *error);

%typemap(in) (const vp_report *const *reports, size_t count) (vpy_reports reports = VPY_NO_REPORTS) {
  if (!vpy_take_reports(&reports, $input)) SWIG_fail;
  $1 = ($1_ltype)reports.items;
  $2 = reports.count;
}
%typemap(freearg) (const vp_report *const *reports, size_t count) "free(reports$argnum.items);"

%apply const vp_baseline *baseline {const vp_baseline *old};
%apply const char *optional {const char *reason, const char *until};
%release_gil(vp_baseline_update)
vp_status vp_baseline_update(vp_baseline **out, const vp_context *context, const vp_baseline *old,
                             const vp_report *const *reports, size_t count, const char *reason,
                             const char *until, vp_error *error);
%clear const char *reason, const char *until;
%clear const vp_baseline *old;

/* The one to be written is no option. */
%clear const vp_baseline *baseline;
%release_gil(vp_baseline_write)
vp_status vp_baseline_write(const vp_baseline *baseline, const vp_sink *sink, vp_error *error);
