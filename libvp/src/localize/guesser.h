/* A figure that may be wrong, as those see it who guess what it should be. */
#ifndef VP_LOCALIZE_GUESSER_H
#define VP_LOCALIZE_GUESSER_H

#include "localize/graph.h"

typedef struct vp_guesser {
  vp_graph *graph;
  uint32_t cell;
  const vp_cell *printed;
  int32_t scale;       /* from the cell's unit to kr */
  int32_t usual;       /* the last digit that figures around it are printed with */
  double number, unit; /* as printed, and of its last digit, in kr */
  double low, high;    /* about where it must lie, in kr */
} vp_guesser;

/* Without low and high. */
vp_guesser vp_guesser_of(vp_graph *graph, uint32_t cell);

/* A value of the cell in kr. */
static inline double vp_guesser_number(const vp_guesser *guesser, vp_decimal value) {
  value.exponent += guesser->scale;
  return vp_graph_number(value);
}

/* How many figures have as many digits. */
double vp_guesser_figures(const vp_guesser *guesser);

static inline bool vp_guesser_is_within(const vp_guesser *guesser, double number, double margin) {
  return number >= guesser->low - margin && number <= guesser->high + margin;
}

/* Whether it adds up others. */
bool vp_guesser_is_total(const vp_guesser *guesser, const vp_relation *relation);

/* Another column that says the same, or VP_NO_CELL; and how many there are. */
uint32_t vp_guesser_find_same(const vp_guesser *guesser, double *columns);

/* Among thousands of rounded addends the interval may be so wide that a digit more or less tells
 * nothing. It may be narrower than it seems, by some units. */
bool vp_guesser_is_vague(const vp_guesser *guesser, double narrower);

/* Digits behind the point. */
static inline int32_t vp_fraction_of(vp_decimal value) {
  return value.exponent < 0 ? -value.exponent : 0;
}

#endif
