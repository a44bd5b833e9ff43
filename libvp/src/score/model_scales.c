/* Whether the levels of a scale rise and can be told apart. */
#include "score/model_check.h"
#include "score/scale.h"

bool vp_scale_disorder(vp_place_pairs *out, const vp_scale *scale, vp_arena *arena) {
  const vp_elements *levels = &scale->levels;
  vp_place_pairs pairs = {.items = vp_arena_array(arena, levels->count, sizeof *pairs.items)};
  if (pairs.items == NULL) return false;
  for (size_t i = 1; i < levels->count; i++) {
    const vp_level *before = VP_ITEM(vp_level, *levels, i - 1);
    const vp_level *level = VP_ITEM(vp_level, *levels, i);
    if (level->value.value <= before->value.value)
      pairs.items[pairs.count++] = (vp_place_pair){vp_place_field(&before->base, "value"),
                                                   vp_place_field(&level->base, "value")};
  }
  *out = pairs;
  return true;
}

bool vp_scale_shared_words(vp_place_pairs *out, const vp_scale *scale, vp_arena *arena) {
  vp_scale_index index;
  if (!vp_scale_index_init(&index, scale, arena)) return false;
  vp_place_pairs pairs = {.items = vp_arena_array(arena, index.word_count, sizeof *pairs.items)};
  if (pairs.items == NULL) return false;
  const vp_scale_word *first = index.words; /* of the equal words that this one follows */
  for (size_t i = 1; i < index.word_count; i++) {
    const vp_scale_word *word = &index.words[i];
    if (vp_scale_compare(first->text, word->text) != 0)
      first = word;
    else if (word->place.element != word[-1].place.element)
      pairs.items[pairs.count++] = (vp_place_pair){first->place, word->place};
  }
  *out = pairs;
  return true;
}
