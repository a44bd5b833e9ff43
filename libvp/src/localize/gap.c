/* A relation that lacks one cell determines it, and that cell then counts as known to the others.
 * What is left is known only jointly: few enough unknowns are solved together. */
#include "localize/gap.h"

#include <stdlib.h>

#include "localize/system.h"

typedef struct filler {
  vp_graph *graph;
  vp_gap *gaps; /* in kr until all is done */
  size_t count;
  bool *is_solved;   /* by gap: counts as known */
  uint32_t *parent;  /* by gap: another of its group, or itself */
  uint32_t *gap_of;  /* by cell, plus one */
  uint32_t *unknown; /* by relation: its cells that are not known yet */
} filler;

static bool is_alike(vp_unit a, vp_unit b) {
  return a == b || (vp_unit_is_money(a) && vp_unit_is_money(b));
}

/* A relation without its unknown cells, of which there may be more than have room here. */
typedef struct rest {
  vp_unit unit;
  bool has_solved; /* some of its cells are known by other relations */
  vp_interval interval;
  vp_decimal difference;
  uint32_t gaps[VP_LOCALIZE_MAX_CELLS];
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
  while (at < r->count && at < VP_LOCALIZE_MAX_CELLS && r->gaps[at] != index) at++;
  if (at < r->count && at < VP_LOCALIZE_MAX_CELLS)
    return vp_decimal_add(&r->weights[at], r->weights[at], weight);
  if (at < VP_LOCALIZE_MAX_CELLS) {
    r->gaps[at] = index;
    r->weights[at] = weight;
  }
  r->count++;
  return VP_OK;
}

static vp_status add_cell(rest *r, const filler *f, uint32_t cell, vp_decimal weight) {
  if (f->gap_of[cell] == 0) {
    const vp_cell *known = vp_graph_cell(f->graph, cell);
    vp_interval interval;
    vp_status status = vp_cell_interval(&interval, known);
    return status == VP_OK ? add_known(r, interval, vp_cell_value(known), weight) : status;
  }
  uint32_t index = f->gap_of[cell] - 1;
  const vp_gap *gap = &f->gaps[index];
  if (!f->is_solved[index]) return add_unknown(r, index, weight);
  r->has_solved = true;
  if (!is_alike(gap->unit, r->unit)) return VP_ERROR_RANGE;
  return add_known(r, gap->interval, gap->value, weight);
}

static bool rest_of(rest *r, const filler *f, uint32_t relation) {
  const vp_decimal zero = {.coefficient = 0, .exponent = VP_DECIMAL_MAX_EXPONENT};
  const vp_relation *found = vp_graph_relation(f->graph, relation);
  *r = (rest){.unit = found->unit, .interval = vp_interval_point(zero), .difference = zero};
  vp_status status = add_cell(r, f, found->total, (vp_decimal){.coefficient = -1, .exponent = 0});
  for (size_t i = 0; i < found->term_count && status == VP_OK; i++)
    status = add_cell(r, f, found->terms[i].cell, found->terms[i].weight);
  if (found->at_most) r->interval.high.unbounded = true;
  return status == VP_OK && r->count > 0 && r->weights[0].coefficient != 0;
}

/* Takes in what one more relation says. */
static void narrow(vp_gap *gap, vp_interval interval, vp_decimal value, vp_unit unit,
                   uint32_t relation) {
  if (gap->is_known && !is_alike(gap->unit, unit)) return;
  bool is_first = !gap->is_known;
  gap->interval = vp_interval_intersect(gap->interval, interval);
  gap->is_known = true;
  if (!is_first && vp_interval_contains(gap->interval, gap->value)) return;
  bool is_outside = !is_first && !vp_interval_contains(gap->interval, value);
  if (is_outside && vp_interval_centre(&gap->value, gap->interval) == VP_OK) {
    gap->relation = VP_NO_RELATION;
    return;
  }
  gap->value = value;
  gap->unit = unit;
  gap->relation = relation;
}

/* weight · gap + rest = 0 */
static void determine(filler *f, const rest *r, uint32_t relation) {
  vp_gap *gap = &f->gaps[r->gaps[0]];
  vp_decimal weight = vp_decimal_negate(r->weights[0]);
  vp_interval interval, value;
  if (vp_interval_divide(&interval, r->interval, weight) != VP_OK) return;
  if (vp_interval_divide(&value, vp_interval_point(r->difference), weight) != VP_OK) return;
  if (vp_graph_relation(f->graph, relation)->at_most)
    gap->interval = vp_interval_intersect(gap->interval, interval);
  else
    narrow(gap, interval, value.low.value, r->unit, r->has_solved ? VP_NO_RELATION : relation);
}

/* Relations that wait for their turn, each once. */
typedef struct queue {
  uint32_t *relations;
  uint32_t *used; /* the cell that each in turn determines, or UINT32_MAX */
  size_t first, end;
} queue;

/* Calls for a relation once when a cell stands in it more than once. */
static bool is_repeated(const vp_graph *graph, uint32_t cell, uint32_t link) {
  return link > graph->first[cell] &&
         graph->links[link].relation == graph->links[link - 1].relation;
}

static void solve(filler *f, uint32_t index, queue *waiting) {
  const vp_graph *graph = f->graph;
  const vp_gap *gap = &f->gaps[index];
  if (f->is_solved[index] || !gap->is_known || vp_interval_is_empty(gap->interval)) return;
  f->is_solved[index] = true;
  for (uint32_t i = graph->first[gap->cell]; i < graph->first[gap->cell + 1]; i++) {
    uint32_t relation = graph->links[i].relation;
    if (!is_repeated(graph, gap->cell, i) && --f->unknown[relation] == 1)
      waiting->relations[waiting->end++] = relation;
  }
}

/* All relations that lack one cell are used before it counts as known: they may say different
 * things. */
static void drain(filler *f, queue *waiting) {
  while (waiting->first < waiting->end) {
    size_t start = waiting->first, end = waiting->end;
    for (; waiting->first < end; waiting->first++) {
      uint32_t relation = waiting->relations[waiting->first];
      rest r;
      waiting->used[waiting->first] = UINT32_MAX;
      if (!rest_of(&r, f, relation) || r.count != 1) continue;
      waiting->used[waiting->first] = r.gaps[0];
      determine(f, &r, relation);
    }
    for (size_t i = start; i < end; i++)
      if (waiting->used[i] != UINT32_MAX) solve(f, waiting->used[i], waiting);
  }
}

/* A share that is claimed in prose says roughly what its part is: used when no sum does. */
static void use_share(filler *f, uint32_t index, queue *waiting) {
  const vp_relation *share = vp_graph_relation(f->graph, index);
  if (share->kind != VP_RELATION_SHARE || !share->missing_is_known) return;
  vp_gap *gap = &f->gaps[f->gap_of[share->missing] - 1];
  if (gap->is_known) return;
  int32_t scale = vp_unit_exponent(share->unit);
  vp_decimal value = share->missing_value;
  value.exponent += scale;
  narrow(gap, vp_interval_shift(share->missing_interval, scale), value, share->unit, index);
  solve(f, f->gap_of[share->missing] - 1, waiting);
}

static void fill(filler *f) {
  uint32_t count = (uint32_t)f->graph->network->relation_count;
  queue waiting = {.relations = vp_graph_array(f->graph, count, sizeof(uint32_t)),
                   .used = vp_graph_array(f->graph, count, sizeof(uint32_t))};
  if (f->graph->failed) return;
  for (uint32_t i = 0; i < count; i++)
    if (f->unknown[i] == 1) waiting.relations[waiting.end++] = i;
  drain(f, &waiting);
  for (uint32_t i = 0; i < count; i++) {
    use_share(f, i, &waiting);
    drain(f, &waiting);
  }
}

static uint32_t root_of(filler *f, uint32_t at) {
  while (f->parent[at] != at) at = f->parent[at] = f->parent[f->parent[at]];
  return at;
}

/* Joins the gaps of one equality; false when it has none, or too many. */
static bool join(filler *f, uint32_t relation, rest *r) {
  const vp_relation *found = vp_graph_relation(f->graph, relation);
  if (f->unknown[relation] < 2 || found->at_most || !rest_of(r, f, relation)) return false;
  uint32_t first = root_of(f, r->gaps[0]);
  for (size_t i = 0; i <= found->term_count; i++) {
    uint32_t cell = i < found->term_count ? found->terms[i].cell : found->total;
    if (f->gap_of[cell] == 0 || f->is_solved[f->gap_of[cell] - 1]) continue;
    f->parent[root_of(f, f->gap_of[cell] - 1)] = first;
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

static size_t unknown_of(vp_system *system, uint32_t *gaps, uint32_t index) {
  size_t at = 0;
  while (at < system->unknown_count && gaps[at] != index) at++;
  if (at == VP_LOCALIZE_MAX_CELLS) return at;
  if (at == system->unknown_count) gaps[system->unknown_count++] = index;
  return at;
}

static bool add_constraint(vp_system *system, uint32_t *gaps, const rest *r) {
  if (system->count == VP_SYSTEM_SIZE) return false;
  vp_constraint *constraint = &system->constraints[system->count++];
  *constraint = (vp_constraint){.from = 0};
  for (size_t i = 0; i < r->count; i++) {
    size_t at = unknown_of(system, gaps, r->gaps[i]);
    if (at == VP_LOCALIZE_MAX_CELLS) return false;
    constraint->weights[at] = r->weights[i];
  }
  return vp_interval_scale(&constraint->bounds, r->interval,
                           (vp_decimal){.coefficient = -1, .exponent = 0}) == VP_OK;
}

static void solve_group(filler *f, const member *members, size_t count) {
  vp_system system = {.unknown_count = 0};
  uint32_t gaps[VP_LOCALIZE_MAX_CELLS];
  vp_unit unit = vp_graph_relation(f->graph, members->relation)->unit;
  int32_t finest = VP_DECIMAL_MAX_EXPONENT;
  for (size_t i = 0; i < count; i++) {
    rest r;
    if (!rest_of(&r, f, members[i].relation) || !is_alike(r.unit, unit)) return;
    if (!add_constraint(&system, gaps, &r)) return;
    if (r.difference.exponent < finest) finest = r.difference.exponent;
  }
  for (size_t i = 0; i < system.unknown_count; i++) {
    vp_gap *gap = &f->gaps[gaps[i]];
    vp_interval interval;
    if (!vp_system_project(&interval, &system, i)) continue;
    gap->interval = vp_interval_intersect(gap->interval, interval);
    gap->is_known = vp_interval_centre(&gap->value, gap->interval) == VP_OK;
    (void)vp_decimal_rescale(&gap->value, gap->value, finest); /* kept when it has more digits */
    gap->unit = unit;
  }
}

static void solve_jointly(filler *f) {
  const vp_network *network = f->graph->network;
  member *members = vp_graph_array(f->graph, network->relation_count, sizeof *members);
  size_t count = 0;
  rest r;
  for (uint32_t i = 0; i < network->relation_count && members != NULL; i++)
    if (join(f, i, &r)) members[count++] = (member){r.gaps[0], i};
  for (size_t i = 0; i < count; i++) members[i].group = root_of(f, members[i].group);
  if (count > 1) qsort(members, count, sizeof *members, by_group);
  for (size_t i = 0, next; i < count; i = next) {
    for (next = i + 1; next < count && members[next].group == members[i].group;) next++;
    solve_group(f, members + i, next - i);
  }
}

static bool is_gap(const vp_cell *cell) { return cell->quantity.state != VP_QUANTITY_NUMBER; }

static void count_unknown(filler *f, const vp_gap *gap) {
  const vp_graph *graph = f->graph;
  for (uint32_t i = graph->first[gap->cell]; i < graph->first[gap->cell + 1]; i++)
    if (!is_repeated(graph, gap->cell, i)) f->unknown[graph->links[i].relation]++;
}

static bool find_gaps(filler *f) {
  vp_graph *graph = f->graph;
  const vp_network *network = graph->network;
  size_t count = 0;
  for (size_t i = 0; i < network->cell_count; i++) count += is_gap(&network->cells[i]);
  if (count == 0) return false;
  f->gaps = vp_graph_array(graph, count, sizeof *f->gaps);
  f->is_solved = vp_graph_array(graph, count, sizeof *f->is_solved);
  f->parent = vp_graph_array(graph, count, sizeof *f->parent);
  f->gap_of = vp_graph_array(graph, network->cell_count, sizeof *f->gap_of);
  f->unknown = vp_graph_array(graph, network->relation_count, sizeof *f->unknown);
  if (graph->failed) return false;
  for (uint32_t i = 0; i < network->cell_count; i++) {
    if (!is_gap(&network->cells[i])) continue;
    vp_gap *gap = &f->gaps[f->count];
    *gap = (vp_gap){.cell = i,
                    .interval = vp_interval_everything(),
                    .relation = VP_NO_RELATION,
                    .unit = (vp_unit)network->cells[i].quantity.unit};
    count_unknown(f, gap);
    f->parent[f->count] = (uint32_t)f->count;
    f->gap_of[i] = (uint32_t)++f->count;
  }
  return true;
}

/* From kr to the cell's own unit, unless that is of another kind. */
static void show(const vp_graph *graph, vp_gap *gap) {
  vp_unit own = (vp_unit)vp_graph_cell(graph, gap->cell)->quantity.unit;
  if (is_alike(own, gap->unit)) gap->unit = own;
  int32_t scale = vp_unit_exponent(gap->unit);
  gap->value.exponent -= scale;
  gap->interval = vp_interval_shift(gap->interval, -scale);
}

void vp_gaps_find(vp_gaps *gaps, vp_graph *graph) {
  filler f = {.graph = graph};
  *gaps = (vp_gaps){.count = 0};
  if (!find_gaps(&f)) return;
  fill(&f);
  solve_jointly(&f);
  size_t *sizes = vp_graph_array(graph, f.count, sizeof *sizes);
  if (graph->failed) return;
  for (uint32_t i = 0; i < f.count; i++) sizes[root_of(&f, i)]++;
  for (uint32_t i = 0; i < f.count; i++) {
    vp_gap *gap = &f.gaps[i];
    uint32_t root = root_of(&f, i);
    gap->is_known = gap->is_known && !vp_interval_is_empty(gap->interval);
    if (!gap->is_known && sizes[root] > 1) gap->group = root + 1;
    show(graph, gap);
  }
  *gaps = (vp_gaps){.items = f.gaps, .count = f.count};
}
