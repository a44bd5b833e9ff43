#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "checks.h"

#define RISKS "'risks':[{'id':'r11','title':'Privata medel','value':6}],"
#define REST "'responsible':'Chef','method':'Stickprov','report_by':'2026'"
#define CONTROLS(MEMBERS) RISKS "'controls':[{'id':'k','what':'Stickprov'," MEMBERS "}]"

static void a_control_that_points_at_no_risk(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {CONTROLS("'risk':'r11'," REST), ""},
      {CONTROLS(REST),
       "error control/unknown-risk /controls/0: kontrollen ”Stickprov” hör inte till någon "
       "risk\n"},
      {CONTROLS("'risk':'kompetens'," REST),
       "error control/unknown-risk /controls/0/risk: kontrollen ”Stickprov” hör till ”kompetens”, "
       "som inte är en risk i planen\n"},
      {CONTROLS("'risk':'k'," REST),
       "error control/unknown-risk /controls/0/risk: kontrollen ”Stickprov” hör till ”k”, som inte "
       "är en risk i planen\n"},
      {CONTROLS("'risk':'r1'," REST),
       "error control/unknown-risk /controls/0/risk: kontrollen ”Stickprov” hör till ”r1”, som "
       "inte är en risk i planen\n"},
  };
  FINDS_ALL(cases);
  details(cases[1].members, VP_LANGUAGE_SV, "? ange vilken risk den kontrollerar (\"risk\")\n");
  details(cases[2].members, VP_LANGUAGE_SV, "");
  details(cases[4].members, VP_LANGUAGE_EN, "? was \"r11\" meant?\n");
}

static void a_control_that_lacks_something(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {CONTROLS("'risk':'r11'"),
       "warning control/incomplete /controls/0: kontrollen ”Stickprov” saknar ansvarig, metod och "
       "tid för rapport\n"},
      {CONTROLS("'risk':'r11','method':'M','report_by':'2026'"),
       "warning control/incomplete /controls/0: kontrollen ”Stickprov” saknar ansvarig\n"},
      {CONTROLS("'risk':'r11','responsible':'R','report_by':'2026'"),
       "warning control/incomplete /controls/0: kontrollen ”Stickprov” saknar metod\n"},
      {CONTROLS("'risk':'r11','responsible':'R','method':'M'"),
       "warning control/incomplete /controls/0: kontrollen ”Stickprov” saknar tid för rapport\n"},
      {CONTROLS("'risk':'r11','responsible':'R','method':'M','report_by':'2026-XX'"),
       "note date/incomplete /controls/0/report_by: datumet är inte ifyllt: ”2026-XX”\n"},
  };
  FINDS_ALL(cases);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_control_that_points_at_no_risk),
      cmocka_unit_test(a_control_that_lacks_something),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
