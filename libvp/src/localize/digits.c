#include "localize/digits.h"

enum { MOST_DIGITS = 16 };

static const int64_t powers[] = {1,
                                 10,
                                 100,
                                 1000,
                                 10000,
                                 100000,
                                 1000000,
                                 10000000,
                                 100000000,
                                 1000000000,
                                 10000000000,
                                 100000000000,
                                 1000000000000,
                                 10000000000000,
                                 100000000000000,
                                 1000000000000000,
                                 10000000000000000,
                                 100000000000000000,
                                 1000000000000000000};
enum { POWERS = sizeof powers / sizeof *powers };

typedef struct figure {
  vp_edit *out;
  size_t count;
  int64_t size; /* of the coefficient */
  int32_t fraction, digits;
  vp_range ranges[3];        /* for sizes */
  int64_t nearest, farthest; /* how far from size the range without a shift is, and reaches */
  bool is_negative;
} figure;

int32_t vp_digit_count(int64_t coefficient, int32_t fraction) {
  int64_t size = coefficient < 0 ? -coefficient : coefficient;
  int32_t count = 1;
  while (count < POWERS && size >= powers[count]) count++;
  return count > fraction ? count : fraction + 1;
}

static void add(figure *f, int64_t size, int32_t shift, vp_slip slip) {
  const vp_range *range = &f->ranges[shift + 1];
  if (size < range->low || size > range->high || f->count == VP_EDITS_MAX) return;
  f->out[f->count++] = (vp_edit){f->is_negative ? -size : size, shift, slip};
}

/* How far a number is from the range for a shift. */
static int64_t distance(const figure *f, int32_t shift, int64_t number) {
  const vp_range *range = &f->ranges[shift + 1];
  return number < range->low    ? range->low - number
         : number > range->high ? number - range->high
                                : 0;
}

/* The first position at which a digit can make up for a distance. */
static int32_t place_of(int64_t apart) {
  int32_t at = 0;
  while (at + 1 < POWERS && 9 * powers[at] < apart) at++;
  return at;
}

/* The first of those for the range without a shift and the one with it. */
static int32_t place_beside(const figure *f, int32_t shift, int64_t number) {
  int32_t own = place_of(distance(f, 0, number));
  if (f->fraction == 0) return own;
  int32_t other = place_of(distance(f, shift, number));
  return other < own ? other : own;
}

/* Whether one to nine such steps lead into the range. */
static bool may_step(const figure *f, int64_t step) {
  int64_t steps = f->nearest > step ? (f->nearest + step - 1) / step : 1;
  return steps <= 9 && steps * step <= f->farthest;
}

static int64_t divide_up(int64_t a, int64_t b) { return a <= 0 ? -(-a / b) : (a - 1) / b + 1; }

static int64_t divide_down(int64_t a, int64_t b) { return a < 0 ? -((-a - 1) / b + 1) : a / b; }

/* base with each digit at that position that brings it into the range. */
static void fill(figure *f, int64_t base, int32_t position, int32_t lowest, int32_t shift,
                 vp_slip slip) {
  const vp_range *range = &f->ranges[shift + 1];
  if (range->low > base + 9 * powers[position] || range->high < base) return;
  int64_t from = divide_up(range->low - base, powers[position]);
  int64_t to = divide_down(range->high - base, powers[position]);
  if (from < lowest) from = lowest;
  if (to > 9) to = 9;
  for (int64_t digit = from; digit <= to; digit++)
    if (base + digit * powers[position] != f->size || shift != 0)
      add(f, base + digit * powers[position], shift, slip);
}

static void left_out(figure *f) {
  for (int32_t at = place_beside(f, -1, 10 * f->size); at <= f->digits; at++) {
    if (at == f->digits && !may_step(f, powers[at])) continue;
    int64_t base = f->size / powers[at] * powers[at + 1] + f->size % powers[at];
    int32_t lowest = at == f->digits ? 1 : 0;
    fill(f, base, at, lowest, 0, VP_SLIP_DIGIT_LEFT_OUT);
    if (at <= f->fraction && f->fraction > 0) fill(f, base, at, lowest, -1, VP_SLIP_DIGIT_LEFT_OUT);
  }
}

static void added(figure *f) {
  for (int32_t at = place_beside(f, 1, f->size / 10); at < f->digits; at++) {
    int64_t size = f->size / powers[at + 1] * powers[at] + f->size % powers[at];
    for (int32_t shift = 0; shift <= (at < f->fraction ? 1 : 0); shift++)
      if (f->digits - 1 > f->fraction - shift &&
          vp_digit_count(size, f->fraction - shift) == f->digits - 1)
        add(f, size, shift, VP_SLIP_DIGIT_ADDED);
  }
}

static void changed(figure *f) {
  for (int32_t at = place_of(f->nearest); at < f->digits; at++) {
    if (!may_step(f, powers[at])) continue;
    int64_t base = f->size - f->size / powers[at] % 10 * powers[at];
    bool is_leading = at == f->digits - 1 && f->digits > f->fraction + 1;
    fill(f, base, at, is_leading ? 1 : 0, 0, VP_SLIP_DIGIT_CHANGED);
  }
}

static void swapped(figure *f) {
  for (int32_t at = place_of(f->nearest / 9); at + 1 < f->digits; at++) {
    if (!may_step(f, 9 * powers[at])) continue;
    int64_t right = f->size / powers[at] % 10, left = f->size / powers[at + 1] % 10;
    bool is_leading = at + 2 == f->digits && f->digits > f->fraction + 1;
    if (left == right || (is_leading && right == 0)) continue;
    add(f, f->size + (right - left) * (powers[at + 1] - powers[at]), 0, VP_SLIP_DIGITS_SWAPPED);
  }
}

size_t vp_digit_edits(vp_edit *out, int64_t coefficient, int32_t fraction, const vp_range *ranges,
                      unsigned slips) {
  figure f = {.out = out, .fraction = fraction, .is_negative = coefficient < 0};
  f.size = f.is_negative ? -coefficient : coefficient;
  f.digits = vp_digit_count(f.size, fraction);
  if (f.digits > MOST_DIGITS) return 0;
  for (int i = 0; i < 3; i++) {
    bool turn = f.is_negative;
    f.ranges[i] =
        (vp_range){turn ? -ranges[i].high : ranges[i].low, turn ? -ranges[i].low : ranges[i].high};
    if (f.ranges[i].low < 0) f.ranges[i].low = 0;
  }
  f.nearest = distance(&f, 0, f.size);
  f.farthest = f.ranges[1].high - f.size;
  if (f.farthest < f.size - f.ranges[1].low) f.farthest = f.size - f.ranges[1].low;
  if (slips >> VP_SLIP_DIGITS_SWAPPED & 1) swapped(&f);
  if (slips >> VP_SLIP_DIGIT_LEFT_OUT & 1) left_out(&f);
  if (slips >> VP_SLIP_DIGIT_ADDED & 1) added(&f);
  if (slips >> VP_SLIP_DIGIT_CHANGED & 1) changed(&f);
  return f.count;
}

int vp_digit_outcomes(vp_slip slip, int32_t digits) {
  switch (slip) {
    case VP_SLIP_DIGIT_LEFT_OUT: return digits + 1;
    case VP_SLIP_DIGIT_ADDED: return 10 * digits;
    case VP_SLIP_DIGIT_CHANGED: return 9 * digits;
    default: return digits > 1 ? digits - 1 : 1;
  }
}
