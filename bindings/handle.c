#include "handle.h"

#include <string.h>

typedef struct owned_type {
  const char *name;
  void (*destroy)(void *object);
} owned_type;

#define DESTROY(TYPE) \
  static void destroy_##TYPE(void *object) { TYPE##_free(object); }
DESTROY(vp_plan)
DESTROY(vp_profile)
DESTROY(vp_baseline)
DESTROY(vp_rule_set)
DESTROY(vp_functions)
DESTROY(vp_report)
DESTROY(vp_reconciliation)
DESTROY(vp_network)
DESTROY(vp_localization)
DESTROY(vp_scoring)
DESTROY(vp_tracking)
DESTROY(vp_columns)

static const owned_type owned_types[] = {
    {"vp_plan", destroy_vp_plan},
    {"vp_profile", destroy_vp_profile},
    {"vp_baseline", destroy_vp_baseline},
    {"vp_rule_set", destroy_vp_rule_set},
    {"vp_functions", destroy_vp_functions},
    {"vp_report", destroy_vp_report},
    {"vp_reconciliation", destroy_vp_reconciliation},
    {"vp_network", destroy_vp_network},
    {"vp_localization", destroy_vp_localization},
    {"vp_scoring", destroy_vp_scoring},
    {"vp_tracking", destroy_vp_tracking},
    {"vp_columns", destroy_vp_columns},
};

static void destroy(void *object, const char *type) {
  for (size_t i = 0; i < sizeof owned_types / sizeof *owned_types; i++)
    if (strcmp(type, owned_types[i].name) == 0) owned_types[i].destroy(object);
}

static void release_parents(PyObject *capsule) { Py_XDECREF(PyCapsule_GetContext(capsule)); }

static void release(PyObject *capsule) {
  const char *type = PyCapsule_GetName(capsule);
  destroy(PyCapsule_GetPointer(capsule, type), type);
  release_parents(capsule);
}

static PyObject *make(void *object, const char *type, PyObject *parents,
                      PyCapsule_Destructor destructor) {
  PyObject *capsule = PyCapsule_New(object, type, destructor);
  if (capsule == NULL) return NULL;
  Py_XINCREF(parents);
  PyCapsule_SetContext(capsule, parents);
  return capsule;
}

PyObject *vpy_own(void *object, const char *type, PyObject *parents) {
  PyObject *capsule = make(object, type, parents, release);
  if (capsule == NULL) destroy(object, type);
  return capsule;
}

PyObject *vpy_borrow(const void *object, const char *type, PyObject *parents) {
  return make((void *)(uintptr_t)object, type, parents, release_parents);
}

static bool is_root(PyObject *handle) {
  return PyCapsule_IsValid(handle, "vp_plan") || PyCapsule_IsValid(handle, "vp_profile");
}

void vpy_keep(PyObject *handle, PyObject *other) {
  Py_INCREF(other);
  PyCapsule_SetContext(handle, other);
}

/* The plan's own handle, or the profile's, up the chain of parents. */
static PyObject *root_of(PyObject *handle) {
  while (handle != NULL && !is_root(handle))
    handle = PyTuple_Check(handle) ? PyTuple_GetItem(handle, 0) : PyCapsule_GetContext(handle);
  return handle;
}

PyObject *vpy_element(const vp_element *element, PyObject *handle) {
  if (element != NULL) return vpy_borrow(element, "vp_element", root_of(handle));
  Py_INCREF(Py_None);
  return Py_None;
}

PyObject *vpy_element_place(PyObject *handle) {
  const vp_element *element = vpy_object(handle, "vp_element");
  if (element == NULL) return NULL;
  vp_span span;
  if (vp_element_span(&span, element, NULL, UINT32_MAX))
    return Py_BuildValue("(II)", (unsigned)span.line, (unsigned)span.column);
  Py_INCREF(Py_None);
  return Py_None;
}

void *vpy_object(PyObject *handle, const char *type) {
  if (PyCapsule_IsValid(handle, type)) return PyCapsule_GetPointer(handle, type);
  PyErr_Format(PyExc_TypeError, "expected a handle to a %s", type);
  return NULL;
}

void vpy_revoke(PyObject *handle) { PyCapsule_SetName(handle, "revoked"); }
