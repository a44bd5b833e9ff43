#include "columns/elements.h"
#include "model/figure.h"
#include "track/compare.h"

static const vp_heading headings[] = {
    {"id", VP_COLUMN_TEXT},
    {"name", VP_COLUMN_TEXT},
    {"unit", VP_COLUMN_TEXT},
    {"target", VP_COLUMN_TEXT},
    {"target_value", VP_COLUMN_NUMBER},
    {"target_value_text", VP_COLUMN_TEXT},
    {"target_period", VP_COLUMN_TEXT},
    {"status", VP_COLUMN_TEXT},
    {"better", VP_COLUMN_TEXT},
    {"latest_period", VP_COLUMN_TEXT},
    {"latest", VP_COLUMN_NUMBER},
    {"latest_text", VP_COLUMN_TEXT},
    {"previous_period", VP_COLUMN_TEXT},
    {"previous", VP_COLUMN_NUMBER},
    {"previous_text", VP_COLUMN_TEXT},
    {"outcome_period", VP_COLUMN_TEXT},
    {"outcome", VP_COLUMN_NUMBER},
    {"outcome_text", VP_COLUMN_TEXT},
    {"baseline_period", VP_COLUMN_TEXT},
    {"baseline", VP_COLUMN_NUMBER},
    {"baseline_text", VP_COLUMN_TEXT},
    {"change", VP_COLUMN_NUMBER},
    {"slope", VP_COLUMN_NUMBER},
    {"slope_low", VP_COLUMN_NUMBER},
    {"slope_high", VP_COLUMN_NUMBER},
    {"forecast", VP_COLUMN_NUMBER},
    {"forecast_low", VP_COLUMN_NUMBER},
    {"forecast_high", VP_COLUMN_NUMBER},
    {"outlook", VP_COLUMN_TEXT},
};

static const char *better_name(vp_better better) {
  switch (better) {
    case VP_BETTER_UNKNOWN: break;
    case VP_BETTER_HIGHER: return "higher";
    case VP_BETTER_LOWER: return "lower";
  }
  return NULL;
}

static const char *outlook_name(vp_outlook outlook) {
  switch (outlook) {
    case VP_OUTLOOK_NONE: break;
    case VP_OUTLOOK_UNLIKELY: return "unlikely";
    case VP_OUTLOOK_UNCERTAIN: return "uncertain";
    case VP_OUTLOOK_LIKELY: return "likely";
  }
  return NULL;
}

/* The one field by which a target says what it expects; NULL for no target. */
static const vp_field *expectation_of(const vp_element *target) {
  for (size_t i = 0; target != NULL && i < target->shape->field_count; i++) {
    const vp_field *field = &target->shape->fields[i];
    if ((field->flags & VP_FIELD_ONE_OF) != 0 && vp_element_has(target, field)) return field;
  }
  return NULL;
}

/* In the indicator's unit, if it is an amount of money. */
static void put_number(vp_vector *v, const vp_indicator_track *track, vp_quantity quantity) {
  quantity = vp_indicator_complete(VP_AS(vp_indicator, track->indicator), quantity);
  quantity = vp_quantity_convert(quantity, track->trend_unit);
  vp_vector_decimal(v, quantity.state == VP_QUANTITY_NUMBER, quantity.value);
}

/* Both ends of a range. */
static void put_written(vp_vector *v, const vp_element *target, const vp_field *field) {
  const char *from = vp_element_field_text(target, field, 0);
  const char *to = vp_element_field_text(target, field, 1);
  if (from != NULL && to != NULL) {
    vp_buffer_printf(&v->text, "%s – ", from);
    from = to;
  }
  vp_vector_text(v, from);
}

static vp_vector **put_nulls(vp_vector **v, size_t count) {
  while (count-- > 0) vp_vector_null(*v++);
  return v;
}

static vp_vector **put_target(vp_vector **v, const vp_indicator_track *track) {
  const vp_element *target = track->target;
  const vp_field *field = expectation_of(target);
  if (field == NULL) return put_nulls(v, 4);
  bool is_single = field->kind == VP_FIELD_QUANTITY;
  vp_vector_text(*v++, field->key);
  put_number(*v++, track, vp_element_quantity(target, is_single ? field->key : "", 0));
  put_written(*v++, target, field);
  vp_vector_text(*v++, VP_AS(vp_target, target)->period.text);
  return v;
}

static vp_vector **put_observation(vp_vector **v, const vp_indicator_track *track,
                                   const vp_element *element) {
  if (element == NULL) return put_nulls(v, 3);
  const vp_observation *observation = VP_AS(vp_observation, element);
  vp_vector_text(*v++, observation->period.text);
  put_number(*v++, track, observation->value);
  vp_vector_text(*v++, observation->value.text);
  return v;
}

static void put_double(vp_vector *v, bool is_known, double value) {
  if (is_known)
    vp_vector_number(v, value);
  else
    vp_vector_null(v);
}

static vp_vector **put_estimate(vp_vector **v, bool is_known, const vp_estimate *estimate) {
  put_double(*v++, is_known, estimate->value);
  put_double(*v++, is_known && estimate->has_range, estimate->low);
  put_double(*v++, is_known && estimate->has_range, estimate->high);
  return v;
}

static void put_indicator(vp_vector **v, const vp_indicator_track *track) {
  const vp_indicator *indicator = VP_AS(vp_indicator, track->indicator);
  vp_vector_text(*v++, indicator->base.id);
  vp_vector_text(*v++, indicator->name);
  if (indicator->unit != NULL)
    vp_vector_text(*v++, indicator->unit);
  else
    vp_vector_unit(*v++, track->trend_unit);
  v = put_target(v, track);
  vp_vector_text(*v++, vp_indicator_status_name(track->status));
  vp_vector_text(*v++, better_name(track->better));
  v = put_observation(v, track, track->latest);
  v = put_observation(v, track, track->previous);
  v = put_observation(v, track, track->outcome);
  v = put_observation(v, track, track->baseline);
  vp_vector_decimal(*v++, track->has_change, track->change);
  v = put_estimate(v, track->has_slope, &track->slope);
  v = put_estimate(v, track->has_forecast, &track->forecast);
  vp_vector_text(*v, outlook_name(track->forecast_meets));
}

vp_status vp_columns_of_indicators(vp_columns **out, const vp_tracking *tracking, vp_error *error) {
  vp_columns *made =
      vp_columns_new(vp_plan_context(vp_tracking_plan(tracking)), vp_tracking_count(tracking),
                     headings, sizeof headings / sizeof *headings);
  for (size_t i = 0; made != NULL && i < made->row_count; i++)
    put_indicator(made->vectors, vp_tracking_indicator(tracking, i));
  return vp_columns_finish_with_fields(out, made, vp_tracking_plan(tracking), "indicator", error);
}
