/* What risks are worth, and where indicators stand. */
#include "handle.h"
#include "result.h"
#include "value.h"

static PyObject *reading(vp_level_reading level) {
  static const char *const states[] = {"missing", "known", "unreadable", "off_scale"};
  bool has_value = level.state == VP_LEVEL_KNOWN || level.state == VP_LEVEL_OFF_SCALE;
  return Py_BuildValue("(sNN)", states[level.state], vpy_number(has_value, level.value),
                       vpy_string(level.name));
}

PyObject *vpy_risk_score(const vp_risk_score *score, PyObject *handle) {
  if (score == NULL) return vpy_no_item();
  return Py_BuildValue(
      "{s:N,s:N,s:N,s:N,s:N,s:N,s:N,s:n}", "risk", vpy_element(score->risk, handle), "consequence",
      reading(score->consequence), "likelihood", reading(score->likelihood), "computed",
      vpy_number(score->is_computed, score->computed), "stated",
      vpy_number(score->is_stated, score->stated), "value",
      vpy_number(score->is_scored, score->value), "band", vpy_element(score->band, handle),
      "control_count", (Py_ssize_t)score->control_count);
}

/* (value, low, high): low and high are None without a range; None without a value. */
static PyObject *estimate(bool is_known, vp_estimate given) {
  if (is_known && given.has_range)
    return Py_BuildValue("(ddd)", given.value, given.low, given.high);
  if (is_known) return Py_BuildValue("(dOO)", given.value, Py_None, Py_None);
  Py_INCREF(Py_None);
  return Py_None;
}

static PyObject *optional_double(bool is_known, double value) {
  if (is_known) return PyFloat_FromDouble(value);
  Py_INCREF(Py_None);
  return Py_None;
}

PyObject *vpy_indicator_track(const vp_indicator_track *track, PyObject *handle) {
  static const char *const better[] = {NULL, "higher", "lower"};
  static const char *const outlooks[] = {NULL, "unlikely", "uncertain", "likely"};
  if (track == NULL) return vpy_no_item();
  return Py_BuildValue(
      "{s:N,s:N,s:N,s:N,s:N,s:N,s:N,s:s,s:N,s:n,s:N,s:N,s:N,s:N,s:N}", "indicator",
      vpy_element(track->indicator, handle), "target", vpy_element(track->target, handle), "latest",
      vpy_element(track->latest, handle), "previous", vpy_element(track->previous, handle),
      "outcome", vpy_element(track->outcome, handle), "baseline",
      vpy_element(track->baseline, handle), "better", vpy_string(better[track->better]), "status",
      vp_indicator_status_name(track->status), "change",
      vpy_number(track->has_change, track->change), "trend_count", (Py_ssize_t)track->trend_count,
      "trend_unit", vpy_unit(track->trend_unit), "slope", estimate(track->has_slope, track->slope),
      "intercept", optional_double(track->has_slope, track->intercept), "forecast",
      estimate(track->has_forecast, track->forecast), "forecast_meets",
      vpy_string(outlooks[track->forecast_meets]));
}
