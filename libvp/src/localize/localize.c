#include <vp/localize.h>

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "localize/explain.h"
#include "localize/gap.h"
#include "localize/merge.h"
#include "localize/search.h"

/* So many may take all the steps that are allowed for one. */
enum { MOST_FAULTS = 10 };

struct vp_localization {
  const vp_context *context;
  vp_graph graph; /* its arena holds the results */
  vp_fault *faults;
  size_t fault_count;
  vp_gaps gaps;
};

typedef struct visitor {
  vp_graph *graph;
  vp_clusters *clusters;
  uint32_t cluster;
  uint32_t touched; /* another cluster that a set repairs as well, plus one */
} visitor;

static uint64_t least(uint64_t a, uint64_t b) { return a < b ? a : b; }

static vp_suspect *add_suspects(vp_cluster *cluster, vp_graph *graph, size_t size) {
  size_t used = (cluster->set_count - 1) * size;
  if (used + size > cluster->suspect_capacity) {
    size_t capacity = 2 * used + 8 * size;
    vp_suspect *larger = vp_graph_array(graph, capacity, sizeof *larger);
    if (larger == NULL) return NULL;
    if (used > 0) memcpy(larger, cluster->suspects, used * sizeof *larger);
    cluster->suspects = larger;
    cluster->suspect_capacity = capacity;
  }
  return cluster->suspects + used;
}

static void list_set(vp_cluster *cluster, vp_graph *graph, const uint32_t *cells, size_t count) {
  vp_suspect *suspects = add_suspects(cluster, graph, count);
  if (suspects == NULL) return;
  for (size_t i = 0; i < count; i++) suspects[i].cell = cells[i];
  vp_explain_intervals(suspects, graph, count);
}

static void note_touched(visitor *v, uint32_t cell) {
  for (uint32_t i = v->graph->first[cell]; i < v->graph->first[cell + 1]; i++) {
    uint32_t cluster = v->clusters->of_relation[v->graph->links[i].relation];
    if (cluster != 0 && cluster != v->cluster + 1) v->touched = cluster;
  }
}

static void add_set(void *user, const uint32_t *cells, size_t count) {
  visitor *v = user;
  vp_cluster *cluster = v->clusters->items[v->cluster];
  if (cluster->set_count++ < v->clusters->options->max_sets)
    list_set(cluster, v->graph, cells, count);
  if (count == 1) {
    vp_explain_cell(&cluster->ranking, v->graph, cells[0]);
    return;
  }
  vp_explain_cells(&cluster->ranking, v->graph, cells, count);
  for (size_t i = 0; i < count; i++) note_touched(v, cells[i]);
}

/* A set that repairs two clusters makes them one. */
static void explain_cluster(vp_search *search, vp_clusters *clusters, uint32_t cluster,
                            uint64_t *work_left) {
  visitor v = {.graph = search->graph, .clusters = clusters, .cluster = cluster};
  vp_cluster *item = clusters->items[cluster];
  do {
    if (v.touched != 0) vp_clusters_unite(clusters, v.graph, cluster, v.touched - 1);
    item->suspect_capacity = 0;
    v.touched = 0;
    vp_graph_start(v.graph, least(clusters->options->max_work, *work_left));
    item->set_size = vp_search_run(search, cluster, clusters->options->max_cells, add_set, &v);
    item->was_stopped = search->was_stopped || v.graph->work > v.graph->max_work;
    *work_left -= least(*work_left, v.graph->work);
  } while (v.touched != 0 && !v.graph->failed && !item->was_stopped);
}

static void explain_clusters(vp_search *search, vp_clusters *clusters, bool doubtful,
                             uint64_t *work_left) {
  for (uint32_t i = 0; i < clusters->count && !search->graph->failed; i++) {
    const vp_cluster *cluster = clusters->items[i];
    if (!cluster->is_absorbed && cluster->is_doubtful == doubtful)
      explain_cluster(search, clusters, i, work_left);
  }
}

/* What is impossible is explained without asking that what is doubtful be cured too. */
static void cure(const vp_clusters *clusters, vp_graph *graph) {
  for (size_t i = 0; i < clusters->count; i++)
    for (size_t j = 0; clusters->items[i]->is_doubtful && j < clusters->items[i]->relation_count;
         j++)
      vp_graph_cure(graph, clusters->items[i]->relations[j]);
}

/* What could not be held together may still be one fault. */
static void merge(vp_clusters *clusters, vp_graph *graph) {
  vp_graph_start(graph, clusters->options->max_work);
  vp_merge_exchanges(clusters, graph);
  vp_merge_columns(clusters, graph);
  vp_merge_rows(clusters, graph);
  if (graph->work <= graph->max_work) return;
  for (size_t i = 0; i < clusters->count; i++) clusters->items[i]->was_stopped = true;
}

static vp_fault fault_of(vp_cluster *cluster, vp_graph *graph, const vp_localize_options *options) {
  vp_ranking *ranking = &cluster->ranking;
  vp_ranking_finish(ranking);
  bool blames_cells = ranking->count > 0 && ranking->items[0].corrections[0].cell != VP_NO_CELL;
  bool may_decide =
      !cluster->was_stopped && !cluster->is_doubtful && (blames_cells || cluster->set_size > 0);
  size_t listed = ranking->count, sets = cluster->set_count;
  if (listed > options->max_explanations) listed = options->max_explanations;
  if (sets > options->max_sets) sets = options->max_sets;
  vp_explanation *explanations = vp_graph_array(graph, listed, sizeof *explanations);
  vp_fault fault = {
      .relations = cluster->relations,
      .relation_count = cluster->relation_count,
      .is_doubtful = cluster->is_doubtful,
      .set_size = cluster->set_size,
      .set_count = sets,
      .suspects = cluster->suspects,
      .explanations = explanations,
      .explanation_count = listed,
      .cells_decided = may_decide && vp_ranking_has_decided_cells(ranking),
      .is_decided = may_decide && vp_ranking_is_decided(ranking),
      .has_more = ranking->count > listed || ranking->least_left_off < HUGE_VAL ||
                  cluster->set_count > sets,
      .was_stopped = cluster->was_stopped,
  };
  if (explanations != NULL) memcpy(explanations, ranking->items, listed * sizeof *explanations);
  return fault;
}

static void localize(vp_localization *made, const vp_localize_options *options) {
  vp_graph *graph = &made->graph;
  vp_clusters clusters;
  vp_search search;
  uint64_t work_left =
      options->max_work > UINT64_MAX / MOST_FAULTS ? UINT64_MAX : options->max_work * MOST_FAULTS;
  vp_clusters_find(&clusters, graph);
  clusters.options = options;
  vp_search_init(&search, graph, &clusters);
  explain_clusters(&search, &clusters, false, &work_left);
  cure(&clusters, graph);
  explain_clusters(&search, &clusters, true, &work_left);
  if (!graph->failed) merge(&clusters, graph);
  made->faults = vp_graph_array(graph, clusters.count, sizeof *made->faults);
  for (size_t i = 0; i < clusters.count && !graph->failed; i++)
    if (!clusters.items[i]->is_absorbed)
      made->faults[made->fault_count++] = fault_of(clusters.items[i], graph, options);
  if (!graph->failed) vp_gaps_find(&made->gaps, graph);
}

static vp_status check_options(vp_localize_options *out, const vp_localize_options *given,
                               vp_error *error) {
  *out = (vp_localize_options)VP_LOCALIZE_OPTIONS_INIT;
  if (given != NULL) memcpy(out, given, given->size < sizeof *out ? given->size : sizeof *out);
  if (out->max_cells > VP_LOCALIZE_MAX_CELLS)
    return vp_fail(error, VP_ERROR_ARGUMENT, "max_cells is at most %d", VP_LOCALIZE_MAX_CELLS);
  return VP_OK;
}

vp_status vp_localize(vp_localization **out, const vp_network *network,
                      const vp_localize_options *options, vp_error *error) {
  vp_localize_options chosen;
  vp_status status = check_options(&chosen, options, error);
  if (status != VP_OK) return status;
  if (!network->is_judged)
    return vp_fail(error, VP_ERROR_ARGUMENT, "the network has not been judged");
  vp_localization *made = vp_alloc(network->context, sizeof *made);
  if (made == NULL) return vp_fail_memory(error);
  *made = (vp_localization){.context = network->context};
  vp_graph_init(&made->graph, network);
  if (!made->graph.failed) localize(made, &chosen);
  if (made->graph.failed) {
    vp_localization_free(made);
    return vp_fail_memory(error);
  }
  *out = made;
  return VP_OK;
}

void vp_localization_free(vp_localization *localization) {
  if (localization == NULL) return;
  vp_graph_free(&localization->graph);
  vp_free(localization->context, localization);
}

size_t vp_localization_fault_count(const vp_localization *localization) {
  return localization->fault_count;
}

const vp_fault *vp_localization_fault(const vp_localization *localization, size_t index) {
  return index < localization->fault_count ? &localization->faults[index] : NULL;
}

size_t vp_localization_gap_count(const vp_localization *localization) {
  return localization->gaps.count;
}

const vp_gap *vp_localization_gap(const vp_localization *localization, size_t index) {
  return index < localization->gaps.count ? &localization->gaps.items[index] : NULL;
}

const char *vp_slip_name(vp_slip slip) {
  static const char *const names[] = {"unknown",
                                      "digit left out",
                                      "digit added",
                                      "digit changed",
                                      "digits swapped",
                                      "sign",
                                      "factor",
                                      "unit",
                                      "other column",
                                      "exchanged",
                                      "columns exchanged",
                                      "not counted",
                                      "counted twice",
                                      "subtotal counted",
                                      "row left out"};
  return (size_t)slip < sizeof names / sizeof *names ? names[slip] : "?";
}
