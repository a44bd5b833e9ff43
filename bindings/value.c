#include "value.h"

#include <string.h>

static PyObject *none(void) {
  Py_INCREF(Py_None);
  return Py_None;
}

/* decimal.Decimal, looked up once; the GIL is held. */
static PyObject *decimal_type(void) {
  static PyObject *type;
  if (type != NULL) return type;
  PyObject *module = PyImport_ImportModule("decimal");
  if (module == NULL) return NULL;
  PyObject *found = PyObject_GetAttrString(module, "Decimal");
  Py_DECREF(module);
  if (type == NULL)
    type = found; /* importing may have let another thread in */
  else
    Py_XDECREF(found);
  return type;
}

PyObject *vpy_decimal(vp_decimal number) {
  char text[VP_DECIMAL_TEXT_SIZE];
  PyObject *type = decimal_type();
  vp_decimal_format(text, sizeof text, number);
  return type != NULL ? PyObject_CallFunction(type, "s", text) : NULL;
}

PyObject *vpy_number(bool is_known, vp_decimal number) {
  return is_known ? vpy_decimal(number) : none();
}

PyObject *vpy_string(const char *text) {
  return text != NULL ? PyUnicode_FromString(text) : none();
}

PyObject *vpy_strings(const char *const *texts, size_t count) {
  PyObject *tuple = PyTuple_New((Py_ssize_t)count);
  for (size_t i = 0; i < count && tuple != NULL; i++) {
    PyObject *text = PyUnicode_FromString(texts[i]);
    if (text == NULL || PyTuple_SetItem(tuple, (Py_ssize_t)i, text) != 0) Py_CLEAR(tuple);
  }
  return tuple;
}

static const char *unit_name(vp_unit unit) {
  const char *symbol = vp_unit_symbol(unit);
  if (unit == VP_UNIT_COUNT) return "count";
  if (unit == VP_UNIT_INDEX) return "index";
  return *symbol != '\0' ? symbol : NULL;
}

PyObject *vpy_unit(vp_unit unit) { return vpy_string(unit_name(unit)); }

PyObject *vpy_interval(vp_interval interval) {
  vp_bound low = interval.low, high = interval.high;
  return Py_BuildValue(
      "(NNNN)", vpy_number(!low.unbounded, low.value), vpy_number(!high.unbounded, high.value),
      PyBool_FromLong(low.open || low.unbounded), PyBool_FromLong(high.open || high.unbounded));
}

PyObject *vpy_date(vp_date date) {
  if (date.year == 0) return none();
  return Py_BuildValue("(iii)", (int)date.year, (int)date.month, (int)date.day);
}

PyObject *vpy_period(vp_period period) {
  static const char *const kinds[] = {"missing",     "year",       "half",      "quarter",
                                      "month",       "day",        "range",     "season",
                                      "placeholder", "impossible", "unreadable"};
  bool is_known = vp_period_is_known(period);
  vp_date unknown = {0, 0, 0};
  return Py_BuildValue("(sNNN)", kinds[period.kind], vpy_string(period.text),
                       vpy_date(is_known ? period.first : unknown),
                       vpy_date(is_known ? period.last : unknown));
}

static PyObject *interval_of(const vp_quantity *quantity) {
  vp_interval interval;
  bool is_number = vp_quantity_interval(&interval, quantity) == VP_OK;
  return is_number ? vpy_interval(interval) : none();
}

static const char *const roundings[] = {"rounded", "truncated", "adjusted", "exact"};

PyObject *vpy_quantity(const vp_quantity *quantity, const char *own_unit) {
  static const char *const states[] = {"missing", "number", "yes", "no", "unreadable"};
  static const char *const qualifiers[] = {NULL,   "cirka", "drygt",    "knappt",
                                           "över", "under", "at_least", "at_most"};
  const char *unit =
      quantity->unit == VP_UNIT_OTHER ? own_unit : unit_name((vp_unit)quantity->unit);
  return Py_BuildValue("(sNNNNsN)", states[quantity->state],
                       vpy_number(quantity->state == VP_QUANTITY_NUMBER, quantity->value),
                       vpy_string(quantity->text), vpy_string(unit),
                       vpy_string(qualifiers[quantity->qualifier]), roundings[quantity->rounding],
                       interval_of(quantity));
}

PyObject *vpy_quantity_parse(const char *text) {
  vp_quantity quantity = vp_quantity_parse(text);
  return vpy_quantity(&quantity, NULL);
}

/* The nearest statement of a field, from the element outwards. */
static const char *declared_text(const vp_element *element, const char *field) {
  const char *text = NULL;
  for (; element != NULL && text == NULL; element = vp_element_parent(element))
    text = vp_element_text(element, field, 0);
  return text;
}

static int declared_decimals(const vp_element *element) {
  int32_t decimals = -1;
  for (; element != NULL; element = vp_element_parent(element))
    if (vp_element_integer(&decimals, element, "decimals")) break;
  return decimals;
}

static vp_rounding declared_rounding(const vp_element *element) {
  const char *name = declared_text(element, "rounding");
  size_t rounding = 0;
  while (name != NULL && strcmp(roundings[rounding], name) != 0) rounding++;
  return (vp_rounding)rounding;
}

PyObject *vpy_element_quantity(const vp_element *element, const char *field, size_t index) {
  vp_quantity raw = vp_element_quantity(element, field, index), completed;
  if (strcmp(field, "by_percent") == 0) {
    completed = vp_quantity_complete(raw, VP_UNIT_PERCENT, -1, VP_ROUNDING_ROUNDED);
    return vpy_quantity(&completed, NULL);
  }
  const char *text = declared_text(element, "unit");
  vp_unit unit = text != NULL ? vp_unit_parse(text, strlen(text)) : VP_UNIT_NONE;
  completed =
      vp_quantity_complete(raw, unit, declared_decimals(element), declared_rounding(element));
  return vpy_quantity(&completed, raw.unit == VP_UNIT_NONE ? text : NULL);
}

bool vpy_parse_rounding(vp_rounding *out, const char *name) {
  size_t rounding = 0, count = sizeof roundings / sizeof *roundings;
  while (rounding < count && strcmp(roundings[rounding], name) != 0) rounding++;
  *out = (vp_rounding)rounding;
  if (rounding < count) return true;
  PyErr_Format(PyExc_ValueError,
               "rounding is 'rounded', 'truncated', 'adjusted' or 'exact', not '%s'", name);
  return false;
}

static PyObject *encode(PyObject *text) {
  if (PyUnicode_Check(text)) return PyUnicode_AsUTF8String(text);
  PyErr_SetString(PyExc_TypeError, "expected a str");
  return NULL;
}

bool vpy_parse_decimal(vp_decimal *out, PyObject *text) {
  PyObject *bytes = encode(text);
  if (bytes == NULL) return false;
  vp_status status = vp_decimal_parse(out, PyBytes_AsString(bytes), (size_t)PyBytes_Size(bytes));
  Py_DECREF(bytes);
  if (status == VP_OK) return true;
  PyErr_Format(PyExc_ValueError, "%R does not fit a decimal of libvp", text);
  return false;
}

static bool parse_bound(vp_bound *out, PyObject *text, int is_open) {
  *out = (vp_bound){.open = is_open != 0, .unbounded = text == Py_None};
  return out->unbounded || vpy_parse_decimal(&out->value, text);
}

bool vpy_parse_interval(vp_interval *out, PyObject *tuple) {
  PyObject *low, *high;
  int low_open, high_open;
  if (!PyTuple_Check(tuple)) {
    PyErr_SetString(PyExc_TypeError, "expected a tuple");
    return false;
  }
  return PyArg_ParseTuple(tuple, "OOpp", &low, &high, &low_open, &high_open) &&
         parse_bound(&out->low, low, low_open) && parse_bound(&out->high, high, high_open);
}

bool vpy_parse_date(vp_date *out, PyObject *text) {
  *out = (vp_date){0, 0, 0};
  if (text == Py_None) return true;
  PyObject *bytes = encode(text);
  if (bytes == NULL) return false;
  vp_period period = vp_period_parse(PyBytes_AsString(bytes));
  Py_DECREF(bytes);
  if (period.kind != VP_PERIOD_DAY) {
    PyErr_Format(PyExc_ValueError, "%R is no date such as 2026-03-14", text);
    return false;
  }
  *out = period.first;
  return true;
}
