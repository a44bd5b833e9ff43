#include "own_rule.h"

#include "handle.h"

/* The exception stays set in this thread's state, where the call that checks finds it. */
static int check(vp_run *run, const vp_plan *plan, void *callable) {
  (void)plan;
  PyGILState_STATE gil = PyGILState_Ensure();
  PyObject *handle = NULL, *result = NULL;
  bool may_run = PyErr_Occurred() == NULL; /* no function has raised */
  if (may_run && (handle = vpy_borrow(run, "vp_run", NULL)) != NULL) {
    result = PyObject_CallFunctionObjArgs(callable, handle, NULL);
    vpy_revoke(handle);
    Py_DECREF(handle);
  }
  bool is_done = result != NULL;
  Py_XDECREF(result);
  PyGILState_Release(gil);
  return is_done ? 0 : 1;
}

static void forget(void *callable) {
  PyGILState_STATE gil = PyGILState_Ensure();
  Py_DECREF((PyObject *)callable);
  PyGILState_Release(gil);
}

vp_status vpy_rule_set_add(vp_rule_set *set, const char *id, vp_severity severity,
                           const char *title_sv, const char *title_en, PyObject *callable,
                           vp_error *error) {
  const vp_own_rule rule = {.size = sizeof rule,
                            .id = id,
                            .severity = severity,
                            .title_sv = title_sv,
                            .title_en = title_en,
                            .check = check,
                            .user = callable,
                            .destroy = forget};
  vp_status status = vp_rule_set_add(set, &rule, error);
  if (status == VP_OK) Py_INCREF(callable);
  return status;
}
