#include "check.h"

#include <stdlib.h>

bool vpy_take_names(vpy_names *out, PyObject *tuple) {
  Py_ssize_t count = PyTuple_Size(tuple);
  if (count < 0) return false;
  out->items = malloc(((size_t)count + 1) * sizeof *out->items);
  if (out->items == NULL) {
    PyErr_NoMemory();
    return false;
  }
  for (Py_ssize_t i = 0; i < count; i++) {
    char *name;
    if (PyBytes_AsStringAndSize(PyTuple_GetItem(tuple, i), &name, NULL) != 0) return false;
    out->items[out->count++] = name;
  }
  return true;
}

vp_check_options vpy_check_options(const vp_rule_set *rules, const vp_baseline *baseline,
                                   const vp_functions *functions, vp_language language,
                                   vp_date as_of, vpy_names select, vpy_names ignore) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  options.as_of = as_of;
  options.select = select.items;
  options.select_count = select.count;
  options.ignore = ignore.items;
  options.ignore_count = ignore.count;
  options.rules = rules;
  options.functions = functions;
  options.baseline = baseline;
  return options;
}

vp_status vpy_check(vp_report **out, const vp_plan *plan, const vp_rule_set *rules,
                    const vp_baseline *baseline, const vp_functions *functions,
                    vp_language language, vp_date as_of, vpy_names select, vpy_names ignore,
                    vp_error *error) {
  const vp_check_options options =
      vpy_check_options(rules, baseline, functions, language, as_of, select, ignore);
  return vp_check(out, plan, &options, error);
}
