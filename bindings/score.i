%calls_python(vp_score_with, vp_scoring_free)
%rename(score) vp_score_with;
vp_status vp_score_with(vp_scoring **out, const vp_plan *plan, const vp_functions *functions,
                        vp_error *error);

const vp_element *vp_scoring_model(const vp_scoring *scoring);
size_t vp_scoring_count(const vp_scoring *scoring);
%typemap(out) const vp_risk_score * "$result = vpy_risk_score($1, swig_obj[0]);"
const vp_risk_score *vp_scoring_risk(const vp_scoring *scoring, size_t index);
const vp_risk_score *vp_scoring_ranked(const vp_scoring *scoring, size_t rank);
const vp_element *vp_scoring_band(const vp_scoring *scoring, vp_decimal value);

%typemap(in, numinputs=0) vp_decimal *out (vp_decimal number) "$1 = &number;"
%typemap(argout) vp_decimal *out {
  if (result) {
    Py_CLEAR($result);
    $result = vpy_decimal(*$1);
  }
}
%exception vp_scoring_score {
  $action
  if (PyErr_Occurred()) SWIG_fail;
}
/* The score, or False. */
bool vp_scoring_score(vp_decimal *out, const vp_scoring *scoring, vp_decimal consequence,
                      vp_decimal likelihood);
