#include "track/trend.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/context.h"
#include "model/figure.h"
#include "track/compare.h"
#include "track/line.h"
#include "track/outlook.h"
#include "track/series.h"

/* The start of a day, or its end when days is 1. */
static double years(vp_date date, int days) {
  vp_date last = {.year = date.year, .month = date.month, .day = 31};
  while (!vp_date_is_valid(last)) last.day--;
  return date.year + (date.month - 1 + (double)(date.day - 1 + days) / last.day) / 12;
}

static double length_of(vp_period period) { return years(period.last, 1) - years(period.first, 0); }

double vp_period_middle(vp_period period) {
  return (years(period.first, 0) + years(period.last, 1)) / 2;
}

static bool has_days(vp_period period) {
  return vp_period_is_known(period) && period.kind != VP_PERIOD_SEASON;
}

static bool is_as_long(vp_period period, double length) {
  return fabs(length_of(period) - length) <= length / 5;
}

/* Two middles that differ do so by half a day or more; the rest is rounding. */
static bool is_same_time(double a, double b) { return fabs(a - b) < 0.001; }

static int by_length(const void *a, const void *b) {
  const vp_observation *const *x = a, *const *y = b;
  double first = length_of((*x)->period), second = length_of((*y)->period);
  return (first > second) - (first < second);
}

static int by_time(const void *a, const void *b) {
  const vp_observation *const *x = a, *const *y = b;
  double first = vp_period_middle((*x)->period), second = vp_period_middle((*y)->period);
  if (!is_same_time(first, second)) return first > second ? 1 : -1;
  return ((*x)->base.index > (*y)->base.index) - ((*x)->base.index < (*y)->base.index);
}

static vp_unit unit_of(const vp_indicator *indicator) {
  const vp_quantity missing = {.state = VP_QUANTITY_MISSING};
  const vp_observation *latest = vp_series_latest(indicator);
  vp_unit unit = (vp_unit)vp_indicator_complete(indicator, missing).unit;
  return unit != VP_UNIT_NONE || latest == NULL ? unit : (vp_unit)latest->value.unit;
}

static const vp_observation *last_method_change(const vp_indicator *indicator) {
  const vp_observation *last = NULL;
  for (size_t i = 0; i < indicator->observations.count; i++) {
    const vp_observation *found = VP_ITEM(vp_observation, indicator->observations, i);
    if (found->method_changed && (last == NULL || vp_observation_is_later(found, last)))
      last = found;
  }
  return last;
}

static bool is_bound(vp_quantity quantity) {
  switch ((vp_qualifier)quantity.qualifier) {
    case VP_QUALIFIER_OVER:
    case VP_QUALIFIER_UNDER:
    case VP_QUALIFIER_AT_LEAST:
    case VP_QUALIFIER_AT_MOST: return true;
    default: return false;
  }
}

static bool is_usable(const vp_indicator *indicator, const vp_observation *observation,
                      vp_unit unit) {
  const vp_quantity any = {.state = VP_QUANTITY_NUMBER, .unit = (uint8_t)unit};
  vp_quantity value = vp_observation_value(indicator, observation);
  return has_days(observation->period) && vp_observation_is_whole(observation) &&
         !is_bound(value) && vp_quantity_is_comparable(value, any);
}

static size_t collect(const vp_observation **out, const vp_indicator *indicator, vp_unit unit) {
  const vp_observation *change = last_method_change(indicator);
  size_t count = 0;
  for (size_t i = 0; i < indicator->observations.count; i++) {
    const vp_observation *found = VP_ITEM(vp_observation, indicator->observations, i);
    if ((change == NULL || !vp_observation_is_later(change, found)) &&
        is_usable(indicator, found, unit))
      out[count++] = found;
  }
  return count;
}

/* Years among quarters, or the reverse, are another series. */
static size_t keep_as_long(const vp_observation **items, size_t count) {
  qsort(items, count, sizeof *items, by_length);
  double length = length_of(items[count / 2]->period);
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (is_as_long(items[i]->period, length)) items[kept++] = items[i];
  return kept;
}

static size_t keep_one_a_time(const vp_observation **items, size_t count) {
  qsort(items, count, sizeof *items, by_time);
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || !is_same_time(vp_period_middle(items[kept - 1]->period),
                                   vp_period_middle(items[i]->period)))
      items[kept++] = items[i];
  return kept;
}

static size_t keep_last(const vp_observation **items, size_t count) {
  if (count <= VP_LINE_MAX_POINTS) return count;
  memmove(items, items + (count - VP_LINE_MAX_POINTS), VP_LINE_MAX_POINTS * sizeof *items);
  return VP_LINE_MAX_POINTS;
}

static void forecast(vp_indicator_track *out, const vp_indicator *indicator, const vp_line *line,
                     const vp_observation *last, int32_t exponent) {
  const vp_target *target = indicator->target;
  if (target == NULL || !has_days(target->period) ||
      !is_as_long(target->period, length_of(last->period)))
    return;
  double time = vp_period_middle(target->period), end = vp_period_middle(last->period);
  if (time <= end || is_same_time(time, end)) return;
  out->has_forecast = true;
  out->forecast = vp_line_at(line, time);
  out->forecast_meets = vp_outlook_of(indicator, out->forecast, out->trend_unit, exponent);
}

/* Takes the line through the items, which are in order. */
static vp_status fit(vp_indicator_track *out, const vp_context *context,
                     const vp_indicator *indicator, const vp_observation *const *items) {
  size_t count = out->trend_count;
  vp_point *points = vp_alloc(context, count * sizeof *points);
  if (points == NULL) return VP_ERROR_MEMORY;
  int32_t exponent = -VP_DECIMAL_MAX_EXPONENT;
  for (size_t i = 0; i < count; i++) {
    vp_quantity value =
        vp_quantity_convert(vp_observation_value(indicator, items[i]), out->trend_unit);
    points[i].time = vp_period_middle(items[i]->period);
    points[i].value = vp_decimal_to_double(value.value);
    if (value.value.exponent > exponent) exponent = value.value.exponent;
  }
  vp_line line;
  vp_status status =
      vp_line_fit(&line, context, points, count, vp_decimal_to_double((vp_decimal){1, exponent}));
  vp_free(context, points);
  if (status != VP_OK) return status;
  out->has_slope = true;
  out->slope = line.slope;
  out->intercept = line.intercept;
  forecast(out, indicator, &line, items[count - 1], exponent);
  return VP_OK;
}

vp_status vp_trend_find(vp_indicator_track *out, const vp_context *context,
                        const vp_indicator *indicator) {
  out->trend_unit = unit_of(indicator);
  size_t count = indicator->observations.count;
  if (count == 0) return VP_OK;
  const vp_observation **items = vp_alloc(context, count * sizeof *items);
  if (items == NULL) return VP_ERROR_MEMORY;
  count = collect(items, indicator, out->trend_unit);
  if (count > 0) count = keep_last(items, keep_one_a_time(items, keep_as_long(items, count)));
  out->trend_count = count;
  vp_status status = VP_OK;
  if (count >= VP_LINE_MIN_POINTS) status = fit(out, context, indicator, items);
  vp_free(context, items);
  return status;
}
