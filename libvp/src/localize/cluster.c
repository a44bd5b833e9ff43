#include "localize/cluster.h"

#include <stdlib.h>
#include <string.h>

/* While clusters form: by violated relation, the one that it has been joined to. */
typedef struct forest {
  vp_graph *graph;
  uint32_t *violated;
  uint32_t *parent;
  size_t count;
  uint32_t *seen_in; /* by cell: the first violated relation that it stands in, plus one */
} forest;

static uint32_t root_of(forest *f, uint32_t at) {
  while (f->parent[at] != at) at = f->parent[at] = f->parent[f->parent[at]];
  return at;
}

static void join(forest *f, uint32_t a, uint32_t b) {
  a = root_of(f, a);
  b = root_of(f, b);
  if (a < b)
    f->parent[b] = a;
  else
    f->parent[a] = b;
}

static void join_by(forest *f, uint32_t at, uint32_t cell) {
  if (!vp_graph_is_suspect(f->graph, cell)) return;
  if (f->seen_in[cell] == 0)
    f->seen_in[cell] = at + 1;
  else
    join(f, at, f->seen_in[cell] - 1);
}

static void join_cells(forest *f, uint32_t at) {
  const vp_relation *relation = vp_graph_relation(f->graph, f->violated[at]);
  for (size_t i = 0; i < relation->term_count; i++) join_by(f, at, relation->terms[i].cell);
  join_by(f, at, relation->total);
}

static bool shares_suspect(const forest *f, const vp_relation *relation, size_t impossible) {
  bool shares = f->seen_in[relation->total] != 0 && f->seen_in[relation->total] <= impossible;
  for (size_t i = 0; i < relation->term_count && !shares; i++) {
    uint32_t seen = f->seen_in[relation->terms[i].cell];
    shares = seen != 0 && seen <= impossible;
  }
  return shares;
}

static void collect(forest *f, vp_verdict verdict, size_t impossible) {
  const vp_network *network = f->graph->network;
  for (uint32_t i = 0; i < network->relation_count; i++) {
    const vp_relation *relation = &network->relations[i];
    if (relation->verdict != verdict || !vp_graph_is_judged(f->graph, i)) continue;
    if (verdict == VP_VERDICT_DOUBTFUL && shares_suspect(f, relation, impossible)) continue;
    f->parent[f->count] = (uint32_t)f->count;
    f->violated[f->count++] = i;
    join_cells(f, (uint32_t)f->count - 1);
  }
}

static int by_first_relation(const void *a, const void *b) {
  const vp_cluster *const *x = a, *const *y = b;
  return (*x)->relations[0] < (*y)->relations[0] ? -1 : 1;
}

static vp_cluster *new_cluster(vp_graph *graph, size_t relation_count) {
  vp_cluster *made = vp_graph_array(graph, 1, sizeof *made);
  uint32_t *relations = vp_graph_array(graph, relation_count, sizeof *relations);
  if (graph->failed) return NULL;
  made->relations = relations;
  vp_ranking_clear(&made->ranking);
  return made;
}

/* One cluster for each root. Relations come in order, but for the doubtful ones, which have
 * clusters of their own. */
static void make_clusters(vp_clusters *clusters, forest *f) {
  vp_graph *graph = f->graph;
  uint32_t *sizes = vp_graph_array(graph, f->count, sizeof *sizes);
  vp_cluster **of_root = vp_graph_array(graph, f->count, sizeof(vp_cluster *));
  clusters->items = vp_graph_array(graph, f->count, sizeof(vp_cluster *));
  for (uint32_t i = 0; i < f->count && !graph->failed; i++) sizes[root_of(f, i)]++;
  for (uint32_t i = 0; i < f->count && !graph->failed; i++) {
    uint32_t root = root_of(f, i);
    if (of_root[root] == NULL) {
      of_root[root] = clusters->items[clusters->count++] = new_cluster(graph, sizes[root]);
      if (graph->failed) return;
    }
    of_root[root]->relations[of_root[root]->relation_count++] = f->violated[i];
    of_root[root]->is_doubtful =
        vp_graph_relation(graph, f->violated[i])->verdict == VP_VERDICT_DOUBTFUL;
  }
  if (!graph->failed && clusters->count > 1)
    qsort(clusters->items, clusters->count, sizeof *clusters->items, by_first_relation);
}

static size_t count_violated(const vp_network *network) {
  size_t count = 0;
  for (size_t i = 0; i < network->relation_count; i++) {
    vp_verdict verdict = network->relations[i].verdict;
    count += verdict == VP_VERDICT_DOUBTFUL || verdict == VP_VERDICT_IMPOSSIBLE;
  }
  return count;
}

static void number_relations(vp_clusters *clusters, uint32_t cluster) {
  const vp_cluster *item = clusters->items[cluster];
  for (size_t i = 0; i < item->relation_count; i++)
    clusters->of_relation[item->relations[i]] = cluster + 1;
}

void vp_clusters_find(vp_clusters *clusters, vp_graph *graph) {
  const vp_network *network = graph->network;
  size_t violated = count_violated(network);
  forest f = {.graph = graph};
  *clusters = (vp_clusters){.count = 0};
  f.violated = vp_graph_array(graph, violated, sizeof *f.violated);
  f.parent = vp_graph_array(graph, violated, sizeof *f.parent);
  f.seen_in = vp_graph_array(graph, network->cell_count, sizeof *f.seen_in);
  clusters->of_relation =
      vp_graph_array(graph, network->relation_count, sizeof *clusters->of_relation);
  if (graph->failed) return;
  collect(&f, VP_VERDICT_IMPOSSIBLE, 0);
  collect(&f, VP_VERDICT_DOUBTFUL, f.count);
  make_clusters(clusters, &f);
  for (uint32_t i = 0; i < clusters->count && !graph->failed; i++) number_relations(clusters, i);
}

void vp_clusters_unite(vp_clusters *clusters, vp_graph *graph, uint32_t first, uint32_t second) {
  vp_cluster *a = clusters->items[first], *b = clusters->items[second];
  size_t count = a->relation_count + b->relation_count;
  uint32_t *relations = vp_graph_array(graph, count, sizeof *relations);
  if (relations == NULL) return;
  memcpy(relations, a->relations, a->relation_count * sizeof *relations);
  memcpy(relations + a->relation_count, b->relations, b->relation_count * sizeof *relations);
  a->relations = relations;
  a->relation_count = count;
  a->is_doubtful = a->is_doubtful && b->is_doubtful;
  a->set_size = a->set_count = 0;
  vp_ranking_clear(&a->ranking);
  b->is_absorbed = true;
  number_relations(clusters, first);
}
