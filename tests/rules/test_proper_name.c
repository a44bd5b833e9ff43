#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "profiled.h"

#define NAMES                                                             \
  "'names':{'boards':[{'name':'Socialnämnden','synonyms':['SN','Soc']}," \
  "{'name':'Kommunstyrelsen'},{'name':'Alla nämnder'}],"                 \
  "'units':[{'name':'Särskilt boende','synonyms':['SÄBO']},{'name':'Hemtjänst'}]}"
#define BOARD(NAME) "'organisation':{'municipality':'M','board':'" NAME "'}"
#define UNIT(NAME) "'units':[{'id':'u','name':'" NAME "'}]"
#define POSITION(RESPONSIBLE)                                                                           \
  "'focus_areas':[{'id':'f','title':'F','positions':[{'id':'s','title':'S','responsible':[" RESPONSIBLE \
  "]}]}]"
#define UNLISTED(PATH, KIND, NAME)                       \
  "warning plan/unlisted-name " PATH ": " KIND " ”" NAME \
  "” är ingen av dem som profilen räknar upp\n"
#define SYNONYM(PATH, KIND, NAME, LISTED) \
  "note plan/synonym " PATH ": " KIND " kallas ”" NAME "” men heter ”" LISTED "” enligt profilen\n"

static void boards_and_units_are_looked_up(void **state) {
  (void)state;
  vp_profile *profile = profile_of(NAMES);
  static const struct {
    const char *members, *wanted;
  } cases[] = {
      {BOARD("Socialnämnden"), ""},
      {BOARD("  socialNÄMNDEN "), ""},
      {BOARD("Socialnämnd"), UNLISTED("/organisation/board", "nämnden", "Socialnämnd")},
      {BOARD("SN"), SYNONYM("/organisation/board", "nämnden", "SN", "Socialnämnden")},
      {BOARD("soc"), SYNONYM("/organisation/board", "nämnden", "soc", "Socialnämnden")},
      /* a unit's name is no board's */
      {BOARD("Hemtjänst"), UNLISTED("/organisation/board", "nämnden", "Hemtjänst")},
      {"'organisation':{'municipality':'Socialförvaltningen'}", ""},
      {UNIT("Hemtjänst"), ""},
      {UNIT("särskilt   boende"), ""},
      {UNIT("Säbo"), SYNONYM("/units/0/name", "enheten", "Säbo", "Särskilt boende")},
      {UNIT("Skola"), UNLISTED("/units/0/name", "enheten", "Skola")},
      {POSITION("'Alla nämnder','Kommunstyrelsen'"), ""},
      {POSITION("'Kommunstyrelsen','KS'"),
       UNLISTED("/focus_areas/0/positions/0/responsible/1", "nämnden", "KS")},
      {POSITION("'SN'"),
       SYNONYM("/focus_areas/0/positions/0/responsible/0", "nämnden", "SN", "Socialnämnden")},
      /* roles are no boards */
      {"'risks':[{'id':'r','title':'R','value':1}],'controls':[{'id':'k','risk':'r','what':'V',"
       "'responsible':'MAS','method':'M','report_by':'2026'}]",
       ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    finds_with(profile, cases[i].members, cases[i].wanted);
  vp_profile_free(profile);
}

static void the_nearest_name_is_offered(void **state) {
  (void)state;
  vp_profile *profile =
      profile_of("'names':{'boards':[{'name':'Socialnämnden','synonyms':['Vård och omsorg']},"
                 "{'name':'Kommunstyrelsen'}]}");
  static const struct {
    const char *members, *wanted;
  } cases[] = {
      {BOARD("Socialnamnden"), "? was \"Socialnämnden\" meant?\n"},
      {BOARD("Vård och omsorgen"), "? was \"Socialnämnden\" meant?\n"},
      {BOARD("Byggnadsnämnden"), "? correct the name, or add it to the profile (\"names\")\n"},
      {BOARD("Vård och omsorg"), "? write \"Socialnämnden\"\n"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    details_with(profile, cases[i].members, VP_LANGUAGE_EN, cases[i].wanted);
  vp_profile_free(profile);
}

/* A board's own profile adds its units to the municipality's. */
static void names_of_the_extended_profile_count(void **state) {
  (void)state;
  vp_profile *far = profile_of(NAMES);
  vp_profile *near =
      profile_above("'names':{'boards':[{'name':'SN'}],'units':[{'name':'Skola'}]}", far);
  finds_with(near, UNIT("Skola") "," BOARD("Socialnämnden"), "");
  finds_with(near, UNIT("Hemtjänst"), "");
  finds_with(near, BOARD("SN"), "");
  finds_with(far, BOARD("SN"), SYNONYM("/organisation/board", "nämnden", "SN", "Socialnämnden"));
  vp_profile_free(near);
  vp_profile_free(far);
}

static void what_is_not_listed_is_not_checked(void **state) {
  (void)state;
  static const char *const silent[] = {"'title':'T'", "'names':{}", "'names':{'boards':[]}",
                                       "'names':{'units':[{'name':'Skola'}]}"};
  for (size_t i = 0; i < sizeof silent / sizeof *silent; i++) {
    vp_profile *profile = profile_of(silent[i]);
    vp_plan *plan = plan_with(BOARD("Vem som helst"));
    assert_int_equal(vp_plan_use_profile(plan, profile, NULL), VP_OK);
    vp_report *report = checked(plan, NULL);
    assert_int_equal(vp_report_finding_count(report), 0);
    assert_int_equal(result_of(report, "plan/unlisted-name")->applied, 0);
    assert_int_equal(result_of(report, "plan/unlisted-name")->not_applicable, 1);
    assert_int_equal(result_of(report, "plan/synonym")->not_applicable, 1);
    vp_report_free(report);
    vp_plan_free(plan);
    vp_profile_free(profile);
  }
}

/* Of Bollebygd's plans only the administration that stands for a board is found. */
static void the_plans_of_bollebygd_have_its_names(void **state) {
  (void)state;
  static const struct {
    const char *plan;
    size_t unlisted;
  } cases[] = {{"bollebygd-socialnamnden-2026", 0},
               {"bollebygd-socialnamnden-2026-scan", 0},
               {"bollebygd-social-hallbarhet", 0},
               {"bollebygd-mobilitetsplan", 1}};
  const char *text = vp_profile_text("bollebygd");
  vp_profile *profile = NULL;
  assert_int_equal(vp_profile_read(&profile, NULL, text, strlen(text), NULL), VP_OK);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    output json = example_text(cases[i].plan);
    vp_plan *plan = plan_from(json.bytes);
    vp_report *without = checked(plan, NULL);
    assert_int_equal(vp_plan_use_profile(plan, profile, NULL), VP_OK);
    vp_report *with = checked(plan, NULL);
    assert_int_equal(result_of(with, "plan/unlisted-name")->failed, cases[i].unlisted);
    assert_int_equal(vp_report_finding_count(with),
                     vp_report_finding_count(without) + cases[i].unlisted);
    vp_report_free(with);
    vp_report_free(without);
    vp_plan_free(plan);
    free(json.bytes);
  }
  vp_profile_free(profile);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(boards_and_units_are_looked_up),
      cmocka_unit_test(the_nearest_name_is_offered),
      cmocka_unit_test(names_of_the_extended_profile_count),
      cmocka_unit_test(what_is_not_listed_is_not_checked),
      cmocka_unit_test(the_plans_of_bollebygd_have_its_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
