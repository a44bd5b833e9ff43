#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "checks.h"

#define LEVEL(VALUE, NAME) "{'value':" #VALUE ",'name':'" NAME "'}"
#define LEVELS LEVEL(1, "Låg") "," LEVEL(2, "Medel") "," LEVEL(3, "Hög")
#define SCALES(CONSEQUENCE) \
  "'scales':{'consequence':{'levels':[" CONSEQUENCE "]},'likelihood':{'levels':[" LEVELS "]}}"
#define MODEL(SCORE, MEMBERS) "'risk_model':{'score':'" SCORE "'," MEMBERS "}"
#define BAND(NAME, FROM, TO) "{'name':'" NAME "','from':" #FROM ",'to':" #TO "}"
#define THREE_BANDS BAND("A", 1, 3) "," BAND("B", 4, 6) "," BAND("C", 7, 9)
#define BANDS(ITEMS) MODEL("product", SCALES(LEVELS) ",'bands':[" ITEMS "]")
#define GRID(ROWS) MODEL("grid", SCALES(LEVELS) ",'grid':[" ROWS "]")
#define DROPPING_GRID                                                               \
  ",'grid':[{'consequence':1,'values':[1,2,9]},{'consequence':2,'values':[2,4,6]}," \
  "{'consequence':3,'values':[3,6,9]}]"
#define ROW(CONSEQUENCE, VALUES) "{'consequence':" #CONSEQUENCE ",'values':[" VALUES "]}"

static void values_that_no_band_holds(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {BANDS(BAND("A", 1, 3) "," BAND("B", 4, 9)), ""},
      {BANDS(BAND("A", 1, 3) "," BAND("B", 5, 9)),
       "error risk/band-gap /risk_model/bands: möjliga riskvärden som inte hör till någon klass: "
       "4\n"},
      {BANDS(BAND("A", 2, 3)),
       "error risk/band-gap /risk_model/bands: möjliga riskvärden som inte hör till någon klass: "
       "1, 4, 6 och 9\n"},
      {MODEL("product", "'bands':[" BAND("A", 1, 3) "," BAND("B", 5, 9) "]"), ""},
      {BANDS("{'name':'A','from':'en','to':3}"),
       "warning plan/unreadable-number /risk_model/bands/0/from: ”en” går inte att läsa som ett "
       "tal\n"},
      {"'risk_model':{'score':'sum','scales':{"
       "'consequence':{'levels':[{'value':0,'name':'a'},{'value':20,'name':'b'}]},"
       "'likelihood':{'levels':["
       "{'value':0,'name':'c'},{'value':1,'name':'d'},{'value':2,'name':'e'},"
       "{'value':3,'name':'f'},{'value':4,'name':'g'},{'value':5,'name':'h'},"
       "{'value':6,'name':'i'}]}},"
       "'bands':[{'name':'A','from':99,'to':99}]}",
       "error risk/band-gap /risk_model/bands: möjliga riskvärden som inte hör till någon klass: "
       "0, 1, 2, 3, 4, 5, 6, 20, 21, 22, 23, 24, …\n"},
  };
  FINDS_ALL(cases);
  counts(cases[3].members, "risk/band-gap", 0, 0, 1);
}

static void bands_that_overlap(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {BANDS(BAND("A", 1, 4) "," BAND("B", 4, 9)),
       "error risk/band-overlap /risk_model/bands/1/from: klasserna ”A” och ”B” överlappar "
       "varandra där riskvärdet är 4\n"},
      {BANDS(BAND("B", 3, 9) "," BAND("A", 1, 5)),
       "error risk/band-overlap /risk_model/bands/0/from: klasserna ”A” och ”B” överlappar "
       "varandra där riskvärdet är mellan 3 och 5\n"},
      {BANDS(BAND("A", 1, 9) "," BAND("B", 6, 4)),
       "error risk/band-overlap /risk_model/bands/1/to: klassen ”B” slutar innan den börjar\n"},
  };
  FINDS_ALL(cases);
}

static void levels_out_of_order(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {MODEL("product", SCALES(LEVEL(1, "a") "," LEVEL(3, "b") "," LEVEL(2, "c"))),
       "error risk/level-order /risk_model/scales/consequence/levels/2/value: nivån ”c” har inte "
       "högre värde än nivån före, ”b”\n"},
      {MODEL("product", SCALES(LEVEL(1, "a") "," LEVEL(1, "b"))),
       "error risk/level-order /risk_model/scales/consequence/levels/1/value: nivån ”b” har inte "
       "högre värde än nivån före, ”a”\n"},
      {MODEL("product", SCALES(LEVEL(1, "liten") "," LEVEL(2, "Liten"))),
       "error risk/level-order /risk_model/scales/consequence/levels/1/name: två nivåer på skalan "
       "heter ”Liten”\n"},
      {MODEL("product",
             SCALES(LEVEL(1, "liten") ",{'value':2,'name':'stor','synonyms':['kännbar','liten']}")),
       "error risk/level-order /risk_model/scales/consequence/levels/1/synonyms/1: två nivåer på "
       "skalan heter ”liten”\n"},
  };
  FINDS_ALL(cases);
}

static void a_grid_that_does_not_fit(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {GRID(ROW(1, "1,2,3") "," ROW(2, "2,4,6") "," ROW(3, "3,6,9")), ""},
      {GRID(ROW(1, "1,2,3") "," ROW(2, "2,4,6")),
       "error risk/grid-shape /risk_model/scales/consequence/levels/2: konsekvensen ”Hög” har "
       "ingen rad i riskmatrisen\n"},
      {GRID(ROW(1, "1,2,3") "," ROW(2, "2,4,6") "," ROW(3, "3,6,9") "," ROW(4, "4,8,12")),
       "error risk/grid-shape /risk_model/grid/3/consequence: en rad i riskmatrisen hör till en "
       "konsekvens som inte finns på skalan\n"},
      {GRID(ROW(1, "1,2,3") "," ROW(2, "2,4,6") "," ROW(2, "2,4,6") "," ROW(3, "3,6,9")),
       "error risk/grid-shape /risk_model/grid/2/consequence: riskmatrisen har två rader för samma "
       "konsekvens\n"},
      {GRID(ROW(1, "1,2,3") "," ROW(2, "2,4") "," ROW(3, "3,6,9,12")),
       "error risk/grid-shape /risk_model/grid/1: en rad i riskmatrisen har inte ett värde för "
       "varje sannolikhet\n"
       "error risk/grid-shape /risk_model/grid/2: en rad i riskmatrisen har inte ett värde för "
       "varje sannolikhet\n"},
      {GRID(ROW(1, "1,2,3") "," ROW(2, "2,'röd',6") "," ROW(3, "3,6,9")),
       "error risk/grid-shape /risk_model/grid/1/values/1: ett värde i riskmatrisen är inget "
       "tal\n"},
      {MODEL("product", SCALES(LEVELS) ",'grid':[" ROW(1, "1") "]"), ""},
  };
  FINDS_ALL(cases);
}

static void scores_that_drop(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {GRID(ROW(1, "1,2,3") "," ROW(2, "2,4,6") "," ROW(3, "3,6,5")),
       "error risk/grid-not-monotone /risk_model/grid/2/values/2: en högre nivå ger ett lägre "
       "riskvärde: Medel × Hög (6) och Hög × Hög (5)\n"
       "error risk/grid-not-monotone /risk_model/grid/2/values/2: en högre nivå ger ett lägre "
       "riskvärde: Hög × Medel (6) och Hög × Hög (5)\n"},
      {MODEL("grid", SCALES(LEVELS) DROPPING_GRID ",'bands':[" THREE_BANDS "]"),
       "error risk/grid-not-monotone /risk_model/grid/1/values/2: en högre nivå ger ett lägre "
       "riskvärde: Låg × Hög (9) och Medel × Hög (6)\n"},
  };
  FINDS_ALL(cases);
  counts(cases[1].members, "risk/band-jump", 0, 0, 1);
}

static void bands_that_jump(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {BANDS(THREE_BANDS), ""},
      {BANDS(BAND("A", 1, 4) "," BAND("C", 5, 9)), ""},
      {BANDS(BAND("A", 1, 4) "," BAND("B", 5, 5) "," BAND("C", 6, 9)),
       "warning risk/band-jump /risk_model/bands: den lägsta klassen gränsar till den högsta, "
       "först vid Låg × Hög (3) och Medel × Hög (6)\n"},
  };
  FINDS_ALL(cases);
  details(
      cases[2].members, VP_LANGUAGE_SV,
      "en liten ändring av bedömningen flyttar risken från lägsta till högsta klass (Cox 2008)\n"
      "par av rutor i riskmatrisen som gränsar så: 4\n"
      "? lägg klasserna så att det alltid finns en klass emellan\n");
}

static void a_function_that_nobody_registered(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {MODEL("function", "'function':'f'"),
       "error risk/unknown-function /risk_model/function: riskvärdet ska räknas ut av funktionen "
       "”f”, som programmet inte känner till\n"},
      {MODEL("function", "'name':'M'"),
       "error risk/unknown-function /risk_model/score: riskvärdet ska räknas ut av en funktion men "
       "ingen är namngiven\n"},
      {MODEL("product", "'function':'f'"), ""},
  };
  FINDS_ALL(cases);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(values_that_no_band_holds),
      cmocka_unit_test(bands_that_overlap),
      cmocka_unit_test(levels_out_of_order),
      cmocka_unit_test(a_grid_that_does_not_fit),
      cmocka_unit_test(scores_that_drop),
      cmocka_unit_test(bands_that_jump),
      cmocka_unit_test(a_function_that_nobody_registered),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
