#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/track.h>

#include "../profiles.h"
#include "indicators.h"

static void has_status(const vp_profile *profile, const char *indicator, const char *earlier,
                       const char *later, const char *wanted) {
  char members[512];
  snprintf(members, sizeof members,
           "%s,'observations':[{'period':'2024','value':%s},{'period':'2025','value':%s}]",
           indicator, earlier, later);
  vp_plan *plan = plan_of(members);
  assert_int_equal(vp_plan_use_profile(plan, profile, NULL), VP_OK);
  vp_tracking *tracking;
  assert_int_equal(vp_track(&tracking, plan, NULL), VP_OK);
  const char *found = vp_indicator_status_name(vp_tracking_indicator(tracking, 0)->status);
  if (strcmp(found, wanted) != 0) fail_msg("%s: %s", members, found);
  vp_tracking_free(tracking);
  vp_plan_free(plan);
}

typedef struct change_case {
  const char *indicator, *earlier, *later;
  const char *without, *with; /* a deadband of 1 per cent */
} change_case;

#define HIGHER "'direction':'higher'"
#define INCREASE(MEMBERS) "'target':{'period':'2025','increase_from':'2024'" MEMBERS "}"

static const change_case changes[] = {
    {HIGHER, "'100,0'", "'100,9'", "better", "unchanged"},
    {HIGHER, "'100,0'", "'99,1'", "worse", "unchanged"},
    {HIGHER, "'100,0'", "'101,0'", "better", "better"},
    {HIGHER, "'100,0'", "'99,0'", "worse", "worse"},
    {"'direction':'lower'", "'100,0'", "'99,1'", "better", "unchanged"},
    {HIGHER, "'-100,0'", "'-99,5'", "better", "unchanged"},
    {HIGHER, "'-100,0'", "'-99,0'", "better", "better"},
    {HIGHER, "'0,0'", "'0,1'", "better", "better"},
    {"'unit':'antal'", "100", "'100,5'", "not_yet_measurable", "not_yet_measurable"},
    /* of 80 per cent, 1 per cent is 0,8 percentage points */
    {HIGHER, "'80,0 %'", "'80,7 %'", "better", "unchanged"},
    {HIGHER, "'80,0 %'", "'80,8 %'", "better", "better"},
    {HIGHER, "'1 000 tkr'", "'1,005 mnkr'", "better", "unchanged"},
    {HIGHER, "'1 000 tkr'", "'1,015 mnkr'", "better", "better"},
    {HIGHER, "'100,0'", "'över 100,5'", "better", "better"},
    {HIGHER, "'Ja'", "'Ja'", "unchanged", "unchanged"},

    /* targets */
    {"'target':{'period':'2025','at_least':'100,5'}", "'100,0'", "'100,6'", "met", "met"},
    {INCREASE(""), "'100,0'", "'100,6'", "met", "unchanged"},
    {INCREASE(""), "'100,0'", "'99,4'", "worse", "unchanged"},
    {INCREASE(""), "'100,0'", "'101,0'", "met", "met"},
    {INCREASE(",'by':'0,5'"), "'100,0'", "'100,6'", "met", "met"},
    {INCREASE(",'by':'0,7'"), "'100,0'", "'100,6'", "not_met", "not_met"},
    {INCREASE(",'by_percent':'0,5 %'"), "'100,0'", "'100,6'", "met", "met"},
    {"'target':{'period':'2025','trend':'increase'}", "'100,0'", "'100,6'", "met", "unchanged"},
};

static void a_small_change_is_none(void **state) {
  (void)state;
  vp_profile *none = profile_of("'thresholds':{'deadband_percent':0}");
  vp_profile *one = profile_of("'thresholds':{'deadband_percent':1}");
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    const change_case *c = &changes[i];
    has_status(NULL, c->indicator, c->earlier, c->later, c->without);
    has_status(none, c->indicator, c->earlier, c->later, c->without);
    has_status(one, c->indicator, c->earlier, c->later, c->with);
  }
  vp_profile_free(one);
  vp_profile_free(none);
}

static void the_nearest_profile_counts(void **state) {
  (void)state;
  vp_profile *five = profile_of("'thresholds':{'deadband_percent':5}");
  vp_profile *silent = profile_above("'thresholds':{'sum_sigmas':3}", five);
  vp_profile *own = profile_above("'thresholds':{'deadband_percent':0.5}", five);
  has_status(silent, HIGHER, "'100,0'", "'104,9'", "unchanged");
  has_status(silent, HIGHER, "'100,0'", "'105,0'", "better");
  has_status(own, HIGHER, "'100,0'", "'100,4'", "unchanged");
  has_status(own, HIGHER, "'100,0'", "'100,5'", "better");
  vp_profile_free(own);
  vp_profile_free(silent);
  vp_profile_free(five);
}

static void results_say_what_they_used(void **state) {
  (void)state;
  vp_profile *profile = profile_of("'thresholds':{'deadband_percent':2.5}");
  vp_plan *plan = plan_of(HIGHER);
  for (int with = 0; with <= 1; with++) {
    assert_int_equal(vp_plan_use_profile(plan, with ? profile : NULL, NULL), VP_OK);
    vp_tracking *tracking;
    assert_int_equal(vp_track(&tracking, plan, NULL), VP_OK);
    vp_decimal wanted = with ? (vp_decimal){25, -1} : (vp_decimal){0, 0};
    assert_int_equal(vp_decimal_compare(vp_tracking_deadband(tracking), wanted), 0);
    vp_tracking_free(tracking);
  }
  vp_plan_free(plan);
  vp_profile_free(profile);
}

static void an_odd_deadband_is_refused(void **state) {
  (void)state;
  profile_is_refused("\n'thresholds':{'deadband_percent':@50.1}",
                     "\"deadband_percent\" takes a number from 0 to 50, not 50.1");
  profile_is_refused("'thresholds':{'deadband_percent':@-1}",
                     "\"deadband_percent\" takes a number from 0 to 50, not -1");
  profile_is_refused("'thresholds':{'deadband_percent':@'1 %'}",
                     "\"deadband_percent\" takes a number, not a text");
  profile_is_refused("'thresholds':{'deadband_percent':@null}",
                     "\"deadband_percent\" takes a number, not null");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_small_change_is_none),
      cmocka_unit_test(the_nearest_profile_counts),
      cmocka_unit_test(results_say_what_they_used),
      cmocka_unit_test(an_odd_deadband_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
