#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/report.h>
#include <vp/rule_set.h>
#include <vp/score.h>

#include "rules/checks.h"

#define PROFILE(MEMBERS) "{'format':'vp-profile/1','id':'lillby'" MEMBERS "}"

static vp_profile *profile_from(const char *json) {
  char text[1024];
  vp_profile *profile = NULL;
  vp_error error = {.message = ""};
  snprintf(text, sizeof text, "%s", json);
  straighten(text);
  if (vp_profile_read(&profile, NULL, text, strlen(text), &error) != VP_OK)
    fail_msg("%u:%u: %s", (unsigned)error.line, (unsigned)error.column, error.message);
  return profile;
}

/* A profile, and the one that it extends; NULL for none. */
typedef struct profiles {
  vp_profile *own, *common;
} profiles;

static profiles profiles_from(const char *own, const char *common) {
  profiles made = {profile_from(own), common != NULL ? profile_from(common) : NULL};
  if (common != NULL) assert_int_equal(vp_profile_extend(made.own, made.common, NULL), VP_OK);
  return made;
}

static void free_profiles(profiles made) {
  vp_profile_free(made.own);
  vp_profile_free(made.common);
}

static void use(vp_plan *plan, const vp_profile *profile) {
  assert_int_equal(vp_plan_use_profile(plan, profile, NULL), VP_OK);
  assert_ptr_equal(vp_plan_profile(plan), profile);
}

#define RISKS                                                                              \
  "'risks':[{'id':'r1','title':'Hot','consequence':'allvarlig','likelihood':3,'value':9}," \
  "{'id':'r2','title':'Stress'}]"

static vp_report *checked_by(vp_plan *plan, const vp_profile *profile) {
  use(plan, profile);
  return checked(plan, NULL);
}

/* Of settings, the one for the rule goes before the one for its family, and what a profile says
 * before what it extends says. */
static void severities(void **state) {
  (void)state;
  static const struct {
    const char *profile, *common;
    vp_severity severity;
    bool ran;
    const char *off;
  } cases[] = {
      {PROFILE(""), NULL, VP_SEVERITY_NOTE, true, NULL},
      {PROFILE(",'rules':[{'rule':'risk/unscored','severity':'error'}]"), NULL, VP_SEVERITY_ERROR,
       true, NULL},
      {PROFILE(",'rules':[{'rule':'risk','severity':'warning'}]"), NULL, VP_SEVERITY_WARNING, true,
       NULL},
      {PROFILE(",'rules':[{'rule':'risk/unscored','severity':'error'},"
               "{'rule':'risk','off':true,'reason':'Nej.'}]"),
       NULL, VP_SEVERITY_ERROR, true, NULL},
      {PROFILE(",'rules':[{'rule':'risk','severity':'error'},"
               "{'rule':'risk/unscored','off':true,'reason':'Nej.'}]"),
       NULL, VP_SEVERITY_NOTE, false, "Nej."},
      {PROFILE(",'extends':'gemensam'"),
       PROFILE(",'rules':[{'rule':'risk/unscored','off':true,'reason':'Alla.'}]"), VP_SEVERITY_NOTE,
       false, "Alla."},
      {PROFILE(",'extends':'gemensam','rules':[{'rule':'risk','severity':'warning'}]"),
       PROFILE(",'rules':[{'rule':'risk/unscored','off':true,'reason':'Alla.'}]"),
       VP_SEVERITY_WARNING, true, NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    profiles made = profiles_from(cases[i].profile, cases[i].common);
    vp_plan *plan = plan_with(RISKS);
    vp_report *report = checked_by(plan, made.own);
    const vp_rule_result *result = result_of(report, "risk/unscored");
    assert_int_equal(result->ran, cases[i].ran);
    if (cases[i].off != NULL)
      assert_string_equal(result->off, cases[i].off);
    else
      assert_null(result->off);
    assert_int_equal(result->failed, cases[i].ran ? 1 : 0);
    for (size_t f = 0; f < vp_report_finding_count(report); f++) {
      const vp_finding *finding = vp_report_finding(report, f);
      if (strcmp(finding->rule, "risk/unscored") == 0)
        assert_int_equal(finding->severity, cases[i].severity);
    }
    vp_report_free(report);
    vp_plan_free(plan);
    free_profiles(made);
  }
}

/* A profile cannot switch on what the caller does not want. */
static void the_caller_selects_among_what_is_on(void **state) {
  (void)state;
  vp_profile *profile = profile_from(PROFILE(
      ",'rules':[{'rule':'risk','off':true,'reason':'Nej.'},{'rule':'plan','severity':'error'}]"));
  vp_plan *plan = plan_with(RISKS);
  use(plan, profile);
  static const char *const select[] = {"risk", "control"};
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.select = select;
  options.select_count = 2;
  vp_report *report = checked(plan, &options);
  assert_false(result_of(report, "risk/unscored")->ran);
  assert_false(result_of(report, "plan/duplicate-id")->ran);
  assert_null(result_of(report, "plan/duplicate-id")->off);
  assert_true(result_of(report, "control/incomplete")->ran);
  vp_report_free(report);
  vp_plan_free(plan);
  vp_profile_free(profile);
}

static void a_plan_without_a_risk_model_has_the_profiles(void **state) {
  (void)state;
  vp_profile *profile = profile_from(PROFILE(",'extends':'4x4'"));
  vp_plan *plan = plan_with(RISKS), *own = plan_with("'risk_model':{'score':'sum'}," RISKS);
  vp_scoring *scoring = NULL;
  assert_int_equal(vp_score(&scoring, plan, NULL), VP_OK);
  assert_null(vp_scoring_model(scoring));
  assert_false(vp_scoring_risk(scoring, 0)->is_computed);
  vp_scoring_free(scoring);

  use(plan, profile);
  use(own, profile);
  assert_int_equal(vp_score(&scoring, plan, NULL), VP_OK);
  const vp_risk_score *score = vp_scoring_risk(scoring, 0);
  assert_true(score->is_computed);
  assert_int_equal(score->computed.coefficient, 12);
  assert_string_equal(vp_element_text(score->band, "name", 0), "Hög");
  assert_string_equal(vp_element_text(vp_scoring_model(scoring), "name", 0), "Riskmatris, 4 × 4");
  vp_scoring_free(scoring);
  vp_report *report = checked(plan, NULL);
  assert_int_equal(result_of(report, "risk/value-mismatch")->failed, 1);
  assert_int_equal(result_of(report, "risk/band-gap")->applied, 0); /* is the profile's affair */
  vp_report_free(report);

  assert_int_equal(vp_score(&scoring, own, NULL), VP_OK);
  assert_ptr_equal(vp_element_parent(vp_scoring_model(scoring)), vp_plan_root(own));
  vp_scoring_free(scoring);
  vp_plan_free(own);
  vp_plan_free(plan);
  vp_profile_free(profile);
}

/* A finding stands in the plan even where it comes of the profile's model. */
static void a_function_of_the_profile_that_fails_is_said_in_the_plan(void **state) {
  (void)state;
  vp_profile *profile =
      profile_from(PROFILE(",'risk_model':{'score':'function','function':'okänd'}"));
  vp_plan *plan =
      plan_with("'risks':[{'id':'r1','title':'Hot','consequence':2,'likelihood':3,'value':6}]");
  vp_report *report = checked_by(plan, profile);
  assert_int_equal(vp_report_finding_count(report), 0);
  vp_report_free(report);

  vp_report *of_profile = NULL;
  assert_int_equal(vp_profile_check(&of_profile, profile, NULL, NULL), VP_OK);
  assert_int_equal(vp_report_finding_count(of_profile), 1);
  const vp_finding *finding = vp_report_finding(of_profile, 0);
  assert_string_equal(finding->rule, "risk/unknown-function");
  assert_string_equal(finding->path, "/risk_model/function");
  assert_int_equal(finding->line, 1);
  assert_true(finding->column > 1);
  vp_report_free(of_profile);
  vp_plan_free(plan);
  vp_profile_free(profile);
}

static void language_and_extension(void **state) {
  (void)state;
  profiles made = profiles_from(PROFILE(",'extends':'gemensam'"), PROFILE(",'language':'en'"));
  vp_plan *plan = plan_with("'language':'sv'");
  assert_string_equal(vp_plan_language(plan), "sv");
  use(plan, made.own);
  assert_string_equal(vp_plan_language(plan), "en");
  use(plan, NULL);
  assert_string_equal(vp_plan_language(plan), "sv");
  assert_ptr_equal(vp_profile_extended(made.own), made.common);
  assert_null(vp_profile_extended(made.common));
  vp_plan_free(plan);
  free_profiles(made);
}

/* Whatever the order in which they are given, a circle has no beginning. */
static void what_it_extends_is_given_once_and_whole(void **state) {
  (void)state;
  vp_profile *a = profile_from(PROFILE(",'extends':'b'")),
             *b = profile_from(PROFILE(",'extends':'a'"));
  vp_profile *last = profile_from(PROFILE(""));
  vp_plan *plan = plan_with("'language':'sv'");
  vp_report *report = NULL;
  vp_error error;
  assert_int_equal(vp_profile_extend(a, b, &error), VP_ERROR_ARGUMENT);
  assert_string_equal(error.message,
                      "the profile extends \"a\": give it with vp_profile_extend first");
  assert_int_equal(vp_profile_extend(a, a, NULL), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_plan_use_profile(plan, a, &error), VP_ERROR_ARGUMENT);
  assert_null(vp_plan_profile(plan));
  assert_int_equal(vp_profile_check(&report, a, NULL, NULL), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_profile_extend(b, last, NULL), VP_OK);
  assert_int_equal(vp_profile_extend(a, b, NULL), VP_OK);
  assert_int_equal(vp_profile_extend(a, last, &error), VP_ERROR_ARGUMENT);
  assert_string_equal(error.message, "the profile has what it extends already");
  assert_int_equal(vp_profile_extend(last, a, &error), VP_ERROR_ARGUMENT);
  assert_string_equal(error.message, "the profile extends nothing");
  vp_plan_free(plan);
  vp_profile_free(a);
  vp_profile_free(b);
  vp_profile_free(last);
}

/* '@' marks where the error is told. */
static void what_is_no_profile_is_refused_where_it_is_wrong(void **state) {
  (void)state;
  static const struct {
    const char *json, *message;
  } cases[] = {
      {"{'format':@'vp-plan/1'}",
       "the format is \"vp-plan/1\": this version reads \"vp-profile/1\""},
      {"@{'format':'vp-profile/1'}", "this profile has no \"id\""},
      {PROFILE(",@'rulez':[]"), "a profile has no key \"rulez\": did you mean \"rules\"?"},
      {PROFILE(",'rules':[@{'rule':'risk'}]"),
       "this rule_setting has none of severity, off: one of them must stand"},
      {PROFILE(",'rules':[@{'rule':'risk','off':true}]"),
       "this rule_setting has \"off\" but no \"reason\""},
      {PROFILE(",'rules':[{'rule':'risk','severity':@'fatal'}]"),
       "\"fatal\" is no value of \"severity\": it takes note, warning, error"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint32_t line, column;
    char *json = without_mark(cases[i].json, &line, &column);
    vp_profile *profile = NULL;
    vp_error error = {.message = ""};
    assert_int_equal(vp_profile_read(&profile, NULL, json, strlen(json), &error), VP_ERROR_FORMAT);
    assert_null(profile);
    assert_string_equal(error.message, cases[i].message);
    assert_int_equal(error.line, line);
    assert_int_equal(error.column, column);
    free(json);
  }
}

static void a_rule_that_there_is_not(void **state) {
  (void)state;
  static const char wrong[] = PROFILE(",\n'rules':[{'rule':'risk/unscord','severity':'error'}]");
  vp_profile *profile = profile_from(wrong);
  vp_plan *plan = plan_with(RISKS);
  vp_report *report = NULL;
  vp_error error = {.message = ""};
  use(plan, profile);
  assert_int_equal(vp_check(&report, plan, NULL, &error), VP_ERROR_FORMAT);
  assert_string_equal(error.message,
                      "there is no rule \"risk/unscord\": did you mean \"risk/unscored\"?");
  assert_int_equal(error.line, 2);
  assert_int_equal(error.column, 18);
  vp_profile_free(profile);

  profiles made = profiles_from(PROFILE(",'extends':'gemensam'"), wrong);
  assert_int_equal(vp_profile_check(&report, made.own, NULL, &error), VP_ERROR_FORMAT);
  assert_string_equal(error.message, "\"gemensam\", line 2: there is no rule \"risk/unscord\": did "
                                     "you mean \"risk/unscored\"?");
  assert_int_equal(error.line, 1);
  assert_null(report);
  vp_plan_free(plan);
  free_profiles(made);
}

/* libvp's own profiles hold together. */
static void shipped_profiles(void **state) {
  (void)state;
  size_t count = 0;
  for (const char *name; (name = vp_profile_name_at(count)) != NULL; count++) {
    vp_profile *profile = NULL;
    vp_report *report = NULL;
    const char *text = vp_profile_text(name);
    assert_int_equal(vp_profile_read(&profile, NULL, text, strlen(text), NULL), VP_OK);
    assert_string_equal(vp_element_id(vp_profile_root(profile)), name);
    assert_int_equal(vp_profile_check(&report, profile, NULL, NULL), VP_OK);
    assert_int_equal(vp_report_finding_count(report), 0);
    vp_report_free(report);
    vp_profile_free(profile);
  }
  assert_true(count >= 3);
  assert_null(vp_profile_text("3x3"));
  vp_profile_free(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(severities),
      cmocka_unit_test(the_caller_selects_among_what_is_on),
      cmocka_unit_test(a_plan_without_a_risk_model_has_the_profiles),
      cmocka_unit_test(a_function_of_the_profile_that_fails_is_said_in_the_plan),
      cmocka_unit_test(language_and_extension),
      cmocka_unit_test(what_it_extends_is_given_once_and_whole),
      cmocka_unit_test(what_is_no_profile_is_refused_where_it_is_wrong),
      cmocka_unit_test(a_rule_that_there_is_not),
      cmocka_unit_test(shipped_profiles),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
