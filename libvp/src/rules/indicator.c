/* Indicators: what their targets start from, and what their outcomes can be. */
#include "model/figure.h"
#include "rules/hint.h"
#include "rules/names.h"
#include "rules/run.h"
#include "track/function.h"
#include "track/issues.h"
#include "track/target.h"

typedef void (*judge_indicator)(vp_run *run, const vp_indicator *indicator);

static void for_each_indicator(vp_run *run, judge_indicator judge) {
  for (size_t i = 0; i < run->plan->indicators.count; i++)
    judge(run, VP_ITEM(vp_indicator, run->plan->indicators, i));
}

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

static void find_no_baseline(vp_run *run) { for_each_indicator(run, judge_baseline); }

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

static void find_partial(vp_run *run) { for_each_indicator(run, judge_partial); }

static const vp_message already_met[] = {{
    {"målet för ”{name}” är redan nått: utfallet {period} var {value}",
     "the target of \"{name}\" is already met: the outcome of {period} was {value}"},
    {NULL, NULL},
    {"skärp målet, eller skriv att nivån ska behållas",
     "set a sharper target, or write that the level is to be kept"},
}};

/* Not a number that its indicator cannot have. */
static bool is_possible(const vp_indicator *indicator, vp_quantity quantity) {
  vp_interval range;
  return quantity.state != VP_QUANTITY_NUMBER ||
         !vp_indicator_is_out_of_range(&range, indicator, quantity);
}

/* It names a function that cannot judge it. */
static bool is_unusable(const vp_functions *functions, const vp_target *target) {
  return target->function != NULL && vp_target_function_find(functions, target) == NULL;
}

static void judge_met(vp_run *run, const vp_indicator *indicator) {
  if (indicator->target == NULL || !vp_target_is_absolute(indicator->target)) return;
  const vp_functions *functions = run->options.functions;
  const vp_observation *met = vp_indicator_met_before(indicator, functions);
  if (vp_indicator_opposes_itself(indicator) || is_unusable(functions, indicator->target) ||
      (met != NULL && !is_possible(indicator, met->value))) {
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

static void find_met(vp_run *run) { for_each_indicator(run, judge_met); }

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

static void find_opposed(vp_run *run) { for_each_indicator(run, judge_direction); }

#define UNKNOWN_SV \
  "målet för ”{name}” ska prövas av funktionen ”{function}”, som programmet inte känner till"
#define UNKNOWN_EN                                                                      \
  "the target of \"{name}\" is to be judged by the function \"{function}\", which the " \
  "program does not know"

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
enum { FUNCTION_UNKNOWN, FUNCTION_HINT, FUNCTION_UNFIT };

static void judge_function(vp_run *run, const vp_indicator *indicator) {
  const vp_target *target = indicator->target;
  if (target == NULL || target->function == NULL) return;
  vp_run_applied(run);
  const vp_function *found = vp_functions_find(run->options.functions, target->function);
  if (found != NULL && vp_target_function_fits(found)) return;
  const char *hint = found == NULL ? vp_hint_function(run, target->function) : NULL;
  size_t unknown = hint != NULL ? FUNCTION_HINT : FUNCTION_UNKNOWN;
  vp_finding_begin(run, found != NULL ? FUNCTION_UNFIT : unknown,
                   vp_place_field(&target->base, "function"));
  vp_finding_text(run, "name", indicator->name);
  vp_finding_text(run, "function", target->function);
  if (hint != NULL) vp_finding_text(run, "hint", hint);
  if (found != NULL)
    vp_finding_text(run, "signature", vp_run_format(run, "%s", vp_function_signature(found)));
}

static void find_function(vp_run *run) { for_each_indicator(run, judge_function); }

static const vp_message out_of_range[] = {{
    {"{value} ligger utanför det möjliga för ”{name}”, som är {range}",
     "{value} is outside what is possible for \"{name}\", which is {range}"},
    {NULL, NULL},
    {"rätta värdet, eller vad indikatorn kan vara (\"minimum\", \"maximum\")",
     "correct the value, or what the indicator can be (\"minimum\", \"maximum\")"},
}};

static void judge_range(vp_run *run, const vp_indicator *indicator, vp_place place,
                        vp_quantity quantity) {
  vp_interval range;
  if (quantity.state != VP_QUANTITY_NUMBER) return;
  vp_run_applied(run);
  if (!vp_indicator_is_out_of_range(&range, indicator, quantity)) return;
  vp_quantity value = vp_indicator_complete(indicator, quantity);
  vp_finding_begin(run, 0, place);
  vp_finding_text(run, "name", indicator->name);
  vp_finding_quantity(run, "value", &value);
  vp_finding_interval(run, "range", range, (vp_unit)value.unit);
}

static void judge_ranges(vp_run *run, const vp_indicator *indicator) {
  for (size_t i = 0; i < indicator->observations.count; i++) {
    const vp_observation *observation = VP_ITEM(vp_observation, indicator->observations, i);
    const vp_element *element = &observation->base;
    judge_range(run, indicator, vp_place_field(element, "value"), observation->value);
    judge_range(run, indicator, vp_place_field(element, "women"), observation->women);
    judge_range(run, indicator, vp_place_field(element, "men"), observation->men);
  }
  const vp_target *target = indicator->target;
  if (target == NULL) return;
  judge_range(run, indicator, vp_place_field(&target->base, "at_least"), target->at_least);
  judge_range(run, indicator, vp_place_field(&target->base, "at_most"), target->at_most);
  judge_range(run, indicator, vp_place_field(&target->base, "equal"), target->equal);
  for (size_t i = 0; i < target->between.count; i++)
    judge_range(run, indicator, vp_place_item(&target->base, "between", i),
                target->between.items[i]);
}

static void find_out_of_range(vp_run *run) { for_each_indicator(run, judge_ranges); }

static const vp_message missing_outcome[] = {
    {
        {"”{name}” saknar utfall för {period}", "\"{name}\" has no outcome for {period}"},
        {NULL, NULL},
        {NULL, NULL},
    },
    {
        {"”{name}” har inget utfall", "\"{name}\" has no outcome"},
        {NULL, NULL},
        {"ange det senaste kända utfallet, så att utvecklingen kan följas",
         "give the latest known outcome, so that the development can be followed"},
    },
    {
        {"{count} indikatorer har inget utfall: {indicators}",
         "{count} indicators have no outcome: {indicators}"},
        {NULL, NULL},
        {"ange de senaste kända utfallen, så att utvecklingen kan följas",
         "give the latest known outcomes, so that the development can be followed"},
    },
    {
        {"”{name}” skulle vara mätt {period} men utfallet saknas",
         "\"{name}\" was to be measured for {period} but there is no outcome"},
        {NULL, NULL},
        {NULL, NULL},
    },
};
enum { OUTCOME_MISSING, NO_OUTCOMES, MANY_WITHOUT, TARGET_YEAR_PAST };

static bool is_past(const vp_run *run, vp_period period) {
  return vp_date_is_valid(run->options.as_of) && vp_period_is_known(period) &&
         vp_date_compare(period.last, run->options.as_of) < 0;
}

static bool is_observed(const vp_indicator *indicator, vp_period period) {
  for (size_t i = 0; i < indicator->observations.count; i++)
    if (vp_period_equal(VP_ITEM(vp_observation, indicator->observations, i)->period, period))
      return true;
  return false;
}

static bool has_outcome(const vp_observation *observation) {
  return observation->value.state != VP_QUANTITY_MISSING ||
         observation->women.state != VP_QUANTITY_MISSING ||
         observation->men.state != VP_QUANTITY_MISSING;
}

static bool is_overdue(const vp_run *run, const vp_indicator *indicator) {
  const vp_target *target = indicator->target;
  return target != NULL && is_past(run, target->period) && !is_observed(indicator, target->period);
}

static void judge_outcomes(vp_run *run, const vp_indicator *indicator) {
  vp_run_applied(run);
  const vp_observation *baseline = vp_indicator_baseline(indicator); /* no-baseline says it */
  for (size_t i = 0; i < indicator->observations.count; i++) {
    const vp_observation *observation = VP_ITEM(vp_observation, indicator->observations, i);
    if (has_outcome(observation) || observation == baseline) continue;
    vp_finding_begin(run, OUTCOME_MISSING, vp_place_element(&observation->base));
    vp_finding_text(run, "name", indicator->name);
    vp_finding_text(run, "period", observation->period.text);
  }
  if (!is_overdue(run, indicator)) return;
  vp_finding_begin(run, TARGET_YEAR_PAST, vp_place_element(&indicator->base));
  vp_finding_text(run, "name", indicator->name);
  vp_finding_text(run, "period", indicator->target->period.text);
}

/* Of a relative target, no-baseline says it. */
static bool is_unobserved(const vp_run *run, const vp_indicator *indicator) {
  const vp_target *target = indicator->target;
  return indicator->observations.count == 0 && !is_overdue(run, indicator) &&
         (target == NULL || !vp_target_is_relative(target));
}

/* Said once for all that have none. */
static void find_missing_outcome(vp_run *run) {
  const vp_elements *all = &run->plan->indicators;
  const vp_indicator *last = NULL;
  const char **ids = vp_run_array(run, all->count + 1, sizeof *ids);
  size_t count = 0;
  for_each_indicator(run, judge_outcomes);
  for (size_t i = 0; i < all->count && ids != NULL; i++) {
    const vp_indicator *indicator = VP_ITEM(vp_indicator, *all, i);
    if (!is_unobserved(run, indicator)) continue;
    ids[count++] = indicator->base.id;
    last = indicator;
  }
  if (count == 1) {
    vp_finding_begin(run, NO_OUTCOMES, vp_place_element(&last->base));
    vp_finding_text(run, "name", last->name);
  } else if (count > 1) {
    vp_finding_begin(run, MANY_WITHOUT, vp_place_field(&run->plan->root.base, "indicators"));
    vp_finding_count(run, "count", count);
    vp_finding_texts(run, "indicators", ids, count);
  }
}

static const vp_message breakdown[] = {
    {
        {"{value} för ”{name}” är inte summan av {women} för kvinnor och {men} för män",
         "{value} for \"{name}\" is not the sum of {women} for women and {men} for men"},
        {"tillsammans ger de {expected}", "together they give {expected}"},
        {NULL, NULL},
    },
    {
        {"{value} för ”{name}” ligger inte mellan {women} för kvinnor och {men} för män",
         "{value} for \"{name}\" is not between {women} for women and {men} for men"},
        {"det sammanlagda värdet måste vara {expected}", "the value for both must be {expected}"},
        {NULL, NULL},
    },
};
enum { BREAKDOWN_SUM, BREAKDOWN_BETWEEN };

static void judge_breakdowns(vp_run *run, const vp_indicator *indicator) {
  for (size_t i = 0; i < indicator->observations.count; i++) {
    const vp_observation *observation = VP_ITEM(vp_observation, indicator->observations, i);
    vp_interval expected;
    if (observation->women.state != VP_QUANTITY_NUMBER ||
        observation->men.state != VP_QUANTITY_NUMBER ||
        observation->value.state != VP_QUANTITY_NUMBER)
      continue;
    if (!is_possible(indicator, observation->women) || !is_possible(indicator, observation->men) ||
        !is_possible(indicator, observation->value)) {
      vp_run_not_applicable(run);
      continue;
    }
    vp_run_applied(run);
    vp_breakdown found = vp_observation_breakdown(&expected, indicator, observation);
    if (found == VP_BREAKDOWN_CONSISTENT) continue;
    vp_quantity value = vp_indicator_complete(indicator, observation->value);
    vp_quantity women = vp_indicator_complete(indicator, observation->women);
    vp_quantity men = vp_indicator_complete(indicator, observation->men);
    vp_finding_begin(run, found == VP_BREAKDOWN_NOT_SUM ? BREAKDOWN_SUM : BREAKDOWN_BETWEEN,
                     vp_place_field(&observation->base, "value"));
    vp_finding_text(run, "name", indicator->name);
    vp_finding_quantity(run, "value", &value);
    vp_finding_quantity(run, "women", &women);
    vp_finding_quantity(run, "men", &men);
    if (vp_decimal_compare(expected.low.value, expected.high.value) == 0)
      vp_finding_number(run, "expected", expected.low.value, (vp_unit)value.unit);
    else
      vp_finding_interval(run, "expected", expected, (vp_unit)value.unit);
  }
}

static void find_breakdown(vp_run *run) { for_each_indicator(run, judge_breakdowns); }

static const vp_message excess[] = {{
    {"{value} har fler decimaler än planen anger för ”{name}” ({decimals})",
     "{value} has more decimals than the plan declares for \"{name}\" ({decimals})"},
    {NULL, NULL},
    {"avrunda värdet, eller ändra det angivna antalet decimaler (\"decimals\")",
     "round the value, or change the declared number of decimals (\"decimals\")"},
}};

static void judge_digits(vp_run *run, const vp_indicator *indicator) {
  if (!indicator->decimals.known) return;
  for (size_t i = 0; i < indicator->observations.count; i++) {
    const vp_observation *observation = VP_ITEM(vp_observation, indicator->observations, i);
    if (observation->value.state != VP_QUANTITY_NUMBER) continue;
    vp_run_applied(run);
    if (observation->value.value.exponent >= -indicator->decimals.value) continue;
    vp_finding_begin(run, 0, vp_place_field(&observation->base, "value"));
    vp_quantity value = vp_indicator_complete(indicator, observation->value);
    vp_finding_text(run, "name", indicator->name);
    vp_finding_quantity(run, "value", &value);
    vp_finding_count(run, "decimals", (size_t)indicator->decimals.value);
  }
}

static void find_excess(vp_run *run) { for_each_indicator(run, judge_digits); }

static const vp_message without_indicator[] = {{
    {"verksamhetsmålet ”{title}” har ingen indikator",
     "the objective \"{title}\" has no indicator"},
    {NULL, NULL},
    {"koppla en indikator till målet, så att det kan följas upp",
     "give the objective an indicator, so that it can be followed up"},
}};

static void judge_objective(vp_run *run, const vp_element *element, const vp_field *field) {
  if (!vp_is_kind(element, "objective")) return;
  vp_run_applied(run);
  if (vp_element_items(element, field) > 0) return;
  vp_finding_begin(run, 0, vp_place_element(element));
  vp_finding_text(run, "title", vp_name_of(element));
}

static const vp_message unused[] = {{
    {"inget mål eller uppdrag använder indikatorn ”{name}”",
     "no goal or assignment uses the indicator \"{name}\""},
    {NULL, NULL},
    {"koppla indikatorn till ett mål eller ett uppdrag, eller ta bort den",
     "connect the indicator to a goal or an assignment, or take it away"},
}};

typedef struct usage {
  const vp_plan *plan;
  bool *used;       /* of each indicator */
  bool any;         /* where nothing names an indicator, the plan follows them up as a whole */
  bool any_unknown; /* a reference that leads nowhere may mean any of them */
} usage;

static const vp_field *references_of(const vp_element *element) {
  for (size_t i = 0; i < element->shape->field_count; i++) {
    const vp_field *field = &element->shape->fields[i];
    if (field->kind == VP_FIELD_REFERENCES && strcmp(field->key, "indicators") == 0) return field;
  }
  return NULL;
}

static void note_usage(const vp_element *element, void *user) {
  usage *u = user;
  const vp_field *field = references_of(element);
  for (size_t i = 0; field != NULL && i < vp_element_items(element, field); i++) {
    u->any = true;
    const vp_element *found = vp_plan_find(u->plan, vp_element_field_text(element, field, i));
    if (vp_is_kind(found, "indicator"))
      u->used[found->index] = true;
    else
      u->any_unknown = true;
  }
}

static void find_unused(vp_run *run) {
  const vp_elements *indicators = &run->plan->indicators;
  usage u = {.plan = run->plan};
  u.used = vp_run_array(run, indicators->count + 1, sizeof *u.used);
  if (u.used == NULL) return;
  vp_element_walk(&run->plan->root.base, note_usage, &u);
  for (size_t i = 0; i < indicators->count; i++) {
    bool is_first = vp_plan_find(run->plan, indicators->items[i]->id) == indicators->items[i];
    if (!u.any || (!u.used[i] && (u.any_unknown || !is_first))) {
      vp_run_not_applicable(run);
      continue;
    }
    vp_run_applied(run);
    if (u.used[i]) continue;
    vp_finding_begin(run, 0, vp_place_element(indicators->items[i]));
    vp_finding_text(run, "name", vp_name_of(indicators->items[i]));
  }
}

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

const vp_rule vp_rule_indicator_out_of_range = {
    .id = "indicator/out-of-range",
    .severity = VP_SEVERITY_ERROR,
    .title = {"ett värde ligger utanför det möjliga", "a value is outside what is possible"},
    .check = find_out_of_range,
    VP_MESSAGES(out_of_range),
};

const vp_rule vp_rule_missing_outcome = {
    .id = "indicator/missing-outcome",
    .severity = VP_SEVERITY_NOTE,
    .title = {"en indikator saknar utfall", "an indicator has no outcome"},
    .check = find_missing_outcome,
    VP_MESSAGES(missing_outcome),
};

const vp_rule vp_rule_breakdown = {
    .id = "indicator/breakdown",
    .severity = VP_SEVERITY_ERROR,
    .title = {"kvinnor och män motsäger det sammanlagda värdet",
              "women and men contradict the value for both"},
    .check = find_breakdown,
    VP_MESSAGES(breakdown),
};

const vp_rule vp_rule_indicator_excess_digits = {
    .id = "indicator/excess-digits",
    .severity = VP_SEVERITY_WARNING,
    .title = {"ett utfall har fler decimaler än indikatorn anger",
              "an outcome has more decimals than its indicator declares"},
    .check = find_excess,
    VP_MESSAGES(excess),
};

const vp_rule vp_rule_objective_without_indicator = {
    .id = "indicator/objective-without-indicator",
    .severity = VP_SEVERITY_WARNING,
    .title = {"ett verksamhetsmål saknar indikator", "an objective has no indicator"},
    .kinds = VP_KIND(REFERENCES),
    .judge = judge_objective,
    VP_MESSAGES(without_indicator),
};

const vp_rule vp_rule_unused_indicator = {
    .id = "indicator/unused",
    .severity = VP_SEVERITY_NOTE,
    .title = {"inget mål eller uppdrag använder en indikator",
              "no goal or assignment uses an indicator"},
    .check = find_unused,
    VP_MESSAGES(unused),
};
