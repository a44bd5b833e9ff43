/* Known slips, made in a sound network. */
#ifndef TESTS_LOCALIZE_SLIPS_H
#define TESTS_LOCALIZE_SLIPS_H

#include "shapes.h"

enum { MOST_CHANGED = 64 };

/* What an explanation would have to say. */
typedef struct truth {
  uint32_t cells[MOST_CHANGED];
  vp_decimal values[MOST_CHANGED];
  size_t count; /* 0: no cell is wrong, but the row is */
  vp_slip slip;
  uint32_t table, row;
} truth;

static inline uint32_t pick(uint64_t *seed, uint32_t count) {
  return (uint32_t)random_between(seed, 0, (int64_t)count - 1);
}

/* Prints another number; false when it is the same. */
static inline bool misprint(shape *s, truth *t, uint32_t cell, vp_decimal printed) {
  vp_decimal old = s->figures[cell].printed;
  if (vp_decimal_compare(old, printed) == 0 || t->count == MOST_CHANGED) return false;
  t->cells[t->count] = cell;
  t->values[t->count++] = old;
  s->figures[cell].printed = printed;
  return true;
}

static inline int digits_of(vp_decimal a, char *digits) {
  int least = a.exponent < 0 ? 1 - a.exponent : 1;
  return snprintf(digits, 24, "%0*lld", least, (long long)vp_decimal_absolute(a).coefficient);
}

/* The number with other digits; false when nobody would print it. */
static inline bool set_digits(vp_decimal *a, const char *digits) {
  int least = a->exponent < 0 ? 1 - a->exponent : 1;
  int length = (int)strlen(digits);
  if (length < least || (length > least && digits[0] == '0')) return false;
  int64_t size = strtoll(digits, NULL, 10);
  a->coefficient = a->coefficient < 0 ? -size : size;
  return true;
}

static inline bool slip_digit(shape *s, truth *t, uint64_t *seed, vp_slip slip) {
  uint32_t cell = pick(seed, s->count);
  vp_decimal a = s->figures[cell].printed;
  char digits[26];
  size_t length = (size_t)digits_of(a, digits);
  size_t at = pick(seed, (uint32_t)length);
  char digit = (char)('0' + pick(seed, 10));
  switch (slip) {
    case VP_SLIP_DIGIT_LEFT_OUT: memmove(digits + at, digits + at + 1, length - at); break;
    case VP_SLIP_DIGIT_ADDED:
      memmove(digits + at + 1, digits + at, length - at + 1);
      digits[at] = digit;
      break;
    case VP_SLIP_DIGIT_CHANGED: digits[at] = digit; break;
    default:
      if (at == 0) return false;
      digits[at] ^= digits[at - 1];
      digits[at - 1] ^= digits[at];
      digits[at] ^= digits[at - 1];
  }
  return set_digits(&a, digits) && misprint(s, t, cell, a);
}

static inline bool slip_sign(shape *s, truth *t, uint64_t *seed, vp_slip slip) {
  uint32_t cell = pick(seed, s->count);
  (void)slip;
  return misprint(s, t, cell, vp_decimal_negate(s->figures[cell].printed));
}

static inline bool slip_factor(shape *s, truth *t, uint64_t *seed, vp_slip slip) {
  uint32_t cell = pick(seed, s->count);
  vp_decimal a = s->figures[cell].printed;
  int32_t step = slip == VP_SLIP_UNIT ? 3 : 1;
  a.exponent += random_between(seed, 0, 1) == 0 ? step : -step;
  if (a.exponent > -s->figures[cell].decimals)
    (void)vp_decimal_rescale(&a, a, -s->figures[cell].decimals);
  return misprint(s, t, cell, a);
}

static inline uint32_t neighbour(const shape *s, uint32_t cell, int rows, int columns) {
  const figure *f = &s->figures[cell];
  for (uint32_t i = 0; i < s->count && f->table != VP_NO_TABLE; i++) {
    const figure *g = &s->figures[i];
    if (g->table == f->table && g->row == f->row + (uint32_t)rows &&
        g->column == f->column + (uint32_t)columns)
      return i;
  }
  return VP_NO_CELL;
}

static inline bool slip_other_column(shape *s, truth *t, uint64_t *seed, vp_slip slip) {
  uint32_t cell = pick(seed, s->count), other = neighbour(s, cell, 0, 1);
  (void)slip;
  return other != VP_NO_CELL && misprint(s, t, cell, s->figures[other].printed);
}

static inline bool slip_exchanged(shape *s, truth *t, uint64_t *seed, vp_slip slip) {
  uint32_t cell = pick(seed, s->count);
  bool is_across = random_between(seed, 0, 1) == 0;
  uint32_t other = neighbour(s, cell, !is_across, is_across);
  (void)slip;
  if (other == VP_NO_CELL) return false;
  vp_decimal a = s->figures[cell].printed;
  return misprint(s, t, cell, s->figures[other].printed) && misprint(s, t, other, a);
}

static inline bool slip_columns(shape *s, truth *t, uint64_t *seed, vp_slip slip) {
  uint32_t model = pick(seed, s->count);
  (void)slip;
  if (neighbour(s, model, 0, 1) == VP_NO_CELL) return false;
  for (uint32_t i = 0; i < s->count; i++) {
    if (s->figures[i].table != s->figures[model].table ||
        s->figures[i].column != s->figures[model].column)
      continue;
    uint32_t other = neighbour(s, i, 0, 1);
    vp_decimal a = s->figures[i].printed;
    if (misprint(s, t, i, s->figures[other].printed)) (void)misprint(s, t, other, a);
  }
  return t->count > 0;
}

/* The sums of one row of totals, as far as they add up rows. */
static inline bool is_column_sum(const shape *s, const sum *of, const figure *total) {
  const figure *f = &s->figures[of->total], *part = &s->figures[of->parts[0]];
  return of->count >= 2 && f->table == total->table && f->row == total->row &&
         (f->table == VP_NO_TABLE ? f == total : part->table == f->table && part->row != f->row);
}

/* Totals that were added up without a row, or with a row twice. */
static inline bool slip_counted(shape *s, truth *t, uint64_t *seed, vp_slip slip) {
  const sum *model = &s->sums[pick(seed, s->sum_count)];
  const figure *total = &s->figures[model->total];
  if (!is_column_sum(s, model, total)) return false;
  uint32_t at = pick(seed, (uint32_t)model->count);
  for (uint32_t i = 0; i < s->sum_count; i++) {
    const sum *of = &s->sums[i];
    if (!is_column_sum(s, of, total)) continue;
    int64_t part = s->figures[of->parts[at]].amount;
    const figure *f = &s->figures[of->total];
    int64_t amount = f->amount + (slip == VP_SLIP_NOT_COUNTED ? -part : part);
    (void)misprint(s, t, of->total, print_amount(amount, f->unit, f->decimals));
  }
  return t->count > 0;
}

static inline void take_out(sum *of, size_t at) {
  memmove(of->parts + at, of->parts + at + 1, (--of->count - at) * sizeof *of->parts);
}

/* The row is not printed at all. */
static inline bool slip_row(shape *s, truth *t, uint64_t *seed, vp_slip slip) {
  const sum *model = &s->sums[pick(seed, s->sum_count)];
  const figure *total = &s->figures[model->total];
  if (total->table == VP_NO_TABLE || !is_column_sum(s, model, total)) return false;
  uint32_t at = pick(seed, (uint32_t)model->count);
  uint32_t row = s->figures[model->parts[at]].row;
  *t = (truth){.slip = slip, .table = total->table, .row = total->row};
  for (uint32_t i = 0; i < s->sum_count; i++) {
    sum *of = &s->sums[i];
    const figure *f = &s->figures[of->total];
    if (f->table == total->table && f->row == row) return false; /* it is a sum itself */
    if (is_column_sum(s, of, total)) take_out(of, at);
  }
  for (uint32_t i = 0; i < s->sum_count; i++) {
    const figure *f = &s->figures[s->sums[i].total];
    for (size_t j = 0; j < s->sums[i].count; j++) {
      const figure *part = &s->figures[s->sums[i].parts[j]];
      if (part->table == total->table && part->row == row && f->row != row) return false;
    }
  }
  return true;
}

/* The total is right, but its column is added up with a subtotal and the subtotal's parts. */
static inline bool slip_subtotal(shape *s, truth *t, uint64_t *seed, vp_slip slip) {
  const sum *model = &s->sums[pick(seed, s->sum_count)];
  const figure *total = &s->figures[model->total];
  if (!is_column_sum(s, model, total)) return false;
  uint32_t at = pick(seed, (uint32_t)model->count);
  const figure *sub = &s->figures[model->parts[at]];
  *t = (truth){.slip = slip, .table = sub->table, .row = sub->row};
  bool is_any = false;
  for (uint32_t i = 0; i < s->sum_count; i++) {
    sum *of = &s->sums[i];
    if (!is_column_sum(s, of, total)) continue;
    for (uint32_t j = 0; j < s->sum_count; j++) {
      const sum *parts = &s->sums[j];
      if (parts->total != of->parts[at] || parts->count < 2) continue;
      const figure *part = &s->figures[parts->parts[0]];
      if (part->table != sub->table || part->column != s->figures[of->total].column) continue;
      memmove(of->parts + at + parts->count, of->parts + at, (of->count - at) * sizeof *of->parts);
      memcpy(of->parts + at, parts->parts, parts->count * sizeof *of->parts);
      of->count += parts->count;
      is_any = true;
      break;
    }
  }
  return is_any;
}

typedef struct slip_kind {
  const char *name;
  vp_slip slip;
  bool (*make)(shape *s, truth *t, uint64_t *seed, vp_slip slip);
} slip_kind;

static const slip_kind slip_kinds[] = {
    {"digit left out", VP_SLIP_DIGIT_LEFT_OUT, slip_digit},
    {"digit added", VP_SLIP_DIGIT_ADDED, slip_digit},
    {"digit changed", VP_SLIP_DIGIT_CHANGED, slip_digit},
    {"digits swapped", VP_SLIP_DIGITS_SWAPPED, slip_digit},
    {"sign", VP_SLIP_SIGN, slip_sign},
    {"factor 10", VP_SLIP_FACTOR, slip_factor},
    {"unit, factor 1000", VP_SLIP_UNIT, slip_factor},
    {"other column's figure", VP_SLIP_OTHER_COLUMN, slip_other_column},
    {"two cells exchanged", VP_SLIP_EXCHANGED, slip_exchanged},
    {"columns exchanged", VP_SLIP_COLUMNS_EXCHANGED, slip_columns},
    {"row not counted", VP_SLIP_NOT_COUNTED, slip_counted},
    {"row counted twice", VP_SLIP_COUNTED_TWICE, slip_counted},
    {"subtotal beside parts", VP_SLIP_SUBTOTAL_COUNTED, slip_subtotal},
    {"row left out", VP_SLIP_ROW_LEFT_OUT, slip_row}};
enum { SLIP_KINDS = sizeof slip_kinds / sizeof *slip_kinds };

#endif
