#include "localize/system.h"

#include <string.h>

static const vp_decimal minus_one = {.coefficient = -1, .exponent = 0};

/* The rest of a relation, when the cells in question have been taken away from its balance. */
typedef struct rest {
  vp_end low, high;
  vp_decimal difference; /* when a doubtful one is to be cured */
  const vp_balance *balance;
} rest;

static rest whole(const vp_balance *balance) {
  return (rest){balance->low, balance->high, balance->difference, balance};
}

static vp_status leave_out(rest *of, const vp_graph *graph, uint32_t relation, uint32_t cell,
                           vp_decimal weight) {
  vp_interval part;
  vp_decimal value;
  vp_status status = vp_graph_part(&part, graph, relation, cell, weight);
  if (status == VP_OK) status = vp_end_take_away(&of->low, part.low);
  if (status == VP_OK) status = vp_end_take_away(&of->high, part.high);
  if (status != VP_OK || !of->balance->is_doubtful) return status;
  status = vp_decimal_multiply(&value, vp_cell_value(vp_graph_cell(graph, cell)), weight);
  return status == VP_OK ? vp_decimal_subtract(&of->difference, of->difference, value) : status;
}

/* In an adjusted table the printed numbers add up, and the true ones lie around them. */
static vp_status blur(vp_interval *bounds, const vp_cell *cell, vp_decimal weight) {
  vp_interval around;
  vp_status status = vp_cell_interval(&around, cell);
  if (status == VP_OK)
    status =
        vp_interval_add(&around, around, vp_interval_point(vp_decimal_negate(vp_cell_value(cell))));
  if (status == VP_OK) status = vp_interval_scale(&around, around, weight);
  return status == VP_OK ? vp_interval_add(bounds, *bounds, around) : status;
}

/* The difference is to be small enough to raise no doubt. */
static vp_status narrow(vp_interval *bounds, const rest *of) {
  vp_decimal tolerance = of->balance->tolerance;
  vp_interval likely = {.low = {.value = vp_decimal_negate(tolerance)},
                        .high = {.value = tolerance}};
  vp_status status =
      vp_interval_add(&likely, likely, vp_interval_point(vp_decimal_negate(of->difference)));
  if (status == VP_OK) *bounds = vp_interval_intersect(*bounds, likely);
  return status;
}

/* What the cells taken away must add up to. */
static vp_status bounds_of(vp_interval *out, const rest *of, const vp_relation *relation) {
  vp_interval others = {vp_end_bound(of->low), vp_end_bound(of->high)};
  if (relation->at_most) others.high = (vp_bound){.unbounded = true};
  vp_interval bounds;
  vp_status status = vp_interval_scale(&bounds, others, minus_one);
  if (status == VP_OK && of->balance->is_doubtful) status = narrow(&bounds, of);
  if (status == VP_OK) *out = bounds;
  return status;
}

/* By one relation, in which the cell may stand several times. */
static vp_status require(vp_interval *out, vp_graph *graph, uint32_t cell, const vp_link *links,
                         size_t count) {
  const vp_relation *relation = vp_graph_relation(graph, links->relation);
  const vp_balance *balance = vp_graph_balance(graph, links->relation);
  if (balance == NULL) return VP_ERROR_RANGE;
  rest of = whole(balance);
  vp_decimal weight = {.coefficient = 0, .exponent = VP_DECIMAL_MAX_EXPONENT};
  vp_interval bounds;
  vp_status status = VP_OK;
  for (size_t i = 0; i < count && status == VP_OK; i++) {
    status = leave_out(&of, graph, links->relation, cell, links[i].weight);
    if (status == VP_OK) status = vp_decimal_add(&weight, weight, links[i].weight);
  }
  if (status == VP_OK) status = bounds_of(&bounds, &of, relation);
  if (status == VP_OK && relation->adjusted)
    status = blur(&bounds, vp_graph_cell(graph, cell), weight);
  if (status != VP_OK) return status;
  if (weight.coefficient != 0) return vp_interval_divide(out, bounds, weight);
  *out = vp_interval_everything();
  return vp_interval_contains(bounds, weight) ? VP_OK : VP_ERROR_RANGE;
}

bool vp_required(vp_interval *out, vp_graph *graph, uint32_t cell) {
  vp_interval all = vp_interval_everything();
  uint32_t end = graph->first[cell + 1];
  for (uint32_t i = graph->first[cell], next; i < end; i = next) {
    const vp_link *link = &graph->links[i];
    for (next = i + 1; next < end && graph->links[next].relation == link->relation;) next++;
    if (!vp_graph_is_judged(graph, link->relation)) continue;
    vp_interval one;
    if (require(&one, graph, cell, link, next - i) != VP_OK) return false;
    all = vp_interval_intersect(all, one);
    if (vp_interval_is_empty(all)) return false;
  }
  *out = all;
  return true;
}

/* The constraint of a relation, which is added if it is new. */
static size_t find(vp_system *system, rest *rests, vp_graph *graph, uint32_t relation) {
  size_t at = 0;
  while (at < system->count && system->relations[at] != relation) at++;
  if (at < system->count) return at;
  const vp_balance *balance = at < VP_SYSTEM_SIZE ? vp_graph_balance(graph, relation) : NULL;
  if (balance == NULL) return VP_SYSTEM_SIZE;
  rests[at] = whole(balance);
  system->relations[at] = relation;
  memset(&system->constraints[at], 0, sizeof system->constraints[at]);
  system->constraints[at].from = UINT64_C(1) << at;
  system->count++;
  return at;
}

static void add_cell(vp_system *system, rest *rests, vp_graph *graph, size_t unknown,
                     uint32_t cell) {
  for (uint32_t i = graph->first[cell]; i < graph->first[cell + 1]; i++) {
    const vp_link *link = &graph->links[i];
    if (!vp_graph_is_judged(graph, link->relation)) continue;
    size_t at = find(system, rests, graph, link->relation);
    if (at == VP_SYSTEM_SIZE) {
      system->failed = true;
      return;
    }
    vp_decimal *weight = &system->constraints[at].weights[unknown];
    if (vp_decimal_add(weight, *weight, link->weight) != VP_OK ||
        leave_out(&rests[at], graph, link->relation, cell, link->weight) != VP_OK)
      system->failed = true;
  }
}

void vp_system_build(vp_system *system, vp_graph *graph, const uint32_t *cells, size_t count) {
  rest rests[VP_SYSTEM_SIZE];
  system->unknown_count = count;
  system->count = 0;
  system->failed = false;
  for (size_t i = 0; i < count && !system->failed; i++) add_cell(system, rests, graph, i, cells[i]);
  for (size_t i = 0; i < system->count && !system->failed; i++) {
    vp_constraint *constraint = &system->constraints[i];
    const vp_relation *relation = vp_graph_relation(graph, system->relations[i]);
    vp_status status = bounds_of(&constraint->bounds, &rests[i], relation);
    for (size_t j = 0; j < count && status == VP_OK && relation->adjusted; j++)
      status = blur(&constraint->bounds, vp_graph_cell(graph, cells[j]), constraint->weights[j]);
    system->failed = status != VP_OK;
  }
}

void vp_system_fix(vp_system *system, size_t unknown, vp_interval value) {
  for (size_t i = 0; i < system->count; i++) {
    vp_constraint *constraint = &system->constraints[i];
    vp_decimal *weight = &constraint->weights[unknown];
    vp_interval part;
    if (weight->coefficient == 0) continue;
    if (vp_interval_scale(&part, value, vp_decimal_negate(*weight)) != VP_OK ||
        vp_interval_add(&constraint->bounds, constraint->bounds, part) != VP_OK)
      system->failed = true;
    weight->coefficient = 0;
  }
}
