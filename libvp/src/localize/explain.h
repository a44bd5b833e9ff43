/* How a set of cells may have come to say what they say. */
#ifndef VP_LOCALIZE_EXPLAIN_H
#define VP_LOCALIZE_EXPLAIN_H

#include "localize/ranking.h"

/* Offers what explains one cell or several. */
void vp_explain_cell(vp_ranking *ranking, vp_graph *graph, uint32_t cell);
void vp_explain_cells(vp_ranking *ranking, vp_graph *graph, const uint32_t *cells, size_t count);

/* Where each cell of a set must lie. */
void vp_explain_intervals(vp_suspect *set, vp_graph *graph, size_t count);

/* Two cells with each other's figures. false when that does not repair them. */
bool vp_explain_exchange(vp_ranking *ranking, vp_graph *graph, uint32_t a, uint32_t b);

/* An interval in kr in the unit of a cell. */
vp_interval vp_in_unit_of(const vp_graph *graph, uint32_t cell, vp_interval interval);

#endif
