/* What the outcomes of indicators can be, and which are missing. */
#include "rules/indicator.h"

#include "model/figure.h"
#include "rules/names.h"
#include "track/issues.h"
#include "track/target.h"

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

static void find_out_of_range(vp_run *run) { vp_for_each_indicator(run, judge_ranges); }

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
  vp_for_each_indicator(run, judge_outcomes);
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
    if (!vp_indicator_can_be(indicator, observation->women) ||
        !vp_indicator_can_be(indicator, observation->men) ||
        !vp_indicator_can_be(indicator, observation->value)) {
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

static void find_breakdown(vp_run *run) { vp_for_each_indicator(run, judge_breakdowns); }

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

static void find_excess(vp_run *run) { vp_for_each_indicator(run, judge_digits); }

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
