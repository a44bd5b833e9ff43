#include "localize/prospect.h"

#include <math.h>

#include "localize/digits.h"
#include "localize/guesser.h"
#include "localize/score.h"

/* What a look at a cell compares with: all in doubles, and never to its disadvantage. */
typedef struct prospect {
  vp_guesser of;
  double most;     /* odds that are worth a guess are below */
  double least;    /* odds of the likeliest value in the interval */
  double rounding; /* of a value like those around */
  double margin;   /* by which a value may lie outside the interval */
  double middle;   /* with which the relation adds up, and how little is known of it */
  double variance;
} prospect;

static bool is_likely(const prospect *p, double slip_odds, double low, double high) {
  const vp_guesser *g = &p->of;
  return slip_odds * vp_odds_of_values(g->graph, g->cell, g->unit, low, high) < p->most;
}

/* With such a value, the relation may still be off by much. */
static bool is_likely_value(const prospect *p, double slip_odds, double value, double margin) {
  if (!is_likely(p, slip_odds, value - margin, value + margin)) return false;
  double fit = vp_cost_of_fit(p->variance, fmax(0, fabs(value - p->middle) - margin));
  return fit < 500 && is_likely(p, slip_odds * exp(fit), value - margin, value + margin);
}

static bool may_be_unknown(const prospect *p, double own_width) {
  const vp_guesser *g = &p->of;
  double middle = (g->low + g->high) / 2;
  double values = 1 + ((g->high - g->low) / g->unit - own_width) / 2;
  double odds = vp_odds_of_slip(VP_SLIP_UNKNOWN, vp_guesser_figures(g) / values);
  return is_likely(p, odds, middle - p->rounding, middle + p->rounding);
}

/* Of a figure without a qualifier, in units of its last digit. */
static double width_of(const vp_quantity *printed) {
  if (printed->unit == VP_UNIT_COUNT || printed->rounding == VP_ROUNDING_EXACT) return 0;
  return printed->rounding == VP_ROUNDING_TRUNCATED && printed->value.coefficient == 0 ? 2 : 1;
}

/* The whole numbers from low to high, as far as they go. */
static vp_range range_about(double low, double high, double margin) {
  const double end = 1e18;
  margin += 1e-3 + 1e-12 * (fabs(low) + fabs(high));
  low -= margin;
  high += margin;
  int64_t first = (int64_t)(low < -end ? -end : low > end ? end : low);
  int64_t last = (int64_t)(high < -end ? -end : high > end ? end : high);
  return (vp_range){first + ((double)first < low), last - ((double)last > high)};
}

/* The edits that a likely value might come from. */
static unsigned likely_slips(const prospect *p, int32_t digits) {
  unsigned slips = 0;
  for (unsigned i = VP_SLIP_DIGIT_LEFT_OUT; i <= VP_SLIP_DIGITS_SWAPPED; i++) {
    double odds = vp_odds_of_slip((vp_slip)i, vp_digit_outcomes((vp_slip)i, digits));
    if (odds * p->least < p->most) slips |= 1u << i;
  }
  return slips;
}

static bool may_be_edited(const prospect *p) {
  const vp_guesser *g = &p->of;
  vp_decimal value = g->printed->quantity.value;
  int32_t fraction = vp_fraction_of(value), digits = vp_digit_count(value.coefficient, fraction);
  unsigned slips = likely_slips(p, digits);
  if (slips == 0) return false;
  double low = g->low / g->unit, high = g->high / g->unit, width = width_of(&g->printed->quantity);
  vp_range ranges[3];
  ranges[0] = ranges[1] = ranges[2] = range_about(low, high, width);
  if (fraction > 0) {
    ranges[0] = range_about(low * 10, high * 10, width);
    ranges[2] = range_about(low / 10, high / 10, width);
  }
  vp_edit edits[VP_EDITS_MAX];
  size_t count = vp_digit_edits(edits, value.coefficient, fraction, ranges, slips);
  for (size_t i = 0; i < count; i++) {
    vp_decimal edited = {edits[i].coefficient, value.exponent + edits[i].shift};
    double odds = vp_odds_of_slip(edits[i].slip, vp_digit_outcomes(edits[i].slip, digits));
    if (is_likely_value(p, odds, vp_guesser_number(g, edited), 0)) return true;
  }
  return false;
}

/* The sign, or the point. */
static bool may_be_moved(const prospect *p) {
  static const double factors[] = {-1, 1e-6, 1e-3, 1e-1, 1e1, 1e3, 1e6};
  const vp_guesser *g = &p->of;
  double size = fabs(g->number), slack = 2 * g->unit + 1e-8 * size;
  bool is_near = (size + slack) / 10 < vp_least_size(g->low, g->high) &&
                 (size - slack) * 10 > fmax(fabs(g->low), fabs(g->high));
  size_t count = is_near ? 1 : sizeof factors / sizeof *factors;
  for (size_t i = 0; i < count; i++) {
    double number = g->number * factors[i], margin = slack * fabs(factors[i]);
    if (!vp_guesser_is_within(g, number, margin)) continue;
    double odds = vp_odds_of_slip(i == 0 ? VP_SLIP_SIGN : VP_SLIP_FACTOR, i == 0 ? 1 : 4);
    if (is_likely_value(p, odds, number, margin + p->margin)) return true;
  }
  return false;
}

/* Where the cell must lie by its only relation, when all others are right. */
static void bound(prospect *p, const vp_balance *balance, double weight) {
  vp_guesser *g = &p->of;
  double one = g->number - balance->least / weight, other = g->number - balance->most / weight;
  p->middle = g->number - vp_graph_number(balance->difference) / weight;
  g->low = fmin(one, other);
  g->high = fmax(one, other);
  if (balance->is_doubtful) {
    double tolerance = vp_graph_number(balance->tolerance) / fabs(weight);
    g->low = fmax(g->low, p->middle - tolerance);
    g->high = fmin(g->high, p->middle + tolerance);
  }
  double usual = vp_guesser_number(g, (vp_decimal){.coefficient = 1, .exponent = g->usual});
  double own = width_of(&g->printed->quantity) * g->unit;
  double error = 1e-12 * (fabs(g->low) + fabs(g->high) + fabs(g->number));
  p->rounding = (usual + own) / 2 + error;
  p->margin = 2 * fmax(usual, 10 * g->unit) + error;
  p->variance = balance->variance / (weight * weight);
  if (p->variance > 0) p->variance += p->margin * p->margin;
}

bool vp_is_worth_guessing(vp_graph *graph, uint32_t cell, double limit) {
  uint32_t at = graph->first[cell];
  if (limit == HUGE_VAL || at + 1 != graph->first[cell + 1]) return true;
  const vp_link *link = &graph->links[at];
  const vp_relation *relation = vp_graph_relation(graph, link->relation);
  const vp_balance *balance = vp_graph_balance(graph, link->relation);
  prospect p = {.of = vp_guesser_of(graph, cell)};
  const vp_quantity *printed = &p.of.printed->quantity;
  double columns, weight = vp_graph_number(link->weight);
  if (balance == NULL || weight == 0 || relation->at_most ||
      printed->qualifier != VP_QUALIFIER_NONE || vp_guesser_is_total(&p.of, relation) ||
      vp_guesser_find_same(&p.of, &columns) != VP_NO_CELL)
    return true;
  bound(&p, balance, weight);
  if (p.margin == HUGE_VAL) return true;
  p.most = exp(limit + 1e-8) * vp_odds_of_values(graph, cell, p.of.unit, p.of.number, p.of.number);
  p.least = vp_odds_of_values(graph, cell, p.of.unit, p.of.low - p.margin, p.of.high + p.margin);
  /* Its own rounding makes the interval narrower, or in an adjusted table wider. */
  double own = relation->adjusted     ? -width_of(printed)
               : balance->is_doubtful ? 0
                                      : width_of(printed);
  return may_be_unknown(&p, own) ||
         (!vp_guesser_is_vague(&p.of, 2) && (may_be_edited(&p) || may_be_moved(&p)));
}
