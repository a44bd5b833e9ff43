#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>

#include "../base/random.h"
#include "localize/cluster.h"
#include "localize/guess.h"
#include "localize/prospect.h"
#include "localize/system.h"
#include "localize/trial.h"
#include "networks.h"

enum { MOST_ROWS = 60 };

static int64_t random_figure(uint64_t *seed, int digits) {
  int64_t least = 1;
  while (--digits > 0) least *= 10;
  int64_t sign = random_between(seed, 0, 30) == 0 ? -1 : 1;
  return sign * random_between(seed, least, 10 * least - 1);
}

static int64_t misprint(uint64_t *seed, int64_t figure) {
  switch (random_between(seed, 0, 7)) {
    case 0: return figure / 10;
    case 1: return -figure;
    case 2: return figure * 10;
    case 3: return figure * 1000;
    case 4: return figure + 9 * random_between(seed, 1, 9);
    case 5: return figure + 10 * random_between(seed, 1, 9);
    case 6: return figure + random_between(seed, 1, 5 * MOST_ROWS);
    default: return 2 * figure + 47;
  }
}

/* Columns of figures, printed alike, and their totals, of which one figure is wrong. */
static vp_network *random_network(uint64_t *seed) {
  static const vp_rounding roundings[] = {VP_ROUNDING_ROUNDED, VP_ROUNDING_ROUNDED,
                                          VP_ROUNDING_TRUNCATED, VP_ROUNDING_ADJUSTED,
                                          VP_ROUNDING_EXACT};
  uint32_t rows = (uint32_t)random_between(seed, 3, MOST_ROWS);
  uint32_t columns = (uint32_t)random_between(seed, 1, 2);
  uint32_t wrong = (uint32_t)random_between(seed, 0, rows * columns - 1);
  int32_t exponent = (int32_t)random_between(seed, -2, 0);
  int digits = (int)random_between(seed, 1, 8);
  vp_rounding rounding = roundings[random_between(seed, 0, 4)];
  vp_network *network = new_network();
  int64_t totals[2] = {0, 0};
  for (uint32_t i = 0; i < (rows + 1) * columns; i++) {
    uint32_t cell;
    int64_t figure = i < rows * columns ? random_figure(seed, digits) : totals[i % columns];
    if (i < rows * columns) totals[i % columns] += figure;
    if (i == wrong) figure = misprint(seed, figure);
    vp_quantity printed = {.value = {figure, exponent},
                           .state = VP_QUANTITY_NUMBER,
                           .unit = exponent < 0 ? VP_UNIT_MNKR : VP_UNIT_TKR,
                           .rounding = (uint8_t)rounding};
    if (random_between(seed, 0, 99) == 0) printed.qualifier = VP_QUALIFIER_CIRKA;
    assert_int_equal(vp_network_add_quantity(&cell, network, &printed, NULL), VP_OK);
    set_place(network, cell, 0, i / columns, i % columns);
  }
  for (uint32_t i = 0; i < columns; i++) add_sum(network, i, columns, rows, rows * columns + i);
  assert_int_equal(vp_network_judge(network, NULL), VP_OK);
  return network;
}

/* What the likeliest guess at a cell costs. */
static double least_cost(vp_graph *graph, uint32_t cell) {
  vp_interval required;
  vp_guesses guesses;
  double least = HUGE_VAL, fit;
  if (!vp_required(&required, graph, cell)) return least;
  vp_guess_values(&guesses, graph, cell, required);
  for (size_t i = 0; i < guesses.count; i++) {
    const vp_guess *guess = &guesses.items[i];
    vp_correction correction = {.cell = cell, .has_value = guess->has_value, .value = guess->value};
    if (vp_trial_holds(&fit, graph, &correction, 1) && guess->cost + fit < least)
      least = guess->cost + fit;
  }
  return least;
}

typedef struct tally {
  size_t cells, spared;
} tally;

static void try_relation(tally *to, vp_graph *graph, uint32_t number) {
  const vp_relation *relation = vp_graph_relation(graph, number);
  for (size_t i = 0; i <= relation->term_count; i++) {
    uint32_t cell = i < relation->term_count ? relation->terms[i].cell : relation->total;
    double cost = least_cost(graph, cell) + vp_trial_relief(graph, cell);
    if (cost == HUGE_VAL) continue;
    assert_true(vp_is_worth_guessing(graph, cell, cost + 1e-6));
    to->spared += !vp_is_worth_guessing(graph, cell, cost - 1);
    to->cells++;
  }
}

static void no_likely_guess_is_passed_over(void **state) {
  (void)state;
  uint64_t seed = 1;
  tally all = {0, 0};
  for (int i = 0; i < 400; i++) {
    vp_network *network = random_network(&seed);
    vp_graph graph;
    vp_clusters clusters;
    vp_graph_init(&graph, network);
    vp_clusters_find(&clusters, &graph);
    for (size_t j = 0; j < clusters.count; j++)
      for (size_t k = 0; k < clusters.items[j]->relation_count; k++) {
        uint32_t relation = clusters.items[j]->relations[k];
        if (clusters.items[j]->is_doubtful) vp_graph_cure(&graph, relation);
        try_relation(&all, &graph, relation);
      }
    vp_graph_free(&graph);
    vp_network_free(network);
  }
  assert_true(all.cells > 5000);
  assert_true(all.spared > all.cells / 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(no_likely_guess_is_passed_over)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
