#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/score.h>

#include "allocator.h"
#include "models.h"

static vp_scoring *score(const vp_plan *plan) {
  vp_scoring *scoring = NULL;
  assert_int_equal(vp_score(&scoring, plan, NULL), VP_OK);
  return scoring;
}

static void assert_value(vp_decimal actual, int64_t expected) {
  assert_int_equal(vp_decimal_compare(actual, whole(expected)), 0);
}

static const char *band_name(const vp_element *band) {
  return band != NULL ? vp_element_text(band, "name", 0) : "none";
}

#define NAMED                                                            \
  "'scales':{'consequence':{'levels':["                                  \
  "{'value':1,'name':'Försumbar','synonyms':['Mycket liten']},"         \
  "{'value':2,'name':'2 Måttlig','synonyms':['ÅTERKOMMANDE','låg']}," \
  "{'value':4,'name':'Stor','synonyms':['LÅG','ja']}]},'likelihood':{}}"

static void a_level_is_read_by_value_name_or_synonym(void **state) {
  (void)state;
  static const struct {
    const char *written;
    vp_level_state state;
    int64_t value;
    const char *name;
  } cases[] = {
      {"1", VP_LEVEL_KNOWN, 1, "Försumbar"},
      {"4.0", VP_LEVEL_KNOWN, 4, "Stor"},
      {"'4'", VP_LEVEL_KNOWN, 4, "Stor"},
      {"'4,0'", VP_LEVEL_KNOWN, 4, "Stor"},
      {"'FÖRSUMBAR'", VP_LEVEL_KNOWN, 1, "Försumbar"},
      {"'  mycket\xC2\xA0  Liten '", VP_LEVEL_KNOWN, 1, "Försumbar"},
      {"'återkommande'", VP_LEVEL_KNOWN, 2, "2 Måttlig"},
      {"'2 måttlig'", VP_LEVEL_KNOWN, 2, "2 Måttlig"},
      {"'Låg'", VP_LEVEL_KNOWN, 2, "2 Måttlig"},
      {"'ja'", VP_LEVEL_KNOWN, 4, "Stor"},
      {"3", VP_LEVEL_OFF_SCALE, 3, NULL},
      {"1.5", VP_LEVEL_OFF_SCALE, 0, NULL},
      {"-1", VP_LEVEL_OFF_SCALE, -1, NULL},
      {"null", VP_LEVEL_MISSING, 0, NULL},
      {"'stora'", VP_LEVEL_UNREADABLE, 0, NULL},
      {"'Mycketliten'", VP_LEVEL_UNREADABLE, 0, NULL},
      {"''", VP_LEVEL_UNREADABLE, 0, NULL},
      {"'nej'", VP_LEVEL_UNREADABLE, 0, NULL},
      {"'cirka 4'", VP_LEVEL_UNREADABLE, 0, NULL},
      {"'4 kr'", VP_LEVEL_UNREADABLE, 0, NULL},
      {"'4 Försumbar'", VP_LEVEL_UNREADABLE, 0, NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char json[1024];
    snprintf(json, sizeof json,
             "'risk_model':{%s,'score':'product'},"
             "'risks':[{'id':'r','title':'R','consequence':%s,'likelihood':7}]",
             NAMED, cases[i].written);
    vp_plan *plan = plan_of(json);
    vp_scoring *scoring = score(plan);
    const vp_risk_score *risk = vp_scoring_risk(scoring, 0);
    vp_level_reading reading = risk->consequence;
    if (reading.state != cases[i].state)
      fail_msg("%s is read as %d", cases[i].written, reading.state);
    if (cases[i].value != 0) assert_value(reading.value, cases[i].value);
    if (cases[i].name == NULL)
      assert_null(reading.name);
    else
      assert_string_equal(reading.name, cases[i].name);
    assert_int_equal(risk->is_computed, reading.state == VP_LEVEL_KNOWN);
    vp_scoring_free(scoring);
    vp_plan_free(plan);
  }
}

static void any_number_is_known_on_a_scale_without_levels(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'risk_model':{'scales':{'consequence':{},'likelihood':{}},"
                          "'score':'product'},"
                          "'risks':[{'id':'r','title':'R','consequence':'2,5','likelihood':4}]");
  vp_scoring *scoring = score(plan);
  const vp_risk_score *risk = vp_scoring_risk(scoring, 0);
  assert_int_equal(risk->consequence.state, VP_LEVEL_KNOWN);
  assert_null(risk->consequence.name);
  assert_true(risk->is_computed);
  assert_value(risk->computed, 10);
  vp_scoring_free(scoring);
  vp_plan_free(plan);
}

#define GRID                                                                                  \
  "'grid':[{'consequence':2,'values':[3,5,null]},{'consequence':1,'values':[1,'cirka 2',4]}," \
  "{'consequence':2,'values':[9,9,9]}]"

static void each_method_scores_two_levels(void **state) {
  (void)state;
  static const struct {
    const char *model;
    int64_t consequence, likelihood;
    bool is_scored;
    int64_t score;
  } cases[] = {
      {"'score':'product'", 2, 3, true, 6},
      {"'score':'sum'", 2, 3, true, 5},
      {"'score':'sum'", 0, 3, false, 0},
      {"'score':'product'", 2, 4, false, 0},
      {"'score':'function','function':'f'", 2, 3, false, 0},
      {"'score':'grid'," GRID, 1, 1, true, 1},
      {"'score':'grid'," GRID, 1, 3, true, 4},
      {"'score':'grid'," GRID, 2, 2, true, 5},
      {"'score':'grid'," GRID, 1, 2, false, 0},
      {"'score':'grid'," GRID, 2, 3, false, 0},
      {"'score':'grid'," GRID, 3, 3, false, 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char json[1024];
    snprintf(json, sizeof json, "'risk_model':{%s,%s}", SCALES(LEVELS_3, LEVELS_3), cases[i].model);
    vp_plan *plan = plan_of(json);
    vp_scoring *scoring = score(plan);
    vp_decimal value;
    bool is_scored =
        vp_scoring_score(&value, scoring, whole(cases[i].consequence), whole(cases[i].likelihood));
    assert_int_equal(is_scored, cases[i].is_scored);
    if (is_scored) assert_value(value, cases[i].score);
    vp_scoring_free(scoring);
    vp_plan_free(plan);
  }
}

static void a_score_that_does_not_fit_is_none(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'risk_model':{'score':'product'},'risks':[{'id':'r','title':'R',"
                          "'consequence':3037000501,'likelihood':3037000503}]");
  vp_scoring *scoring = score(plan);
  assert_false(vp_scoring_risk(scoring, 0)->is_computed);
  assert_false(vp_scoring_risk(scoring, 0)->is_scored);
  vp_scoring_free(scoring);
  vp_plan_free(plan);
}

static void the_computed_value_counts_before_the_stated_one(void **state) {
  (void)state;
  vp_plan *plan =
      plan_of("'risk_model':{" SCALES(LEVELS_3, LEVELS_3) ",'score':'product','bands':[" BAND(
          "low", 1,
          4) "," BAND("high", 5,
                      9) "]},'risks':["
                         "{'id':'r0','title':'R','consequence':3,'likelihood':3,'value':4},"
                         "{'id':'r1','title':'R','value':'4'},"
                         "{'id':'r2','title':'R','consequence':3},"
                         "{'id':'r3','title':'R','value':'cirka 4'},"
                         "{'id':'r4','title':'R','value':10}]");
  static const struct {
    bool is_computed, is_stated, is_scored;
    int64_t value;
    const char *band;
  } expected[] = {
      {true, true, true, 9, "high"},    {false, true, true, 4, "low"},
      {false, false, false, 0, "none"}, {false, false, false, 0, "none"},
      {false, true, true, 10, "none"},
  };
  vp_scoring *scoring = score(plan);
  assert_int_equal(vp_scoring_count(scoring), 5);
  for (size_t i = 0; i < 5; i++) {
    const vp_risk_score *risk = vp_scoring_risk(scoring, i);
    assert_int_equal(risk->is_computed, expected[i].is_computed);
    assert_int_equal(risk->is_stated, expected[i].is_stated);
    assert_int_equal(risk->is_scored, expected[i].is_scored);
    if (risk->is_scored) assert_value(risk->value, expected[i].value);
    assert_string_equal(band_name(risk->band), expected[i].band);
  }
  assert_null(vp_scoring_risk(scoring, 5));
  assert_null(vp_scoring_ranked(scoring, 5));
  vp_scoring_free(scoring);
  vp_plan_free(plan);
}

static void without_a_model_the_stated_values_count(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'risks':[{'id':'r','title':'R','consequence':2,'likelihood':2,"
                          "'value':6}]");
  vp_scoring *scoring = score(plan);
  const vp_risk_score *risk = vp_scoring_risk(scoring, 0);
  assert_int_equal(risk->consequence.state, VP_LEVEL_KNOWN);
  assert_false(risk->is_computed);
  assert_true(risk->is_scored);
  assert_value(risk->value, 6);
  assert_null(risk->band);
  vp_scoring_free(scoring);
  vp_plan_free(plan);
}

static void risks_are_ranked_by_value(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'risks':[{'id':'none1','title':'R'},{'id':'six','title':'R','value':6},"
                          "{'id':'nine1','title':'R','value':9},{'id':'none2','title':'R'},"
                          "{'id':'nine2','title':'R','value':'9,0'},"
                          "{'id':'below','title':'R','value':-1}]");
  static const char *const order[] = {"nine1", "nine2", "six", "below", "none1", "none2"};
  vp_scoring *scoring = score(plan);
  for (size_t i = 0; i < sizeof order / sizeof *order; i++)
    assert_string_equal(vp_element_id(vp_scoring_ranked(scoring, i)->risk), order[i]);
  vp_scoring_free(scoring);
  vp_plan_free(plan);
}

static void controls_are_counted_for_the_risk_they_name(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'risks':[{'id':'r1','title':'R'},{'id':'r2','title':'R'}],"
                          "'controls':[{'id':'k1','risk':'r2','what':'W'},"
                          "{'id':'k2','risk':'r2','what':'W'},{'id':'k3','what':'W'},"
                          "{'id':'k4','risk':'gone','what':'W'},"
                          "{'id':'k5','risk':'k1','what':'W'}]");
  vp_scoring *scoring = score(plan);
  assert_int_equal(vp_scoring_risk(scoring, 0)->control_count, 0);
  assert_int_equal(vp_scoring_risk(scoring, 1)->control_count, 2);
  vp_scoring_free(scoring);
  vp_plan_free(plan);
}

static void the_examples_score_as_printed(void **state) {
  (void)state;
  output json = example_text("programme-risks-5x5");
  vp_plan *plan = plan_from(json.bytes);
  vp_scoring *scoring = score(plan);
  static const char *const bands[] = {"Mycket hög", "Mycket hög", "Hög", "Hög", "Medel", "Låg"};
  assert_int_equal(vp_scoring_count(scoring), 6);
  for (size_t i = 0; i < 6; i++) {
    const vp_risk_score *risk = vp_scoring_risk(scoring, i);
    assert_true(risk->is_computed);
    assert_int_equal(vp_decimal_compare(risk->computed, risk->stated), 0);
    assert_string_equal(band_name(risk->band), bands[i]);
    assert_ptr_equal(vp_scoring_ranked(scoring, i), risk);
  }
  vp_scoring_free(scoring);
  vp_plan_free(plan);
  free(json.bytes);
}

static void a_failed_allocation_leaves_nothing_behind(void **state) {
  (void)state;
  counting_allocator counter = {.calls = -1};
  vp_allocator allocator = counting(&counter);
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  output json = example_text("programme-risks-5x5");
  vp_plan *plan = NULL;
  assert_int_equal(vp_plan_read(&plan, context, json.bytes, json.length, NULL), VP_OK);
  int before = counter.live;
  vp_scoring *scoring = NULL;
  vp_status status = VP_ERROR_MEMORY;
  for (int calls = 0; status != VP_OK; calls++) {
    counter.calls = calls;
    status = vp_score(&scoring, plan, NULL);
    if (status == VP_OK) break;
    assert_int_equal(status, VP_ERROR_MEMORY);
    assert_null(scoring);
    assert_int_equal(counter.live, before);
  }
  vp_scoring_free(scoring);
  assert_int_equal(counter.live, before);
  vp_plan_free(plan);
  vp_context_free(context);
  free(json.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_level_is_read_by_value_name_or_synonym),
      cmocka_unit_test(any_number_is_known_on_a_scale_without_levels),
      cmocka_unit_test(each_method_scores_two_levels),
      cmocka_unit_test(a_score_that_does_not_fit_is_none),
      cmocka_unit_test(the_computed_value_counts_before_the_stated_one),
      cmocka_unit_test(without_a_model_the_stated_values_count),
      cmocka_unit_test(risks_are_ranked_by_value),
      cmocka_unit_test(controls_are_counted_for_the_risk_they_name),
      cmocka_unit_test(the_examples_score_as_printed),
      cmocka_unit_test(a_failed_allocation_leaves_nothing_behind),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
