#include "model/count.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "model/selector.h"

bool vp_count_is_valid(const char *selector) {
  const vp_selector parsed = vp_selector_parse(selector);
  return vp_selector_is_valid(&parsed);
}

/* An element; then, of all that have the filter's text, the first. */
typedef struct entry {
  const char *text; /* of the filter; "" for none */
  const char *distinct;
  size_t count;
} entry;

/* How often each text of a filter occurs, in the order of the texts. */
typedef struct vp_tally {
  vp_selector of;
  const vp_context *context;
  entry *entries;
  size_t count, capacity;
  bool failed;
  struct vp_tally *next;
} vp_tally;

static void add(const vp_element *element, void *user) {
  vp_tally *tally = user;
  const vp_selector *of = &tally->of;
  if (element->shape != of->list->shape || strcmp(element->field->key, of->list->key) != 0) return;
  entry added = {.text = "", .distinct = NULL};
  if (of->filter != NULL) added.text = vp_element_field_text(element, of->filter, 0);
  if (of->distinct != NULL) added.distinct = vp_element_field_text(element, of->distinct, 0);
  if (added.text == NULL || (of->distinct != NULL && added.distinct == NULL)) return;
  void *entries = tally->entries;
  if (tally->failed ||
      !vp_array_reserve(tally->context, &entries, &tally->capacity, tally->count, sizeof added)) {
    tally->failed = true;
    return;
  }
  tally->entries = entries;
  tally->entries[tally->count++] = added;
}

static int by_texts(const void *left, const void *right) {
  const entry *a = left, *b = right;
  int order = strcmp(a->text, b->text);
  return order != 0 || a->distinct == NULL ? order : strcmp(a->distinct, b->distinct);
}

/* Makes those with one text one, which has their number. */
static void collect(vp_tally *tally) {
  if (tally->count == 0) return;
  qsort(tally->entries, tally->count, sizeof *tally->entries, by_texts);
  size_t last = 0;
  tally->entries[0].count = 1;
  for (size_t i = 1; i < tally->count; i++) {
    const entry *before = &tally->entries[i - 1], *found = &tally->entries[i];
    bool is_new = found->distinct == NULL || by_texts(before, found) != 0;
    if (strcmp(tally->entries[last].text, found->text) == 0)
      tally->entries[last].count += is_new;
    else
      tally->entries[++last] = (entry){found->text, found->distinct, 1};
  }
  tally->count = last + 1;
}

static void free_tally(vp_tally *tally) {
  vp_free(tally->context, tally->entries);
  vp_free(tally->context, tally);
}

static vp_tally *make_tally(const vp_counts *counts, const vp_selector *of) {
  const vp_context *context = counts->plan->root.arena.context;
  vp_tally *tally = vp_alloc(context, sizeof *tally);
  if (tally == NULL) return NULL;
  *tally = (vp_tally){.of = *of, .context = context};
  vp_element_walk(&counts->plan->root.base, add, tally);
  if (tally->failed) {
    free_tally(tally);
    return NULL;
  }
  collect(tally);
  return tally;
}

/* There are no more kinds of selectors than the format has lists and fields. */
static const vp_tally *tally_of(vp_counts *counts, const vp_selector *of) {
  for (const vp_tally *tally = counts->tallies; tally != NULL; tally = tally->next)
    if (tally->of.list == of->list && tally->of.filter == of->filter &&
        tally->of.distinct == of->distinct)
      return tally;
  vp_tally *made = make_tally(counts, of);
  if (made == NULL) return NULL;
  made->next = counts->tallies;
  counts->tallies = made;
  return made;
}

static size_t count_of(const vp_tally *tally, vp_slice text) {
  size_t low = 0, high = tally->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = vp_slice_compare(tally->entries[middle].text, text);
    if (order == 0) return tally->entries[middle].count;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return 0;
}

void vp_counts_init(vp_counts *counts, const vp_plan *plan) { *counts = (vp_counts){.plan = plan}; }

void vp_counts_free(vp_counts *counts) {
  for (vp_tally *tally = counts->tallies, *next; tally != NULL; tally = next) {
    next = tally->next;
    free_tally(tally);
  }
}

vp_status vp_count(vp_selection *out, vp_counts *counts, const char *selector, vp_error *error) {
  const vp_selector wanted = vp_selector_parse(selector);
  if (!vp_selector_is_valid(&wanted)) {
    *out = (vp_selection){.is_valid = false};
    return VP_OK;
  }
  const vp_tally *tally = tally_of(counts, &wanted);
  if (tally == NULL) return vp_fail_memory(error);
  vp_slice filter = wanted.filter != NULL ? wanted.text : (vp_slice){"", 0};
  *out = (vp_selection){.is_valid = true, .count = count_of(tally, filter)};
  return VP_OK;
}
