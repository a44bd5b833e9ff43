/* Whether the risks that need a control most have one. */
#include "model/profile.h"
#include "rules/names.h"
#include "rules/run.h"

enum { LISTED = 8 }; /* longer lists end with "…" */

static const vp_message lower_first[] = {
    {
        {"risken ”{title}” ({value}) har en kontroll men {count} risker med högre värde har ingen: "
         "{higher}",
         "the risk \"{title}\" ({value}) has a control but {count} risks of higher value have "
         "none: {higher}"},
        {NULL, NULL},
        {"ta upp de högre riskerna i internkontrollplanen, eller skriv varför de inte behöver en "
         "kontroll",
         "take the higher risks into the internal control plan, or write why they need no control"},
    },
    {
        {"risken ”{title}” ({value}) har en kontroll men en risk med högre värde har ingen: "
         "{higher}",
         "the risk \"{title}\" ({value}) has a control but a risk of higher value has none: "
         "{higher}"},
        {NULL, NULL},
        {"ta upp den högre risken i internkontrollplanen, eller skriv varför den inte behöver en "
         "kontroll",
         "take the higher risk into the internal control plan, or write why it needs no control"},
    },
};
enum { SEVERAL_HIGHER, ONE_HIGHER };

static const char *with_value(vp_run *run, const vp_risk_score *score) {
  char value[VP_NUMBER_TEXT_SIZE];
  vp_number_format(value, sizeof value, score->value, VP_UNIT_NONE, run->options.language, 0);
  return vp_run_format(run, "%s (%s)", score->risk->id, value);
}

/* Whether it is known of every control which risk it is for. */
static bool controls_are_known(const vp_plan *plan) {
  for (size_t i = 0; i < plan->controls.count; i++) {
    const char *risk = VP_ITEM(vp_control, plan->controls, i)->risk;
    if (risk == NULL || !vp_is_kind(vp_plan_find(plan, risk), "risk")) return false;
  }
  return true;
}

/* Walks down the ranking; `above` are the risks without a control seen so far, of which the last
 * `tied` are equal in value to the current risk. */
static void find_lower_first(vp_run *run) {
  const vp_scoring *scoring = vp_run_scoring(run);
  const char **above = vp_run_array(run, LISTED + 1, sizeof *above);
  if (scoring == NULL || above == NULL) return;
  vp_decimal high;
  /* Where a profile says which risks are high, those need a control and the others need none. */
  bool is_told = controls_are_known(run->plan) && !vp_profile_high_risk(&high, run->plan->profile);
  size_t higher = 0, tied = 0;
  vp_decimal level = {.coefficient = 0, .exponent = 0};
  const vp_risk_score *waiting[LISTED];
  for (size_t rank = 0; rank < vp_scoring_count(scoring); rank++) {
    const vp_risk_score *score = vp_scoring_ranked(scoring, rank);
    if (!score->is_scored || !is_told) {
      vp_run_not_applicable(run);
      continue;
    }
    if (rank == 0 || vp_decimal_compare(score->value, level) != 0) {
      for (size_t i = 0; i < tied && higher + i < LISTED; i++)
        above[higher + i] = with_value(run, waiting[i]);
      higher += tied;
      tied = 0;
      level = score->value;
    }
    vp_run_applied(run);
    if (score->control_count == 0) {
      if (tied < LISTED) waiting[tied] = score;
      tied++;
    } else if (higher > 0) {
      size_t listed = higher < LISTED ? higher : LISTED;
      if (higher > LISTED) above[listed++] = "…";
      vp_finding_begin(run, higher > 1 ? SEVERAL_HIGHER : ONE_HIGHER,
                       vp_place_field(score->risk, "title"));
      vp_finding_text(run, "title", vp_name_of(score->risk));
      vp_finding_number(run, "value", score->value, VP_UNIT_NONE);
      vp_finding_count(run, "count", higher);
      vp_finding_texts(run, "higher", above, listed);
    }
  }
}

static const vp_message without_control[] = {{
    {"risken ”{title}” har ingen kontroll fast riskvärdet {value} är högt",
     "the risk \"{title}\" has no control although its value {value} is high"},
    {"enligt profilen är en risk hög från och med {high}",
     "by the profile a risk is high from {high} on"},
    {"ta upp risken i internkontrollplanen, eller skriv varför den inte behöver en kontroll",
     "take the risk into the internal control plan, or write why it needs no control"},
}};

static void find_high(vp_run *run) {
  vp_decimal high;
  const vp_scoring *scoring = vp_run_scoring(run);
  bool has_limit = vp_profile_high_risk(&high, run->plan->profile);
  bool is_told = controls_are_known(run->plan);
  for (size_t i = 0; scoring != NULL && i < vp_scoring_count(scoring); i++) {
    const vp_risk_score *score = vp_scoring_risk(scoring, i);
    bool has_control = score->control_count > 0;
    if (!has_limit || !score->is_scored || (!is_told && !has_control)) {
      vp_run_not_applicable(run);
      continue;
    }
    vp_run_applied(run);
    if (has_control || vp_decimal_compare(score->value, high) < 0) continue;
    vp_finding_begin(run, 0, vp_place_field(score->risk, "title"));
    vp_finding_text(run, "title", vp_name_of(score->risk));
    vp_finding_number(run, "value", score->value, VP_UNIT_NONE);
    vp_finding_number(run, "high", high, VP_UNIT_NONE);
  }
}

const vp_rule vp_rule_lower_risk_controlled_first = {
    .id = "risk/lower-risk-controlled-first",
    .severity = VP_SEVERITY_WARNING,
    .title = {"en lägre risk har en kontroll medan en högre saknar",
              "a lower risk has a control while a higher one has none"},
    .check = find_lower_first,
    VP_MESSAGES(lower_first),
};

const vp_rule vp_rule_high_without_control = {
    .id = "risk/high-without-control",
    .severity = VP_SEVERITY_WARNING,
    .title = {"en hög risk har ingen kontroll", "a high risk has no control"},
    .check = find_high,
    VP_MESSAGES(without_control),
};
