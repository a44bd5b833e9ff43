/* Sound networks: true amounts in kr, each printed rounded, and the sums that hold between them. */
#ifndef TESTS_LOCALIZE_SHAPES_H
#define TESTS_LOCALIZE_SHAPES_H

#include <math.h>
#include <stdio.h>

#include "../base/random.h"
#include "networks.h"

enum { MOST_FIGURES = 400, MOST_SUMS = 300, MOST_PARTS = 24 };

typedef struct figure {
  int64_t amount; /* the true one, in kr */
  vp_unit unit;
  int decimals;
  uint32_t table, row, column;
  vp_decimal printed; /* rounded */
} figure;

typedef struct sum {
  uint32_t parts[MOST_PARTS];
  size_t count;
  uint32_t total;
} sum;

typedef struct shape {
  figure figures[MOST_FIGURES];
  uint32_t count;
  sum sums[MOST_SUMS];
  uint32_t sum_count;
} shape;

/* Rounds to the printed digits, halves away from zero. */
static inline vp_decimal print_amount(int64_t amount, vp_unit unit, int decimals) {
  vp_decimal printed = {amount, -vp_unit_exponent(unit)};
  if (vp_decimal_round(&printed, printed, -decimals) != VP_OK) abort();
  return printed;
}

static inline uint32_t shape_add(shape *s, int64_t amount, vp_unit unit, int decimals) {
  if (s->count == MOST_FIGURES) abort();
  s->figures[s->count] = (figure){.amount = amount,
                                  .unit = unit,
                                  .decimals = decimals,
                                  .table = VP_NO_TABLE,
                                  .printed = print_amount(amount, unit, decimals)};
  return s->count++;
}

static inline uint32_t shape_place(shape *s, uint32_t cell, uint32_t table, uint32_t row,
                                   uint32_t column) {
  s->figures[cell].table = table;
  s->figures[cell].row = row;
  s->figures[cell].column = column;
  return cell;
}

/* The figure that says what the parts add up to. */
static inline sum *shape_sum(shape *s, uint32_t total) {
  if (s->sum_count == MOST_SUMS) abort();
  s->sums[s->sum_count] = (sum){.total = total};
  return &s->sums[s->sum_count++];
}

static inline void sum_part(sum *to, uint32_t part) {
  if (to->count == MOST_PARTS) abort();
  to->parts[to->count++] = part;
}

static inline double random_share(uint64_t *seed) {
  return (double)(random_next(seed) >> 11) / 9007199254740992.0;
}

/* About normal, with deviation 1. */
static inline double random_normal(uint64_t *seed) {
  double drawn = -6;
  for (int i = 0; i < 12; i++) drawn += random_share(seed);
  return drawn;
}

/* From 0,3 to 200 mnkr, small ones as often as large ones. */
static inline int64_t random_amount(uint64_t *seed) {
  return (int64_t)(300000 * pow(10, 2.8 * random_share(seed)));
}

/* The same row a year later: usually a few per cent more, now and then reorganised. */
static inline int64_t next_year(uint64_t *seed, int64_t amount) {
  double growth = random_between(seed, 0, 19) == 0 ? 0.8 : 0.04;
  return (int64_t)((double)amount * exp(0.02 + growth * random_normal(seed)));
}

static inline vp_network *shape_network(const shape *s) {
  vp_network *network = new_network();
  for (uint32_t i = 0; i < s->count; i++) {
    const figure *f = &s->figures[i];
    uint32_t cell;
    vp_quantity printed = {
        .value = f->printed, .state = VP_QUANTITY_NUMBER, .unit = (uint8_t)f->unit};
    if (vp_network_add_quantity(&cell, network, &printed, NULL) != VP_OK) abort();
    if (f->table != VP_NO_TABLE) set_place(network, cell, f->table, f->row, f->column);
  }
  for (uint32_t i = 0; i < s->sum_count; i++) {
    vp_term terms[MOST_PARTS];
    const sum *made = &s->sums[i];
    for (size_t j = 0; j < made->count; j++)
      terms[j] = (vp_term){made->parts[j], {.coefficient = 1, .exponent = 0}};
    if (vp_network_relate(NULL, network, VP_RELATION_COLUMN, terms, made->count, made->total,
                          NULL) != VP_OK)
      abort();
  }
  return network;
}

/* A table of rows × columns amounts with a total row; the next year's amounts follow from the
 * last's. Returns the first total; figures run row by row. */
static inline uint32_t shape_table(shape *s, uint64_t *seed, uint32_t table, uint32_t rows,
                                   uint32_t columns, vp_unit unit, int decimals) {
  int64_t totals[16] = {0};
  uint32_t first = s->count;
  for (uint32_t row = 0; row < rows; row++) {
    int64_t amount = random_amount(seed);
    for (uint32_t column = 0; column < columns; column++) {
      shape_place(s, shape_add(s, amount, unit, decimals), table, row, column);
      totals[column] += amount;
      amount = next_year(seed, amount);
    }
  }
  for (uint32_t column = 0; column < columns; column++) {
    uint32_t total =
        shape_place(s, shape_add(s, totals[column], unit, decimals), table, rows, column);
    sum *of = shape_sum(s, total);
    for (uint32_t row = 0; row < rows; row++) sum_part(of, first + row * columns + column);
  }
  return first + rows * columns;
}

static inline uint32_t rows_of(uint64_t *seed) { return (uint32_t)random_between(seed, 4, 9); }

/* Like the example plan: a frame from last year to this, tied to a table of two years. */
static inline void make_plan(shape *s, uint64_t *seed) {
  uint32_t total = shape_table(s, seed, 0, rows_of(seed), 2, VP_UNIT_MNKR, 1);
  int64_t closing = s->figures[total].amount, opening = s->figures[total + 1].amount;
  uint32_t start = shape_add(s, opening, VP_UNIT_MNKR, 1);
  uint32_t end = shape_add(s, closing, VP_UNIT_MNKR, 1);
  sum_part(shape_sum(s, end), total);
  sum_part(shape_sum(s, start), total + 1);
  sum *frame = shape_sum(s, end);
  sum_part(frame, start);
  int64_t rest = closing - opening;
  for (int i = 0; i < 9; i++) {
    int64_t change = random_between(seed, -3000000, 3000000);
    sum_part(frame, shape_add(s, change, VP_UNIT_MNKR, 1));
    rest -= change;
  }
  sum_part(frame, shape_add(s, rest, VP_UNIT_MNKR, 1));
}

/* Sums of sums, three levels deep, one figure each. */
static inline uint32_t make_branch(shape *s, uint64_t *seed, int depth) {
  uint32_t parts[6];
  uint32_t count = (uint32_t)random_between(seed, 3, 6);
  if (depth == 0) return shape_add(s, random_amount(seed) / 10, VP_UNIT_TKR, 0);
  int64_t amount = 0;
  for (uint32_t i = 0; i < count; i++) {
    parts[i] = make_branch(s, seed, depth - 1);
    amount += s->figures[parts[i]].amount;
  }
  uint32_t total = shape_add(s, amount, VP_UNIT_TKR, 0);
  sum *of = shape_sum(s, total);
  for (uint32_t i = 0; i < count; i++) sum_part(of, parts[i]);
  return total;
}

static inline void make_tree(shape *s, uint64_t *seed) { make_branch(s, seed, 3); }

/* A total row and a total column. */
static inline void make_crossed(shape *s, uint64_t *seed) {
  uint32_t rows = rows_of(seed), columns = (uint32_t)random_between(seed, 3, 5);
  shape_table(s, seed, 0, rows, columns, VP_UNIT_TKR, 0);
  for (uint32_t row = 0; row <= rows; row++) {
    int64_t amount = 0;
    for (uint32_t column = 0; column < columns; column++)
      amount += s->figures[row * columns + column].amount;
    uint32_t total = shape_place(s, shape_add(s, amount, VP_UNIT_TKR, 0), 0, row, columns);
    sum *across = shape_sum(s, total);
    for (uint32_t column = 0; column < columns; column++) sum_part(across, row * columns + column);
    if (row < rows) continue;
    sum *down = shape_sum(s, total);
    for (uint32_t i = 0; i < rows; i++) sum_part(down, total - rows + i);
  }
}

/* Three groups of rows with subtotals, over four years. */
static inline void make_years(shape *s, uint64_t *seed) {
  enum { GROUPS = 3, YEARS = 4 };
  uint32_t subtotals[GROUPS];
  uint32_t row = 0;
  for (int group = 0; group < GROUPS; group++) {
    uint32_t rows = (uint32_t)random_between(seed, 2, 5);
    uint32_t first = s->count;
    subtotals[group] = shape_table(s, seed, 0, rows, YEARS, VP_UNIT_MNKR, 1);
    for (uint32_t i = first; i < s->count; i++) s->figures[i].row += row;
    row += rows + 1;
  }
  for (uint32_t year = 0; year < YEARS; year++) {
    int64_t amount = 0;
    for (int group = 0; group < GROUPS; group++)
      amount += s->figures[subtotals[group] + year].amount;
    uint32_t total = shape_place(s, shape_add(s, amount, VP_UNIT_MNKR, 1), 0, row, year);
    sum *of = shape_sum(s, total);
    for (int group = 0; group < GROUPS; group++) sum_part(of, subtotals[group] + year);
  }
}

/* A table in mnkr, each row of which is specified in a table in tkr. */
static inline void make_units(shape *s, uint64_t *seed) {
  enum { ROWS = 4, YEARS = 2 };
  uint32_t totals[ROWS];
  int64_t sums[YEARS] = {0};
  for (uint32_t i = 0; i < ROWS; i++)
    totals[i] =
        shape_table(s, seed, i + 1, (uint32_t)random_between(seed, 3, 5), YEARS, VP_UNIT_TKR, 0);
  uint32_t first = s->count;
  for (uint32_t i = 0; i < ROWS; i++)
    for (uint32_t year = 0; year < YEARS; year++) {
      int64_t amount = s->figures[totals[i] + year].amount;
      uint32_t cell = shape_place(s, shape_add(s, amount, VP_UNIT_MNKR, 1), 0, i, year);
      sum_part(shape_sum(s, cell), totals[i] + year);
      sums[year] += amount;
    }
  for (uint32_t year = 0; year < YEARS; year++) {
    uint32_t total = shape_place(s, shape_add(s, sums[year], VP_UNIT_MNKR, 1), 0, ROWS, year);
    sum *of = shape_sum(s, total);
    for (uint32_t i = 0; i < ROWS; i++) sum_part(of, first + i * YEARS + year);
  }
}

typedef struct shape_kind {
  const char *name;
  void (*make)(shape *s, uint64_t *seed);
} shape_kind;

static const shape_kind shape_kinds[] = {{"plan", make_plan},
                                         {"tree", make_tree},
                                         {"crossed", make_crossed},
                                         {"years", make_years},
                                         {"units", make_units}};
enum { SHAPE_KINDS = sizeof shape_kinds / sizeof *shape_kinds };

#endif
