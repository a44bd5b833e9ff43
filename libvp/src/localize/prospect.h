/* In a long sum nearly every figure could be the wrong one, and few are likely: a look in doubles,
 * before exact arithmetic is spent on guesses. */
#ifndef VP_LOCALIZE_PROSPECT_H
#define VP_LOCALIZE_PROSPECT_H

#include "localize/graph.h"

/* Whether a value of the cell may explain its fault at less cost than the limit, or where that is
 * not plain; never false when one does. */
bool vp_is_worth_guessing(vp_graph *graph, uint32_t cell, double limit);

#endif
