/* Indicators that nothing uses, and objectives without any. */
#include "rules/names.h"
#include "rules/run.h"

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
