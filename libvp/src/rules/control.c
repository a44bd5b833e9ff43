#include <string.h>

#include "rules/hint.h"
#include "rules/names.h"
#include "rules/run.h"

static const vp_message unknown[] = {
    {
        {"kontrollen ”{what}” hör inte till någon risk",
         "the control \"{what}\" belongs to no risk"},
        {NULL, NULL},
        {"ange vilken risk den kontrollerar (\"risk\")",
         "give the risk that it controls (\"risk\")"},
    },
    {
        {"kontrollen ”{what}” hör till ”{risk}”, som inte är en risk i planen",
         "the control \"{what}\" belongs to \"{risk}\", which is no risk of the plan"},
        {NULL, NULL},
        {NULL, NULL},
    },
    {
        {"kontrollen ”{what}” hör till ”{risk}”, som inte är en risk i planen",
         "the control \"{what}\" belongs to \"{risk}\", which is no risk of the plan"},
        {NULL, NULL},
        {"menades ”{hint}”?", "was \"{hint}\" meant?"},
    },
};
enum { NO_RISK, UNKNOWN_RISK, UNKNOWN_WITH_HINT };

static const char *nearest_risk(vp_run *run, const char *id) {
  const vp_elements *risks = &run->plan->risks;
  vp_hint hint = vp_hint_begin(run, id);
  for (size_t i = 0; i < risks->count && vp_hint_goes_on(&hint); i++)
    vp_hint_consider(&hint, risks->items[i]->id);
  return vp_hint_found(&hint);
}

static void find_unknown(vp_run *run) {
  for (size_t i = 0; i < run->plan->controls.count; i++) {
    const vp_control *control = VP_ITEM(vp_control, run->plan->controls, i);
    vp_run_applied(run);
    if (control->risk == NULL) {
      vp_finding_begin(run, NO_RISK, vp_place_element(&control->base));
      vp_finding_text(run, "what", control->what);
      continue;
    }
    if (vp_is_kind(vp_plan_find(run->plan, control->risk), "risk")) continue;
    const char *hint = nearest_risk(run, control->risk);
    vp_finding_begin(run, hint != NULL ? UNKNOWN_WITH_HINT : UNKNOWN_RISK,
                     vp_place_field(&control->base, "risk"));
    vp_finding_text(run, "what", control->what);
    vp_finding_text(run, "risk", control->risk);
    if (hint != NULL) vp_finding_text(run, "hint", hint);
  }
}

static const vp_message incomplete[] = {{
    {"kontrollen ”{what}” saknar {missing}", "the control \"{what}\" lacks {missing}"},
    {NULL, NULL},
    {NULL, NULL},
}};

static const vp_text parts[] = {{"ansvarig", "someone responsible"},
                                {"metod", "a method"},
                                {"tid för rapport", "a report date"}};
enum { PARTS = sizeof parts / sizeof *parts };

static void find_incomplete(vp_run *run) {
  for (size_t i = 0; i < run->plan->controls.count; i++) {
    const vp_control *control = VP_ITEM(vp_control, run->plan->controls, i);
    const bool has[PARTS] = {control->responsible != NULL, control->method != NULL,
                             control->report_by.kind != VP_PERIOD_MISSING};
    vp_run_applied(run);
    if (has[0] && has[1] && has[2]) continue;
    const char **missing = vp_run_array(run, PARTS, sizeof *missing);
    size_t count = 0;
    for (size_t part = 0; part < PARTS && missing != NULL; part++)
      if (!has[part]) missing[count++] = VP_PICK(parts[part], run->options.language);
    vp_finding_begin(run, 0, vp_place_element(&control->base));
    vp_finding_text(run, "what", control->what);
    vp_finding_texts(run, "missing", missing, count);
  }
}

const vp_rule vp_rule_control_unknown_risk = {
    .id = "control/unknown-risk",
    .severity = VP_SEVERITY_ERROR,
    .title = {"en kontroll hör inte till någon risk", "a control belongs to no risk"},
    .check = find_unknown,
    VP_MESSAGES(unknown),
};

const vp_rule vp_rule_control_incomplete = {
    .id = "control/incomplete",
    .severity = VP_SEVERITY_WARNING,
    .title = {"en kontroll saknar ansvarig, metod eller tid för rapport",
              "a control has no responsible, method or report date"},
    .check = find_incomplete,
    VP_MESSAGES(incomplete),
};
