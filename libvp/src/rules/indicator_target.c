/* What the targets of indicators start from, and whether they can be a target at all. */
#include "rules/indicator.h"

#include "model/figure.h"
#include "rules/refused_function.h"
#include "rules/names.h"
#include "track/function.h"
#include "track/issues.h"
#include "track/target.h"

static vp_place target_place(const vp_indicator *indicator) {
  static const char *const keys[] = {"at_least",      "at_most",  "between",
                                     "equal",         "function", "increase_from",
                                     "decrease_from", "trend",    "follow"};
  const vp_element *target = &indicator->target->base;
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    vp_place place = vp_place_field(target, keys[i]);
    if (vp_element_has(target, place.field)) return place;
  }
  return vp_place_element(target);
}

static vp_period baseline_of(const vp_indicator *indicator) {
  const vp_target *target = indicator->target;
  return target->increase_from.text != NULL ? target->increase_from : target->decrease_from;
}

static const vp_message no_baseline[] = {
    {
        {"”{name}” ska jämföras med {period} men inget utfall finns för {period}",
         "\"{name}\" is to be compared with {period} but there is no outcome for {period}"},
        {NULL, NULL},
        {"ange utfallet för {period}, annars kan målet inte följas upp",
         "give the outcome for {period}: without it the target cannot be followed up"},
    },
    {
        {"”{name}” ska jämföras med {period} men utfallet för {period} är inte ifyllt",
         "\"{name}\" is to be compared with {period} but the outcome for {period} is not filled "
         "in"},
        {NULL, NULL},
        {"ange utfallet för {period}, annars kan målet inte följas upp",
         "give the outcome for {period}: without it the target cannot be followed up"},
    },
};

enum { BASELINE_ABSENT, BASELINE_EMPTY };

/* Its baseline has no value; one that cannot be read is another rule's finding. */
static bool is_empty_baseline(const vp_indicator *indicator) {
  const vp_observation *baseline = vp_indicator_baseline(indicator);
  return baseline != NULL && baseline->value.state == VP_QUANTITY_MISSING;
}

static void judge_baseline(vp_run *run, const vp_indicator *indicator) {
  if (indicator->target == NULL || !vp_target_is_relative(indicator->target)) return;
  bool is_absent = vp_indicator_baseline_state(indicator) == VP_BASELINE_MISSING;
  if (is_absent && !vp_period_is_known(baseline_of(indicator))) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  if (!is_absent && !is_empty_baseline(indicator)) return;
  vp_finding_begin(run, is_absent ? BASELINE_ABSENT : BASELINE_EMPTY, target_place(indicator));
  vp_finding_text(run, "name", indicator->name);
  vp_finding_text(run, "period", baseline_of(indicator).text);
}

static void find_no_baseline(vp_run *run) { vp_for_each_indicator(run, judge_baseline); }

static const vp_message partial[] = {{
    {"”{name}” ska jämföras med {period} men det utfallet täcker bara {covers}",
     "\"{name}\" is to be compared with {period} but that outcome covers only {covers}"},
    {"ett helt år jämfört med en del av ett år kan ge en ökning som inte finns, eller dölja en "
     "minskning",
     "a whole year against a part of one can show an increase that is not there, or hide a "
     "decrease"},
    {"ange utfallet för hela {period} när det finns, och mät målet mot det",
     "give the outcome for the whole of {period} when it exists, and measure the target against "
     "it"},
}};

static void judge_partial(vp_run *run, const vp_indicator *indicator) {
  if (indicator->target == NULL || !vp_target_is_relative(indicator->target)) return;
  vp_baseline_state state = vp_indicator_baseline_state(indicator);
  if (state == VP_BASELINE_MISSING || state == VP_BASELINE_UNREADABLE) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  if (state != VP_BASELINE_PARTIAL) return;
  vp_finding_begin(run, 0, target_place(indicator));
  vp_finding_text(run, "name", indicator->name);
  vp_finding_text(run, "period", baseline_of(indicator).text);
  vp_finding_text(run, "covers", vp_indicator_baseline(indicator)->covers.text);
}

static void find_partial(vp_run *run) { vp_for_each_indicator(run, judge_partial); }

static const vp_message already_met[] = {{
    {"målet för ”{name}” är redan nått: utfallet {period} var {value}",
     "the target of \"{name}\" is already met: the outcome of {period} was {value}"},
    {NULL, NULL},
    {"skärp målet, eller skriv att nivån ska behållas",
     "set a sharper target, or write that the level is to be kept"},
}};

/* It names a function that cannot judge it. */
static bool is_unusable(const vp_functions *functions, const vp_target *target) {
  return target->function != NULL && vp_target_function_find(functions, target) == NULL;
}

static void judge_met(vp_run *run, const vp_indicator *indicator) {
  if (indicator->target == NULL || !vp_target_is_absolute(indicator->target)) return;
  const vp_functions *functions = run->options.functions;
  const vp_observation *met = vp_indicator_met_before(indicator, functions);
  if (vp_indicator_opposes_itself(indicator) || is_unusable(functions, indicator->target) ||
      (met != NULL && !vp_indicator_can_be(indicator, met->value))) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  if (met == NULL) return;
  vp_quantity value = vp_indicator_complete(indicator, met->value);
  vp_finding_begin(run, 0, target_place(indicator));
  vp_finding_text(run, "name", indicator->name);
  vp_finding_text(run, "period", met->period.text);
  vp_finding_quantity(run, "value", &value);
}

static void find_met(vp_run *run) { vp_for_each_indicator(run, judge_met); }

static const vp_message opposed[] = {{
    {"målet för ”{name}” går åt fel håll: planen säger att {direction} är bättre",
     "the target of \"{name}\" goes the wrong way: the plan says that {direction} is better"},
    {NULL, NULL},
    {"rätta målet, eller vilket håll som är bättre (\"direction\")",
     "correct the target, or which way is better (\"direction\")"},
}};

static const vp_text directions[] = {{"", ""}, {"högre", "higher"}, {"lägre", "lower"}};

static void judge_direction(vp_run *run, const vp_indicator *indicator) {
  if (indicator->target == NULL || indicator->direction == VP_DIRECTION_NONE) return;
  vp_run_applied(run);
  if (!vp_indicator_opposes_itself(indicator)) return;
  vp_finding_begin(run, 0, target_place(indicator));
  vp_finding_text(run, "name", indicator->name);
  vp_finding_phrase(run, "direction", directions[indicator->direction]);
}

static void find_opposed(vp_run *run) { vp_for_each_indicator(run, judge_direction); }

#define UNKNOWN_SV \
  "målet för ”{name}” ska prövas av funktionen ”{function}”, som programmet inte känner till"
#define UNKNOWN_EN                                                                      \
  "the target of \"{name}\" is to be judged by the function \"{function}\", which the " \
  "program does not know"

/* In the order of vp_refused_function. */
static const vp_message function[] = {
    {
        {UNKNOWN_SV, UNKNOWN_EN},
        {NULL, NULL},
        {NULL, NULL},
    },
    {
        {UNKNOWN_SV, UNKNOWN_EN},
        {NULL, NULL},
        {"menade du ”{hint}”?", "did you mean \"{hint}\"?"},
    },
    {
        {"funktionen ”{function}” är {signature} och kan inte pröva målet för ”{name}”",
         "the function \"{function}\" is {signature} and cannot judge the target of \"{name}\""},
        {"en funktion som prövar ett mål tar ett tal och svarar ja eller nej, bool(f64), där i32, "
         "i64 och u64 duger i stället för f64",
         "a function that judges a target takes one number and gives bool, bool(f64), where i32, "
         "i64 and u64 will do for f64"},
        {NULL, NULL},
    },
};
static void judge_function(vp_run *run, const vp_indicator *indicator) {
  const vp_target *target = indicator->target;
  if (target == NULL || target->function == NULL) return;
  vp_run_applied(run);
  const vp_function *found = vp_functions_find(run->options.functions, target->function);
  if (found != NULL && vp_target_function_fits(found)) return;
  vp_refuse_function(run, vp_place_field(&target->base, "function"), target->function, found);
  vp_finding_text(run, "name", indicator->name);
}

static void find_function(vp_run *run) { vp_for_each_indicator(run, judge_function); }

const vp_rule vp_rule_no_baseline = {
    .id = "indicator/no-baseline",
    .severity = VP_SEVERITY_WARNING,
    .title = {"ett mål ska jämföras med ett år som saknar utfall",
              "a target is to be compared with a year without an outcome"},
    .check = find_no_baseline,
    VP_MESSAGES(no_baseline),
};

const vp_rule vp_rule_partial_baseline = {
    .id = "indicator/partial-baseline",
    .severity = VP_SEVERITY_WARNING,
    .title = {"ett mål ska jämföras med ett utfall som bara täcker en del av året",
              "a target is to be compared with an outcome that covers only part of its year"},
    .check = find_partial,
    VP_MESSAGES(partial),
};

const vp_rule vp_rule_target_already_met = {
    .id = "indicator/target-already-met",
    .severity = VP_SEVERITY_NOTE,
    .title = {"ett mål är redan nått", "a target is already met"},
    .check = find_met,
    VP_MESSAGES(already_met),
};

const vp_rule vp_rule_target_against_direction = {
    .id = "indicator/target-against-direction",
    .severity = VP_SEVERITY_ERROR,
    .title = {"ett mål går åt fel håll", "a target goes the wrong way"},
    .check = find_opposed,
    VP_MESSAGES(opposed),
};

const vp_rule vp_rule_target_function = {
    .id = "indicator/unknown-function",
    .severity = VP_SEVERITY_ERROR,
    .title = {"ett mål prövas av en funktion som är okänd eller oanvändbar",
              "a target is judged by a function that is unknown or unusable"},
    .check = find_function,
    VP_MESSAGES(function),
};
