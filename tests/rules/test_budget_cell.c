#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "budgets.h"

#define COLUMNS "'columns':[{'id':'2026','label':'År 2026'},{'id':'2025','label':'År 2025'}]"

static void more_digits_than_declared(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {TABLE(COLUMNS ",'rows':[" ROW("a", "'1,25','1,0'") "]"),
       "warning budget/excess-digits /budget/tables/0/rows/0/values/0: 1,25 mnkr har fler "
       "decimaler än planen anger för tabellen (1)\n"},
      {TABLE(COLUMNS ",'rows':[" ROW("a", "1.25,1") "]"),
       "warning budget/excess-digits /budget/tables/0/rows/0/values/0: 1,25 mnkr har fler "
       "decimaler än planen anger för tabellen (1)\n"},
      {TABLE(COLUMNS ",'rows':[" ROW("a", "'cirka 1,25','1,0'") "]"),
       "warning budget/excess-digits /budget/tables/0/rows/0/values/0: cirka 1,25 har fler "
       "decimaler än planen anger för tabellen (1)\n"},
      {TABLE("'decimals':2," COLUMNS ",'rows':[" ROW("a", "'1,25','1,00'") "]"), ""},
      {TABLE(COLUMNS ",'rows':[" ROW("a", "'1,25 %','1,0'") "]"), ""},
      {TABLE(COLUMNS ",'rows':[" ROW("a", "'1250,5 tkr','1,0'") "]"), ""},
      {"'budget':{'tables':[{'id':'t'," COLUMNS ",'rows':[" ROW("a", "'1,25','1,0'") "]}]}", ""},
  };
  FINDS_ALL(cases);
}

static void numbers_of_different_kinds(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {TABLE(COLUMNS ",'rows':["
                     "{'id':'a','label':'A','values':['1,0','1 %']},"
                     "{'id':'b','label':'B','values':['2,0','2 %']}],'total':['3,0','3 %']"),
       ""},
      {TABLE(COLUMNS ",'rows':["
                     "{'id':'a','label':'A','values':['1,0','1 %']},"
                     "{'id':'b','label':'B','values':['2,0','2,0']}],'total':['3,0','3,0']"),
       "error budget/unit-mismatch /budget/tables/0/total/1: kolumnen ”År 2025” i ”Internbudget” "
       "blandar tal av olika slag: mnkr och %\n"},
      {"'budget':{'tables':[{'id':'t'," COLUMNS ",'rows':["
       "{'id':'a','label':'A','values':['1','4 st']},"
       "{'id':'b','label':'B','values':['2','2 platser']},"
       "{'id':'c','label':'C','values':['3','80 index'],'sum_of':['a','-b']}],"
       "'total':['3',3]}]}",
       "error budget/sum-impossible /budget/tables/0/rows/2/values/0: delsumman ”C” i kolumnen ”År "
       "2026” ger −1 men 3 är angivet: skillnaden −4 kan ingen avrundning förklara\n"
       "error budget/unit-mismatch /budget/tables/0/rows/2/values/1: delsumman ”C” i kolumnen ”År "
       "2025” blandar tal av olika slag: index, antal och platser\n"
       "error budget/unit-mismatch /budget/tables/0/total/1: kolumnen ”År 2025” i ”t” blandar tal "
       "av olika slag: utan enhet och index\n"},
      {"'budget':{'tables':[{'id':'t','unit':'timmar'," COLUMNS ",'rows':["
       "{'id':'a','label':'A','values':['1 timme','4 m2']},"
       "{'id':'b','label':'B','values':['2 Timmar','2 m3']}],"
       "'total':['3','6 m2']}]}",
       "error budget/unit-mismatch /budget/tables/0/total/1: kolumnen ”År 2025” i ”t” blandar tal "
       "av olika slag: m2 och m3\n"},
      {"'budget':{'tables':[{'id':'t','unit':'kWh'," COLUMNS ",'rows':["
       "{'id':'a','label':'A','values':['1','4 kWh']},"
       "{'id':'b','label':'B','values':['2','2 m2']}],"
       "'total':['3','6']},{'id':'u','unit':'m2',"
       "'columns':['x'],'rows':[{'id':'a','label':'A','values':[3]}]}],"
       "'ties':[{'label':'L','equal':['t.total.2026','u.a.x']}]}",
       "error budget/unit-mismatch /budget/tables/0/total/1: kolumnen ”År 2025” i ”t” blandar tal "
       "av olika slag: kWh och m2\n"
       "error budget/unit-mismatch /budget/tables/1/rows/0/values/0: sambandet ”L” blandar tal av "
       "olika slag: m2 och kWh\n"},
      {"'budget':{'unit':'mnkr','frame':{'opening':{'amount':'1,0'},'closing':{'amount':'1,0'}}},"
       "'indicators':[{'id':'sip','name':'SIP','unit':'antal',"
       "'observations':[{'period':'2025','value':4}]}],"
       "'claims':[{'text':'En del','share':['sip.2025','frame.closing'],'says':'1 %'}]",
       "error budget/unit-mismatch /claims/0/says: andelen blandar tal av olika slag: antal och "
       "mnkr\n"},
  };
  FINDS_ALL(cases);
}

static void numbers_that_are_too_large(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {TABLE("'unit':'mdkr','decimals':0," COLUMNS
             ",'rows':[" ROW("a", "'9000000000000000000','1'") "," ROW(
                 "b", "'9000000000000000000','1'") "],'total':['3','2']"),
       "warning budget/not-computed /budget/tables/0/total/0: kolumnen ”År 2026” i ”Internbudget” "
       "kunde inte räknas ut: talen är för stora\n"},
  };
  FINDS_ALL(cases);
  counts(cases[0].members, "budget/not-computed", 2, 1, 0);
  counts(cases[0].members, "budget/sum-impossible", 1, 0, 1);
}

static void more_values_than_columns(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0','2,0'") "],'total':['1,0','2,0']"), ""},
      {TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0','2,0','3,0','4,0'") "]"),
       "warning budget/extra-value /budget/tables/0/rows/0/values/2: raden ”Rad a” har fler värden "
       "(4) än tabellen har kolumner (2)\n"},
      {TABLE(COLUMNS ",'rows':[" ROW("a", "'1,0','2,0'") "],'total':['1,0','2,0','3,0']"),
       "warning budget/extra-value /budget/tables/0/total/2: summaraden i ”Internbudget” har fler "
       "värden (3) än tabellen har kolumner (2)\n"},
  };
  FINDS_ALL(cases);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(more_digits_than_declared),
      cmocka_unit_test(numbers_of_different_kinds),
      cmocka_unit_test(numbers_that_are_too_large),
      cmocka_unit_test(more_values_than_columns),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
