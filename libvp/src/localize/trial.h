/* Would the network hold together if some cells said something else? */
#ifndef VP_LOCALIZE_TRIAL_H
#define VP_LOCALIZE_TRIAL_H

#include "localize/graph.h"

/* Whether every relation that the cells stand in then holds. *cost says how much less likely the
 * network is by the relations' differences alone. Corrections without a cell or a value are passed
 * over. */
bool vp_trial_holds(double *cost, vp_graph *graph, const vp_correction *corrections, size_t count);

/* How much likelier the network can become at most, when the relations of a cell that hold already
 * hold better. */
double vp_trial_relief(vp_graph *graph, uint32_t cell);

#endif
