/* Each risk against the risk model. */
#include <string.h>

#include "model/profile.h"
#include "rules/names.h"
#include "rules/run.h"
#include "score/band.h"
#include "score/function.h"

enum { LISTED = 8 }; /* longer lists end with "…" */

static const vp_message mismatch[] = {{
    {"risken ”{title}” har riskvärdet {stated} men konsekvens {consequence} och sannolikhet "
     "{likelihood} ger {computed}",
     "the risk \"{title}\" has the value {stated} but consequence {consequence} and likelihood "
     "{likelihood} give {computed}"},
    {NULL, NULL},
    {"rätta riskvärdet, konsekvensen eller sannolikheten",
     "correct the risk value, the consequence or the likelihood"},
}};

static void find_mismatch(vp_run *run) {
  const vp_scoring *scoring = vp_run_scoring(run);
  for (size_t i = 0; scoring != NULL && i < vp_scoring_count(scoring); i++) {
    const vp_risk_score *score = vp_scoring_risk(scoring, i);
    if (!score->is_stated) continue;
    if (!score->is_computed) {
      vp_run_not_applicable(run);
      continue;
    }
    vp_run_applied(run);
    if (vp_decimal_compare(score->stated, score->computed) == 0) continue;
    vp_finding_begin(run, 0, vp_place_field(score->risk, "value"));
    vp_finding_text(run, "title", vp_name_of(score->risk));
    vp_finding_number(run, "stated", score->stated, VP_UNIT_NONE);
    vp_finding_number(run, "consequence", score->consequence.value, VP_UNIT_NONE);
    vp_finding_number(run, "likelihood", score->likelihood.value, VP_UNIT_NONE);
    vp_finding_number(run, "computed", score->computed, VP_UNIT_NONE);
  }
}

static const vp_message off_scale[] = {
    {
        {"risken ”{title}” har konsekvensen ”{value}”, som inte finns på skalan",
         "the risk \"{title}\" has the consequence \"{value}\", which is not on the scale"},
        {"skalan: {levels}", "the scale: {levels}"},
        {NULL, NULL},
    },
    {
        {"risken ”{title}” har sannolikheten ”{value}”, som inte finns på skalan",
         "the risk \"{title}\" has the likelihood \"{value}\", which is not on the scale"},
        {"skalan: {levels}", "the scale: {levels}"},
        {NULL, NULL},
    },
};
enum { CONSEQUENCE_OFF, LIKELIHOOD_OFF };

static const char *const *level_names(vp_run *run, const vp_scale *scale, size_t *count) {
  const char **texts = vp_run_array(run, LISTED + 1, sizeof *texts);
  *count = 0;
  if (texts == NULL) return NULL;
  for (size_t i = 0; i < scale->levels.count && i < LISTED; i++) {
    const vp_level *level = VP_ITEM(vp_level, scale->levels, i);
    texts[(*count)++] = vp_run_format(run, "%ld %s", (long)level->value.value, level->name);
  }
  if (scale->levels.count > LISTED) texts[(*count)++] = "…";
  return texts;
}

/* NULL when the model has no levels for it. */
static const vp_scale *scale_of(const vp_run *run, size_t variant) {
  const vp_risk_model *model = vp_plan_risk_model(run->plan);
  const vp_scales *scales = model != NULL ? model->scales : NULL;
  if (scales == NULL) return NULL;
  const vp_scale *scale = variant == CONSEQUENCE_OFF ? scales->consequence : scales->likelihood;
  return scale->levels.count > 0 ? scale : NULL;
}

static bool is_off(const vp_run *run, const vp_level_reading *level, size_t variant) {
  return scale_of(run, variant) != NULL &&
         (level->state == VP_LEVEL_OFF_SCALE || level->state == VP_LEVEL_UNREADABLE);
}

static void judge_level(vp_run *run, const vp_risk_score *score, const vp_level_reading *level,
                        size_t variant) {
  if (level->state == VP_LEVEL_MISSING) return;
  const vp_scale *scale = scale_of(run, variant);
  if (scale == NULL) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  if (!is_off(run, level, variant)) return;
  const vp_risk *risk = VP_AS(vp_risk, score->risk);
  bool is_consequence = variant == CONSEQUENCE_OFF;
  size_t count;
  const char *const *levels = level_names(run, scale, &count);
  vp_finding_begin(run, variant,
                   vp_place_field(score->risk, is_consequence ? "consequence" : "likelihood"));
  vp_finding_text(run, "title", risk->title);
  vp_finding_quantity(run, "value", is_consequence ? &risk->consequence : &risk->likelihood);
  vp_finding_texts(run, "levels", levels, count);
}

static void find_off_scale(vp_run *run) {
  const vp_scoring *scoring = vp_run_scoring(run);
  for (size_t i = 0; scoring != NULL && i < vp_scoring_count(scoring); i++) {
    const vp_risk_score *score = vp_scoring_risk(scoring, i);
    judge_level(run, score, &score->consequence, CONSEQUENCE_OFF);
    judge_level(run, score, &score->likelihood, LIKELIHOOD_OFF);
  }
}

static const vp_message unscored[] = {
    {
        {"{count} av {total} risker saknar riskvärde: {risks}",
         "no risk value for {count} of {total} risks: {risks}"},
        {NULL, NULL},
        {"ange konsekvens och sannolikhet, eller skriv varför de saknas (\"source\", \"note\")",
         "give consequence and likelihood, or say why they are missing (\"source\", \"note\")"},
    },
    {
        {"{count} av {total} risker saknar riskvärde: {risks}",
         "no risk value for {count} of {total} risks: {risks}"},
        {"skälet enligt planen: ”{reason}”", "the reason that the plan gives: \"{reason}\""},
        {NULL, NULL},
    },
    {
        {"funktionen ”{function}” ger inget riskvärde för {count} av {total} risker: {risks}",
         "the function \"{function}\" gives no risk value for {count} of {total} risks: {risks}"},
        {NULL, NULL},
        {"rätta funktionen, eller ange riskvärdena i planen",
         "correct the function, or give the risk values in the plan"},
    },
};
enum { UNSCORED_SILENT, UNSCORED_WITH_REASON, UNSCORED_BY_FUNCTION };

static const char *reason_of(const vp_element *risk) {
  return risk->source != NULL ? risk->source->note : NULL;
}

static bool model_fails(const vp_run *run, const vp_risk_score *score) {
  return vp_plan_risk_model(run->plan) != NULL && score->consequence.state == VP_LEVEL_KNOWN &&
         score->likelihood.state == VP_LEVEL_KNOWN;
}

/* What was given could not be used, which other rules say. */
static bool is_unusable(const vp_run *run, const vp_risk_score *score) {
  const vp_risk *risk = VP_AS(vp_risk, score->risk);
  return model_fails(run, score) || risk->value.state == VP_QUANTITY_UNREADABLE ||
         is_off(run, &score->consequence, CONSEQUENCE_OFF) ||
         is_off(run, &score->likelihood, LIKELIHOOD_OFF);
}

typedef struct risk_list {
  const char **ids;
  size_t count;
} risk_list;

static void report_unscored(vp_run *run, size_t variant, vp_place place, const risk_list *risks) {
  vp_finding_begin(run, variant, place);
  vp_finding_count(run, "count", risks->count);
  vp_finding_count(run, "total", run->plan->risks.count);
  vp_finding_texts(run, "risks", risks->ids, risks->count);
}

/* Said once for all of them, with the reason where they share one, and once for those that the
 * function of the host program has no value for. */
static void find_unscored(vp_run *run) {
  const vp_scoring *scoring = vp_run_scoring(run);
  const vp_risk_model *model = vp_plan_risk_model(run->plan);
  bool has_function = vp_score_function_find(run->options.functions, model) != NULL;
  size_t total = scoring != NULL ? vp_scoring_count(scoring) : 0;
  risk_list unscored_risks = {.ids = vp_run_array(run, total + 1, sizeof(char *))};
  risk_list failed = {.ids = vp_run_array(run, total + 1, sizeof(char *))};
  const char *reason = NULL;
  bool is_shared = true;
  for (size_t i = 0; i < total && unscored_risks.ids != NULL && failed.ids != NULL; i++) {
    const vp_risk_score *score = vp_scoring_risk(scoring, i);
    bool has_failed = has_function && model_fails(run, score);
    if (!score->is_scored && !has_failed && is_unusable(run, score)) {
      vp_run_not_applicable(run);
      continue;
    }
    vp_run_applied(run);
    if (score->is_scored) continue;
    if (has_failed) {
      failed.ids[failed.count++] = score->risk->id;
      continue;
    }
    const char *own = reason_of(score->risk);
    if (unscored_risks.count == 0) reason = own;
    is_shared = is_shared && own != NULL && reason != NULL && strcmp(own, reason) == 0;
    unscored_risks.ids[unscored_risks.count++] = score->risk->id;
  }
  bool has_reason = is_shared && reason != NULL;
  if (unscored_risks.count > 0)
    report_unscored(run, has_reason ? UNSCORED_WITH_REASON : UNSCORED_SILENT,
                    vp_place_field(&run->plan->root.base, "risks"), &unscored_risks);
  if (unscored_risks.count > 0 && has_reason) vp_finding_text(run, "reason", reason);
  if (failed.count > 0) {
    bool is_own = model == run->plan->risk_model; /* else it stands in another file */
    report_unscored(run, UNSCORED_BY_FUNCTION,
                    is_own ? vp_place_field(&model->base, "function")
                           : vp_place_field(&run->plan->root.base, "risks"),
                    &failed);
    vp_finding_text(run, "function", model->function);
  }
}

static const vp_message requirement[] = {{
    {"risken ”{title}” ligger i klassen ”{band}” men saknar {missing}",
     "the risk \"{title}\" is in the band \"{band}\" but lacks {missing}"},
    {NULL, NULL},
    {NULL, NULL},
}};

static const vp_text requirement_names[] = {
    {NULL, NULL},
    {"ägare", "an owner"},
    {"beslutsunderlag", "a decision basis"},
    {"slutdatum", "a due date"},
    {"uppföljningsdatum", "a follow-up date"},
};

static bool carries(const vp_risk *risk, vp_requirement what) {
  switch (what) {
    case VP_REQUIRES_OWNER: return risk->owner != NULL;
    case VP_REQUIRES_DECISION_BASIS: return risk->decision_basis != NULL;
    case VP_REQUIRES_DUE: return risk->due.kind != VP_PERIOD_MISSING;
    case VP_REQUIRES_FOLLOW_UP: return risk->follow_up.kind != VP_PERIOD_MISSING;
  }
  return true;
}

static void find_requirements(vp_run *run, vp_requirement first, vp_requirement last) {
  const vp_scoring *scoring = vp_run_scoring(run);
  for (size_t i = 0; scoring != NULL && i < vp_scoring_count(scoring); i++) {
    const vp_risk_score *score = vp_scoring_risk(scoring, i);
    if (score->band == NULL) {
      vp_run_not_applicable(run);
      continue;
    }
    const char **missing = vp_run_array(run, VP_REQUIRES_FOLLOW_UP + 1, sizeof *missing);
    size_t count = 0;
    for (int what = (int)first; what <= (int)last && missing != NULL; what++) {
      if (!vp_band_requires(VP_AS(vp_band, score->band), (vp_requirement)what)) continue;
      vp_run_applied(run);
      if (!carries(VP_AS(vp_risk, score->risk), (vp_requirement)what))
        missing[count++] = VP_PICK(requirement_names[what], run->options.language);
    }
    if (count == 0) continue;
    vp_finding_begin(run, 0, vp_place_element(score->risk));
    vp_finding_text(run, "title", vp_name_of(score->risk));
    vp_finding_text(run, "band", vp_name_of(score->band));
    vp_finding_texts(run, "missing", missing, count);
  }
}

static void find_no_owner(vp_run *run) {
  find_requirements(run, VP_REQUIRES_OWNER, VP_REQUIRES_OWNER);
}

static void find_missing_requirement(vp_run *run) {
  find_requirements(run, VP_REQUIRES_DECISION_BASIS, VP_REQUIRES_FOLLOW_UP);
}

const vp_rule vp_rule_value_mismatch = {
    .id = "risk/value-mismatch",
    .severity = VP_SEVERITY_ERROR,
    .title = {"ett riskvärde är inte det som riskmodellen ger",
              "a risk value is not what the risk model gives"},
    .check = find_mismatch,
    VP_MESSAGES(mismatch),
};

const vp_rule vp_rule_off_scale = {
    .id = "risk/off-scale",
    .severity = VP_SEVERITY_ERROR,
    .title = {"konsekvens eller sannolikhet finns inte på skalan",
              "a consequence or likelihood is not on the scale"},
    .check = find_off_scale,
    VP_MESSAGES(off_scale),
};

const vp_rule vp_rule_unscored = {
    .id = "risk/unscored",
    .severity = VP_SEVERITY_NOTE,
    .title = {"risker saknar riskvärde", "risks have no risk value"},
    .check = find_unscored,
    VP_MESSAGES(unscored),
};

const vp_rule vp_rule_no_owner = {
    .id = "risk/no-owner",
    .severity = VP_SEVERITY_WARNING,
    .title = {"en risk saknar den ägare som dess klass kräver",
              "a risk has no owner although its band requires one"},
    .check = find_no_owner,
    VP_MESSAGES(requirement),
};

const vp_rule vp_rule_missing_requirement = {
    .id = "risk/missing-requirement",
    .severity = VP_SEVERITY_WARNING,
    .title = {"en risk saknar något som dess klass kräver",
              "a risk lacks something that its band requires"},
    .check = find_missing_requirement,
    VP_MESSAGES(requirement),
};
