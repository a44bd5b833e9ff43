/* What one cell should probably have said. */
#ifndef VP_LOCALIZE_GUESS_H
#define VP_LOCALIZE_GUESS_H

#include "localize/graph.h"

typedef struct vp_guess {
  vp_decimal value; /* in the cell's unit, printed like its neighbours */
  bool has_value;
  bool is_rough; /* see vp_correction */
  vp_slip slip;
  uint32_t other;
  double cost; /* of the slip and the value; not of the fit */
} vp_guess;

enum { VP_GUESSES_MAX = 64 };

typedef struct vp_guesses {
  vp_guess items[VP_GUESSES_MAX]; /* the likeliest first, no value twice */
  size_t count;
} vp_guesses;

/* The values in the required interval that a known slip explains and, last, the middle of it. */
void vp_guess_values(vp_guesses *out, vp_graph *graph, uint32_t cell, vp_interval required);

#endif
