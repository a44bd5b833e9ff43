/* Which entry of the baseline is for which finding. */
#include "model/baseline.h"

#include <stdlib.h>
#include <string.h>

#include "rules/accept.h"

static bool is_for(const vp_baseline_entry *entry, const vp_plan *plan) {
  return plan->root.base.id != NULL && strcmp(entry->plan, plan->root.base.id) == 0;
}

size_t vp_baseline_count(const vp_run *run) {
  const vp_baseline *baseline = run->options.baseline;
  size_t count = 0;
  for (size_t i = 0; baseline != NULL && i < baseline->accepted.count; i++)
    count += is_for(VP_ITEM(vp_baseline_entry, baseline->accepted, i), run->plan);
  return count;
}

static vp_accepting of_entry(vp_run *run, const vp_baseline_entry *entry) {
  vp_accepting made = vp_accepting_of(run, &entry->base, entry->rule, entry->until);
  made.said.in_baseline = true;
  made.where = entry->path != NULL ? entry->path : entry->fingerprint;
  made.fingerprint = entry->fingerprint;
  made.text_fingerprint = entry->text_fingerprint;
  return made;
}

void vp_baseline_list(vp_run *run, vp_accepting *out) {
  const vp_baseline *baseline = run->options.baseline;
  for (size_t i = 0; baseline != NULL && i < baseline->accepted.count; i++) {
    const vp_baseline_entry *entry = VP_ITEM(vp_baseline_entry, baseline->accepted, i);
    if (is_for(entry, run->plan)) *out++ = of_entry(run, entry);
  }
}

/* An entry or a finding that is still without the other, and what it is found by; "" for what does
 * not count this time. */
typedef struct half {
  const vp_rule_result *result;
  const char *fingerprint, *text_fingerprint;
  size_t order;
  vp_accepting *entry;
  vp_finding *finding;
} half;

typedef struct halves {
  half *items;
  size_t count;
} halves;

static int compare(const half *a, const half *b) {
  if (a->result != b->result) return (uintptr_t)a->result < (uintptr_t)b->result ? -1 : 1;
  int order = strcmp(a->text_fingerprint, b->text_fingerprint);
  return order != 0 ? order : strcmp(a->fingerprint, b->fingerprint);
}

static int by_fingerprints(const void *left, const void *right) {
  const half *a = left, *b = right;
  int order = compare(a, b);
  return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static void sort(halves *all) {
  if (all->count > 0) qsort(all->items, all->count, sizeof *all->items, by_fingerprints);
}

static void join(half *entry, half *finding) {
  entry->entry->is_used = true;
  bool is_open = finding->finding->acceptance == NULL;
  if (is_open && entry->entry->force == VP_IN_FORCE)
    finding->finding->acceptance = &entry->entry->said;
  entry->entry = NULL;
  finding->finding = NULL;
}

/* Joins those that are equal, in order. */
static void join_equal(halves *entries, halves *findings) {
  size_t e = 0, f = 0;
  while (e < entries->count && f < findings->count) {
    int order = compare(&entries->items[e], &findings->items[f]);
    if (order == 0)
      join(&entries->items[e++], &findings->items[f++]);
    else if (order < 0)
      e++;
    else
      f++;
  }
}

static void drop_joined(halves *all) {
  size_t kept = 0;
  for (size_t i = 0; i < all->count; i++)
    if (all->items[i].entry != NULL || all->items[i].finding != NULL)
      all->items[kept++] = all->items[i];
  all->count = kept;
}

typedef enum pass { BOTH, BY_TEXT, BY_ID } pass;

static void prepare(halves *all, pass by) {
  drop_joined(all);
  for (size_t i = 0; i < all->count; i++) {
    half *item = &all->items[i];
    const char *fingerprint =
        item->entry != NULL ? item->entry->fingerprint : item->finding->fingerprint;
    const char *text =
        item->entry != NULL ? item->entry->text_fingerprint : item->finding->text_fingerprint;
    item->fingerprint = by != BY_TEXT ? fingerprint : "";
    item->text_fingerprint = by != BY_ID ? text : "";
  }
  sort(all);
}

void vp_baseline_match(vp_run *run, vp_accepting *accepting, size_t count) {
  halves entries = {.items = vp_run_array(run, count, sizeof(half))};
  halves findings = {.items = vp_run_array(run, run->finding_count, sizeof(half))};
  if (entries.items == NULL || findings.items == NULL) return;
  for (size_t i = 0; i < count; i++)
    if (accepting[i].result != NULL)
      entries.items[entries.count++] =
          (half){.result = accepting[i].result, .order = i, .entry = &accepting[i]};
  for (size_t i = 0; i < run->finding_count; i++)
    if (vp_is_acceptable(&run->findings[i]))
      findings.items[findings.count++] = (half){
          .result = run->findings[i].result, .order = i, .finding = &run->findings[i].finding};
  for (pass by = BOTH; by <= BY_ID; by++) {
    prepare(&entries, by);
    prepare(&findings, by);
    join_equal(&entries, &findings);
  }
}
