#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "checks.h"

#define UNITS(MEMBERS)                                         \
  "'units':[{'id':'aldreomsorg','name':'Äldreomsorgen'},"     \
  "{'id':'hemtjanst','name':'Hemtjänst'" MEMBERS               \
  "}],'indicators':[{'id':'hme','name':'HME','observations':[" \
  "{'period':'2025','value':80}]}]"
#define TABLE(ROWS) "'budget':{'tables':[{'id':'t','columns':['a'],'rows':[" ROWS "]}]}"
#define ROW(ID, MEMBERS) "{'id':'" ID "','label':'" ID "','values':[1]" MEMBERS "}"

static void ids_that_are_taken(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {"'risks':[{'id':'r1','title':'Kompetens','value':1},{'id':'r1','title':'Bilar','value':1}]",
       "error plan/duplicate-id /risks/1/id: id ”r1” är redan taget av ”Kompetens”\n"},
      {"'assignments':[{'id':'r1','title':'Analys'}],'risks':[{'id':'r1','title':'R','value':1}]",
       "error plan/duplicate-id /risks/0/id: id ”r1” är redan taget av ”Analys”\n"},
      {"'assignments':[{'id':'p','title':'Analys'}]",
       "error plan/duplicate-id /assignments/0/id: id ”p” är redan taget av ”P”\n"},
      {TABLE(ROW("a", "") "," ROW("a", "")),
       "error plan/duplicate-id /budget/tables/0/rows/1/id: id ”a” är redan taget av ”a”\n"},
      {"'budget':{'tables':[{'id':'t','columns':['a'],'rows':[" ROW(
           "a", "") "]},"
                    "{'id':'s','columns':['a'],'rows':[" ROW("a", "") "]}]}",
       ""},
      {TABLE(ROW("total", "")), ""},
      {"'budget':{'tables':[{'id':'t','title':'Internbudget','columns':['a'],'rows':[" ROW(
           "total", "") "],'total':[1]}]}",
       "error plan/duplicate-id /budget/tables/0/rows/0/id: id ”total” är redan taget av "
       "summaraden i ”Internbudget”\n"},
  };
  FINDS_ALL(cases);
}

static void references_that_lead_nowhere(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {UNITS(",'part_of':'aldreomsorg'"), ""},
      {UNITS(",'part_of':'stab'"),
       "error plan/unknown-reference /units/1/part_of: ”stab” finns inte i planen\n"},
      {UNITS(",'part_of':'aldeomsorg'"),
       "error plan/unknown-reference /units/1/part_of: ”aldeomsorg” finns inte i planen\n"},
      {UNITS(",'part_of':'hme'"),
       "error plan/unknown-reference /units/1/part_of: ”hme” är inte en enhet\n"},
      {"'focus_areas':[{'id':'f','title':'F','indicators':['f','hmm']}]",
       "error plan/unknown-reference /focus_areas/0/indicators/0: ”f” är inte en indikator\n"
       "error plan/unknown-reference /focus_areas/0/indicators/1: ”hmm” finns inte i planen\n"},
      {TABLE(ROW("del", "") "," ROW("annan", "") "," ROW("summa", ",'sum_of':['del','-anan']")),
       "error plan/unknown-reference /budget/tables/0/rows/2/sum_of/1: ”-anan” finns inte i "
       "planen\n"},
      {"'budget':{'frame':{'opening':{'amount':1},'changes':[{'id':'lonerorelse','label':'L',"
       "'amount':0}],'closing':{'amount':1}},'ties':[{'equal':['frame.opening','lonerorelsen',"
       "'frame.end']}]}",
       "error plan/unknown-reference /budget/ties/0/equal/1: ”lonerorelsen” finns inte i planen\n"
       "error plan/unknown-reference /budget/ties/0/equal/2: ”frame.end” finns inte i planen\n"},
      {"'budget':{'frame':{'opening':{'amount':1},'closing':{'amount':1}},'ties':["
       "{'sum':['frame.opening'],'at_most':'-frame.closing'},"
       "{'sum':['frame.opening'],'at_most':'frame.clsing'}]}",
       "error plan/unknown-reference /budget/ties/0/at_most: ”-frame.closing” finns inte i planen\n"
       "error plan/unknown-reference /budget/ties/1/at_most: ”frame.clsing” finns inte i planen\n"},
      {"'budget':{'frame':{'opening':{'amount':1},'changes':[{'id':'lonerorelse','label':'L',"
       "'amount':0}],'closing':{'amount':1}},'tables':[{'id':'t','columns':['x'],'rows':[" ROW(
           "a", "") "]}],'trusted':['frame.opening','t.a.x','t.*.x','t.a.*','t','lonerorelsn']}",
       "error plan/unknown-reference /budget/trusted/4: ”t” är inget tal i planen\n"
       "error plan/unknown-reference /budget/trusted/5: ”lonerorelsn” finns inte i planen\n"},
      {UNITS("") ",'claims':[{'text':'T','equal':'hme','says':80}]",
       "error plan/unknown-reference /claims/0/equal: ”hme” är inte ett tal i planen\n"},
      {UNITS("") ",'claims':[{'text':'T','equal':'hme.2024','says':80}]",
       "error plan/unknown-reference /claims/0/equal: ”hme.2024” finns inte i planen\n"},
  };
  FINDS_ALL(cases);
  details(cases[1].members, VP_LANGUAGE_SV, "");
  details(cases[2].members, VP_LANGUAGE_SV, "? menades ”aldreomsorg”?\n");
  details(cases[5].members, VP_LANGUAGE_EN, "? was \"annan\" meant?\n");
  details(cases[6].members, VP_LANGUAGE_EN, "? was \"lonerorelse\" meant?\n");
  details(cases[7].members, VP_LANGUAGE_EN, "? was \"frame.closing\" meant?\n");
  details(cases[8].members, VP_LANGUAGE_EN,
          "? write for example frame.opening, internbudget.ao.2026 or, for the whole column, "
          "internbudget.*.2026\n"
          "? was \"lonerorelse\" meant?\n");
  counts(cases[2].members, "plan/unknown-reference", 1, 1, 0);
}

static void sums_that_contain_themselves(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {TABLE(ROW("a", ",'sum_of':['b','c','-d']") "," ROW("b", ",'sum_of':['c']") "," ROW(
           "c", "") "," ROW("d", "")),
       ""},
      {TABLE(ROW("a", ",'sum_of':['a']")),
       "error plan/unknown-reference /budget/tables/0/rows/0/sum_of/0: summan ”a” innehåller sig "
       "själv genom ”a”\n"},
      {TABLE(ROW("a", ",'sum_of':['b']") "," ROW("b", ",'sum_of':['c']") "," ROW(
           "c", ",'sum_of':['d','-a']") "," ROW("d", "")),
       "error plan/unknown-reference /budget/tables/0/rows/2/sum_of/1: summan ”c” innehåller sig "
       "själv genom ”-a”\n"},
      {"'budget':{'tables':[{'id':'t','columns':[{'id':'x','sum_of':['y']},{'id':'y','sum_of':['x']},"
       "'z'],'rows':[]}]}",
       "error plan/unknown-reference /budget/tables/0/columns/1/sum_of/0: summan ”y” innehåller sig "
       "själv genom ”x”\n"},
  };
  FINDS_ALL(cases);
}

static void numbers_that_cannot_be_read(void **state) {
  (void)state;
#define OBSERVED(MEMBERS) \
  "'indicators':[{'id':'i','name':'I','observations':[{'period':'2025'," MEMBERS "}]}]"
  static const finding_case cases[] = {
      {OBSERVED("'value':'2 eller 3'"),
       "warning plan/unreadable-number /indicators/0/observations/0/value: ”2 eller 3” går inte "
       "att läsa som ett tal\n"},
      {OBSERVED("'value':'12.5'"),
       "warning plan/unreadable-number /indicators/0/observations/0/value: ”12.5” går inte att "
       "läsa som ett tal\n"},
      {OBSERVED("'value':'Ja'"), ""},
      {OBSERVED("'value':1,'women':'okänt'"),
       "warning plan/unreadable-number /indicators/0/observations/0/women: ”okänt” går inte att "
       "läsa som ett tal\n"},
      {OBSERVED("'value':1") ",'risk_model':{'score':'product','bands':[{'name':'B','from':'ett',"
                             "'to':2}]}",
       "warning plan/unreadable-number /risk_model/bands/0/from: ”ett” går inte att läsa som ett "
       "tal\n"},
      {"'indicators':[{'id':'i','name':'I','observations':[{'period':'2025','value':1}],"
       "'target':{'period':'2026','between':['två',3]}}]",
       "warning plan/unreadable-number /indicators/0/target/between/0: ”två” går inte att läsa som "
       "ett tal\n"},
  };
  FINDS_ALL(cases);
  details(cases[0].members, VP_LANGUAGE_SV,
          "? skriv talet som 231,2 eller 1 949 356 kr, eller null utan citattecken om det är "
          "okänt\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ids_that_are_taken),
      cmocka_unit_test(references_that_lead_nowhere),
      cmocka_unit_test(sums_that_contain_themselves),
      cmocka_unit_test(numbers_that_cannot_be_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
