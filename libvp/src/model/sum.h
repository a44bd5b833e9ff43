/* Rows that are sums of rows, and columns of columns. */
#ifndef VP_MODEL_SUM_H
#define VP_MODEL_SUM_H

#include "model/plan.h"

/* The row or column beside this one that a reference in `sum_of` names; NULL for none. */
const vp_element *vp_sum_part(const vp_plan *plan, const vp_element *sum, const char *reference);

/* For each element of a list of rows or columns the item of its `sum_of` that closes a circle: a
 * sum that contains the element; VP_NO_ITEM for none. A circle is closed by one item. NULL when
 * memory is out; the caller frees it. */
uint32_t *vp_sum_circles(const vp_plan *plan, const vp_elements *list);

#endif
