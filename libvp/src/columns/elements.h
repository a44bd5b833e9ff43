#ifndef VP_COLUMNS_ELEMENTS_H
#define VP_COLUMNS_ELEMENTS_H

#include "columns/columns.h"
#include "model/plan.h"

/* As vp_columns_finish, with a column more for each field of the elements of that kind, which are
 * the rows, unless a column has its name. */
vp_status vp_columns_finish_with_fields(vp_columns **out, vp_columns *made, const vp_plan *plan,
                                        const char *kind, vp_error *error);

#endif
