/* How findings speak of figures. */
#ifndef VP_RULES_CELL_H
#define VP_RULES_CELL_H

#include "rules/run.h"

/* Adds the value "cell", a phrase for the figure, and those that it mentions. `column` is that of a
 * cell in a table. */
void vp_finding_cell(vp_run *run, const vp_element *element, uint32_t column);

/* A shorter phrase, for lists: names.h. It adds no values. */
const char *vp_run_cell_name(vp_run *run, const vp_cell *cell);

vp_place vp_cell_place(const vp_cell *cell);

#endif
