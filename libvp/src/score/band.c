#include "score/band.h"

#include <stdlib.h>

#include "score/number.h"

bool vp_band_range(vp_interval *out, const vp_band *band) {
  vp_decimal from, to;
  if (!vp_number_of(&from, &band->from) || !vp_number_of(&to, &band->to) ||
      vp_decimal_compare(from, to) > 0)
    return false;
  *out = (vp_interval){.low = {.value = from}, .high = {.value = to}};
  return true;
}

bool vp_band_is_reversed(const vp_band *band) {
  vp_decimal from, to;
  return vp_number_of(&from, &band->from) && vp_number_of(&to, &band->to) &&
         vp_decimal_compare(from, to) > 0;
}

bool vp_band_requires(const vp_band *band, vp_requirement requirement) {
  for (size_t i = 0; i < band->requires.count; i++)
    if (band->requires.items[i] == (uint8_t)requirement) return true;
  return false;
}

static int compare(const void *a, const void *b) {
  const vp_decimal *x = a, *y = b;
  return vp_decimal_compare(*x, *y);
}

static void collect_ends(vp_band_map *map, const vp_elements *bands) {
  vp_interval range;
  size_t count = 0;
  for (size_t i = 0; i < bands->count; i++) {
    if (!vp_band_range(&range, VP_ITEM(vp_band, *bands, i))) continue;
    map->ends[count++] = range.low.value;
    map->ends[count++] = range.high.value;
  }
  qsort(map->ends, count, sizeof *map->ends, compare);
  for (size_t i = 0; i < count; i++)
    if (map->end_count == 0 || vp_decimal_compare(map->ends[map->end_count - 1], map->ends[i]) != 0)
      map->ends[map->end_count++] = map->ends[i];
}

/* How many ends lie below the value. */
static size_t ends_below(const vp_band_map *map, vp_decimal value) {
  size_t low = 0, high = map->end_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (vp_decimal_compare(map->ends[middle], value) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* next leads from each piece that has a band towards one that has none, over ever longer steps. */
static size_t first_free(size_t *next, size_t piece) {
  while (next[piece] != piece) {
    next[piece] = next[next[piece]];
    piece = next[piece];
  }
  return piece;
}

bool vp_band_map_init(vp_band_map *out, const vp_elements *bands, vp_arena *arena) {
  vp_band_map map = {.ends = vp_arena_array(arena, bands->count, 2 * sizeof *map.ends)};
  if (map.ends == NULL) return false;
  collect_ends(&map, bands);
  size_t pieces = 2 * map.end_count;
  map.pieces = vp_arena_array(arena, pieces, sizeof *map.pieces);
  size_t *next = vp_arena_array(arena, pieces, sizeof *next);
  if (map.pieces == NULL || next == NULL) return false;
  for (size_t i = 0; i < pieces; i++) next[i] = i;
  for (size_t i = 0; i < bands->count; i++) {
    const vp_band *band = VP_ITEM(vp_band, *bands, i);
    vp_interval range;
    if (!vp_band_range(&range, band)) continue;
    size_t last = 2 * ends_below(&map, range.high.value);
    size_t piece = first_free(next, 2 * ends_below(&map, range.low.value));
    for (; piece <= last; piece = first_free(next, piece)) {
      map.pieces[piece] = band;
      next[piece] = piece + 1; /* the last piece of all lies above every band and stays free */
    }
  }
  *out = map;
  return true;
}

const vp_band *vp_band_map_find(const vp_band_map *map, vp_decimal value) {
  size_t below = ends_below(map, value);
  if (below < map->end_count && vp_decimal_compare(map->ends[below], value) == 0)
    return map->pieces[2 * below];
  return below > 0 ? map->pieces[2 * below - 1] : NULL;
}
