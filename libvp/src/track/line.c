#include "track/line.h"

#include <math.h>

#include "base/context.h"

static const double normal_critical = 1.6448536269514722;

size_t vp_kendall_critical(size_t count) {
  static const uint8_t critical[] = {0, 0, 0, 0, 6, 8, 11, 13, 16, 18, 21};
  return count < sizeof critical ? critical[count] : 0;
}

double vp_student_critical(size_t degrees) {
  const double x = normal_critical, y = x * x, n = (double)degrees;
  const double first = (y + 1) * x / 4;
  const double second = ((5 * y + 16) * y + 3) * x / 96;
  const double third = (((3 * y + 19) * y + 17) * y - 15) * x / 384;
  const double fourth = ((((79 * y + 776) * y + 1482) * y - 1920) * y - 945) * x / 92160;
  return x + (first + (second + (third + fourth / n) / n) / n) / n;
}

static void swap(double *a, double *b) {
  double kept = *a;
  *a = *b;
  *b = kept;
}

/* The value that would stand at that rank, from 0, were they sorted; they change places. Pivots
 * from all over make no usual order of the values a slow one. */
static double value_at(double *values, size_t count, size_t rank) {
  size_t low = 0, high = count - 1;
  uint32_t spread = 1;
  while (low < high) {
    spread = spread * 1664525u + 1013904223u;
    const double pivot = values[low + spread % (high - low + 1)];
    size_t i = low, j = high;
    for (;;) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i >= j) break;
      swap(&values[i++], &values[j--]);
    }
    /* They stand on one that equals the pivot, or j is just before i. */
    if (rank < i)
      high = i - 1;
    else if (rank > j)
      low = j + 1;
    else
      break;
  }
  return values[rank];
}

static double median(double *values, size_t count) {
  double upper = value_at(values, count, count / 2);
  if (count % 2 != 0) return upper;
  return (value_at(values, count, count / 2 - 1) + upper) / 2;
}

/* How many pairwise slopes, from either end, come up to the end of the range and with it; 0 for no
 * range. */
static size_t end_rank(size_t count, size_t pairs) {
  if (count <= 10) {
    size_t critical = vp_kendall_critical(count);
    return critical != 0 ? (pairs - critical) / 2 + 1 : 0;
  }
  double n = (double)count;
  double deviation = sqrt(n * (n - 1) * (2 * n + 5) / 18);
  return (size_t)(((double)pairs - normal_critical * deviation) / 2);
}

static vp_estimate slope_of(double *slopes, const vp_point *points, size_t count) {
  size_t pairs = 0;
  for (size_t i = 1; i < count; i++)
    for (size_t j = 0; j < i; j++)
      slopes[pairs++] = (points[i].value - points[j].value) / (points[i].time - points[j].time);
  vp_estimate slope = {.value = median(slopes, pairs)};
  size_t rank = end_rank(count, pairs);
  if (rank == 0) return slope;
  slope.has_range = true;
  slope.low = value_at(slopes, pairs, rank - 1);
  slope.high = value_at(slopes, pairs, pairs - rank);
  return slope;
}

static double deviation_of(const vp_line *line, const vp_point *points, double step) {
  double sum = 0;
  for (size_t i = 0; i < line->count; i++) {
    double expected = line->intercept + line->slope.value * points[i].time;
    sum += (points[i].value - expected) * (points[i].value - expected);
  }
  return fmax(sqrt(sum / (double)(line->count - 2)), step / sqrt(12));
}

vp_status vp_line_fit(vp_line *out, const vp_context *context, const vp_point *points, size_t count,
                      double step) {
  double *scratch = vp_alloc(context, count * (count - 1) / 2 * sizeof *scratch);
  if (scratch == NULL) return VP_ERROR_MEMORY;
  vp_line line = {.slope = slope_of(scratch, points, count), .count = count};
  /* From three points on there are at least as many pairs as points. */
  for (size_t i = 0; i < count; i++)
    scratch[i] = points[i].value - line.slope.value * points[i].time;
  line.intercept = median(scratch, count);
  vp_free(context, scratch);

  for (size_t i = 0; i < count; i++) line.mean += points[i].time / (double)count;
  for (size_t i = 0; i < count; i++)
    line.sum_squares += (points[i].time - line.mean) * (points[i].time - line.mean);
  line.deviation = deviation_of(&line, points, step);
  *out = line;
  return VP_OK;
}

vp_estimate vp_line_at(const vp_line *line, double time) {
  vp_estimate estimate = {.value = line->intercept + line->slope.value * time};
  if (line->count < VP_LINE_MIN_RANGE_POINTS) return estimate;
  double distance = time - line->mean;
  double half = vp_student_critical(line->count - 2) * line->deviation *
                sqrt(1 + 1 / (double)line->count + distance * distance / line->sum_squares);
  estimate.has_range = true;
  estimate.low = estimate.value - half;
  estimate.high = estimate.value + half;
  return estimate;
}
