/* Elements by a whole number that each carries: levels by value, rows of a grid by consequence. */
#ifndef VP_SCORE_VALUE_INDEX_H
#define VP_SCORE_VALUE_INDEX_H

#include "model/plan.h"

typedef struct vp_valued {
  int32_t value;
  const vp_element *element;
} vp_valued;

/* By rising value; of elements with the same value only the first in the plan. */
typedef struct vp_value_index {
  vp_valued *items;
  size_t count;
} vp_value_index;

typedef int32_t (*vp_value_of)(const vp_element *element);

/* Lies in the arena; false when memory is out. */
bool vp_value_index_init(vp_value_index *out, const vp_elements *elements, vp_value_of value_of,
                         vp_arena *arena);

/* NULL for none. */
const vp_element *vp_value_index_find(const vp_value_index *index, vp_decimal value);

#endif
