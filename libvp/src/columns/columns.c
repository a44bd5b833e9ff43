#include "columns/columns.h"

#include "base/array.h"

static vp_columns *fill_in(vp_columns *columns, const vp_heading *headings, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (vp_columns_add(columns, headings[i].name, headings[i].kind) != NULL) continue;
    vp_columns_free(columns);
    return NULL;
  }
  return columns;
}

vp_columns *vp_columns_new(const vp_context *context, size_t row_count, const vp_heading *headings,
                           size_t heading_count) {
  vp_columns *made = vp_alloc(context, sizeof *made);
  if (made == NULL) return NULL;
  *made = (vp_columns){.context = context, .row_count = row_count};
  return fill_in(made, headings, heading_count);
}

vp_vector *vp_columns_add(vp_columns *columns, const char *name, vp_column_kind kind) {
  void *vectors = columns->vectors;
  if (!vp_array_reserve(columns->context, &vectors, &columns->capacity, columns->count,
                        sizeof *columns->vectors))
    return NULL;
  columns->vectors = vectors;
  vp_vector *made = vp_vector_new(columns->context, name, kind, columns->row_count);
  if (made != NULL) columns->vectors[columns->count++] = made;
  return made;
}

vp_status vp_columns_finish(vp_columns **out, vp_columns *made, vp_error *error) {
  if (made == NULL) return vp_fail_memory(error);
  for (size_t i = 0; i < made->count; i++) {
    if (vp_vector_close(made->vectors[i])) continue;
    vp_columns_free(made);
    return vp_fail_memory(error);
  }
  *out = made;
  return VP_OK;
}

void vp_columns_free(vp_columns *columns) {
  if (columns == NULL) return;
  for (size_t i = 0; i < columns->count; i++) vp_vector_free(columns->vectors[i]);
  vp_free(columns->context, columns->vectors);
  vp_free(columns->context, columns);
}

size_t vp_columns_row_count(const vp_columns *columns) { return columns->row_count; }

size_t vp_columns_count(const vp_columns *columns) { return columns->count; }

const vp_column_view *vp_columns_view(const vp_columns *columns, size_t index) {
  return index < columns->count ? &columns->vectors[index]->view : NULL;
}
