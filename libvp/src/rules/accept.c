#include "rules/accept.h"

#include <stdlib.h>
#include <string.h>

#include "model/scope.h"

static const vp_rule_result *result_of(const vp_run *run, const char *rule) {
  for (size_t i = 0; i < run->result_count; i++)
    if (strcmp(run->results[i].rule->id, rule) == 0) return &run->results[i];
  return NULL;
}

static vp_force force_of(const vp_run *run, vp_period until) {
  if (until.kind == VP_PERIOD_MISSING) return VP_IN_FORCE;
  if (!vp_period_is_known(until)) return VP_FORCE_UNKNOWN;
  vp_date today = run->options.as_of;
  bool has_ended = today.year > 0 && vp_date_compare(until.last, today) < 0;
  return has_ended ? VP_FORCE_ENDED : VP_IN_FORCE;
}

vp_accepting vp_accepting_of(vp_run *run, const vp_element *element, const char *rule,
                             vp_period until) {
  char path[VP_POINTER_SIZE];
  vp_place_pointer(path, vp_place_element(element));
  return (vp_accepting){.said = {.reason = vp_element_text(element, "reason", 0),
                                 .until = until.text,
                                 .path = vp_run_format(run, "%s", path),
                                 .element = element},
                        .rule = rule,
                        .result = result_of(run, rule),
                        .until = until,
                        .force = force_of(run, until)};
}

static vp_accepting of_plan(vp_run *run, const vp_plan_acceptance *given) {
  vp_accepting made = vp_accepting_of(run, &given->base, given->rule, given->until);
  made.where = given->element != NULL ? given->element : given->fingerprint;
  made.fingerprint = given->fingerprint;
  if (given->element != NULL) (void)vp_scope_find(&made.scope, run->plan, given->element);
  return made;
}

bool vp_is_acceptable(const vp_pending *pending) { return pending->result->rule->conclude == NULL; }

/* What an acceptance of the plan is found by. */
typedef struct key {
  const vp_rule_result *result;
  vp_place scope;
  const char *fingerprint; /* "" for none */
} key;

static key key_of(const vp_accepting *accepting) {
  return (key){.result = accepting->result,
               .scope = accepting->scope,
               .fingerprint = accepting->fingerprint != NULL ? accepting->fingerprint : ""};
}

static int compare_pointers(const void *a, const void *b) {
  if (a == b) return 0;
  return (uintptr_t)a < (uintptr_t)b ? -1 : 1;
}

static int compare_keys(const key *a, const key *b) {
  int order = compare_pointers(a->result, b->result);
  if (order == 0) order = compare_pointers(a->scope.element, b->scope.element);
  if (order == 0) order = compare_pointers(a->scope.field, b->scope.field);
  if (order == 0) order = (a->scope.item > b->scope.item) - (a->scope.item < b->scope.item);
  return order != 0 ? order : strcmp(a->fingerprint, b->fingerprint);
}

/* Of equal ones those in force come first. */
static int by_key(const void *left, const void *right) {
  const vp_accepting *a = *(vp_accepting *const *)left, *b = *(vp_accepting *const *)right;
  key a_key = key_of(a), b_key = key_of(b);
  int order = compare_keys(&a_key, &b_key);
  if (order == 0) order = (a->force > b->force) - (a->force < b->force);
  return order != 0 ? order : (a > b) - (a < b);
}

typedef struct sorted {
  vp_accepting **items;
  size_t count;
} sorted;

/* The first acceptance with that key, or NULL. */
static vp_accepting *find(const sorted *all, const key *wanted) {
  size_t low = 0, high = all->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    key found = key_of(all->items[middle]);
    if (compare_keys(&found, wanted) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == all->count) return NULL;
  key found = key_of(all->items[low]);
  return compare_keys(&found, wanted) == 0 ? all->items[low] : NULL;
}

static void use(vp_finding *finding, vp_accepting *found) {
  if (found == NULL) return;
  found->is_used = true;
  if (finding->acceptance == NULL && found->force == VP_IN_FORCE)
    finding->acceptance = &found->said;
}

static void match(const sorted *all, vp_pending *pending) {
  vp_finding *finding = &pending->finding;
  const char *const fingerprints[] = {finding->fingerprint, finding->text_fingerprint};
  for (size_t i = 0; i < 2; i++)
    use(finding, find(all, &(key){.result = pending->result, .fingerprint = fingerprints[i]}));
  vp_scopes scopes = vp_scopes_of(pending->place);
  vp_place scope;
  while (vp_scopes_next(&scope, &scopes))
    use(finding, find(all, &(key){.result = pending->result, .scope = scope, .fingerprint = ""}));
}

/* Only the first of several with one key was found. */
static void share_use(const sorted *all) {
  for (size_t i = 1; i < all->count; i++) {
    key a = key_of(all->items[i - 1]), b = key_of(all->items[i]);
    if (compare_keys(&a, &b) == 0) all->items[i]->is_used = all->items[i - 1]->is_used;
  }
}

static bool can_match(const vp_accepting *accepting) {
  return accepting->result != NULL &&
         (accepting->fingerprint != NULL || accepting->scope.element != NULL);
}

static void match_plan(vp_run *run, size_t count) {
  sorted all = {.items = vp_run_array(run, count, sizeof *all.items)};
  if (all.items == NULL) return;
  for (size_t i = 0; i < count; i++)
    if (can_match(&run->acceptances[i])) all.items[all.count++] = &run->acceptances[i];
  if (all.count == 0) return;
  qsort(all.items, all.count, sizeof *all.items, by_key);
  for (size_t i = 0; i < run->finding_count; i++)
    if (vp_is_acceptable(&run->findings[i])) match(&all, &run->findings[i]);
  share_use(&all);
}

void vp_accept_findings(vp_run *run) {
  const vp_elements *accepted = &run->plan->accepted;
  size_t entries = vp_baseline_count(run);
  if (accepted->count + entries == 0) return;
  run->acceptances = vp_run_array(run, accepted->count + entries, sizeof *run->acceptances);
  if (run->acceptances == NULL) return;
  for (size_t i = 0; i < accepted->count; i++)
    run->acceptances[i] = of_plan(run, VP_ITEM(vp_plan_acceptance, *accepted, i));
  vp_baseline_list(run, run->acceptances + accepted->count);
  run->acceptance_count = accepted->count + entries;
  if (accepted->count > 0) match_plan(run, accepted->count);
  if (entries > 0) vp_baseline_match(run, run->acceptances + accepted->count, entries);
}
