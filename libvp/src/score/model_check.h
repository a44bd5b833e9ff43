/* Is a risk model sound in itself, whatever risks it is used on? Facts only: which of them are
 * faults the rules say.
 *
 * Every list lies in the arena that is given, together with what it took to make it, and borrows
 * from the plan. A call returns false, and writes nothing, when memory is out. Work and memory grow
 * with the number of pairs of levels. The functions, which may be NULL, are those that a score can
 * be. */
#ifndef VP_SCORE_MODEL_CHECK_H
#define VP_SCORE_MODEL_CHECK_H

#include <vp/functions.h>

#include "model/place.h"
#include "model/plan.h"

/* Rising, each value once. */
typedef struct vp_decimals {
  vp_decimal *items;
  size_t count;
} vp_decimals;

/* Every score that two levels can give. Empty when that cannot be told: a scale has no levels, or
 * the score is a function that is none of the functions. */
bool vp_model_reachable(vp_decimals *out, const vp_risk_model *model, const vp_functions *functions,
                        vp_arena *arena);

/* The reachable values that no band holds. Empty without bands, and while a band holds nothing
 * because its ends cannot be read or are the wrong way round: what it was meant to hold is not
 * known. */
bool vp_model_missed(vp_decimals *out, const vp_risk_model *model, const vp_functions *functions,
                     vp_arena *arena);

typedef struct vp_band_overlap {
  const vp_band *lower; /* starts first */
  const vp_band *higher;
  vp_interval shared;
} vp_band_overlap;

typedef struct vp_band_overlaps {
  vp_band_overlap *items;
  size_t count;
} vp_band_overlaps;

/* Each band that starts within another, with the one that reaches highest of those that start
 * before it: at most one pair for each band. By where the bands start. */
bool vp_model_overlaps(vp_band_overlaps *out, const vp_risk_model *model, vp_arena *arena);

typedef struct vp_place_pair {
  vp_place first;
  vp_place second;
} vp_place_pair;

typedef struct vp_place_pairs {
  vp_place_pair *items;
  size_t count;
} vp_place_pairs;

/* The values of two levels in a row of which the second is not higher. */
bool vp_scale_disorder(vp_place_pairs *out, const vp_scale *scale, vp_arena *arena);

/* A name or synonym that is also one of an earlier level, which is the first place. */
bool vp_scale_shared_words(vp_place_pairs *out, const vp_scale *scale, vp_arena *arena);

typedef enum vp_grid_fault_kind {
  VP_GRID_ROW_MISSING,  /* the place is the level of consequence that has no row */
  VP_GRID_ROW_UNKNOWN,  /* the row's consequence is no level */
  VP_GRID_ROW_REPEATED, /* an earlier row has the same consequence */
  VP_GRID_ROW_LENGTH,   /* the row has not one value for each level of likelihood */
  VP_GRID_NO_NUMBER     /* the place is the value */
} vp_grid_fault_kind;

typedef struct vp_grid_fault {
  vp_grid_fault_kind kind;
  vp_place place;
} vp_grid_fault;

typedef struct vp_grid_faults {
  vp_grid_fault *items;
  size_t count;
} vp_grid_faults;

/* Empty unless the score is a grid. Against a scale without levels only what does not need them is
 * told. */
bool vp_model_grid_faults(vp_grid_faults *out, const vp_risk_model *model, vp_arena *arena);

/* What the model gives a level of consequence and a level of likelihood. */
typedef struct vp_matrix_cell {
  const vp_level *consequence;
  const vp_level *likelihood;
  vp_decimal score;
  vp_place place; /* the value in the grid, or the model's score where there is no grid */
} vp_matrix_cell;

/* Cells that share an edge: second has the next higher level on one scale. */
typedef struct vp_cell_pair {
  vp_matrix_cell first;
  vp_matrix_cell second;
} vp_cell_pair;

typedef struct vp_cell_pairs {
  vp_cell_pair *items;
  size_t count;
} vp_cell_pairs;

/* The higher level gives the lower score. */
bool vp_model_drops(vp_cell_pairs *out, const vp_risk_model *model, const vp_functions *functions,
                    vp_arena *arena);

/* One cell lies in the lowest band and the other in the highest, of at least three bands. No weakly
 * consistent matrix has such neighbours: L. A. Cox, What's wrong with risk matrices?, Risk Analysis
 * 28(2), 2008. */
bool vp_model_jumps(vp_cell_pairs *out, const vp_risk_model *model, const vp_functions *functions,
                    vp_arena *arena);

#endif
