#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "checks.h"

#define MODEL "'risk_model':{'score':'product'}"
#define LEVEL(VALUE, NAME) "{'value':" #VALUE ",'name':'" NAME "'}"
#define SCALE "{'levels':[" LEVEL(1, "Låg") "," LEVEL(2, "Medel") "," LEVEL(3, "Hög") "]}"
#define SCALED(MEMBERS)                                                                   \
  "'risk_model':{'score':'product','scales':{'consequence':" SCALE ",'likelihood':" SCALE \
  "}" MEMBERS "}"
#define RISK(ID, MEMBERS) "{'id':'" ID "','title':'Risk " ID "'" MEMBERS "}"
#define VALUED(ID, VALUE) RISK(ID, ",'value':" #VALUE)
#define CONTROL(ID, RISK)        \
  "{'id':'" ID "','risk':'" RISK \
  "','what':'Kontroll','responsible':'Chef','method':'Stickprov','report_by':'2026'}"

static void a_value_that_the_model_does_not_give(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {MODEL ",'risks':[" RISK("r", ",'consequence':3,'likelihood':2,'value':6") "]", ""},
      {MODEL ",'risks':[" RISK("r", ",'consequence':3,'likelihood':2,'value':9") "]",
       "error risk/value-mismatch /risks/0/value: risken ”Risk r” har riskvärdet 9 men konsekvens "
       "3 och sannolikhet 2 ger 6\n"},
      {SCALED("") ",'risks':[" RISK("r", ",'consequence':'hög','likelihood':'Medel','value':5") "]",
       "error risk/value-mismatch /risks/0/value: risken ”Risk r” har riskvärdet 5 men konsekvens "
       "3 och sannolikhet 2 ger 6\n"},
      {"'risks':[" RISK("r", ",'consequence':3,'likelihood':2,'value':9") "]", ""},
  };
  FINDS_ALL(cases);
  counts(cases[3].members, "risk/value-mismatch", 0, 0, 1);
  counts(MODEL ",'risks':[" RISK("r", "") "]", "risk/value-mismatch", 0, 0, 0);
}

static void a_level_that_is_not_on_the_scale(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {SCALED("") ",'risks':[" RISK("r", ",'consequence':4,'likelihood':2") "]",
       "error risk/off-scale /risks/0/consequence: risken ”Risk r” har konsekvensen ”4”, som inte "
       "finns på skalan\n"},
      {SCALED("") ",'risks':[" RISK("r", ",'consequence':1,'likelihood':0") "]",
       "error risk/off-scale /risks/0/likelihood: risken ”Risk r” har sannolikheten ”0”, som inte "
       "finns på skalan\n"},
      {SCALED("") ",'risks':[" RISK("r", ",'consequence':'katastrofal','likelihood':'medel'") "]",
       "error risk/off-scale /risks/0/consequence: risken ”Risk r” har konsekvensen ”katastrofal”, "
       "som inte finns på skalan\n"},
      {MODEL ",'risks':[" RISK("r", ",'consequence':4,'likelihood':7") "]", ""},
  };
  FINDS_ALL(cases);
  counts(cases[3].members, "risk/off-scale", 0, 0, 2);
  counts(SCALED("") ",'risks':[" RISK("r", ",'consequence':1") "]", "risk/off-scale", 1, 0, 0);
  details(cases[0].members, VP_LANGUAGE_SV, "skalan: 1 Låg, 2 Medel och 3 Hög\n");
}

static void a_long_scale_is_cut(void **state) {
  (void)state;
  details("'risk_model':{'score':'product','scales':{'likelihood':{},'consequence':{'levels':["
          "{'value':1,'name':'a'},{'value':2,'name':'b'},{'value':3,'name':'c'},"
          "{'value':4,'name':'d'},{'value':5,'name':'e'},{'value':6,'name':'f'},"
          "{'value':7,'name':'g'},{'value':8,'name':'h'},{'value':9,'name':'i'}]}}},"
          "'risks':[{'id':'r','title':'R','consequence':10,'value':1}]",
          VP_LANGUAGE_EN, "the scale: 1 a, 2 b, 3 c, 4 d, 5 e, 6 f, 7 g, 8 h, …\n");
}

static void risks_without_a_value(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {MODEL ",'risks':[" VALUED("a", 4) "," RISK("b", ",'consequence':2") "," RISK("c", "") "]",
       "note risk/unscored /risks: 2 av 3 risker saknar riskvärde: b och c\n"},
      {"'risks':[" RISK("a", ",'consequence':2,'likelihood':2") "]",
       "note risk/unscored /risks: 1 av 1 risker saknar riskvärde: a\n"},
      {MODEL ",'risks':[" RISK("a", ",'value':'stor'") "]",
       "warning plan/unreadable-number /risks/0/value: ”stor” går inte att läsa som ett tal\n"},
      {"'risk_model':{'score':'function','function':'f'},"
       "'risks':[{'id':'a','title':'A','consequence':2,'likelihood':2}]",
       "error risk/unknown-function /risk_model/function: riskvärdet ska räknas ut av funktionen "
       "”f”, som programmet inte känner till\n"},
  };
  FINDS_ALL(cases);
  counts(cases[0].members, "risk/unscored", 3, 1, 0);
  counts(cases[2].members, "risk/unscored", 0, 0, 1);
  counts(SCALED("") ",'risks':[" RISK("a", ",'consequence':9") "]", "risk/unscored", 0, 0, 1);
  finds(
      "'risks':["
      "{'id':'a','title':'R'},{'id':'b','title':'R'},{'id':'c','title':'R'},"
      "{'id':'d','title':'R'},{'id':'e','title':'R'},{'id':'f','title':'R'},"
      "{'id':'g','title':'R'},{'id':'h','title':'R'},{'id':'i','title':'R'},"
      "{'id':'j','title':'R'},{'id':'k','title':'R'},{'id':'l','title':'R'},"
      "{'id':'m','title':'R'}]",
      "note risk/unscored /risks: 13 av 13 risker saknar riskvärde: a, b, c, d, e, f, g, h, i, j, "
      "k, l, …\n");
}

static void why_risks_have_no_value(void **state) {
  (void)state;
  details("'risks':[" RISK("a", ",'source':{'note':'Tappat i skanningen.'}") "," RISK(
              "b", ",'source':{'note':'Tappat i skanningen.'}") "]",
          VP_LANGUAGE_SV, "skälet enligt planen: ”Tappat i skanningen.”\n");
  details(
      "'risks':[" RISK("a", ",'source':{'note':'Tappat i skanningen.'}") "," RISK("b", "") "]",
      VP_LANGUAGE_SV,
      "? ange konsekvens och sannolikhet, eller skriv varför de saknas (\"source\", \"note\")\n");
}

static void a_lower_risk_is_controlled_first(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {"'risks':[" VALUED("a", 9) "," VALUED("b", 6) "," VALUED("c", 4) "],'controls':[" CONTROL(
           "k", "b") "]",
       "warning risk/lower-risk-controlled-first /risks/1/title: risken ”Risk b” (6) har en kontroll men "
       "en risk med högre värde har ingen: a (9)\n"},
      {"'risks':[" VALUED("c", 4) "," VALUED("b", 6) "," VALUED("a", 9) "],'controls':[" CONTROL(
           "k", "c") "]",
       "warning risk/lower-risk-controlled-first /risks/0/title: risken ”Risk c” (4) har en "
       "kontroll men 2 risker med högre värde har ingen: a (9) och b (6)\n"},
      {"'risks':[" VALUED("a", 6) "," VALUED("b", 6) "],'controls':[" CONTROL("k", "b") "]", ""},
      {"'risks':[" VALUED("a", 9) "," VALUED("b", 6) "],'controls':[" CONTROL("k", "a") "]", ""},
      {"'risks':[" VALUED("a", 9) "," VALUED("b", 6) "," VALUED("c", 6) "," VALUED(
           "d", 4) "],'controls':[" CONTROL("k", "a") "," CONTROL("l", "c") "," CONTROL("m",
                                                                                        "d") "]",
       "warning risk/lower-risk-controlled-first /risks/3/title: risken ”Risk d” (4) har en kontroll men "
       "en risk med högre värde har ingen: b (6)\n"},
      {"'risks':[" RISK("a", "") "," VALUED("b", 6) "],'controls':[" CONTROL("k", "b") "]",
       "note risk/unscored /risks: 1 av 2 risker saknar riskvärde: a\n"},
      {"'risks':[" RISK("a", "") "," VALUED("b", 6) "],'controls':[" CONTROL("k", "a") "]",
       "note risk/unscored /risks: 1 av 2 risker saknar riskvärde: a\n"},
      {"'risks':[" VALUED("a1", 9) "," VALUED("b1", 6) "],'controls':[" CONTROL(
           "k", "b1") "," CONTROL("l", "a2") "]",
       "error control/unknown-risk /controls/1/risk: kontrollen ”Kontroll” hör till ”a2”, som inte "
       "är en risk i planen\n"},
  };
  FINDS_ALL(cases);
  counts(cases[5].members, "risk/lower-risk-controlled-first", 1, 0, 1);
  counts(cases[7].members, "risk/lower-risk-controlled-first", 0, 0, 2);
}

static void many_higher_risks_are_cut(void **state) {
  (void)state;
  finds(
      "'risks':["
      "{'id':'a','title':'Risk a','value':20},{'id':'b','title':'Risk b','value':19},"
      "{'id':'c','title':'Risk c','value':18},{'id':'d','title':'Risk d','value':17},"
      "{'id':'e','title':'Risk e','value':16},{'id':'f','title':'Risk f','value':15},"
      "{'id':'g','title':'Risk g','value':14},{'id':'h','title':'Risk h','value':13},"
      "{'id':'i','title':'Risk i','value':12},{'id':'j','title':'Risk j','value':12},"
      "{'id':'k','title':'Risk k','value':2},{'id':'l','title':'Risk l','value':12.5}],"
      "'controls':[" CONTROL("x", "l") "," CONTROL("y", "k") "]",
      "warning risk/lower-risk-controlled-first /risks/10/title: risken ”Risk k” (2) har en "
      "kontroll men 10 risker med högre värde har ingen: a (20), b (19), c (18), d (17), e (16), f "
      "(15), g (14), h (13), …\n"
      "warning risk/lower-risk-controlled-first /risks/11/title: risken ”Risk l” (12,5) har en "
      "kontroll men 8 risker med högre värde har ingen: a (20), b (19), c (18), d (17), e (16), f "
      "(15), g (14) och h (13)\n");
}

static void what_a_band_requires(void **state) {
  (void)state;
#define BANDED(REQUIRES)                                                       \
  "'risk_model':{'score':'product','bands':[{'name':'Grön','from':1,'to':4}," \
  "{'name':'Röd','from':5,'to':9,'requires':[" REQUIRES "]}]}"
  static const finding_case cases[] = {
      {BANDED("'owner'") ",'risks':[" VALUED("a", 9) "," VALUED("b", 4) "," VALUED("c", 10) "]",
       "warning risk/no-owner /risks/0: risken ”Risk a” ligger i klassen ”Röd” men saknar ägare\n"},
      {BANDED("'owner'") ",'risks':[" RISK("a", ",'value':9,'owner':'Chef'") "]", ""},
      {BANDED("'decision_basis','due','follow_up'") ",'risks':[" VALUED("a", 9) "]",
       "warning risk/missing-requirement /risks/0: risken ”Risk a” ligger i klassen ”Röd” men "
       "saknar beslutsunderlag, slutdatum och uppföljningsdatum\n"},
      {BANDED("'owner','due'") ",'risks':[" RISK("a", ",'value':9,'follow_up':'2026'") "]",
       "warning risk/no-owner /risks/0: risken ”Risk a” ligger i klassen ”Röd” men saknar ägare\n"
       "warning risk/missing-requirement /risks/0: risken ”Risk a” ligger i klassen ”Röd” men "
       "saknar slutdatum\n"},
      {BANDED("'due'") ",'risks':[" RISK("a", ",'value':9,'due':'2026-XX-XX'") "]",
       "note date/incomplete /risks/0/due: datumet är inte ifyllt: ”2026-XX-XX”\n"},
  };
  FINDS_ALL(cases);
  counts(cases[0].members, "risk/no-owner", 1, 1, 1);
  counts(cases[2].members, "risk/missing-requirement", 3, 1, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_value_that_the_model_does_not_give),
      cmocka_unit_test(a_level_that_is_not_on_the_scale),
      cmocka_unit_test(a_long_scale_is_cut),
      cmocka_unit_test(risks_without_a_value),
      cmocka_unit_test(why_risks_have_no_value),
      cmocka_unit_test(a_lower_risk_is_controlled_first),
      cmocka_unit_test(many_higher_risks_are_cut),
      cmocka_unit_test(what_a_band_requires),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
