/* A baseline out of what was found. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "model/baseline.h"
#include "rules/rule.h"

/* A finding that gets an entry of its own. */
typedef struct novelty {
  const char *plan;
  const vp_finding *finding;
  size_t order;
} novelty;

typedef struct update {
  const vp_baseline *old;
  const vp_report *const *reports;
  size_t count;
  vp_baseline *made;
  const vp_finding **used; /* of each old entry the finding that it accepts, or NULL */
  novelty *wanted;
  size_t wanted_count;
} update;

static const char *plan_id(const vp_report *report) {
  return vp_element_id(vp_plan_root(vp_report_plan(report)));
}

static bool is_about_acceptances(const vp_report *report, const char *rule) {
  size_t i = 0;
  while (strcmp(vp_report_rule(report, i)->rule->id, rule) != 0) i++;
  return vp_report_rule(report, i)->rule->conclude != NULL;
}

static void gather(update *u, const vp_report *report) {
  for (size_t i = 0; i < vp_report_finding_count(report); i++) {
    const vp_finding *finding = vp_report_finding(report, i);
    const vp_acceptance *acceptance = finding->acceptance;
    if (acceptance != NULL && acceptance->in_baseline)
      u->used[acceptance->element->index] = finding;
    if (acceptance != NULL || is_about_acceptances(report, finding->rule)) continue;
    u->wanted[u->wanted_count] = (novelty){plan_id(report), finding, u->wanted_count};
    u->wanted_count++;
  }
}

static int by_finding(const void *left, const void *right) {
  const novelty *a = left, *b = right;
  int order = strcmp(a->plan, b->plan);
  if (order == 0) order = strcmp(a->finding->fingerprint, b->finding->fingerprint);
  if (order == 0) order = strcmp(a->finding->text_fingerprint, b->finding->text_fingerprint);
  return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static int by_order(const void *left, const void *right) {
  const novelty *a = left, *b = right;
  return (a->order > b->order) - (a->order < b->order);
}

static bool is_same(const novelty *a, const novelty *b) {
  return strcmp(a->plan, b->plan) == 0 &&
         strcmp(a->finding->fingerprint, b->finding->fingerprint) == 0 &&
         strcmp(a->finding->text_fingerprint, b->finding->text_fingerprint) == 0;
}

/* Two files may have plans of one id. */
static void drop_repeated(update *u) {
  if (u->wanted_count == 0) return;
  qsort(u->wanted, u->wanted_count, sizeof *u->wanted, by_finding);
  size_t kept = 1;
  for (size_t i = 1; i < u->wanted_count; i++)
    if (!is_same(&u->wanted[kept - 1], &u->wanted[i])) u->wanted[kept++] = u->wanted[i];
  u->wanted_count = kept;
  qsort(u->wanted, kept, sizeof *u->wanted, by_order);
}

/* Whether a report can tell that the entry matches nothing. */
static bool is_judged(const update *u, const vp_baseline_entry *entry) {
  for (size_t i = 0; i < u->count; i++) {
    const vp_report *report = u->reports[i];
    if (report == NULL || strcmp(plan_id(report), entry->plan) != 0) continue;
    for (size_t rule = 0; rule < vp_report_rule_count(report); rule++) {
      const vp_rule_result *result = vp_report_rule(report, rule);
      if (result->ran && strcmp(result->rule->id, entry->rule) == 0) return true;
    }
  }
  return false;
}

static vp_baseline_entry *add_entry(vp_baseline *baseline) {
  static const char key[] = "accepted";
  const vp_field *field = vp_shape_field(&vp_baseline_shape, key, sizeof key - 1);
  vp_elements *all = &baseline->accepted;
  vp_element *made =
      vp_element_new(&baseline->root.arena, field->shape, &baseline->root.base, field);
  if (made == NULL) return NULL;
  made->index = (uint32_t)all->count;
  all->items[all->count++] = made;
  return (vp_baseline_entry *)made;
}

/* The first text that could not be copied sticks. */
typedef struct copier {
  vp_arena *arena;
  bool failed;
} copier;

static const char *copy(copier *c, const char *text) {
  if (text == NULL) return NULL;
  const char *copied = vp_arena_copy(c->arena, text, strlen(text));
  if (copied == NULL) c->failed = true;
  return copied;
}

static void describe(copier *c, vp_baseline_entry *entry, const vp_finding *finding) {
  entry->rule = copy(c, finding->rule);
  entry->fingerprint = copy(c, finding->fingerprint);
  entry->text_fingerprint = copy(c, finding->text_fingerprint);
  entry->path = copy(c, finding->path);
  entry->message = copy(c, finding->message);
}

static void copy_until(copier *c, vp_baseline_entry *entry, const char *until) {
  const char *text = copy(c, until);
  if (text != NULL) entry->until = vp_period_parse(text);
}

static void copy_extras(copier *c, vp_element *to, const vp_element *from) {
  vp_extra **last = &to->extras;
  for (const vp_extra *extra = from->extras; extra != NULL && !c->failed; extra = extra->next) {
    vp_extra *made = vp_arena_alloc(c->arena, sizeof *made);
    if (made == NULL) {
      c->failed = true;
      return;
    }
    *made = (vp_extra){.key = copy(c, extra->key), .json = copy(c, extra->json)};
    *last = made;
    last = &made->next;
  }
}

/* As it was; of the finding that it accepts, as that is now. */
static bool keep_entry(update *u, const vp_baseline_entry *old, const vp_finding *finding) {
  copier c = {.arena = &u->made->root.arena};
  vp_baseline_entry *entry = add_entry(u->made);
  if (entry == NULL) return false;
  entry->plan = copy(&c, old->plan);
  entry->rule = copy(&c, old->rule);
  entry->fingerprint = copy(&c, old->fingerprint);
  entry->text_fingerprint = copy(&c, old->text_fingerprint);
  entry->path = copy(&c, old->path);
  entry->message = copy(&c, old->message);
  if (finding != NULL) describe(&c, entry, finding);
  entry->reason = copy(&c, old->reason);
  copy_until(&c, entry, old->until.text);
  copy_extras(&c, &entry->base, &old->base);
  return !c.failed;
}

static bool make_entry(update *u, const novelty *wanted, const char *reason, const char *until) {
  copier c = {.arena = &u->made->root.arena};
  vp_baseline_entry *entry = add_entry(u->made);
  if (entry == NULL) return false;
  entry->plan = copy(&c, wanted->plan);
  describe(&c, entry, wanted->finding);
  entry->reason = copy(&c, reason);
  copy_until(&c, entry, until);
  return !c.failed;
}

static size_t old_count(const update *u) { return u->old != NULL ? u->old->accepted.count : 0; }

static bool fill(update *u, const char *reason, const char *until) {
  size_t most = old_count(u) + u->wanted_count;
  copier c = {.arena = &u->made->root.arena};
  u->made->format = VP_BASELINE_FORMAT;
  u->made->accepted.items = vp_arena_array(c.arena, most + 1, sizeof(vp_element *));
  if (u->made->accepted.items == NULL) return false;
  for (size_t i = 0; i < old_count(u); i++) {
    const vp_baseline_entry *entry = VP_ITEM(vp_baseline_entry, u->old->accepted, i);
    bool stays = u->used[i] != NULL || !is_judged(u, entry);
    if (stays && !keep_entry(u, entry, u->used[i])) return false;
  }
  for (size_t i = 0; i < u->wanted_count; i++)
    if (!make_entry(u, &u->wanted[i], reason, until)) return false;
  if (u->old != NULL) copy_extras(&c, &u->made->root.base, &u->old->root.base);
  return !c.failed;
}

static bool reserve(update *u, const vp_context *context) {
  size_t findings = 0;
  for (size_t i = 0; i < u->count; i++)
    if (u->reports[i] != NULL) findings += vp_report_finding_count(u->reports[i]);
  u->made = vp_baseline_alloc(context);
  u->used = vp_alloc(context, (old_count(u) + 1) * sizeof *u->used);
  u->wanted = vp_alloc(context, (findings + 1) * sizeof *u->wanted);
  if (u->made == NULL || u->used == NULL || u->wanted == NULL) return false;
  for (size_t i = 0; i < old_count(u); i++) u->used[i] = NULL;
  return true;
}

static vp_status check_arguments(const update *u, const char *until, vp_error *error) {
  for (size_t i = 0; i < u->count; i++)
    if (u->reports[i] != NULL && vp_report_baseline(u->reports[i]) != u->old)
      return vp_fail(error, VP_ERROR_ARGUMENT, "a report was checked with another baseline");
  if (until != NULL && !vp_period_is_known(vp_period_parse(until)))
    return vp_fail(error, VP_ERROR_ARGUMENT, "\"%s\" is no period", until);
  return VP_OK;
}

static vp_status build(update *u, const char *reason, const char *until, vp_error *error) {
  for (size_t i = 0; i < u->count; i++)
    if (u->reports[i] != NULL) gather(u, u->reports[i]);
  drop_repeated(u);
  bool has_reason = reason != NULL && *reason != '\0';
  if (u->wanted_count > 0 && !has_reason)
    return vp_fail(error, VP_ERROR_ARGUMENT,
                   "what is accepted needs a reason, and %lu of the findings %s none",
                   (unsigned long)u->wanted_count, u->wanted_count == 1 ? "has" : "have");
  return fill(u, reason, until) ? VP_OK : vp_fail_memory(error);
}

vp_status vp_baseline_update(vp_baseline **out, const vp_context *context, const vp_baseline *old,
                             const vp_report *const *reports, size_t count, const char *reason,
                             const char *until, vp_error *error) {
  update u = {.old = old, .reports = reports, .count = count};
  vp_status status = check_arguments(&u, until, error);
  if (status != VP_OK) return status;
  context = vp_context_or_default(context);
  status = reserve(&u, context) ? build(&u, reason, until, error) : vp_fail_memory(error);
  vp_free(context, u.used);
  vp_free(context, u.wanted);
  if (status == VP_OK)
    *out = u.made;
  else
    vp_baseline_free(u.made);
  return status;
}
