/* A relation that lacks one cell determines it, and that cell then counts as known to the others.
 * What is left is known only jointly: few enough unknowns are solved together. */
#include "localize/gap.h"

#include <stdlib.h>

#include "localize/system.h"

typedef struct hole {
  uint32_t cell;
  vp_interval interval; /* in kr */
  vp_decimal value;     /* as printed figures give it, in kr */
  bool is_determined;   /* by an equality */
  bool is_solved;       /* counts as known */
  uint32_t parent;      /* in a group of holes */
} hole;

typedef struct filler {
  vp_graph *graph;
  hole *holes;
  size_t count;
  uint32_t *hole_of; /* by cell, plus one */
  uint32_t *unknown; /* by relation: its cells that are not known yet */
} filler;

/* A relation without its unknown cells, of which there may be more than have room here. */
typedef struct rest {
  vp_interval interval;
  vp_decimal difference;
  uint32_t holes[VP_LOCALIZE_MAX_CELLS];
  vp_decimal weights[VP_LOCALIZE_MAX_CELLS];
  size_t count;
} rest;

static vp_status add_known(rest *r, vp_interval interval, vp_decimal value, vp_decimal weight) {
  vp_status status = vp_interval_scale(&interval, interval, weight);
  if (status == VP_OK) status = vp_decimal_multiply(&value, value, weight);
  if (status == VP_OK) status = vp_interval_add(&r->interval, r->interval, interval);
  return status == VP_OK ? vp_decimal_add(&r->difference, r->difference, value) : status;
}

static vp_status add_unknown(rest *r, uint32_t index, vp_decimal weight) {
  size_t at = 0;
  while (at < r->count && at < VP_LOCALIZE_MAX_CELLS && r->holes[at] != index) at++;
  if (at < r->count && at < VP_LOCALIZE_MAX_CELLS)
    return vp_decimal_add(&r->weights[at], r->weights[at], weight);
  if (at < VP_LOCALIZE_MAX_CELLS) {
    r->holes[at] = index;
    r->weights[at] = weight;
  }
  r->count++;
  return VP_OK;
}

static vp_status add_cell(rest *r, const filler *f, uint32_t cell, vp_decimal weight) {
  if (f->hole_of[cell] == 0) {
    const vp_cell *known = vp_graph_cell(f->graph, cell);
    vp_interval interval;
    vp_status status = vp_cell_interval(&interval, known);
    return status == VP_OK ? add_known(r, interval, vp_cell_value(known), weight) : status;
  }
  uint32_t index = f->hole_of[cell] - 1;
  const hole *h = &f->holes[index];
  return h->is_solved ? add_known(r, h->interval, h->value, weight) : add_unknown(r, index, weight);
}

static bool rest_of(rest *r, const filler *f, uint32_t relation) {
  const vp_decimal zero = {.coefficient = 0, .exponent = VP_DECIMAL_MAX_EXPONENT};
  const vp_relation *found = vp_graph_relation(f->graph, relation);
  *r = (rest){.interval = vp_interval_point(zero), .difference = zero};
  vp_status status = add_cell(r, f, found->total, (vp_decimal){.coefficient = -1, .exponent = 0});
  for (size_t i = 0; i < found->term_count && status == VP_OK; i++)
    status = add_cell(r, f, found->terms[i].cell, found->terms[i].weight);
  if (found->at_most) r->interval.high.unbounded = true;
  return status == VP_OK && r->count > 0 && r->weights[0].coefficient != 0;
}

/* weight · hole + rest = 0 */
static void determine(hole *h, const rest *r, bool at_most) {
  vp_decimal weight = vp_decimal_negate(r->weights[0]);
  vp_interval interval, value;
  if (vp_interval_divide(&interval, r->interval, weight) != VP_OK) return;
  if (vp_interval_divide(&value, vp_interval_point(r->difference), weight) != VP_OK) return;
  h->interval = vp_interval_intersect(h->interval, interval);
  if (at_most) return;
  if (!h->is_determined) h->value = value.low.value;
  h->is_determined = true;
}

/* Relations that wait for their turn, each once. */
typedef struct queue {
  uint32_t *relations;
  size_t first, end;
} queue;

/* Calls for a relation once when a cell stands in it more than once. */
static bool is_repeated(const vp_graph *graph, uint32_t cell, uint32_t link) {
  return link > graph->first[cell] &&
         graph->links[link].relation == graph->links[link - 1].relation;
}

static void solve(filler *f, uint32_t index, queue *waiting) {
  const vp_graph *graph = f->graph;
  hole *h = &f->holes[index];
  if (h->is_solved || !h->is_determined) return;
  h->is_solved = true;
  for (uint32_t i = graph->first[h->cell]; i < graph->first[h->cell + 1]; i++) {
    uint32_t relation = graph->links[i].relation;
    if (!is_repeated(graph, h->cell, i) && --f->unknown[relation] == 1)
      waiting->relations[waiting->end++] = relation;
  }
}

/* All relations that lack one cell are used before it counts as known: they may say different
 * things. */
static void fill(filler *f) {
  const vp_graph *graph = f->graph;
  size_t count = graph->network->relation_count;
  queue waiting = {.relations = vp_graph_array(f->graph, count, sizeof(uint32_t))};
  uint32_t *used = vp_graph_array(f->graph, count, sizeof *used); /* the hole of each in turn */
  if (graph->failed) return;
  for (uint32_t i = 0; i < count; i++)
    if (f->unknown[i] == 1) waiting.relations[waiting.end++] = i;
  while (waiting.first < waiting.end) {
    size_t start = waiting.first, end = waiting.end;
    for (; waiting.first < end; waiting.first++) {
      uint32_t relation = waiting.relations[waiting.first];
      rest r;
      used[waiting.first] = UINT32_MAX;
      if (!rest_of(&r, f, relation) || r.count != 1) continue;
      used[waiting.first] = r.holes[0];
      determine(&f->holes[r.holes[0]], &r, vp_graph_relation(graph, relation)->at_most);
    }
    for (size_t i = start; i < end; i++)
      if (used[i] != UINT32_MAX) solve(f, used[i], &waiting);
  }
}

static uint32_t root_of(filler *f, uint32_t at) {
  while (f->holes[at].parent != at) at = f->holes[at].parent = f->holes[f->holes[at].parent].parent;
  return at;
}

/* Joins the holes of one equality; false when it has none, or too many. */
static bool join(filler *f, uint32_t relation, rest *r) {
  const vp_relation *found = vp_graph_relation(f->graph, relation);
  if (f->unknown[relation] < 2 || found->at_most || !rest_of(r, f, relation)) return false;
  uint32_t first = root_of(f, r->holes[0]);
  for (size_t i = 0; i <= found->term_count; i++) {
    uint32_t cell = i < found->term_count ? found->terms[i].cell : found->total;
    if (f->hole_of[cell] == 0 || f->holes[f->hole_of[cell] - 1].is_solved) continue;
    f->holes[root_of(f, f->hole_of[cell] - 1)].parent = first;
  }
  return r->count <= VP_LOCALIZE_MAX_CELLS;
}

typedef struct member {
  uint32_t group, relation;
} member;

static int by_group(const void *a, const void *b) {
  const member *x = a, *y = b;
  if (x->group != y->group) return x->group < y->group ? -1 : 1;
  return x->relation < y->relation ? -1 : 1;
}

static size_t unknown_of(vp_system *system, uint32_t *holes, uint32_t index) {
  size_t at = 0;
  while (at < system->unknown_count && holes[at] != index) at++;
  if (at == VP_LOCALIZE_MAX_CELLS) return at;
  if (at == system->unknown_count) holes[system->unknown_count++] = index;
  return at;
}

static bool add_constraint(vp_system *system, uint32_t *holes, const rest *r) {
  if (system->count == VP_SYSTEM_SIZE) return false;
  vp_constraint *constraint = &system->constraints[system->count++];
  *constraint = (vp_constraint){.from = 0};
  for (size_t i = 0; i < r->count; i++) {
    size_t at = unknown_of(system, holes, r->holes[i]);
    if (at == VP_LOCALIZE_MAX_CELLS) return false;
    constraint->weights[at] = r->weights[i];
  }
  return vp_interval_scale(&constraint->bounds, r->interval,
                           (vp_decimal){.coefficient = -1, .exponent = 0}) == VP_OK;
}

static void solve_group(filler *f, const member *members, size_t count) {
  vp_system system = {.unknown_count = 0};
  uint32_t holes[VP_LOCALIZE_MAX_CELLS];
  for (size_t i = 0; i < count; i++) {
    rest r;
    if (!rest_of(&r, f, members[i].relation) || !add_constraint(&system, holes, &r)) return;
  }
  for (size_t i = 0; i < system.unknown_count; i++) {
    hole *h = &f->holes[holes[i]];
    vp_interval interval;
    if (!vp_system_project(&interval, &system, i)) continue;
    h->interval = vp_interval_intersect(h->interval, interval);
    h->is_determined = vp_interval_centre(&h->value, h->interval) == VP_OK;
  }
}

static void solve_jointly(filler *f) {
  const vp_network *network = f->graph->network;
  member *members = vp_graph_array(f->graph, network->relation_count, sizeof *members);
  size_t count = 0;
  rest r;
  for (uint32_t i = 0; i < network->relation_count && members != NULL; i++)
    if (join(f, i, &r)) members[count++] = (member){r.holes[0], i};
  for (size_t i = 0; i < count; i++) members[i].group = root_of(f, members[i].group);
  if (count > 1) qsort(members, count, sizeof *members, by_group);
  for (size_t i = 0, next; i < count; i = next) {
    for (next = i + 1; next < count && members[next].group == members[i].group;) next++;
    solve_group(f, members + i, next - i);
  }
}

static bool find_holes(filler *f) {
  const vp_graph *graph = f->graph;
  const vp_network *network = graph->network;
  size_t count = 0;
  for (size_t i = 0; i < network->cell_count; i++)
    count += network->cells[i].quantity.state != VP_QUANTITY_NUMBER;
  if (count == 0) return false;
  f->holes = vp_graph_array(f->graph, count, sizeof *f->holes);
  f->hole_of = vp_graph_array(f->graph, network->cell_count, sizeof *f->hole_of);
  f->unknown = vp_graph_array(f->graph, network->relation_count, sizeof *f->unknown);
  if (f->graph->failed) return false;
  for (uint32_t i = 0; i < network->cell_count; i++) {
    if (network->cells[i].quantity.state == VP_QUANTITY_NUMBER) continue;
    f->holes[f->count] =
        (hole){.cell = i, .interval = vp_interval_everything(), .parent = (uint32_t)f->count};
    f->hole_of[i] = (uint32_t)++f->count;
  }
  for (uint32_t i = 0; i < f->count; i++)
    for (uint32_t j = graph->first[f->holes[i].cell]; j < graph->first[f->holes[i].cell + 1]; j++)
      if (!is_repeated(graph, f->holes[i].cell, j)) f->unknown[graph->links[j].relation]++;
  return true;
}

void vp_gaps_find(vp_gaps *gaps, vp_graph *graph) {
  filler f = {.graph = graph};
  *gaps = (vp_gaps){.count = 0};
  if (!find_holes(&f)) return;
  fill(&f);
  solve_jointly(&f);
  gaps->items = vp_graph_array(graph, f.count, sizeof *gaps->items);
  size_t *sizes = vp_graph_array(graph, f.count, sizeof *sizes);
  if (graph->failed) return;
  for (uint32_t i = 0; i < f.count; i++) sizes[root_of(&f, i)]++;
  for (uint32_t i = 0; i < f.count; i++) {
    const hole *h = &f.holes[i];
    int32_t scale = vp_unit_exponent((vp_unit)vp_graph_cell(graph, h->cell)->quantity.unit);
    vp_gap gap = {.cell = h->cell,
                  .is_known = h->is_determined && !vp_interval_is_empty(h->interval),
                  .value = h->value,
                  .interval = vp_interval_shift(h->interval, -scale)};
    gap.value.exponent -= scale;
    if (!gap.is_known && sizes[root_of(&f, i)] > 1) gap.group = root_of(&f, i) + 1;
    gaps->items[gaps->count++] = gap;
  }
}
