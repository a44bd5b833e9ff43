%{
#include "report.h"
#include "result.h"
%}

%typemap(in) const vp_rule *rule (vpy_bytes text = VPY_NO_BYTES) {
  if (!vpy_take_text(&text, $input, false)) SWIG_fail;
  $1 = (vp_rule *)vp_rule_find(text.bytes);
  if ($1 == NULL) {
    PyErr_SetObject(PyExc_KeyError, $input);
    SWIG_fail;
  }
}
%typemap(freearg) const vp_rule *rule "Py_XDECREF(text$argnum.object);"
%typemap(out) const vp_rule * "$result = vpy_rule($1);"

size_t vp_rule_count(void);
const vp_rule *vp_rule_at(size_t index);

/* By its id. */
const char *vp_rule_page(const vp_rule *rule, vp_language language);
const char *vp_rule_example(const vp_rule *rule, bool fires);
const char *vp_rule_example_profile(const vp_rule *rule);

%rename(rule_example_findings) vpy_rule_example_findings;
vp_status vpy_rule_example_findings(const vp_rule *rule, vp_language language, const vp_sink *sink,
                                    vp_error *error);
