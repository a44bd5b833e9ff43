#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "budgets.h"

#define COLUMN_2026 "'columns':[{'id':'2026','label':'Budget 2026'}]"
#define FRAME(CHANGE, CLOSING)             \
  "'frame':{'opening':{'amount':'231,2'}," \
  "'changes':[{'id':'po','label':'PO','amount':" CHANGE "}],'closing':{'amount':" CLOSING "}}"

static void the_verdict_on_a_sum(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {TABLE(COLUMN_2026 ",'rows':[" ROW("a", "'1,1'") "," ROW("b", "'2,2'") "],'total':['3,3']"),
       ""},
      {TABLE(COLUMN_2026 ",'rows':[" ROW("a", "'1,1'") "," ROW("b", "'2,2'") "],'total':['3,4']"),
       "note budget/sum-rounding /budget/tables/0/total/0: kolumnen ”Budget 2026” i ”Internbudget” "
       "ger 3,3 mnkr men 3,4 mnkr är angivet: skillnaden −0,1 mnkr ryms i avrundningen\n"},
      {TABLE(COLUMN_2026 ",'rows':[" ROW("a", "'1,1'") "," ROW("b", "'1,1'") "," ROW(
           "c", "'1,1'") "," ROW("d", "'1,1'") "," ROW("e", "'1,1'") "],'total':['5,8']"),
       "warning budget/sum-doubtful /budget/tables/0/total/0: kolumnen ”Budget 2026” i "
       "”Internbudget” ger 5,5 mnkr men 5,8 mnkr är angivet: skillnaden −0,3 mnkr är mer än "
       "avrundning brukar ge\n"},
      {TABLE(COLUMN_2026 ",'rows':[" ROW("a", "'1,1'") "," ROW("b", "'2,2'") "],'total':['3,5']"),
       "error budget/sum-impossible /budget/tables/0/total/0: kolumnen ”Budget 2026” i "
       "”Internbudget” ger 3,3 mnkr men 3,5 mnkr är angivet: skillnaden −0,2 mnkr kan ingen "
       "avrundning förklara\n"},
      {TABLE(COLUMN_2026 ",'rounding':'adjusted','rows':[" ROW("a", "'1,1'") "," ROW(
           "b", "'2,2'") "],'total':['3,4']"),
       "error budget/sum-impossible /budget/tables/0/total/0: kolumnen ”Budget 2026” i "
       "”Internbudget” ger 3,3 mnkr men 3,4 mnkr är angivet: skillnaden är −0,1 mnkr, fast "
       "tabellen ska vara justerad\n"},
      {TABLE(COLUMN_2026 ",'rounding':'truncated','rows':[" ROW("a", "'1,1'") "," ROW(
           "b", "'2,2'") "],'total':['3,4']"),
       "note budget/sum-rounding /budget/tables/0/total/0: kolumnen ”Budget 2026” i ”Internbudget” "
       "ger 3,3 mnkr men 3,4 mnkr är angivet: skillnaden −0,1 mnkr ryms i avrundningen\n"},
      {TABLE(COLUMN_2026 ",'rounding':'truncated','rows':[" ROW("a", "'1,1'") "," ROW(
           "b", "'2,2'") "],'total':['3,2']"),
       "error budget/sum-impossible /budget/tables/0/total/0: kolumnen ”Budget 2026” i "
       "”Internbudget” ger 3,3 mnkr men 3,2 mnkr är angivet: skillnaden +0,1 mnkr kan ingen "
       "avrundning förklara\n"},
      {TABLE(COLUMN_2026 ",'rounding':'exact','rows':[" ROW("a", "'1,1'") "," ROW(
           "b", "'2,2'") "],'total':['3,4']"),
       "error budget/sum-impossible /budget/tables/0/total/0: kolumnen ”Budget 2026” i "
       "”Internbudget” ger 3,3 mnkr men 3,4 mnkr är angivet: skillnaden −0,1 mnkr kan ingen "
       "avrundning förklara\n"},
  };
  FINDS_ALL(cases);
}

static void a_number_that_is_only_a_bound(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {TABLE(COLUMN_2026
             ",'rows':[" ROW("a", "'minst 1,1'") "," ROW("b", "'2,2'") "],'total':['4,0']"),
       "note budget/sum-rounding /budget/tables/0/total/0: kolumnen ”Budget 2026” i ”Internbudget” "
       "ger 3,3 mnkr men 4,0 mnkr är angivet: talen kan ändå stämma överens\n"},
      {TABLE(COLUMN_2026
             ",'rows':[" ROW("a", "'minst 1,1'") "," ROW("b", "'2,2'") "],'total':['3,0']"),
       "error budget/sum-impossible /budget/tables/0/total/0: kolumnen ”Budget 2026” i "
       "”Internbudget” ger 3,3 mnkr men 3,0 mnkr är angivet: talen kan inte stämma överens\n"},
  };
  FINDS_ALL(cases);
}

static void what_is_added_up(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {BUDGET(FRAME("'+1,0'", "'232,2'")), ""},
      {BUDGET(FRAME("'+1,0'", "'233,2'")),
       "error budget/sum-impossible /budget/frame/closing/amount: ingående ram med förändringar "
       "ger 232,2 mnkr men 233,2 mnkr är angivet: skillnaden −1,0 mnkr kan ingen avrundning "
       "förklara\n"},
      {TABLE(COLUMN_2026 ",'rows':[" ROW("a", "'1,0'") "," ROW(
           "b", "'2,0'") ","
                         "{'id':'s','label':'Delsumma','sum_of':['a','b'],'values':['4,0']}],"
                         "'total':['4,0']"),
       "error budget/sum-impossible /budget/tables/0/rows/2/values/0: delsumman ”Delsumma” i "
       "kolumnen ”Budget 2026” ger 3,0 mnkr men 4,0 mnkr är angivet: skillnaden −1,0 mnkr kan "
       "ingen avrundning förklara\n"},
      {TABLE("'columns':['a','b',{'id':'d','label':'Skillnad','sum_of':['b','-a']}],"
             "'rows':[" ROW("x", "'1,0','3,0','4,0'") "],'total':['1,0','3,0','4,0']"),
       "error budget/sum-impossible /budget/tables/0/rows/0/values/2: raden ”Rad x” i "
       "”Internbudget”, summerad till kolumnen ”Skillnad”, ger 2,0 mnkr men 4,0 mnkr är angivet: "
       "skillnaden −2,0 mnkr kan ingen avrundning förklara\n"},
      {BUDGET("'tables':[{'id':'t'," COLUMN_2026 ","
              "'rows':[{'id':'a','label':'A','values':['3,0']}]}],"
              "'ties':[{'label':'Ram och rad','equal':['t.a.2026','t.a.2026']}]"),
       ""},
      {BUDGET(FRAME("'+1,0'", "'232,2'") ",'ties':[{'label':'Ramen','equal':['frame.opening',"
                                         "'frame.closing']}]"),
       "error budget/sum-impossible /budget/frame/closing/amount: sambandet ”Ramen” ger 231,2 mnkr "
       "men 232,2 mnkr är angivet: skillnaden −1,0 mnkr kan ingen avrundning förklara\n"},
      {BUDGET(FRAME("'+1,0'", "'232,2'") ",'ties':[{'equal':['frame.opening','frame.closing']}]"),
       "error budget/sum-impossible /budget/frame/closing/amount: sambandet ”frame.opening = "
       "frame.closing” ger 231,2 mnkr men 232,2 mnkr är angivet: skillnaden −1,0 mnkr kan ingen "
       "avrundning förklara\n"},
      {BUDGET(FRAME("'+1,0'", "'232,2'") ",'ties':[{'sum':['frame.closing','-po'],"
                                         "'equal':['-frame.opening']}]"),
       "error budget/sum-impossible /budget/frame/opening/amount: sambandet ”frame.closing … = "
       "-frame.opening” ger −231,2 mnkr men 231,2 mnkr är angivet: skillnaden −462,4 mnkr kan "
       "ingen avrundning förklara\n"},
  };
  FINDS_ALL(cases);
}

#define PARTS(HEMTJANST, BOENDE, TOTAL)                                                                \
  BUDGET(                                                                                              \
      "'tables':[{'id':'t','columns':['x'],'rows':[" ROW("a", HEMTJANST) "," ROW("b", BOENDE) "," ROW( \
          "c",                                                                                         \
          TOTAL) "]}],'ties':["                                                                        \
                 "{'label':'Äldreomsorgens delar','sum':['t.a.x','t.b.x'],'at_most':'t.c.x'}]")

static void what_may_be_at_most_so_much(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {PARTS("'40,1'", "'60,2'", "'100,3'"), ""},
      {PARTS("'40,1'", "'50,2'", "'100,3'"), ""},
      {PARTS("'40,1'", "'60,2'", "'100,2'"),
       "note budget/sum-rounding /budget/tables/0/rows/2/values/0: sambandet ”Äldreomsorgens "
       "delar” ger 100,3 mnkr men får ge högst 100,2 mnkr: skillnaden +0,1 mnkr ryms i "
       "avrundningen\n"},
      {PARTS("'40,1'", "'60,2'", "'99,3'"),
       "error budget/sum-impossible /budget/tables/0/rows/2/values/0: sambandet ”Äldreomsorgens "
       "delar” ger 100,3 mnkr men får ge högst 99,3 mnkr: skillnaden +1,0 mnkr kan ingen avrundning "
       "förklara\n"},
      {PARTS("'minst 40,1'", "'60,2'", "'99,3'"),
       "error budget/sum-impossible /budget/tables/0/rows/2/values/0: sambandet ”Äldreomsorgens "
       "delar” ger 100,3 mnkr men får ge högst 99,3 mnkr: talen kan inte stämma överens\n"},
      {PARTS("'högst 40,1'", "'60,2'", "'99,3'"),
       "note budget/sum-rounding /budget/tables/0/rows/2/values/0: sambandet ”Äldreomsorgens "
       "delar” ger 100,3 mnkr men får ge högst 99,3 mnkr: talen kan ändå stämma överens\n"},
      {BUDGET(FRAME("'+1,0'", "'232,2'") ",'ties':[{'sum':['frame.closing'],"
                                         "'at_most':'frame.opening'}]"),
       "error budget/sum-impossible /budget/frame/opening/amount: sambandet ”frame.closing ≤ "
       "frame.opening” ger 232,2 mnkr men får ge högst 231,2 mnkr: skillnaden +1,0 mnkr kan ingen "
       "avrundning förklara\n"},
  };
  FINDS_ALL(cases);
}

static void what_may_not_be_negative(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {TABLE("'not_negative':true," COLUMN_2026
             ",'rows':[" ROW("a", "'-1,1'") "," ROW("b", "'2,2'") "],'total':['1,1']"),
       "error budget/sum-impossible /budget/tables/0/rows/0/values/0: talet för ”Rad a” i kolumnen "
       "”Budget 2026” i ”Internbudget” är mindre än noll: −1,1 mnkr\n"},
      {TABLE("'not_negative':true," COLUMN_2026 ",'rows':[],'total':['-1,1']"),
       "error budget/sum-impossible /budget/tables/0/total/0: summan av kolumnen ”Budget 2026” i "
       "”Internbudget” är mindre än noll: −1,1 mnkr\n"},
      {TABLE("'not_negative':true," COLUMN_2026 ",'rows':[" ROW("a", "'cirka -1'") "]"), ""},
      {TABLE("'not_negative':true," COLUMN_2026 ",'rows':[" ROW("a", "'högst -1'") "]"),
       "error budget/sum-impossible /budget/tables/0/rows/0/values/0: talet för ”Rad a” i kolumnen "
       "”Budget 2026” i ”Internbudget” är mindre än noll: −1 mnkr\n"},
      /* the sum tells of the same fault */
      {TABLE("'not_negative':true," COLUMN_2026
             ",'rows':[" ROW("a", "'-1,1'") "," ROW("b", "'2,2'") "],'total':['3,3']"),
       "error budget/sum-impossible /budget/tables/0/total/0: kolumnen ”Budget 2026” i "
       "”Internbudget” ger 1,1 mnkr men 3,3 mnkr är angivet: skillnaden −2,2 mnkr kan ingen "
       "avrundning förklara\n"},
  };
  FINDS_ALL(cases);
}

static void money_in_different_units_agrees(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {TABLE(COLUMN_2026
             ",'rows':[" ROW("a", "'1 150 tkr'") "," ROW("b", "'1,0'") "],'total':['2,2']"),
       "note budget/sum-rounding /budget/tables/0/total/0: kolumnen ”Budget 2026” i ”Internbudget” "
       "ger 2,150 mnkr men 2,2 mnkr är angivet: skillnaden −0,050 mnkr ryms i avrundningen\n"},
      {TABLE(COLUMN_2026
             ",'rows':[" ROW("a", "'1 200 tkr'") "," ROW("b", "'1000000 kr'") "],'total':['2,2']"),
       ""},
      {TABLE("'unit':'antal'," COLUMN_2026
             ",'rows':[" ROW("a", "4") "," ROW("b", "5") "],'total':[10]"),
       "error budget/sum-impossible /budget/tables/0/total/0: kolumnen ”Budget 2026” i "
       "”Internbudget” ger 9,0 men 10,0 är angivet: skillnaden −1,0 kan ingen avrundning "
       "förklara\n"},
  };
  FINDS_ALL(cases);
}

static void the_tolerance_and_why(void **state) {
  (void)state;
  details(TABLE(COLUMN_2026 ",'rows':[" ROW("a", "'1,1'") "," ROW(
              "b", "'2,2'") ","
                            "{'id':'c','label':'C','values':['3,3']}],'total':['6,7']"),
          VP_LANGUAGE_SV,
          "tolerans 0,17 mnkr: det mesta som avrundning av 4 tal brukar ge (tre "
          "standardavvikelser)\n"
          "den sanna summan är mellan 6,45 och 6,75 mnkr, det angivna talet mellan 6,65 och 6,75 "
          "mnkr\n");
  details(TABLE(COLUMN_2026 ",'rows':[" ROW("a", "'1,1'") "],'total':['1,2']"), VP_LANGUAGE_EN,
          "tolerance 0.10 mnkr: the most that rounding 2 numbers can give\n"
          "the true sum is between 1.05 and 1.15 mnkr, the stated number between 1.15 and 1.25 "
          "mnkr\n");
  details(TABLE(COLUMN_2026 ",'rows':[" ROW("a", "'1,1'") "],'total':['1,3']"), VP_LANGUAGE_SV,
          "tolerans 0,10 mnkr: det mesta som avrundning av 2 tal kan ge\n"
          "den sanna summan är mellan 1,05 och 1,15 mnkr, det angivna talet mellan 1,25 och 1,35 "
          "mnkr\n"
          "? jämför varje tal med underlaget: minst ett av dem är fel\n");
  details(TABLE(COLUMN_2026 ",'rounding':'exact','rows':[" ROW("a", "'1,1'") "],'total':['1,3']"),
          VP_LANGUAGE_EN,
          "tolerance 0.0 mnkr: all the numbers are exact\n"
          "the true sum is 1.1 mnkr, the stated number 1.3 mnkr\n"
          "? hold each number against its source: at least one of them is wrong\n");
  details(
      TABLE(COLUMN_2026 ",'rounding':'adjusted','rows':[" ROW("a", "'1,1'") "],'total':['1,2']"),
      VP_LANGUAGE_SV,
      "tolerans 0: planen uppger att tabellen är justerad så att den går jämnt ut\n"
      "den sanna summan är mellan 1,05 och 1,15 mnkr, det angivna talet mellan 1,15 och 1,25 "
      "mnkr\n"
      "? rätta ett tal, eller ta bort uppgiften att tabellen är justerad (\"rounding\")\n");
  details(TABLE(COLUMN_2026 ",'rows':[" ROW("a", "'över 1,1'") "],'total':['1,5']"), VP_LANGUAGE_SV,
          "ett av talen anger bara en gräns (över, under, minst eller högst)\n"
          "den sanna summan är mer än 1,1 mnkr, det angivna talet mellan 1,45 och 1,55 mnkr\n");
}

static void the_values_of_a_finding(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      TABLE(COLUMN_2026 ",'rows':[" ROW("a", "'1,1'") "," ROW("b", "'2,2'") "],'total':['3,5']"));
  vp_report *report = checked(plan, NULL);
  const vp_finding *finding = vp_report_finding(report, 0);
  assert_string_equal(vp_element_id(finding->element), "t");
  assert_string_equal(value_of(finding, "column")->text, "Budget 2026");
  assert_string_equal(value_of(finding, "table")->text, "Internbudget");
  assert_int_equal(value_of(finding, "difference")->unit, VP_UNIT_MNKR);
  assert_int_equal(vp_decimal_compare(value_of(finding, "sum")->number, (vp_decimal){33, -1}), 0);
  assert_int_equal(vp_decimal_compare(value_of(finding, "stated")->number, (vp_decimal){35, -1}),
                   0);
  assert_int_equal(
      vp_decimal_compare(value_of(finding, "difference")->number, (vp_decimal){-2, -1}), 0);
  assert_int_equal(vp_decimal_compare(value_of(finding, "tolerance")->number, (vp_decimal){15, -2}),
                   0);
  assert_int_equal(value_of(finding, "sum_interval")->kind, VP_VALUE_INTERVAL);
  vp_report_free(report);
  vp_plan_free(plan);
}

static void what_could_not_be_judged(void **state) {
  (void)state;
  counts(TABLE(COLUMN_2026 ",'rows':[" ROW("a", "null") "," ROW("b", "'2,2'") "],'total':['3,5']"),
         "budget/sum-impossible", 0, 0, 1);
  counts(TABLE(COLUMN_2026 ",'rows':[" ROW("a", "'1 %'") "," ROW("b", "'2,2'") "],'total':['3,5']"),
         "budget/sum-rounding", 0, 0, 1);
  counts(BUDGET(FRAME("'+1,0'", "'233,2'")), "budget/sum-impossible", 1, 1, 0);
  counts(BUDGET(FRAME("'+1,0'", "'233,2'")), "budget/sum-doubtful", 1, 0, 0);
  counts("'units':[]", "budget/sum-impossible", 0, 0, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_verdict_on_a_sum),
      cmocka_unit_test(a_number_that_is_only_a_bound),
      cmocka_unit_test(what_is_added_up),
      cmocka_unit_test(money_in_different_units_agrees),
      cmocka_unit_test(the_tolerance_and_why),
      cmocka_unit_test(the_values_of_a_finding),
      cmocka_unit_test(what_may_be_at_most_so_much),
      cmocka_unit_test(what_could_not_be_judged),
      cmocka_unit_test(what_may_not_be_negative),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
