#include "localize/rows.h"
#include "localize/score.h"
#include "localize/trial.h"

static bool round_like(vp_decimal *value, vp_decimal printed) {
  return value->exponent >= printed.exponent ||
         vp_decimal_round(value, *value, printed.exponent) == VP_OK;
}

/* A total as it would be with one more of a term, or one less. */
static bool count_term(vp_correction *out, const vp_graph *graph, const vp_relation *relation,
                       const vp_term *term, vp_slip slip) {
  const vp_cell *cell = vp_graph_cell(graph, relation->total);
  int32_t scale = vp_unit_exponent((vp_unit)cell->quantity.unit);
  vp_decimal part = vp_cell_value(vp_graph_cell(graph, term->cell));
  if (!vp_graph_is_suspect(graph, relation->total) ||
      vp_decimal_multiply(&part, part, term->weight) != VP_OK)
    return false;
  part.exponent -= scale;
  if (slip == VP_SLIP_COUNTED_TWICE) part = vp_decimal_negate(part);
  *out = (vp_correction){.cell = relation->total,
                         .printed = cell->quantity.value,
                         .has_value = true,
                         .is_rough = true,
                         .interval = vp_interval_shift(relation->sum_interval,
                                                       vp_unit_exponent(relation->unit) - scale),
                         .slip = slip,
                         .other = term->cell};
  vp_quantity changed = cell->quantity;
  vp_interval interval;
  if (vp_decimal_add(&changed.value, out->printed, part) != VP_OK ||
      !round_like(&changed.value, out->printed) ||
      vp_quantity_interval(&interval, &changed) != VP_OK)
    return false;
  out->value = changed.value;
  return !vp_interval_is_empty(vp_interval_intersect(interval, out->interval));
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
        !count_term(&sums->corrections[i], sums->graph, vp_row_sum(sums, i), term, slip))
      return;
  }
  double fit;
  if (holds(&fit, sums))
    vp_ranking_offer(&sums->ranking, sums->graph, sums->corrections, sums->count,
                     fit + vp_cost_of_slip(slip, (double)vp_row_sum(sums, 0)->term_count));
}
