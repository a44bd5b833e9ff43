/* What others give a check: profiles, baselines, rules and functions. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "memory/attempts.h"

static int every_risk(vp_run *run, const vp_plan *checked, void *user) {
  const vp_element *root = vp_plan_root(checked);
  (void)user;
  for (size_t i = 0; i < vp_element_count(root, "risks"); i++) {
    vp_run_report(run, vp_element_child(root, "risks", i), "title", "{namn}", "{namn}");
    vp_run_text(run, "namn", "en risk");
    vp_run_note(run, "not", "note");
    vp_run_note(run, "en till", "another");
    vp_run_help(run, "hjälp", "help");
  }
  return 0;
}

static vp_status check_by_own_rules(vp_error *error) {
  const vp_own_rule rule = {.size = sizeof rule,
                            .id = "sju/risk",
                            .severity = VP_SEVERITY_NOTE,
                            .title_sv = "en risk",
                            .title_en = "a risk",
                            .check = every_risk};
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  vp_rule_set *set = NULL;
  vp_report *made = NULL;
  vp_status status = vp_rule_set_new(&set, context, error);
  if (status == VP_OK) status = vp_rule_set_add(set, &rule, error);
  options.rules = set;
  if (status == VP_OK) status = vp_check(&made, plan, &options, error);
  vp_report_free(made);
  vp_rule_set_free(set);
  return status;
}

static void rules_of_the_host_program(void **state) {
  (void)state;
  attempt *const calls[] = {check_by_own_rules};
  with_every_example(calls, 1);
}

/* Of a profile with thresholds and names, on top of one of libvp's own. */
static vp_status check_by_profile(vp_error *error) {
  static const char json[] =
      "{\"format\":\"vp-profile/1\",\"id\":\"p\",\"extends\":\"bollebygd\",\"thresholds\":"
      "{\"sum_sigmas\":2,\"deadband_percent\":1.5,\"high_risk\":6},\"names\":{\"boards\":["
      "{\"name\":\"Nämnden\",\"synonyms\":[\"Kommunstyrelsen\"]}],\"units\":[{\"name\":\"A\"}]}}";
  vp_profile *profile = NULL;
  vp_report *made = NULL;
  vp_status status = vp_profile_read(&profile, context, json, sizeof json - 1, error);
  if (status == VP_OK) status = vp_plan_use_profile(plan, profile, error);
  if (status == VP_OK) status = vp_check(&made, plan, NULL, error);
  vp_report_free(made);
  assert_int_equal(vp_plan_use_profile(plan, NULL, NULL), VP_OK);
  vp_profile_free(profile);
  return status;
}

static double product(double a, double b) { return a * b; }

static bool is_good(double value) { return value > 2; }

static vp_functions *functions_with_product(void) {
  vp_functions *functions = NULL;
  assert_int_equal(vp_functions_new(&functions, NULL, NULL), VP_OK);
  assert_int_equal(vp_functions_register(functions, "product", "f64(f64,f64)",
                                         (vp_native_function)product, NULL),
                   VP_OK);
  return functions;
}

/* Of one that requires fields and states rules, of every kind. */
static vp_status check_by_stated_rules(vp_error *error) {
  char json[] =
      "{'format':'vp-profile/1','id':'p','required':[{'of':'goals','fields':['responsible']}],"
      "'own_rules':[{'rule':'l/a','title':'T','severity':'note','of':'risks','where':["
      "{'field':'title','present':true}],'must':[{'field':'owner','present':true}],"
      "'message':'{title} {value}','help':'{due}'},"
      "{'rule':'l/b','title':'T','severity':'note','count':'goals[set_by=board]','must':["
      "{'between':[100,200]}]},"
      "{'rule':'l/c','title':'T','severity':'note','share':['frame.opening','frame.closing'],"
      "'must':[{'at_most':'1 %'}]},"
      "{'rule':'l/d','title':'T','severity':'note','sum':['frame.opening','-frame.closing'],"
      "'must':[{'at_least':'1 mdkr'}]},"
      "{'rule':'l/e','title':'T','severity':'note','of':'risks','must':["
      "{'function':'product','arguments':['value','value'],'at_least':1000}]},"
      "{'rule':'l/f','title':'T','severity':'note','of':'risks','must':["
      "{'function':'produkt','arguments':['value','title'],'holds':true}]}]}";
  straighten(json);
  vp_functions *functions = functions_with_product();
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.functions = functions;
  vp_profile *profile = NULL;
  vp_report *made = NULL, *own = NULL;
  vp_status status = vp_profile_read(&profile, context, json, sizeof json - 1, error);
  if (status == VP_OK) status = vp_plan_use_profile(plan, profile, error);
  if (status == VP_OK) status = vp_check(&made, plan, &options, error);
  if (status == VP_OK) status = vp_profile_check(&own, profile, &options, error);
  vp_report_free(own);
  vp_report_free(made);
  assert_int_equal(vp_plan_use_profile(plan, NULL, NULL), VP_OK);
  vp_profile_free(profile);
  vp_functions_free(functions);
  return status;
}

static void profiles(void **state) {
  (void)state;
  attempt *const calls[] = {check_by_profile, check_by_stated_rules};
  with_every_example(calls, 2);
}

static int no_value(vp_scalar *result, const vp_scalar *arguments, size_t count, void *user) {
  (void)result;
  (void)arguments;
  (void)count;
  (void)user;
  return 0;
}

static void take_one(void *user) { --*(int *)user; }

/* What was not taken is not destroyed. */
static vp_status register_functions(vp_error *error) {
  vp_functions *made = NULL;
  int taken = 0;
  vp_status status = vp_functions_new(&made, context, error);
  for (char name[] = "a"; name[0] < 'z' && status == VP_OK; name[0]++) {
    bool is_native = name[0] % 2;
    status = is_native ? vp_functions_register(made, name, "f64(f64,f64)",
                                               (vp_native_function)product, error)
                       : vp_functions_register_callback(made, name, "f64(f64,f64)", no_value,
                                                        &taken, take_one, error);
    taken += status == VP_OK && !is_native;
  }
  vp_functions_free(made);
  assert_int_equal(taken, 0);
  return status;
}

static vp_functions *functions;

static vp_baseline *baseline;

static vp_status read_baseline(vp_error *error) {
  vp_baseline *made = NULL;
  vp_status status = vp_baseline_read(&made, context, text.bytes, text.length, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_baseline_free(made);
  return status;
}

static vp_status write_baseline(vp_error *error) {
  return vp_baseline_write(baseline, &nowhere, error);
}

static vp_status update_baseline(vp_error *error) {
  const vp_report *const reports[] = {report, report};
  vp_baseline *made = NULL;
  vp_status status = vp_baseline_update(&made, context, baseline, reports, 2, "r", "2026", error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_baseline_free(made);
  return status;
}

static vp_status check_with_baseline(vp_error *error) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.baseline = baseline;
  options.as_of = (vp_date){2026, 3, 14};
  vp_report *made = NULL;
  vp_status status = vp_check(&made, plan, &options, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_report_free(made);
  return status;
}

static vp_status write_baseline_schema(vp_error *error) {
  return vp_baseline_schema_write(context, &nowhere, error);
}

/* A plan that accepts a part of what is found, and a baseline for another part. */
static void acceptances(void **state) {
  (void)state;
  static char json[] = "{'format':'vp-plan/1','id':'p','title':'P','period':'2026','assignments':["
                       "{'id':'a','title':'A','due':'2020'},{'id':'b','title':'B','due':'2020'},"
                       "{'id':'c','title':'C','due':'2020'}],'accepted':["
                       "{'rule':'date/outside-period','element':'a','reason':'r','until':'2020'},"
                       "{'rule':'date/outside-perio','element':'d','reason':'r'},"
                       "{'rule':'date/outside-period','element':'b','reason':'r'},"
                       "{'rule':'date/order','fingerprint':'e','reason':'r'}]}";
  static char entries[] =
      "{'format':'vp-baseline/1','accepted':[{'plan':'p','rule':'date/outside-period','x-own':1,"
      "'fingerprint':'1','text_fingerprint':'2','path':'/a','message':'m','reason':'r'},"
      "{'plan':'p','rule':'date/order','fingerprint':'1','text_fingerprint':'2','reason':'r'},"
      "{'plan':'q','rule':'date/order','x-own':1,'fingerprint':'1','text_fingerprint':'2',"
      "'reason':'r','until':'2026'}]}";
  straighten(json);
  straighten(entries);
  text = (output){entries, strlen(entries)};
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  assert_int_equal(vp_plan_read(&plan, context, json, strlen(json), NULL), VP_OK);
  assert_int_equal(vp_baseline_read(&baseline, context, entries, strlen(entries), NULL), VP_OK);
  options.baseline = baseline;
  assert_int_equal(vp_check(&report, plan, &options, NULL), VP_OK);
  fails_at_every_allocation(read_baseline);
  fails_at_every_allocation(write_baseline);
  fails_at_every_allocation(write_baseline_schema);
  fails_at_every_allocation(check_with_baseline);
  fails_at_every_allocation(update_baseline);
  vp_report_free(report);
  vp_baseline_free(baseline);
  vp_plan_free(plan);
}

static vp_status check_by_functions(vp_error *error) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.functions = functions;
  vp_report *made = NULL;
  vp_status status = vp_check(&made, plan, &options, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_report_free(made);
  return status;
}

static vp_status score_by_functions(vp_error *error) {
  vp_scoring *made = NULL;
  vp_status status = vp_score_with(&made, plan, functions, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_scoring_free(made);
  return status;
}

static vp_status track_by_functions(vp_error *error) {
  vp_tracking *made = NULL;
  vp_status status = vp_track_with(&made, plan, functions, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_tracking_free(made);
  return status;
}

static void functions_of_the_host_program(void **state) {
  (void)state;
  static const char *const names[] = {"product", "produkt", "nothing"};
  static const char *const targets[] = {"good", "godd", "product"};
  fails_at_every_allocation(register_functions);
  assert_int_equal(vp_functions_new(&functions, context, NULL), VP_OK);
  assert_int_equal(vp_functions_register(functions, "product", "f64(f64,f64)",
                                         (vp_native_function)product, NULL),
                   VP_OK);
  assert_int_equal(
      vp_functions_register(functions, "good", "bool(f64)", (vp_native_function)is_good, NULL),
      VP_OK);
  assert_int_equal(vp_functions_register_callback(functions, "nothing", "f64(f64,f64)", no_value,
                                                  NULL, NULL, NULL),
                   VP_OK);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char json[512];
    snprintf(json, sizeof json,
             "{'format':'vp-plan/1','id':'p','title':'P','period':'2026',"
             "'risk_model':{'score':'function','function':'%s'},"
             "'risks':[{'id':'r','title':'R','consequence':2,'likelihood':3}],"
             "'indicators':[{'id':'i','name':'I','observations':[{'period':'2026','value':3}],"
             "'target':{'period':'2026','function':'%s'}}]}",
             names[i], targets[i]);
    straighten(json);
    assert_int_equal(vp_plan_read(&plan, context, json, strlen(json), NULL), VP_OK);
    fails_at_every_allocation(check_by_functions);
    fails_at_every_allocation(score_by_functions);
    fails_at_every_allocation(track_by_functions);
    vp_plan_free(plan);
  }
  vp_functions_free(functions);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(acceptances),
      cmocka_unit_test(profiles),
      cmocka_unit_test(rules_of_the_host_program),
      cmocka_unit_test(functions_of_the_host_program),
  };
  return cmocka_run_group_tests(tests, begin, end);
}
