/* A set that does not yet do names relations that forbid it: one that it leaves violated, or those
 * that contradict each other whatever its cells say. Every larger set that does has one more cell
 * in one of these (the implied edits of Fellegi and Holt), so only those cells are tried. */
#include "localize/search.h"

#include "localize/system.h"

void vp_search_init(vp_search *search, vp_graph *graph, const vp_clusters *clusters) {
  size_t cells = graph->network->cell_count;
  *search = (vp_search){.graph = graph, .clusters = clusters};
  search->touched = vp_graph_array(graph, graph->network->relation_count, sizeof *search->touched);
  search->is_tried = vp_graph_array(graph, cells, sizeof *search->is_tried);
  search->tried = vp_graph_array(graph, cells, sizeof *search->tried);
}

static bool is_own(const vp_search *s, uint32_t relation) {
  return s->clusters->of_relation[relation] == s->cluster + 1;
}

static void push(vp_search *s, uint32_t cell) {
  for (uint32_t i = s->graph->first[cell]; i < s->graph->first[cell + 1]; i++) {
    uint32_t relation = s->graph->links[i].relation;
    if (s->touched[relation]++ == 0 && is_own(s, relation)) s->untouched--;
  }
  s->cells[s->count++] = cell;
}

static void pop(vp_search *s) {
  uint32_t cell = s->cells[--s->count];
  for (uint32_t i = s->graph->first[cell]; i < s->graph->first[cell + 1]; i++) {
    uint32_t relation = s->graph->links[i].relation;
    if (--s->touched[relation] == 0 && is_own(s, relation)) s->untouched++;
  }
}

static size_t length_of(const vp_search *s, uint32_t relation) {
  return vp_graph_relation(s->graph, relation)->term_count;
}

/* The shortest relation of the cluster that no cell of the set stands in. */
static uint32_t shortest_untouched(const vp_search *s) {
  const vp_cluster *cluster = s->clusters->items[s->cluster];
  uint32_t best = UINT32_MAX;
  for (size_t i = 0; i < cluster->relation_count; i++) {
    uint32_t relation = cluster->relations[i];
    if (s->touched[relation] == 0 &&
        (best == UINT32_MAX || length_of(s, relation) < length_of(s, best)))
      best = relation;
  }
  return best;
}

static void found_one(vp_search *s) {
  s->found_count++;
  s->found(s->user, s->cells, s->count);
}

static size_t reach_of(const vp_search *s, uint32_t cell) {
  size_t reach = 0;
  for (uint32_t i = s->graph->first[cell]; i < s->graph->first[cell + 1]; i++)
    reach += is_own(s, s->graph->links[i].relation);
  return vp_graph_is_suspect(s->graph, cell) ? reach : 0;
}

static void find_reach(vp_search *s) {
  const vp_cluster *cluster = s->clusters->items[s->cluster];
  s->reach = 1;
  for (size_t i = 0; i < cluster->relation_count; i++) {
    const vp_relation *relation = vp_graph_relation(s->graph, cluster->relations[i]);
    for (size_t j = 0; j <= relation->term_count; j++) {
      size_t reach =
          reach_of(s, j < relation->term_count ? relation->terms[j].cell : relation->total);
      if (reach > s->reach) s->reach = reach;
    }
  }
}

/* Whether the cells that may still be added can touch all that is untouched. */
static bool is_within_reach(const vp_search *s) {
  return s->untouched <= (s->size - s->count) * s->reach;
}

static void descend(vp_search *s);

static void try_cell(vp_search *s, uint32_t cell) {
  if (s->was_stopped || s->is_tried[cell] || !vp_graph_is_suspect(s->graph, cell)) return;
  s->is_tried[cell] = true;
  s->tried[s->tried_count++] = cell;
  push(s, cell);
  if (!vp_graph_step(s->graph, 1 + s->graph->first[cell + 1] - s->graph->first[cell]))
    s->was_stopped = true;
  else if (is_within_reach(s))
    descend(s);
  pop(s);
}

static void try_relation(vp_search *s, uint32_t relation) {
  const vp_relation *found = vp_graph_relation(s->graph, relation);
  try_cell(s, found->total);
  for (size_t i = 0; i < found->term_count && !s->was_stopped; i++)
    try_cell(s, found->terms[i].cell);
}

static bool is_one(vp_decimal weight) {
  return weight.exponent == 0 && (weight.coefficient == 1 || weight.coefficient == -1);
}

/* The system needs no quotients, which are not always exact. */
static bool is_solvable(const vp_search *s, uint32_t cell) {
  const vp_graph *graph = s->graph;
  bool is_exact = true;
  for (uint32_t i = graph->first[cell]; i < graph->first[cell + 1]; i++)
    is_exact = is_exact && is_one(graph->links[i].weight);
  vp_interval required;
  if (is_exact) return vp_required(&required, s->graph, cell);
  vp_system system;
  uint64_t conflict;
  vp_system_build(&system, s->graph, &cell, 1);
  return vp_system_is_solvable(&system, &conflict) ||
         (conflict == UINT64_MAX && vp_required(&required, s->graph, cell));
}

/* A single relation can always be satisfied. */
static void try_single(vp_search *s) {
  const vp_graph *graph = s->graph;
  uint32_t cell = s->cells[0], first = graph->first[cell];
  bool is_free = first + 1 == graph->first[cell + 1] && graph->links[first].weight.coefficient != 0;
  if (is_free || is_solvable(s, cell)) found_one(s);
}

/* Every relation of the cluster is touched: can the set satisfy them all? */
static void try_set(vp_search *s) {
  vp_system system;
  uint64_t conflict;
  vp_system_build(&system, s->graph, s->cells, s->count);
  (void)vp_graph_step(s->graph, system.count * system.count);
  bool is_solvable = vp_system_is_solvable(&system, &conflict);
  if (!is_solvable && conflict == UINT64_MAX) s->was_stopped = true;
  if (is_solvable && s->count == s->size) found_one(s);
  if (is_solvable || s->count == s->size) return;
  for (size_t i = 0; i < system.count && !s->was_stopped; i++)
    if (conflict >> i & 1) try_relation(s, system.relations[i]);
}

static void descend(vp_search *s) {
  size_t tried = s->tried_count;
  if (s->untouched > 0)
    try_relation(s, shortest_untouched(s));
  else if (s->size == 1)
    try_single(s);
  else
    try_set(s);
  while (s->tried_count > tried) s->is_tried[s->tried[--s->tried_count]] = false;
}

size_t vp_search_run(vp_search *search, uint32_t cluster, size_t max_cells, vp_set_found *found,
                     void *user) {
  search->cluster = cluster;
  search->untouched = search->clusters->items[cluster]->relation_count;
  search->found = found;
  search->user = user;
  search->found_count = 0;
  search->was_stopped = false;
  find_reach(search);
  for (search->size = 1; search->size <= max_cells && !search->graph->failed; search->size++) {
    if (is_within_reach(search)) descend(search);
    if (search->found_count > 0) return search->size;
    if (search->was_stopped) break;
  }
  return 0;
}
