#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>

#include "../base/random.h"
#include "localize/search.h"
#include "networks.h"

enum { MOST_CELLS = 8, MOST_RELATIONS = 5, MOST_WRONG = 3 };

/* A small network in plain integers: figures have no decimals, so a true value lies within a half
 * of one. */
typedef struct model {
  int cells, relations;
  int64_t value[MOST_CELLS];
  bool is_trusted[MOST_CELLS];
  int64_t weight[MOST_RELATIONS][MOST_CELLS]; /* of the sum minus the total; 0: not in it */
  int total[MOST_RELATIONS];
  bool at_most[MOST_RELATIONS];
} model;

static model random_model(uint64_t *seed) {
  model m = {.cells = (int)random_between(seed, 3, MOST_CELLS),
             .relations = (int)random_between(seed, 1, MOST_RELATIONS)};
  for (int i = 0; i < m.cells; i++) {
    m.value[i] = random_between(seed, -4, 12);
    m.is_trusted[i] = random_between(seed, 0, 9) == 0;
  }
  for (int r = 0; r < m.relations; r++) {
    m.total[r] = (int)random_between(seed, 0, m.cells - 1);
    m.at_most[r] = random_between(seed, 0, 7) == 0;
    for (int i = 0; i < m.cells; i++)
      if (i != m.total[r] && random_between(seed, 0, 1) == 0)
        m.weight[r][i] = random_between(seed, 0, 9) == 0   ? 2
                         : random_between(seed, 0, 3) == 0 ? -1
                                                           : 1;
    m.weight[r][m.total[r]] = -1;
  }
  return m;
}

static vp_network *network_of(const model *m) {
  vp_network *network = new_network();
  for (int i = 0; i < m->cells; i++) {
    char text[24];
    snprintf(text, sizeof text, "%d", (int)m->value[i]);
    uint32_t cell = add_figure(network, text, VP_UNIT_NONE);
    if (m->is_trusted[i]) assert_int_equal(vp_network_set_trusted(network, cell, NULL), VP_OK);
  }
  for (int r = 0; r < m->relations; r++) {
    vp_term terms[MOST_CELLS];
    size_t count = 0;
    for (uint32_t i = 0; i < (uint32_t)m->cells; i++)
      if (m->weight[r][i] != 0 && (int)i != m->total[r])
        terms[count++] = (vp_term){i, {.coefficient = m->weight[r][i], .exponent = 0}};
    uint32_t total = (uint32_t)m->total[r];
    assert_int_equal(m->at_most[r] ? vp_network_limit(NULL, network, terms, count, total, NULL)
                                   : vp_network_relate(NULL, network, VP_RELATION_TIE, terms, count,
                                                       total, NULL),
                     VP_OK);
  }
  assert_int_equal(vp_network_judge(network, NULL), VP_OK);
  return network;
}

/* Σ a · x <= bound, in halves. */
typedef struct inequality {
  int64_t a[MOST_WRONG];
  int64_t bound;
} inequality;

/* The textbook's elimination, one unknown after the other. */
static bool has_solution(inequality *rows, size_t count, int unknowns) {
  static inequality next[20000];
  for (int j = 0; j < unknowns; j++) {
    size_t made = 0;
    for (size_t p = 0; p < count; p++) {
      if (rows[p].a[j] == 0) next[made++] = rows[p];
      for (size_t q = 0; q < count && rows[p].a[j] > 0; q++) {
        if (rows[q].a[j] >= 0) continue;
        int64_t x = -rows[q].a[j], y = rows[p].a[j];
        inequality both = {.bound = x * rows[p].bound + y * rows[q].bound};
        for (int k = 0; k < unknowns; k++) both.a[k] = x * rows[p].a[k] + y * rows[q].a[k];
        next[made++] = both;
        assert_true(made < 20000);
      }
    }
    memcpy(rows, next, made * sizeof *rows);
    count = made;
  }
  for (size_t p = 0; p < count; p++)
    if (rows[p].bound < 0) return false;
  return true;
}

static bool is_in(unsigned set, int cell) { return set >> cell & 1; }

static bool repairs(const model *m, unsigned set, const bool *is_own) {
  static inequality rows[20000];
  size_t count = 0;
  int unknown_of[MOST_CELLS] = {0}, unknowns = 0;
  for (int i = 0; i < m->cells; i++)
    if (is_in(set, i)) unknown_of[i] = unknowns++;
  for (int r = 0; r < m->relations; r++) {
    inequality row = {.bound = 0};
    bool is_touched = false;
    int64_t middle = 0, slack = 0;
    for (int i = 0; i < m->cells; i++) {
      if (m->weight[r][i] == 0) continue;
      if (is_in(set, i)) {
        is_touched = true;
        row.a[unknown_of[i]] = m->weight[r][i];
      } else {
        middle += 2 * m->weight[r][i] * m->value[i];
        slack += m->weight[r][i] < 0 ? -m->weight[r][i] : m->weight[r][i];
      }
    }
    if (is_own[r] && !is_touched) return false;
    if (!is_touched) continue;
    row.bound = slack - middle;
    rows[count++] = row;
    if (m->at_most[r]) continue;
    for (int k = 0; k < MOST_WRONG; k++) row.a[k] = -row.a[k];
    row.bound = slack + middle;
    rows[count++] = row;
  }
  return has_solution(rows, count, unknowns);
}

static int size_of(unsigned set) {
  int size = 0;
  for (; set != 0; set >>= 1) size += (int)(set & 1);
  return size;
}

/* Marks the smallest sets that repair the relations; returns their size. */
static int search_all(const model *m, const bool *is_own, bool *is_wanted) {
  memset(is_wanted, 0, (size_t)1 << MOST_CELLS);
  for (int size = 1; size <= MOST_WRONG; size++) {
    bool is_any = false;
    for (unsigned set = 1; set < 1u << m->cells; set++) {
      bool is_allowed = size_of(set) == size;
      for (int i = 0; i < m->cells; i++)
        is_allowed = is_allowed && !(is_in(set, i) && m->is_trusted[i]);
      is_wanted[set] = is_allowed && repairs(m, set, is_own);
      is_any = is_any || is_wanted[set];
    }
    if (is_any) return size;
  }
  return 0;
}

static void mark_set(void *user, const uint32_t *cells, size_t count) {
  bool *is_found = user;
  unsigned set = 0;
  for (size_t i = 0; i < count; i++) set |= 1u << cells[i];
  assert_false(is_found[set]); /* no set twice */
  is_found[set] = true;
}

static void compare_cluster(const model *m, vp_search *search, const vp_clusters *clusters,
                            uint32_t cluster) {
  bool is_own[MOST_RELATIONS] = {false};
  bool is_wanted[1 << MOST_CELLS], is_found[1 << MOST_CELLS] = {false};
  for (size_t i = 0; i < clusters->items[cluster]->relation_count; i++)
    is_own[clusters->items[cluster]->relations[i]] = true;
  int size = search_all(m, is_own, is_wanted);
  assert_int_equal(vp_search_run(search, cluster, MOST_WRONG, mark_set, is_found), size);
  assert_memory_equal(is_found, is_wanted, sizeof is_found);
}

static void finds_what_exhaustive_search_finds(void **state) {
  (void)state;
  uint64_t seed = 4;
  size_t sizes[MOST_WRONG + 1] = {0};
  for (int i = 0; i < 4000; i++) {
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
      if (!clusters.items[j]->is_doubtful) {
        compare_cluster(&m, &search, &clusters, j);
        sizes[search.size > MOST_WRONG ? 0 : search.size]++;
      }
    vp_graph_free(&graph);
    vp_network_free(network);
  }
  for (int size = 0; size <= MOST_WRONG; size++) assert_true(sizes[size] > 50);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(finds_what_exhaustive_search_finds)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
