#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "budgets.h"

#define COLUMNS "'columns':[{'id':'2026','label':'År 2026'},{'id':'2025','label':'År 2025'}]"
#define UNDETERMINED "inget samband i planen räcker för att räkna ut talet\n"
#define HOW_TO_WRITE \
  "? skriv talet som 231,2 eller 1 949 356 kr, eller null utan citattecken om det är okänt\n"

static void a_cell_that_is_missing(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0',null") "," ROW(
           "b", "'2,0','3,0'") "],'total':['3,0','4,5']"),
       "note budget/missing-cell /budget/tables/0/rows/0/values/1: talet för ”Rad a” i kolumnen "
       "”År 2025” i ”Internbudget” saknas\n"},
      {TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0','1,5'") "],'total':['1,0',null]"),
       "note budget/missing-cell /budget/tables/0/total/1: summan av kolumnen ”År 2025” i "
       "”Internbudget” saknas\n"},
      {BUDGET("'frame':{'opening':{'amount':null},"
              "'changes':[{'id':'po','label':'PO','amount':'1,0'}],'closing':{'amount':'2,0'}}"),
       "note budget/missing-cell /budget/frame/opening/amount: ingående ram saknas\n"},
      {BUDGET("'frame':{'opening':{'amount':'1,0'},"
              "'changes':[{'id':'po','label':'PO','amount':null}],'closing':{'amount':null}}"),
       "note budget/missing-cell /budget/frame/changes/0/amount: beloppet för ”PO” saknas\n"
       "note budget/missing-cell /budget/frame/closing/amount: utgående ram saknas\n"},
      {TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0','oklart'") "," ROW(
           "b", "'2,0','3,0'") "],'total':['3,0','4,5']"),
       "note budget/missing-cell /budget/tables/0/rows/0/values/1: talet för ”Rad a” i kolumnen "
       "”År 2025” i ”Internbudget” går inte att läsa som ett tal: ”oklart”\n"},
      {TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0','ja'") "]"),
       "note budget/missing-cell /budget/tables/0/rows/0/values/1: talet för ”Rad a” i kolumnen "
       "”År 2025” i ”Internbudget” går inte att läsa som ett tal: ”ja”\n"},
  };
  FINDS_ALL(cases);
}

static void what_a_missing_cell_should_be(void **state) {
  (void)state;
  details(TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0',null") "," ROW(
              "b", "'2,0','3,0'") "],'total':['3,0','4,5']"),
          VP_LANGUAGE_SV,
          "kolumnen ”År 2025” i ”Internbudget” ger 1,5 mnkr; det sanna talet är mellan 1,40 och "
          "1,60 mnkr\n"
          "? skriv in 1,5 mnkr om underlaget säger detsamma\n");
  details(TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0',null") "]"), VP_LANGUAGE_SV, UNDETERMINED);
  details(TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0','-'") "]"), VP_LANGUAGE_SV,
          UNDETERMINED HOW_TO_WRITE);
  details(TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0','-'") "],'total':['1,0','4,5']"),
          VP_LANGUAGE_SV,
          "kolumnen ”År 2025” i ”Internbudget” ger 4,5 mnkr; det sanna talet är mellan 4,45 och "
          "4,55 mnkr\n" HOW_TO_WRITE);
}

/* The relation has a row, column and table of its own. */
static void the_cell_keeps_its_name_beside_the_relation_that_determines_it(void **state) {
  (void)state;
  static const char *const members =
      TABLE("'columns':['a','b',{'id':'d','label':'Skillnad','sum_of':['b','-a']}],"
            "'rows':[" ROW("x", "'1,0',null,'2,0'") "]");
  finds(members,
        "note budget/missing-cell /budget/tables/0/rows/0/values/1: talet för ”Rad x” i kolumnen "
        "”b” i ”Internbudget” saknas\n");
  details(members, VP_LANGUAGE_SV,
          "raden ”Rad x” i ”Internbudget”, summerad till kolumnen ”Skillnad”, ger 3,0 mnkr; det "
          "sanna talet är mellan 2,90 och 3,10 mnkr\n"
          "? skriv in 3,0 mnkr om underlaget säger detsamma\n");
  vp_plan *plan = plan_with(members);
  vp_report *report = checked(plan, NULL);
  assert_string_equal(value_of(vp_report_finding(report, 0), "column")->text, "b");
  vp_report_free(report);
  vp_plan_free(plan);
}

#define SUMMED                                   \
  "'columns':[{'id':'2026','label':'År 2026'}," \
  "{'id':'2025','label':'År 2025'},"            \
  "{'id':'s','label':'Summa','sum_of':['2026','2025']}]"

static void a_row_that_is_too_short_is_one_finding(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {TABLE(COLUMNS ",'rows':[" ROW("a", "") "]"),
       "note budget/missing-cell /budget/tables/0/rows/0/values: raden ”Rad a” i ”Internbudget” "
       "saknar 2 av 2 tal, från och med kolumnen ”År 2026”\n"},
      {TABLE(SUMMED ",'rows':[" ROW("a", "'1,0'") "," ROW("b", "null") "]"),
       "note budget/missing-cell /budget/tables/0/rows/0/values: raden ”Rad a” i ”Internbudget” "
       "saknar 2 av 3 tal, från och med kolumnen ”År 2025”\n"
       "note budget/missing-cell /budget/tables/0/rows/1/values: raden ”Rad b” i ”Internbudget” "
       "saknar 2 av 3 tal, från och med kolumnen ”År 2025”\n"
       "note budget/missing-cell /budget/tables/0/rows/1/values/0: talet för ”Rad b” i kolumnen "
       "”År 2026” i ”Internbudget” saknas\n"},
      {TABLE(SUMMED ",'rows':[" ROW("a", "'1,0','2,0','3,0'") "],'total':['1,0']"),
       "note budget/missing-cell /budget/tables/0/total: summaraden i ”Internbudget” saknar 2 av 3 "
       "tal, från och med kolumnen ”År 2025”\n"},
      {TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0'") "]"),
       "note budget/missing-cell /budget/tables/0/rows/0/values: talet för ”Rad a” i kolumnen ”År "
       "2025” i ”Internbudget” saknas\n"},
  };
  FINDS_ALL(cases);
  counts(cases[1].members, "budget/missing-cell", 6, 3, 0);
}

#define WRITE_ALL "? skriv ett tal för varje kolumn, eller null där det är okänt\n"

static void what_a_short_row_should_hold(void **state) {
  (void)state;
  details(TABLE(COLUMNS ",'rows':[" ROW("a", "") "]"), VP_LANGUAGE_SV,
          "inget samband i planen räcker för att räkna ut talen\n" WRITE_ALL);
  details(TABLE(SUMMED ",'rows':[" ROW("a", "'1,0'") "," ROW(
              "b", "'2,0',null,null") "],'total':['3,0','4,0','7,0']"),
          VP_LANGUAGE_SV,
          "inget samband i planen räcker för att räkna ut talen\n" WRITE_ALL
          "talet går bara att bestämma tillsammans med ”Rad a” i ”År 2025”, ”Rad a” i ”Summa” och "
          "”Rad b” i ”Summa”\n"
          "talet går bara att bestämma tillsammans med ”Rad a” i ”År 2025”, ”Rad a” i ”Summa” och "
          "”Rad b” i ”År 2025”\n");
  details(TABLE(SUMMED ",'rows':[" ROW("a", "") "," ROW(
              "b", "'2,0','2,5','4,5'") "],'total':['3,0','4,0','7,0']"),
          VP_LANGUAGE_SV,
          "planens samband ger 1,0 mnkr för ”År 2026” (mellan 0,90 och 1,10 mnkr), 1,5 mnkr för "
          "”År 2025” (mellan 1,40 och 1,60 mnkr) och 2,5 mnkr för ”Summa” (mellan 2,40 och 2,60 "
          "mnkr)\n" WRITE_ALL);
}

/* 1,0 + Δ = 3,5 in the row, and Δ + 2,0 = 4,5 in the column of the sums. */
static void a_cell_that_only_several_relations_determine(void **state) {
  (void)state;
  details(TABLE(SUMMED ",'rows':[" ROW("a", "'1,0',null,'-'") "," ROW(
              "b", "'2,0',null,'4,0'") "],'total':['3,0',null,'7,5']"),
          VP_LANGUAGE_SV,
          "planens samband ger tillsammans 2,5 mnkr; det sanna talet är mellan 2,35 och 2,65 mnkr\n"
          "? skriv in 2,5 mnkr om underlaget säger detsamma\n"
          "kolumnen ”Summa” i ”Internbudget” ger 3,5 mnkr; det sanna talet är mellan 3,40 och 3,60 "
          "mnkr\n" HOW_TO_WRITE
          "raden ”Rad b” i ”Internbudget”, summerad till kolumnen ”Summa”, ger 2,0 mnkr; det sanna "
          "talet är mellan 1,90 och 2,10 mnkr\n"
          "? skriv in 2,0 mnkr om underlaget säger detsamma\n"
          "summaraden i ”Internbudget”, summerad till kolumnen ”Summa”, ger 4,5 mnkr; det sanna "
          "talet är mellan 4,40 och 4,60 mnkr\n"
          "? skriv in 4,5 mnkr om underlaget säger detsamma\n");
}

#define TWO_MISSING(TIES)                                                           \
  BUDGET("'tables':[{'id':'t'," COLUMNS ",'rows':[" ROW("a", "null,'1,0'") "," ROW( \
      "b", "null,'3,0'") "],'total':['10,0','4,0']}]" TIES)

static void cells_that_are_determined_only_jointly(void **state) {
  (void)state;
  details(TWO_MISSING(""), VP_LANGUAGE_SV,
          "talet går bara att bestämma tillsammans med ”Rad b” i ”År 2026”\n"
          "talet går bara att bestämma tillsammans med ”Rad a” i ”År 2026”\n");
  details(TWO_MISSING(""), VP_LANGUAGE_EN,
          "the number can only be determined together with \"Rad b\" in \"År 2026\"\n"
          "the number can only be determined together with \"Rad a\" in \"År 2026\"\n");
  details(TWO_MISSING(",'ties':[{'sum':['t.a.2026','-t.b.2026'],'equal':['t.b.2025']}]"),
          VP_LANGUAGE_SV,
          "planens samband ger tillsammans 6,5 mnkr; det sanna talet är mellan 6,45 och 6,55 mnkr\n"
          "? skriv in 6,5 mnkr om underlaget säger detsamma\n"
          "planens samband ger tillsammans 3,5 mnkr; det sanna talet är mellan 3,45 och 3,55 mnkr\n"
          "? skriv in 3,5 mnkr om underlaget säger detsamma\n");
}

static void of_many_cells_the_first_few_are_named(void **state) {
  (void)state;
  vp_plan *plan = plan_with(TABLE("'columns':['a','b','c','d','e','f'],'rows':[" ROW(
      "r", "") "," ROW("s", "1,2,3,4,5,6") "],'total':[7,7,7,7,7,7]"));
  vp_report *report = checked_in(plan, VP_LANGUAGE_EN);
  assert_int_equal(vp_report_finding_count(report), 1);
  const vp_finding *finding = vp_report_finding(report, 0);
  assert_string_equal(
      finding->notes[0],
      "the plan's relations give 6.0\xC2\xA0mnkr for \"a\" (between 5.90 and 6.10\xC2\xA0mnkr), "
      "5.0\xC2\xA0mnkr for \"b\" (between 4.90 and 5.10\xC2\xA0mnkr), "
      "4.0\xC2\xA0mnkr for \"c\" (between 3.90 and 4.10\xC2\xA0mnkr), "
      "3.0\xC2\xA0mnkr for \"d\" (between 2.90 and 3.10\xC2\xA0mnkr), …");
  assert_int_equal(value_of(finding, "missing")->number.coefficient, 6);
  assert_string_equal(value_of(finding, "column")->text, "a");
  vp_report_free(report);
  vp_plan_free(plan);
  details(
      "'budget':{'tables':[{'id':'t','columns':['c'],'rows':[" ROW("a", "null") "," ROW(
          "b",
          "null") "," ROW("c",
                          "null") "," ROW("d",
                                          "null") "," ROW("e",
                                                          "null") "," ROW("f",
                                                                          "'-'") "],'total':['7']}]}",
      VP_LANGUAGE_SV,
      "talet går bara att bestämma tillsammans med ”Rad b” i ”c”, ”Rad c” i ”c”, ”Rad d” i ”c”, "
      "”Rad e” i ”c”, …\n"
      "talet går bara att bestämma tillsammans med ”Rad a” i ”c”, ”Rad c” i ”c”, ”Rad d” i ”c”, "
      "”Rad e” i ”c”, …\n"
      "talet går bara att bestämma tillsammans med ”Rad a” i ”c”, ”Rad b” i ”c”, ”Rad d” i ”c”, "
      "”Rad e” i ”c”, …\n"
      "talet går bara att bestämma tillsammans med ”Rad a” i ”c”, ”Rad b” i ”c”, ”Rad c” i ”c”, "
      "”Rad e” i ”c”, …\n"
      "talet går bara att bestämma tillsammans med ”Rad a” i ”c”, ”Rad b” i ”c”, ”Rad c” i ”c”, "
      "”Rad d” i ”c”, …\n"
      "talet går bara att bestämma tillsammans med ”Rad a” i ”c”, ”Rad b” i ”c”, ”Rad c” i ”c”, "
      "”Rad d” i ”c”, …\n" HOW_TO_WRITE);
}

/* The column gives 1,5, the tie 1,0. */
#define CONTRADICTED(VALUES)                                                  \
  BUDGET("'tables':[{'id':'t'," COLUMNS ",'rows':[" ROW("a", VALUES) "," ROW( \
      "b", "'1,0','3,0'") "],'total':['2,5','5,0']}],'ties':[{'equal':['t.b.2026','t.a.2026']}]")

static void relations_that_give_different_numbers(void **state) {
  (void)state;
  details(CONTRADICTED("null,'2,0'"), VP_LANGUAGE_SV,
          "planens samband ger olika tal: minst ett av talen i dem är fel\n");
  details(CONTRADICTED(""), VP_LANGUAGE_SV,
          "planens samband ger olika tal för ”År 2026” och 2,0 mnkr för ”År 2025” (mellan 1,90 och "
          "2,10 mnkr)\n" WRITE_ALL);
}

/* The table is in mnkr, but not that column. */
static void a_share_in_a_table_of_money(void **state) {
  (void)state;
  details(TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0',null") "," ROW(
              "b", "'2,0','40 %'") "],'total':['3,0','100 %']"),
          VP_LANGUAGE_SV,
          "kolumnen ”År 2025” i ”Internbudget” ger 60 %; det sanna talet är mellan 59,0 och 61,0 "
          "%\n"
          "? skriv in 60 % om underlaget säger detsamma\n");
}

static void a_claim_that_determines_a_cell(void **state) {
  (void)state;
  details(
      BUDGET(
          "'frame':{'opening':{'amount':'230,0'},'changes':["
          "{'id':'po','label':'PO','amount':null},{'id':'lon','label':'Lön','amount':null}],"
          "'closing':{'amount':'231,2'}}") ",'claims':[{'text':'1 %','share':['po','frame.closing'],'says':'1,00 %'}]",
      VP_LANGUAGE_SV,
      "andelen ger 2,3 mnkr; det sanna talet är mellan 2,2999425 och 2,3240625 mnkr\n"
      "? skriv in 2,3 mnkr om underlaget säger detsamma\n"
      "planens samband ger tillsammans −1,1 mnkr; det sanna talet är mellan −1,2240625 och "
      "−0,9999425 mnkr\n"
      "? skriv in −1,1 mnkr om underlaget säger detsamma\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_cell_that_is_missing),
      cmocka_unit_test(what_a_missing_cell_should_be),
      cmocka_unit_test(the_cell_keeps_its_name_beside_the_relation_that_determines_it),
      cmocka_unit_test(a_row_that_is_too_short_is_one_finding),
      cmocka_unit_test(what_a_short_row_should_hold),
      cmocka_unit_test(a_cell_that_only_several_relations_determine),
      cmocka_unit_test(cells_that_are_determined_only_jointly),
      cmocka_unit_test(of_many_cells_the_first_few_are_named),
      cmocka_unit_test(relations_that_give_different_numbers),
      cmocka_unit_test(a_share_in_a_table_of_money),
      cmocka_unit_test(a_claim_that_determines_a_cell),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
