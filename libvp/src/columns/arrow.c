/* The Arrow C data interface. What was released has a release of NULL, and so has what was moved
 * elsewhere: a child is released only if it is still there, and owns all it has but its structure.
 */
#include <string.h>

#include "columns/columns.h"

typedef struct column_schema {
  const vp_context *context;
  char name[];
} column_schema;

/* The children, and behind them a pointer to each. */
typedef struct row_schema {
  const vp_context *context;
  struct ArrowSchema children[];
} row_schema;

typedef struct row_array {
  const vp_context *context;
  const void *buffers[1]; /* no row is null */
  struct ArrowArray children[];
} row_array;

static void release_column_schema(struct ArrowSchema *schema) {
  column_schema *own = schema->private_data;
  vp_free(own->context, own);
  schema->release = NULL;
}

static void release_row_schema(struct ArrowSchema *schema) {
  row_schema *own = schema->private_data;
  for (int64_t i = 0; i < schema->n_children; i++)
    if (schema->children[i]->release != NULL) schema->children[i]->release(schema->children[i]);
  vp_free(own->context, own);
  schema->release = NULL;
}

static void release_column(struct ArrowArray *array) {
  vp_vector_free(array->private_data);
  array->release = NULL;
}

static void release_rows(struct ArrowArray *array) {
  row_array *own = array->private_data;
  for (int64_t i = 0; i < array->n_children; i++)
    if (array->children[i]->release != NULL) array->children[i]->release(array->children[i]);
  vp_free(own->context, own);
  array->release = NULL;
}

static const char *format_of(vp_column_kind kind) {
  switch (kind) {
    case VP_COLUMN_TEXT: break;
    case VP_COLUMN_INTEGER: return "l";
    case VP_COLUMN_NUMBER: return "g";
    case VP_COLUMN_FLAG: return "b";
  }
  return "U";
}

/* Leaves release NULL when memory is out. */
static void make_column_schema(struct ArrowSchema *out, const vp_vector *vector) {
  size_t name_size = strlen(vector->name) + 1;
  column_schema *own = vp_alloc(vector->context, sizeof *own + name_size);
  *out = (struct ArrowSchema){.format = format_of(vector->kind), .flags = ARROW_FLAG_NULLABLE};
  if (own == NULL) return;
  own->context = vector->context;
  memcpy(own->name, vector->name, name_size);
  out->name = own->name;
  out->private_data = own;
  out->release = release_column_schema;
}

static bool make_schema(struct ArrowSchema *out, const vp_columns *columns) {
  row_schema *own = vp_alloc(
      columns->context,
      sizeof *own + columns->count * (sizeof *own->children + sizeof(struct ArrowSchema *)));
  if (own == NULL) return false;
  own->context = columns->context;
  struct ArrowSchema **pointers = (void *)(own->children + columns->count);
  *out = (struct ArrowSchema){.format = "+s",
                              .name = "",
                              .n_children = (int64_t)columns->count,
                              .children = pointers,
                              .release = release_row_schema,
                              .private_data = own};
  bool is_whole = true;
  for (size_t i = 0; i < columns->count; i++) {
    pointers[i] = &own->children[i];
    make_column_schema(pointers[i], columns->vectors[i]);
    is_whole = is_whole && pointers[i]->release != NULL;
  }
  if (!is_whole) out->release(out);
  return is_whole;
}

/* The array's buffers are those of the vector, which is its own from now on. */
static struct ArrowArray array_of(vp_vector *vector) {
  bool is_text = vector->kind == VP_COLUMN_TEXT;
  vector->buffers[0] = vector->view.validity;
  vector->buffers[1] = is_text ? (const void *)vector->offsets : vector->values;
  vector->buffers[2] = vector->view.values;
  return (struct ArrowArray){.length = (int64_t)vector->count,
                             .null_count = (int64_t)vector->null_count,
                             .n_buffers = is_text ? 3 : 2,
                             .buffers = vector->buffers,
                             .release = release_column,
                             .private_data = vector};
}

static void make_array(struct ArrowArray *out, row_array *own, const vp_columns *columns) {
  struct ArrowArray **pointers = (void *)(own->children + columns->count);
  own->context = columns->context;
  own->buffers[0] = NULL;
  for (size_t i = 0; i < columns->count; i++) {
    pointers[i] = &own->children[i];
    *pointers[i] = array_of(columns->vectors[i]);
  }
  *out = (struct ArrowArray){.length = (int64_t)columns->row_count,
                             .n_buffers = 1,
                             .n_children = (int64_t)columns->count,
                             .buffers = own->buffers,
                             .children = pointers,
                             .release = release_rows,
                             .private_data = own};
}

vp_status vp_columns_export(struct ArrowSchema *schema, struct ArrowArray *array,
                            vp_columns *columns, vp_error *error) {
  row_array *rows = vp_alloc(
      columns->context,
      sizeof *rows + columns->count * (sizeof *rows->children + sizeof(struct ArrowArray *)));
  struct ArrowSchema made;
  if (rows == NULL || !make_schema(&made, columns)) {
    vp_free(columns->context, rows);
    return vp_fail_memory(error);
  }
  *schema = made;
  make_array(array, rows, columns);
  columns->count = 0; /* they are the array's */
  vp_columns_free(columns);
  return VP_OK;
}
