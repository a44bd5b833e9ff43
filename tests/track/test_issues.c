#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "indicators.h"
#include "track/issues.h"

static void the_baseline_of_a_relative_target(void **state) {
  (void)state;
  static const struct {
    const char *members;
    int wanted;
  } cases[] = {
      {"'target':{'increase_from':'2025'},'observations':[{'period':'2025','value':50}]",
       VP_BASELINE_USABLE},
      {"'target':{'increase_from':'2025'},'observations':[{'period':'2024','value':50}]",
       VP_BASELINE_MISSING},
      {"'target':{'decrease_from':'2025'}", VP_BASELINE_MISSING},
      {"'target':{'increase_from':'2025'},'observations':[{'period':'2025','value':'X'}]",
       VP_BASELINE_UNREADABLE},
      {"'target':{'increase_from':'2025'},'observations':[{'period':'2025'}]",
       VP_BASELINE_UNREADABLE},
      {"'target':{'increase_from':'2025'},"
       "'observations':[{'period':'2025','value':50,'covers':'2025-01/2025-11'}]",
       VP_BASELINE_PARTIAL},
      {"'target':{'increase_from':'2025'},"
       "'observations':[{'period':'2025','value':50,'covers':'2025'}]",
       VP_BASELINE_USABLE},
      {"'target':{'increase_from':'2025'},"
       "'observations':[{'period':'2025','value':50,'covers':'?'}]",
       VP_BASELINE_USABLE},
      {"'target':{'at_least':50}", VP_BASELINE_USABLE},
      {"'target':{'trend':'increase'}", VP_BASELINE_USABLE},
      {"'unit':'antal'", VP_BASELINE_USABLE},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_plan *plan = plan_of(cases[i].members);
    int found = (int)vp_indicator_baseline_state(indicator_of(plan));
    if (found != cases[i].wanted) fail_msg("%s: %d", cases[i].members, found);
    vp_plan_free(plan);
  }
}

static void a_target_that_is_met_before_its_period(void **state) {
  (void)state;
  static const struct {
    const char *members;
    bool wanted;
  } cases[] = {
      {"'target':{'period':'2026','at_least':75},'observations':[{'period':'2025','value':80}]",
       true},
      {"'target':{'period':'2026','at_least':81},'observations':[{'period':'2025','value':80}]",
       false},
      {"'target':{'period':'2026','equal':'Ja'},'observations':[{'period':'2025','value':'Ja'}]",
       true},
      {"'target':{'period':'2026','at_least':75},'observations':[{'period':'2026','value':80}]",
       false},
      {"'target':{'period':'2026','at_least':75},'observations':[{'period':'2026-H1','value':80}]",
       false},
      {"'target':{'period':'2026','at_least':75},"
       "'observations':[{'period':'2024','value':80},{'period':'2025','value':70}]",
       false},
      {"'target':{'period':'2026','at_least':75},"
       "'observations':[{'period':'2024','value':80},{'period':'2025'}]",
       true},
      {"'target':{'period':'2026','at_most':75},"
       "'observations':[{'period':'2025','value':70,'covers':'2025-01/2025-11'}]",
       false},
      {"'target':{'at_least':75},'observations':[{'period':'2025','value':80}]", false},
      {"'target':{'period':'2026','increase_from':'2024'},"
       "'observations':[{'period':'2024','value':70},{'period':'2025','value':80}]",
       false},
      {"'observations':[{'period':'2025','value':80}]", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_plan *plan = plan_of(cases[i].members);
    bool found = vp_indicator_met_before(indicator_of(plan), NULL) != NULL;
    if (found != cases[i].wanted) fail_msg("%s: %d", cases[i].members, found);
    vp_plan_free(plan);
  }
}

static void a_target_against_the_direction(void **state) {
  (void)state;
  static const struct {
    const char *members;
    bool wanted;
  } cases[] = {
      {"'direction':'lower','target':{'at_least':3}", true},
      {"'direction':'lower','target':{'increase_from':'2025'}", true},
      {"'direction':'lower','target':{'trend':'increase'}", true},
      {"'direction':'higher','target':{'at_most':3}", true},
      {"'direction':'higher','target':{'decrease_from':'2025'}", true},
      {"'direction':'higher','target':{'at_least':3}", false},
      {"'direction':'lower','target':{'at_most':3}", false},
      {"'direction':'lower','target':{'between':[3,4]}", false},
      {"'direction':'lower'", false},
      {"'target':{'at_least':3}", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_plan *plan = plan_of(cases[i].members);
    assert_int_equal(vp_indicator_opposes_itself(indicator_of(plan)), cases[i].wanted);
    vp_plan_free(plan);
  }
}

static void a_value_outside_its_range(void **state) {
  (void)state;
  static const struct {
    const char *members, *value;
    bool wanted;
  } cases[] = {
      {"'unit':'%'", "100 %", false},
      {"'unit':'%'", "100,1 %", true},
      {"'unit':'%'", "-1 %", true},
      {"'unit':'%'", "cirka 100 %", false},
      {"'unit':'%'", "över 100 %", true},
      {"'unit':'%'", "minst 95 %", false},
      {"'kolada':'N1'", "140 %", true},
      {"'unit':'procentenheter'", "-3", false},
      {"'unit':'antal'", "0", false},
      {"'unit':'antal'", "-1", true},
      {"'unit':'antal'", "1000000", false},
      {"'unit':'index'", "-1", false},
      {"'unit':'index','minimum':0,'maximum':100", "101", true},
      {"'unit':'index','minimum':0,'maximum':100", "100", false},
      {"'unit':'%','maximum':150", "140 %", false},
      {"'unit':'%','maximum':150", "151 %", true},
      {"'unit':'%','minimum':-100", "120 %", false},
      {"'unit':'%','minimum':null", "120 %", true},
      {"'unit':'mnkr','maximum':2", "2 001 tkr", true},
      {"'unit':'mnkr','maximum':2", "2 000 tkr", false},
      {"'unit':'antal','minimum':'cirka 9 223 372 036 854 775 807'", "5", false},
      {"'unit':'antal','maximum':'cirka 9 223 372 036 854 775 807'", "5", false},
      {"'unit':'%'", "Ja", false},
      {"'unit':'%'", "oklart", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_plan *plan = plan_of(cases[i].members);
    vp_interval range;
    bool found =
        vp_indicator_is_out_of_range(&range, indicator_of(plan), vp_quantity_parse(cases[i].value));
    if (found != cases[i].wanted) fail_msg("%s: %s: %d", cases[i].members, cases[i].value, found);
    vp_plan_free(plan);
  }
}

static void the_range_that_a_value_broke(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'unit':'%'");
  vp_interval range;
  assert_true(vp_indicator_is_out_of_range(&range, indicator_of(plan), vp_quantity_parse("101 %")));
  assert_int_equal(vp_decimal_compare(range.low.value, (vp_decimal){0, 0}), 0);
  assert_int_equal(vp_decimal_compare(range.high.value, (vp_decimal){100, 0}), 0);
  assert_false(range.low.unbounded || range.high.unbounded);
  vp_plan_free(plan);
}

static void women_and_men_against_the_value(void **state) {
  (void)state;
  enum {
    FITS = VP_BREAKDOWN_CONSISTENT,
    NOT_SUM = VP_BREAKDOWN_NOT_SUM,
    NOT_BETWEEN = VP_BREAKDOWN_NOT_BETWEEN
  };
  static const struct {
    const char *unit, *women, *men, *value;
    int wanted;
  } cases[] = {
      {"antal", "60", "40", "100", FITS},
      {"antal", "60", "40", "101", NOT_SUM},
      {"antal", "'cirka 60'", "40", "104", FITS},
      {"antal", "'cirka 60'", "40", "110", NOT_SUM},
      {"antal", "60", "null", "10", FITS},
      {"antal", "60", "40", "null", FITS},
      {"antal", "'Ja'", "40", "100", FITS},
      {"%", "80", "90", "85", FITS},
      {"%", "80", "90", "80", FITS},
      {"%", "90", "80", "79", FITS},
      {"%", "90", "80", "78", NOT_BETWEEN},
      {"%", "80", "90", "'90,6 %'", NOT_BETWEEN},
      {"%", "40", "45", "85", NOT_BETWEEN},
      {"index", "77", "77", "77", FITS},
      {"index", "77", "'över 80'", "95", FITS},
      {"index", "77", "'över 80'", "70", NOT_BETWEEN},
      {"index", "'under 10'", "'över 80'", "50", FITS},
      {"index", "'över 80'", "'under 10'", "50", FITS},
      {"index", "'över 80'", "'minst 80'", "80", FITS},
      {"index", "'över 80'", "'minst 80'", "79", NOT_BETWEEN},
      {"index", "'minst 80'", "'över 80'", "79", NOT_BETWEEN},
      {"index", "'knappt 80'", "'drygt 70'", "80", FITS},
      {"index", "'knappt 80'", "'drygt 70'", "81", NOT_BETWEEN},
      {"antal", "60", "'oklart'", "10", FITS},
      {"antal", "60", "40", "'cirka 9 223 372 036 854 775 807'", FITS},
      {"timmar", "100", "50", "150", FITS},
      {"timmar", "100", "50", "75", FITS},
      {"timmar", "100", "50", "160", NOT_BETWEEN},
      {"mnkr", "'500 tkr'", "'700 tkr'", "'1,2'", FITS},
      {"mnkr", "'500 tkr'", "'700 tkr'", "'2,2'", NOT_BETWEEN},
      {"%", "'12 kr'", "80", "70", FITS},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char members[256];
    snprintf(members, sizeof members,
             "'unit':'%s','observations':[{'period':'2025','women':%s,'men':%s,'value':%s}]",
             cases[i].unit, cases[i].women, cases[i].men, cases[i].value);
    vp_plan *plan = plan_of(members);
    vp_interval expected;
    const vp_observation *observation = observation_of(plan, 0);
    int found = (int)vp_observation_breakdown(&expected, indicator_of(plan), observation);
    if (found != cases[i].wanted) fail_msg("%s: %d", members, found);
    vp_plan_free(plan);
  }
}

static void where_the_value_should_lie(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'unit':'mnkr','observations':["
                          "{'period':'2025','women':'500 tkr','men':'700 tkr','value':'2,2'}]");
  vp_interval expected;
  assert_int_equal(vp_observation_breakdown(&expected, indicator_of(plan), observation_of(plan, 0)),
                   VP_BREAKDOWN_NOT_BETWEEN);
  assert_int_equal(vp_decimal_compare(expected.low.value, (vp_decimal){4995, -4}), 0);
  assert_int_equal(vp_decimal_compare(expected.high.value, (vp_decimal){7005, -4}), 0);
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_baseline_of_a_relative_target),
      cmocka_unit_test(a_target_that_is_met_before_its_period),
      cmocka_unit_test(a_target_against_the_direction),
      cmocka_unit_test(a_value_outside_its_range),
      cmocka_unit_test(the_range_that_a_value_broke),
      cmocka_unit_test(women_and_men_against_the_value),
      cmocka_unit_test(where_the_value_should_lie),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
