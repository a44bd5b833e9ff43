/* Makes every kind of slip in sound networks of every shape and counts what the engine says of it.
 * usage: generate [TRIALS [SEED]] */
#include <stdio.h>
#include <stdlib.h>

#include "slips.h"

typedef struct tally {
  unsigned trials;
  unsigned noticed; /* a sum is doubtful or impossible */
  unsigned alone;   /* only one smallest set of cells repairs it, and it is the wrong ones */
  unsigned alone_first;
  unsigned cells_first; /* the first explanation names the wrong cells */
  unsigned values_first;
  unsigned decided; /* one explanation is picked, or at least its cells are */
  unsigned ties;    /* none is picked, and the truth is among those listed */
  unsigned missed;  /* none is picked, and the truth is not listed */
  unsigned wrong;   /* one is picked, and it is not the truth */
} tally;

static void add_tally(tally *to, const tally *more) {
  unsigned *a = &to->trials;
  const unsigned *b = &more->trials;
  for (size_t i = 0; i < sizeof(tally) / sizeof(unsigned); i++) a[i] += b[i];
}

typedef struct judgement {
  bool cells, values;
} judgement;

static bool names_row(const vp_network *network, const vp_explanation *e, const truth *t) {
  if (e->correction_count == 0) return false;
  const vp_correction *first = &e->corrections[0];
  if (first->slip != t->slip || first->other == VP_NO_CELL) return false;
  const vp_cell *cell = vp_network_cell(network, first->other);
  return t->table == VP_NO_TABLE || (cell->table == t->table && cell->row == t->row);
}

static size_t find_cell(const truth *t, uint32_t cell) {
  size_t at = 0;
  while (at < t->count && t->cells[at] != cell) at++;
  return at;
}

/* Two columns that were exchanged may just as well have been exchanged elsewhere, with the same
 * figures. */
static judgement judge(const vp_network *network, const vp_explanation *e, const truth *t) {
  judgement j = {true, true};
  if (t->count == 0) {
    j.cells = j.values = names_row(network, e, t);
    return j;
  }
  for (size_t i = 0; i < e->correction_count; i++) {
    size_t at = find_cell(t, e->corrections[i].cell);
    if (at == t->count) return (judgement){false, false};
    if (!e->corrections[i].has_value ||
        vp_decimal_compare(e->corrections[i].value, t->values[at]) != 0)
      j.values = false;
  }
  return j;
}

static bool set_is_true(const vp_fault *fault, size_t set, const truth *t) {
  for (size_t i = 0; i < fault->set_size; i++)
    if (find_cell(t, fault->suspects[set * fault->set_size + i].cell) == t->count) return false;
  return fault->set_size > 0;
}

static bool is_listed(const vp_network *network, const vp_fault *fault, const truth *t) {
  for (size_t i = 0; i < fault->explanation_count; i++)
    if (judge(network, &fault->explanations[i], t).cells) return true;
  for (size_t i = 0; i < fault->set_count; i++)
    if (set_is_true(fault, i, t)) return true;
  return false;
}

/* Beside the slip, rounding makes a sum doubtful now and then. */
static bool is_rounding(const vp_localization *found, const vp_fault *fault) {
  bool is_any = false;
  for (size_t i = 0; i < vp_localization_fault_count(found); i++)
    is_any = is_any || !vp_localization_fault(found, i)->is_doubtful;
  return is_any && fault->is_doubtful;
}

static void count_result(tally *to, const vp_network *network, const vp_localization *found,
                         const truth *t) {
  size_t faults = vp_localization_fault_count(found), corrections = 0;
  bool alone = true, cells = true, values = true, decided = true, listed = true, wrong = false;
  for (size_t i = 0; i < faults; i++) {
    const vp_fault *fault = vp_localization_fault(found, i);
    judgement j = {false, false};
    if (is_rounding(found, fault)) continue;
    if (fault->explanation_count > 0) {
      j = judge(network, &fault->explanations[0], t);
      corrections += fault->explanations[0].correction_count;
    }
    alone = alone && fault->set_count == 1 && set_is_true(fault, 0, t);
    cells = cells && j.cells;
    values = values && j.values;
    decided = decided && fault->cells_decided;
    listed = listed && is_listed(network, fault, t);
    wrong = wrong || (fault->cells_decided && !j.cells) || (fault->is_decided && !j.values);
  }
  if (t->count > 0 && corrections != t->count) cells = values = false;
  to->noticed++;
  to->alone += alone;
  to->alone_first += alone && cells;
  to->cells_first += cells;
  to->values_first += values;
  to->decided += decided && !wrong;
  to->wrong += wrong;
  to->ties += !decided && !wrong && listed;
  to->missed += !decided && !wrong && !listed;
}

static bool is_verbose;

static void show(const char *shape_name, const char *slip, uint64_t seed, const tally *before,
                 const tally *after) {
  if (is_verbose && (after->wrong > before->wrong || after->missed > before->missed))
    printf("%s: %s, %s, seed %llu\n", after->wrong > before->wrong ? "wrong" : "missed", shape_name,
           slip, (unsigned long long)seed);
}

/* false when the shape has no place for the slip. */
static bool try_once(tally *to, const shape_kind *kind, const slip_kind *slip, uint64_t seed) {
  static shape sound, s;
  truth t;
  uint64_t start = seed, attempts = 0;
  sound.count = sound.sum_count = 0;
  kind->make(&sound, &seed);
  do {
    s = sound;
    t = (truth){.slip = slip->slip};
    if (++attempts > 200) return false;
  } while (!slip->make(&s, &t, &seed, slip->slip));
  vp_network *network = shape_network(&s);
  vp_localize_options options = VP_LOCALIZE_OPTIONS_INIT;
  options.max_sets = 1000;
  vp_localization *found = localize_with(network, &options);
  tally before = *to;
  to->trials++;
  if (vp_localization_fault_count(found) > 0) count_result(to, network, found, &t);
  show(kind->name, slip->name, start, &before, to);
  vp_localization_free(found);
  vp_network_free(network);
  return true;
}

static double share(unsigned part, unsigned whole) { return whole == 0 ? 0 : 100.0 * part / whole; }

static void print_heading(const char *what) {
  printf("\n%-22s %7s %8s %9s %9s %6s %7s %9s %6s %6s %6s\n", what, "trials", "noticed", "one set",
         "… first", "cells", "values", "decided", "tie", "missed", "wrong");
}

/* All but the first two columns are shares of what was noticed; "… first" of those with one set. */
static void print_tally(const char *name, const tally *t) {
  printf("%-22s %7u %7.1f%% %8.1f%% %8.1f%% %5.1f%% %6.1f%% %8.1f%% %5.1f%% %5.1f%% %5.2f%%\n",
         name, t->trials, share(t->noticed, t->trials), share(t->alone, t->noticed),
         share(t->alone_first, t->alone), share(t->cells_first, t->noticed),
         share(t->values_first, t->noticed), share(t->decided, t->noticed),
         share(t->ties, t->noticed), share(t->missed, t->noticed), share(t->wrong, t->noticed));
}

/* Of |e1 + … + en| being at least t, where each e lies anywhere between -½ and ½ (Irwin 1927, Hall
 * 1927). */
static double chance_beyond(unsigned n, double t) {
  double chance = 0, factor = 2; /* (-1)^k / (k! (n - k)!), both tails */
  for (unsigned i = 2; i <= n; i++) factor /= i;
  for (unsigned k = 0; k <= n && k < n / 2.0 - t; k++) {
    chance += factor * pow(n / 2.0 - t - k, n);
    factor *= -(double)(n - k) / (k + 1);
  }
  return chance;
}

/* How often honest rounding makes a sum doubtful. What n figures differ by from a total that is
 * printed like them is the nearest whole number to the sum of their rounding errors. Where the
 * total is coarser it never happens: 3σ is more than H. */
static double chance_of_doubt(const shape *s, const sum *of) {
  const figure *total = &s->figures[of->total], *part = &s->figures[of->parts[0]];
  if (part->unit != total->unit || part->decimals != total->decimals) return 0;
  double doubtful = floor(3 * sqrt(((double)of->count + 1) / 12) + 1e-9) + 1;
  return chance_beyond((unsigned)of->count, doubtful - 0.5);
}

/* Sound networks raise nothing above a note, but for the sums that chance makes doubtful. */
static void try_sound(unsigned trials, uint64_t seed) {
  static shape s;
  unsigned impossible = 0, doubtful = 0, sums = 0;
  double expected = 0;
  for (unsigned i = 0; i < trials * SHAPE_KINDS; i++) {
    s.count = s.sum_count = 0;
    shape_kinds[i % SHAPE_KINDS].make(&s, &seed);
    vp_network *network = shape_network(&s);
    if (vp_network_judge(network, NULL) != VP_OK) abort();
    for (uint32_t j = 0; j < s.sum_count; j++) expected += chance_of_doubt(&s, &s.sums[j]);
    for (size_t j = 0; j < vp_network_relation_count(network); j++) {
      vp_verdict verdict = vp_network_relation(network, j)->verdict;
      impossible += verdict == VP_VERDICT_IMPOSSIBLE;
      doubtful += verdict == VP_VERDICT_DOUBTFUL;
      sums++;
    }
    vp_network_free(network);
  }
  printf("sound networks: %u sums, %u impossible, %u doubtful; by chance %.1f, give or take %.1f\n",
         sums, impossible, doubtful, expected, sqrt(expected));
}

int main(int count, char **arguments) {
  unsigned trials = count > 1 ? (unsigned)strtoul(arguments[1], NULL, 10) : 200;
  uint64_t seed = count > 2 ? strtoull(arguments[2], NULL, 10) : 1;
  static tally by_slip[SLIP_KINDS], by_shape[SHAPE_KINDS];
  tally all = {0};
  is_verbose = count > 3;
  try_sound(trials, seed);
  for (size_t i = 0; i < SLIP_KINDS; i++)
    for (size_t j = 0; j < SHAPE_KINDS; j++) {
      tally here = {0};
      for (unsigned k = 0; k < trials; k++)
        (void)try_once(&here, &shape_kinds[j], &slip_kinds[i], random_next(&seed));
      add_tally(&by_slip[i], &here);
      add_tally(&by_shape[j], &here);
      add_tally(&all, &here);
    }
  print_heading("kind of slip");
  for (size_t i = 0; i < SLIP_KINDS; i++) print_tally(slip_kinds[i].name, &by_slip[i]);
  print_heading("shape of network");
  for (size_t j = 0; j < SHAPE_KINDS; j++) print_tally(shape_kinds[j].name, &by_shape[j]);
  print_tally("all", &all);
  return all.wrong > 0;
}
