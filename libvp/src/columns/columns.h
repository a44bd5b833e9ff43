/* Columns while they are made. */
#ifndef VP_COLUMNS_COLUMNS_H
#define VP_COLUMNS_COLUMNS_H

#include "columns/vector.h"

typedef struct vp_heading {
  const char *name;
  vp_column_kind kind;
} vp_heading;

struct vp_columns {
  const vp_context *context;
  size_t row_count;
  vp_vector **vectors;
  size_t count, capacity;
};

/* Columns with these headings, to be filled row by row; NULL when memory is out. */
vp_columns *vp_columns_new(const vp_context *context, size_t row_count, const vp_heading *headings,
                           size_t heading_count);

/* One more column; NULL when memory is out. */
vp_vector *vp_columns_add(vp_columns *columns, const char *name, vp_column_kind kind);

/* Hands over columns that have been filled, unless memory was out; made is then freed, and may be
 * NULL. */
vp_status vp_columns_finish(vp_columns **out, vp_columns *made, vp_error *error);

#endif
