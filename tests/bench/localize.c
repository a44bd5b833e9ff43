/* What it costs to name wrong figures, beside judging the network in which they stand: slips are
 * made in sound networks, and vp_network_judge and vp_localize take turns in one run. Each time is
 * the least of several rounds. For a single wrong figure several slips are made, in figures of
 * three and of seven digits, and the one that costs most beside judging is shown.
 *
 * usage: localize [FIGURES]      (default 100000) */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <vp/localize.h>

#include "../base/random.h"

enum { ROUNDS = 9, BRANCHES = 10, MOST_WRONG = 4 };

/* The figures first, first + step, … add up to the total. */
typedef struct sum {
  uint32_t first, step, count, total;
} sum;

/* Amounts in kr, printed in tkr. */
typedef struct shape {
  int64_t *amounts;
  sum *sums;
  uint32_t count, sum_count, columns; /* columns: 0 when it is no table */
} shape;

/* How the figures of a shape are to be. */
typedef struct model {
  uint32_t count;
  int64_t least;   /* tkr; the most is ten times as much */
  bool is_rounded; /* else the amounts are whole tkr */
} model;

static void *checked(void *memory) {
  if (memory == NULL) abort();
  return memory;
}

static void require(vp_status status) {
  if (status != VP_OK) abort();
}

static shape new_shape(const model *m, uint32_t count, uint32_t columns) {
  uint64_t seed = 1;
  shape s = {.count = count, .columns = columns};
  s.amounts = checked(calloc(count, sizeof *s.amounts));
  s.sums = checked(calloc(count, sizeof *s.sums));
  for (uint32_t i = 0; i < count; i++) {
    s.amounts[i] = random_between(&seed, 1000 * m->least, 10000 * m->least - 1);
    if (!m->is_rounded) s.amounts[i] -= s.amounts[i] % 1000;
  }
  return s;
}

static void free_shape(shape s) {
  free(s.amounts);
  free(s.sums);
}

static void add_up(shape *s, uint32_t first, uint32_t step, uint32_t count, uint32_t total) {
  s->amounts[total] = 0;
  for (uint32_t i = 0; i < count; i++) s->amounts[total] += s->amounts[first + i * step];
  s->sums[s->sum_count++] = (sum){first, step, count, total};
}

/* The last row is the total of the others. */
static shape make_table(const model *m, uint32_t columns) {
  uint32_t rows = m->count / columns;
  shape s = new_shape(m, rows * columns, columns);
  for (uint32_t i = 0; i < columns; i++) add_up(&s, i, columns, rows - 1, (rows - 1) * columns + i);
  return s;
}

static shape make_column(const model *m) { return make_table(m, 1); }

static shape make_years(const model *m) { return make_table(m, 2); }

/* The last column is the total of the others, too. */
static shape make_crossed(const model *m) {
  uint32_t side = 2;
  while ((side + 1) * (side + 1) <= m->count) side++;
  shape s = new_shape(m, side * side, side);
  for (uint32_t i = 0; i + 1 < side; i++) add_up(&s, i * side, 1, side - 1, i * side + side - 1);
  for (uint32_t i = 0; i < side; i++) add_up(&s, i, side, side - 1, (side - 1) * side + i);
  add_up(&s, (side - 1) * side, 1, side - 1, side * side - 1);
  return s;
}

/* The parts of a figure stand BRANCHES times as far behind. */
static shape make_tree(const model *m) {
  uint32_t sums = (m->count - 1) / BRANCHES;
  shape s = new_shape(m, sums * BRANCHES + 1, 0);
  for (uint32_t i = sums; i-- > 0;) add_up(&s, i * BRANCHES + 1, 1, BRANCHES, i);
  return s;
}

/* A column in which the first figure is the sum of the second half: both sums are long, and share a
 * figure. */
static shape make_subtotal(const model *m) {
  uint32_t half = m->count / 2;
  shape s = new_shape(m, 2 * half, 1);
  add_up(&s, half, 1, half - 1, 0);
  add_up(&s, 0, 1, half, 2 * half - 1);
  return s;
}

static vp_quantity print_amount(int64_t amount) {
  vp_decimal printed = {.coefficient = amount, .exponent = -3};
  require(vp_decimal_round(&printed, printed, 0));
  return (vp_quantity){.value = printed, .state = VP_QUANTITY_NUMBER, .unit = VP_UNIT_TKR};
}

typedef struct faults {
  vp_slip slip;
  uint32_t cells[MOST_WRONG];
  uint32_t count;
} faults;

static bool is_wrong(const faults *f, uint32_t cell) {
  for (uint32_t i = 0; i < f->count; i++)
    if (f->cells[i] == cell) return true;
  return false;
}

static int64_t misprint(int64_t figure, vp_slip slip) {
  switch (slip) {
    case VP_SLIP_DIGIT_CHANGED: return figure + 600;
    case VP_SLIP_SIGN: return -figure;
    case VP_SLIP_FACTOR: return figure * 10;
    case VP_SLIP_UNIT: return figure * 1000;
    case VP_SLIP_UNKNOWN: return 2 * figure + 47;
    default: return figure / 10; /* the last digit was left out */
  }
}

static vp_network *build(const shape *s, const faults *f) {
  vp_network *network;
  vp_term *terms = checked(calloc(s->count, sizeof *terms));
  require(vp_network_new(&network, NULL, NULL));
  for (uint32_t i = 0; i < s->count; i++) {
    uint32_t cell;
    vp_quantity printed = print_amount(s->amounts[i]);
    if (is_wrong(f, i)) printed.value.coefficient = misprint(printed.value.coefficient, f->slip);
    require(vp_network_add_quantity(&cell, network, &printed, NULL));
    if (s->columns > 0)
      require(vp_network_set_place(network, i, 0, i / s->columns, i % s->columns, NULL));
  }
  for (uint32_t i = 0; i < s->sum_count; i++) {
    const sum *of = &s->sums[i];
    for (uint32_t j = 0; j < of->count; j++)
      terms[j] = (vp_term){of->first + j * of->step, {.coefficient = 1, .exponent = 0}};
    require(
        vp_network_relate(NULL, network, VP_RELATION_COLUMN, terms, of->count, of->total, NULL));
  }
  free(terms);
  return network;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

typedef struct result {
  double judge, localize; /* milliseconds */
  size_t faults;
  bool is_named, was_stopped;
} result;

/* Whether one of the explanations listed names wrong figures only. */
static bool names(const vp_fault *fault, const faults *f) {
  for (size_t i = 0; i < fault->explanation_count; i++) {
    const vp_explanation *e = &fault->explanations[i];
    size_t right = 0;
    while (right < e->correction_count && is_wrong(f, e->corrections[right].cell)) right++;
    if (right == e->correction_count) return true;
  }
  return false;
}

static void describe(result *out, const vp_localization *found, const faults *f) {
  out->faults = vp_localization_fault_count(found);
  out->is_named = out->faults > 0;
  for (size_t i = 0; i < out->faults; i++) {
    const vp_fault *fault = vp_localization_fault(found, i);
    out->is_named = out->is_named && (fault->is_doubtful || names(fault, f));
    out->was_stopped = out->was_stopped || fault->was_stopped;
  }
}

static result run(const shape *s, const faults *f) {
  result best = {.judge = 1e300, .localize = 1e300};
  for (int i = 0; i < ROUNDS; i++) {
    vp_localization *found;
    vp_network *network = build(s, f);
    double start = now();
    require(vp_network_judge(network, NULL));
    double middle = now();
    require(vp_localize(&found, network, NULL, NULL));
    double end = now();
    if (middle - start < best.judge) best.judge = middle - start;
    if (end - middle < best.localize) best.localize = end - middle;
    if (i == 0) describe(&best, found, f);
    vp_localization_free(found);
    vp_network_free(network);
  }
  return best;
}

typedef struct shape_kind {
  const char *name;
  shape (*make)(const model *m);
} shape_kind;

static const shape_kind kinds[] = {{"column", make_column},
                                   {"two years", make_years},
                                   {"crossed", make_crossed},
                                   {"tree", make_tree},
                                   {"subtotal", make_subtotal}};

static const vp_slip slips[] = {VP_SLIP_DIGIT_LEFT_OUT, VP_SLIP_DIGIT_CHANGED, VP_SLIP_SIGN,
                                VP_SLIP_FACTOR,         VP_SLIP_UNIT,          VP_SLIP_UNKNOWN};

static double ratio(result r) { return r.localize / r.judge; }

/* The costliest of the slips, or only the first. */
static result measure(const shape_kind *kind, const model *m, uint32_t wrong, size_t slip_count) {
  result worst = {.judge = 1};
  shape s = kind->make(m);
  for (size_t i = 0; i < slip_count; i++) {
    faults f = {.slip = slips[i], .count = wrong};
    for (uint32_t j = 0; j < wrong; j++)
      f.cells[j] = (uint32_t)((uint64_t)s.count * (2 * j + 1) / (2 * wrong)) + 2;
    result r = run(&s, &f);
    if (ratio(r) > ratio(worst)) worst = r;
  }
  free_shape(s);
  return worst;
}

static void show(const shape_kind *kind, const model *m, uint32_t wrong, result r) {
  printf("%-10s %8u %-8s %6u %10.2f %10.2f %7.2f %7zu  %s%s\n", kind->name, (unsigned)m->count,
         m->is_rounded ? "rounded" : "exact", (unsigned)wrong, r.judge, r.localize, ratio(r),
         r.faults, r.is_named ? "named" : "", r.was_stopped ? " stopped" : "");
}

int main(int argc, char **argv) {
  model m = {.count = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 100000};
  size_t kind_count = sizeof kinds / sizeof *kinds, slip_count = sizeof slips / sizeof *slips;
  printf("%-10s %8s %-8s %6s %10s %10s %7s %7s\n", "shape", "figures", "sums", "wrong", "judge ms",
         "name ms", "ratio", "faults");
  for (int is_rounded = 0; is_rounded < 2; is_rounded++)
    for (size_t i = 0; i < kind_count; i++) {
      result worst = {.judge = 1};
      m.is_rounded = is_rounded;
      for (m.least = 100; m.least <= 1000000; m.least *= 10000) {
        result r = measure(&kinds[i], &m, 1, slip_count);
        if (ratio(r) > ratio(worst)) worst = r;
      }
      show(&kinds[i], &m, 1, worst);
    }
  m.count = 1000;
  m.least = 1000000;
  for (uint32_t wrong = 2; wrong <= MOST_WRONG; wrong++)
    for (size_t i = 0; i < kind_count; i++)
      show(&kinds[i], &m, wrong, measure(&kinds[i], &m, wrong, 1));
  return 0;
}
