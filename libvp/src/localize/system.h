/* Which values of a few cells satisfy every relation that they stand in. */
#ifndef VP_LOCALIZE_SYSTEM_H
#define VP_LOCALIZE_SYSTEM_H

#include "localize/graph.h"

enum { VP_SYSTEM_SIZE = 64 };

/* Σ weight · unknown lies within the bounds. */
typedef struct vp_constraint {
  vp_decimal weights[VP_LOCALIZE_MAX_CELLS];
  vp_interval bounds;
  uint64_t from; /* a bit for each relation that it follows from */
} vp_constraint;

typedef struct vp_system {
  size_t unknown_count;
  size_t count;
  vp_constraint constraints[VP_SYSTEM_SIZE];
  uint32_t relations[VP_SYSTEM_SIZE]; /* of the constraints, as they are built */
  bool failed; /* the numbers do not fit, or there were too many constraints */
} vp_system;

/* The interval in which a cell must lie when all others are right. false when there is none. */
bool vp_required(vp_interval *out, vp_graph *graph, uint32_t cell);

/* One constraint for each judged relation in which one of the cells stands. */
void vp_system_build(vp_system *system, vp_graph *graph, const uint32_t *cells, size_t count);

/* Gives an unknown a value; its weights become 0. */
void vp_system_fix(vp_system *system, size_t unknown, vp_interval value);

/* Whether there is a solution. If not, *conflict has a bit for each relation that helps to exclude
 * it; all 64 bits when that could not be found out. */
bool vp_system_is_solvable(const vp_system *system, uint64_t *conflict);

/* Where an unknown may lie in a solution. false when there is no solution. */
bool vp_system_project(vp_interval *out, const vp_system *system, size_t unknown);

/* Members divided by a weight that is not 0, outwards to some 17 digits where the quotient has no
 * end. */
vp_status vp_interval_divide(vp_interval *out, vp_interval a, vp_decimal weight);

#endif
