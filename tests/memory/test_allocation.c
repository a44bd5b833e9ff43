/* Every allocation of every public call fails once: the call says so and leaves nothing behind. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include <cjson/cJSON.h>

#include <vp/vp.h>

#include "allocator.h"
#include "plans.h"

/* cJSON's functions take no user pointer. */
static counting_allocator counter = {.calls = -1};

static void *cjson_alloc(size_t size) { return counting_alloc(&counter, size); }

static void cjson_free(void *block) { counting_free(&counter, block); }

static vp_context *context;
static output text;
static vp_plan *plan;
static vp_report *report;

static int discard(void *user, const char *bytes, size_t length) {
  (void)user;
  (void)bytes;
  (void)length;
  return 0;
}

static const vp_sink nowhere = {.write = discard};

/* Makes a call, and frees what it gave. */
typedef vp_status attempt(vp_error *error);

static void is_out_of_memory(vp_status status, const vp_error *error) {
  counter.calls = -1;
  assert_int_equal(status, VP_ERROR_MEMORY);
  assert_int_equal(error->status, VP_ERROR_MEMORY);
}

/* Lets the first allocation fail, then the second, until there are no more. */
static void fails_at_every_allocation(attempt *call) {
  int live = counter.live, failures = 0;
  vp_status status = VP_ERROR_MEMORY;
  while (status != VP_OK) {
    vp_error error = {.message = ""};
    counter.calls = failures;
    status = call(&error);
    assert_int_equal(counter.live, live);
    if (status == VP_OK) break;
    is_out_of_memory(status, &error);
    failures++;
  }
  counter.calls = -1;
  assert_true(failures > 0);
}

static vp_status make_context(vp_error *error) {
  const vp_allocator allocator = counting(&counter);
  vp_context *made = NULL;
  vp_status status = vp_context_new(&made, &allocator, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_context_free(made);
  return status;
}

static vp_status read_plan(vp_error *error) {
  vp_plan *made = NULL;
  vp_status status = vp_plan_read(&made, context, text.bytes, text.length, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_plan_free(made);
  return status;
}

static vp_status write_plan(vp_error *error) { return vp_plan_write(plan, &nowhere, error); }

static vp_status check_in(vp_language language, vp_error *error) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  options.as_of = (vp_date){2026, 3, 14};
  vp_report *made = NULL;
  vp_status status = vp_check(&made, plan, &options, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_report_free(made);
  return status;
}

static vp_status check_in_swedish(vp_error *error) { return check_in(VP_LANGUAGE_SV, error); }

static vp_status check_in_english(vp_error *error) { return check_in(VP_LANGUAGE_EN, error); }

static vp_status write_text(vp_error *error) {
  const vp_report_file file = {.name = "plan.json", .report = report};
  return vp_report_write_text(&file, VP_REPORT_COLOUR, &nowhere, error);
}

typedef vp_status writer(const vp_report_file *files, size_t count, const vp_sink *sink,
                         vp_error *error);

static vp_status write_twice(writer *write, vp_error *error) {
  const vp_report_file files[] = {{.name = "plan.json", .report = report},
                                  {.name = "again.json", .report = report}};
  return write(files, 2, &nowhere, error);
}

static vp_status write_json(vp_error *error) { return write_twice(vp_report_write_json, error); }

static vp_status write_sarif(vp_error *error) { return write_twice(vp_report_write_sarif, error); }

static vp_status write_junit(vp_error *error) { return write_twice(vp_report_write_junit, error); }

static vp_status write_github(vp_error *error) {
  return write_twice(vp_report_write_github, error);
}

static vp_status write_schema(vp_error *error) { return vp_schema_write(context, &nowhere, error); }

static vp_status reconcile(vp_error *error) {
  vp_reconciliation *made = NULL;
  vp_status status = vp_reconcile(&made, plan, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_reconciliation_free(made);
  return status;
}

static vp_status score(vp_error *error) {
  vp_scoring *made = NULL;
  vp_status status = vp_score(&made, plan, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_scoring_free(made);
  return status;
}

static vp_status track(vp_error *error) {
  vp_tracking *made = NULL;
  vp_status status = vp_track(&made, plan, error);
  assert_true((made != NULL) == (status == VP_OK));
  vp_tracking_free(made);
  return status;
}

static vp_columns *columns;

/* Frees them, whether they were made or not. */
static vp_status made_columns(vp_status status) {
  assert_true((columns != NULL) == (status == VP_OK));
  vp_columns_free(columns);
  columns = NULL;
  return status;
}

static vp_status columns_of_indicators(vp_error *error) {
  return made_columns(vp_columns_of_elements(&columns, vp_plan_root(plan), "indicator", error));
}

static vp_status columns_of_scales(vp_error *error) {
  return made_columns(vp_columns_of_elements(&columns, vp_plan_root(plan), "scale", error));
}

static vp_status columns_of_results(vp_error *error) {
  vp_reconciliation *reconciliation = NULL;
  vp_scoring *scoring = NULL;
  vp_tracking *tracking = NULL;
  vp_status status = vp_reconcile(&reconciliation, plan, error);
  if (status == VP_OK) status = vp_score(&scoring, plan, error);
  if (status == VP_OK) status = vp_track(&tracking, plan, error);
  if (status == VP_OK) status = made_columns(vp_columns_of_cells(&columns, reconciliation, error));
  if (status == VP_OK)
    status = made_columns(vp_columns_of_relations(&columns, reconciliation, error));
  if (status == VP_OK) status = made_columns(vp_columns_of_risks(&columns, scoring, error));
  if (status == VP_OK) status = made_columns(vp_columns_of_indicators(&columns, tracking, error));
  vp_tracking_free(tracking);
  vp_scoring_free(scoring);
  vp_reconciliation_free(reconciliation);
  return status;
}

static vp_status gather_findings(vp_error *error) {
  static const size_t rows[] = {1, 0};
  vp_columns *findings = NULL, *taken = NULL;
  vp_status status = vp_columns_of_findings(&findings, report, error);
  if (status == VP_OK) status = vp_columns_prepend(findings, "plan", "p", error);
  if (status == VP_OK) status = vp_columns_take(&taken, findings, rows, 2, error);
  if (status == VP_OK) {
    const vp_columns *const parts[] = {findings, taken};
    status = made_columns(vp_columns_concatenate(&columns, parts, 2, error));
  }
  vp_columns_free(taken);
  vp_columns_free(findings);
  return status;
}

static vp_status export_findings(vp_error *error) {
  struct ArrowSchema schema = {.release = NULL};
  struct ArrowArray array = {.release = NULL};
  vp_status status = vp_columns_of_findings(&columns, report, error);
  if (status != VP_OK) return made_columns(status);
  status = vp_columns_export(&schema, &array, columns, error);
  assert_true((schema.release != NULL) == (status == VP_OK));
  assert_true((array.release != NULL) == (status == VP_OK));
  if (status != VP_OK) vp_columns_free(columns);
  columns = NULL;
  if (schema.release != NULL) schema.release(&schema);
  if (array.release != NULL) array.release(&array);
  return status;
}

static const char *const examples[] = {"bollebygd-socialnamnden-2026-scan",
                                       "bollebygd-mobilitetsplan"};

enum { EXAMPLES = sizeof examples / sizeof *examples };

static void with_every_example(attempt *const *calls, size_t count) {
  for (size_t i = 0; i < EXAMPLES; i++) {
    text = example_text(examples[i]);
    assert_int_equal(vp_plan_read(&plan, context, text.bytes, text.length, NULL), VP_OK);
    assert_int_equal(vp_check(&report, plan, NULL, NULL), VP_OK);
    for (size_t call = 0; call < count; call++) fails_at_every_allocation(calls[call]);
    vp_report_free(report);
    vp_plan_free(plan);
    free(text.bytes);
  }
}

static void reading_and_writing(void **state) {
  (void)state;
  attempt *const calls[] = {read_plan, write_plan};
  with_every_example(calls, 2);
}

static void checking_and_reporting(void **state) {
  (void)state;
  attempt *const calls[] = {check_in_swedish, check_in_english, write_text,  write_json,
                            write_sarif,      write_junit,      write_github};
  with_every_example(calls, 7);
}

static void the_engines(void **state) {
  (void)state;
  attempt *const calls[] = {reconcile, score, track};
  with_every_example(calls, 3);
}

static void the_columns(void **state) {
  (void)state;
  attempt *const calls[] = {columns_of_indicators, columns_of_scales, columns_of_results,
                            gather_findings, export_findings};
  with_every_example(calls, 5);
}

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

static void what_needs_no_plan(void **state) {
  (void)state;
  fails_at_every_allocation(make_context);
  fails_at_every_allocation(write_schema);
}

/* So long that the plan's memory has no room for it yet, so that every second step needs new
 * memory. */
static char long_text[20000];

#define LONG long_text

typedef struct step {
  enum { ADD, SET, NUMBER, APPEND } call;
  int element; /* that it is made with; of ADD the parent */
  const char *field;
  const char *value;
  int made; /* the number that ADD gives its element */
} step;

enum { PLAN, RISK, MODEL, BAND, INDICATOR, TARGET, BUDGET, TABLE, COLUMN, ROW, ELEMENTS };

static const step steps[] = {
    {ADD, PLAN, "risks", NULL, RISK},
    {SET, RISK, "title", LONG, 0},
    {SET, RISK, "id", "r", 0},
    {SET, RISK, "consequence", LONG, 0},
    {NUMBER, RISK, "value", NULL, 0},
    {SET, RISK, "due", LONG, 0},
    {ADD, PLAN, "risk_model", NULL, MODEL},
    {SET, MODEL, "name", LONG, 0},
    {SET, MODEL, "score", "product", 0},
    {ADD, MODEL, "bands", NULL, BAND},
    {SET, BAND, "name", LONG, 0},
    {APPEND, BAND, "requires", "owner", 0},
    {SET, BAND, "from", LONG, 0},
    {NUMBER, BAND, "to", NULL, 0},
    {ADD, PLAN, "indicators", NULL, INDICATOR},
    {SET, INDICATOR, "name", LONG, 0},
    {SET, INDICATOR, "id", "i", 0},
    {SET, INDICATOR, "decimals", "1", 0},
    {ADD, INDICATOR, "target", NULL, TARGET},
    {SET, TARGET, "text", LONG, 0},
    {SET, TARGET, "follow", "true", 0},
    {ADD, PLAN, "budget", NULL, BUDGET},
    {SET, BUDGET, "unit", LONG, 0},
    {ADD, BUDGET, "tables", NULL, TABLE},
    {SET, TABLE, "title", LONG, 0},
    {SET, TABLE, "id", "t", 0},
    {APPEND, TABLE, "total", LONG, 0},
    {APPEND, TABLE, "total", NULL, 0},
    {ADD, TABLE, "columns", NULL, COLUMN},
    {SET, COLUMN, "label", LONG, 0},
    {SET, COLUMN, "id", "c", 0},
    {ADD, TABLE, "rows", NULL, ROW},
    {SET, ROW, "label", LONG, 0},
    {SET, ROW, "id", "r", 0},
    {APPEND, ROW, "values", LONG, 0},
    {APPEND, ROW, "values", "1,5", 0},
    {APPEND, ROW, "sum_of", LONG, 0},
    {APPEND, ROW, "sum_of", "r", 0},
};

typedef struct building {
  vp_plan *plan;
  const vp_element *elements[ELEMENTS];
} building;

static vp_status take(building *b, const step *s, vp_error *error) {
  const vp_element *element = b->elements[s->element];
  switch (s->call) {
    case ADD: return vp_plan_add(&b->elements[s->made], b->plan, element, s->field, error);
    case SET: return vp_plan_set(b->plan, element, s->field, s->value, error);
    case NUMBER:
      return vp_plan_set_number(b->plan, element, s->field, (vp_decimal){125, -1}, error);
    case APPEND: return vp_plan_append(b->plan, element, s->field, s->value, error);
  }
  return VP_ERROR_ARGUMENT;
}

/* Builds a plan; the call whose allocation fails is made again. */
static output build(void) {
  building b = {.plan = NULL};
  vp_error error;
  vp_status status = vp_plan_new(&b.plan, context, "p", LONG, "2026", &error);
  if (status != VP_OK) {
    is_out_of_memory(status, &error);
    assert_null(b.plan);
    assert_int_equal(vp_plan_new(&b.plan, context, "p", LONG, "2026", NULL), VP_OK);
  }
  b.elements[PLAN] = vp_plan_root(b.plan);
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
    status = take(&b, &steps[i], &error);
    if (status == VP_OK) continue;
    is_out_of_memory(status, &error);
    if (steps[i].call == ADD) assert_null(b.elements[steps[i].made]);
    assert_int_equal(take(&b, &steps[i], NULL), VP_OK);
  }
  status = vp_plan_complete(b.plan, &error);
  if (status != VP_OK) {
    is_out_of_memory(status, &error);
    assert_int_equal(vp_plan_complete(b.plan, NULL), VP_OK);
  }
  int left = counter.calls;
  counter.calls = -1;
  output built = plan_text(b.plan);
  counter.calls = left;
  vp_plan_free(b.plan);
  return built;
}

static void building_a_plan(void **state) {
  (void)state;
  memset(long_text, 'x', sizeof long_text - 1);
  counter.calls = -1;
  output wanted = build();
  int live = counter.live, failures = 0;
  for (bool has_failed = true; has_failed; failures += has_failed) {
    counter.calls = failures;
    output built = build();
    has_failed = counter.calls < 0;
    counter.calls = -1;
    assert_string_equal(built.bytes, wanted.bytes);
    assert_int_equal(counter.live, live);
    free(built.bytes);
  }
  assert_true(failures > 30); /* nearly every step takes memory */
  free(wanted.bytes);
}

static int begin(void **state) {
  (void)state;
  const vp_allocator allocator = counting(&counter);
  cJSON_InitHooks(&(cJSON_Hooks){cjson_alloc, cjson_free});
  return vp_context_new(&context, &allocator, NULL) == VP_OK ? 0 : -1;
}

static int end(void **state) {
  (void)state;
  vp_context_free(context);
  cJSON_InitHooks(NULL);
  return counter.live;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reading_and_writing),
      cmocka_unit_test(checking_and_reporting),
      cmocka_unit_test(acceptances),
      cmocka_unit_test(the_engines),
      cmocka_unit_test(the_columns),
      cmocka_unit_test(profiles),
      cmocka_unit_test(rules_of_the_host_program),
      cmocka_unit_test(functions_of_the_host_program),
      cmocka_unit_test(what_needs_no_plan),
      cmocka_unit_test(building_a_plan),
  };
  return cmocka_run_group_tests(tests, begin, end);
}
