#include "localize/rows.h"
#include "localize/score.h"
#include "localize/trial.h"

static bool round_like(vp_decimal *value, vp_decimal printed) {
  return value->exponent >= printed.exponent ||
         vp_decimal_round(value, *value, printed.exponent) == VP_OK;
}

/* Where a total may lie with one more of a term, both as they are printed, or one less. */
static vp_status count_term(vp_interval *out, vp_decimal *value, const vp_cell *total,
                            const vp_cell *part, vp_decimal weight) {
  vp_interval own, more;
  int32_t scale = vp_unit_exponent((vp_unit)total->quantity.unit);
  vp_decimal change = vp_cell_value(part);
  vp_status status = vp_quantity_interval(&own, &total->quantity);
  if (status == VP_OK) status = vp_cell_interval(&more, part);
  if (status == VP_OK) status = vp_interval_scale(&more, more, weight);
  if (status == VP_OK) status = vp_decimal_multiply(&change, change, weight);
  if (status == VP_OK) status = vp_interval_add(out, own, vp_interval_shift(more, -scale));
  change.exponent -= scale;
  return status == VP_OK ? vp_decimal_add(value, total->quantity.value, change) : status;
}

static bool correct(vp_correction *out, const vp_graph *graph, const vp_relation *relation,
                    const vp_term *term, vp_slip slip) {
  const vp_cell *cell = vp_graph_cell(graph, relation->total);
  int32_t scale = vp_unit_exponent((vp_unit)cell->quantity.unit);
  vp_decimal weight =
      slip == VP_SLIP_COUNTED_TWICE ? vp_decimal_negate(term->weight) : term->weight;
  *out = (vp_correction){.cell = relation->total,
                         .printed = cell->quantity.value,
                         .has_value = true,
                         .is_rough = true,
                         .interval = vp_interval_shift(relation->sum_interval,
                                                       vp_unit_exponent(relation->unit) - scale),
                         .slip = slip,
                         .other = term->cell};
  vp_interval possible;
  return vp_graph_is_suspect(graph, relation->total) &&
         count_term(&possible, &out->value, cell, vp_graph_cell(graph, term->cell), weight) ==
             VP_OK &&
         round_like(&out->value, out->printed) &&
         !vp_interval_is_empty(vp_interval_intersect(possible, out->interval));
}

/* The total as the printed terms add up to it. */
static bool add_up(vp_correction *out, const vp_graph *graph, const vp_relation *relation) {
  const vp_cell *cell = vp_graph_cell(graph, relation->total);
  out->value = relation->sum;
  out->value.exponent +=
      vp_unit_exponent(relation->unit) - vp_unit_exponent((vp_unit)cell->quantity.unit);
  return round_like(&out->value, out->printed);
}

/* Rounding may keep the one from holding where the other does. */
static bool holds(double *fit, vp_row_sums *sums) {
  if (vp_trial_holds(fit, sums->graph, sums->corrections, sums->count)) return true;
  for (size_t i = 0; i < sums->count; i++)
    if (!add_up(&sums->corrections[i], sums->graph, vp_row_sum(sums, i))) return false;
  return vp_trial_holds(fit, sums->graph, sums->corrections, sums->count);
}

void vp_offer_counted(vp_row_sums *sums, const vp_term *first, vp_slip slip) {
  for (size_t i = 0; i < sums->count; i++) {
    const vp_term *term = vp_row_term(sums, i, first);
    if (term == NULL ||
        !correct(&sums->corrections[i], sums->graph, vp_row_sum(sums, i), term, slip))
      return;
  }
  double fit;
  if (holds(&fit, sums))
    vp_ranking_offer(&sums->ranking, sums->graph, sums->corrections, sums->count,
                     fit + vp_cost_of_slip(slip, (double)vp_row_sum(sums, 0)->term_count));
}
