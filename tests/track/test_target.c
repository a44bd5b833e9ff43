#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "indicators.h"
#include "track/target.h"

enum { NO = VP_ANSWER_NO, UNKNOWN = VP_ANSWER_UNKNOWN, YES = VP_ANSWER_YES };

/* Values are JSON. */
static vp_plan *plan_for(const char *unit, const char *target, const char *baseline,
                         const char *outcome) {
  char members[512];
  snprintf(members, sizeof members,
           "'unit':'%s','decimals':0,'target':{'period':'2026',%s},"
           "'observations':[{'period':'2025','value':%s},{'period':'2026','value':%s}]",
           unit, target, baseline, outcome);
  return plan_of(members);
}

static void check(const char *unit, const char *target, const char *baseline, const char *outcome,
                  int wanted) {
  vp_plan *plan = plan_for(unit, target, baseline, outcome);
  const vp_observation *from = observation_of(plan, 0), *to = observation_of(plan, 1);
  int found = (int)vp_target_is_met(indicator_of(plan), to, from, NULL);
  if (found != wanted)
    fail_msg("%s: from %s to %s %s is %d, not %d", target, baseline, outcome, unit, found, wanted);
  vp_plan_free(plan);
}

static void an_absolute_target(void **state) {
  (void)state;
  static const struct {
    const char *unit, *target, *outcome;
    int wanted;
  } cases[] = {
      {"index", "'at_least':81", "80", NO},
      {"index", "'at_least':81", "81", YES},
      {"%", "'at_least':'95 %'", "'95 %'", YES},
      {"%", "'at_least':'95 %'", "'94,9 %'", NO},
      {"%", "'at_least':95", "'95,0 %'", YES},
      {"%", "'at_least':95", "'drygt 95 %'", YES},
      {"%", "'at_least':95", "'cirka 95 %'", UNKNOWN},
      {"%", "'at_least':95", "'knappt 95 %'", NO},
      {"%", "'at_least':95", "'över 90 %'", UNKNOWN},
      {"%", "'at_least':'över 95 %'", "'95 %'", NO},
      {"%", "'at_least':'minst 95 %'", "'95 %'", YES},
      {"%", "'at_least':'högst 95 %'", "'95 %'", UNKNOWN},
      {"%", "'at_least':null", "'95 %'", UNKNOWN},
      {"%", "'at_least':'hög'", "'95 %'", UNKNOWN},
      {"%", "'at_least':95", "null", UNKNOWN},
      {"%", "'at_least':95", "'Ja'", UNKNOWN},
      {"%", "'at_least':95", "'95 st'", UNKNOWN},
      {"antal", "'at_most':10", "10", YES},
      {"antal", "'at_most':10", "11", NO},
      {"antal", "'at_most':10", "'under 10'", YES},
      {"antal", "'at_most':10", "'minst 10'", UNKNOWN},
      {"index", "'between':[5,7]", "5", YES},
      {"index", "'between':[5,7]", "7", YES},
      {"index", "'between':[5,7]", "8", NO},
      {"index", "'between':[5,7]", "'4,9'", NO},
      {"index", "'between':[7,5]", "6", UNKNOWN},
      {"index", "'between':[5,null]", "6", UNKNOWN},
      {"antal", "'equal':3", "3", YES},
      {"antal", "'equal':3", "'3,0'", YES},
      {"antal", "'equal':3", "4", NO},
      {"antal", "'equal':'cirka 300'", "310", YES},
      {"", "'equal':'Ja'", "'ja'", YES},
      {"", "'equal':'Ja'", "'Nej'", NO},
      {"", "'equal':'Ja'", "1", UNKNOWN},
      {"mnkr", "'at_most':'2,15'", "'2 150 tkr'", YES},
      {"mnkr", "'at_most':'2,15'", "'2 151 tkr'", NO},
      {"", "'follow':true", "5", UNKNOWN},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    check(cases[i].unit, cases[i].target, "null", cases[i].outcome, cases[i].wanted);
}

static void a_change(void **state) {
  (void)state;
  static const struct {
    const char *unit, *target, *baseline, *outcome;
    int wanted;
  } cases[] = {
      {"antal", "'increase_from':'2025'", "50", "51", YES},
      {"antal", "'increase_from':'2025'", "50", "50", NO},
      {"antal", "'increase_from':'2025'", "50", "49", NO},
      {"antal", "'increase_from':'2025'", "null", "51", UNKNOWN},
      {"antal", "'increase_from':'2025'", "50", "'drygt 50'", YES},
      {"antal", "'increase_from':'2025'", "'Nej'", "'Ja'", UNKNOWN},
      {"%", "'increase_from':'2025'", "14", "'14,4 %'", NO},
      {"%", "'decrease_from':'2025'", "14", "13", YES},
      {"antal", "'trend':'increase'", "50", "51", YES},
      {"antal", "'trend':'decrease'", "50", "51", NO},
      {"antal", "'increase_from':'2025','by':3", "50", "53", YES},
      {"antal", "'increase_from':'2025','by':3", "50", "52", NO},
      {"antal", "'increase_from':'2025','by':'minst 3'", "50", "53", YES},
      {"antal", "'increase_from':'2025','by':'mer än 3'", "50", "53", NO},
      {"antal", "'increase_from':'2025','by':'cirka 3'", "50", "52", YES},
      {"antal", "'increase_from':'2025','by':3", "'cirka 50'", "57", UNKNOWN},
      {"antal", "'increase_from':'2025','by':3", "'cirka 50'", "58", YES},
      {"antal", "'increase_from':'2025','by':null", "50", "53", UNKNOWN},
      {"antal", "'increase_from':'2025','by':'3 %'", "50", "53", UNKNOWN},
      {"antal", "'increase_from':'2025','by':-3", "50", "53", UNKNOWN},
      {"index", "'increase_from':'2025','by':3", "77", "80", YES},
      {"%", "'decrease_from':'2025','by':'2 procentenheter'", "14", "12", YES},
      {"%", "'decrease_from':'2025','by':'2 procentenheter'", "14", "13", NO},
      {"tkr", "'decrease_from':'2025','by':'0,5 mnkr'", "'2,0 mnkr'", "1500", YES},
      {"tkr", "'decrease_from':'2025','by':'0,5 mnkr'", "'2,0 mnkr'", "1501", NO},
      {"antal", "'increase_from':'2025','by_percent':10", "50", "55", YES},
      {"antal", "'increase_from':'2025','by_percent':'10 %'", "50", "54", NO},
      {"antal", "'increase_from':'2025','by_percent':'över 10 %'", "50", "55", NO},
      {"antal", "'decrease_from':'2025','by_percent':10", "50", "45", YES},
      {"antal", "'decrease_from':'2025','by_percent':10", "50", "46", NO},
      {"antal", "'increase_from':'2025','by_percent':10", "-50", "-45", YES},
      {"antal", "'increase_from':'2025','by_percent':10", "-50", "-46", NO},
      {"antal", "'decrease_from':'2025','by_percent':10", "-50", "-55", YES},
      {"antal", "'decrease_from':'2025','by_percent':10", "-50", "-54", NO},
      {"antal", "'increase_from':'2025','by_percent':10", "0", "1", YES},
      {"antal", "'increase_from':'2025','by_percent':'?'", "50", "55", UNKNOWN},
      {"antal", "'increase_from':'2025','by':6,'by_percent':10", "50", "55", NO},
      {"antal", "'increase_from':'2025','by':6,'by_percent':10", "50", "56", YES},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    check(cases[i].unit, cases[i].target, cases[i].baseline, cases[i].outcome, cases[i].wanted);
}

#define BIG "9 223 372 036 854 775 807"

/* Nothing is concluded from what the arithmetic cannot hold, or from a change that says nothing. */
static void what_cannot_be_computed_is_not_known(void **state) {
  (void)state;
  static const struct {
    const char *unit, *target, *baseline, *outcome;
  } cases[] = {
      {"antal", "'at_least':5", "null", "'cirka " BIG "'"},
      {"antal", "'at_least':'cirka " BIG "'", "null", "5"},
      {"antal", "'increase_from':'2025'", "5", "'cirka " BIG "'"},
      {"antal", "'increase_from':'2025','by':'högst 3'", "50", "53"},
      {"antal", "'increase_from':'2025','by_percent':'högst 3 %'", "50", "53"},
      {"antal", "'increase_from':'2025','by_percent':'-3 %'", "50", "53"},
      {"antal", "'increase_from':'2025','by_percent':'cirka " BIG " %'", "50", "53"},
      {"antal", "'increase_from':'2025','by_percent':'" BIG " %'", "50", "53"},
      {"antal", "'increase_from':'2025','by_percent':'0,000000000000000000000000000000000001'",
       "50", "53"},
      {"antal", "'increase_from':'2025','by_percent':11", "'8 999 999 999 999 999 999'",
       "'" BIG "'"},
      {"antal", "'increase_from':'2025','by':1", "'0,1'", "'" BIG "'"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    check(cases[i].unit, cases[i].target, cases[i].baseline, cases[i].outcome, UNKNOWN);
  vp_plan *plan = plan_of("'observations':[{'period':'2025','value':1}]");
  assert_int_equal(vp_target_is_met(indicator_of(plan), observation_of(plan, 0), NULL, NULL),
                   UNKNOWN);
  vp_plan_free(plan);
}

static void what_a_target_says(void **state) {
  (void)state;
  static const struct {
    const char *target;
    int kind;
    bool absolute, relative;
    int better;
  } cases[] = {
      {"'at_least':1", VP_TARGET_AT_LEAST, true, false, VP_BETTER_HIGHER},
      {"'at_least':null", VP_TARGET_AT_LEAST, true, false, VP_BETTER_HIGHER},
      {"'at_most':1", VP_TARGET_AT_MOST, true, false, VP_BETTER_LOWER},
      {"'between':[1,2]", VP_TARGET_BETWEEN, true, false, VP_BETTER_UNKNOWN},
      {"'equal':'Ja'", VP_TARGET_EQUAL, true, false, VP_BETTER_UNKNOWN},
      {"'increase_from':'2025'", VP_TARGET_INCREASE, false, true, VP_BETTER_HIGHER},
      {"'decrease_from':'2025'", VP_TARGET_DECREASE, false, true, VP_BETTER_LOWER},
      {"'trend':'increase'", VP_TARGET_INCREASE, false, false, VP_BETTER_HIGHER},
      {"'trend':'decrease'", VP_TARGET_DECREASE, false, false, VP_BETTER_LOWER},
      {"'follow':true", VP_TARGET_FOLLOW, false, false, VP_BETTER_UNKNOWN},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_plan *plan = plan_for("antal", cases[i].target, "1", "2");
    const vp_indicator *indicator = indicator_of(plan);
    assert_int_equal(vp_target_kind_of(indicator->target), cases[i].kind);
    assert_int_equal(vp_target_is_absolute(indicator->target), cases[i].absolute);
    assert_int_equal(vp_target_is_relative(indicator->target), cases[i].relative);
    assert_int_equal(vp_target_better(indicator->target), cases[i].better);
    assert_ptr_equal(vp_indicator_baseline(indicator),
                     cases[i].relative ? observation_of(plan, 0) : NULL);
    vp_plan_free(plan);
  }
}

static void the_direction_of_an_indicator_is_its_targets_first(void **state) {
  (void)state;
  static const struct {
    const char *members;
    int better;
  } cases[] = {
      {"'unit':'antal'", VP_BETTER_UNKNOWN},
      {"'direction':'lower'", VP_BETTER_LOWER},
      {"'direction':'higher','target':{'equal':3}", VP_BETTER_HIGHER},
      {"'direction':'lower','target':{'at_least':3}", VP_BETTER_HIGHER},
      {"'target':{'follow':true}", VP_BETTER_UNKNOWN},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_plan *plan = plan_of(cases[i].members);
    assert_int_equal(vp_indicator_better(indicator_of(plan)), cases[i].better);
    vp_plan_free(plan);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_absolute_target),
      cmocka_unit_test(a_change),
      cmocka_unit_test(what_cannot_be_computed_is_not_known),
      cmocka_unit_test(what_a_target_says),
      cmocka_unit_test(the_direction_of_an_indicator_is_its_targets_first),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
