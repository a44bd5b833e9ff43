#include "localize/guesser.h"

#include <math.h>

#include "localize/digits.h"

static int32_t usual_exponent(const vp_graph *graph, uint32_t own) {
  const vp_cell *printed = vp_graph_cell(graph, own);
  if (printed->decimals >= 0) return -printed->decimals;
  uint32_t beside = graph->next_in_row[own], link = graph->first[own];
  if (beside == own && link < graph->first[own + 1]) {
    const vp_relation *relation = vp_graph_relation(graph, graph->links[link].relation);
    beside = relation->total != own || relation->term_count == 0 ? relation->total
                                                                 : relation->terms[0].cell;
  }
  const vp_cell *cell = vp_graph_cell(graph, beside);
  bool is_alike =
      cell->quantity.unit == printed->quantity.unit && cell->quantity.state == VP_QUANTITY_NUMBER;
  return is_alike ? cell->quantity.value.exponent : printed->quantity.value.exponent;
}

vp_guesser vp_guesser_of(vp_graph *graph, uint32_t cell) {
  const vp_cell *printed = vp_graph_cell(graph, cell);
  vp_guesser guesser = {.graph = graph,
                        .cell = cell,
                        .printed = printed,
                        .scale = vp_unit_exponent((vp_unit)printed->quantity.unit),
                        .usual = usual_exponent(graph, cell)};
  vp_decimal value = printed->quantity.value;
  guesser.number = vp_guesser_number(&guesser, value);
  guesser.unit = vp_guesser_number(&guesser, (vp_decimal){1, value.exponent});
  return guesser;
}

double vp_guesser_figures(const vp_guesser *guesser) {
  vp_decimal value = guesser->printed->quantity.value;
  return vp_graph_number((vp_decimal){1, vp_digit_count(value.coefficient, vp_fraction_of(value))});
}

bool vp_guesser_is_total(const vp_guesser *guesser, const vp_relation *relation) {
  return relation->total == guesser->cell && relation->term_count >= 2 && !relation->at_most;
}

uint32_t vp_guesser_find_same(const vp_guesser *guesser, double *columns) {
  const vp_graph *graph = guesser->graph;
  uint32_t same = VP_NO_CELL;
  *columns = 0;
  for (uint32_t i = graph->next_in_row[guesser->cell]; i != guesser->cell;
       i = graph->next_in_row[i]) {
    const vp_cell *cell = vp_graph_cell(graph, i);
    if (cell->quantity.state != VP_QUANTITY_NUMBER) continue;
    ++*columns;
    if (vp_decimal_compare(vp_cell_value(cell), vp_cell_value(guesser->printed)) == 0) same = i;
  }
  return same;
}

bool vp_guesser_is_vague(const vp_guesser *guesser, double narrower) {
  double width = (guesser->high - guesser->low) / guesser->unit - narrower;
  double most = fmax(fabs(guesser->low), fabs(guesser->high));
  return width > 200 && width * guesser->unit > 0.2 * most;
}
