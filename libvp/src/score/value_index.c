#include "score/value_index.h"

#include <stdlib.h>

static int compare(const void *a, const void *b) {
  const vp_valued *x = a, *y = b;
  if (x->value != y->value) return x->value < y->value ? -1 : 1;
  return (x->element->index > y->element->index) - (x->element->index < y->element->index);
}

static void drop_repeated(vp_value_index *index) {
  size_t kept = 0;
  for (size_t i = 0; i < index->count; i++)
    if (kept == 0 || index->items[kept - 1].value != index->items[i].value)
      index->items[kept++] = index->items[i];
  index->count = kept;
}

bool vp_value_index_init(vp_value_index *out, const vp_elements *elements, vp_value_of value_of,
                         vp_arena *arena) {
  vp_value_index index = {.items = vp_arena_array(arena, elements->count, sizeof *index.items)};
  if (index.items == NULL) return false;
  for (size_t i = 0; i < elements->count; i++)
    index.items[index.count++] = (vp_valued){value_of(elements->items[i]), elements->items[i]};
  qsort(index.items, index.count, sizeof *index.items, compare);
  drop_repeated(&index);
  *out = index;
  return true;
}

const vp_element *vp_value_index_find(const vp_value_index *index, vp_decimal value) {
  size_t low = 0, high = index->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const vp_valued *item = &index->items[middle];
    int order = vp_decimal_compare((vp_decimal){item->value, 0}, value);
    if (order == 0) return item->element;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}
