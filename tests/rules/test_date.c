#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "checks.h"

#define EVENT(MEMBERS) "'events':[{'id':'e','title':'Nya taxor'," MEMBERS "}]"
#define DUE(DATE) "'assignments':[{'id':'u','title':'Uppdrag','due':'" DATE "'}]"

static void dates_that_do_not_exist(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {EVENT("'date':'2024-02-29'"), ""},
      {EVENT("'date':'2026-02-29'"),
       "error date/invalid /events/0/date: ”2026-02-29” finns inte i kalendern\n"},
      {DUE("2026-13"), "error date/invalid /assignments/0/due: ”2026-13” finns inte i kalendern\n"},
      {DUE("2027/2026"),
       "error date/invalid /assignments/0/due: perioden ”2027/2026” finns inte i kalendern, eller "
       "slutar innan den börjar\n"},
      {EVENT("'date':'2026-02-30','weekday':'måndag'"),
       "error date/invalid /events/0/date: ”2026-02-30” finns inte i kalendern\n"},
  };
  FINDS_ALL(cases);
}

static void dates_that_are_not_filled_in(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {DUE("2026-XX-XX"),
       "note date/incomplete /assignments/0/due: datumet är inte ifyllt: ”2026-XX-XX”\n"},
      {DUE("snarast"),
       "note date/incomplete /assignments/0/due: ”snarast” går inte att läsa som ett "
       "datum eller en period\n"},
      {DUE("våren 2026"), ""},
      {DUE("2026-Q3"), ""},
  };
  FINDS_ALL(cases);
  details(
      cases[1].members, VP_LANGUAGE_SV,
      "? skriv 2026, 2026-H1, 2026-Q3, 2026-03, 2026-03-14, 2025-01/2025-11 eller våren 2026\n");
}

static void weekdays(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {EVENT("'date':'2026-03-14','weekday':'Lördagen'"), ""},
      {EVENT("'date':'2026-03-14','weekday':'fredag'"),
       "error date/weekday /events/0/weekday: 2026-03-14 är en lördag, inte en fredag\n"},
      {EVENT("'decided':'2026-03-26','weekday':'onsdag'"),
       "error date/weekday /events/0/weekday: 2026-03-26 är en torsdag, inte en onsdag\n"},
      {EVENT("'decided':'2026-03-26','weekday':'torsdag'"), ""},
      {EVENT("'date':'2026-03-27','decided':'2026-03-26','weekday':'fredag'"), ""},
      {EVENT("'date':'2026-03-14','weekday':'helgdag'"),
       "error date/weekday /events/0/weekday: ”helgdag” är ingen veckodag\n"},
      {EVENT("'date':'2026-03','weekday':'fredag'"), ""},
      {EVENT("'weekday':'fredag'"), ""},
  };
  FINDS_ALL(cases);
  counts(cases[6].members, "date/weekday", 0, 0, 1);
  counts(cases[5].members, "date/weekday", 1, 1, 0);
}

static void dates_in_an_order_that_cannot_be(void **state) {
  (void)state;
  static const finding_case cases[] = {
      {EVENT("'decided':'2025-12-18','in_force':'2026-01-01'"), ""},
      {EVENT("'decided':'2026-01-01','in_force':'2026-01-01'"), ""},
      {EVENT("'decided':'2026-03','in_force':'2026'"), ""},
      {EVENT("'decided':'2026-03-26','in_force':'2026-01-01'"),
       "error date/order /events/0/in_force: ”Nya taxor” beslutas 2026-03-26 men gäller redan från "
       "2026-01-01\n"},
      {EVENT("'decided':'2026-03-26','in_force':'2026-XX-XX'"),
       "note date/incomplete /events/0/in_force: datumet är inte ifyllt: ”2026-XX-XX”\n"},
      {"'budget':{'frame':{'opening':{'period':'2027','amount':1},"
       "'closing':{'period':'2026','amount':1}}}",
       "error date/order /budget/frame/closing/period: ingående ram gäller 2027 men utgående ram "
       "2026\n"},
  };
  FINDS_ALL(cases);
}

static void dates_before_the_plan(void **state) {
  (void)state;
#define BEFORE(PATH, DATE) \
  "warning date/outside-period " PATH ": " DATE " ligger före planens period, 2026\n"
  static const finding_case cases[] = {
      {DUE("2025-12-31"), BEFORE("/assignments/0/due", "2025-12-31")},
      {DUE("2026-01-01"), ""},
      {DUE("2027"), ""},
      {DUE("2025/2026"), ""},
      {EVENT("'date':'2019-01-01'"), ""},
      {"'risks':[{'id':'r','title':'R','value':1,'due':'2025','follow_up':'2024-Q4'}]",
       BEFORE("/risks/0/due", "2025") BEFORE("/risks/0/follow_up", "2024-Q4")},
      {"'risks':[{'id':'r','title':'R','value':1}],'controls':[{'id':'k','risk':'r','what':'W',"
       "'responsible':'R','method':'M','report_by':'2025'}]",
       BEFORE("/controls/0/report_by", "2025")},
      {"'indicators':[{'id':'i','name':'I','observations':[{'period':'2024','value':1}],"
       "'target':{'period':'2025','at_least':2}}]",
       BEFORE("/indicators/0/target/period", "2025")},
      {"'budget':{'frame':{'opening':{'period':'2024','amount':1},"
       "'closing':{'period':'2025','amount':1}}}",
       BEFORE("/budget/frame/closing/period", "2025")},
  };
  FINDS_ALL(cases);
}

static void without_a_period_of_the_plan_nothing_is_before_it(void **state) {
  (void)state;
  vp_plan *plan =
      plan_from("{\"format\":\"vp-plan/1\",\"id\":\"p\",\"title\":\"P\",\"period\":\"20XX\","
                "\"assignments\":[{\"id\":\"u\",\"title\":\"U\",\"due\":\"2025\"}]}");
  vp_report *report = checked(plan, NULL);
  const vp_rule_result *result = result_of(report, "date/outside-period");
  assert_int_equal(result->applied, 0);
  assert_int_equal(result->not_applicable, 1);
  vp_report_free(report);
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(dates_that_do_not_exist),
      cmocka_unit_test(dates_that_are_not_filled_in),
      cmocka_unit_test(weekdays),
      cmocka_unit_test(dates_in_an_order_that_cannot_be),
      cmocka_unit_test(dates_before_the_plan),
      cmocka_unit_test(without_a_period_of_the_plan_nothing_is_before_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
