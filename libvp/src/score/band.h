/* Bands: which one holds a value, and what it asks of a risk. */
#ifndef VP_SCORE_BAND_H
#define VP_SCORE_BAND_H

#include "model/plan.h"

/* From `from` to `to`, both included. false when the band holds nothing: one of them is no number,
 * or the band is reversed. */
bool vp_band_range(vp_interval *out, const vp_band *band);

/* Whether from is above to. */
bool vp_band_is_reversed(const vp_band *band);

bool vp_band_requires(const vp_band *band, vp_requirement requirement);

/* Bands by the values that they hold. The ends of all bands cut the line into pieces, and each
 * piece belongs to the first band in the plan that holds it: finding takes a search, however many
 * bands there are and however they overlap. */
typedef struct vp_band_map {
  vp_decimal *ends;       /* rising */
  const vp_band **pieces; /* 2i: end i itself, 2i + 1: between it and the next; NULL: no band */
  size_t end_count;
} vp_band_map;

/* Lies in the arena; false when memory is out. */
bool vp_band_map_init(vp_band_map *out, const vp_elements *bands, vp_arena *arena);

/* NULL for none. */
const vp_band *vp_band_map_find(const vp_band_map *map, vp_decimal value);

#endif
