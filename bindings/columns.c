/* Columns as Python's values. */
#include "columns.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "handle.h"
#include "result.h"

static PyObject *made(vp_status status, vp_columns *columns, const vp_error *error) {
  if (status == VP_OK) return vpy_own(columns, "vp_columns", NULL);
  vpy_raise(status, error);
  return NULL;
}

static PyObject *take(const vp_columns *columns, PyObject *rows, size_t *numbers, size_t count) {
  for (size_t i = 0; i < count && !PyErr_Occurred(); i++)
    numbers[i] = PyLong_AsSize_t(PyTuple_GetItem(rows, (Py_ssize_t)i));
  if (PyErr_Occurred()) return NULL;
  vp_columns *taken = NULL;
  vp_error error;
  vp_status status = vp_columns_take(&taken, columns, numbers, count, &error);
  return made(status, taken, &error);
}

/* Room for an item of that size for each of a tuple's; NULL with an exception set. */
static void *room_for(PyObject *tuple, size_t *count, size_t size) {
  if (!PyTuple_Check(tuple)) {
    PyErr_SetString(PyExc_TypeError, "expected a tuple");
    return NULL;
  }
  *count = (size_t)PyTuple_Size(tuple);
  void *room = calloc(*count + 1, size);
  if (room == NULL) PyErr_NoMemory();
  return room;
}

PyObject *vpy_columns_take(const vp_columns *columns, PyObject *rows) {
  size_t count, *numbers = room_for(rows, &count, sizeof *numbers);
  if (numbers == NULL) return NULL;
  PyObject *taken = take(columns, rows, numbers, count);
  free(numbers);
  return taken;
}

static PyObject *concatenate(PyObject *parts, const vp_columns **items, size_t count) {
  for (size_t i = 0; i < count; i++)
    if ((items[i] = vpy_object(PyTuple_GetItem(parts, (Py_ssize_t)i), "vp_columns")) == NULL)
      return NULL;
  vp_columns *all = NULL;
  vp_error error;
  PyThreadState *thread = PyEval_SaveThread();
  vp_status status = vp_columns_concatenate(&all, items, count, &error);
  PyEval_RestoreThread(thread);
  return made(status, all, &error);
}

PyObject *vpy_columns_concatenate(PyObject *parts) {
  size_t count;
  const vp_columns **items = room_for(parts, &count, sizeof *items);
  if (items == NULL) return NULL;
  PyObject *all = concatenate(parts, items, count);
  free(items);
  return all;
}

PyObject *vpy_column_heading(const vp_columns *columns, size_t index) {
  static const char *const kinds[] = {"text", "integer", "number", "flag"};
  const vp_column_view *view = vp_columns_view(columns, index);
  return view != NULL ? Py_BuildValue("(ss)", view->name, kinds[view->kind]) : vpy_no_item();
}

static PyObject *copy(const void *bytes, size_t size) {
  return PyByteArray_FromStringAndSize(bytes, (Py_ssize_t)size);
}

PyObject *vpy_column_buffers(const vp_columns *columns, size_t index) {
  const vp_column_view *view = vp_columns_view(columns, index);
  if (view == NULL) return vpy_no_item();
  size_t row_count = vp_columns_row_count(columns), bit_size = (row_count + 7) / 8;
  PyObject *values = copy(view->values, view->kind == VP_COLUMN_FLAG ? bit_size : row_count * 8);
  if (view->validity == NULL) return Py_BuildValue("(NO)", values, Py_None);
  return Py_BuildValue("(NN)", values, copy(view->validity, bit_size));
}

static bool is_null(const vp_column_view *view, size_t row) {
  return view->validity != NULL && (view->validity[row / 8] >> row % 8 & 1) == 0;
}

static bool are_equal(const vp_column_view *view, size_t a, size_t b) {
  const char *texts = view->values;
  const int64_t *offsets = view->offsets;
  int64_t length = offsets[a + 1] - offsets[a];
  return length == offsets[b + 1] - offsets[b] &&
         memcmp(texts + offsets[a], texts + offsets[b], (size_t)length) == 0;
}

static PyObject *text_at(const vp_column_view *view, size_t row) {
  int64_t begin = view->offsets[row], end = view->offsets[row + 1];
  return PyUnicode_DecodeUTF8((const char *)view->values + begin, (Py_ssize_t)(end - begin),
                              "strict");
}

/* Many rows after each other have the same text, which is then the same str. */
PyObject *vpy_column_texts(const vp_columns *columns, size_t index) {
  const vp_column_view *view = vp_columns_view(columns, index);
  if (view == NULL) return vpy_no_item();
  size_t row_count = vp_columns_row_count(columns);
  PyObject *list = PyList_New((Py_ssize_t)row_count);
  for (size_t row = 0; row < row_count && list != NULL; row++) {
    PyObject *before = row > 0 ? PyList_GetItem(list, (Py_ssize_t)row - 1) : Py_None, *item = NULL;
    if (is_null(view, row))
      item = Py_None;
    else if (before != Py_None && are_equal(view, row, row - 1))
      item = before;
    Py_XINCREF(item);
    if (item == NULL) item = text_at(view, row);
    if (item == NULL || PyList_SetItem(list, (Py_ssize_t)row, item) != 0) Py_CLEAR(list);
  }
  return list;
}
