/* Small networks, searched by trying every set of cells: what repairs the network is found by the
 * corners of the region that the relations leave, where the engine eliminates one unknown after the
 * other. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../base/random.h"
#include "localize/explain.h"
#include "localize/search.h"
#include "networks.h"

enum { MOST_CELLS = 8, MOST_RELATIONS = 5, MOST_WRONG = 3, MOST_ROWS = 2 * MOST_RELATIONS + 6 };

/* Farther out than any number here: an end of the region that lies there is none. */
#define FAR 1000000

typedef enum form { ROUNDED, EXACT, TRUNCATED, AT_LEAST, FORMS } form;

/* In plain integers: figures have no decimals, so that a half is the least there is. */
typedef struct model {
  int cells, relations;
  int64_t value[MOST_CELLS];
  form form[MOST_CELLS];
  bool is_trusted[MOST_CELLS];
  bool is_adjusted[MOST_CELLS];               /* relations that it is the total of are to add up */
  int64_t weight[MOST_RELATIONS][MOST_CELLS]; /* of the sum minus the total; 0: not in it */
  int total[MOST_RELATIONS];
  bool at_most[MOST_RELATIONS];
} model;

static int64_t random_weight(uint64_t *seed) {
  static const int64_t weights[] = {1, 1, 1, 1, 1, 1, -1, -1, 2, 3};
  return weights[random_between(seed, 0, 9)];
}

static model random_model(uint64_t *seed) {
  model m = {.cells = (int)random_between(seed, 3, MOST_CELLS),
             .relations = (int)random_between(seed, 1, MOST_RELATIONS)};
  bool is_mixed = random_between(seed, 0, 1) == 0;
  for (int i = 0; i < m.cells; i++) {
    m.value[i] = random_between(seed, -4, 12);
    m.is_trusted[i] = random_between(seed, 0, 9) == 0;
    if (is_mixed) m.form[i] = (form)random_between(seed, 0, FORMS - 1);
    m.is_adjusted[i] = m.form[i] == ROUNDED && random_between(seed, 0, 9) == 0;
  }
  for (int r = 0; r < m.relations; r++) {
    m.total[r] = (int)random_between(seed, 0, m.cells - 1);
    m.at_most[r] = random_between(seed, 0, 7) == 0;
    for (int i = 0; i < m.cells; i++)
      if (i != m.total[r] && random_between(seed, 0, 1) == 0) m.weight[r][i] = random_weight(seed);
    m.weight[r][m.total[r]] = -1;
  }
  return m;
}

static vp_quantity quantity_of(const model *m, int cell) {
  static const vp_rounding roundings[] = {[ROUNDED] = VP_ROUNDING_ROUNDED,
                                          [EXACT] = VP_ROUNDING_EXACT,
                                          [TRUNCATED] = VP_ROUNDING_TRUNCATED,
                                          [AT_LEAST] = VP_ROUNDING_ROUNDED};
  vp_rounding rounding = m->is_adjusted[cell] ? VP_ROUNDING_ADJUSTED : roundings[m->form[cell]];
  vp_qualifier qualifier = m->form[cell] == AT_LEAST ? VP_QUALIFIER_AT_LEAST : VP_QUALIFIER_NONE;
  return (vp_quantity){.value = {m->value[cell], 0},
                       .state = VP_QUANTITY_NUMBER,
                       .rounding = (uint8_t)rounding,
                       .qualifier = (uint8_t)qualifier};
}

static vp_network *network_of(const model *m) {
  vp_network *network = new_network();
  for (int i = 0; i < m->cells; i++) {
    uint32_t cell;
    vp_quantity printed = quantity_of(m, i);
    assert_int_equal(vp_network_add_quantity(&cell, network, &printed, NULL), VP_OK);
    if (m->is_trusted[i]) assert_int_equal(vp_network_set_trusted(network, cell, NULL), VP_OK);
  }
  for (int r = 0; r < m->relations; r++) {
    vp_term terms[3 * MOST_CELLS];
    size_t count = 0;
    uint32_t total = (uint32_t)m->total[r];
    for (uint32_t i = 0; i < (uint32_t)m->cells; i++) {
      int64_t weight = i == total ? 0 : m->weight[r][i];
      for (; weight == 3; weight--)
        terms[count++] = (vp_term){i, {1, 0}}; /* it stands there twice */
      if (weight != 0) terms[count++] = (vp_term){i, {weight, 0}};
    }
    assert_int_equal(m->at_most[r] ? vp_network_limit(NULL, network, terms, count, total, NULL)
                                   : vp_network_relate(NULL, network, VP_RELATION_COLUMN, terms,
                                                       count, total, NULL),
                     VP_OK);
  }
  assert_int_equal(vp_network_judge(network, NULL), VP_OK);
  return network;
}

/* In halves. */
typedef struct end {
  int64_t at;
  bool is_open, is_none;
} end;

static void ends_of(const model *m, int cell, end *low, end *high) {
  int64_t twice = 2 * m->value[cell];
  *low = *high = (end){.at = twice};
  if (m->form[cell] == ROUNDED) {
    low->at--;
    high->at++;
  } else if (m->form[cell] == TRUNCATED) {
    low->at -= twice > 0 ? 0 : 2;
    high->at += twice < 0 ? 0 : 2;
    low->is_open = twice <= 0;
    high->is_open = twice >= 0;
  }
  high->is_none = m->form[cell] == AT_LEAST;
}

/* Σ a · x <= bound, or < bound, in halves. */
typedef struct inequality {
  int64_t a[MOST_WRONG], bound;
  bool is_strict;
} inequality;

typedef struct region {
  inequality rows[MOST_ROWS];
  size_t count;
  int unknowns;
} region;

static int64_t determinant(int64_t a[3][3], int size) {
  if (size == 1) return a[0][0];
  if (size == 2) return a[0][0] * a[1][1] - a[0][1] * a[1][0];
  return a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1]) -
         a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0]) +
         a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0]);
}

/* Where some of the rows meet: x = top / bottom, by Cramer's rule. false when they do not. */
static bool meet(const region *of, const size_t *chosen, int64_t *top, int64_t *bottom) {
  int64_t a[3][3], b[3][3];
  for (int i = 0; i < of->unknowns; i++)
    for (int j = 0; j < of->unknowns; j++) a[i][j] = of->rows[chosen[i]].a[j];
  *bottom = determinant(a, of->unknowns);
  int64_t sign = *bottom < 0 ? -1 : 1;
  for (int k = 0; k < of->unknowns && *bottom != 0; k++) {
    memcpy(b, a, sizeof b);
    for (int i = 0; i < of->unknowns; i++) b[i][k] = of->rows[chosen[i]].bound;
    top[k] = sign * determinant(b, of->unknowns);
  }
  *bottom *= sign;
  return *bottom != 0;
}

/* What the corners of a region say. */
typedef struct corners {
  size_t count;
  bool is_strict[MOST_ROWS]; /* a corner lies off the row */
  double least[MOST_WRONG], most[MOST_WRONG];
} corners;

static void look_at(corners *found, const region *of, const int64_t *top, int64_t bottom) {
  int64_t off[MOST_ROWS];
  for (size_t r = 0; r < of->count; r++) {
    off[r] = of->rows[r].bound * bottom;
    for (int k = 0; k < of->unknowns; k++) off[r] -= of->rows[r].a[k] * top[k];
    if (off[r] < 0) return;
  }
  for (size_t r = 0; r < of->count; r++) found->is_strict[r] = found->is_strict[r] || off[r] > 0;
  for (int k = 0; k < of->unknowns; k++) {
    double x = (double)top[k] / (double)bottom / 2;
    if (found->count == 0 || x < found->least[k]) found->least[k] = x;
    if (found->count == 0 || x > found->most[k]) found->most[k] = x;
  }
  found->count++;
}

static void visit(corners *found, const region *of, size_t *chosen, int depth, size_t from) {
  int64_t top[MOST_WRONG], bottom;
  if (depth == of->unknowns || depth == MOST_WRONG) {
    if (meet(of, chosen, top, &bottom)) look_at(found, of, top, bottom);
    return;
  }
  for (size_t i = from; i < of->count; i++) {
    chosen[depth] = i;
    visit(found, of, chosen, depth + 1, i + 1);
  }
}

/* A region with ends on all sides is what lies between its corners. It keeps off a row that it may
 * not touch when one of them does. */
static bool has_point(corners *found, const region *of) {
  size_t chosen[MOST_WRONG];
  *found = (corners){.count = 0};
  visit(found, of, chosen, 0, 0);
  for (size_t r = 0; r < of->count; r++)
    if (of->rows[r].is_strict && !found->is_strict[r]) return false;
  return found->count > 0;
}

static bool is_in(unsigned set, int cell) { return set >> cell & 1; }

/* The known part of a relation, as it may be at least and at most; the printed one when the table
 * is to add up, with the rounding of the unknown cells around it. */
static void rest_of(const model *m, int r, unsigned set, end *least, end *most) {
  bool is_adjusted = m->is_adjusted[m->total[r]] && !m->at_most[r];
  *least = *most = (end){.at = 0};
  for (int i = 0; i < m->cells; i++) {
    end low, high;
    int64_t weight = m->weight[r][i], middle = 2 * m->value[i];
    if (weight == 0 || (!is_adjusted && is_in(set, i))) continue;
    ends_of(m, i, &low, &high);
    if (is_adjusted && !is_in(set, i)) low = high = (end){.at = middle};
    if (is_adjusted && is_in(set, i)) {
      low.at -= middle;
      high.at -= middle;
      end turned = low; /* what is printed differs from what is true by that much */
      low = (end){-high.at, high.is_open, high.is_none};
      high = (end){-turned.at, turned.is_open, turned.is_none};
    }
    if (weight < 0) {
      end turned = low;
      low = high;
      high = turned;
    }
    least->at += weight * low.at;
    most->at += weight * high.at;
    least->is_open = least->is_open || (low.is_open && !low.is_none);
    most->is_open = most->is_open || (high.is_open && !high.is_none);
    least->is_none = least->is_none || low.is_none;
    most->is_none = most->is_none || high.is_none;
  }
}

static void add_row(region *to, const int64_t *weights, int64_t sign, const end *rest) {
  inequality *row = &to->rows[to->count++];
  for (int k = 0; k < to->unknowns; k++) row->a[k] = sign * weights[k];
  row->bound = rest->is_none ? 1000 * FAR : -sign * rest->at;
  row->is_strict = !rest->is_none && rest->is_open;
}

/* What the unknown cells may say together. false when a relation of the cluster has none of them.
 */
static bool region_of(region *out, const model *m, unsigned set, const bool *is_own) {
  int unknown_of[MOST_CELLS] = {0};
  *out = (region){.count = 0};
  for (int i = 0; i < m->cells; i++)
    if (is_in(set, i)) unknown_of[i] = out->unknowns++;
  for (int r = 0; r < m->relations; r++) {
    int64_t weights[MOST_WRONG] = {0};
    bool is_touched = false;
    end least, most;
    for (int i = 0; i < m->cells; i++)
      if (is_in(set, i) && m->weight[r][i] != 0) {
        weights[unknown_of[i]] = m->weight[r][i];
        is_touched = true;
      }
    if (is_own[r] && !is_touched) return false;
    if (!is_touched) continue;
    rest_of(m, r, set, &least, &most);
    add_row(out, weights, 1, &least);
    if (!m->at_most[r]) add_row(out, weights, -1, &most);
  }
  for (int k = 0; k < out->unknowns; k++) {
    int64_t weights[MOST_WRONG] = {0};
    weights[k] = 1;
    add_row(out, weights, 1, &(end){.at = -FAR});
    add_row(out, weights, -1, &(end){.at = FAR});
  }
  return true;
}

static int size_of(unsigned set) {
  int size = 0;
  for (; set != 0; set >>= 1) size += (int)(set & 1);
  return size;
}

static bool is_allowed(const model *m, unsigned set) {
  for (int i = 0; i < m->cells; i++)
    if (is_in(set, i) && m->is_trusted[i]) return false;
  return true;
}

/* Finds the corners of the smallest sets that repair the relations; returns their size. */
static int search_all(const model *m, const bool *is_own, corners *wanted) {
  memset(wanted, 0, sizeof *wanted << MOST_CELLS);
  for (int size = 1; size <= MOST_WRONG; size++) {
    bool is_any = false;
    for (unsigned set = 1; set < 1u << m->cells; set++) {
      region of;
      if (size_of(set) != size || !is_allowed(m, set) || !region_of(&of, m, set, is_own)) continue;
      if (has_point(&wanted[set], &of))
        is_any = true;
      else
        wanted[set].count = 0;
    }
    if (is_any) return size;
  }
  return 0;
}

/* What the engine found, by set. */
typedef struct finding {
  bool is_found;
  vp_interval intervals[MOST_WRONG]; /* in the order of the cells */
} finding;

typedef struct collector {
  vp_graph *graph;
  finding *findings;
} collector;

static int by_cell(const void *a, const void *b) {
  const vp_suspect *x = a, *y = b;
  return x->cell < y->cell ? -1 : 1;
}

static void mark_set(void *user, const uint32_t *cells, size_t count) {
  collector *c = user;
  unsigned set = 0;
  vp_suspect suspects[MOST_WRONG];
  for (size_t i = 0; i < count; i++) {
    set |= 1u << cells[i];
    suspects[i].cell = cells[i];
  }
  vp_explain_intervals(suspects, c->graph, count);
  qsort(suspects, count, sizeof *suspects, by_cell);
  assert_false(c->findings[set].is_found); /* no set twice */
  c->findings[set].is_found = true;
  for (size_t i = 0; i < count; i++) c->findings[set].intervals[i] = suspects[i].interval;
}

static void assert_end(vp_bound found, double wanted) {
  double value = vp_decimal_to_double(found.value);
  if (found.unbounded)
    assert_true(wanted < -FAR / 100.0 || wanted > FAR / 100.0);
  else
    assert_true(value - wanted < 1e-9 && wanted - value < 1e-9);
}

static int compare_cluster(const model *m, vp_search *search, const vp_clusters *clusters,
                           uint32_t cluster) {
  static corners wanted[1 << MOST_CELLS];
  static finding found[1 << MOST_CELLS];
  bool is_own[MOST_RELATIONS] = {false};
  collector c = {search->graph, found};
  memset(found, 0, sizeof found);
  for (size_t i = 0; i < clusters->items[cluster]->relation_count; i++)
    is_own[clusters->items[cluster]->relations[i]] = true;
  int size = search_all(m, is_own, wanted);
  assert_int_equal(vp_search_run(search, cluster, MOST_WRONG, mark_set, &c), size);
  for (unsigned set = 1; set < 1u << m->cells; set++) {
    assert_int_equal(found[set].is_found, wanted[set].count > 0);
    for (int i = 0; i < size && found[set].is_found; i++) {
      assert_end(found[set].intervals[i].low, wanted[set].least[i]);
      assert_end(found[set].intervals[i].high, wanted[set].most[i]);
    }
  }
  return size;
}

static void finds_what_exhaustive_search_finds(void **state) {
  (void)state;
  uint64_t seed = 4;
  size_t sizes[MOST_WRONG + 1] = {0};
  for (int i = 0; i < 2000; i++) {
    model m = random_model(&seed);
    vp_network *network = network_of(&m);
    vp_graph graph;
    vp_clusters clusters;
    vp_search search;
    vp_graph_init(&graph, network);
    vp_graph_start(&graph, UINT64_MAX);
    vp_clusters_find(&clusters, &graph);
    vp_search_init(&search, &graph, &clusters);
    for (uint32_t j = 0; j < clusters.count; j++)
      if (!clusters.items[j]->is_doubtful) sizes[compare_cluster(&m, &search, &clusters, j)]++;
    vp_graph_free(&graph);
    vp_network_free(network);
  }
  for (int size = 0; size <= MOST_WRONG; size++) assert_true(sizes[size] > 30);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(finds_what_exhaustive_search_finds)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
