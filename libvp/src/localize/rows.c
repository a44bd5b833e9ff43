/* Rows that are missing, or that totals have counted too seldom or too often. */
#include "localize/rows.h"

#include <math.h>

#include "localize/explain.h"
#include "localize/merge.h"
#include "localize/score.h"

const vp_relation *vp_row_sum(const vp_row_sums *sums, size_t index) {
  return vp_graph_relation(sums->graph, sums->relations[index]);
}

/* Adds up rows, as far as can be seen. */
static bool is_sum(const vp_graph *graph, const vp_relation *relation) {
  if (relation->at_most || relation->term_count == 0) return false;
  uint32_t table = vp_graph_cell(graph, relation->total)->table;
  return relation->term_count >= 2 ||
         (table != VP_NO_TABLE && table == vp_graph_cell(graph, relation->terms[0].cell)->table);
}

static bool same_row(const vp_graph *graph, uint32_t cell, uint32_t other) {
  const vp_cell *a = vp_graph_cell(graph, cell), *b = vp_graph_cell(graph, other);
  return cell == other || (a->table != VP_NO_TABLE && a->table == b->table && a->row == b->row);
}

static bool is_sum_to(const vp_graph *graph, uint32_t relation, uint32_t total) {
  const vp_relation *found = vp_graph_relation(graph, relation);
  return is_sum(graph, found) && same_row(graph, found->total, total);
}

/* Whether other totals would do to put a relation right. */
static bool has_part(const vp_graph *graph, uint32_t relation, uint32_t total) {
  const vp_relation *found = vp_graph_relation(graph, relation);
  for (size_t i = 0; i < found->term_count; i++)
    if (same_row(graph, found->terms[i].cell, total)) return true;
  return same_row(graph, found->total, total);
}

static void add_cluster(vp_row_sums *out, const vp_clusters *clusters, uint32_t cluster,
                        uint32_t total) {
  const vp_cluster *item = clusters->items[cluster];
  size_t before = out->count;
  bool is_pure = true, is_about = !item->is_absorbed;
  for (size_t i = 0; i < item->relation_count && is_about; i++) {
    if (is_sum_to(out->graph, item->relations[i], total))
      out->relations[out->count++] = item->relations[i];
    else
      is_pure = false;
    is_about = is_pure || has_part(out->graph, item->relations[i], total);
  }
  if (!is_about) out->count = before;
  if (out->count == before) return;
  out->clusters[out->cluster_count++] = cluster;
  out->is_pure = out->is_pure && is_pure;
}

static bool find_sums(vp_row_sums *out, const vp_clusters *clusters, uint32_t first,
                      uint32_t total) {
  out->count = out->cluster_count = 0;
  out->is_pure = true;
  for (uint32_t i = first; i < clusters->count && vp_graph_step(out->graph, 1); i++) {
    add_cluster(out, clusters, i, total);
    if (out->count == 0) return false;
  }
  return out->count > 0;
}

/* What a missing row would have to say. */
static bool missing_figure(vp_correction *out, vp_graph *graph, uint32_t relation) {
  const vp_balance *balance = vp_graph_balance(graph, relation);
  if (balance == NULL) return false;
  uint32_t total = vp_graph_relation(graph, relation)->total;
  vp_interval missing = {vp_end_bound(balance->low), vp_end_bound(balance->high)};
  if (vp_interval_scale(&missing, missing, (vp_decimal){.coefficient = -1, .exponent = 0}) != VP_OK)
    return false;
  vp_decimal value = vp_decimal_negate(balance->difference);
  value.exponent -= vp_unit_exponent((vp_unit)vp_graph_cell(graph, total)->quantity.unit);
  *out = (vp_correction){.cell = VP_NO_CELL,
                         .has_value = true,
                         .value = value,
                         .interval = vp_in_unit_of(graph, total, missing),
                         .slip = VP_SLIP_ROW_LEFT_OUT,
                         .other = total};
  return true;
}

double vp_units_of(const vp_graph *graph, vp_decimal amount, uint32_t cell) {
  vp_decimal unit = vp_cell_value(vp_graph_cell(graph, cell));
  unit.coefficient = 1;
  return vp_graph_number(amount) / vp_graph_number(unit);
}

static void offer_missing_row(vp_row_sums *sums) {
  double cost = vp_cost_of_slip(VP_SLIP_ROW_LEFT_OUT, 1), first = 0;
  for (size_t i = 0; i < sums->count; i++) {
    if (!missing_figure(&sums->corrections[i], sums->graph, sums->relations[i])) return;
    if (vp_row_sum(sums, i)->verdict != VP_VERDICT_IMPOSSIBLE) return;
    const vp_balance *balance = vp_graph_balance(sums->graph, sums->relations[i]);
    double units = vp_units_of(sums->graph, vp_decimal_negate(balance->difference),
                               vp_row_sum(sums, i)->total);
    if (i == 0) first = units;
    cost += i == 0 ? vp_cost_of_figure(units) : vp_cost_beside(units, first);
  }
  vp_ranking_offer(&sums->ranking, sums->graph, sums->corrections, sums->count, cost);
}

const vp_term *vp_row_term(const vp_row_sums *sums, size_t index, const vp_term *first) {
  const vp_relation *relation = vp_row_sum(sums, index);
  if (index == 0) return first;
  for (size_t i = 0; i < relation->term_count; i++)
    if (same_row(sums->graph, relation->terms[i].cell, first->cell)) return &relation->terms[i];
  return NULL;
}

static void explain(vp_row_sums *sums, vp_clusters *clusters) {
  const vp_relation *first = vp_row_sum(sums, 0);
  vp_ranking_clear(&sums->ranking);
  sums->limit = HUGE_VAL;
  if (sums->cluster_count == 1)
    sums->limit = vp_ranking_limit(&clusters->items[sums->clusters[0]]->ranking);
  if (sums->is_pure) offer_missing_row(sums);
  for (size_t i = 0; i < first->term_count; i++) {
    if (sums->is_pure) vp_offer_subtotal(sums, &first->terms[i]);
    if (sums->count < 2) continue; /* of a single total, that is known already */
    vp_offer_counted(sums, &first->terms[i], VP_SLIP_NOT_COUNTED);
    vp_offer_counted(sums, &first->terms[i], VP_SLIP_COUNTED_TWICE);
  }
  vp_merge(clusters, sums->graph, sums->clusters, sums->cluster_count, &sums->ranking);
}

void vp_merge_rows(vp_clusters *clusters, vp_graph *graph) {
  vp_row_sums sums = {.graph = graph};
  size_t violated = 0;
  for (size_t i = 0; i < clusters->count; i++) violated += clusters->items[i]->relation_count;
  sums.relations = vp_graph_array(graph, violated, sizeof *sums.relations);
  sums.clusters = vp_graph_array(graph, clusters->count, sizeof *sums.clusters);
  sums.corrections = vp_graph_array(graph, violated, sizeof *sums.corrections);
  for (uint32_t i = 0; i < clusters->count && !graph->failed; i++) {
    const vp_cluster *cluster = clusters->items[i];
    const uint32_t *relations = cluster->relations;
    size_t count = cluster->is_absorbed ? 0 : cluster->relation_count;
    uint32_t last = VP_NO_CELL;
    for (size_t j = 0; j < count && !graph->failed; j++) {
      uint32_t total = vp_graph_relation(graph, relations[j])->total;
      if (last != VP_NO_CELL && same_row(graph, total, last)) continue;
      last = total;
      if (find_sums(&sums, clusters, i, total)) explain(&sums, clusters);
    }
  }
}
