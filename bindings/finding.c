/* Rules, and what they found. */
#include "handle.h"
#include "result.h"
#include "value.h"

PyObject *vpy_rule(const vp_rule *rule) {
  if (rule == NULL) return vpy_no_item();
  return Py_BuildValue("{s:s,s:s,s:s,s:s}", "id", vp_rule_id(rule), "severity",
                       vp_severity_name(vp_rule_severity(rule)), "title_sv",
                       vp_rule_title(rule, VP_LANGUAGE_SV), "title_en",
                       vp_rule_title(rule, VP_LANGUAGE_EN));
}

PyObject *vpy_rule_result(const vp_rule_result *result, vp_language language) {
  if (result == NULL) return vpy_no_item();
  return Py_BuildValue("{s:s,s:s,s:s,s:N,s:n,s:n,s:n,s:n,s:z}", "rule", vp_rule_id(result->rule),
                       "title", vp_rule_title(result->rule, language), "severity",
                       vp_severity_name(result->severity), "ran", PyBool_FromLong(result->ran),
                       "applied", (Py_ssize_t)result->applied, "failed", (Py_ssize_t)result->failed,
                       "not_applicable", (Py_ssize_t)result->not_applicable, "accepted",
                       (Py_ssize_t)result->accepted, "off", result->off);
}

/* A text, (number, unit), (low, high, low_open, high_open, unit), or a list of texts. */
static PyObject *value(const vp_value *given) {
  switch (given->kind) {
    case VP_VALUE_NUMBER:
      return Py_BuildValue("(NN)", vpy_decimal(given->number), vpy_unit(given->unit));
    case VP_VALUE_INTERVAL:
      return Py_BuildValue("(NN)", vpy_interval(given->interval), vpy_unit(given->unit));
    case VP_VALUE_TEXTS: return vpy_strings(given->texts, given->text_count);
    case VP_VALUE_TEXT: break;
  }
  return vpy_string(given->text);
}

/* (kind, value) by name: the kind tells apart what looks alike in Python. */
static PyObject *values(const vp_finding *finding) {
  static const char *const kinds[] = {"text", "number", "interval", "texts"};
  PyObject *dict = PyDict_New();
  for (size_t i = 0; i < finding->value_count && dict != NULL; i++) {
    const vp_value *given = &finding->values[i];
    PyObject *pair = Py_BuildValue("(sN)", kinds[given->kind], value(given));
    if (pair == NULL || PyDict_SetItemString(dict, given->name, pair) != 0) Py_CLEAR(dict);
    Py_XDECREF(pair);
  }
  return dict;
}

static PyObject *candidate(const void *items, size_t index) {
  const vp_candidate *given = (const vp_candidate *)items + index;
  return Py_BuildValue(
      "{s:n,s:n,s:s,s:s,s:N,s:N,s:N,s:N}", "rank", (Py_ssize_t)given->rank, "explanation",
      (Py_ssize_t)given->explanation, "path", given->path, "slip", given->slip, "unit",
      vpy_unit(given->unit), "printed", vpy_decimal(given->printed), "value",
      vpy_number(given->has_value, given->value), "interval", vpy_interval(given->interval));
}

static PyObject *acceptance(const vp_acceptance *given, PyObject *handle) {
  if (given == NULL) return vpy_string(NULL);
  const vp_element *in_plan = given->in_baseline ? NULL : given->element;
  return Py_BuildValue("{s:s,s:z,s:N,s:s,s:N}", "reason", given->reason, "until", given->until,
                       "in_baseline", PyBool_FromLong(given->in_baseline), "path", given->path,
                       "element", vpy_element(in_plan, handle));
}

PyObject *vpy_finding(const vp_finding *finding, PyObject *handle) {
  if (finding == NULL) return vpy_no_item();
  return Py_BuildValue(
      "{s:s,s:s,s:s,s:I,s:I,s:I,s:I,s:s,s:N,s:N,s:N,s:N,s:s,s:s,s:N,s:N}", "rule", finding->rule,
      "severity", vp_severity_name(finding->severity), "path", finding->path, "line",
      (unsigned)finding->line, "column", (unsigned)finding->column, "end_line",
      (unsigned)finding->end_line, "end_column", (unsigned)finding->end_column, "message",
      finding->message, "notes", vpy_strings(finding->notes, finding->note_count), "help",
      vpy_strings(finding->help, finding->help_count), "values", values(finding), "candidates",
      vpy_tuple(finding->candidates, finding->candidate_count, candidate), "fingerprint",
      finding->fingerprint, "text_fingerprint", finding->text_fingerprint, "acceptance",
      acceptance(finding->acceptance, handle), "element", vpy_element(finding->element, handle));
}
