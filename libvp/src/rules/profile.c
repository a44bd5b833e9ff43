/* The profile itself, checked on its sample. */
#include <vp/functions.h>

#include "model/selector.h"
#include "rules/refused_function.h"
#include "rules/stated_function.h"

/* In the order of vp_refused_function. */
static const vp_message function[] = {
    {
        {"programmet känner inte till funktionen ”{function}”",
         "the program does not know the function \"{function}\""},
        {"regeln ”{rule}” prövas inte", "the rule \"{rule}\" is not checked"},
        {NULL, NULL},
    },
    {
        {"programmet känner inte till funktionen ”{function}”",
         "the program does not know the function \"{function}\""},
        {"regeln ”{rule}” prövas inte", "the rule \"{rule}\" is not checked"},
        {"menade du ”{hint}”?", "did you mean \"{hint}\"?"},
    },
    {
        {"funktionen ”{function}” är {signature} och passar inte villkoret",
         "the function \"{function}\" is {signature} and does not fit the condition"},
        {"regeln ”{rule}” prövas inte", "the rule \"{rule}\" is not checked"},
        {"registrera en som är {wanted}; i32, i64 och u64 duger i stället för f64",
         "register one that is {wanted}; i32, i64 and u64 will do for f64"},
    },
};

static void judge(vp_run *run, const vp_stated_rule *rule, const vp_condition *condition,
                  const vp_shape *shape) {
  if (condition->function == NULL) return;
  vp_run_applied(run);
  const vp_function *found = vp_functions_find(run->options.functions, condition->function);
  if (found != NULL && vp_stated_function_fits(found, condition, shape)) return;
  vp_refuse_function(run, vp_place_field(&condition->base, "function"), condition->function, found);
  vp_finding_text(run, "rule", rule->rule);
  if (found == NULL) return;
  vp_finding_text(run, "wanted", vp_stated_function_wanted(run, condition, shape));
}

static void find_functions(vp_run *run) {
  if (!vp_plan_is_sample(run->plan)) return;
  const vp_elements *rules = &run->plan->profile->own_rules;
  for (size_t i = 0; i < rules->count; i++) {
    const vp_stated_rule *rule = VP_ITEM(vp_stated_rule, *rules, i);
    if (rule->of == NULL) continue;
    const vp_selector selector = vp_selector_parse(rule->of);
    const vp_shape *shape = selector.list != NULL ? selector.list->shape : &vp_plan_shape;
    for (size_t c = 0; c < rule->where.count; c++)
      judge(run, rule, VP_ITEM(vp_condition, rule->where, c), shape);
    for (size_t c = 0; c < rule->must.count; c++)
      judge(run, rule, VP_ITEM(vp_condition, rule->must, c), shape);
  }
}

const vp_rule vp_rule_profile_function = {
    .id = "profile/unknown-function",
    .severity = VP_SEVERITY_ERROR,
    .title = {"en regel i profilen anropar en funktion som är okänd eller inte passar",
              "a rule of the profile calls a function that is unknown or does not fit"},
    .check = find_functions,
    VP_MESSAGES(function),
};
