#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/functions.h>
#include <vp/rule_set.h>

#include "profiled.h"

#define RULE(MORE) "'own_rules':[{'rule':'lillby/r','title':'T','severity':'error'," MORE "}]"
#define MUST(OF, CONDITION) RULE("'of':'" OF "','must':[" CONDITION "]")

/* What only that rule finds, in Swedish. */
static output found_by(const char *rule, const char *members, const vp_functions *functions,
                       vp_language language) {
  static const char *const family[] = {"lillby"};
  vp_profile *profile = profile_of(rule);
  vp_plan *plan = plan_with(members);
  assert_int_equal(vp_plan_use_profile(plan, profile, NULL), VP_OK);
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  options.select = family;
  options.select_count = 1;
  options.functions = functions;
  vp_report *report = checked(plan, &options);
  const vp_rule_result *result = vp_report_rule(report, vp_report_rule_count(report) - 1);
  assert_string_equal(vp_rule_id(result->rule), "lillby/r");
  char tally[64];
  snprintf(tally, sizeof tally, "%u/%u/%u\n", (unsigned)result->applied, (unsigned)result->failed,
           (unsigned)result->not_applicable);
  output out = {NULL, 0};
  output_put(&out, tally);
  output lines = finding_lines(report);
  output_put(&out, lines.bytes);
  free(lines.bytes);
  vp_report_free(report);
  vp_plan_free(plan);
  vp_profile_free(profile);
  return out;
}

/* A rule, a plan, and "applied/failed/not applicable" and the findings. */
typedef struct stated_case {
  const char *rule, *plan, *wanted;
} stated_case;

static void gives(const stated_case *at, const vp_functions *functions) {
  output swedish = found_by(at->rule, at->plan, functions, VP_LANGUAGE_SV);
  is_wanted(at->rule, swedish.bytes, at->wanted);
  output english = found_by(at->rule, at->plan, functions, VP_LANGUAGE_EN);
  assert_int_equal(strcspn(swedish.bytes, "\n"), strcspn(english.bytes, "\n"));
  free(english.bytes);
  free(swedish.bytes);
}

static void all_give(const stated_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) gives(&cases[i], NULL);
}

#define ALL_GIVE(cases) all_give((cases), sizeof(cases) / sizeof *(cases))

#define ERROR(PATH, MESSAGE) "error lillby/r " PATH ": " MESSAGE "\n"
#define RISKS(LIST) "'risks':[" LIST "]"
#define RISK(ID, MORE) "{'id':'" ID "','title':'Risk " ID "'" MORE "}"

static void presence(void **state) {
  (void)state;
  static const stated_case cases[] = {
      {MUST("risks", "{'field':'owner','present':true}"),
       RISKS(RISK("a", "") "," RISK("b", ",'owner':'MAS'") "," RISK("c", ",'owner':' '")),
       "3/2/0\n" ERROR("/risks/0/owner", "”Risk a” saknar owner")
           ERROR("/risks/2/owner", "”Risk c” saknar owner")},
      {MUST("risks", "{'field':'value','present':true}"),
       RISKS(RISK("a", ",'value':null") "," RISK("b", ",'value':'?'") "," RISK("c", ",'value':3")),
       "3/1/0\n" ERROR("/risks/0/value", "”Risk a” saknar value")},
      {MUST("risks", "{'field':'comment','missing':true}"),
       RISKS(RISK("a", "") "," RISK("b", ",'comment':'Nej'")),
       "2/1/0\n" ERROR("/risks/1/comment", "”Risk b” har comment, som inte ska finnas")},
      {MUST("indicators", "{'field':'target.period','present':true}"),
       "'indicators':[{'id':'i','name':'I'},{'id':'j','name':'J','target':{'at_least':1}},"
       "{'id':'k','name':'K','target':{'period':'2026','at_least':1}}]",
       "3/2/0\n" ERROR("/indicators/0/target", "”I” saknar target.period")
           ERROR("/indicators/1/target/period", "”J” saknar target.period")},
      {MUST("plan", "{'field':'organisation.board','present':true}"), "'status':'draft'",
       "1/1/0\n" ERROR("/organisation", "”P” saknar organisation.board")},
      {MUST("assignments", "{'field':'due','present':true},{'field':'responsible','present':true}"),
       "'assignments':[{'id':'a','title':'A','due':'2026-XX'},{'id':'b','title':'B'}]",
       "4/3/0\n" ERROR("/assignments/0/responsible", "”A” saknar responsible")
           ERROR("/assignments/1/due", "”B” saknar due")
               ERROR("/assignments/1/responsible", "”B” saknar responsible")},
  };
  ALL_GIVE(cases);
}

static void values_that_are_allowed(void **state) {
  (void)state;
  static const stated_case cases[] = {
      {MUST("assignments", "{'field':'set_by','one_of':['council','board']}"),
       "'assignments':[{'id':'a','title':'A','set_by':'council'},"
       "{'id':'b','title':'B','set_by':'unit'},{'id':'c','title':'C'}]",
       "2/1/1\n" ERROR("/assignments/1/set_by",
                       "set_by för ”B” är ”unit” men ska vara något av: council, board")},
      {MUST("observations", "{'field':'method_changed','holds':true}"),
       "'indicators':[{'id':'i','name':'I','observations':[{'period':'2025','value':1}]}]",
       "1/1/0\n" ERROR("/indicators/0/observations/0/method_changed",
                       "method_changed för ”I 2025” är nej men ska vara ja")},
      {MUST("observations", "{'field':'value','equal':'ja'}"),
       "'indicators':[{'id':'i','name':'I','observations':[{'period':'2024','value':'nej'},"
       "{'period':'2025','value':'Ja'},{'period':'2026','value':3}]}]",
       "2/1/1\n" ERROR("/indicators/0/observations/0/value",
                       "value för ”I 2024” är nej men ska vara ja")},
      {MUST("focus_areas", "{'field':'goals','at_most':1}"),
       "'focus_areas':[{'id':'f','title':'F'},{'id':'g','title':'G','goals':["
       "{'id':'m','title':'M'},{'id':'n','title':'N'}]}]",
       "2/1/0\n" ERROR("/focus_areas/1/goals", "goals för ”G” är 2 men ska vara högst 1")},
      {MUST("positions", "{'field':'responsible','one_of':['SN','BN']}"),
       "'focus_areas':[{'id':'f','title':'F','positions':["
       "{'id':'p','title':'P','responsible':['SN','XN']},{'id':'q','title':'Q',"
       "'responsible':['BN']}]}]",
       "2/1/0\n" ERROR("/focus_areas/0/positions/0/responsible",
                       "responsible för ”P” är ”SN och XN” men ska vara något av: SN, BN")},
      {MUST("focus_areas", "{'field':'global_goal','between':[1,4]}"),
       "'focus_areas':[{'id':'f','title':'F','global_goal':4},{'id':'g','title':'G',"
       "'global_goal':5},{'id':'h','title':'H'}]",
       "2/1/1\n" ERROR("/focus_areas/1/global_goal",
                       "global_goal för ”G” är 5 men ska vara mellan 1 och 4")},
  };
  ALL_GIVE(cases);
}

#define MODEL                                                                            \
  "'risk_model':{'score':'product','scales':{'consequence':{'levels':["                  \
  "{'value':1,'name':'Liten'},{'value':4,'name':'Allvarlig'}]},'likelihood':{'levels':[" \
  "{'value':1,'name':'Osannolik'},{'value':3,'name':'Trolig'}]}}},"

static void a_risk_has_the_value_that_it_is_scored_with(void **state) {
  (void)state;
  static const char rule[] = RULE("'of':'risks','where':[{'field':'value','at_least':12}],"
                                  "'must':[{'field':'owner','present':true}]");
  static const stated_case cases[] = {
      {rule,
       MODEL RISKS(RISK("a", ",'consequence':'allvarlig','likelihood':3") "," RISK(
           "b", ",'consequence':1,'likelihood':3,'value':12") "," RISK("c", "")),
       "1/1/1\n" ERROR("/risks/0/owner", "”Risk a” saknar owner")},
      {rule,
       RISKS(RISK("a", ",'value':12") "," RISK("b", ",'value':11") "," RISK("c", ",'value':'12?'")),
       "1/1/1\n" ERROR("/risks/0/owner", "”Risk a” saknar owner")},
      {MUST("risks", "{'field':'consequence','at_most':3}"),
       MODEL RISKS(RISK("a", ",'consequence':'Allvarlig'") "," RISK(
           "b", ",'consequence':1") "," RISK("c", ",'consequence':'okänd'") "," RISK("d", "")),
       "2/1/2\n" ERROR("/risks/0/consequence", "consequence för ”Risk a” är 4 men ska vara "
                                               "högst 3")},
  };
  ALL_GIVE(cases);
}

#define BUDGET                                                                        \
  "'budget':{'unit':'mnkr','decimals':1,'frame':{'opening':{'amount':'200,0'},"       \
  "'changes':[{'id':'x','label':'X','amount':'10,0'}],'closing':{'amount':'210,0'}}," \
  "'tables':[{'id':'t','columns':['2026','2025'],'rows':["                            \
  "{'id':'buffert','label':'Buffert','values':['2,1','2,0']},"                        \
  "{'id':'rest','label':'Rest','values':['2 150 tkr','-']}]}]}"

static void counts_shares_and_sums(void **state) {
  (void)state;
  static const stated_case cases[] = {
      {RULE("'count':'risks','must':[{'at_most':1}]"), RISKS(RISK("a", "") "," RISK("b", "")),
       "1/1/0\n" ERROR("/risks", "antalet risks är 2 men ska vara högst 1")},
      {RULE("'count':'goals[set_by=board]','must':[{'at_least':1}]"), RISKS(RISK("a", "")),
       "1/1/0\n" ERROR("", "antalet goals[set_by=board] är 0 men ska vara minst 1")},
      {RULE("'share':['t.buffert.2026','frame.closing'],'must':[{'at_least':'1 %'}]"), BUDGET,
       "1/0/0\n"},
      {RULE("'share':['t.buffert.2026','frame.closing'],'must':[{'at_least':'1,03 %'}]"), BUDGET,
       "1/1/0\n" ERROR("/budget/tables/0/rows/0/values/0",
                       "t.buffert.2026 är 1,00 % av frame.closing men ska vara minst 1,03 %")},
      /* 2,15 of 209,95 */
      {RULE("'share':['t.buffert.2026','frame.closing'],'must':[{'at_least':'1,024 %'}]"), BUDGET,
       "1/0/0\n"},
      {RULE("'share':['t.buffert.2026','frame.closing'],'must':[{'at_most':0.009}]"), BUDGET,
       "1/1/0\n" ERROR("/budget/tables/0/rows/0/values/0",
                       "t.buffert.2026 är 1,00 % av frame.closing men ska vara högst 0,9 %")},
      {RULE("'share':['-t.buffert.2026','-frame.closing'],'must':[{'between':['0,9 %','1,1 %']}]"),
       BUDGET, "1/0/0\n"},
      {RULE("'sum':['t.buffert.2026','-t.buffert.2025'],'must':[{'at_most':0}]"), BUDGET,
       "1/0/0\n"},
      {RULE("'sum':['t.buffert.2026','-t.buffert.2025'],'must':[{'at_most':'-1 tkr'}]"), BUDGET,
       "1/1/0\n" ERROR("/budget/tables/0/rows/0/values/0",
                       "summan av t.buffert.2026 och -t.buffert.2025 är 0,1 mnkr men ska vara "
                       "högst −0,001 mnkr")},
      {RULE("'sum':['t.buffert.2026','t.rest.2026'],'must':[{'equal':'4 250 tkr'}]"), BUDGET,
       "1/0/0\n"},
      {RULE("'sum':['t.rest.2026'],'must':[{'at_least':3}]"), BUDGET,
       "1/1/0\n" ERROR("/budget/tables/0/rows/1/values/0",
                       "t.rest.2026 är 2,150 mnkr men ska vara minst 3 mnkr")},
      /* what the plan has not, has not filled in, or has in another unit */
      {RULE("'sum':['t.rest.2025'],'must':[{'at_least':3}]"), BUDGET, "0/0/1\n"},
      {RULE("'sum':['t.okand.2025'],'must':[{'at_least':3}]"), BUDGET, "0/0/1\n"},
      {RULE("'sum':['t.buffert.2025'],'must':[{'at_least':'3 %'}]"), BUDGET, "0/0/1\n"},
      {RULE("'share':['t.buffert.2026','t.okand.2026'],'must':[{'at_least':'1 %'}]"), BUDGET,
       "0/0/1\n"},
      {MUST("changes", "{'field':'amount','at_most':'9 mnkr'}"), BUDGET,
       "1/1/0\n" ERROR("/budget/frame/changes/0/amount",
                       "amount för ”X” är 10,0 mnkr men ska vara högst 9 mnkr")},
  };
  ALL_GIVE(cases);
}

/* A rule fires only when no value that the rounding allows meets it; who is meant by `where` goes
 * by what is printed. */
static void the_precision_of_numbers(void **state) {
  (void)state;
#define OUTCOME(VALUE)                                                                             \
  "'indicators':[{'id':'i','name':'I','unit':'%','observations':[{'period':'2025','value':'" VALUE \
  "','women':'1'}]}]"
  static const stated_case cases[] = {
      {MUST("observations", "{'field':'value','at_least':80}"), OUTCOME("79,5"),
       "1/1/0\n" ERROR("/indicators/0/observations/0/value",
                       "value för ”I 2025” är 79,5 % men ska vara minst 80 %")},
      {MUST("observations", "{'field':'value','at_least':80}"), OUTCOME("80"), "1/0/0\n"},
      {MUST("observations", "{'field':'value','at_least':'80,5'}"), OUTCOME("80"), "1/0/0\n"},
      {MUST("observations", "{'field':'value','at_least':'över 80,5'}"), OUTCOME("80"),
       "1/1/0\n" ERROR("/indicators/0/observations/0/value",
                       "value för ”I 2025” är 80 % men ska vara mer än 80,5 %")},
      {MUST("observations", "{'field':'value','at_least':81}"), OUTCOME("cirka 80"), "1/0/0\n"},
      {MUST("observations", "{'field':'value','at_least':90}"), OUTCOME("cirka 80"),
       "1/1/0\n" ERROR("/indicators/0/observations/0/value",
                       "value för ”I 2025” är cirka 80 men ska vara minst 90 %")},
      {RULE("'of':'observations','where':[{'field':'value','at_least':80}],"
            "'must':[{'field':'women','at_least':2}]"),
       OUTCOME("80"),
       "1/1/0\n" ERROR("/indicators/0/observations/0/women",
                       "women för ”I 2025” är 1 % men ska vara minst 2 %")},
      {RULE("'of':'observations','where':[{'field':'value','at_least':'80,4'}],"
            "'must':[{'field':'women','at_least':2}]"),
       OUTCOME("80"), "0/0/0\n"},
      {RULE("'of':'observations','where':[{'field':'value','at_least':80}],"
            "'must':[{'field':'women','at_least':2}]"),
       OUTCOME("?"), "0/0/1\n"},
      {MUST("observations", "{'field':'value','at_least':'80 mnkr'}"), OUTCOME("80"), "0/0/1\n"},
  };
  ALL_GIVE(cases);
}

/* Nothing is concluded from a figure of a sum that cannot be right: that is said already. */
static void figures_in_doubt(void **state) {
  (void)state;
  static const stated_case in_doubt = {
      RULE("'sum':['t.a.c'],'must':[{'at_least':'100 mnkr'}]"),
      "'budget':{'unit':'mnkr','decimals':1,'tables':[{'id':'t','columns':['c'],'rows':["
      "{'id':'a','label':'A','values':['1,0']},{'id':'b','label':'B','values':['1,0']}],"
      "'total':['9,0']}]}",
      "0/0/1\n"};
  gives(&in_doubt, NULL);
}

static void the_profile_s_own_words(void **state) {
  (void)state;
  static const char rule[] =
      RULE("'of':'risks','must':[{'field':'owner','present':true},{'field':'value','at_most':9}],"
           "'message':'risken ”{title}” ({value}, {due}) {actual} {wanted} {name}',"
           "'help':'utse en ägare\\nför {title}'");
  vp_profile *profile = profile_of(rule);
  details_with(profile, RISKS(RISK("a", ",'value':12,'owner':'MAS'")), VP_LANGUAGE_SV,
               "value för ”Risk a” är 12 men ska vara högst 9\n? utse en ägare\n? för Risk a\n");
  vp_profile_free(profile);
  static const stated_case said = {
      rule, RISKS(RISK("a", ",'value':12,'owner':'MAS'")),
      "2/1/0\n" ERROR("/risks/0/value", "risken ”Risk a” (12, –) 12 högst 9 Risk a")};
  gives(&said, NULL);
  static const stated_case share = {
      RULE("'share':['t.buffert.2026','frame.closing'],'must':[{'at_least':'2 %'}],"
           "'message':'bufferten är {part} av {whole}, {actual}'"),
      BUDGET,
      "1/1/0\n" ERROR("/budget/tables/0/rows/0/values/0",
                      "bufferten är 2,1 mnkr av 210,0 mnkr, 1,00 %")};
  gives(&share, NULL);
}

static bool is_serious(double consequence, double likelihood) {
  return consequence * likelihood >= 9;
}

static double staffing(double outcome, double amount) { return outcome / amount; }

static int band_of(vp_scalar *result, const vp_scalar *arguments, size_t count, void *user) {
  (void)user;
  assert_int_equal(count, 2);
  *result = (vp_scalar){.type = VP_SCALAR_STRING,
                        .as.string = arguments[1].as.f64 > 9 ? arguments[0].as.string : "låg"};
  return 0;
}

static int give_up(vp_scalar *result, const vp_scalar *arguments, size_t count, void *user) {
  (void)result;
  (void)arguments;
  (void)count;
  (void)user;
  return 1;
}

static vp_functions *registered(void) {
  vp_functions *functions = NULL;
  assert_int_equal(vp_functions_new(&functions, NULL, NULL), VP_OK);
  assert_int_equal(vp_functions_register(functions, "is_serious", "bool(f64,f64)",
                                         (vp_native_function)is_serious, NULL),
                   VP_OK);
  assert_int_equal(vp_functions_register(functions, "staffing", "f64(f64,f64)",
                                         (vp_native_function)staffing, NULL),
                   VP_OK);
  assert_int_equal(vp_functions_register_callback(functions, "band_of", "string(string,f64)",
                                                  band_of, NULL, NULL, NULL),
                   VP_OK);
  assert_int_equal(
      vp_functions_register_callback(functions, "fail", "bool(f64)", give_up, NULL, NULL, NULL),
      VP_OK);
  return functions;
}

#define CALL(NAME, ARGUMENTS) "'function':'" NAME "','arguments':[" ARGUMENTS "],"

static void functions_of_the_host_program(void **state) {
  (void)state;
  static const stated_case cases[] = {
      {MUST("risks", "{" CALL("is_serious", "'consequence','likelihood'") "'holds':true}"),
       RISKS(RISK("a", ",'consequence':3,'likelihood':3") "," RISK(
           "b", ",'consequence':1,'likelihood':3") "," RISK("c", ",'consequence':3")),
       "2/1/1\n" ERROR("/risks/1", "is_serious(consequence, likelihood) för ”Risk b” är nej men "
                                   "ska vara ja")},
      {MUST("risks", "{" CALL("is_serious", "'consequence','likelihood'") "'equal':'nej'}"),
       RISKS(RISK("a", ",'consequence':3,'likelihood':3")),
       "1/1/0\n" ERROR("/risks/0", "is_serious(consequence, likelihood) för ”Risk a” är ja men "
                                   "ska vara nej")},
      {MUST("risks", "{" CALL("band_of", "'title','value'") "'one_of':['låg','medel']}"),
       RISKS(RISK("a", ",'value':12") "," RISK("b", ",'value':2")),
       "2/1/0\n" ERROR("/risks/0", "band_of(title, value) för ”Risk a” är ”Risk a” men ska vara "
                                   "något av: låg, medel")},
      {MUST("plan", "{" CALL("staffing", "'hme.2025','t.buffert.2026'") "'at_least':40}"),
       "'indicators':[{'id':'hme','name':'HME','observations':[{'period':'2025','value':80}]}]," BUDGET,
       "1/1/0\n" ERROR("", "staffing(hme.2025, t.buffert.2026) för ”P” är 38,0952380952381 men ska "
                           "vara minst 40")},
      {MUST("plan", "{" CALL("staffing", "'hme.2026','t.buffert.2026'") "'at_least':40}"), BUDGET,
       "0/0/1\n"},
      {MUST("risks", "{" CALL("fail", "'value'") "'holds':true}"), RISKS(RISK("a", ",'value':12")),
       "0/0/1\n"},
      {MUST("risks", "{" CALL("fail", "'title'") "'holds':true}"), RISKS(RISK("a", ",'value':12")),
       "0/0/1\n"},
      {MUST("risks", "{" CALL("unheard_of", "'value'") "'holds':true}"),
       RISKS(RISK("a", ",'value':12")), "0/0/1\n"},
      {RULE("'of':'risks','where':[{" CALL(
           "is_serious",
           "'consequence','likelihood'") "'holds':"
                                         "true}],'must':[{'field':'owner','present':true}]"),
       RISKS(RISK("a", ",'consequence':3,'likelihood':3") "," RISK(
           "b", ",'consequence':1,'likelihood':3") "," RISK("c", "")),
       "1/1/1\n" ERROR("/risks/0/owner", "”Risk a” saknar owner")},
  };
  vp_functions *functions = registered();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) gives(&cases[i], functions);
  vp_functions_free(functions);
}

/* The findings of a check of the profile itself. */
static void profile_finds(const char *members, const vp_functions *functions, const char *wanted) {
  vp_profile *profile = profile_of(members);
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.functions = functions;
  vp_report *report = NULL;
  assert_int_equal(vp_profile_check(&report, profile, &options, NULL), VP_OK);
  output found = finding_lines(report);
  is_wanted(members, found.bytes, wanted);
  if (vp_report_finding_count(report) > 0) assert_true(vp_report_finding(report, 0)->line > 0);
  free(found.bytes);
  vp_report_free(report);
  vp_profile_free(profile);
}

static void a_function_that_is_unknown_or_does_not_fit(void **state) {
  (void)state;
#define UNKNOWN "error profile/unknown-function /own_rules/0/must/0/function: "
  static const struct {
    const char *rule, *wanted;
  } cases[] = {
      {MUST("risks", "{" CALL("is_serious", "'consequence','likelihood'") "'holds':true}"), ""},
      {MUST("risks", "{" CALL("band_of", "'title','value'") "'one_of':['låg']}"), ""},
      {MUST("plan", "{" CALL("staffing", "'a.2025','b.2026'") "'at_least':40}"), ""},
      {MUST("risks", "{" CALL("serious", "'consequence','likelihood'") "'holds':true}"),
       UNKNOWN "programmet känner inte till funktionen ”serious”\n"},
      {MUST("risks", "{" CALL("is_serious", "'value'") "'holds':true}"),
       UNKNOWN "funktionen ”is_serious” är bool(f64,f64) och passar inte villkoret\n"},
      {MUST("risks", "{" CALL("is_serious", "'value','title'") "'holds':true}"),
       UNKNOWN "funktionen ”is_serious” är bool(f64,f64) och passar inte villkoret\n"},
      {MUST("risks", "{" CALL("is_serious", "'value','value'") "'at_least':1}"),
       UNKNOWN "funktionen ”is_serious” är bool(f64,f64) och passar inte villkoret\n"},
      {MUST("plan", "{" CALL("band_of", "'frame.closing','frame.closing'") "'one_of':['a']}"),
       UNKNOWN "funktionen ”band_of” är string(string,f64) och passar inte villkoret\n"},
      {RULE("'of':'risks','where':[{" CALL("f",
                                           "'value'") "'holds':true}],"
                                                      "'must':[{'field':'owner','present':true}]"),
       "error profile/unknown-function /own_rules/0/where/0/function: programmet känner inte till "
       "funktionen ”f”\n"},
  };
  vp_functions *functions = registered();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    profile_finds(cases[i].rule, functions, cases[i].wanted);
  vp_functions_free(functions);
}

/* Its sample is no plan: what plans must be is not asked of it. */
static void the_profile_itself_need_not_meet_its_rules(void **state) {
  (void)state;
  profile_finds(RULE("'count':'goals','must':[{'at_least':1}]"), NULL, "");
  profile_finds(MUST("plan", "{'field':'status','present':true}"), NULL, "");
  profile_finds("'required':[{'of':'plan','fields':['status']}]", NULL, "");
}

static vp_status check_by(const vp_profile *profile, const vp_rule_set *rules, const char *select,
                          output *out, vp_error *error) {
  vp_plan *plan = plan_with(RISKS(RISK("a", "")));
  assert_int_equal(vp_plan_use_profile(plan, profile, NULL), VP_OK);
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.rules = rules;
  options.select = &select;
  options.select_count = 1;
  vp_report *report = NULL;
  vp_status status = vp_check(&report, plan, &options, error);
  if (status == VP_OK) *out = finding_lines(report);
  vp_report_free(report);
  vp_plan_free(plan);
  return status;
}

#define OWNED(ID, SEVERITY)                                                      \
  "{'rule':'" ID "','title':'T','severity':'" SEVERITY "','of':'risks','must':[" \
  "{'field':'owner','present':true}]}"
#define NO_OWNER(SEVERITY, RULE) SEVERITY " " RULE " /risks/0/owner: ”Risk a” saknar owner\n"

static void settings_and_extended_profiles(void **state) {
  (void)state;
  static const struct {
    const char *common, *own, *wanted;
  } cases[] = {
      {"'own_rules':[" OWNED("l/a", "note") "]", "'own_rules':[" OWNED("l/b", "error") "]",
       NO_OWNER("error", "l/b") NO_OWNER("note", "l/a")},
      {"'own_rules':[" OWNED("l/a", "note") "]", "'own_rules':[" OWNED("l/a", "error") "]",
       NO_OWNER("error", "l/a")},
      {"'own_rules':[" OWNED("l/a", "note") "]", "'rules':[{'rule':'l/a','severity':'warning'}]",
       NO_OWNER("warning", "l/a")},
      {"'own_rules':[" OWNED("l/a", "note") "]",
       "'rules':[{'rule':'l','off':true,'reason':'Nej.'}]", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_profile *common = profile_of(cases[i].common);
    vp_profile *own = profile_above(cases[i].own, common);
    output found;
    assert_int_equal(check_by(own, NULL, "l", &found, NULL), VP_OK);
    is_wanted(cases[i].own, found.bytes, cases[i].wanted);
    free(found.bytes);
    vp_profile_free(own);
    vp_profile_free(common);
  }
}

static int find_nothing(vp_run *run, const vp_plan *plan, void *user) {
  (void)run;
  (void)plan;
  (void)user;
  return 0;
}

/* Neither one of libvp's nor one of the host program's. */
static void an_id_that_is_taken(void **state) {
  (void)state;
  const vp_own_rule host = {
      .size = sizeof host, .id = "l/a", .title_sv = "t", .title_en = "t", .check = find_nothing};
  vp_rule_set *rules = NULL;
  assert_int_equal(vp_rule_set_new(&rules, NULL, NULL), VP_OK);
  assert_int_equal(vp_rule_set_add(rules, &host, NULL), VP_OK);
  vp_profile *own = profile_of("\n'own_rules':[" OWNED("l/a", "note") "]");
  vp_profile *builtin = profile_of("'own_rules':[" OWNED("risk/unscored", "note") "]");
  vp_profile *above = profile_above("'title':'T'", own);
  output ignored;
  vp_error error;
  assert_int_equal(check_by(own, rules, "l", &ignored, &error), VP_ERROR_FORMAT);
  assert_string_equal(error.message, "there is a rule \"l/a\" already");
  assert_int_equal(error.line, 2);
  assert_int_equal(check_by(above, rules, "l", &ignored, &error), VP_ERROR_FORMAT);
  assert_string_equal(error.message, "\"x\", line 2: there is a rule \"l/a\" already");
  assert_int_equal(check_by(builtin, NULL, "l", &ignored, &error), VP_ERROR_FORMAT);
  assert_string_equal(error.message, "there is a rule \"risk/unscored\" already");
  vp_profile_free(above);
  vp_profile_free(builtin);
  vp_profile_free(own);
  vp_rule_set_free(rules);
}

static void required_fields(void **state) {
  (void)state;
  vp_profile *common = profile_of(
      "'required':[{'of':'risks','fields':['owner','due']},{'of':'plan','fields':['status']}]");
  vp_profile *own = profile_above("'rules':[{'rule':'risk','off':true,'reason':'Nej.'}],"
                                  "'required':[{'of':'risks','fields':['owner','owner']}]",
                                  common);
#define LACKS(PATH, NAME, FIELD) \
  "warning plan/required-field " PATH ": ”" NAME "” saknar ”" FIELD "”\n"
  finds_with(own, RISKS(RISK("a", ",'owner':'MAS'") "," RISK("b", ",'due':'2026'")),
             LACKS("/status", "P", "status") LACKS("/risks/0/due", "Risk a", "due")
                 LACKS("/risks/1/owner", "Risk b", "owner"));
  vp_profile_free(own);
  vp_profile_free(common);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(presence),
      cmocka_unit_test(values_that_are_allowed),
      cmocka_unit_test(a_risk_has_the_value_that_it_is_scored_with),
      cmocka_unit_test(counts_shares_and_sums),
      cmocka_unit_test(the_precision_of_numbers),
      cmocka_unit_test(figures_in_doubt),
      cmocka_unit_test(the_profile_s_own_words),
      cmocka_unit_test(functions_of_the_host_program),
      cmocka_unit_test(a_function_that_is_unknown_or_does_not_fit),
      cmocka_unit_test(the_profile_itself_need_not_meet_its_rules),
      cmocka_unit_test(settings_and_extended_profiles),
      cmocka_unit_test(an_id_that_is_taken),
      cmocka_unit_test(required_fields),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
