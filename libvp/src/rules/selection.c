#include "rules/selection.h"

#include <string.h>

#include "base/distance.h"
#include "base/error.h"
#include "model/profile.h"
#include "rules/rule_set.h"
#include "rules/stated.h"
#include "rules/table.h"

/* NULL when no rule has nearly that id. */
static const char *nearest_rule(const vp_selected_rules *rules, const char *name) {
  size_t nearest = SIZE_MAX;
  const char *hint = NULL;
  for (size_t i = 0; i < rules->count; i++) {
    size_t distance;
    const char *id = rules->items[i].rule->id;
    if (!vp_distance_is_hint(name, id, &distance) || distance >= nearest) continue;
    nearest = distance;
    hint = id;
  }
  return hint;
}

static bool is_known(const vp_selected_rules *rules, const char *name) {
  for (size_t i = 0; i < rules->count; i++)
    if (vp_rule_is_named(rules->items[i].rule, name)) return true;
  return false;
}

static vp_status fail_unknown(const vp_selected_rules *rules, const char *name, vp_error *error) {
  const char *hint = nearest_rule(rules, name);
  if (hint != NULL)
    return vp_fail(error, VP_ERROR_ARGUMENT, "there is no rule \"%s\": did you mean \"%s\"?", name,
                   hint);
  return vp_fail(error, VP_ERROR_ARGUMENT, "there is no rule or family \"%s\"", name);
}

static vp_status check_names(const vp_selected_rules *rules, const char *const *names, size_t count,
                             vp_error *error) {
  for (size_t i = 0; i < count; i++)
    if (!is_known(rules, names[i])) return fail_unknown(rules, names[i], error);
  return VP_OK;
}

static vp_status check_profile(const vp_selected_rules *rules, const vp_profile *profile,
                               vp_error *error) {
  vp_error reason;
  for (size_t i = 0; i < profile->rules.count; i++) {
    const vp_rule_setting *setting = VP_ITEM(vp_rule_setting, profile->rules, i);
    if (is_known(rules, setting->rule)) continue;
    vp_span at = {.line = 0};
    (void)fail_unknown(rules, setting->rule, &reason);
    vp_element_span(&at, &setting->base, "rule", UINT32_MAX);
    return vp_fail_at(error, VP_ERROR_FORMAT, at.line, at.column, "%s", reason.message);
  }
  if (profile->extended == NULL) return VP_OK;
  vp_status status = check_profile(rules, profile->extended, &reason);
  return status == VP_OK ? VP_OK : vp_profile_fail_extended(profile, &reason, error);
}

static bool is_listed(const vp_rule *rule, const char *const *names, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (vp_rule_is_named(rule, names[i])) return true;
  return false;
}

static bool is_selected(const vp_rule *rule, const vp_check_options *options) {
  if (is_listed(rule, options->ignore, options->ignore_count)) return false;
  return options->select_count == 0 || is_listed(rule, options->select, options->select_count);
}

/* A rule's own setting, or else its family's: the last that the profile gives. */
static const vp_rule_setting *own_setting(const vp_profile *profile, const vp_rule *rule) {
  const vp_rule_setting *found = NULL;
  bool is_exact = false;
  for (size_t i = 0; i < profile->rules.count; i++) {
    const vp_rule_setting *setting = VP_ITEM(vp_rule_setting, profile->rules, i);
    bool names_rule = strcmp(setting->rule, rule->id) == 0;
    if (!vp_rule_is_named(rule, setting->rule) || (is_exact && !names_rule)) continue;
    found = setting;
    is_exact = names_rule;
  }
  return found;
}

/* What a profile says goes before what the profile that it extends says. */
static const vp_rule_setting *setting_of(const vp_profile *profile, const vp_rule *rule) {
  const vp_rule_setting *found = NULL;
  for (; profile != NULL && found == NULL; profile = profile->extended)
    found = own_setting(profile, rule);
  return found;
}

static vp_rule_result result_of(const vp_rule *rule, const vp_profile *profile,
                                const vp_check_options *options) {
  const vp_rule_setting *setting = setting_of(profile, rule);
  vp_rule_result result = {.rule = rule, .severity = rule->severity};
  if (setting != NULL && setting->off) result.off = setting->reason;
  if (setting != NULL && setting->severity > 0)
    result.severity = (vp_severity)(setting->severity - 1);
  result.ran = result.off == NULL && is_selected(rule, options);
  return result;
}

vp_status vp_select_rules(vp_selected_rules *out, vp_arena *arena, const vp_profile *profile,
                          const vp_check_options *options, vp_error *error) {
  size_t known_count;
  const vp_rule *const *known = vp_rule_set_rules(options->rules, &known_count);
  vp_rule_list all;
  vp_status status = vp_stated_rules(&all, arena, profile, known, known_count, error);
  if (status != VP_OK) return status;
  vp_selected_rules rules = {.count = all.count};
  rules.items = vp_arena_array(arena, rules.count, sizeof *rules.items);
  if (rules.items == NULL) return vp_fail_memory(error);
  for (size_t i = 0; i < rules.count; i++)
    rules.items[i] = result_of(all.items[i], profile, options);
  status = check_names(&rules, options->select, options->select_count, error);
  if (status == VP_OK) status = check_names(&rules, options->ignore, options->ignore_count, error);
  if (status == VP_OK && profile != NULL) status = check_profile(&rules, profile, error);
  if (status == VP_OK) *out = rules;
  return status;
}
