/* What a risk model can score, and what its bands make of that. */
#include <stdlib.h>

#include "score/band.h"
#include "score/method.h"
#include "score/model_check.h"

static int compare_decimals(const void *a, const void *b) {
  const vp_decimal *x = a, *y = b;
  return vp_decimal_compare(*x, *y);
}

bool vp_model_reachable(vp_decimals *out, const vp_risk_model *model, const vp_functions *functions,
                        vp_arena *arena) {
  vp_method method;
  vp_matrix matrix;
  if (!vp_method_init(&method, model, functions, arena) || !vp_matrix_init(&matrix, &method, arena))
    return false;
  vp_decimals found = {.items = matrix.scores}; /* packed in place */
  size_t scored = 0;
  for (size_t row = 0; row < matrix.rows; row++)
    for (size_t column = 0; column < matrix.columns; column++)
      scored += vp_matrix_score(&found.items[scored], &matrix, row, column);
  qsort(found.items, scored, sizeof *found.items, compare_decimals);
  for (size_t i = 0; i < scored; i++)
    if (found.count == 0 || vp_decimal_compare(found.items[found.count - 1], found.items[i]) != 0)
      found.items[found.count++] = found.items[i];
  *out = found;
  return true;
}

bool vp_model_missed(vp_decimals *out, const vp_risk_model *model, const vp_functions *functions,
                     vp_arena *arena) {
  vp_band_map map;
  vp_decimals found;
  if (!vp_band_map_init(&map, &model->bands, arena) ||
      !vp_model_reachable(&found, model, functions, arena))
    return false;
  vp_interval range;
  bool is_told = model->bands.count > 0;
  for (size_t i = 0; i < model->bands.count && is_told; i++)
    is_told = vp_band_range(&range, VP_ITEM(vp_band, model->bands, i));
  size_t missed = 0;
  for (size_t i = 0; i < found.count && is_told; i++)
    if (vp_band_map_find(&map, found.items[i]) == NULL) found.items[missed++] = found.items[i];
  *out = (vp_decimals){found.items, missed};
  return true;
}

typedef struct ranged_band {
  vp_interval range;
  const vp_band *band;
} ranged_band;

static int compare_starts(const void *a, const void *b) {
  const ranged_band *x = a, *y = b;
  int order = vp_decimal_compare(x->range.low.value, y->range.low.value);
  if (order != 0) return order;
  uint32_t i = x->band->base.index, j = y->band->base.index;
  return (i > j) - (i < j);
}

static bool reaches_higher(const ranged_band *a, const ranged_band *b) {
  return vp_decimal_compare(a->range.high.value, b->range.high.value) > 0;
}

bool vp_model_overlaps(vp_band_overlaps *out, const vp_risk_model *model, vp_arena *arena) {
  const vp_elements *bands = &model->bands;
  ranged_band *sorted = vp_arena_array(arena, bands->count, sizeof *sorted);
  vp_band_overlaps overlaps = {.items =
                                   vp_arena_array(arena, bands->count, sizeof *overlaps.items)};
  if (sorted == NULL || overlaps.items == NULL) return false;
  size_t count = 0;
  for (size_t i = 0; i < bands->count; i++) {
    sorted[count].band = VP_ITEM(vp_band, *bands, i);
    count += vp_band_range(&sorted[count].range, sorted[count].band);
  }
  qsort(sorted, count, sizeof *sorted, compare_starts);
  const ranged_band *highest = sorted;
  for (size_t i = 1; i < count; i++) {
    vp_interval shared = vp_interval_intersect(highest->range, sorted[i].range);
    if (!vp_interval_is_empty(shared))
      overlaps.items[overlaps.count++] = (vp_band_overlap){highest->band, sorted[i].band, shared};
    if (reaches_higher(&sorted[i], highest)) highest = &sorted[i];
  }
  *out = overlaps;
  return true;
}
