#include "localize/score.h"

#include <math.h>

/* By how much a figure usually differs from its neighbour in the row, as a share. */
#define USUAL_CHANGE 0.1

/* Against a figure whose neighbour has the other sign: e to the power of 4. */
#define OTHER_SIGN 54.598150033144236

#define PI 3.14159265358979

double vp_odds_of_slip(vp_slip slip, double outcomes) {
  static const double shares[] = {[VP_SLIP_UNKNOWN] = 0.03,
                                  [VP_SLIP_DIGIT_LEFT_OUT] = 0.15,
                                  [VP_SLIP_DIGIT_ADDED] = 0.10,
                                  [VP_SLIP_DIGIT_CHANGED] = 0.25,
                                  [VP_SLIP_DIGITS_SWAPPED] = 0.12,
                                  [VP_SLIP_SIGN] = 0.07,
                                  [VP_SLIP_FACTOR] = 0.06,
                                  [VP_SLIP_UNIT] = 0.04,
                                  [VP_SLIP_OTHER_COLUMN] = 0.05,
                                  [VP_SLIP_EXCHANGED] = 0.04,
                                  [VP_SLIP_COLUMNS_EXCHANGED] = 0.01,
                                  [VP_SLIP_NOT_COUNTED] = 0.03,
                                  [VP_SLIP_COUNTED_TWICE] = 0.02,
                                  [VP_SLIP_SUBTOTAL_COUNTED] = 0.01,
                                  [VP_SLIP_ROW_LEFT_OUT] = 0.02};
  return outcomes / shares[slip];
}

double vp_cost_of_slip(vp_slip slip, double outcomes) {
  return log(vp_odds_of_slip(slip, outcomes));
}

/* The logarithm of a ratio is taken to be Cauchy-distributed: most rows change little, and some a
 * lot. */
static double odds_of_ratio(double value, double other) {
  double step = log(value / other) / USUAL_CHANGE;
  return 1 + step * step;
}

static bool is_alike(const vp_cell *a, const vp_cell *b) {
  vp_unit x = (vp_unit)a->quantity.unit, y = (vp_unit)b->quantity.unit;
  return b->quantity.state == VP_QUANTITY_NUMBER &&
         (x == y || (vp_unit_is_money(x) && vp_unit_is_money(y)));
}

/* A zero is taken for half a unit. */
static double size_of(double value, double unit) { return fabs(value) + unit / 2; }

static double unit_of(const vp_cell *cell) {
  vp_decimal digit = vp_cell_value(cell);
  digit.coefficient = 1;
  return vp_graph_number(digit);
}

double vp_least_size(double low, double high) { return low > 0 ? low : high < 0 ? -high : 0; }

double vp_odds_of_values(const vp_graph *graph, uint32_t cell, double unit, double low,
                         double high) {
  const vp_cell *own = vp_graph_cell(graph, cell);
  double least = 0;
  double from = size_of(vp_least_size(low, high), unit);
  double to = size_of(fmax(fabs(low), fabs(high)), unit);
  for (uint32_t i = graph->next_in_row[cell]; i != cell; i = graph->next_in_row[i]) {
    const vp_cell *beside = vp_graph_cell(graph, i);
    if (!is_alike(own, beside)) continue;
    double other = vp_graph_number(vp_cell_value(beside)), size = size_of(other, unit);
    double one = odds_of_ratio(fmin(fmax(size, from), to), size);
    if (low * other < 0 && high * other < 0) one *= OTHER_SIGN;
    if (least == 0 || one < least) least = one;
  }
  return least == 0 ? from : least * from;
}

double vp_cost_of_value(const vp_graph *graph, uint32_t cell, double value) {
  return log(vp_odds_of_values(graph, cell, unit_of(vp_graph_cell(graph, cell)), value, value));
}

double vp_cost_of_figure(double units) { return log(10 * (fabs(units) + 1)); }

double vp_cost_beside(double value, double other) {
  double size = fabs(value) + 0.5;
  double odds = odds_of_ratio(size, fabs(other) + 0.5) * (1 + PI * USUAL_CHANGE * size);
  return log(value * other < 0 ? odds * OTHER_SIGN : odds);
}

double vp_cost_of_fit(double variance, double difference) {
  return variance > 0 ? difference * difference / variance / 2 : 0;
}
