#include "columns/vector.h"

#include <string.h>

/* The rows are things in memory that are larger than their items here: the sizes cannot overflow.
 * Nothing has no size, so that no pointer is NULL. */
static bool reserve(vp_vector *v, size_t row_count) {
  size_t bit_size = row_count / 8 + 1, item_size = (row_count + 1) * 8;
  v->validity = vp_alloc(v->context, bit_size);
  if (v->validity == NULL) return false;
  memset(v->validity, 0, bit_size);
  if (v->kind == VP_COLUMN_TEXT) {
    v->offsets = vp_alloc(v->context, item_size);
    if (v->offsets != NULL) v->offsets[0] = 0;
    return v->offsets != NULL;
  }
  bool is_flag = v->kind == VP_COLUMN_FLAG;
  v->values = vp_alloc(v->context, is_flag ? bit_size : item_size);
  if (v->values != NULL && is_flag) memset(v->values, 0, bit_size);
  return v->values != NULL;
}

vp_vector *vp_vector_new(const vp_context *context, const char *name, vp_column_kind kind,
                         size_t row_count) {
  size_t name_size = strlen(name) + 1;
  vp_vector *made = vp_alloc(context, sizeof *made + name_size);
  if (made == NULL) return NULL;
  *made = (vp_vector){.context = context, .kind = kind};
  memcpy(made->name, name, name_size);
  vp_buffer_init(&made->text, context);
  if (reserve(made, row_count)) return made;
  vp_vector_free(made);
  return NULL;
}

void vp_vector_free(vp_vector *vector) {
  if (vector == NULL) return;
  vp_free(vector->context, vector->validity);
  vp_free(vector->context, vector->values);
  vp_free(vector->context, vector->offsets);
  vp_buffer_free(&vector->text);
  vp_free(vector->context, vector);
}

static void set_bit(uint8_t *bits, size_t index) {
  bits[index / 8] = (uint8_t)(bits[index / 8] | 1u << index % 8);
}

/* Counts the item whose value has been set. */
static void end_item(vp_vector *v) { set_bit(v->validity, v->count++); }

static void end_offset(vp_vector *v) { v->offsets[v->count + 1] = (int64_t)v->text.length; }

void vp_vector_null(vp_vector *vector) {
  switch (vector->kind) {
    case VP_COLUMN_TEXT: end_offset(vector); break;
    case VP_COLUMN_INTEGER: ((int64_t *)vector->values)[vector->count] = 0; break;
    case VP_COLUMN_NUMBER: ((double *)vector->values)[vector->count] = 0; break;
    case VP_COLUMN_FLAG: break;
  }
  vector->null_count++;
  vector->count++;
}

void vp_vector_text(vp_vector *vector, const char *text) {
  if (text == NULL) {
    vp_vector_null(vector);
    return;
  }
  vp_buffer_put(&vector->text, text);
  vp_vector_end_text(vector);
}

void vp_vector_end_text(vp_vector *vector) {
  end_offset(vector);
  end_item(vector);
}

void vp_vector_integer(vp_vector *vector, int64_t value) {
  ((int64_t *)vector->values)[vector->count] = value;
  end_item(vector);
}

void vp_vector_number(vp_vector *vector, double value) {
  ((double *)vector->values)[vector->count] = value;
  end_item(vector);
}

void vp_vector_flag(vp_vector *vector, bool value) {
  if (value) set_bit(vector->values, vector->count);
  end_item(vector);
}

void vp_vector_decimal(vp_vector *vector, bool is_known, vp_decimal value) {
  if (is_known)
    vp_vector_number(vector, vp_decimal_to_double(value));
  else
    vp_vector_null(vector);
}

void vp_vector_unit(vp_vector *vector, vp_unit unit) {
  const char *symbol = vp_unit_symbol(unit);
  vp_vector_text(vector, *symbol != '\0' ? symbol : NULL);
}

bool vp_vector_close(vp_vector *vector) {
  bool is_text = vector->kind == VP_COLUMN_TEXT;
  if (is_text) vp_buffer_put(&vector->text, ""); /* now it has bytes, if only the NUL */
  vector->view = (vp_column_view){
      .name = vector->name,
      .kind = vector->kind,
      .null_count = vector->null_count,
      .validity = vector->null_count > 0 ? vector->validity : NULL,
      .values = is_text ? vector->text.bytes : vector->values,
      .offsets = vector->offsets,
  };
  return !vector->text.failed;
}
