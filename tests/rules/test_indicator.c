#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "checks.h"

#define INDICATOR(MEMBERS) "'indicators':[{'id':'i','name':'Antal SIP'," MEMBERS "}]"
#define OBSERVED(OBSERVATIONS, MEMBERS) INDICATOR("'observations':[" OBSERVATIONS "]" MEMBERS)
#define OUTCOME(PERIOD, VALUE) "{'period':'" PERIOD "','value':" VALUE "}"
#define TARGET(MEMBERS) ",'target':{'period':'2026'," MEMBERS "}"

static void a_target_without_a_baseline(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {OBSERVED(OUTCOME("2025", "23"), TARGET("'increase_from':'2025'")), ""},
      {OBSERVED(OUTCOME("2024", "23"), TARGET("'increase_from':'2025'")),
       "warning indicator/no-baseline /indicators/0/target/increase_from: ”Antal SIP” ska jämföras "
       "med 2025 men inget utfall finns för 2025\n"},
      {INDICATOR("'target':{'decrease_from':'2025'}"),
       "warning indicator/no-baseline /indicators/0/target/decrease_from: ”Antal SIP” ska jämföras "
       "med 2025 men inget utfall finns för 2025\n"},
      {OBSERVED(OUTCOME("2025", "null"), TARGET("'increase_from':'2025'")),
       "warning indicator/no-baseline /indicators/0/target/increase_from: ”Antal SIP” ska jämföras "
       "med 2025 men utfallet för 2025 är inte ifyllt\n"},
      {OBSERVED(OUTCOME("2025", "'oklart'"), TARGET("'increase_from':'2025'")),
       "warning plan/unreadable-number /indicators/0/observations/0/value: ”oklart” går inte att "
       "läsa som ett tal\n"},
      {OBSERVED(OUTCOME("2025", "23"), TARGET("'increase_from':'20XX'")),
       "note date/incomplete /indicators/0/target/increase_from: datumet är inte ifyllt: ”20XX”\n"},
  };
  FINDS_ALL(cases);
  counts(cases[5].members, "indicator/no-baseline", 0, 0, 1);
}

static void a_baseline_that_covers_a_part_of_its_year(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {OBSERVED("{'period':'2025','value':50,'covers':'2025-01/2025-11'}",
                TARGET("'increase_from':'2025'")),
       "warning indicator/partial-baseline /indicators/0/target/increase_from: ”Antal SIP” ska "
       "jämföras med 2025 men det utfallet täcker bara 2025-01/2025-11\n"},
      {OBSERVED("{'period':'2025','value':50,'covers':'2025'}", TARGET("'increase_from':'2025'")),
       ""},
      {OBSERVED("{'period':'2025','value':50,'covers':'2025-H1'}", TARGET("'at_least':60")), ""},
  };
  FINDS_ALL(cases);
  counts(OBSERVED(OUTCOME("2024", "1"), TARGET("'increase_from':'2025'")),
         "indicator/partial-baseline", 0, 0, 1);
}

static void a_target_that_is_already_met(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {OBSERVED(OUTCOME("2025", "'95 %'"), TARGET("'at_least':'95 %'")),
       "note indicator/target-already-met /indicators/0/target/at_least: målet för ”Antal SIP” är "
       "redan nått: utfallet 2025 var 95 %\n"},
      {OBSERVED(OUTCOME("2025", "'Ja'"), TARGET("'equal':'ja'")),
       "note indicator/target-already-met /indicators/0/target/equal: målet för ”Antal SIP” är "
       "redan nått: utfallet 2025 var Ja\n"},
      {OBSERVED(OUTCOME("2025", "7"), TARGET("'between':[5,9]")),
       "note indicator/target-already-met /indicators/0/target/between: målet för ”Antal SIP” är "
       "redan nått: utfallet 2025 var 7\n"},
      {OBSERVED(OUTCOME("2025", "'94 %'"), TARGET("'at_least':'95 %'")), ""},
      {OBSERVED(OUTCOME("2026", "'95 %'"), TARGET("'at_least':'95 %'")), ""},
      {OBSERVED(OUTCOME("2025", "'950 %'"), TARGET("'at_least':'95 %'")),
       "error indicator/out-of-range /indicators/0/observations/0/value: 950 % ligger utanför det "
       "möjliga för ”Antal SIP”, som är mellan 0 och 100 %\n"},
      {OBSERVED(OUTCOME("2025", "9"), ",'direction':'lower'" TARGET("'at_least':8")),
       "error indicator/target-against-direction /indicators/0/target/at_least: målet för ”Antal "
       "SIP” går åt fel håll: planen säger att lägre är bättre\n"},
  };
  FINDS_ALL(cases);
  counts(cases[5].members, "indicator/target-already-met", 0, 0, 1);
}

static bool is_good(double value) { return value >= 80; }

static void a_target_that_a_function_judges(void **state) {
  (void)state;
  vp_functions *functions = NULL;
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  assert_int_equal(vp_functions_new(&functions, NULL, NULL), VP_OK);
  assert_int_equal(
      vp_functions_register(functions, "bra", "bool(f64)", (vp_native_function)is_good, NULL),
      VP_OK);
  assert_int_equal(
      vp_functions_register(functions, "text", "bool(string)", (vp_native_function)is_good, NULL),
      VP_OK);
  static const finding_case cases[] = {
      {OBSERVED(OUTCOME("2025", "70"), TARGET("'function':'bra'")), ""},
      {OBSERVED(OUTCOME("2025", "80"), TARGET("'function':'bra'")),
       "note indicator/target-already-met /indicators/0/target/function: målet för ”Antal SIP” är "
       "redan nått: utfallet 2025 var 80\n"},
      {OBSERVED(OUTCOME("2025", "80"), TARGET("'function':'Bra'")),
       "error indicator/unknown-function /indicators/0/target/function: målet för ”Antal SIP” ska "
       "prövas av funktionen ”Bra”, som programmet inte känner till\n"},
      {OBSERVED(OUTCOME("2025", "80"), TARGET("'function':'text'")),
       "error indicator/unknown-function /indicators/0/target/function: funktionen ”text” är "
       "bool(string) och kan inte pröva målet för ”Antal SIP”\n"},
  };
  options.functions = functions;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    finds_by(cases[i].members, options, cases[i].wanted);
  details_by(cases[2].members, options, "? menade du ”bra”?\n");
  details_by(cases[3].members, options,
             "en funktion som prövar ett mål tar ett tal och svarar ja eller nej, bool(f64), där "
             "i32, i64 och u64 duger i stället för f64\n");
  vp_functions_free(functions);
  counts(cases[0].members, "indicator/unknown-function", 1, 1, 0);
  counts(cases[0].members, "indicator/target-already-met", 0, 0, 1);
}

static void a_target_against_its_direction(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {OBSERVED(OUTCOME("2025", "5"), ",'direction':'lower'" TARGET("'at_most':4")), ""},
      {OBSERVED(OUTCOME("2025", "5"), ",'direction':'higher'" TARGET("'decrease_from':'2025'")),
       "error indicator/target-against-direction /indicators/0/target/decrease_from: målet för "
       "”Antal SIP” går åt fel håll: planen säger att högre är bättre\n"},
      {OBSERVED(OUTCOME("2025", "5"), ",'direction':'lower'" TARGET("'trend':'increase'")),
       "error indicator/target-against-direction /indicators/0/target/trend: målet för ”Antal SIP” "
       "går åt fel håll: planen säger att lägre är bättre\n"},
      {OBSERVED(OUTCOME("2025", "5"), ",'direction':'lower'" TARGET("'follow':true")), ""},
  };
  FINDS_ALL(cases);
}

static void a_value_that_cannot_be(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {OBSERVED(OUTCOME("2025", "-4"), ",'unit':'antal'"),
       "error indicator/out-of-range /indicators/0/observations/0/value: −4 ligger utanför det "
       "möjliga för ”Antal SIP”, som är minst 0\n"},
      {OBSERVED(OUTCOME("2025", "104"), ",'minimum':20,'maximum':100"),
       "error indicator/out-of-range /indicators/0/observations/0/value: 104 ligger utanför det "
       "möjliga för ”Antal SIP”, som är mellan 20 och 100\n"},
      {OBSERVED("{'period':'2025','value':50,'women':'101','men':'-1'}", ",'unit':'%'"),
       "error indicator/out-of-range /indicators/0/observations/0/women: 101 % ligger utanför det "
       "möjliga för ”Antal SIP”, som är mellan 0 och 100 %\n"
       "error indicator/out-of-range /indicators/0/observations/0/men: −1 % ligger utanför det "
       "möjliga för ”Antal SIP”, som är mellan 0 och 100 %\n"},
      {OBSERVED(OUTCOME("2025", "5"), ",'unit':'%'" TARGET("'at_least':'101'")),
       "error indicator/out-of-range /indicators/0/target/at_least: 101 % ligger utanför det "
       "möjliga för ”Antal SIP”, som är mellan 0 och 100 %\n"},
      {OBSERVED(OUTCOME("2025", "5"), ",'unit':'%'" TARGET("'between':[10,'110']")),
       "error indicator/out-of-range /indicators/0/target/between/1: 110 % ligger utanför det "
       "möjliga för ”Antal SIP”, som är mellan 0 och 100 %\n"},
      {OBSERVED(OUTCOME("2025", "'-2 mnkr'"), ""), ""},
  };
  FINDS_ALL(cases);
  counts(cases[2].members, "indicator/breakdown", 0, 0, 1);
}

static void an_outcome_that_is_missing(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {OBSERVED(OUTCOME("2024", "5") "," OUTCOME("2025", "null"), TARGET("'follow':true")),
       "note indicator/missing-outcome /indicators/0/observations/1: ”Antal SIP” saknar utfall för "
       "2025\n"},
      {OBSERVED("{'period':'2025','women':5,'men':4}", ""), ""},
      {INDICATOR("'target':{'at_least':5}"),
       "note indicator/missing-outcome /indicators/0: ”Antal SIP” har inget utfall\n"},
      {"'indicators':[{'id':'a','name':'A'},{'id':'b','name':'B','target':{'follow':true}},"
       "{'id':'c','name':'C','observations':[{'period':'2025','value':5}]}]",
       "note indicator/missing-outcome /indicators: 2 indikatorer har inget utfall: a och b\n"},
  };
  FINDS_ALL(cases);
}

static void an_outcome_that_should_have_come(void **state) {
  (void)state;
  static const char *const waiting = OBSERVED(OUTCOME("2025", "5"), TARGET("'at_least':6"));
  static const char *const late =
      "note indicator/missing-outcome /indicators/0: ”Antal SIP” skulle vara mätt 2026 men "
      "utfallet saknas\n";
  finds_as_of(waiting, (vp_date){2026, 12, 31}, "");
  finds_as_of(waiting, (vp_date){2027, 1, 1}, late);
  finds_as_of(waiting, (vp_date){0}, "");
  finds_as_of(INDICATOR("'target':{'period':'2026','at_least':6}"), (vp_date){2027, 1, 1}, late);
  finds_as_of(OBSERVED(OUTCOME("2025", "5") "," OUTCOME("2026", "6"), TARGET("'at_least':6")),
              (vp_date){2027, 1, 1}, "");
  finds_as_of(OBSERVED(OUTCOME("2026", "null"), TARGET("'at_least':6")), (vp_date){2027, 1, 1},
              "note indicator/missing-outcome /indicators/0/observations/0: ”Antal SIP” saknar "
              "utfall för 2026\n");
}

static void women_and_men_that_contradict_the_whole(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {OBSERVED("{'period':'2025','value':91,'women':58,'men':33}", ",'unit':'antal'"), ""},
      {OBSERVED("{'period':'2025','value':91,'women':58,'men':35}", ",'unit':'antal'"),
       "error indicator/breakdown /indicators/0/observations/0/value: 91 för ”Antal SIP” är inte "
       "summan av 58 för kvinnor och 35 för män\n"},
      {OBSERVED("{'period':'2025','value':'62','women':'50','men':'60'}", ",'unit':'%'"),
       "error indicator/breakdown /indicators/0/observations/0/value: 62 % för ”Antal SIP” ligger "
       "inte mellan 50 % för kvinnor och 60 % för män\n"},
      {OBSERVED("{'period':'2025','value':'60,4','women':'50','men':'60'}", ",'unit':'%'"), ""},
      {OBSERVED("{'period':'2025','value':'61','women':'50'}", ",'unit':'%'"), ""},
  };
  FINDS_ALL(cases);
  details(cases[1].members, VP_LANGUAGE_SV, "tillsammans ger de 93\n");
  details(cases[2].members, VP_LANGUAGE_SV,
          "det sammanlagda värdet måste vara mellan 49,5 och 60,5 %\n");
}

static void more_digits_than_declared(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {OBSERVED(OUTCOME("2025", "'87,25'"), ",'decimals':1"),
       "warning indicator/excess-digits /indicators/0/observations/0/value: 87,25 har fler "
       "decimaler än planen anger för ”Antal SIP” (1)\n"},
      {OBSERVED(OUTCOME("2025", "87.5"), ",'decimals':0,'unit':'%'"),
       "warning indicator/excess-digits /indicators/0/observations/0/value: 87,5 % har fler "
       "decimaler än planen anger för ”Antal SIP” (0)\n"},
      {OBSERVED(OUTCOME("2025", "87"), ",'decimals':1"), ""},
  };
  FINDS_ALL(cases);
}

#define GOALS(GOAL, OBJECTIVE)                                               \
  "'focus_areas':[{'id':'f','title':'F','goals':[{'id':'g','title':'G'" GOAL \
  ",'objectives':[{'id':'v','title':'Fler bilar'" OBJECTIVE "}]}]}]"
#define TWO_INDICATORS                                                                 \
  ",'indicators':[{'id':'i','name':'I','observations':[{'period':'2025','value':5}]}," \
  "{'id':'h','name':'H','observations':[{'period':'2025','value':5}]}]"

static void objectives_and_indicators_that_belong_together(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {GOALS("", ",'indicators':['i']") "," OBSERVED(OUTCOME("2025", "5"), ""), ""},
      {GOALS(",'indicators':['i']", "") "," OBSERVED(OUTCOME("2025", "5"), ""),
       "warning indicator/objective-without-indicator /focus_areas/0/goals/0/objectives/0: "
       "verksamhetsmålet ”Fler bilar” har ingen indikator\n"},
      {GOALS("", ",'indicators':['i']") TWO_INDICATORS,
       "note indicator/unused /indicators/1: inget mål eller uppdrag använder indikatorn ”H”\n"},
      {GOALS("", ",'indicators':['j']") "," OBSERVED(OUTCOME("2025", "5"), ""),
       "error plan/unknown-reference /focus_areas/0/goals/0/objectives/0/indicators/0: ”j” finns "
       "inte i planen\n"},
      {OBSERVED(OUTCOME("2025", "5"), ""), ""},
  };
  FINDS_ALL(cases);
  counts(cases[3].members, "indicator/unused", 0, 0, 1);
  counts(cases[4].members, "indicator/unused", 0, 0, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_target_without_a_baseline),
      cmocka_unit_test(a_baseline_that_covers_a_part_of_its_year),
      cmocka_unit_test(a_target_that_is_already_met),
      cmocka_unit_test(a_target_that_a_function_judges),
      cmocka_unit_test(a_target_against_its_direction),
      cmocka_unit_test(a_value_that_cannot_be),
      cmocka_unit_test(an_outcome_that_is_missing),
      cmocka_unit_test(an_outcome_that_should_have_come),
      cmocka_unit_test(women_and_men_that_contradict_the_whole),
      cmocka_unit_test(more_digits_than_declared),
      cmocka_unit_test(objectives_and_indicators_that_belong_together),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
