#include "localize/trial.h"

#include "base/array.h"
#include "localize/score.h"

static vp_trial_entry *entry_of(vp_graph *graph, uint32_t relation) {
  uint32_t *slot = &graph->entry_of[relation];
  if (*slot != 0) return &graph->entries[*slot - 1];
  const vp_balance *balance = vp_graph_balance(graph, relation);
  void *entries = graph->entries;
  if (balance == NULL) return NULL;
  if (!vp_array_reserve(graph->context, &entries, &graph->entry_capacity, graph->entry_count,
                        sizeof *graph->entries)) {
    graph->failed = true;
    return NULL;
  }
  graph->entries = entries;
  graph->entries[graph->entry_count] = (vp_trial_entry){relation, balance->low, balance->high,
                                                        balance->difference, balance->variance};
  *slot = (uint32_t)++graph->entry_count;
  return &graph->entries[*slot - 1];
}

static vp_status part_of(vp_interval *out, vp_decimal *value, const vp_cell *cell, bool is_adjusted,
                         vp_decimal weight) {
  vp_interval interval = vp_interval_point(vp_cell_value(cell));
  vp_status status = is_adjusted ? VP_OK : vp_cell_interval(&interval, cell);
  if (status == VP_OK) status = vp_interval_scale(out, interval, weight);
  return status == VP_OK ? vp_decimal_multiply(value, vp_cell_value(cell), weight) : status;
}

/* Of a number that lies anywhere in the interval with equal probability. */
static double variance_of(vp_interval interval) {
  if (interval.low.unbounded || interval.high.unbounded) return 0;
  double width = vp_graph_number(interval.high.value) - vp_graph_number(interval.low.value);
  return width * width / 12;
}

/* Puts one cell in the place of another. */
static vp_status replace(vp_trial_entry *entry, const vp_cell *old, const vp_cell *new,
                         bool is_adjusted, vp_decimal weight) {
  vp_interval before, after;
  vp_decimal from, to;
  vp_status status = part_of(&before, &from, old, is_adjusted, weight);
  if (status == VP_OK) status = part_of(&after, &to, new, is_adjusted, weight);
  if (status != VP_OK) return status;
  if (entry->variance > 0 && old->quantity.value.exponent != new->quantity.value.exponent)
    entry->variance += variance_of(after) - variance_of(before);
  status = vp_end_take_away(&entry->low, before.low);
  if (status == VP_OK) status = vp_end_take_away(&entry->high, before.high);
  if (status == VP_OK) status = vp_end_add(&entry->low, after.low);
  if (status == VP_OK) status = vp_end_add(&entry->high, after.high);
  if (status == VP_OK) status = vp_decimal_subtract(&entry->difference, entry->difference, from);
  return status == VP_OK ? vp_decimal_add(&entry->difference, entry->difference, to) : status;
}

static bool change(vp_graph *graph, const vp_correction *correction) {
  const vp_cell *old = vp_graph_cell(graph, correction->cell);
  vp_cell new = *old;
  new.quantity.value = correction->value;
  for (uint32_t i = graph->first[correction->cell]; i < graph->first[correction->cell + 1]; i++) {
    const vp_link *link = &graph->links[i];
    if (!vp_graph_is_judged(graph, link->relation)) continue;
    vp_trial_entry *entry = entry_of(graph, link->relation);
    bool is_adjusted = vp_graph_relation(graph, link->relation)->adjusted;
    if (entry == NULL || replace(entry, old, &new, is_adjusted, link->weight) != VP_OK)
      return false;
  }
  return true;
}

static bool holds(const vp_trial_entry *entry, const vp_relation *relation,
                  const vp_balance *balance) {
  const vp_decimal zero = {.coefficient = 0, .exponent = 0};
  int sign = vp_decimal_sign(entry->difference);
  if (sign == 0 || (sign < 0 && relation->at_most)) return true;
  if (relation->adjusted) return false;
  if (balance->is_doubtful &&
      vp_decimal_compare(vp_decimal_absolute(entry->difference), balance->tolerance) > 0)
    return false;
  vp_interval possible = {vp_end_bound(entry->low), vp_end_bound(entry->high)};
  if (relation->at_most) possible.high.unbounded = true;
  return vp_interval_contains(possible, zero);
}

/* What a relation that holds costs as it is printed. */
static double cost_before(const vp_relation *relation, const vp_balance *balance) {
  bool is_violated = relation->verdict == VP_VERDICT_IMPOSSIBLE || balance->is_doubtful;
  return is_violated || relation->at_most
             ? 0
             : vp_cost_of_fit(balance->variance, vp_graph_number(balance->difference));
}

static double cost_of(const vp_trial_entry *entry, const vp_relation *relation,
                      const vp_balance *balance) {
  if (relation->at_most) return 0;
  return vp_cost_of_fit(entry->variance, vp_graph_number(entry->difference)) -
         cost_before(relation, balance);
}

double vp_trial_relief(vp_graph *graph, uint32_t cell) {
  double relief = 0;
  for (uint32_t i = graph->first[cell]; i < graph->first[cell + 1]; i++) {
    uint32_t relation = graph->links[i].relation;
    if (!vp_graph_is_judged(graph, relation)) continue;
    const vp_balance *balance = vp_graph_balance(graph, relation);
    if (balance != NULL) relief += cost_before(vp_graph_relation(graph, relation), balance);
  }
  return relief;
}

bool vp_trial_holds(double *cost, vp_graph *graph, const vp_correction *corrections, size_t count) {
  bool all = true;
  graph->entry_count = 0;
  *cost = 0;
  for (size_t i = 0; i < count && all; i++)
    if (corrections[i].cell != VP_NO_CELL && corrections[i].has_value)
      all = change(graph, &corrections[i]);
  for (size_t i = 0; i < graph->entry_count; i++) {
    const vp_trial_entry *entry = &graph->entries[i];
    const vp_relation *relation = vp_graph_relation(graph, entry->relation);
    const vp_balance *balance = vp_graph_balance(graph, entry->relation);
    all = all && holds(entry, relation, balance);
    if (all) *cost += cost_of(entry, relation, balance);
    graph->entry_of[entry->relation] = 0;
  }
  return all;
}
