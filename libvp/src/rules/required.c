/* What a profile wants every plan to have. */
#include <string.h>

#include "model/selector.h"
#include "rules/operand.h"

static const vp_message required[] = {{
    {"”{name}” saknar ”{field}”", "\"{name}\" lacks \"{field}\""},
    {"profilen kräver ”{field}” av: {of}", "the profile requires \"{field}\" of: {of}"},
    {"ange uppgiften i planen", "give it in the plan"},
}};

typedef struct walk {
  vp_run *run;
  const char *of;
  vp_selector selector;
  const char *field;
} walk;

static void judge(const walk *w, const vp_element *element) {
  vp_run *run = w->run;
  const vp_operand operand = vp_operand_of_field(run, element, w->field);
  vp_run_applied(run);
  if (operand.is_present) return;
  vp_finding_begin(run, 0, operand.place);
  vp_finding_text(run, "field", w->field);
  vp_finding_text(run, "of", w->of);
  vp_finding_name(run, element);
  vp_finding_key(run, w->field);
  vp_finding_end(run);
}

static void visit(const vp_element *element, void *user) {
  const walk *w = user;
  if (w->run->status == VP_OK && vp_selector_has(&w->selector, element)) judge(w, element);
}

static bool is_listed(const vp_required_fields *required_fields, size_t count, const char *field) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(required_fields->fields.items[i], field) == 0) return true;
  return false;
}

/* Whether a nearer profile, or an earlier line of this one, requires the same. */
static bool is_repeated(const vp_run *run, const vp_required_fields *at, size_t item) {
  for (const vp_profile *p = run->plan->profile; p != NULL; p = p->extended)
    for (size_t i = 0; i < p->required.count; i++) {
      const vp_required_fields *other = VP_ITEM(vp_required_fields, p->required, i);
      if (other == at) return is_listed(at, item, at->fields.items[item]);
      bool is_same = strcmp(other->of, at->of) == 0;
      if (is_same && is_listed(other, other->fields.count, at->fields.items[item])) return true;
    }
  return false;
}

static void find_missing(vp_run *run, const vp_required_fields *at) {
  walk w = {.run = run, .of = at->of, .selector = vp_selector_parse(at->of)};
  for (size_t i = 0; i < at->fields.count; i++) {
    w.field = at->fields.items[i];
    if (is_repeated(run, at, i)) continue;
    if (strcmp(at->of, "plan") == 0)
      judge(&w, &run->plan->root.base);
    else
      vp_element_walk(&run->plan->root.base, visit, &w);
  }
}

static void find_required(vp_run *run) {
  if (vp_plan_is_sample(run->plan)) return;
  for (const vp_profile *p = run->plan->profile; p != NULL; p = p->extended)
    for (size_t i = 0; i < p->required.count; i++)
      find_missing(run, VP_ITEM(vp_required_fields, p->required, i));
}

const vp_rule vp_rule_required_field = {
    .id = "plan/required-field",
    .severity = VP_SEVERITY_WARNING,
    .title = {"en uppgift som profilen kräver saknas",
              "something that the profile requires is missing"},
    .check = find_required,
    VP_MESSAGES(required),
};
