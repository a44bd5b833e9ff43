/* Cells and the relations between them, whatever document they come from. */
#ifndef VP_RECONCILE_NETWORK_H
#define VP_RECONCILE_NETWORK_H

#include <vp/reconcile.h>

#include "base/array.h"
#include "model/figure.h"

/* A vp_relation's terms are known by their first index while the network still grows. */
typedef struct vp_network {
  const vp_context *context;
  vp_cell *cells;
  size_t cell_count, cell_capacity;
  vp_relation *relations;
  size_t relation_count, relation_capacity;
  vp_term *terms;
  size_t term_count, term_capacity;
  bool failed; /* memory was out; sticks */
} vp_network;

void vp_network_init(vp_network *network, const vp_context *context);
void vp_network_free(vp_network *network);

uint32_t vp_network_add_cell(vp_network *network, const vp_figure *figure);

/* Adds a relation without terms; the terms that are added next belong to it. */
void vp_network_add_relation(vp_network *network, vp_relation_kind kind, const vp_element *owner,
                             size_t index, uint32_t total);
void vp_network_add_term(vp_network *network, uint32_t cell, int sign);

/* Points each relation at its terms; nothing is added after this. */
void vp_network_close(vp_network *network);

/* Fills in the verdict of one relation. */
void vp_relation_judge(vp_relation *relation, const vp_cell *cells);

/* The relations of a plan's budget and of the shares that it claims. */
void vp_network_add_plan(vp_network *network, const vp_plan *plan);

#endif
