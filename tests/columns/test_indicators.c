#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "frames.h"

static vp_columns *indicators_of(const vp_plan *plan) {
  vp_tracking *tracking;
  vp_columns *columns = NULL;
  assert_int_equal(vp_track(&tracking, plan, NULL), VP_OK);
  assert_ptr_equal(vp_tracking_plan(tracking), plan);
  assert_int_equal(vp_columns_of_indicators(&columns, tracking, NULL), VP_OK);
  vp_tracking_free(tracking);
  assert_whole(columns);
  return columns;
}

static void a_boards_indicators(void **state) {
  (void)state;
  vp_plan *plan = example_plan("bollebygd-socialnamnden-2026");
  vp_columns *columns = indicators_of(plan);
  assert_int_equal(vp_columns_row_count(columns), 11);
  assert_row(columns, 1,
             "id: hme\n"
             "name: Hållbart Medarbetar Engagemang (HME)\n"
             "unit: index\n"
             "target: at_least\n"
             "target_value: 81\n"
             "target_value_text: 81\n"
             "target_period: 2026\n"
             "status: better\n"
             "better: higher\n"
             "latest_period: 2025\n"
             "latest: 80\n"
             "latest_text: 80\n"
             "previous_period: 2024\n"
             "previous: 77\n"
             "previous_text: 77\n"
             "change: 3\n"
             "decimals: 0\n"
             "target_text: 81\n"
             "target_at_least: 81\n"
             "target_at_least_text: 81\n"
             "target_follow: false\n"
             "source_section: 3.2\n");
  assert_row(columns, 2,
             "id: centrallager\n"
             "name: Uppstart av centrallager\n"
             "target: equal\n"
             "target_value_text: Ja\n"
             "target_period: 2026\n"
             "status: not_yet_measurable\n"
             "latest_period: 2025\n"
             "latest_text: Nej\n"
             "target_text: Att starta centrallager (Ja)\n"
             "target_equal_text: Ja\n"
             "target_follow: false\n"
             "source_section: 3.3\n");
  assert_row(columns, 5,
             "id: sip\n"
             "name: Antal SIP\n"
             "unit: antal\n"
             "target: increase_from\n"
             "target_value_text: 2025\n"
             "target_period: 2026\n"
             "status: not_comparable\n"
             "better: higher\n"
             "latest_period: 2025\n"
             "latest: 50\n"
             "latest_text: 50\n"
             "previous_period: 2024\n"
             "previous: 23\n"
             "previous_text: 23\n"
             "baseline_period: 2025\n"
             "baseline: 50\n"
             "baseline_text: 50\n"
             "change: 27\n"
             "decimals: 0\n"
             "target_text: Antal ska öka jämfört med 2025 års resultat\n"
             "target_increase_from: 2025\n"
             "target_follow: false\n"
             "source_section: 3.4\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void a_forecast(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'indicators':[{'id':'i','name':'I','unit':'mnkr','observations':[{'period':'2022','value':1},"
      "{'period':'2023','value':2},{'period':'2024','value':3},{'period':'2025','value':'4 000 tkr'}],"
      "'target':{'period':'2026','at_most':'3 500 tkr'}}]");
  vp_columns *columns = indicators_of(plan);
  assert_row(columns, 0,
             "id: i\n"
             "name: I\n"
             "unit: mnkr\n"
             "target: at_most\n"
             "target_value: 3.5\n"
             "target_value_text: 3 500 tkr\n"
             "target_period: 2026\n"
             "status: worse\n"
             "better: lower\n"
             "latest_period: 2025\n"
             "latest: 4\n"
             "latest_text: 4 000 tkr\n"
             "previous_period: 2024\n"
             "previous: 3\n"
             "previous_text: 3\n"
             "change: 1\n"
             "slope: 1\n"
             "slope_low: 1\n"
             "slope_high: 1\n"
             "forecast: 5\n"
             "forecast_low: 3.670959698\n"
             "forecast_high: 6.329040302\n"
             "outlook: unlikely\n"
             "target_at_most: 3500\n"
             "target_at_most_text: 3 500 tkr\n"
             "target_follow: false\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void what_targets_expect(void **state) {
  (void)state;
  static const struct {
    const char *target;
    const char *items[3];
  } cases[] = {
      {"'at_least':'10 %'", {"at_least", "10", "10 %"}},
      {"'between':['2,5',3]", {"between", NULL, "2,5 – 3"}},
      {"'between':['2,5',null]", {"between", NULL, "2,5"}},
      {"'equal':'ja'", {"equal", NULL, "ja"}},
      {"'equal':null", {"equal", NULL, NULL}},
      {"'decrease_from':'2024'", {"decrease_from", NULL, "2024"}},
      {"'trend':'increase'", {"trend", NULL, "increase"}},
      {"'follow':true", {"follow", NULL, NULL}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char json[256];
    snprintf(json, sizeof json, "'indicators':[{'id':'i','name':'I','target':{%s}}]",
             cases[i].target);
    vp_plan *plan = plan_with(json);
    vp_columns *columns = indicators_of(plan);
    assert_item(columns, "target", 0, cases[i].items[0]);
    assert_item(columns, "target_value", 0, cases[i].items[1]);
    assert_item(columns, "target_value_text", 0, cases[i].items[2]);
    vp_columns_free(columns);
    vp_plan_free(plan);
  }
}

static void an_indicator_that_says_nothing(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'indicators':[{'id':'i','name':'I'}]");
  vp_columns *columns = indicators_of(plan);
  assert_row(columns, 0, "id: i\nname: I\nstatus: not_measured\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_boards_indicators),
      cmocka_unit_test(a_forecast),
      cmocka_unit_test(what_targets_expect),
      cmocka_unit_test(an_indicator_that_says_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
