/* The verdict on one relation: vp/reconcile.h says what each means. */
#include <limits.h>

#include "base/unit.h"
#include "reconcile/network.h"
#include "reconcile/share.h"
#include "reconcile/spread.h"

static const vp_decimal minus_one = {.coefficient = -1, .exponent = 0};

static bool is_readable(const vp_cell *cell) { return cell->quantity.state == VP_QUANTITY_NUMBER; }

/* What may be added: money with money, per cent with per cent. */
static int dimension_of(const vp_cell *cell) {
  vp_unit unit = (vp_unit)cell->quantity.unit;
  return vp_unit_is_money(unit) ? INT_MAX : (int)unit;
}

/* Money is added in kr, whatever it is printed in. */
static int32_t scale_of(const vp_cell *cell) {
  return vp_unit_exponent((vp_unit)cell->quantity.unit);
}

vp_decimal vp_cell_value(const vp_cell *cell) {
  vp_decimal value = cell->quantity.value;
  value.exponent += scale_of(cell);
  return value;
}

vp_interval vp_interval_shift(vp_interval interval, int32_t exponent) {
  interval.low.value.exponent += exponent;
  interval.high.value.exponent += exponent;
  return interval;
}

vp_status vp_cell_interval(vp_interval *out, const vp_cell *cell) {
  vp_interval interval;
  vp_status status = vp_quantity_interval(&interval, &cell->quantity);
  if (status == VP_OK) *out = vp_interval_shift(interval, scale_of(cell));
  return status;
}

static bool is_unbounded(vp_interval interval) {
  return interval.low.unbounded || interval.high.unbounded;
}

/* Adds half of the interval's width, times the weight; an interval without ends has no width to
 * add. */
static vp_status widen(vp_spread *spread, vp_interval interval, vp_decimal weight) {
  if (is_unbounded(interval)) return VP_OK;
  vp_decimal half;
  vp_status status = vp_interval_half_width(&half, interval);
  if (status == VP_OK) status = vp_decimal_multiply(&half, half, weight);
  if (status == VP_OK) status = vp_spread_add(spread, half);
  return status;
}

static vp_status add_term(vp_relation *relation, vp_spread *spread, const vp_cell *cell,
                          vp_decimal weight) {
  vp_decimal value;
  vp_interval interval, weighted;
  vp_status status = vp_cell_interval(&interval, cell);
  if (status == VP_OK) status = vp_decimal_multiply(&value, vp_cell_value(cell), weight);
  if (status == VP_OK) status = vp_decimal_add(&relation->sum, relation->sum, value);
  if (status == VP_OK) status = vp_interval_scale(&weighted, interval, weight);
  if (status == VP_OK)
    status = vp_interval_add(&relation->sum_interval, relation->sum_interval, weighted);
  return status == VP_OK ? widen(spread, interval, weight) : status;
}

static vp_status add_sum(vp_relation *relation, vp_spread *spread, const vp_cell *cells) {
  vp_status status = VP_OK;
  for (size_t i = 0; i < relation->term_count && status == VP_OK; i++) {
    const vp_term *term = &relation->terms[i];
    if (is_readable(&cells[term->cell]))
      status = add_term(relation, spread, &cells[term->cell], term->weight);
  }
  return status;
}

/* A share bends with both its factors: around the printed values it is as wide as each factor's
 * width times the other. */
static vp_status add_product(vp_relation *relation, vp_spread *spread, const vp_cell *cells) {
  const vp_term *term = &relation->terms[0];
  const vp_cell *whole = &cells[term->cell];
  if (!is_readable(whole)) return VP_OK;
  vp_decimal share;
  vp_interval share_interval, whole_interval;
  vp_status status = vp_share_of(&share, &share_interval, relation->owner);
  if (status == VP_OK) status = vp_decimal_multiply(&share, share, term->weight);
  if (status == VP_OK) status = vp_interval_scale(&share_interval, share_interval, term->weight);
  if (status == VP_OK) status = vp_cell_interval(&whole_interval, whole);
  if (status == VP_OK) status = vp_decimal_multiply(&relation->sum, share, vp_cell_value(whole));
  if (status == VP_OK)
    status = vp_interval_multiply(&relation->sum_interval, share_interval, whole_interval);
  if (status == VP_OK) status = widen(spread, whole_interval, share);
  if (status == VP_OK) status = widen(spread, share_interval, vp_cell_value(whole));
  return status;
}

static vp_status add_total(vp_relation *relation, vp_spread *spread, const vp_cell *cell) {
  relation->stated = vp_cell_value(cell);
  vp_status status = vp_cell_interval(&relation->stated_interval, cell);
  return status == VP_OK ? widen(spread, relation->stated_interval, minus_one) : status;
}

/* Where the true difference may lie. */
static vp_status difference_interval(vp_interval *out, const vp_relation *relation) {
  vp_interval negated;
  vp_status status = vp_interval_scale(&negated, relation->stated_interval, minus_one);
  return status == VP_OK ? vp_interval_add(out, relation->sum_interval, negated) : status;
}

static vp_status compare(vp_relation *relation, vp_spread spread, int sigmas) {
  const vp_decimal zero = {.coefficient = 0, .exponent = 0};
  vp_interval possible;
  vp_decimal middle;
  bool likely = true;
  vp_status status = vp_decimal_subtract(&relation->difference, relation->sum, relation->stated);
  if (status == VP_OK) status = difference_interval(&possible, relation);
  if (status != VP_OK) return status;

  relation->is_bounded = !is_unbounded(possible);
  if (relation->is_bounded) {
    status = vp_interval_half_width(&relation->worst_case, possible);
    if (status == VP_OK) status = vp_interval_centre(&middle, possible);
    if (status == VP_OK) status = vp_spread_covers(&likely, spread, sigmas, middle);
    if (status != VP_OK) return status;
    relation->three_sigma = vp_spread_times(spread, 3);
    relation->usual_case = vp_spread_times(spread, sigmas);
  }
  int sign = vp_decimal_sign(relation->difference);
  if (relation->at_most) possible.high.unbounded = true;
  if (sign == 0 || (sign < 0 && relation->at_most))
    relation->verdict = VP_VERDICT_EXACT;
  else if (relation->adjusted || !vp_interval_contains(possible, zero))
    relation->verdict = VP_VERDICT_IMPOSSIBLE;
  else
    relation->verdict = likely ? VP_VERDICT_ROUNDING : VP_VERDICT_DOUBTFUL;
  return VP_OK;
}

static bool is_unit(vp_decimal weight) {
  return weight.exponent == 0 && (weight.coefficient == 1 || weight.coefficient == -1);
}

/* sum + weight · missing = stated, with the weight 1 or -1. */
static vp_status determine(vp_relation *relation) {
  vp_decimal sign = minus_one;
  for (size_t i = 0; i < relation->term_count; i++)
    if (relation->terms[i].cell == relation->missing) sign = relation->terms[i].weight;
  if (!is_unit(sign)) return VP_OK;
  vp_decimal rest;
  vp_interval possible;
  vp_status status = vp_decimal_subtract(&rest, relation->stated, relation->sum);
  if (status == VP_OK) status = vp_decimal_multiply(&rest, rest, sign);
  if (status == VP_OK) status = difference_interval(&possible, relation);
  if (status == VP_OK) status = vp_interval_scale(&possible, possible, vp_decimal_negate(sign));
  if (status != VP_OK) return status;
  relation->missing_value = rest;
  relation->missing_interval = possible;
  relation->missing_is_known = true;
  return VP_OK;
}

static void note_missing(vp_relation *relation, const vp_cell *cells, uint32_t cell) {
  if (is_readable(&cells[cell])) return;
  if (relation->missing_count++ == 0) relation->missing = cell;
}

/* The cell that says what is added: the total or, where it is missing, the first that is not. */
static const vp_cell *model_of(const vp_relation *relation, const vp_cell *cells) {
  const vp_cell *total = &cells[relation->total];
  if (is_readable(total)) return total;
  for (size_t i = 0; i < relation->term_count; i++)
    if (is_readable(&cells[relation->terms[i].cell])) return &cells[relation->terms[i].cell];
  return total;
}

/* Units of the plan's own are the same when they are not known to differ. */
static bool is_of_kind(const vp_cell *cell, const vp_cell *model) {
  if (dimension_of(cell) != dimension_of(model)) return false;
  return cell->unit_text == NULL || model->unit_text == NULL ||
         vp_unit_is_same(cell->unit_text, model->unit_text);
}

static bool is_uniform(const vp_relation *relation, const vp_cell *cells, const vp_cell *model) {
  if (relation->kind == VP_RELATION_SHARE && !vp_share_is_pure(relation->owner)) return false;
  for (size_t i = 0; i < relation->term_count; i++) {
    const vp_cell *cell = &cells[relation->terms[i].cell];
    if (is_readable(cell) && !is_of_kind(cell, model)) return false;
  }
  return true;
}

/* A column of per cent may stand in a table in mnkr. */
static vp_unit shown_unit(const vp_cell *cell) {
  vp_unit own = (vp_unit)cell->quantity.unit;
  return vp_unit_is_money(own) && vp_unit_is_money(cell->unit) ? cell->unit : own;
}

/* From kr to the unit in which results are shown. */
static void show_in(vp_relation *relation, vp_unit unit) {
  relation->unit = unit;
  int32_t exponent = -vp_unit_exponent(unit);
  vp_decimal *numbers[] = {&relation->sum,           &relation->stated,     &relation->difference,
                           &relation->missing_value, &relation->worst_case, &relation->three_sigma,
                           &relation->usual_case};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) numbers[i]->exponent += exponent;
  relation->sum_interval = vp_interval_shift(relation->sum_interval, exponent);
  relation->stated_interval = vp_interval_shift(relation->stated_interval, exponent);
  relation->missing_interval = vp_interval_shift(relation->missing_interval, exponent);
}

static vp_status judge(vp_relation *relation, const vp_cell *cells, int sigmas) {
  const vp_cell *total = &cells[relation->total];
  bool is_share = relation->kind == VP_RELATION_SHARE;
  /* So coarse that a sum is as fine as its terms. */
  const vp_decimal zero = {.coefficient = 0, .exponent = VP_DECIMAL_MAX_EXPONENT};
  vp_spread spread = {.exponent = 0};
  relation->sum = relation->stated = zero;
  relation->sum_interval = relation->stated_interval = vp_interval_point(zero);
  vp_status status =
      is_share ? add_product(relation, &spread, cells) : add_sum(relation, &spread, cells);
  if (status == VP_OK && is_readable(total)) status = add_total(relation, &spread, total);
  if (status != VP_OK) return status;
  if (relation->missing_count == 0) return compare(relation, spread, sigmas);
  relation->verdict = VP_VERDICT_UNKNOWN;
  bool is_determined =
      relation->missing_count == 1 && !relation->at_most && (!is_share || !is_readable(total));
  return is_determined ? determine(relation) : VP_OK;
}

void vp_relation_judge(vp_relation *relation, const vp_cell *cells, int sigmas) {
  const vp_cell *total = &cells[relation->total];
  note_missing(relation, cells, relation->total);
  for (size_t i = 0; i < relation->term_count; i++)
    note_missing(relation, cells, relation->terms[i].cell);
  bool in_table = relation->kind < VP_RELATION_TIE;
  relation->adjusted = in_table && total->quantity.rounding == VP_ROUNDING_ADJUSTED;
  const vp_cell *model = model_of(relation, cells);
  if (!is_uniform(relation, cells, model))
    relation->verdict = VP_VERDICT_UNIT_MISMATCH;
  else if (judge(relation, cells, sigmas) != VP_OK)
    relation->verdict = VP_VERDICT_OVERFLOW;
  show_in(relation, shown_unit(model));
}

const char *vp_verdict_name(vp_verdict verdict) {
  static const char *const names[] = {"exact",   "rounding",      "doubtful", "impossible",
                                      "unknown", "unit_mismatch", "overflow"};
  return (size_t)verdict < sizeof names / sizeof *names ? names[verdict] : "?";
}

const char *vp_relation_kind_name(vp_relation_kind kind) {
  static const char *const names[] = {"frame", "column", "subtotal",    "row",
                                      "tie",   "share",  "not_negative"};
  return (size_t)kind < sizeof names / sizeof *names ? names[kind] : "?";
}
