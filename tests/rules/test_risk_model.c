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

static double product(double consequence, double likelihood) { return consequence * likelihood; }

static double ratio(double consequence, double likelihood) { return consequence / likelihood; }

static int32_t remainder_of(int32_t consequence, int32_t likelihood) {
  return consequence % likelihood;
}

static int refuse(vp_scalar *result, const vp_scalar *arguments, size_t count, void *user) {
  (void)result;
  (void)arguments;
  (void)count;
  (void)user;
  return -1;
}

static vp_check_options with_functions(vp_functions **functions) {
  assert_int_equal(vp_functions_new(functions, NULL, NULL), VP_OK);
  const struct {
    const char *name, *signature;
    vp_native_function function;
  } natives[] = {
      {"produkt", "f64(f64,f64)", (vp_native_function)product},
      {"kvot", "f64(f64, f64)", (vp_native_function)ratio},
      {"rest", "i32(i32,i32)", (vp_native_function)remainder_of},
      {"text", "string(string)", (vp_native_function)product},
  };
  for (size_t i = 0; i < sizeof natives / sizeof *natives; i++)
    assert_int_equal(vp_functions_register(*functions, natives[i].name, natives[i].signature,
                                           natives[i].function, NULL),
                     VP_OK);
  assert_int_equal(
      vp_functions_register_callback(*functions, "nej", "f64(f64,f64)", refuse, NULL, NULL, NULL),
      VP_OK);
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.functions = *functions;
  return options;
}

#define ZERO_LEVELS LEVEL(0, "Noll") "," LEVEL(1, "Ett")
#define FUNCTION(NAME, MEMBERS) MODEL("function", "'function':'" NAME "'" MEMBERS)
#define ZERO_SCALES \
  ",'scales':{'consequence':{'levels':[" ZERO_LEVELS "]},'likelihood':{'levels':[" ZERO_LEVELS "]}}"
#define RISK(ID, CONSEQUENCE, LIKELIHOOD, MORE)                                                   \
  "{'id':'" ID "','title':'" ID "','consequence':" #CONSEQUENCE ",'likelihood':" #LIKELIHOOD MORE \
  "}"

static void functions_that_were_registered(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {FUNCTION("produkt", "") ",'risks':[" RISK("a", 2, 3, ",'value':6") "]", ""},
      {FUNCTION("produkt", "") ",'risks':[" RISK("a", 2, 3, ",'value':7") "]",
       "error risk/value-mismatch /risks/0/value: risken ”a” har riskvärdet 7 men konsekvens 2 och "
       "sannolikhet 3 ger 6\n"},
      {FUNCTION("rest", "") ",'risks':[" RISK("a", 7, 4, ",'value':3") "]", ""},
      {FUNCTION("produkt", "," SCALES(LEVELS) ",'bands':[" BAND("A", 1, 3) "," BAND("B", 4, 6) "]"),
       "error risk/band-gap /risk_model/bands: möjliga riskvärden som inte hör till någon klass: "
       "9\n"},
      {FUNCTION("kvot", "," SCALES(LEVEL(1, "Låg") "," LEVEL(2, "Hög"))),
       "error risk/grid-not-monotone /risk_model/score: en högre nivå ger ett lägre riskvärde: "
       "Låg × Låg (1) och Låg × Medel (0,5)\n"
       "error risk/grid-not-monotone /risk_model/score: en högre nivå ger ett lägre riskvärde: "
       "Låg × Medel (0,5) och Låg × Hög (0,333333333333333)\n"
       "error risk/grid-not-monotone /risk_model/score: en högre nivå ger ett lägre riskvärde: "
       "Hög × Låg (2) och Hög × Medel (1)\n"
       "error risk/grid-not-monotone /risk_model/score: en högre nivå ger ett lägre riskvärde: "
       "Hög × Medel (1) och Hög × Hög (0,666666666666667)\n"},
  };
  vp_functions *functions;
  vp_check_options options = with_functions(&functions);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    finds_by(cases[i].members, options, cases[i].wanted);
  vp_functions_free(functions);
}

static void functions_that_cannot_be_used(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {FUNCTION("produkten", ""),
       "error risk/unknown-function /risk_model/function: riskvärdet ska räknas ut av funktionen "
       "”produkten”, som programmet inte känner till\n"},
      {FUNCTION("libm.so.6:pow", ""),
       "error risk/unknown-function /risk_model/function: riskvärdet ska räknas ut av funktionen "
       "”libm.so.6:pow”, som programmet inte känner till\n"},
      {FUNCTION("text", ""),
       "error risk/unknown-function /risk_model/function: funktionen ”text” är string(string) och "
       "kan inte räkna ut ett riskvärde\n"},
  };
  vp_functions *functions;
  vp_check_options options = with_functions(&functions);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    finds_by(cases[i].members, options, cases[i].wanted);
  details_by(cases[0].members, options, "? menade du ”produkt”?\n");
  details_by(FUNCTION("Kvot", ""), options, "? menade du ”kvot”?\n");
  details_by(cases[1].members, options, "");
  details_by(cases[2].members, options,
             "ett riskvärde räknas ut ur två tal, f64(f64,f64), där i32, i64 och u64 duger i "
             "stället för f64\n");
  vp_functions_free(functions);
}

static void functions_that_give_no_value(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {FUNCTION("kvot", ZERO_SCALES) ",'risks':[" RISK("a", 0, 0, "") "," RISK(
           "b", 1, 0, "") "," RISK("c", 0, 1, "") "]",
       "note risk/unscored /risk_model/function: funktionen ”kvot” ger inget riskvärde för 2 av 3 "
       "risker: a och b\n"},
      {FUNCTION("kvot", "") ",'risks':[" RISK("a", 0, 0, ",'value':5") "]", ""},
      {FUNCTION("nej", "") ",'risks':[" RISK("a", 1, 1, "") "," RISK("b", 1, null, "") "]",
       "note risk/unscored /risk_model/function: funktionen ”nej” ger inget riskvärde för 1 av 2 "
       "risker: a\n"
       "note risk/unscored /risks: 1 av 2 risker saknar riskvärde: b\n"},
      {FUNCTION("rest", "") ",'risks':[" RISK("a", '2,5', 1, "") "]",
       "note risk/unscored /risk_model/function: funktionen ”rest” ger inget riskvärde för 1 av 1 "
       "risker: a\n"},
  };
  vp_functions *functions;
  vp_check_options options = with_functions(&functions);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    finds_by(cases[i].members, options, cases[i].wanted);
  details_by(cases[0].members, options, "? rätta funktionen, eller ange riskvärdena i planen\n");
  vp_functions_free(functions);
}

/* A caller from before `functions` was added has none. */
static void options_may_lack_functions(void **state) {
  (void)state;
  vp_functions *functions;
  vp_check_options options = with_functions(&functions);
  finds_by(FUNCTION("produkt", ""), options, "");
  options.size = offsetof(vp_check_options, functions);
  finds_by(FUNCTION("produkt", ""), options,
           "error risk/unknown-function /risk_model/function: riskvärdet ska räknas ut av "
           "funktionen ”produkt”, som programmet inte känner till\n");
  vp_functions_free(functions);
}

/* The report keeps nothing of them. */
static void functions_may_go_before_the_report(void **state) {
  (void)state;
  static const char *const models[] = {FUNCTION("Kvot", ""), FUNCTION("text", "")};
  for (size_t i = 0; i < sizeof models / sizeof *models; i++) {
    vp_functions *functions;
    vp_check_options options = with_functions(&functions);
    vp_plan *plan = plan_with(models[i]);
    vp_report *report = checked(plan, &options);
    vp_functions_free(functions);
    const vp_value *value = value_of(vp_report_finding(report, 0), i == 0 ? "hint" : "signature");
    assert_string_equal(value->text, i == 0 ? "kvot" : "string(string)");
    vp_report_free(report);
    vp_plan_free(plan);
  }
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
      cmocka_unit_test(functions_that_were_registered),
      cmocka_unit_test(functions_that_cannot_be_used),
      cmocka_unit_test(functions_that_give_no_value),
      cmocka_unit_test(options_may_lack_functions),
      cmocka_unit_test(functions_may_go_before_the_report),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
