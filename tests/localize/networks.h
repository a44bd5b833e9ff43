/* Networks for tests: figures as a Swede prints them, and sums of them. */
#ifndef TESTS_LOCALIZE_NETWORKS_H
#define TESTS_LOCALIZE_NETWORKS_H

#include <stdlib.h>
#include <string.h>

#include <vp/localize.h>

static inline vp_network *new_network(void) {
  vp_network *network = NULL;
  if (vp_network_new(&network, NULL, NULL) != VP_OK) abort();
  return network;
}

static inline uint32_t add_figure(vp_network *network, const char *text, vp_unit unit) {
  uint32_t cell = 0;
  vp_quantity printed =
      vp_quantity_complete(vp_quantity_parse(text), unit, -1, VP_ROUNDING_ROUNDED);
  if (vp_network_add_quantity(&cell, network, &printed, NULL) != VP_OK) abort();
  return cell;
}

static inline void set_place(vp_network *network, uint32_t cell, uint32_t table, uint32_t row,
                             uint32_t column) {
  if (vp_network_set_place(network, cell, table, row, column, NULL) != VP_OK) abort();
}

enum { MOST_TERMS = 64 };

/* The cells first, first + step, … are added up to the total. */
static inline void add_sum(vp_network *network, uint32_t first, uint32_t step, size_t count,
                           uint32_t total) {
  vp_term terms[MOST_TERMS];
  if (count > MOST_TERMS) abort();
  for (size_t i = 0; i < count; i++)
    terms[i] = (vp_term){first + (uint32_t)i * step, {.coefficient = 1, .exponent = 0}};
  if (vp_network_relate(NULL, network, VP_RELATION_COLUMN, terms, count, total, NULL) != VP_OK)
    abort();
}

/* A table of rows × columns figures, mnkr, whose last row is the total; cell numbers run row by
 * row. The totals are trusted if so asked. */
static inline vp_network *new_table(const char *const *figures, uint32_t rows, uint32_t columns,
                                    bool trust_totals) {
  vp_network *network = new_network();
  for (uint32_t i = 0; i < rows * columns; i++)
    set_place(network, add_figure(network, figures[i], VP_UNIT_MNKR), 0, i / columns, i % columns);
  for (uint32_t column = 0; column < columns; column++) {
    uint32_t total = (rows - 1) * columns + column;
    add_sum(network, column, columns, rows - 1, total);
    if (trust_totals && vp_network_set_trusted(network, total, NULL) != VP_OK) abort();
  }
  return network;
}

static inline vp_localization *localize_with(vp_network *network,
                                             const vp_localize_options *options) {
  vp_localization *found = NULL;
  if (vp_network_judge(network, NULL) != VP_OK) abort();
  if (vp_localize(&found, network, options, NULL) != VP_OK) abort();
  return found;
}

static inline vp_localization *localize_network(vp_network *network) {
  return localize_with(network, NULL);
}

#endif
