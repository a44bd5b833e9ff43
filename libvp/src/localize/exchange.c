#include <math.h>

#include "localize/explain.h"
#include "localize/merge.h"
#include "localize/system.h"

/* An exchange moves both sums by the same amount. That it keeps them within limits says little. */
static bool are_equally_off(vp_graph *graph, uint32_t a, uint32_t b) {
  if (vp_graph_relation(graph, a)->at_most || vp_graph_relation(graph, b)->at_most) return false;
  const vp_balance *x = vp_graph_balance(graph, a), *y = vp_graph_balance(graph, b);
  if (x == NULL || y == NULL) return false;
  double tolerance = vp_graph_number(x->high.sum) - vp_graph_number(x->low.sum) +
                     vp_graph_number(y->high.sum) - vp_graph_number(y->low.sum);
  double apart = fabs(vp_graph_number(x->difference)) - fabs(vp_graph_number(y->difference));
  return x->low.endless + x->high.endless + y->low.endless + y->high.endless > 0 ||
         fabs(apart) <= tolerance * 1.001;
}

static bool is_wanted(const vp_graph *graph, vp_interval wanted, uint32_t cell) {
  vp_interval found;
  return vp_cell_interval(&found, vp_graph_cell(graph, cell)) == VP_OK &&
         !vp_interval_is_empty(vp_interval_intersect(wanted, found));
}

static bool stands_in(const vp_graph *graph, uint32_t cell, uint32_t relation) {
  for (uint32_t i = graph->first[cell]; i < graph->first[cell + 1]; i++)
    if (graph->links[i].relation == relation) return true;
  return false;
}

static void try_row(vp_ranking *ranking, vp_graph *graph, uint32_t cell, uint32_t relation) {
  if (!vp_graph_is_suspect(graph, cell)) return;
  for (uint32_t i = graph->next_in_row[cell]; i != cell; i = graph->next_in_row[i])
    if (vp_graph_step(graph, 1) && vp_graph_is_suspect(graph, i) && stands_in(graph, i, relation))
      (void)vp_explain_exchange(ranking, graph, cell, i);
}

/* Two cells in a row may share a relation that both together leave as it is: then neither is a
 * suspect alone. */
static void find_in_rows(vp_ranking *ranking, vp_graph *graph, uint32_t relation, uint32_t other) {
  const vp_relation *found = vp_graph_relation(graph, relation);
  try_row(ranking, graph, found->total, other);
  for (size_t i = 0; i < found->term_count; i++)
    try_row(ranking, graph, found->terms[i].cell, other);
}

static uint32_t cell_of(const vp_relation *relation, size_t index) {
  return index == 0 ? relation->total : relation->terms[index - 1].cell;
}

/* Whether a cell of the first relation repairs the cluster, and what it should then say. */
static bool repairs(vp_interval *wanted, vp_graph *graph, const vp_cluster *cluster,
                    uint32_t cell) {
  if (!vp_graph_is_suspect(graph, cell)) return false;
  for (size_t i = 1; i < cluster->relation_count; i++)
    if (!stands_in(graph, cell, cluster->relations[i])) return false;
  return vp_required(wanted, graph, cell);
}

static void find_elsewhere(vp_ranking *ranking, vp_graph *graph, const vp_cluster *a,
                           const vp_cluster *b) {
  const vp_relation *first = vp_graph_relation(graph, a->relations[0]);
  const vp_relation *second = vp_graph_relation(graph, b->relations[0]);
  for (size_t i = 0; i <= first->term_count; i++) {
    vp_interval wanted, other;
    uint32_t x = cell_of(first, i);
    if (!repairs(&wanted, graph, a, x)) continue;
    for (size_t j = 0; j <= second->term_count; j++) {
      uint32_t y = cell_of(second, j);
      if (!vp_graph_step(graph, 1)) return;
      if (is_wanted(graph, wanted, y) && repairs(&other, graph, b, y) && is_wanted(graph, other, x))
        (void)vp_explain_exchange(ranking, graph, x, y);
    }
  }
}

static bool is_open(const vp_cluster *cluster) {
  return !cluster->is_absorbed && cluster->set_size == 1;
}

void vp_merge_exchanges(vp_clusters *clusters, vp_graph *graph) {
  vp_ranking ranking;
  for (uint32_t i = 0; i < clusters->count; i++)
    for (uint32_t j = i + 1; j < clusters->count && is_open(clusters->items[i]); j++) {
      const vp_cluster *a = clusters->items[i], *b = clusters->items[j];
      if (!vp_graph_step(graph, 1)) return;
      if (!is_open(b) || !are_equally_off(graph, a->relations[0], b->relations[0])) continue;
      vp_ranking_clear(&ranking);
      find_in_rows(&ranking, graph, a->relations[0], b->relations[0]);
      find_elsewhere(&ranking, graph, a, b);
      vp_merge(clusters, graph, (uint32_t[]){i, j}, 2, &ranking);
    }
}
