#include "columns/elements.h"

static const vp_heading headings[] = {
    {"id", VP_COLUMN_TEXT},
    {"title", VP_COLUMN_TEXT},
    {"consequence", VP_COLUMN_NUMBER},
    {"consequence_name", VP_COLUMN_TEXT},
    {"consequence_text", VP_COLUMN_TEXT},
    {"likelihood", VP_COLUMN_NUMBER},
    {"likelihood_name", VP_COLUMN_TEXT},
    {"likelihood_text", VP_COLUMN_TEXT},
    {"stated", VP_COLUMN_NUMBER},
    {"computed", VP_COLUMN_NUMBER},
    {"value", VP_COLUMN_NUMBER},
    {"band", VP_COLUMN_TEXT},
    {"band_colour", VP_COLUMN_TEXT},
    {"control_count", VP_COLUMN_INTEGER},
};

static vp_vector **put_level(vp_vector **v, const vp_level_reading *level, const char *written) {
  bool is_number = level->state == VP_LEVEL_KNOWN || level->state == VP_LEVEL_OFF_SCALE;
  vp_vector_decimal(*v++, is_number, level->value);
  vp_vector_text(*v++, level->name);
  vp_vector_text(*v++, written);
  return v;
}

static void put_risk(vp_vector **v, const vp_risk_score *score) {
  const vp_risk *risk = VP_AS(vp_risk, score->risk);
  vp_vector_text(*v++, risk->base.id);
  vp_vector_text(*v++, risk->title);
  v = put_level(v, &score->consequence, risk->consequence.text);
  v = put_level(v, &score->likelihood, risk->likelihood.text);
  vp_vector_decimal(*v++, score->is_stated, score->stated);
  vp_vector_decimal(*v++, score->is_computed, score->computed);
  vp_vector_decimal(*v++, score->is_scored, score->value);
  vp_vector_text(*v++, score->band != NULL ? vp_element_text(score->band, "name", 0) : NULL);
  vp_vector_text(*v++, score->band != NULL ? vp_element_text(score->band, "colour", 0) : NULL);
  vp_vector_integer(*v, (int64_t)score->control_count);
}

vp_status vp_columns_of_risks(vp_columns **out, const vp_scoring *scoring, vp_error *error) {
  vp_columns *made =
      vp_columns_new(vp_plan_context(vp_scoring_plan(scoring)), vp_scoring_count(scoring), headings,
                     sizeof headings / sizeof *headings);
  for (size_t i = 0; made != NULL && i < made->row_count; i++)
    put_risk(made->vectors, vp_scoring_risk(scoring, i));
  return vp_columns_finish_with_fields(out, made, vp_scoring_plan(scoring), "risk", error);
}
