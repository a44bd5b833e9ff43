#include "own_function.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "result.h"
#include "text.h"
#include "value.h"

/* A Python function; both are borrowed. */
typedef struct own_function {
  PyObject *callable;
  const vp_function *function;
} own_function;

static const char *const type_names[] = {
    [VP_SCALAR_BOOL] = "bool", [VP_SCALAR_I32] = "i32", [VP_SCALAR_I64] = "i64",
    [VP_SCALAR_U64] = "u64",   [VP_SCALAR_F64] = "f64", [VP_SCALAR_STRING] = "string"};

/* The type that a signature has there. */
static vp_scalar_type type_at(const char *signature) {
  int type = VP_SCALAR_BOOL;
  while (strncmp(signature, type_names[type], strlen(type_names[type])) != 0) type++;
  return (vp_scalar_type)type;
}

static PyObject *to_python(const void *scalars, size_t index) {
  const vp_scalar *given = (const vp_scalar *)scalars + index;
  switch (given->type) {
    case VP_SCALAR_BOOL: return PyBool_FromLong(given->as.truth);
    case VP_SCALAR_I32: return PyLong_FromLong(given->as.i32);
    case VP_SCALAR_I64: return PyLong_FromLongLong(given->as.i64);
    case VP_SCALAR_U64: return PyLong_FromUnsignedLongLong(given->as.u64);
    case VP_SCALAR_F64: return PyFloat_FromDouble(given->as.f64);
    case VP_SCALAR_STRING: return vpy_string(given->as.string);
    case VP_SCALAR_NONE: break;
  }
  return vpy_string(NULL);
}

static bool take_signed(vp_scalar *out, PyObject *whole) {
  long long value = PyLong_AsLongLong(whole);
  out->as.i64 = value;
  if (PyErr_Occurred() || out->type == VP_SCALAR_I64) return !PyErr_Occurred();
  out->as.i32 = (int32_t)value;
  return value >= INT32_MIN && value <= INT32_MAX;
}

static bool take_whole(vp_scalar *out, PyObject *given) {
  PyObject *whole = PyNumber_Index(given);
  if (whole == NULL) return false;
  bool is_taken = true;
  if (out->type == VP_SCALAR_U64)
    out->as.u64 = PyLong_AsUnsignedLongLong(whole);
  else
    is_taken = take_signed(out, whole);
  Py_DECREF(whole);
  return is_taken && !PyErr_Occurred();
}

/* false when it is no value of out's type, perhaps with an exception set. text, which is empty, may
 * be given what out borrows. */
static bool take(vp_scalar *out, vpy_bytes *text, PyObject *given) {
  switch (out->type) {
    case VP_SCALAR_BOOL: out->as.truth = given == Py_True; return PyBool_Check(given);
    case VP_SCALAR_F64: out->as.f64 = PyFloat_AsDouble(given); return !PyErr_Occurred();
    case VP_SCALAR_STRING:
      if (!vpy_take_text(text, given, false)) return false;
      out->as.string = text->bytes;
      return true;
    default: return take_whole(out, given);
  }
}

/* From signature on, which has the type there. */
static bool from_python(vp_scalar *out, vpy_bytes *text, const char *signature, PyObject *given,
                        const vp_function *function, const char *what) {
  out->type = type_at(signature);
  if (take(out, text, given)) return true;
  PyErr_Clear();
  PyErr_Format(PyExc_TypeError, "the function \"%s\" %s %R, which is no %s",
               vp_function_name(function), what, given, type_names[out->type]);
  return false;
}

/* A text lives until the thread's next one. */
static bool keep(vpy_bytes *text) {
  if (text->object == NULL) return true;
  PyObject *thread = PyThreadState_GetDict();
  bool is_kept =
      thread != NULL && PyDict_SetItemString(thread, "libvp.function", text->object) == 0;
  Py_CLEAR(text->object);
  return is_kept;
}

static bool call_python(vp_scalar *result, const vp_scalar *arguments, size_t count,
                        const own_function *own) {
  PyObject *given = vpy_tuple(arguments, count, to_python);
  PyObject *value = given != NULL ? PyObject_CallObject(own->callable, given) : NULL;
  Py_XDECREF(given);
  if (value == NULL) return false;
  vpy_bytes text = VPY_NO_BYTES;
  bool is_done =
      value == Py_None || (from_python(result, &text, vp_function_signature(own->function), value,
                                       own->function, "gave") &&
                           keep(&text));
  Py_XDECREF(text.object);
  Py_DECREF(value);
  return is_done;
}

static int call(vp_scalar *result, const vp_scalar *arguments, size_t count, void *own) {
  PyGILState_STATE gil = PyGILState_Ensure();
  bool is_done = PyErr_Occurred() == NULL && call_python(result, arguments, count, own);
  PyGILState_Release(gil);
  return is_done ? 0 : 1;
}

static vp_status add_callable(vp_functions *functions, const char *name, const char *signature,
                              PyObject *callable, vp_error *error) {
  own_function *made = malloc(sizeof *made);
  if (made == NULL) return VP_ERROR_MEMORY;
  made->callable = callable;
  vp_status status =
      vp_functions_register_callback(functions, name, signature, call, made, free, error);
  if (status == VP_OK)
    made->function = vp_functions_find(functions, name);
  else
    free(made);
  return status;
}

static vp_status add(vp_functions *functions, PyObject *given, vp_error *error) {
  const char *name, *signature;
  PyObject *callable;
  unsigned long long address;
  if (!vpy_is_tuple(given) ||
      !PyArg_ParseTuple(given, "ssOK", &name, &signature, &callable, &address))
    return VP_ERROR_ARGUMENT;
  if (address == 0) return add_callable(functions, name, signature, callable, error);
  return vp_functions_register(functions, name, signature, (vp_native_function)(uintptr_t)address,
                               error);
}

vp_status vpy_functions_new(vp_functions **out, PyObject *given, vp_error *error) {
  vp_functions *functions = NULL;
  if (!vpy_is_tuple(given)) return VP_ERROR_ARGUMENT;
  vp_status status = vp_functions_new(&functions, NULL, error);
  for (Py_ssize_t i = 0; status == VP_OK && i < PyTuple_Size(given); i++)
    status = add(functions, PyTuple_GetItem(given, i), error);
  if (status == VP_OK)
    *out = functions;
  else
    vp_functions_free(functions);
  return status;
}

typedef struct given_arguments {
  vp_scalar scalars[VP_FUNCTION_MAX_ARGUMENTS];
  vpy_bytes texts[VP_FUNCTION_MAX_ARGUMENTS];
} given_arguments;

/* As many as the function takes; false with an exception set. */
static bool take_arguments(given_arguments *out, const vp_function *function, PyObject *tuple) {
  size_t count = (size_t)PyTuple_Size(tuple);
  const char *type = strchr(vp_function_signature(function), '(');
  for (size_t i = 0; i < count && type != NULL && type[1] != ')'; i++) {
    PyObject *given = PyTuple_GetItem(tuple, (Py_ssize_t)i);
    if (!from_python(&out->scalars[i], &out->texts[i], type + 1, given, function, "was given"))
      return false;
    type = strchr(type + 1, ',');
  }
  return true;
}

static PyObject *call_with(const vp_function *function, const vp_scalar *arguments, size_t count) {
  vp_error error = {.status = VP_OK};
  vp_scalar result;
  vp_status status = vp_function_call(&result, function, arguments, count, &error);
  if (status == VP_OK) return to_python(&result, 0);
  vpy_raise(status, &error);
  return NULL;
}

PyObject *vpy_function_call(const vp_functions *functions, const char *name, PyObject *arguments) {
  const vp_function *function = vp_functions_find(functions, name);
  if (function == NULL) {
    PyErr_SetString(PyExc_KeyError, name);
    return NULL;
  }
  if (!vpy_is_tuple(arguments)) return NULL;
  given_arguments given = {.texts = {VPY_NO_BYTES}};
  PyObject *result = NULL;
  if (take_arguments(&given, function, arguments))
    result = call_with(function, given.scalars, (size_t)PyTuple_Size(arguments));
  for (size_t i = 0; i < VP_FUNCTION_MAX_ARGUMENTS; i++) Py_XDECREF(given.texts[i].object);
  return result;
}
