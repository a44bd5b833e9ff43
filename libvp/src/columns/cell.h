/* Where a cell of the budget stands, in words. */
#ifndef VP_COLUMNS_CELL_H
#define VP_COLUMNS_CELL_H

#include <vp/network.h>

#include "columns/vector.h"

/* Adds an item to each of the columns table, row, row_label, column, column_label, period and path,
 * all texts; returns the column after them. */
vp_vector **vp_cell_put_place(vp_vector **columns, const vp_cell *cell);

#endif
