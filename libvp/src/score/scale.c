#include "score/scale.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "score/number.h"

/* What is left of a word while it is read byte by byte. */
typedef struct rest {
  const char *at;
  size_t length;
  unsigned char before; /* the byte before it */
} rest;

static rest rest_of(const char *text) {
  rest r = {.at = text};
  r.length = vp_text_trim(&r.at, strlen(text));
  return r;
}

/* The next byte in lower case, one space for any white space, 0 at the end. */
static unsigned char take(rest *r) {
  const char *white = r->at;
  r->length = vp_text_trim(&r->at, r->length);
  if (r->at != white) return ' ';
  if (r->length == 0) return 0;
  unsigned char byte = (unsigned char)*r->at++;
  r->length--;
  /* Å, Ä, Ö and the other letters of Latin-1 show their case in the byte after 0xC3. */
  bool capital =
      r->before == 0xC3 ? byte >= 0x80 && byte <= 0x9E && byte != 0x97 : byte >= 'A' && byte <= 'Z';
  r->before = byte;
  return capital ? (unsigned char)(byte + 0x20) : byte;
}

int vp_scale_compare(const char *a, const char *b) {
  rest left = rest_of(a), right = rest_of(b);
  for (;;) {
    unsigned char x = take(&left), y = take(&right);
    if (x != y) return x < y ? -1 : 1;
    if (x == 0) return 0;
  }
}

static int compare_words(const void *a, const void *b) {
  const vp_scale_word *x = a, *y = b;
  int order = vp_scale_compare(x->text, y->text);
  if (order != 0) return order;
  uint32_t i = x->place.element->index, j = y->place.element->index;
  if (i != j) return i < j ? -1 : 1;
  i = x->place.item + 1; /* VP_NO_ITEM, the name's, comes first */
  j = y->place.item + 1;
  return (i > j) - (i < j);
}

static int32_t value_of(const vp_element *element) { return VP_AS(vp_level, element)->value.value; }

static void add_words(vp_scale_index *index, const vp_level *level) {
  index->words[index->word_count++] =
      (vp_scale_word){level->name, vp_place_field(&level->base, "name")};
  for (size_t i = 0; i < level->synonyms.count; i++)
    index->words[index->word_count++] =
        (vp_scale_word){level->synonyms.items[i], vp_place_item(&level->base, "synonyms", i)};
}

bool vp_scale_index_init(vp_scale_index *out, const vp_scale *scale, vp_arena *arena) {
  vp_scale_index index = {.word_count = 0};
  vp_elements levels = {.count = 0};
  if (scale != NULL) levels = scale->levels;
  size_t room = 0;
  for (size_t i = 0; i < levels.count; i++)
    room += 1 + VP_ITEM(vp_level, levels, i)->synonyms.count;
  index.words = vp_arena_array(arena, room, sizeof *index.words);
  if (index.words == NULL || !vp_value_index_init(&index.levels, &levels, value_of, arena))
    return false;
  for (size_t i = 0; i < levels.count; i++) add_words(&index, VP_ITEM(vp_level, levels, i));
  qsort(index.words, index.word_count, sizeof *index.words, compare_words);
  *out = index;
  return true;
}

static const vp_level *find_word(const vp_scale_index *index, const char *text) {
  size_t low = 0, high = index->word_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (vp_scale_compare(index->words[middle].text, text) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == index->word_count || vp_scale_compare(index->words[low].text, text) != 0) return NULL;
  return VP_AS(vp_level, index->words[low].place.element);
}

static vp_level_reading known(const vp_level *level) {
  return (vp_level_reading){
      .state = VP_LEVEL_KNOWN, .value = {level->value.value, 0}, .name = level->name};
}

vp_level_reading vp_scale_read(const vp_scale_index *index, const vp_quantity *quantity) {
  vp_level_reading reading = {.state = VP_LEVEL_MISSING};
  if (quantity->state == VP_QUANTITY_MISSING) return reading;
  const vp_level *level = NULL;
  if (!quantity->bare && quantity->text != NULL) level = find_word(index, quantity->text);
  if (level != NULL) return known(level);
  reading.state = VP_LEVEL_UNREADABLE;
  if (!vp_number_of(&reading.value, quantity)) return reading;
  const vp_element *found = vp_value_index_find(&index->levels, reading.value);
  if (found != NULL) return known(VP_AS(vp_level, found));
  reading.state = index->levels.count == 0 ? VP_LEVEL_KNOWN : VP_LEVEL_OFF_SCALE;
  return reading;
}

bool vp_scale_has(const vp_scale_index *index, vp_decimal value) {
  return index->levels.count == 0 || vp_value_index_find(&index->levels, value) != NULL;
}
