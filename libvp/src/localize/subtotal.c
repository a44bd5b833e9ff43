#include <math.h>

#include "localize/rows.h"
#include "localize/score.h"

enum { MOST_PARTS = 100 };

/* Whether some neighbours of a term add up to it. */
static bool is_subtotal(const vp_graph *graph, const vp_relation *relation, const vp_term *term,
                        int step) {
  const vp_decimal zero = {.coefficient = 0, .exponent = 0};
  vp_interval rest;
  if (vp_cell_interval(&rest, vp_graph_cell(graph, term->cell)) != VP_OK) return false;
  size_t parts = 0;
  for (size_t i = (size_t)(term - relation->terms) + (size_t)step;
       i < relation->term_count && parts < MOST_PARTS; i += (size_t)step) {
    vp_interval part;
    if (vp_cell_interval(&part, vp_graph_cell(graph, relation->terms[i].cell)) != VP_OK ||
        vp_interval_scale(&part, part, (vp_decimal){.coefficient = -1, .exponent = 0}) != VP_OK ||
        vp_interval_add(&rest, rest, part) != VP_OK)
      return false;
    if (++parts >= 2 && vp_interval_contains(rest, zero)) return true;
  }
  return false;
}

/* Whether a term may be what a relation is off by, and the cost of that not being quite so. Exact
 * arithmetic is for the few that remain. */
static bool may_be_off_by(double *cost, const vp_balance *balance, const vp_cell *cell,
                          vp_decimal weight) {
  vp_decimal value = vp_cell_value(cell), unit = {.coefficient = 1, .exponent = value.exponent};
  double size = vp_graph_number(weight), part = vp_graph_number(value) * size;
  double margin = vp_graph_number(unit) * fabs(size) + fabs(part) * 1e-9;
  *cost += vp_cost_of_fit(balance->variance, vp_graph_number(balance->difference) - part);
  return part != 0 && (cell->quantity.qualifier != VP_QUALIFIER_NONE ||
                       (part >= balance->least - margin && part <= balance->most + margin));
}

static bool is_off_by(vp_graph *graph, uint32_t relation, const vp_term *term) {
  const vp_balance *balance = vp_graph_balance(graph, relation);
  vp_interval part;
  if (vp_graph_part(&part, graph, relation, term->cell, term->weight) != VP_OK) return false;
  vp_interval possible = {vp_end_bound(balance->low), vp_end_bound(balance->high)};
  return !vp_interval_is_empty(vp_interval_intersect(possible, part));
}

/* That its neighbours add up to a term would be chance if it were not their sum; in a long table it
 * often is. */
static double cost_of_chance(const vp_row_sums *sums, uint32_t cell) {
  double units =
      fabs(vp_units_of(sums->graph, vp_cell_value(vp_graph_cell(sums->graph, cell)), cell));
  double odds = units / (2 * (double)vp_row_sum(sums, 0)->term_count);
  return odds > 1 ? log(odds) : 0;
}

void vp_offer_subtotal(vp_row_sums *sums, const vp_term *first) {
  double cost = vp_cost_of_slip(VP_SLIP_SUBTOTAL_COUNTED, 1);
  bool is_long = vp_row_sum(sums, 0)->term_count > MOST_PARTS;
  for (size_t i = 0; i < sums->count; i++) {
    const vp_term *term = vp_row_term(sums, i, first);
    const vp_balance *balance = vp_graph_balance(sums->graph, sums->relations[i]);
    if (term == NULL || balance == NULL ||
        !may_be_off_by(&cost, balance, vp_graph_cell(sums->graph, term->cell), term->weight))
      return;
    double chance = cost_of_chance(sums, term->cell);
    if (i == 0 && is_long && chance <= 0) return;
    cost -= chance;
    sums->corrections[i] =
        (vp_correction){.cell = VP_NO_CELL, .slip = VP_SLIP_SUBTOTAL_COUNTED, .other = term->cell};
  }
  if (cost >= sums->limit) return;
  for (size_t i = 0; i < sums->count; i++) {
    const vp_relation *relation = vp_row_sum(sums, i);
    const vp_term *term = vp_row_term(sums, i, first);
    if (!is_off_by(sums->graph, sums->relations[i], term) ||
        !(is_subtotal(sums->graph, relation, term, -1) ||
          is_subtotal(sums->graph, relation, term, 1)))
      return;
  }
  vp_ranking_offer(&sums->ranking, sums->graph, sums->corrections, sums->count, cost);
}
