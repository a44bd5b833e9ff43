#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>

#include <vp/track.h>

#include "base/allocator.h"
#include "indicators.h"
#include "track/trend.h"

static vp_tracking *track(const vp_plan *plan) {
  vp_tracking *tracking = NULL;
  assert_int_equal(vp_track(&tracking, plan, NULL), VP_OK);
  return tracking;
}

static void assert_near(double found, double wanted) {
  if (!(fabs(found - wanted) < 1e-9 * (1 + fabs(wanted))))
    fail_msg("%.17g, not %.17g", found, wanted);
}

static void the_middle_of_a_period(void **state) {
  (void)state;
  static const struct {
    const char *period;
    double middle;
  } cases[] = {
      {"2025", 2025.5},
      {"2025-H1", 2025.25},
      {"2025-Q4", 2025.875},
      {"2024-02", 2024 + 1.5 / 12},
      {"2024-02-01", 2024 + (1 + 0.5 / 29) / 12},
      {"2025-01/2025-11", 2025 + 5.5 / 12},
      {"2024-07/2025-06", 2025},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_near(vp_period_middle(vp_period_parse(cases[i].period)), cases[i].middle);
}

#define YEARS(a, b, c) \
  "{'period':'2021','value':" a "},{'period':'2022','value':" b "},{'period':'2023','value':" c "}"

static void a_trend_is_taken_from_what_can_be_compared(void **state) {
  (void)state;
  static const struct {
    const char *indicator, *observations;
    size_t count;
    double slope;
  } cases[] = {
      {"'unit':'antal'", "", 0, 0},
      {"'unit':'antal'", "{'period':'2024','value':1},{'period':'2025','value':2}", 2, 0},
      {"'unit':'antal'", YEARS("1", "3", "5"), 3, 2},
      {"'unit':'antal'", YEARS("5", "3", "1"), 3, -2},
      {"'unit':'antal'", YEARS("4", "4", "4"), 3, 0},
      {"'unit':'antal'",
       "{'period':'2023','value':5},{'period':'2021','value':1},{'period':'2022','value':3}", 3, 2},
      {"'unit':'antal'",
       "{'period':'2025-01','value':1},{'period':'2025-02','value':2},"
       "{'period':'2025-03','value':3}",
       3, 12},
      {"'unit':'antal'",
       "{'period':'2022-07/2023-06','value':1},{'period':'2023-07/2024-06','value':2},"
       "{'period':'2025','value':4}",
       3, 1.2},

      /* left out */
      {"'unit':'antal'", YEARS("1", "null", "5"), 2, 0},
      {"'unit':'antal'", YEARS("'Ja'", "'Nej'", "'Ja'"), 0, 0},
      {"'unit':'antal'", YEARS("1", "3", "5") ",{'period':'2024','value':'90 %'}", 3, 2},
      {"'unit':'antal'", YEARS("1", "3", "5") ",{'period':'2024','value':'över 90'}", 3, 2},
      {"'unit':'antal'", YEARS("1", "'cirka 3'", "5"), 3, 2},
      {"'unit':'antal'",
       YEARS("1", "3", "5") ",{'period':'2024','value':90,'covers':'2024-01/2024-11'}", 3, 2},
      {"'unit':'antal'", YEARS("1", "3", "5") ",{'period':'2024-H1','value':90}", 3, 2},
      {"'unit':'antal'", YEARS("1", "3", "5") ",{'period':'våren 2024','value':90}", 3, 2},
      {"'unit':'antal'", YEARS("1", "3", "5") ",{'period':'2024-XX-XX','value':90}", 3, 2},

      /* at one time */
      {"'unit':'antal'", YEARS("1", "3", "5") ",{'period':'2023','value':90}", 3, 2},
      {"'unit':'antal'", YEARS("1", "3", "5") ",{'period':'2023-02/2023-11','value':90}", 3, 2},
      {"'unit':'antal'",
       "{'period':'2023','value':1},{'period':'2023','value':2},{'period':'2023','value':3}", 1, 0},

      /* after a change of method */
      {"'unit':'antal'",
       "{'period':'2020','value':90}," YEARS("1", "3", "5") ",{'period':'2024','value':8,"
                                                            "'method_changed':true}",
       1, 0},
      {"'unit':'antal'", "{'period':'2020','value':90,'method_changed':true}," YEARS("1", "3", "5"),
       4, -79.0 / 6},
      {"'unit':'antal'",
       "{'period':'2020','value':90},{'period':'2020','method_changed':true}," YEARS("1", "3", "5"),
       3, 2},

      /* units */
      {"'unit':'mnkr'", YEARS("'1 000 tkr'", "3", "'5 000 000 kr'"), 3, 2},
      {"'unit':'%'", YEARS("'1 %'", "3", "'5 %'"), 3, 2},
      {"'name':'I'", YEARS("'1 mnkr'", "'3 mnkr'", "'5 000 tkr'"), 3, 2000},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char members[640];
    if (strcmp(cases[i].indicator, "'name':'I'") == 0)
      snprintf(members, sizeof members, "'observations':[%s]", cases[i].observations);
    else
      snprintf(members, sizeof members, "%s,'observations':[%s]", cases[i].indicator,
               cases[i].observations);
    vp_plan *plan = plan_of(members);
    vp_tracking *tracking = track(plan);
    const vp_indicator_track *found = vp_tracking_indicator(tracking, 0);
    if (found->trend_count != cases[i].count || found->has_slope != (cases[i].count > 2))
      fail_msg("%s: %zu observations", members, found->trend_count);
    if (found->has_slope) assert_near(found->slope.value, cases[i].slope);
    assert_int_equal(found->slope.has_range, cases[i].count > 3);
    assert_false(found->has_forecast);
    vp_tracking_free(tracking);
    vp_plan_free(plan);
  }
}

static void the_unit_of_a_trend(void **state) {
  (void)state;
  static const struct {
    const char *members;
    vp_unit unit;
  } cases[] = {
      {"'unit':'tkr','observations':[{'period':'2025','value':'1 mnkr'}]", VP_UNIT_TKR},
      {"'observations':[{'period':'2025','value':'1 mnkr'},{'period':'2024','value':'1 kr'}]",
       VP_UNIT_MNKR},
      {"'unit':'antal'", VP_UNIT_COUNT},
      {"'observations':[]", VP_UNIT_NONE},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_plan *plan = plan_of(cases[i].members);
    vp_tracking *tracking = track(plan);
    assert_int_equal(vp_tracking_indicator(tracking, 0)->trend_unit, cases[i].unit);
    vp_tracking_free(tracking);
    vp_plan_free(plan);
  }
}

#define RISING YEARS("60", "62", "64") ",{'period':'2024','value':66},{'period':'2025','value':68}"

/* RISING leads to 70 in 2026, with a range of ± 0.98 for the rounding of whole numbers. */
static void a_forecast_against_the_target(void **state) {
  (void)state;
  static const vp_outlook none = VP_OUTLOOK_NONE, unlikely = VP_OUTLOOK_UNLIKELY,
                          uncertain = VP_OUTLOOK_UNCERTAIN, likely = VP_OUTLOOK_LIKELY;
  static const struct {
    const char *target, *observations;
    bool has_forecast;
    vp_outlook meets;
  } cases[] = {
      {"{'period':'2026','at_least':68}", RISING, true, likely},
      {"{'period':'2026','at_least':70}", RISING, true, uncertain},
      {"{'period':'2026','at_least':72}", RISING, true, unlikely},
      {"{'period':'2026','at_most':68}", RISING, true, unlikely},
      {"{'period':'2026','at_most':'70,5'}", RISING, true, uncertain},
      {"{'period':'2026','at_most':71}", RISING, true, likely},
      {"{'period':'2026','between':[68,72]}", RISING, true, likely},
      {"{'period':'2026','between':[70,72]}", RISING, true, uncertain},
      {"{'period':'2026','between':['69,9','70,1']}", RISING, true, uncertain},
      {"{'period':'2026','between':[50,60]}", RISING, true, unlikely},
      {"{'period':'2026','between':[80,90]}", RISING, true, unlikely},
      {"{'period':'2026','between':[72,68]}", RISING, true, none},
      {"{'period':'2026','equal':70}", RISING, true, uncertain},
      {"{'period':'2026','equal':80}", RISING, true, unlikely},
      {"{'period':'2026','equal':'Ja'}", RISING, true, none},
      {"{'period':'2026','at_least':'80 %'}", RISING, true, none},
      {"{'period':'2026','follow':true}", RISING, true, none},

      {"{'period':'2026','increase_from':'2024'}", RISING, true, likely},
      {"{'period':'2026','decrease_from':'2024'}", RISING, true, unlikely},
      {"{'period':'2026','increase_from':'2024','by':4}", RISING, true, uncertain},
      {"{'period':'2026','increase_from':'2024','by_percent':10}", RISING, true, unlikely},
      {"{'period':'2026','increase_from':'2019'}", RISING, true, none},
      {"{'period':'2026','increase_from':'2020'}",
       "{'period':'2020','value':58,'covers':'2020-H1'}," RISING, true, none},
      {"{'period':'2026','increase_from':'2020'}",
       "{'period':'2020','value':58},{'period':'2020','method_changed':true}," RISING, true, none},
      {"{'period':'2026','trend':'increase'}", RISING, true, likely},
      {"{'period':'2026','trend':'decrease'}", RISING, true, unlikely},

      /* three observations say nothing of how sure it is */
      {"{'period':'2024','at_least':10}", YEARS("60", "62", "64"), true, none},
      {"{'period':'2024','at_least':10}", "{'period':'2022','value':60}", false, none},
      /* only what is to come is forecast, over a period as long as those observed */
      {"{'at_least':68}", RISING, false, none},
      {"{'period':'2025','at_least':68}", RISING, false, none},
      {"{'period':'2023','at_least':68}", RISING, false, none},
      {"{'period':'2026-12','at_least':68}", RISING, false, none},
      {"{'period':'våren 2026','at_least':68}", RISING, false, none},
      {"{'period':'2025','at_least':10}", RISING ",{'period':'2026','value':50,'covers':'2026-H1'}",
       false, none},
      {"{'period':'2026','at_least':68}", RISING ",{'period':'2026','value':50,'covers':'2026-H1'}",
       true, likely},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char members[640];
    snprintf(members, sizeof members, "'unit':'antal','target':%s,'observations':[%s]",
             cases[i].target, cases[i].observations);
    vp_plan *plan = plan_of(members);
    vp_tracking *tracking = track(plan);
    const vp_indicator_track *found = vp_tracking_indicator(tracking, 0);
    if (found->has_forecast != cases[i].has_forecast || found->forecast_meets != cases[i].meets)
      fail_msg("%s: %d (%g to %g)", members, (int)found->forecast_meets, found->forecast.low,
               found->forecast.high);
    vp_tracking_free(tracking);
    vp_plan_free(plan);
  }
}

static void a_forecast_lies_on_the_line(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'unit':'tkr','target':{'period':'2028','at_least':'2 mnkr'},"
                          "'observations':[" RISING ",{'period':'2026','value':'9 mnkr'}]");
  vp_tracking *tracking = track(plan);
  const vp_indicator_track *found = vp_tracking_indicator(tracking, 0);
  assert_int_equal(found->trend_count, 6);
  assert_near(found->slope.value, 2);
  assert_near(found->intercept, 60 - 2 * 2021.5);
  assert_near(found->forecast.value, 74);
  assert_true(found->forecast.low < -5000 && found->forecast.high > 5000);
  assert_int_equal(found->forecast_meets, VP_OUTLOOK_UNCERTAIN);
  vp_tracking_free(tracking);
  vp_plan_free(plan);
}

/* A level of 5 that goes on long enough hides the steep beginning. */
static void a_long_series_counts_from_its_end(void **state) {
  (void)state;
  output members = {NULL, 0};
  output_put(&members, "'unit':'antal','observations':[");
  for (int i = 0; i < 2100; i++) {
    char observation[80];
    snprintf(observation, sizeof observation, "%s{'period':'%04d','value':%d}", i > 0 ? "," : "",
             1000 + i, i < 100 ? 100000 - 1000 * i : 5 + i % 2);
    output_put(&members, observation);
  }
  output_put(&members, "]");
  vp_plan *plan = plan_of(members.bytes);
  vp_tracking *tracking = track(plan);
  const vp_indicator_track *found = vp_tracking_indicator(tracking, 0);
  assert_int_equal(found->trend_count, 2000);
  assert_near(found->slope.value, 0);
  assert_near(found->slope.low, 0);
  assert_near(found->slope.high, 0);
  vp_tracking_free(tracking);
  vp_plan_free(plan);
  free(members.bytes);
}

static void memory_that_runs_out_anywhere_leaves_nothing(void **state) {
  (void)state;
  counting_allocator counter = {.live = 0, .calls = -1};
  const vp_allocator allocator = counting(&counter);
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  vp_plan *made = plan_of("'unit':'antal','observations':[" RISING "]"), *plan = NULL;
  output json = plan_text(made);
  assert_int_equal(vp_plan_read(&plan, context, json.bytes, json.length, NULL), VP_OK);
  int live = counter.live;
  vp_tracking *tracking = NULL;
  for (int calls = 0; calls < 4; calls++) {
    counter.calls = calls;
    assert_int_equal(vp_track(&tracking, plan, NULL), VP_ERROR_MEMORY);
    assert_int_equal(counter.live, live);
  }
  counter.calls = 4;
  assert_int_equal(vp_track(&tracking, plan, NULL), VP_OK);
  vp_tracking_free(tracking);
  assert_int_equal(counter.live, live);
  vp_plan_free(plan);
  vp_plan_free(made);
  free(json.bytes);
  vp_context_free(context);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_middle_of_a_period),
      cmocka_unit_test(a_trend_is_taken_from_what_can_be_compared),
      cmocka_unit_test(the_unit_of_a_trend),
      cmocka_unit_test(a_forecast_against_the_target),
      cmocka_unit_test(a_forecast_lies_on_the_line),
      cmocka_unit_test(a_long_series_counts_from_its_end),
      cmocka_unit_test(memory_that_runs_out_anywhere_leaves_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
