#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "base/allocator.h"
#include "base/context.h"
#include "base/random.h"
#include "track/line.h"

enum { MAX_COUNT = 24 };

static void assert_near(double found, double wanted) {
  if (!(fabs(found - wanted) <= 1e-9 * (1 + fabs(wanted))))
    fail_msg("%.17g, not %.17g", found, wanted);
}

static vp_line fit(const vp_point *points, size_t count, double step) {
  vp_line line;
  assert_int_equal(vp_line_fit(&line, vp_context_or_default(NULL), points, count, step), VP_OK);
  return line;
}

static void lines_by_hand(void **state) {
  (void)state;
  static const struct {
    size_t count;
    vp_point points[10];
    double slope, intercept, low, high;
  } cases[] = {
      {3, {{1, 1}, {2, 2}, {3, 3}}, 1, 0, 0, 0},
      {3, {{1, 1}, {2, 9}, {4, 3}}, 2.0 / 3, 1.0 / 3, 0, 0},
      /* slopes -1, 0.5, 1.5, 5/3, 2, 4 */
      {4, {{1, 1}, {2, 3}, {3, 2}, {4, 6}}, 19.0 / 12, -11.0 / 24, -1, 4},
      /* slopes -0.15, -0.13, -0.08, -0.07, -0.0575, -0.055, -0.045, -0.1/3, 0.01, 0.04 */
      {5, {{1, 1.26}, {2, 1.27}, {3, 1.12}, {4, 1.16}, {5, 1.03}}, -0.05625, 1.31625, -0.13, 0.01},
      /* ties; of the last, slopes 0 (4 times), 1/4, 1/3, 1/3, 1/2, 1/2, 1 */
      {4, {{1, 7}, {2, 7}, {3, 7}, {4, 7}}, 0, 7, 0, 0},
      {5, {{1, 1}, {2, 1}, {3, 2}, {4, 2}, {5, 2}}, 7.0 / 24, 17.0 / 24, 0, 0.5},
      /* one wild value */
      {9,
       {{0, 0}, {1, 2}, {2, 4}, {3, 1000}, {4, 8}, {5, 10}, {6, 12}, {7, 14}, {8, 16}},
       2,
       0,
       2,
       2},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_line line = fit(cases[i].points, cases[i].count, 0);
    assert_near(line.slope.value, cases[i].slope);
    assert_near(line.intercept, cases[i].intercept);
    assert_int_equal(line.slope.has_range, cases[i].count > 3);
    if (!line.slope.has_range) continue;
    assert_near(line.slope.low, cases[i].low);
    assert_near(line.slope.high, cases[i].high);
  }
}

static void a_prediction_by_hand(void **state) {
  (void)state;
  static const vp_point points[] = {{1, 1}, {2, 3}, {3, 2}, {4, 6}};
  vp_line line = fit(points, 4, 1);
  vp_estimate estimate = vp_line_at(&line, 5);
  assert_near(estimate.value, 179.0 / 24);
  /* residuals -1/8, 7/24, -55/24, 1/8; t(2) is 2.91999 */
  double half = 2.91999 * sqrt((9 + 49 + 3025 + 9) / 576.0 / 2) * sqrt(1 + 1.0 / 4 + 6.25 / 5);
  assert_true(estimate.has_range);
  assert_true(fabs(estimate.high - estimate.value - half) < half * 0.003);
  assert_near(estimate.high + estimate.low, 2 * estimate.value);
  line = fit(points, 3, 1);
  assert_false(vp_line_at(&line, 5).has_range);
}

static void points_on_a_line_leave_the_rounding(void **state) {
  (void)state;
  static const vp_point points[] = {{0, 10}, {1, 12}, {2, 14}, {3, 16}};
  vp_line line = fit(points, 4, 1);
  vp_estimate estimate = vp_line_at(&line, 4);
  assert_near(estimate.value, 18);
  double half = vp_student_critical(2) * sqrt(1 / 12.0) * sqrt(1 + 1.0 / 4 + 6.25 / 5);
  assert_near(estimate.high, 18 + half);
  assert_near(estimate.low, 18 - half);
}

static void critical_values_are_those_of_kendalls_distribution(void **state) {
  (void)state;
  for (int n = 1; n <= 10; n++) {
    double orders[64] = {1}, all = 1; /* by their number of inversions */
    for (int i = 2; i <= n; i++) {
      double longer[64] = {0};
      for (int k = 0; k < 64; k++)
        for (int j = 0; j < i && j <= k; j++) longer[k] += orders[k - j];
      for (int k = 0; k < 64; k++) orders[k] = longer[k];
      all *= i;
    }
    int pairs = n * (n - 1) / 2, critical = 0;
    double tail = 0;
    for (int k = 0; k <= pairs; k++) {
      tail += orders[k];
      if (tail / all > 0.05) break;
      critical = pairs - 2 * k;
    }
    assert_int_equal(vp_kendall_critical((size_t)n), critical);
  }
}

static void critical_values_of_student(void **state) {
  (void)state;
  static const struct {
    size_t degrees;
    double value;
  } cases[] = {{2, 2.91999},  {3, 2.35336},  {4, 2.13185},   {5, 2.01505},
               {10, 1.81246}, {30, 1.69726}, {1998, 1.64562}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    double error = vp_student_critical(cases[i].degrees) / cases[i].value - 1;
    assert_true(fabs(error) < (cases[i].degrees == 2 ? 0.003 : 0.0005));
  }
}

static int by_value(const void *a, const void *b) {
  const double *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

static double middle(double *values, size_t count) {
  qsort(values, count, sizeof *values, by_value);
  return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

static size_t make_points(vp_point *out, uint64_t *random, int64_t spread) {
  size_t count = (size_t)random_between(random, VP_LINE_MIN_POINTS, MAX_COUNT);
  double time = 2000;
  for (size_t i = 0; i < count; i++) {
    time += (double)random_between(random, 1, 8) / 4;
    out[i] = (vp_point){time, (double)random_between(random, -spread, spread)};
  }
  return count;
}

static void medians_are_those_of_sorted_values(void **state) {
  (void)state;
  uint64_t random = 1;
  for (int round = 0; round < 500; round++) {
    vp_point points[MAX_COUNT];
    double slopes[MAX_COUNT * MAX_COUNT], levels[MAX_COUNT];
    size_t count = make_points(points, &random, round % 2 == 0 ? 2 : 1000), pairs = 0;
    for (size_t i = 0; i < count; i++)
      for (size_t j = i + 1; j < count; j++)
        slopes[pairs++] = (points[j].value - points[i].value) / (points[j].time - points[i].time);
    vp_line line = fit(points, count, 1);
    double slope = middle(slopes, pairs);
    assert_near(line.slope.value, slope);
    for (size_t i = 0; i < count; i++) levels[i] = points[i].value - slope * points[i].time;
    assert_near(line.intercept, middle(levels, count));
    if (!line.slope.has_range) continue;
    double n = (double)count, deviation = sqrt(n * (n - 1) * (2 * n + 5) / 18);
    double rank = ((double)pairs - 1.6448536 * deviation) / 2;
    if (count <= 10) rank = ((double)pairs - (double)vp_kendall_critical(count)) / 2 + 1;
    assert_near(line.slope.low, slopes[(size_t)rank - 1]);
    assert_near(line.slope.high, slopes[pairs - (size_t)rank]);
  }
}

/* Of the points moved, turned, stretched and in another order. */
static void a_line_moves_with_its_points(void **state) {
  (void)state;
  static const struct {
    double time_scale, time_shift, scale, shift, tilt;
  } moves[] = {{1, 0, 1, 0, 0},     {1, 0, 1, 100, 0},     {1, 0, 3, 0, 0}, {1, 0, -1, 0, 0},
               {-1, 4050, 1, 0, 0}, {12, -24000, 1, 0, 0}, {1, 0, 1, 0, 2}, {0.5, 7, -4, 9, -3}};
  uint64_t random = 2;
  for (size_t i = 0; i < 80 * (sizeof moves / sizeof *moves); i++) {
    size_t m = i / 80;
    vp_point points[MAX_COUNT], moved[MAX_COUNT];
    size_t count = make_points(points, &random, 40);
    double scale = moves[m].scale, rate = scale / moves[m].time_scale, tilt = moves[m].tilt;
    for (size_t j = 0; j < count; j++) {
      size_t place = (size_t)random_between(&random, 0, (int64_t)j);
      moved[j] = moved[place];
      moved[place].time = moves[m].time_scale * points[j].time + moves[m].time_shift;
      moved[place].value = scale * points[j].value + moves[m].shift + tilt * moved[place].time;
    }
    vp_line line = fit(points, count, 1), other = fit(moved, count, fabs(scale));
    assert_near(other.slope.value, rate * line.slope.value + tilt);
    double time = moves[m].time_scale * 2050 + moves[m].time_shift;
    double added = moves[m].shift + tilt * time;
    vp_estimate before = vp_line_at(&line, 2050), after = vp_line_at(&other, time);
    assert_near(after.value, scale * before.value + added);
    assert_int_equal(after.has_range, before.has_range);
    if (!after.has_range) continue;
    assert_near(after.low, scale * (scale < 0 ? before.high : before.low) + added);
    assert_near(after.high, scale * (scale < 0 ? before.low : before.high) + added);
    assert_near(other.slope.low, rate * (rate < 0 ? line.slope.high : line.slope.low) + tilt);
    assert_near(other.slope.high, rate * (rate < 0 ? line.slope.low : line.slope.high) + tilt);
  }
}

/* Near enough to a normal distribution. */
static double noise(uint64_t *random) {
  double sum = 0;
  for (int i = 0; i < 12; i++) sum += (double)random_between(random, 0, 1 << 20) / (1 << 20);
  return sum - 6;
}

static void ranges_hold_the_truth_nine_times_out_of_ten(void **state) {
  (void)state;
  enum { ROUNDS = 4000 };
  static const size_t counts[] = {4, 5, 6, 8, 10, 11, 20};
  uint64_t random = 3;
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
    int slopes = 0, values = 0;
    for (int round = 0; round < ROUNDS; round++) {
      vp_point points[MAX_COUNT];
      for (size_t j = 0; j < counts[i]; j++)
        points[j] = (vp_point){2000.5 + (double)j, 50 + 3 * (double)j + noise(&random)};
      double next = 50 + 3 * (double)counts[i] + noise(&random);
      vp_line line = fit(points, counts[i], 0.001);
      vp_estimate estimate = vp_line_at(&line, 2000.5 + (double)counts[i]);
      slopes += line.slope.low <= 3 && 3 <= line.slope.high;
      values += estimate.low <= next && next <= estimate.high;
    }
    if (slopes < ROUNDS * 0.89 || values < ROUNDS * 0.89 || values > ROUNDS * 0.93)
      fail_msg("%zu points: %d slopes and %d values", counts[i], slopes, values);
  }
}

static void many_equal_slopes_are_no_trouble(void **state) {
  (void)state;
  vp_point *points = calloc(VP_LINE_MAX_POINTS, sizeof *points);
  assert_non_null(points);
  for (size_t i = 0; i < VP_LINE_MAX_POINTS; i++)
    points[i] = (vp_point){(double)i, i % 5 == 0 ? 900 : 7};
  vp_line line = fit(points, VP_LINE_MAX_POINTS, 1);
  assert_near(line.slope.value, 0);
  assert_near(line.intercept, 7);
  free(points);
}

static void memory_that_runs_out_leaves_the_line_alone(void **state) {
  (void)state;
  counting_allocator counter = {.live = 0, .calls = -1};
  const vp_allocator allocator = counting(&counter);
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  counter.calls = 0;
  vp_line line = {.count = 77};
  const vp_point points[] = {{1, 1}, {2, 2}, {3, 3}};
  assert_int_equal(vp_line_fit(&line, context, points, 3, 1), VP_ERROR_MEMORY);
  assert_int_equal(line.count, 77);
  vp_context_free(context);
  assert_int_equal(counter.live, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lines_by_hand),
      cmocka_unit_test(a_prediction_by_hand),
      cmocka_unit_test(points_on_a_line_leave_the_rounding),
      cmocka_unit_test(critical_values_are_those_of_kendalls_distribution),
      cmocka_unit_test(critical_values_of_student),
      cmocka_unit_test(medians_are_those_of_sorted_values),
      cmocka_unit_test(a_line_moves_with_its_points),
      cmocka_unit_test(ranges_hold_the_truth_nine_times_out_of_ten),
      cmocka_unit_test(many_equal_slopes_are_no_trouble),
      cmocka_unit_test(memory_that_runs_out_leaves_the_line_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
