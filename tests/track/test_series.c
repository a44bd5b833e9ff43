#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "indicators.h"
#include "track/series.h"

static const int none = -1;

static int index_of(const vp_observation *observation) {
  return observation != NULL ? (int)observation->base.index : none;
}

static void the_latest_and_the_one_before(void **state) {
  (void)state;
  static const struct {
    const char *observations;
    int latest, before;
  } cases[] = {
      {"", -1, -1},
      {"{'period':'2025'}", -1, -1},
      {"{'period':'2025','value':'oklart'}", -1, -1},
      {"{'period':'2025','value':1}", 0, -1},
      {"{'period':'2025','value':'Nej'}", 0, -1},
      {"{'period':'2024','value':1},{'period':'2025','value':2}", 1, 0},
      {"{'period':'2025','value':1},{'period':'2024','value':2}", 0, 1},
      {"{'period':'2024','value':1},{'period':'2025','value':2},{'period':'2026'}", 1, 0},
      {"{'period':'2023','value':1},{'period':'2024'},{'period':'2025','value':2}", 2, 0},
      /* a part of the year is not before the year */
      {"{'period':'2025-H1','value':1},{'period':'2025','value':2},{'period':'2024','value':3}", 1,
       2},
      {"{'period':'2025-H2','value':1},{'period':'2025','value':2}", 0, -1},
      /* nor is a second value for the same period */
      {"{'period':'2025','value':1},{'period':'2025','value':2},{'period':'2024','value':3}", 1, 2},
      {"{'period':'våren 2025','value':1},{'period':'hösten 2025','value':2}", 1, 0},
      {"{'period':'2024','value':1},{'period':'2025-XX-XX','value':2}", 0, -1},
      {"{'period':'20XX','value':1},{'period':'2025-XX-XX','value':2}", 1, -1},
      {"{'period':'2023','value':1},{'period':'20XX','value':3},{'period':'2024','value':2}", 2, 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    output members = {NULL, 0};
    output_put(&members, "'observations':[");
    output_put(&members, cases[i].observations);
    output_put(&members, "]");
    vp_plan *plan = plan_of(members.bytes);
    const vp_indicator *indicator = indicator_of(plan);
    const vp_observation *latest = vp_series_latest(indicator);
    const vp_observation *before = latest != NULL ? vp_series_before(indicator, latest) : NULL;
    if (index_of(latest) != cases[i].latest || index_of(before) != cases[i].before)
      fail_msg("%s: %d and %d", cases[i].observations, index_of(latest), index_of(before));
    vp_plan_free(plan);
    free(members.bytes);
  }
}

static void of_several_for_a_period_the_best_is_found(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'observations':["
                          "{'period':'2025'},"
                          "{'period':'2025','value':1,'covers':'2025-01/2025-11'},"
                          "{'period':'2025-01/2025-12','value':2},"
                          "{'period':'2025','value':3},"
                          "{'period':'2024','value':null}]");
  const vp_indicator *indicator = indicator_of(plan);
  assert_int_equal(index_of(vp_series_at(indicator, vp_period_parse("2025"))), 2);
  assert_int_equal(index_of(vp_series_at(indicator, vp_period_parse("2024"))), 4);
  assert_int_equal(index_of(vp_series_at(indicator, vp_period_parse("2023"))), none);
  vp_plan_free(plan);
}

static void until_a_day(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'observations':[{'period':'2026','value':3},"
                          "{'period':'2025','value':2},{'period':'2024','value':1}]");
  const vp_indicator *indicator = indicator_of(plan);
  assert_int_equal(index_of(vp_series_until(indicator, (vp_date){2026, 1, 1})), 1);
  assert_int_equal(index_of(vp_series_until(indicator, (vp_date){2025, 12, 31})), 2);
  assert_int_equal(index_of(vp_series_until(indicator, (vp_date){2024, 1, 1})), none);
  vp_plan_free(plan);
}

static void what_an_observation_covers(void **state) {
  (void)state;
  static const struct {
    const char *observation;
    bool whole, partial;
  } cases[] = {
      {"{'period':'2025'}", true, false},
      {"{'period':'2025','covers':'2025'}", true, false},
      {"{'period':'2025','covers':'2024-07/2025-12'}", true, false},
      {"{'period':'2025','covers':'2025-01/2025-11'}", false, true},
      {"{'period':'2025','covers':'våren 2025'}", false, true},
      {"{'period':'2025','covers':'nästan hela året'}", false, false},
      {"{'period':'2025-XX','covers':'2025-01'}", false, false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    output members = {NULL, 0};
    output_put(&members, "'observations':[");
    output_put(&members, cases[i].observation);
    output_put(&members, "]");
    vp_plan *plan = plan_of(members.bytes);
    assert_int_equal(vp_observation_is_whole(observation_of(plan, 0)), cases[i].whole);
    assert_int_equal(vp_observation_is_partial(observation_of(plan, 0)), cases[i].partial);
    vp_plan_free(plan);
    free(members.bytes);
  }
}

static void a_change_of_method_lies_after_the_first_up_to_the_last(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'observations':[{'period':'2022','value':1},"
                          "{'period':'2023','method_changed':true},{'period':'2024','value':2},"
                          "{'period':'2025','value':2}]");
  const vp_indicator *indicator = indicator_of(plan);
  const vp_observation *seen[4];
  for (size_t i = 0; i < 4; i++) seen[i] = observation_of(plan, i);
  assert_true(vp_series_method_changed(indicator, seen[0], seen[2]));
  assert_true(vp_series_method_changed(indicator, seen[0], seen[1]));
  assert_false(vp_series_method_changed(indicator, seen[1], seen[2]));
  assert_false(vp_series_method_changed(indicator, seen[2], seen[3]));
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_latest_and_the_one_before),
      cmocka_unit_test(of_several_for_a_period_the_best_is_found),
      cmocka_unit_test(until_a_day),
      cmocka_unit_test(what_an_observation_covers),
      cmocka_unit_test(a_change_of_method_lies_after_the_first_up_to_the_last),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
