#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "handle.h"
#include "result.h"

/* What does not fit is cut off, between characters. */
static void put_message(vp_error *error, const char *message) {
  size_t length = strlen(message);
  if (length >= sizeof error->message) {
    length = sizeof error->message - 1;
    while (length > 0 && ((unsigned char)message[length] & 0xc0) == 0x80) length--;
  }
  memcpy(error->message, message, length);
  error->message[length] = '\0';
}

static bool take_file(vp_report_file *out, vp_error *error, PyObject *given) {
  const char *name, *message;
  PyObject *report;
  unsigned line, column;
  if (!vpy_is_tuple(given) ||
      !PyArg_ParseTuple(given, "sOsII", &name, &report, &message, &line, &column))
    return false;
  *error = (vp_error){.status = VP_ERROR_ARGUMENT, .line = line, .column = column};
  put_message(error, message);
  *out = (vp_report_file){.name = name, .error = error};
  if (report == Py_None) return true;
  out->report = vpy_object(report, "vp_report");
  return out->report != NULL;
}

bool vpy_take_files(vpy_files *out, PyObject *tuple) {
  if (!vpy_is_tuple(tuple)) return false;
  size_t count = (size_t)PyTuple_Size(tuple);
  out->items = calloc(count + 1, sizeof *out->items);
  out->errors = calloc(count + 1, sizeof *out->errors);
  if (out->items == NULL || out->errors == NULL) {
    PyErr_NoMemory();
    return false;
  }
  out->count = count;
  for (size_t i = 0; i < count; i++)
    if (!take_file(&out->items[i], &out->errors[i], PyTuple_GetItem(tuple, (Py_ssize_t)i)))
      return false;
  return true;
}

vp_status vpy_report_write_text(const vp_report *report, const char *name, bool colour,
                                const vp_sink *sink, vp_error *error) {
  const vp_report_file file = {.name = name, .report = report};
  return vp_report_write_text(&file, colour ? VP_REPORT_COLOUR : 0, sink, error);
}

vp_status vpy_rule_example_findings(const vp_rule *rule, vp_language language, const vp_sink *sink,
                                    vp_error *error) {
  vp_report *report = NULL;
  vp_status status = vp_rule_check_example(&report, rule, language, error);
  if (status != VP_OK) return status;
  status = vpy_report_write_text(report, vp_rule_example_name(rule), false, sink, error);
  vp_report_free(report);
  return status;
}
