#include "rules/rule_set.h"

#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "model/id.h"
#include "rules/table.h"

const vp_rule *const *vp_rule_set_rules(const vp_rule_set *set, size_t *count) {
  *count = set != NULL ? set->count : vp_rule_count();
  return set != NULL ? set->rules : vp_builtin_rules;
}

static bool push(vp_rule_set *set, const vp_rule *rule) {
  void *rules = set->rules;
  if (!vp_array_reserve(set->arena.context, &rules, &set->capacity, set->count, sizeof rule))
    return false;
  set->rules = rules;
  set->rules[set->count++] = rule;
  return true;
}

vp_status vp_rule_set_new(vp_rule_set **out, const vp_context *context, vp_error *error) {
  context = vp_context_or_default(context);
  vp_rule_set *set = vp_alloc(context, sizeof *set);
  if (set == NULL) return vp_fail_memory(error);
  *set = (vp_rule_set){.count = 0};
  vp_arena_init(&set->arena, context);
  for (size_t i = 0; i < vp_rule_count(); i++) {
    if (push(set, vp_builtin_rules[i])) continue;
    vp_rule_set_free(set);
    return vp_fail_memory(error);
  }
  *out = set;
  return VP_OK;
}

void vp_rule_set_free(vp_rule_set *set) {
  if (set == NULL) return;
  for (size_t i = vp_rule_count(); i < set->count; i++) {
    const vp_own_rule *own = set->rules[i]->own;
    if (own->destroy != NULL) own->destroy(own->user);
  }
  const vp_context *context = set->arena.context;
  vp_free(context, set->rules);
  vp_arena_free(&set->arena);
  vp_free(context, set);
}

static vp_status check_rule(const vp_rule_set *set, const vp_own_rule *rule, vp_error *error) {
  if (rule->id == NULL || !vp_rule_id_is_valid(rule->id))
    return vp_fail(error, VP_ERROR_ARGUMENT,
                   "\"%s\" is no rule id: write \"family/name\" in lower case",
                   rule->id != NULL ? rule->id : "");
  if (rule->title_sv == NULL || rule->title_en == NULL || rule->check == NULL ||
      rule->severity > VP_SEVERITY_ERROR)
    return vp_fail(error, VP_ERROR_ARGUMENT, "the rule \"%s\" lacks a title, a severity or a check",
                   rule->id);
  for (size_t i = 0; i < set->count; i++)
    if (strcmp(set->rules[i]->id, rule->id) == 0)
      return vp_fail(error, VP_ERROR_ARGUMENT, "there is a rule \"%s\" already", rule->id);
  return VP_OK;
}

static const char *copy(vp_arena *arena, const char *text) {
  return vp_arena_copy(arena, text, strlen(text));
}

vp_status vp_rule_set_add(vp_rule_set *set, const vp_own_rule *rule, vp_error *error) {
  vp_status status = check_rule(set, rule, error);
  if (status != VP_OK) return status;
  vp_own_rule *own = vp_arena_alloc(&set->arena, sizeof *own);
  vp_rule *made = vp_arena_alloc(&set->arena, sizeof *made);
  if (own == NULL || made == NULL) return vp_fail_memory(error);
  *own = *rule;
  *made = (vp_rule){.id = copy(&set->arena, rule->id),
                    .severity = rule->severity,
                    .title = {copy(&set->arena, rule->title_sv), copy(&set->arena, rule->title_en)},
                    .own = own};
  bool is_copied = made->id != NULL && made->title.sv != NULL && made->title.en != NULL;
  return is_copied && push(set, made) ? VP_OK : vp_fail_memory(error);
}
