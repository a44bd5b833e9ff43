#include "localize/guess.h"

#include <math.h>

#include "localize/digits.h"
#include "localize/guesser.h"
#include "localize/score.h"

/* The cost of other decimals than figures around have. */
#define UNUSUAL_DIGITS 8.0

typedef struct guesser {
  vp_guesser of;
  vp_guesses *out;
  vp_interval required; /* in the cell's unit */
  double printed_cost;
  bool is_rough; /* what is being added */
} guesser;

/* The largest multiple of 10^exponent that is not above a, as a coefficient; or the end of the
 * numbers. */
static int64_t floor_at(vp_decimal a, int32_t exponent) {
  vp_decimal exact;
  if (a.exponent >= exponent)
    return vp_decimal_rescale(&exact, a, exponent) == VP_OK ? exact.coefficient
           : a.coefficient < 0                              ? -INT64_MAX
                                                            : INT64_MAX;
  int64_t quotient = a.coefficient;
  bool has_rest = false;
  for (int32_t i = a.exponent; i < exponent; i++) {
    has_rest = has_rest || quotient % 10 != 0;
    quotient /= 10;
  }
  return has_rest && a.coefficient < 0 ? quotient - 1 : quotient;
}

static int64_t near(int64_t a) {
  const int64_t far = INT64_MAX / 4;
  return a > far ? far : a < -far ? -far : a;
}

/* Wide enough for whatever rounding the cell has. */
static vp_range range_at(vp_interval interval, int32_t exponent) {
  vp_bound low = interval.low, high = interval.high;
  return (vp_range){near(low.unbounded ? -INT64_MAX : floor_at(low.value, exponent)) - 1,
                    near(high.unbounded ? INT64_MAX : floor_at(high.value, exponent)) + 2};
}

static bool fits_exactly(const guesser *g, vp_decimal value) {
  vp_quantity changed = g->of.printed->quantity;
  changed.value = value;
  vp_interval interval;
  return vp_quantity_interval(&interval, &changed) == VP_OK &&
         !vp_interval_is_empty(vp_interval_intersect(interval, g->required));
}

/* Exact arithmetic is for the ends of the interval. */
static bool fits(const guesser *g, vp_decimal value) {
  double number = vp_guesser_number(&g->of, value);
  double unit =
      vp_guesser_number(&g->of, (vp_decimal){.coefficient = 1, .exponent = value.exponent});
  double margin = 2 * unit + fabs(number) * 1e-9;
  if (number < g->of.low - margin || number > g->of.high + margin) return false;
  return (number > g->of.low + margin && number < g->of.high - margin) || fits_exactly(g, value);
}

/* A slip that only happens to fit the middle of the interval says less than one that gives the same
 * value exactly: both are kept. */
static bool is_same(const vp_guess *a, const vp_guess *b) {
  bool is_alike =
      a->is_rough == b->is_rough || a->slip == VP_SLIP_UNKNOWN || b->slip == VP_SLIP_UNKNOWN;
  return is_alike && vp_decimal_compare(a->value, b->value) == 0;
}

/* Keeps the cheaper of two ways to one value, and the order. */
static void insert(vp_guesses *out, vp_guess guess) {
  size_t at = 0;
  if (out->count == VP_GUESSES_MAX && out->items[VP_GUESSES_MAX - 1].cost <= guess.cost) return;
  while (at < out->count && out->items[at].cost <= guess.cost)
    if (is_same(&out->items[at++], &guess)) return;
  size_t end = at;
  while (end < out->count && !is_same(&out->items[end], &guess)) end++;
  if (end == VP_GUESSES_MAX) end--;
  if (end == out->count) out->count++;
  if (at >= VP_GUESSES_MAX) return;
  for (; end > at; end--) out->items[end] = out->items[end - 1];
  out->items[at] = guess;
}

static void add(guesser *g, vp_decimal value, vp_slip slip, double outcomes, uint32_t other) {
  vp_decimal printed = g->of.printed->quantity.value;
  if (vp_decimal_compare(value, printed) == 0 || !fits(g, value)) return;
  double cost = vp_cost_of_slip(slip, outcomes) - g->printed_cost +
                vp_cost_of_value(g->of.graph, g->of.cell, vp_guesser_number(&g->of, value));
  if (value.exponent != g->of.usual) cost += UNUSUAL_DIGITS;
  insert(g->out, (vp_guess){value, true, g->is_rough, slip, other, cost});
}

static void add_digit_slips(guesser *g) {
  vp_decimal printed = g->of.printed->quantity.value;
  int32_t fraction = vp_fraction_of(printed);
  int32_t digits = vp_digit_count(printed.coefficient, fraction);
  vp_range ranges[3];
  for (int32_t shift = -1; shift <= 1; shift++)
    ranges[shift + 1] = range_at(g->required, printed.exponent + shift);
  vp_edit edits[VP_EDITS_MAX];
  size_t count = vp_digit_edits(edits, printed.coefficient, fraction, ranges, VP_DIGIT_SLIPS);
  for (size_t i = 0; i < count; i++)
    add(g, (vp_decimal){edits[i].coefficient, printed.exponent + edits[i].shift}, edits[i].slip,
        vp_digit_outcomes(edits[i].slip, digits), VP_NO_CELL);
}

static bool middle_of(vp_decimal *out, vp_interval interval, int32_t exponent) {
  vp_decimal centre;
  return vp_interval_centre(&centre, interval) == VP_OK &&
         (exponent > centre.exponent ? vp_decimal_round(out, centre, exponent)
                                     : vp_decimal_rescale(out, centre, exponent)) == VP_OK;
}

/* A figure that is moved to the left loses digits: the network may know them. */
static void add_moved(guesser *g, int32_t digits, vp_slip slip, double outcomes) {
  vp_quantity moved = g->of.printed->quantity;
  moved.value.exponent += digits;
  if (moved.value.exponent > VP_DECIMAL_MAX_EXPONENT - 9 ||
      moved.value.exponent < 9 - VP_DECIMAL_MAX_EXPONENT || !fits(g, moved.value))
    return;
  vp_interval interval;
  int32_t usual = g->of.usual;
  if (moved.value.exponent > usual) {
    bool is_known = vp_quantity_interval(&interval, &moved) == VP_OK &&
                    middle_of(&moved.value, vp_interval_intersect(interval, g->required), usual);
    if (!is_known) return;
    g->is_rough = true;
  } else {
    for (int64_t rest = moved.value.coefficient;
         moved.value.exponent < usual && rest % 10 == 0 && rest != 0; rest /= 10)
      (void)vp_decimal_rescale(&moved.value, moved.value, moved.value.exponent + 1);
  }
  add(g, moved.value, slip, outcomes, VP_NO_CELL);
  g->is_rough = false;
}

static void add_factors(guesser *g) {
  bool is_money = vp_unit_is_money((vp_unit)g->of.printed->quantity.unit);
  add(g, vp_decimal_negate(g->of.printed->quantity.value), VP_SLIP_SIGN, 1, VP_NO_CELL);
  add_moved(g, 1, VP_SLIP_FACTOR, 4);
  add_moved(g, -1, VP_SLIP_FACTOR, 4);
  add_moved(g, 3, is_money ? VP_SLIP_UNIT : VP_SLIP_FACTOR, 4);
  add_moved(g, -3, is_money ? VP_SLIP_UNIT : VP_SLIP_FACTOR, 4);
  if (!is_money) return;
  add_moved(g, 6, VP_SLIP_UNIT, 16);
  add_moved(g, -6, VP_SLIP_UNIT, 16);
}

/* How many values of the required interval are about as likely as its middle. */
static double breadth(const guesser *g) {
  vp_decimal half;
  if (vp_interval_half_width(&half, g->required) != VP_OK) return 1;
  vp_decimal digit = g->of.printed->quantity.value;
  digit.coefficient = 1;
  return 1 + vp_graph_number(half) / vp_graph_number(digit);
}

/* Slips that say nothing of the right value. */
static void add_middle(guesser *g, vp_slip slip, double outcomes, uint32_t other) {
  vp_decimal value;
  if (middle_of(&value, g->required, g->of.usual)) {
    add(g, value, slip, outcomes / breadth(g), other);
  } else {
    if (g->out->count == VP_GUESSES_MAX) g->out->count--;
    g->out->items[g->out->count++] =
        (vp_guess){.slip = slip, .other = other, .cost = vp_cost_of_slip(slip, outcomes)};
  }
}

static void add_other_columns(guesser *g) {
  double columns;
  uint32_t same = vp_guesser_find_same(&g->of, &columns);
  if (same != VP_NO_CELL) add_middle(g, VP_SLIP_OTHER_COLUMN, columns, same);
}

/* Whether a total with so much more, in kr, has a place; thousands of terms may ask. */
static bool has_room(const guesser *g, double more, vp_slip slip, double outcomes) {
  double value = g->of.number + more, margin = 2 * g->of.unit + 1e-8 * fabs(value);
  if (!vp_guesser_is_within(&g->of, value, margin)) return false;
  if (g->out->count < VP_GUESSES_MAX) return true;
  double cost = vp_cost_of_slip(slip, outcomes) - g->printed_cost +
                vp_cost_of_value(g->of.graph, g->of.cell, value);
  return cost - 1e-6 < g->out->items[VP_GUESSES_MAX - 1].cost;
}

/* Printed like the total, whatever its terms are printed like. */
static void add_total(guesser *g, vp_decimal value, vp_slip slip, double outcomes, uint32_t other) {
  int32_t exponent = g->of.printed->quantity.value.exponent;
  if (value.exponent >= exponent || vp_decimal_round(&value, value, exponent) == VP_OK)
    add(g, value, slip, outcomes, other);
}

static void add_uncounted(guesser *g, const vp_relation *relation, const vp_term *term) {
  vp_decimal part = vp_cell_value(vp_graph_cell(g->of.graph, term->cell)), with, without;
  double outcomes = (double)relation->term_count;
  double more = vp_graph_number(part) * vp_graph_number(term->weight);
  bool may_lack = has_room(g, more, VP_SLIP_NOT_COUNTED, outcomes);
  bool may_repeat = has_room(g, -more, VP_SLIP_COUNTED_TWICE, outcomes);
  if (!may_lack && !may_repeat) return;
  if (part.coefficient == 0 || vp_decimal_multiply(&part, part, term->weight) != VP_OK) return;
  part.exponent -= g->of.scale;
  vp_decimal printed = g->of.printed->quantity.value;
  if (may_lack && vp_decimal_add(&with, printed, part) == VP_OK)
    add_total(g, with, VP_SLIP_NOT_COUNTED, outcomes, term->cell);
  if (may_repeat && vp_decimal_subtract(&without, printed, part) == VP_OK)
    add_total(g, without, VP_SLIP_COUNTED_TWICE, outcomes, term->cell);
}

static void add_totals(guesser *g) {
  const vp_graph *graph = g->of.graph;
  for (uint32_t i = graph->first[g->of.cell]; i < graph->first[g->of.cell + 1]; i++) {
    const vp_relation *relation = vp_graph_relation(graph, graph->links[i].relation);
    if (!vp_guesser_is_total(&g->of, relation)) continue;
    for (size_t j = 0; j < relation->term_count; j++)
      if (relation->terms[j].cell != g->of.cell &&
          vp_graph_cell(graph, relation->terms[j].cell)->quantity.state == VP_QUANTITY_NUMBER)
        add_uncounted(g, relation, &relation->terms[j]);
  }
}

void vp_guess_values(vp_guesses *out, vp_graph *graph, uint32_t cell, vp_interval required) {
  guesser g = {.of = vp_guesser_of(graph, cell), .out = out};
  g.required = vp_interval_shift(required, -g.of.scale);
  g.of.low = required.low.unbounded ? -HUGE_VAL : vp_graph_number(required.low.value);
  g.of.high = required.high.unbounded ? HUGE_VAL : vp_graph_number(required.high.value);
  g.printed_cost = vp_cost_of_value(graph, cell, g.of.number);
  out->count = 0;
  if (!vp_guesser_is_vague(&g.of, 0)) {
    add_digit_slips(&g);
    add_factors(&g);
  }
  g.is_rough = true;
  add_other_columns(&g);
  add_totals(&g);
  add_middle(&g, VP_SLIP_UNKNOWN, vp_guesser_figures(&g.of), VP_NO_CELL);
}
