/* A judged network as the search sees it: which relations a cell stands in, how far each relation
 * is off, and which cells share a row. All numbers are in kr, or in the unit that is not money. */
#ifndef VP_LOCALIZE_GRAPH_H
#define VP_LOCALIZE_GRAPH_H

#include <vp/localize.h>

#include "base/arena.h"
#include "reconcile/network.h"

typedef struct vp_link {
  uint32_t relation;
  vp_decimal weight; /* in the sum minus the total */
} vp_link;

/* One end of an interval that is a sum of others. */
typedef struct vp_end {
  vp_decimal sum;
  uint32_t open;    /* how many of its parts are */
  uint32_t endless; /* these are not in the sum */
} vp_end;

/* Where the true sum minus the true total may lie. */
typedef struct vp_balance {
  vp_end low, high;
  double least, most;    /* about the ends */
  vp_decimal difference; /* as printed */
  double variance;       /* of the difference; 0: none that is known */
  vp_decimal tolerance;  /* when is_doubtful: what the difference may be without doubt */
  bool is_doubtful;      /* and this is what it is to be cured of */
} vp_balance;

/* A relation while some of its cells are given other values. */
typedef struct vp_trial_entry {
  uint32_t relation;
  vp_end low, high;
  vp_decimal difference;
  double variance;
} vp_trial_entry;

typedef struct vp_graph {
  const vp_network *network;
  const vp_context *context;
  vp_arena arena;
  uint32_t *first; /* by cell: its links stand from first[cell] to first[cell + 1] */
  vp_link *links;
  uint32_t *next_in_row; /* a ring */
  vp_balance **balances; /* by relation; made when first asked for */
  vp_trial_entry *entries;
  size_t entry_count, entry_capacity;
  uint32_t *entry_of; /* by relation: its entry plus one, during a trial */
  uint64_t work, max_work;
  bool failed; /* memory was out; sticks */
} vp_graph;

/* Shares have no links, and neither has what could not be computed. Asks for nothing more when
 * memory is out. */
void vp_graph_init(vp_graph *graph, const vp_network *network);
void vp_graph_free(vp_graph *graph);
void *vp_graph_array(vp_graph *graph, size_t count, size_t size);

/* Counts steps since the start; false when there have been too many. */
void vp_graph_start(vp_graph *graph, uint64_t max_work);
bool vp_graph_step(vp_graph *graph, size_t count);

static inline const vp_cell *vp_graph_cell(const vp_graph *graph, uint32_t cell) {
  return &graph->network->cells[cell];
}

static inline const vp_relation *vp_graph_relation(const vp_graph *graph, uint32_t relation) {
  return &graph->network->relations[relation];
}

/* Has a verdict that compares numbers. */
bool vp_graph_is_judged(const vp_graph *graph, uint32_t relation);

/* May be said to be wrong. */
bool vp_graph_is_suspect(const vp_graph *graph, uint32_t cell);

/* NULL when memory is out or the numbers do not fit. */
const vp_balance *vp_graph_balance(vp_graph *graph, uint32_t relation);

/* Asks that the difference be less than doubtful. */
void vp_graph_cure(vp_graph *graph, uint32_t relation);

/* What a cell adds to a relation's balance. An adjusted table is to add up as printed, and a cell
 * adds the point. */
vp_status vp_graph_part(vp_interval *out, const vp_graph *graph, uint32_t relation, uint32_t cell,
                        vp_decimal weight);

vp_status vp_end_add(vp_end *end, vp_bound bound);
vp_status vp_end_take_away(vp_end *end, vp_bound bound);
vp_bound vp_end_bound(vp_end end);

extern const double vp_powers_of_ten[VP_DECIMAL_MAX_EXPONENT + 1];

/* The nearest double. */
static inline double vp_graph_number(vp_decimal a) {
  int32_t size = a.exponent < 0 ? -a.exponent : a.exponent;
  double power = vp_powers_of_ten[size < VP_DECIMAL_MAX_EXPONENT ? size : VP_DECIMAL_MAX_EXPONENT];
  return a.exponent < 0 ? (double)a.coefficient / power : (double)a.coefficient * power;
}

#endif
