/* Columns as capsules of the Arrow PyCapsule interface. */
#include <errno.h>
#include <stdlib.h>

#include "columns.h"
#include "error.h"

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};

#endif

/* A stream's own copies. */
typedef struct source {
  vp_columns *headings; /* without rows */
  vp_columns *rows;     /* NULL once they were given away */
  vp_error error;
} source;

static vp_status export_copy(struct ArrowSchema *schema, struct ArrowArray *array,
                             const vp_columns *columns, vp_error *error) {
  vp_columns *copied;
  vp_status status = vp_columns_concatenate(&copied, &columns, 1, error);
  if (status != VP_OK) return status;
  status = vp_columns_export(schema, array, copied, error);
  if (status != VP_OK) vp_columns_free(copied);
  return status;
}

static vp_status export_schema(struct ArrowSchema *schema, const vp_columns *headings,
                               vp_error *error) {
  struct ArrowArray array;
  vp_status status = export_copy(schema, &array, headings, error);
  if (status == VP_OK) array.release(&array);
  return status;
}

static int errno_of(vp_status status) {
  if (status == VP_OK) return 0;
  return status == VP_ERROR_MEMORY ? ENOMEM : EINVAL;
}

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
  source *from = stream->private_data;
  return errno_of(export_schema(out, from->headings, &from->error));
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
  source *from = stream->private_data;
  struct ArrowSchema schema;
  out->release = NULL; /* the end of the stream */
  if (from->rows == NULL) return 0;
  vp_status status = vp_columns_export(&schema, out, from->rows, &from->error);
  if (status != VP_OK) return errno_of(status);
  from->rows = NULL;
  schema.release(&schema);
  return 0;
}

static const char *get_last_error(struct ArrowArrayStream *stream) {
  const source *from = stream->private_data;
  return from->error.status != VP_OK ? from->error.message : NULL;
}

static void release(struct ArrowArrayStream *stream) {
  source *from = stream->private_data;
  vp_columns_free(from->headings);
  vp_columns_free(from->rows);
  free(from);
  stream->release = NULL;
}

static vp_status open_stream(struct ArrowArrayStream *out, const vp_columns *columns,
                             vp_error *error) {
  source *from = calloc(1, sizeof *from);
  if (from == NULL) return VP_ERROR_MEMORY;
  *out = (struct ArrowArrayStream){get_schema, get_next, get_last_error, release, from};
  vp_status status = vp_columns_take(&from->headings, columns, NULL, 0, error);
  if (status == VP_OK) status = vp_columns_concatenate(&from->rows, &columns, 1, error);
  if (status != VP_OK) release(out);
  return status;
}

/* A capsule owns its struct; what a consumer moved out of it has a release of NULL. */
#define CAPSULE(TYPE, NAME)                                                            \
  static void free_##NAME(PyObject *capsule) {                                         \
    struct TYPE *held = PyCapsule_GetPointer(capsule, #NAME);                          \
    if (held->release != NULL) held->release(held);                                    \
    free(held);                                                                        \
  }                                                                                    \
  /* Takes what made holds. */                                                         \
  static PyObject *wrap_##NAME(struct TYPE made) {                                     \
    struct TYPE *held = malloc(sizeof *held);                                          \
    PyObject *capsule = held != NULL ? PyCapsule_New(held, #NAME, free_##NAME) : NULL; \
    if (capsule != NULL) {                                                             \
      *held = made;                                                                    \
      return capsule;                                                                  \
    }                                                                                  \
    made.release(&made);                                                               \
    free(held);                                                                        \
    return PyErr_NoMemory();                                                           \
  }
CAPSULE(ArrowSchema, arrow_schema)
CAPSULE(ArrowArray, arrow_array)
CAPSULE(ArrowArrayStream, arrow_array_stream)

static PyObject *fail(vp_status status, const vp_error *error) {
  vpy_raise(status, error);
  return NULL;
}

PyObject *vpy_arrow_schema(const vp_columns *columns) {
  struct ArrowSchema schema;
  vp_columns *headings;
  vp_error error;
  vp_status status = vp_columns_take(&headings, columns, NULL, 0, &error);
  if (status != VP_OK) return fail(status, &error);
  status = export_schema(&schema, headings, &error);
  vp_columns_free(headings);
  return status == VP_OK ? wrap_arrow_schema(schema) : fail(status, &error);
}

PyObject *vpy_arrow_array(const vp_columns *columns) {
  struct ArrowSchema schema;
  struct ArrowArray array;
  vp_error error;
  PyThreadState *thread = PyEval_SaveThread();
  vp_status status = export_copy(&schema, &array, columns, &error);
  PyEval_RestoreThread(thread);
  if (status != VP_OK) return fail(status, &error);
  return Py_BuildValue("(NN)", wrap_arrow_schema(schema), wrap_arrow_array(array));
}

PyObject *vpy_arrow_stream(const vp_columns *columns) {
  struct ArrowArrayStream stream;
  vp_error error;
  PyThreadState *thread = PyEval_SaveThread();
  vp_status status = open_stream(&stream, columns, &error);
  PyEval_RestoreThread(thread);
  return status == VP_OK ? wrap_arrow_array_stream(stream) : fail(status, &error);
}
