#include "rules/table.h"

#include <string.h>

/* In the order in which they are listed and run. */
#define RULES(EACH)                 \
  EACH(duplicate_id)                \
  EACH(unknown_reference)           \
  EACH(unreadable_number)           \
  EACH(unlisted_name)               \
  EACH(synonym)                     \
  EACH(unused_acceptance)           \
  EACH(expired_acceptance)          \
  EACH(required_field)              \
  EACH(sum_rounding)                \
  EACH(sum_doubtful)                \
  EACH(sum_impossible)              \
  EACH(missing_cell)                \
  EACH(excess_digits)               \
  EACH(unit_mismatch)               \
  EACH(not_computed)                \
  EACH(extra_value)                 \
  EACH(band_gap)                    \
  EACH(band_overlap)                \
  EACH(level_order)                 \
  EACH(grid_shape)                  \
  EACH(grid_not_monotone)           \
  EACH(band_jump)                   \
  EACH(unknown_function)            \
  EACH(value_mismatch)              \
  EACH(off_scale)                   \
  EACH(unscored)                    \
  EACH(lower_risk_controlled_first) \
  EACH(high_without_control)        \
  EACH(no_owner)                    \
  EACH(missing_requirement)         \
  EACH(control_unknown_risk)        \
  EACH(control_incomplete)          \
  EACH(no_baseline)                 \
  EACH(partial_baseline)            \
  EACH(target_already_met)          \
  EACH(target_against_direction)    \
  EACH(target_function)             \
  EACH(indicator_out_of_range)      \
  EACH(missing_outcome)             \
  EACH(breakdown)                   \
  EACH(indicator_excess_digits)     \
  EACH(objective_without_indicator) \
  EACH(unused_indicator)            \
  EACH(date_invalid)                \
  EACH(date_incomplete)             \
  EACH(date_weekday)                \
  EACH(date_order)                  \
  EACH(date_outside_period)         \
  EACH(claim_equal)                 \
  EACH(claim_count)                 \
  EACH(claim_share)                 \
  EACH(claim_change)                \
  EACH(claim_unreadable)            \
  EACH(profile_function)

#define DECLARE(NAME) extern const vp_rule vp_rule_##NAME;
RULES(DECLARE)

#define LIST(NAME) &vp_rule_##NAME,
const vp_rule *const vp_builtin_rules[] = {RULES(LIST)};

size_t vp_rule_count(void) { return sizeof vp_builtin_rules / sizeof *vp_builtin_rules; }

const vp_rule *vp_rule_at(size_t index) {
  return index < vp_rule_count() ? vp_builtin_rules[index] : NULL;
}

const vp_rule *vp_rule_find(const char *id) {
  for (size_t i = 0; i < vp_rule_count(); i++)
    if (strcmp(vp_builtin_rules[i]->id, id) == 0) return vp_builtin_rules[i];
  return NULL;
}

bool vp_rule_is_named(const vp_rule *rule, const char *name) {
  size_t length = strlen(name);
  return strncmp(rule->id, name, length) == 0 &&
         (rule->id[length] == '\0' || rule->id[length] == '/');
}

const char *vp_rule_id(const vp_rule *rule) { return rule->id; }

vp_severity vp_rule_severity(const vp_rule *rule) { return rule->severity; }

const char *vp_rule_title(const vp_rule *rule, vp_language language) {
  return VP_PICK(rule->title, language);
}

const char *vp_severity_name(vp_severity severity) {
  static const char *const names[] = {"note", "warning", "error"};
  return (size_t)severity < sizeof names / sizeof *names ? names[severity] : "?";
}
