#include "json/scanner.h"

#include <stdlib.h>

/* Up to so many keys, comparing each two (120 times at most) costs less than sorting them. */
enum { SMALL_OBJECT = 16 };

static uint32_t next_character(const char **at) {
  const unsigned char byte = (unsigned char)**at;
  if (byte == '"' || byte == '\\' || byte >= 0x80) return vp_string_next(at);
  ++*at;
  return byte;
}

static uint32_t fold(uint32_t character) {
  return character >= 'A' && character <= 'Z' ? character | 0x20 : character;
}

/* FNV-1a. Keys made to collide cost no more than n log n: sorting goes on by what they say. */
static uint32_t hash_key(const char *at) {
  uint32_t hash = 2166136261;
  for (uint32_t character; (character = next_character(&at)) != 0;) {
    hash = (hash ^ fold(character)) * 16777619;
  }
  return hash;
}

static int compare_texts(const char *a, const char *b, bool folded) {
  uint32_t from_a;
  uint32_t from_b;
  do {
    from_a = next_character(&a);
    from_b = next_character(&b);
    if (folded) {
      from_a = fold(from_a);
      from_b = fold(from_b);
    }
  } while (from_a == from_b && from_a != 0);
  return (from_a > from_b) - (from_a < from_b);
}

static bool are_alike(const vp_key *a, const vp_key *b) {
  return a->hash == b->hash && compare_texts(a->text, b->text, true) == 0;
}

/* Like keys stand together, in the order of the text. */
static int compare_keys(const void *left, const void *right) {
  const vp_key *a = left;
  const vp_key *b = right;
  if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
  const int order = compare_texts(a->text, b->text, true);
  return order != 0 ? order : (a->text > b->text) - (a->text < b->text);
}

static void quote_key(char quote[VP_QUOTE_SIZE], const char *text) {
  const char *end = text;
  while (next_character(&end) != 0) {
  }
  vp_scan_quote(quote, text, (size_t)(end - text));
}

static vp_status fail_alike(const vp_scanner *scanner, const char *first, const char *second) {
  char first_quote[VP_QUOTE_SIZE];
  char second_quote[VP_QUOTE_SIZE];
  quote_key(first_quote, first);
  quote_key(second_quote, second);
  if (compare_texts(first, second, false) != 0) {
    return vp_scan_fail(scanner, second - 1, "the keys \"%s\" and \"%s\" differ only in case",
                        first_quote, second_quote);
  }
  uint32_t line;
  uint32_t column;
  vp_document_position(&scanner->document, (size_t)(first - scanner->document.text), &line,
                       &column);
  return vp_scan_fail(scanner, second - 1,
                      "the key \"%s\" stands twice in this object, first on line %u", second_quote,
                      (unsigned)line);
}

static vp_status check_small(const vp_scanner *scanner, const vp_key *keys, size_t count) {
  for (size_t second = 1; second < count; second++) {
    for (size_t first = 0; first < second; first++) {
      if (are_alike(&keys[first], &keys[second])) {
        return fail_alike(scanner, keys[first].text, keys[second].text);
      }
    }
  }
  return VP_OK;
}

/* Of several repeated keys, the one that is repeated first is named, as in a small object. */
static vp_status check_large(const vp_scanner *scanner, vp_key *keys, size_t count) {
  const vp_key *repeated = NULL;
  qsort(keys, count, sizeof *keys, compare_keys);
  for (const vp_key *key = keys + 1; key < keys + count; key++) {
    if (are_alike(key - 1, key) && (repeated == NULL || key->text < repeated->text)) repeated = key;
  }
  return repeated == NULL ? VP_OK : fail_alike(scanner, repeated[-1].text, repeated->text);
}

vp_status vp_keys_push(vp_scanner *scanner, const char *text) {
  vp_keys *keys = &scanner->keys;
  if (keys->count == keys->capacity) {
    vp_key *items = vp_scan_grow(scanner->context, keys->items, &keys->capacity, sizeof *items);
    if (items == NULL) return vp_fail_memory(scanner->error);
    keys->items = items;
  }
  keys->items[keys->count++] = (vp_key){text, hash_key(text)};
  return VP_OK;
}

vp_status vp_keys_pop(vp_scanner *scanner, size_t first) {
  const size_t count = scanner->keys.count - first;
  scanner->keys.count = first;
  if (count < 2) return VP_OK;
  if (count <= SMALL_OBJECT) return check_small(scanner, scanner->keys.items + first, count);
  return check_large(scanner, scanner->keys.items + first, count);
}
