#include <string.h>

#include "localize/merge.h"
#include "localize/score.h"
#include "localize/trial.h"

enum { MOST_COLUMNS = 16, CELLS_A_STEP = 16 };

typedef struct table {
  uint32_t number;
  uint32_t *cells;
  size_t count;
  uint32_t columns;
} table;

static bool gather(table *out, vp_graph *graph) {
  const vp_network *network = graph->network;
  out->count = out->columns = 0;
  for (uint32_t i = 0; i < network->cell_count; i++) {
    const vp_cell *cell = &network->cells[i];
    if (cell->table != out->number) continue;
    out->cells[out->count++] = i;
    if (cell->column >= MOST_COLUMNS) return false;
    if (cell->column >= out->columns) out->columns = cell->column + 1;
  }
  return true;
}

static uint32_t beside(const vp_graph *graph, uint32_t cell, uint32_t column) {
  uint32_t at = graph->next_in_row[cell];
  while (at != cell && vp_graph_cell(graph, at)->column != column) at = graph->next_in_row[at];
  return at;
}

static vp_correction take_over(const vp_graph *graph, uint32_t cell, uint32_t from) {
  const vp_quantity *printed = &vp_graph_cell(graph, cell)->quantity;
  const vp_quantity *source = &vp_graph_cell(graph, from)->quantity;
  vp_correction correction = {.cell = cell,
                              .printed = printed->value,
                              .has_value = true,
                              .value = source->value,
                              .slip = VP_SLIP_COLUMNS_EXCHANGED,
                              .other = from};
  if (vp_quantity_interval(&correction.interval, source) != VP_OK) correction.has_value = false;
  return correction;
}

/* Every cell of the two columns with its partner's figure. 0 when they cannot be exchanged. */
static size_t exchange(vp_correction *out, const vp_graph *graph, const table *t, uint32_t a,
                       uint32_t b) {
  size_t count = 0;
  for (size_t i = 0; i < t->count; i++) {
    uint32_t cell = t->cells[i];
    uint32_t column = vp_graph_cell(graph, cell)->column;
    if (column != a && column != b) continue;
    uint32_t other = beside(graph, cell, column == a ? b : a);
    if (other == cell || !vp_graph_is_suspect(graph, cell) || !vp_graph_is_suspect(graph, other) ||
        vp_graph_cell(graph, cell)->quantity.unit != vp_graph_cell(graph, other)->quantity.unit)
      return 0;
    out[count] = take_over(graph, cell, other);
    if (vp_decimal_compare(out[count].value, out[count].printed) != 0) count++;
  }
  return count;
}

/* The clusters that have a relation in which a corrected cell stands; 0 when one has others too. */
static size_t find_group(uint32_t *group, const vp_clusters *clusters, const vp_graph *graph,
                         bool *is_touched, const vp_correction *corrections, size_t count) {
  size_t found = 0;
  memset(is_touched, 0, graph->network->relation_count * sizeof *is_touched);
  for (size_t i = 0; i < count; i++)
    for (uint32_t j = graph->first[corrections[i].cell]; j < graph->first[corrections[i].cell + 1];
         j++)
      is_touched[graph->links[j].relation] = true;
  for (uint32_t i = 0; i < clusters->count; i++) {
    const vp_cluster *cluster = clusters->items[i];
    size_t touched = 0;
    for (size_t j = 0; j < cluster->relation_count; j++)
      touched += is_touched[cluster->relations[j]];
    if (cluster->is_absorbed || touched == 0) continue;
    if (touched < cluster->relation_count) return 0;
    group[found++] = i;
  }
  return found;
}

static void try_table(vp_clusters *clusters, vp_graph *graph, table *t) {
  vp_correction *corrections = vp_graph_array(graph, t->count, sizeof *corrections);
  uint32_t *group = vp_graph_array(graph, clusters->count, sizeof *group);
  bool *is_touched = vp_graph_array(graph, graph->network->relation_count, sizeof *is_touched);
  vp_ranking ranking;
  for (uint32_t a = 0; a < t->columns && !graph->failed; a++)
    for (uint32_t b = a + 1; b < t->columns; b++) {
      size_t count = exchange(corrections, graph, t, a, b);
      double fit;
      if (!vp_graph_step(graph, 1 + t->count / CELLS_A_STEP)) return;
      if (count == 0 || !vp_trial_holds(&fit, graph, corrections, count)) continue;
      size_t size = find_group(group, clusters, graph, is_touched, corrections, count);
      vp_ranking_clear(&ranking);
      vp_ranking_offer(&ranking, graph, corrections, count,
                       fit + vp_cost_of_slip(VP_SLIP_COLUMNS_EXCHANGED, 1));
      if (size > 0) vp_merge(clusters, graph, group, size, &ranking);
    }
}

static void try_cluster(vp_clusters *clusters, vp_graph *graph, const vp_cluster *cluster,
                        table *t) {
  for (size_t i = 0; i < cluster->relation_count; i++) {
    const vp_relation *relation = vp_graph_relation(graph, cluster->relations[i]);
    for (size_t j = 0; j <= relation->term_count; j++) {
      uint32_t cell = j < relation->term_count ? relation->terms[j].cell : relation->total;
      uint32_t number = vp_graph_cell(graph, cell)->table;
      if (number == VP_NO_TABLE || number == t->number) continue;
      t->number = number;
      if (gather(t, graph)) try_table(clusters, graph, t);
      if (cluster->is_absorbed || !vp_graph_step(graph, 1 + t->count / CELLS_A_STEP)) return;
    }
  }
}

void vp_merge_columns(vp_clusters *clusters, vp_graph *graph) {
  table t = {.number = VP_NO_TABLE};
  for (size_t i = 0; i < clusters->count && !graph->failed; i++) {
    const vp_cluster *cluster = clusters->items[i];
    bool is_simple = clusters->count == 1 && cluster->set_size == 1;
    if (cluster->is_absorbed || is_simple) continue;
    if (t.cells == NULL)
      t.cells = vp_graph_array(graph, graph->network->cell_count, sizeof *t.cells);
    if (!graph->failed) try_cluster(clusters, graph, cluster, &t);
  }
}
