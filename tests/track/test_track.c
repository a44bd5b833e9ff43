#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/track.h>

#include "base/allocator.h"
#include "indicators.h"

static vp_tracking *track(const vp_plan *plan) {
  vp_tracking *tracking = NULL;
  assert_int_equal(vp_track(&tracking, plan, NULL), VP_OK);
  return tracking;
}

static const char *status_of(const vp_tracking *tracking, size_t index) {
  return vp_indicator_status_name(vp_tracking_indicator(tracking, index)->status);
}

static void a_status_is_the_first_that_holds(void **state) {
  (void)state;
  static const struct {
    const char *status, *indicator, *observations;
  } cases[] = {
      {"not_measured", "'target':{'period':'2026','at_least':81}", ""},
      {"not_measured", "'target':{'follow':true}", "{'period':'2025','value':null}"},
      {"following", "'target':{'follow':true}", "{'period':'2025','value':1}"},
      {"met", "'target':{'period':'2025','at_least':81}", "{'period':'2025','value':81}"},
      {"met", "'target':{'period':'2025','at_least':81}",
       "{'period':'2025','value':81},{'period':'2026','value':70}"},
      {"not_met", "'target':{'period':'2025','at_least':81}",
       "{'period':'2024','value':77},{'period':'2025','value':80}"},
      {"not_met", "'target':{'period':'2025','equal':'Ja'}", "{'period':'2025','value':'Nej'}"},

      /* before the target's period */
      {"better", "'target':{'period':'2026','at_least':81}",
       "{'period':'2024','value':77},{'period':'2025','value':80}"},
      {"worse", "'target':{'period':'2026','at_most':70}",
       "{'period':'2024','value':77},{'period':'2025','value':80}"},
      {"unchanged", "'target':{'period':'2026','at_least':81}",
       "{'period':'2024','value':80},{'period':'2025','value':'80,4'}"},
      {"worse", "'direction':'lower'", "{'period':'2024','value':77},{'period':'2025','value':80}"},
      {"better", "'target':{'trend':'decrease'}",
       "{'period':'2024','value':80},{'period':'2025','value':77}"},
      {"not_yet_measurable", "'unit':'antal'",
       "{'period':'2024','value':77},{'period':'2025','value':80}"},
      {"not_yet_measurable", "'target':{'period':'2026','at_least':81}",
       "{'period':'2025','value':80}"},
      {"not_yet_measurable", "'direction':'higher','target':{'period':'2026','equal':'Ja'}",
       "{'period':'2024','value':'Nej'},{'period':'2025','value':'Ja'}"},
      {"method_changed", "'target':{'period':'2026','at_least':81}",
       "{'period':'2024','value':77},{'period':'2025','value':80,'method_changed':true}"},
      {"method_changed", "'unit':'antal'",
       "{'period':'2023','value':77},{'period':'2024','method_changed':true},"
       "{'period':'2025','value':80}"},
      {"better", "'target':{'period':'2026','at_least':81}",
       "{'period':'2024','value':77,'method_changed':true},{'period':'2025','value':80}"},
      {"not_comparable", "'target':{'period':'2026','at_least':81}",
       "{'period':'2024','value':77},{'period':'2025','value':80,'covers':'2025-01/2025-11'}"},
      {"not_comparable", "'target':{'period':'2026','at_least':81}",
       "{'period':'2024','value':'Ja'},{'period':'2025','value':80}"},
      {"not_comparable", "'unit':'antal','direction':'higher'",
       "{'period':'2024','value':'14 %'},{'period':'2025','value':80}"},

      /* the target's period is observed in part, or without saying enough */
      {"not_comparable", "'target':{'period':'2026','at_least':81}",
       "{'period':'2025','value':80},{'period':'2026','value':85,'covers':'2026-H1'}"},
      {"better", "'target':{'period':'2026','at_least':'81'}",
       "{'period':'2025','value':30},{'period':'2026','value':'cirka 81'}"},
      {"better", "'target':{'period':'2026','at_least':'högt'}",
       "{'period':'2025','value':30},{'period':'2026','value':81}"},

      /* relative targets whose period is observed */
      {"met", "'target':{'period':'2026','increase_from':'2024'}",
       "{'period':'2024','value':50},{'period':'2025','value':70},{'period':'2026','value':60}"},
      {"worse", "'target':{'period':'2026','increase_from':'2024'}",
       "{'period':'2024','value':50},{'period':'2025','value':30},{'period':'2026','value':40}"},
      {"unchanged", "'target':{'period':'2026','increase_from':'2025'}",
       "{'period':'2025','value':50},{'period':'2026','value':50}"},
      {"not_met", "'target':{'period':'2026','increase_from':'2025','by':5}",
       "{'period':'2025','value':50},{'period':'2026','value':54}"},
      {"met", "'target':{'period':'2026','increase_from':'2025','by_percent':10}",
       "{'period':'2025','value':50},{'period':'2026','value':55}"},
      {"better", "'target':{'period':'2026','increase_from':'2025','by':'?'}",
       "{'period':'2025','value':50},{'period':'2026','value':54}"},
      {"not_comparable", "'target':{'period':'2026','increase_from':'2025'}",
       "{'period':'2025','value':50,'covers':'2025-01/2025-11'},{'period':'2026','value':60}"},
      {"method_changed", "'target':{'period':'2026','increase_from':'2024'}",
       "{'period':'2024','value':50},{'period':'2025','value':55,'method_changed':true},"
       "{'period':'2026','value':60}"},
      {"better", "'target':{'period':'2026','increase_from':'2023'}",
       "{'period':'2025','value':50},{'period':'2026','value':60}"},
      {"met", "'target':{'period':'2026','trend':'increase'}",
       "{'period':'2024','value':90},{'period':'2025','value':50},{'period':'2026','value':60}"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char members[512];
    snprintf(members, sizeof members, "%s,'observations':[%s]", cases[i].indicator,
             cases[i].observations);
    vp_plan *plan = plan_of(members);
    vp_tracking *tracking = track(plan);
    if (strcmp(status_of(tracking, 0), cases[i].status) != 0)
      fail_msg("%s: %s, not %s", members, status_of(tracking, 0), cases[i].status);
    vp_tracking_free(tracking);
    vp_plan_free(plan);
  }
}

static void a_track_points_at_what_it_is_about(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'unit':'antal','target':{'period':'2026','increase_from':'2024'},"
                          "'observations':[{'period':'2026','value':61},"
                          "{'period':'2024','value':50},{'period':'2025','value':70}]");
  vp_tracking *tracking = track(plan);
  const vp_indicator_track *found = vp_tracking_indicator(tracking, 0);
  assert_int_equal(vp_tracking_count(tracking), 1);
  assert_null(vp_tracking_indicator(tracking, 1));
  assert_string_equal(vp_element_id(found->indicator), "i");
  assert_string_equal(vp_element_kind(found->target), "target");
  assert_string_equal(vp_element_text(found->latest, "period", 0), "2026");
  assert_string_equal(vp_element_text(found->previous, "period", 0), "2025");
  assert_string_equal(vp_element_text(found->baseline, "period", 0), "2024");
  assert_ptr_equal(found->outcome, found->latest);
  assert_int_equal(found->better, VP_BETTER_HIGHER);
  vp_tracking_free(tracking);
  vp_plan_free(plan);
}

static void a_change_is_in_the_indicators_unit(void **state) {
  (void)state;
  static const struct {
    const char *unit, *previous, *latest;
    bool has_change;
    vp_decimal change;
  } cases[] = {
      {"antal", "140", "301", true, {161, 0}},
      {"%", "'14,5 %'", "14", true, {-5, -1}},
      {"mnkr", "'2 150 tkr'", "'2,4'", true, {25, -2}},
      {"", "'1 mnkr'", "'500 tkr'", true, {-500, 0}},
      {"antal", "'Nej'", "'Ja'", false, {0, 0}},
      {"antal", "'3 %'", "4", false, {0, 0}},
      {"antal", "null", "4", false, {0, 0}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char members[256];
    snprintf(members, sizeof members,
             "'unit':'%s','observations':[{'period':'2024','value':%s},"
             "{'period':'2025','value':%s}]",
             cases[i].unit, cases[i].previous, cases[i].latest);
    vp_plan *plan = plan_of(members);
    vp_tracking *tracking = track(plan);
    const vp_indicator_track *found = vp_tracking_indicator(tracking, 0);
    assert_int_equal(found->has_change, cases[i].has_change);
    if (found->has_change) assert_int_equal(vp_decimal_compare(found->change, cases[i].change), 0);
    vp_tracking_free(tracking);
    vp_plan_free(plan);
  }
}

static void the_indicators_of_a_real_plan(void **state) {
  (void)state;
  static const struct {
    const char *id, *status;
  } wanted[] = {
      {"arbetsplatser", "not_yet_measurable"},
      {"hme", "better"},
      {"centrallager", "not_yet_measurable"},
      {"fossilfria-fordon", "not_yet_measurable"},
      {"genomforandeplan", "better"},
      {"sip", "not_comparable"},
      {"hemtjanst-80", "following"},
      {"snittalder-sarskilt-boende", "following"},
      {"servicesamtal", "better"},
      {"budgetradgivning", "following"},
      {"familjeradgivning", "following"},
  };
  output json = example_text("bollebygd-socialnamnden-2026");
  vp_plan *plan = plan_from(json.bytes);
  vp_tracking *tracking = track(plan);
  assert_int_equal(vp_tracking_count(tracking), sizeof wanted / sizeof *wanted);
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
    const vp_element *indicator = vp_tracking_indicator(tracking, i)->indicator;
    assert_string_equal(vp_element_id(indicator), wanted[i].id);
    assert_string_equal(status_of(tracking, i), wanted[i].status);
  }
  vp_tracking_free(tracking);
  vp_plan_free(plan);
  free(json.bytes);
}

static void a_plan_without_indicators_has_an_empty_tracking(void **state) {
  (void)state;
  vp_plan *plan = plan_with("\"language\":\"sv\"");
  vp_tracking *tracking = track(plan);
  assert_int_equal(vp_tracking_count(tracking), 0);
  assert_null(vp_tracking_indicator(tracking, 0));
  vp_tracking_free(tracking);
  vp_tracking_free(NULL);
  vp_plan_free(plan);
}

static void memory_that_runs_out_is_an_error_and_leaves_nothing(void **state) {
  (void)state;
  counting_allocator counter = {.live = 0, .calls = -1};
  const vp_allocator allocator = counting(&counter);
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  const char *json = "{\"format\":\"vp-plan/1\",\"id\":\"p\",\"title\":\"P\",\"period\":\"2026\"}";
  vp_plan *plan = NULL;
  assert_int_equal(vp_plan_read(&plan, context, json, strlen(json), NULL), VP_OK);
  int live = counter.live;
  vp_tracking *tracking = NULL;
  counter.calls = 0;
  assert_int_equal(vp_track(&tracking, plan, NULL), VP_ERROR_MEMORY);
  assert_null(tracking);
  assert_int_equal(counter.live, live);
  counter.calls = -1;
  assert_int_equal(vp_track(&tracking, plan, NULL), VP_OK);
  vp_tracking_free(tracking);
  assert_int_equal(counter.live, live);
  vp_plan_free(plan);
  vp_context_free(context);
  assert_int_equal(counter.live, 0);
}

static void every_status_has_a_name(void **state) {
  (void)state;
  assert_string_equal(vp_indicator_status_name(VP_STATUS_NOT_MEASURED), "not_measured");
  for (int i = VP_STATUS_NOT_MEASURED; i <= VP_STATUS_NOT_YET_MEASURABLE; i++)
    assert_string_not_equal(vp_indicator_status_name((vp_indicator_status)i), "?");
  const int beyond = VP_STATUS_NOT_YET_MEASURABLE + 1;
  assert_string_equal(vp_indicator_status_name((vp_indicator_status)beyond), "?");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_status_is_the_first_that_holds),
      cmocka_unit_test(a_track_points_at_what_it_is_about),
      cmocka_unit_test(a_change_is_in_the_indicators_unit),
      cmocka_unit_test(the_indicators_of_a_real_plan),
      cmocka_unit_test(a_plan_without_indicators_has_an_empty_tracking),
      cmocka_unit_test(every_status_has_a_name),
      cmocka_unit_test(memory_that_runs_out_is_an_error_and_leaves_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
