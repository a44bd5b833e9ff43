/* One column, filled item by item from the first row to the last. */
#ifndef VP_COLUMNS_VECTOR_H
#define VP_COLUMNS_VECTOR_H

#include <vp/columns.h>

#include "base/buffer.h"

typedef struct vp_vector {
  const vp_context *context;
  vp_column_kind kind;
  size_t count; /* items so far */
  size_t null_count;
  uint8_t *validity;
  void *values;     /* of texts NULL */
  int64_t *offsets; /* of texts, as text; else NULL */
  vp_buffer text;
  vp_column_view view;    /* once it is closed */
  const void *buffers[3]; /* of the Arrow array */
  char name[];
} vp_vector;

/* With room for that many items; NULL when memory is out. */
vp_vector *vp_vector_new(const vp_context *context, const char *name, vp_column_kind kind,
                         size_t row_count);
void vp_vector_free(vp_vector *vector); /* NULL is allowed */

/* Each adds an item; the kind is the vector's. */
void vp_vector_null(vp_vector *vector);
void vp_vector_text(vp_vector *vector, const char *text); /* NULL: null */
void vp_vector_integer(vp_vector *vector, int64_t value);
void vp_vector_number(vp_vector *vector, double value);
void vp_vector_flag(vp_vector *vector, bool value);

/* Null when it is not known. */
void vp_vector_decimal(vp_vector *vector, bool is_known, vp_decimal value);

/* The unit's symbol; null when it has none. */
void vp_vector_unit(vp_vector *vector, vp_unit unit);

/* Ends a text that was put into the vector's buffer piece by piece. */
void vp_vector_end_text(vp_vector *vector);

/* Fills in the view; false when memory was out. */
bool vp_vector_close(vp_vector *vector);

#endif
