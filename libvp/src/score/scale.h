/* Which level of a scale a risk states: by its value, its name or a synonym. */
#ifndef VP_SCORE_SCALE_H
#define VP_SCORE_SCALE_H

#include <vp/score.h>

#include "model/place.h"
#include "score/value_index.h"

/* A level's name or synonym. */
typedef struct vp_scale_word {
  const char *text;
  vp_place place; /* in the level */
} vp_scale_word;

typedef struct vp_scale_index {
  vp_value_index levels;
  vp_scale_word *words; /* by vp_scale_compare, equal ones in the order of the plan */
  size_t word_count;
} vp_scale_index;

/* Lies in the arena; false when memory is out. No scale (NULL) is a scale without levels. */
bool vp_scale_index_init(vp_scale_index *out, const vp_scale *scale, vp_arena *arena);

/* A text is first of all a word of the scale, so that a level may be called "2" or "3 Stor". Where
 * two levels share a word it is the first one's. */
vp_level_reading vp_scale_read(const vp_scale_index *index, const vp_quantity *quantity);

/* Whether the value is a level, as any value is of a scale without levels. */
bool vp_scale_has(const vp_scale_index *index, vp_decimal value);

/* The order of words: case, white space around them and kinds of white space make no difference. */
int vp_scale_compare(const char *a, const char *b);

#endif
