/* Cells without a number, as far as the network knows them. */
#ifndef VP_LOCALIZE_GAP_H
#define VP_LOCALIZE_GAP_H

#include "localize/graph.h"

typedef struct vp_gaps {
  vp_gap *items;
  size_t count;
} vp_gaps;

void vp_gaps_find(vp_gaps *gaps, vp_graph *graph);

#endif
