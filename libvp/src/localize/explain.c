#include "localize/explain.h"

#include "localize/guess.h"
#include "localize/prospect.h"
#include "localize/score.h"
#include "localize/system.h"
#include "localize/trial.h"

/* How many values of a cell are combined with those of others; and how many steps that takes. */
enum { MOST_COMBINED = 6, COMBINED_STEPS = 16 };

static int32_t scale_of(const vp_graph *graph, uint32_t cell) {
  return vp_unit_exponent((vp_unit)vp_graph_cell(graph, cell)->quantity.unit);
}

vp_interval vp_in_unit_of(const vp_graph *graph, uint32_t cell, vp_interval interval) {
  return vp_interval_shift(interval, -scale_of(graph, cell));
}

static vp_correction correct(const vp_graph *graph, uint32_t cell, vp_interval required,
                             const vp_guess *guess) {
  return (vp_correction){.cell = cell,
                         .printed = vp_graph_cell(graph, cell)->quantity.value,
                         .has_value = guess->has_value,
                         .is_rough = guess->is_rough,
                         .value = guess->value,
                         .interval = vp_in_unit_of(graph, cell, required),
                         .slip = guess->slip,
                         .other = guess->other};
}

static void offer(vp_ranking *ranking, vp_graph *graph, const vp_correction *corrections,
                  size_t count, double cost) {
  double fit;
  if (vp_trial_holds(&fit, graph, corrections, count))
    vp_ranking_offer(ranking, graph, corrections, count, cost + fit);
}

void vp_explain_cell(vp_ranking *ranking, vp_graph *graph, uint32_t cell) {
  vp_guesses guesses;
  vp_interval required;
  double relief = vp_trial_relief(graph, cell);
  if (!vp_is_worth_guessing(graph, cell, vp_ranking_limit(ranking) + relief) ||
      !vp_required(&required, graph, cell))
    return;
  vp_guess_values(&guesses, graph, cell, required);
  for (size_t i = 0; i < guesses.count; i++) {
    if (!vp_ranking_has_room(ranking, guesses.items[i].cost - relief)) continue;
    vp_correction correction = correct(graph, cell, required, &guesses.items[i]);
    offer(ranking, graph, &correction, 1, guesses.items[i].cost);
  }
}

typedef struct combination {
  vp_ranking *ranking;
  vp_graph *graph;
  const uint32_t *cells;
  size_t count;
  vp_correction corrections[VP_LOCALIZE_MAX_CELLS];
} combination;

/* Where the true value lies when the cell says value, in kr. */
static vp_status interval_of(vp_interval *out, const vp_graph *graph, uint32_t cell,
                             vp_decimal value) {
  vp_cell changed = *vp_graph_cell(graph, cell);
  changed.quantity.value = value;
  return vp_cell_interval(out, &changed);
}

/* Gives the cells from `at` on values, one after the other: each depends on those before. */
static void combine(combination *c, const vp_system *system, size_t at, double cost) {
  if (at == c->count) {
    offer(c->ranking, c->graph, c->corrections, c->count, cost);
    return;
  }
  vp_interval required, value;
  if (!vp_graph_step(c->graph, COMBINED_STEPS) || !vp_system_project(&required, system, at)) return;
  vp_guesses guesses;
  vp_guess_values(&guesses, c->graph, c->cells[at], required);
  for (size_t i = 0; i < guesses.count; i++) {
    if (i >= MOST_COMBINED && i + 1 < guesses.count) continue;
    const vp_guess *guess = &guesses.items[i];
    if (!guess->has_value || interval_of(&value, c->graph, c->cells[at], guess->value) != VP_OK)
      continue;
    vp_system rest = *system;
    vp_system_fix(&rest, at, value);
    c->corrections[at] = correct(c->graph, c->cells[at], required, guess);
    combine(c, &rest, at + 1, cost + guess->cost);
  }
}

void vp_explain_intervals(vp_suspect *set, vp_graph *graph, size_t count) {
  vp_system system;
  uint32_t cells[VP_LOCALIZE_MAX_CELLS];
  for (size_t i = 0; i < count; i++) cells[i] = set[i].cell;
  if (count > 1) vp_system_build(&system, graph, cells, count);
  for (size_t i = 0; i < count; i++) {
    vp_interval interval = vp_interval_everything();
    (void)(count > 1 ? vp_system_project(&interval, &system, i)
                     : vp_required(&interval, graph, cells[i]));
    set[i].interval = vp_in_unit_of(graph, cells[i], interval);
  }
}

void vp_explain_cells(vp_ranking *ranking, vp_graph *graph, const uint32_t *cells, size_t count) {
  vp_system system;
  vp_system_build(&system, graph, cells, count);
  combination c = {.ranking = ranking, .graph = graph, .cells = cells, .count = count};
  combine(&c, &system, 0, VP_COST_FAULT * (double)(count - 1));
  if (count == 2) (void)vp_explain_exchange(ranking, graph, cells[0], cells[1]);
}

/* b's figure in a; it says nothing new where they are the same. */
static bool exchange(vp_correction *out, const vp_graph *graph, uint32_t a, uint32_t b) {
  const vp_cell *to = vp_graph_cell(graph, a);
  vp_quantity changed = to->quantity;
  const vp_quantity *from = &vp_graph_cell(graph, b)->quantity;
  changed.value = from->value;
  vp_interval interval;
  if (from->unit != changed.unit || vp_decimal_compare(from->value, to->quantity.value) == 0 ||
      vp_quantity_interval(&interval, &changed) != VP_OK)
    return false;
  *out = (vp_correction){.cell = a,
                         .printed = to->quantity.value,
                         .has_value = true,
                         .value = changed.value,
                         .interval = interval,
                         .slip = VP_SLIP_EXCHANGED,
                         .other = b};
  return true;
}

static double cost_of_value(const vp_graph *graph, const vp_correction *correction) {
  vp_decimal value = correction->value, printed = correction->printed;
  value.exponent += scale_of(graph, correction->cell);
  printed.exponent += scale_of(graph, correction->cell);
  return vp_cost_of_value(graph, correction->cell, vp_graph_number(value)) -
         vp_cost_of_value(graph, correction->cell, vp_graph_number(printed));
}

static bool is_same_table(const vp_graph *graph, uint32_t a, uint32_t b) {
  uint32_t table = vp_graph_cell(graph, a)->table;
  return table != VP_NO_TABLE && table == vp_graph_cell(graph, b)->table;
}

static bool is_same_row(const vp_graph *graph, uint32_t a, uint32_t b) {
  return is_same_table(graph, a, b) && vp_graph_cell(graph, a)->row == vp_graph_cell(graph, b)->row;
}

/* People exchange neighbours: in a row, or in a column. */
static double reach_of(const vp_graph *graph, uint32_t a, uint32_t b) {
  bool is_same_column = is_same_table(graph, a, b) &&
                        vp_graph_cell(graph, a)->column == vp_graph_cell(graph, b)->column;
  return is_same_column || is_same_row(graph, a, b) ? 4 : 400;
}

bool vp_explain_exchange(vp_ranking *ranking, vp_graph *graph, uint32_t a, uint32_t b) {
  vp_correction both[2];
  double fit;
  if (!exchange(&both[0], graph, a, b) || !exchange(&both[1], graph, b, a) ||
      !vp_trial_holds(&fit, graph, both, 2))
    return false;
  double cost = fit + vp_cost_of_slip(VP_SLIP_EXCHANGED, reach_of(graph, a, b));
  if (!is_same_row(graph, a, b))
    cost += cost_of_value(graph, &both[0]) + cost_of_value(graph, &both[1]);
  vp_ranking_offer(ranking, graph, both, 2, cost);
  return true;
}
