/* Cells and the relations between them, whatever document they come from. */
#ifndef VP_RECONCILE_NETWORK_H
#define VP_RECONCILE_NETWORK_H

#include <vp/network.h>

#include "base/array.h"
#include "model/figure.h"

/* A table has as many cells as rows times columns, and sums of sums multiply its terms: a few bytes
 * of plan could ask for more than any memory holds. */
enum { VP_NETWORK_MAX = 1 << 22 };

/* A vp_relation's terms are known by their first index while the network still grows. */
struct vp_network {
  const vp_context *context;
  vp_cell *cells;
  size_t cell_count, cell_capacity;
  vp_relation *relations;
  size_t relation_count, relation_capacity;
  vp_term *terms;
  size_t term_count, term_capacity;
  int sigmas;
  bool is_judged;
  bool failed; /* memory was out, or there was too much; sticks */
  bool is_too_large;
};

void vp_network_init(vp_network *network, const vp_context *context);
void vp_network_clear(vp_network *network);

uint32_t vp_network_add_cell(vp_network *network, const vp_figure *figure);

/* Adds a relation without terms; the terms that are added next belong to it. */
void vp_network_add_relation(vp_network *network, vp_relation_kind kind, const vp_element *owner,
                             size_t index, uint32_t total);
/* The same, of which the total is only the most that the sum may be. */
void vp_network_add_limit(vp_network *network, vp_relation_kind kind, const vp_element *owner,
                          size_t index, uint32_t total);
void vp_network_add_term(vp_network *network, uint32_t cell, vp_decimal weight);

/* Points each relation at its terms; nothing is added after this. */
void vp_network_close(vp_network *network);

/* As printed and where the true value may lie; money in kr, whatever it is printed in. */
vp_decimal vp_cell_value(const vp_cell *cell);
vp_status vp_cell_interval(vp_interval *out, const vp_cell *cell);

/* Times a power of ten. */
vp_interval vp_interval_shift(vp_interval interval, int32_t exponent);

/* The error when something failed. */
vp_status vp_network_fail(const vp_network *network, vp_error *error);

/* Fills in the verdict of one relation. */
void vp_relation_judge(vp_relation *relation, const vp_cell *cells, int sigmas);

/* The relations of a plan's budget and of the shares that it claims. */
void vp_network_add_plan(vp_network *network, const vp_plan *plan);

#endif
