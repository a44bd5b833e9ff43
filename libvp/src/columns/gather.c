/* New columns from rows of others, and a column in front of others. */
#include <string.h>

#include "columns/columns.h"

static bool bit_at(const void *bits, size_t row) {
  return (((const uint8_t *)bits)[row / 8] >> row % 8 & 1) != 0;
}

static void copy_item(vp_vector *to, const vp_vector *from, size_t row) {
  if (!bit_at(from->validity, row)) {
    vp_vector_null(to);
    return;
  }
  switch (from->kind) {
    case VP_COLUMN_TEXT:
      vp_buffer_append(&to->text, from->text.bytes + from->offsets[row],
                       (size_t)(from->offsets[row + 1] - from->offsets[row]));
      vp_vector_end_text(to);
      break;
    case VP_COLUMN_INTEGER: vp_vector_integer(to, ((const int64_t *)from->values)[row]); break;
    case VP_COLUMN_NUMBER: vp_vector_number(to, ((const double *)from->values)[row]); break;
    case VP_COLUMN_FLAG: vp_vector_flag(to, bit_at(from->values, row)); break;
  }
}

static vp_columns *with_columns_of(const vp_columns *model, size_t row_count) {
  vp_columns *made = vp_columns_new(model->context, row_count, NULL, 0);
  for (size_t i = 0; made != NULL && i < model->count; i++) {
    if (vp_columns_add(made, model->vectors[i]->name, model->vectors[i]->kind) != NULL) continue;
    vp_columns_free(made);
    return NULL;
  }
  return made;
}

vp_status vp_columns_take(vp_columns **out, const vp_columns *columns, const size_t *rows,
                          size_t count, vp_error *error) {
  for (size_t i = 0; i < count; i++)
    if (rows[i] >= columns->row_count)
      return vp_fail(error, VP_ERROR_ARGUMENT, "there is no row %lu", (unsigned long)rows[i]);
  vp_columns *made = with_columns_of(columns, count);
  for (size_t i = 0; made != NULL && i < made->count; i++)
    for (size_t j = 0; j < count; j++) copy_item(made->vectors[i], columns->vectors[i], rows[j]);
  return vp_columns_finish(out, made, error);
}

static bool are_alike(const vp_columns *a, const vp_columns *b) {
  if (a->count != b->count) return false;
  for (size_t i = 0; i < a->count; i++)
    if (a->vectors[i]->kind != b->vectors[i]->kind ||
        strcmp(a->vectors[i]->name, b->vectors[i]->name) != 0)
      return false;
  return true;
}

vp_status vp_columns_concatenate(vp_columns **out, const vp_columns *const *parts, size_t count,
                                 vp_error *error) {
  size_t row_count = 0;
  if (count == 0) return vp_fail(error, VP_ERROR_ARGUMENT, "there are no columns");
  for (size_t i = 0; i < count; i++) {
    if (!are_alike(parts[i], parts[0]))
      return vp_fail(error, VP_ERROR_ARGUMENT, "the columns differ");
    row_count += parts[i]->row_count;
  }
  vp_columns *made = with_columns_of(parts[0], row_count);
  for (size_t i = 0; made != NULL && i < made->count; i++)
    for (size_t j = 0; j < count; j++)
      for (size_t row = 0; row < parts[j]->row_count; row++)
        copy_item(made->vectors[i], parts[j]->vectors[i], row);
  return vp_columns_finish(out, made, error);
}

vp_status vp_columns_prepend(vp_columns *columns, const char *name, const char *text,
                             vp_error *error) {
  vp_vector *made = vp_columns_add(columns, name, VP_COLUMN_TEXT);
  if (made == NULL) return vp_fail_memory(error);
  for (size_t row = 0; row < columns->row_count; row++) vp_vector_text(made, text);
  if (!vp_vector_close(made)) {
    vp_vector_free(columns->vectors[--columns->count]);
    return vp_fail_memory(error);
  }
  memmove(columns->vectors + 1, columns->vectors, (columns->count - 1) * sizeof made);
  columns->vectors[0] = made;
  return VP_OK;
}
