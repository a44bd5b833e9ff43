#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "profiled.h"

#define RISK(ID, VALUE) "{'id':'" ID "','title':'Risk " ID "','value':" VALUE "}"
#define CONTROL(ID, RISK)                                                                    \
  "{'id':'" ID "','risk':'" RISK "','what':'V','responsible':'R','method':'M','report_by':'" \
  "2026'}"
#define RISKS \
  "'risks':[" RISK("a", "9") "," RISK("b", "8") "," RISK("c", "12") "," RISK("d", "4") "]"
#define HIGH(ID, VALUE, PATH)                                                 \
  "warning risk/high-without-control /risks/" PATH "/title: risken ”Risk " ID \
  "” har ingen kontroll fast riskvärdet " VALUE " är högt\n"

/* The order of the other risks is free: 4 has a control and 8 has none. */
static void high_risks_need_a_control(void **state) {
  (void)state;
  static const struct {
    const char *thresholds, *wanted;
  } cases[] = {
      {"'thresholds':{'high_risk':9}", HIGH("a", "9", "0") HIGH("c", "12", "2")},
      {"'thresholds':{'high_risk':9.5}", HIGH("c", "12", "2")},
      {"'thresholds':{'high_risk':12}", HIGH("c", "12", "2")},
      {"'thresholds':{'high_risk':13}", ""},
      {"'thresholds':{'high_risk':8}",
       HIGH("a", "9", "0") HIGH("b", "8", "1") HIGH("c", "12", "2")},
      {"'thresholds':{}",
       "warning risk/lower-risk-controlled-first /risks/3/title: risken ”Risk d” (4) har en "
       "kontroll men 3 risker med högre värde har ingen: c (12), a (9) och b (8)\n"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_profile *profile = profile_of(cases[i].thresholds);
    finds_with(profile, RISKS ",'controls':[" CONTROL("k", "d") "]", cases[i].wanted);
    vp_profile_free(profile);
  }
}

static void a_controlled_or_unscored_risk_is_quiet(void **state) {
  (void)state;
  vp_profile *profile = profile_of("'thresholds':{'high_risk':9}");
  finds_with(profile, RISKS ",'controls':[" CONTROL("k", "a") "," CONTROL("l", "c") "]", "");
  finds_with(profile, "'risks':[{'id':'a','title':'A'}]",
             "note risk/unscored /risks: 1 av 1 risker saknar riskvärde: a\n");
  finds_with(profile, "'risks':[" RISK("a", "9") "]", HIGH("a", "9", "0"));
  vp_profile_free(profile);
}

/* The control may be for any of them. */
static void a_control_for_an_unknown_risk_leaves_it_open(void **state) {
  (void)state;
  vp_profile *profile = profile_of("'thresholds':{'high_risk':9}");
  finds_with(profile, RISKS ",'controls':[" CONTROL("k", "zzz") "]",
             "error control/unknown-risk /controls/0/risk: kontrollen ”V” hör till ”zzz”, som inte "
             "är en risk i planen\n");
  vp_profile_free(profile);
}

static void the_profile_is_named_as_the_reason(void **state) {
  (void)state;
  vp_profile *far = profile_of("'thresholds':{'high_risk':9}");
  vp_profile *near = profile_above("'thresholds':{'sum_sigmas':3}", far);
  details_with(
      near, "'risks':[" RISK("a", "9") "]", VP_LANGUAGE_EN,
      "by the profile a risk is high from 9 on\n"
      "? take the risk into the internal control plan, or write why it needs no control\n");
  vp_profile_free(near);
  vp_profile_free(far);
}

static void an_odd_limit_is_refused(void **state) {
  (void)state;
  profile_is_refused("'thresholds':{'high_risk':@-1}",
                     "\"high_risk\" takes a number from 0 to 1000000, not -1");
  profile_is_refused("'thresholds':{'high_risk':@'hög'}",
                     "\"high_risk\" takes a number, not a text");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(high_risks_need_a_control),
      cmocka_unit_test(a_controlled_or_unscored_risk_is_quiet),
      cmocka_unit_test(a_control_for_an_unknown_risk_leaves_it_open),
      cmocka_unit_test(the_profile_is_named_as_the_reason),
      cmocka_unit_test(an_odd_limit_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
