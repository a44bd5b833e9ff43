#include "localize/merge.h"

#include <string.h>

#include "localize/score.h"

/* Of a cluster that nothing explains. */
#define COST_OF_NOTHING 30.0

static double cost_of(const vp_cluster *cluster) {
  return cluster->ranking.count > 0 ? cluster->ranking.items[0].cost : COST_OF_NOTHING;
}

/* What the likeliest explanations of each say together. */
static void offer_separate(vp_ranking *ranking, const vp_clusters *clusters, vp_graph *graph,
                           const uint32_t *group, size_t count, double cost) {
  size_t total = 0;
  for (size_t i = 0; i < count; i++) {
    const vp_ranking *own = &clusters->items[group[i]]->ranking;
    if (own->count == 0) return;
    total += own->items[0].correction_count;
  }
  vp_correction *all = vp_graph_array(graph, total, sizeof *all);
  if (all == NULL) return;
  size_t at = 0;
  for (size_t i = 0; i < count; i++) {
    const vp_explanation *best = &clusters->items[group[i]]->ranking.items[0];
    memcpy(all + at, best->corrections, best->correction_count * sizeof *all);
    at += best->correction_count;
  }
  vp_ranking_offer(ranking, graph, all, total, cost);
}

/* Each set of the one with each of the other, as far as there is room. */
static void multiply_sets(vp_cluster *out, vp_graph *graph, const vp_cluster *a,
                          const vp_cluster *b, size_t max_sets) {
  enum { MOST = 10000 };
  size_t size = a->set_size + b->set_size;
  bool fits = a->set_size > 0 && b->set_size > 0 && size <= VP_LOCALIZE_MAX_CELLS;
  size_t rows = fits ? a->set_count : 0, columns = fits ? b->set_count : 0;
  if (columns > MOST) columns = MOST;
  if (columns > 0 && rows > MOST / columns) rows = MOST / columns;
  size_t listed = rows * columns < max_sets ? rows * columns : max_sets;
  vp_suspect *sets = vp_graph_array(graph, listed * size, sizeof *sets);
  if (sets == NULL) return;
  for (size_t i = 0; i < listed; i++) {
    memcpy(sets + i * size, a->suspects + i / columns * a->set_size, a->set_size * sizeof *sets);
    memcpy(sets + i * size + a->set_size, b->suspects + i % columns * b->set_size,
           b->set_size * sizeof *sets);
  }
  out->suspects = sets;
  out->set_size = fits ? size : 0;
  out->set_count = rows * columns;
}

void vp_merge(vp_clusters *clusters, vp_graph *graph, const uint32_t *group, size_t count,
              const vp_ranking *together) {
  if (together->count == 0) return;
  vp_cluster *first = clusters->items[group[0]];
  double separate = VP_COST_FAULT * (double)(count - 1);
  for (size_t i = 0; i < count; i++) separate += cost_of(clusters->items[group[i]]);
  if (count > 1 && together->items[0].cost > separate + VP_COST_MARGIN) return;

  vp_ranking ranking = count > 1 ? *together : first->ranking;
  if (count > 1)
    offer_separate(&ranking, clusters, graph, group, count, separate);
  else
    for (size_t i = 0; i < together->count; i++)
      vp_ranking_offer(&ranking, graph, together->items[i].corrections,
                       together->items[i].correction_count, together->items[i].cost);
  for (size_t i = 1; i < count && !graph->failed; i++) {
    vp_cluster sets = *first;
    multiply_sets(&sets, graph, first, clusters->items[group[i]], clusters->options->max_sets);
    sets.was_stopped = first->was_stopped || clusters->items[group[i]]->was_stopped;
    vp_clusters_unite(clusters, graph, group[0], group[i]);
    first->suspects = sets.suspects;
    first->set_size = sets.set_size;
    first->set_count = sets.set_count;
    first->was_stopped = sets.was_stopped;
  }
  first->ranking = ranking;
}
