#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "checks.h"

/* A line for each finding: its path, and the reason when it is accepted. */
static output accepted_lines(const vp_report *report) {
  output out = {NULL, 0};
  output_put(&out, "");
  for (size_t i = 0; i < vp_report_finding_count(report); i++) {
    const vp_finding *finding = vp_report_finding(report, i);
    output_put(&out, finding->path);
    output_put(&out, ":");
    output_put(&out, finding->acceptance != NULL ? finding->acceptance->reason : "");
    output_put(&out, "\n");
  }
  return out;
}

static void accepts_by(const char *members, vp_check_options options, const char *wanted) {
  vp_plan *plan = plan_with(members);
  vp_report *report = checked(plan, &options);
  output found = accepted_lines(report);
  is_wanted(members, found.bytes, wanted);
  free(found.bytes);
  vp_report_free(report);
  vp_plan_free(plan);
}

/* What one rule finds, and the rules about acceptances. */
static void accepts(const char *rule, const char *members, const char *wanted) {
  const char *const rules[] = {rule, "plan/unused-acceptance", "plan/unknown-reference"};
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.select = rules;
  options.select_count = 3;
  accepts_by(members, options, wanted);
}

#define MISSING "budget/missing-cell"
#define MISSING_CELLS                                                                            \
  "'budget':{'frame':{'opening':{'amount':null},'changes':[{'id':'v','label':'V','amount':null}" \
  "],'closing':{'amount':null}},'tables':[{'id':'t','columns':['a','b'],'rows':["                \
  "{'id':'x','label':'X','values':[null,null]},{'id':'y','label':'Y','values':[null]}],"         \
  "'total':[null,null]}]},"
#define ACCEPTED(ELEMENT) \
  MISSING_CELLS "'accepted':[{'rule':'" MISSING "','element':'" ELEMENT "','reason':'ja'}]"
#define FOUND(OPENING, V, CLOSING, XA, XB, Y, TA, TB)                                \
  "/budget/frame/opening/amount:" OPENING "\n/budget/frame/changes/0/amount:" V      \
  "\n/budget/frame/closing/amount:" CLOSING "\n/budget/tables/0/rows/0/values/0:" XA \
  "\n/budget/tables/0/rows/0/values/1:" XB                                           \
  "\n/budget/tables/0/rows/1/values:\n/budget/tables/0/rows/1/values/0:" Y           \
  "\n/budget/tables/0/total/0:" TA "\n/budget/tables/0/total/1:" TB "\n"

static void an_acceptance_is_for_a_part_of_the_plan(void **state) {
  (void)state;
  const finding_case cases[] = {
      {ACCEPTED("frame.opening"), FOUND("ja", "", "", "", "", "", "", "")},
      {ACCEPTED("frame.closing"), FOUND("", "", "ja", "", "", "", "", "")},
      {ACCEPTED("v"), FOUND("", "ja", "", "", "", "", "", "")},
      {ACCEPTED("t.x.a"), FOUND("", "", "", "ja", "", "", "", "")},
      {ACCEPTED("t.x.b"), FOUND("", "", "", "", "ja", "", "", "")},
      {ACCEPTED("t.x.*"), FOUND("", "", "", "ja", "ja", "", "", "")},
      {ACCEPTED("t.*.a"), FOUND("", "", "", "ja", "", "ja", "ja", "")},
      {ACCEPTED("t.total.b"), FOUND("", "", "", "", "", "", "", "ja")},
      {ACCEPTED("t.total.*"), FOUND("", "", "", "", "", "", "ja", "ja")},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    accepts(MISSING, cases[i].members, cases[i].wanted);
}

static void what_is_missing_at_the_end_of_a_row_is_a_cell_too(void **state) {
  (void)state;
#define SHORT_ROW(ELEMENT)                                                                   \
  "'budget':{'tables':[{'id':'t','columns':['a','b'],'rows':[{'id':'y','label':'Y','values'" \
  ":['1']}]}]},'accepted':[{'rule':'" MISSING "','element':'" ELEMENT "','reason':'ja'}]"
  static const char accepted[] = "/budget/tables/0/rows/0/values:ja\n";
  accepts(MISSING, SHORT_ROW("t.y.b"), accepted);
  accepts(MISSING, SHORT_ROW("t.y.*"), accepted);
  accepts(MISSING, SHORT_ROW("t.*.b"), accepted);
  accepts(MISSING, SHORT_ROW("t.*.*"), accepted);
  accepts(MISSING, SHORT_ROW("t"), accepted);
  accepts(MISSING, SHORT_ROW("p"), accepted);
  accepts(MISSING, SHORT_ROW("t.y.a"), "/budget/tables/0/rows/0/values:\n/accepted/0:\n");
}

static void an_outcome_is_a_part_of_the_plan(void **state) {
  (void)state;
  accepts("indicator/out-of-range",
          "'indicators':[{'id':'i','name':'I','maximum':10,'observations':["
          "{'period':'2024','value':11},{'period':'2025','value':12,'women':13}]}],"
          "'accepted':[{'rule':'indicator/out-of-range','element':'i.2025','reason':'ja'}]",
          "/indicators/0/observations/0/value:\n/indicators/0/observations/1/value:ja\n"
          "/indicators/0/observations/1/women:ja\n");
}

#define LATE \
  "'assignments':[{'id':'u','title':'U','due':'2020'},{'id':'w','title':'W','due':'2020'}],"
#define OUTSIDE "date/outside-period"

static void the_narrowest_that_holds_is_told(void **state) {
  (void)state;
  static const char members[] =
      LATE "'accepted':[{'rule':'" OUTSIDE "','element':'p','reason':'planen'},"
           "{'rule':'" OUTSIDE "','element':'u','reason':'slut','until':'2026-01'},"
           "{'rule':'" OUTSIDE "','element':'u','reason':'uppdraget','until':'2026-12'},"
           "{'rule':'" OUTSIDE "','element':'w','reason':'slut','until':'2026-01'}]";
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.as_of = (vp_date){2026, 2, 1};
  accepts_by(members, options,
             "/assignments/0/due:uppdraget\n/assignments/1/due:planen\n"
             "/accepted/1:\n/accepted/3:\n");
}

static void an_acceptance_holds_through_its_last_day(void **state) {
  (void)state;
  static const char members[] =
      LATE "'accepted':[{'rule':'" OUTSIDE "','element':'p','reason':'ja','until':'2026-Q1'}]";
  static const char accepted[] = "/assignments/0/due:ja\n/assignments/1/due:ja\n";
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  accepts_by(members, options, accepted);
  options.as_of = (vp_date){2026, 3, 31};
  accepts_by(members, options, accepted);
  options.as_of = (vp_date){2026, 4, 1};
  accepts_by(members, options, "/assignments/0/due:\n/assignments/1/due:\n/accepted/0:\n");
}

static void one_whose_end_cannot_be_read_does_not_hold(void **state) {
  (void)state;
  finds(LATE "'accepted':[{'rule':'" OUTSIDE "','element':'p','reason':'ja','until':'2026-02-30'}]",
        "warning date/outside-period /assignments/0/due: 2020 ligger före planens period, 2026\n"
        "warning date/outside-period /assignments/1/due: 2020 ligger före planens period, 2026\n"
        "error date/invalid /accepted/0/until: ”2026-02-30” finns inte i kalendern\n");
}

static void one_finding_by_its_fingerprint(void **state) {
  (void)state;
  vp_plan *plan = plan_with(LATE "'units':[]");
  vp_report *report = checked(plan, NULL);
  const vp_finding *finding = vp_report_finding(report, 1);
  const char *const fingerprints[] = {finding->fingerprint, finding->text_fingerprint};
  assert_string_not_equal(fingerprints[0], fingerprints[1]);
  for (size_t i = 0; i < 2; i++) {
    char members[512];
    snprintf(members, sizeof members,
             LATE "'accepted':[{'rule':'%s','fingerprint':'%s','reason':'ja'}]", OUTSIDE,
             fingerprints[i]);
    accepts(OUTSIDE, members, "/assignments/0/due:\n/assignments/1/due:ja\n");
    snprintf(members, sizeof members,
             LATE "'accepted':[{'rule':'%s','fingerprint':'%s','reason':'ja'}]", "date/order",
             fingerprints[i]);
    accepts(OUTSIDE, members, "/assignments/0/due:\n/assignments/1/due:\n");
  }
  vp_report_free(report);
  vp_plan_free(plan);
}

static void an_unused_acceptance_is_found(void **state) {
  (void)state;
  finds("'units':[{'id':'e','name':'E'}],"
        "'accepted':[{'rule':'" OUTSIDE "','element':'e','reason':'ja'}]",
        "warning plan/unused-acceptance /accepted/0: godtagandet av date/outside-period för ”e” "
        "motsvarar ingen anmärkning\n");
  details(LATE "'units':[{'id':'e','name':'E'}],"
               "'accepted':[{'rule':'" OUTSIDE "','element':'u','reason':'§ 1'},"
               "{'rule':'" OUTSIDE "','element':'e','reason':'§ 2'}]",
          VP_LANGUAGE_EN,
          "? check that the date was not left in place from last year's plan\n"
          "? check that the date was not left in place from last year's plan\n"
          "the reason was: § 2\n"
          "? the rule's finding is about \"w\": write that instead, or take the acceptance away\n");
  counts(LATE "'accepted':[{'rule':'" OUTSIDE "','element':'u','reason':'ja'},"
              "{'rule':'" OUTSIDE "','element':'p','reason':'ja'},"
              "{'rule':'date/order','element':'p','reason':'ja'},"
              "{'rule':'sju/egen','element':'p','reason':'ja'}]",
         "plan/unused-acceptance", 3, 1, 1);
}

static void without_its_rule_an_acceptance_is_not_judged(void **state) {
  (void)state;
  static const char members[] = "'accepted':[{'rule':'" OUTSIDE "','element':'p','reason':'ja'}]";
  const char *const ignored[] = {"date"};
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.ignore = ignored;
  options.ignore_count = 1;
  finds_by(members, options, "");
}

static void what_is_said_of_acceptances_cannot_be_accepted(void **state) {
  (void)state;
  accepts("date/order",
          "'accepted':[{'rule':'date/order','element':'p','reason':'ja'},"
          "{'rule':'plan/unused-acceptance','element':'p','reason':'ja'}]",
          "/accepted/0:\n/accepted/1:\n");
}

static void an_acceptance_names_a_rule_and_a_part_that_exist(void **state) {
  (void)state;
#define UNKNOWN(RULE, ELEMENT)                                                                 \
  "'units':[{'id':'hemtjanst','name':'H'}],'accepted':[{'rule':'" RULE "','element':'" ELEMENT \
  "','reason':'ja'}]"
  const finding_case cases[] = {
      {UNKNOWN("date/ordr", "p"),
       "error plan/unknown-reference /accepted/0/rule: det finns ingen regel ”date/ordr”\n"},
      {UNKNOWN("date", "p"),
       "error plan/unknown-reference /accepted/0/rule: det finns ingen regel ”date”\n"},
      {UNKNOWN("date/helt-annan", "p"),
       "error plan/unknown-reference /accepted/0/rule: det finns ingen regel ”date/helt-annan”\n"},
      {UNKNOWN("kommunens/egen-regel", "p"), ""},
      {UNKNOWN("date/order", "hemtjanster"),
       "error plan/unknown-reference /accepted/0/element: ”hemtjanster” finns inte i planen\n"},
      {UNKNOWN("date/order", "-hemtjanst"),
       "error plan/unknown-reference /accepted/0/element: ”-hemtjanst” finns inte i planen\n"},
      {UNKNOWN("date/order", "t.*.a"),
       "error plan/unknown-reference /accepted/0/element: ”t.*.a” är inget tal i planen\n"},
      {UNKNOWN("date/order", ""),
       "error plan/unknown-reference /accepted/0/element: ”” finns inte i planen\n"},
  };
  FINDS_ALL(cases);
  details(UNKNOWN("date/ordr", "hemtjanster"), VP_LANGUAGE_EN,
          "? was \"date/order\" meant?\n? was \"hemtjanst\" meant?\n");
}

static void what_is_accepted_counts_apart(void **state) {
  (void)state;
  vp_plan *plan = plan_with(LATE "'accepted':[{'rule':'" OUTSIDE
                                 "','element':'u','reason':'ja','until':'2026'}]");
  vp_report *report = checked(plan, NULL);
  assert_int_equal(vp_report_finding_count(report), 2);
  assert_int_equal(vp_report_severity_count(report, VP_SEVERITY_WARNING), 1);
  assert_int_equal(vp_report_accepted_count(report), 1);
  assert_int_equal(result_of(report, OUTSIDE)->failed, 2);
  assert_int_equal(result_of(report, OUTSIDE)->accepted, 1);
  assert_null(vp_report_finding(report, 1)->acceptance);
  const vp_acceptance *acceptance = vp_report_finding(report, 0)->acceptance;
  assert_string_equal(acceptance->reason, "ja");
  assert_string_equal(acceptance->until, "2026");
  assert_string_equal(acceptance->path, "/accepted/0");
  assert_false(acceptance->in_baseline);
  assert_ptr_equal(acceptance->element, vp_element_child(vp_plan_root(plan), "accepted", 0));
  vp_report_free(report);
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_acceptance_is_for_a_part_of_the_plan),
      cmocka_unit_test(what_is_missing_at_the_end_of_a_row_is_a_cell_too),
      cmocka_unit_test(an_outcome_is_a_part_of_the_plan),
      cmocka_unit_test(the_narrowest_that_holds_is_told),
      cmocka_unit_test(an_acceptance_holds_through_its_last_day),
      cmocka_unit_test(one_whose_end_cannot_be_read_does_not_hold),
      cmocka_unit_test(one_finding_by_its_fingerprint),
      cmocka_unit_test(an_unused_acceptance_is_found),
      cmocka_unit_test(without_its_rule_an_acceptance_is_not_judged),
      cmocka_unit_test(what_is_said_of_acceptances_cannot_be_accepted),
      cmocka_unit_test(an_acceptance_names_a_rule_and_a_part_that_exist),
      cmocka_unit_test(what_is_accepted_counts_apart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
