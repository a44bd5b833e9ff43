#include "localize/graph.h"

#include <string.h>

void *vp_graph_array(vp_graph *graph, size_t count, size_t size) {
  void *made = graph->failed ? NULL : vp_arena_array(&graph->arena, count, size);
  graph->failed = made == NULL;
  return made;
}

void vp_graph_start(vp_graph *graph, uint64_t max_work) {
  graph->work = 0;
  graph->max_work = max_work;
}

bool vp_graph_step(vp_graph *graph, size_t count) {
  graph->work += count;
  return graph->work <= graph->max_work && !graph->failed;
}

bool vp_graph_is_judged(const vp_graph *graph, uint32_t relation) {
  const vp_relation *found = vp_graph_relation(graph, relation);
  return found->kind != VP_RELATION_SHARE && found->verdict <= VP_VERDICT_IMPOSSIBLE;
}

bool vp_graph_is_suspect(const vp_graph *graph, uint32_t cell) {
  const vp_cell *found = vp_graph_cell(graph, cell);
  return !found->is_trusted && found->quantity.state == VP_QUANTITY_NUMBER;
}

static bool has_links(const vp_relation *relation) {
  return relation->kind != VP_RELATION_SHARE && relation->verdict <= VP_VERDICT_UNKNOWN;
}

/* Counting sort: links of one cell stand together, in the order of their relations. */
static void add_links(vp_graph *graph) {
  const vp_network *network = graph->network;
  uint32_t *first = vp_graph_array(graph, network->cell_count + 2, sizeof *first);
  vp_link *links =
      vp_graph_array(graph, network->term_count + network->relation_count, sizeof *links);
  if (graph->failed) return;
  for (size_t i = 0; i < network->relation_count; i++) {
    const vp_relation *relation = &network->relations[i];
    if (!has_links(relation)) continue;
    for (size_t j = 0; j < relation->term_count; j++) first[relation->terms[j].cell + 2]++;
    first[relation->total + 2]++;
  }
  for (size_t i = 2; i <= network->cell_count + 1; i++) first[i] += first[i - 1];
  uint32_t *next = first + 1; /* where a cell's links start, and at last where they end */
  for (uint32_t i = 0; i < network->relation_count; i++) {
    const vp_relation *relation = &network->relations[i];
    if (!has_links(relation)) continue;
    for (size_t j = 0; j < relation->term_count; j++)
      links[next[relation->terms[j].cell]++] = (vp_link){i, relation->terms[j].weight};
    links[next[relation->total]++] = (vp_link){i, {.coefficient = -1, .exponent = 0}};
  }
  graph->first = first;
  graph->links = links;
}

static bool same_row(const vp_cell *a, const vp_cell *b) {
  return a->table == b->table && a->row == b->row;
}

static void add_rows(vp_graph *graph) {
  const vp_network *network = graph->network;
  size_t size = 16;
  while (size < 2 * network->cell_count) size *= 2;
  uint32_t *next = vp_graph_array(graph, network->cell_count, sizeof *next);
  uint32_t *last = vp_alloc(graph->context, size * sizeof *last); /* of each row, plus one */
  graph->failed = graph->failed || last == NULL;
  if (!graph->failed) {
    memset(last, 0, size * sizeof *last);
    for (uint32_t i = 0; i < network->cell_count; i++) {
      const vp_cell *cell = &network->cells[i];
      next[i] = i;
      if (cell->table == VP_NO_TABLE) continue;
      uint64_t hash = ((uint64_t)cell->table * 0x9E3779B1u + cell->row) * 0x85EBCA6Bu;
      size_t at = (size_t)hash & (size - 1);
      while (last[at] != 0 && !same_row(cell, &network->cells[last[at] - 1]))
        at = (at + 1) & (size - 1);
      if (last[at] != 0) {
        next[i] = next[last[at] - 1];
        next[last[at] - 1] = i;
      }
      last[at] = i + 1;
    }
    graph->next_in_row = next;
  }
  vp_free(graph->context, last);
}

void vp_graph_init(vp_graph *graph, const vp_network *network) {
  *graph = (vp_graph){.network = network, .context = network->context};
  vp_arena_init(&graph->arena, network->context);
  add_links(graph);
  add_rows(graph);
  graph->balances = vp_graph_array(graph, network->relation_count, sizeof *graph->balances);
  graph->entry_of = vp_graph_array(graph, network->relation_count, sizeof *graph->entry_of);
}

void vp_graph_free(vp_graph *graph) {
  vp_free(graph->context, graph->entries);
  vp_arena_free(&graph->arena);
}
