%{
#include "check.h"
%}

/* A tuple of bytes, which the arguments keep alive. */
%typemap(in) vpy_names (vpy_names names = VPY_NO_NAMES) {
  if (!vpy_take_names(&names, $input)) SWIG_fail;
  $1 = names;
}
%typemap(freearg) vpy_names "free(names$argnum.items);"

/* A report needs the plan, the rules and the baseline, and no functions. */
%typemap(in, numinputs=0) vp_report **out (vp_report *made = NULL) "$1 = &made;"
%typemap(argout) vp_report **out {
  if (result == VP_OK) {
    PyObject *parents = PyTuple_GetSlice(args, 0, 3);
    if (parents != NULL) $result = vpy_own(*$1, "vp_report", parents);
    else vp_report_free(*$1);
    Py_XDECREF(parents);
    if ($result == NULL) SWIG_fail;
  }
}

%calls_python(vpy_check, vp_report_free)
%rename(check) vpy_check;
vp_status vpy_check(vp_report **out, const vp_plan *plan, const vp_rule_set *rules,
                    const vp_baseline *baseline, const vp_functions *functions, vp_language language, vp_date as_of,
                    vpy_names select, vpy_names ignore, vp_error *error);

size_t vp_report_finding_count(const vp_report *report);
%typemap(out) const vp_finding * "$result = vpy_finding($1, swig_obj[0]);"
const vp_finding *vp_report_finding(const vp_report *report, size_t index);
size_t vp_report_severity_count(const vp_report *report, vp_severity severity);
size_t vp_report_accepted_count(const vp_report *report);

size_t vp_report_rule_count(const vp_report *report);
%typemap(out) const vp_rule_result * "$result = vpy_rule_result($1, vp_report_language(arg1));"
const vp_rule_result *vp_report_rule(const vp_report *report, size_t index);
vp_language vp_report_language(const vp_report *report);
