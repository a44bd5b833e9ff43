/* Sums over rows that are off in one column after the other. */
#ifndef VP_LOCALIZE_ROWS_H
#define VP_LOCALIZE_ROWS_H

#include "localize/ranking.h"

/* Violated sums whose totals stand in one row, and the clusters in which they are. */
typedef struct vp_row_sums {
  vp_graph *graph;
  bool is_pure; /* the clusters are about nothing else */
  uint32_t *relations;
  size_t count;
  uint32_t *clusters;
  size_t cluster_count;
  vp_correction *corrections; /* room for one a relation */
  vp_ranking ranking;
  double limit; /* what costs as much is not looked for */
} vp_row_sums;

const vp_relation *vp_row_sum(const vp_row_sums *sums, size_t index);

/* The term of one of the sums that stands in the row of a term of the first; NULL when there is
 * none. */
const vp_term *vp_row_term(const vp_row_sums *sums, size_t index, const vp_term *first);

/* An amount in units of the last digit that is printed in a cell. */
double vp_units_of(const vp_graph *graph, vp_decimal amount, uint32_t cell);

/* Offers that the totals lack the row of a term of the first, or have it twice. */
void vp_offer_counted(vp_row_sums *sums, const vp_term *first, vp_slip slip);

/* Offers that the row of a term of the first is a subtotal, added beside its parts. */
void vp_offer_subtotal(vp_row_sums *sums, const vp_term *first);

#endif
