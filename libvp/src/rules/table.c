#include "rules/table.h"

#include <string.h>

extern const vp_rule vp_rule_duplicate_id, vp_rule_unknown_reference, vp_rule_unreadable_number,
    vp_rule_unlisted_name, vp_rule_synonym, vp_rule_unused_acceptance, vp_rule_expired_acceptance,
    vp_rule_sum_rounding, vp_rule_sum_doubtful, vp_rule_sum_impossible, vp_rule_missing_cell,
    vp_rule_excess_digits, vp_rule_unit_mismatch, vp_rule_not_computed, vp_rule_extra_value,
    vp_rule_band_gap, vp_rule_band_overlap, vp_rule_level_order, vp_rule_grid_shape,
    vp_rule_grid_not_monotone, vp_rule_band_jump, vp_rule_unknown_function, vp_rule_value_mismatch,
    vp_rule_off_scale, vp_rule_unscored, vp_rule_lower_risk_controlled_first,
    vp_rule_high_without_control, vp_rule_no_owner, vp_rule_missing_requirement,
    vp_rule_control_unknown_risk, vp_rule_control_incomplete, vp_rule_no_baseline,
    vp_rule_partial_baseline, vp_rule_target_already_met, vp_rule_target_against_direction,
    vp_rule_indicator_out_of_range, vp_rule_missing_outcome, vp_rule_breakdown,
    vp_rule_indicator_excess_digits, vp_rule_objective_without_indicator, vp_rule_unused_indicator,
    vp_rule_date_invalid, vp_rule_date_incomplete, vp_rule_date_weekday, vp_rule_date_order,
    vp_rule_date_outside_period, vp_rule_claim_equal, vp_rule_claim_count, vp_rule_claim_share,
    vp_rule_claim_change, vp_rule_claim_unreadable;

const vp_rule *const vp_builtin_rules[] = {
    &vp_rule_duplicate_id,
    &vp_rule_unknown_reference,
    &vp_rule_unreadable_number,
    &vp_rule_unlisted_name,
    &vp_rule_synonym,
    &vp_rule_unused_acceptance,
    &vp_rule_expired_acceptance,
    &vp_rule_sum_rounding,
    &vp_rule_sum_doubtful,
    &vp_rule_sum_impossible,
    &vp_rule_missing_cell,
    &vp_rule_excess_digits,
    &vp_rule_unit_mismatch,
    &vp_rule_not_computed,
    &vp_rule_extra_value,
    &vp_rule_band_gap,
    &vp_rule_band_overlap,
    &vp_rule_level_order,
    &vp_rule_grid_shape,
    &vp_rule_grid_not_monotone,
    &vp_rule_band_jump,
    &vp_rule_unknown_function,
    &vp_rule_value_mismatch,
    &vp_rule_off_scale,
    &vp_rule_unscored,
    &vp_rule_lower_risk_controlled_first,
    &vp_rule_high_without_control,
    &vp_rule_no_owner,
    &vp_rule_missing_requirement,
    &vp_rule_control_unknown_risk,
    &vp_rule_control_incomplete,
    &vp_rule_no_baseline,
    &vp_rule_partial_baseline,
    &vp_rule_target_already_met,
    &vp_rule_target_against_direction,
    &vp_rule_indicator_out_of_range,
    &vp_rule_missing_outcome,
    &vp_rule_breakdown,
    &vp_rule_indicator_excess_digits,
    &vp_rule_objective_without_indicator,
    &vp_rule_unused_indicator,
    &vp_rule_date_invalid,
    &vp_rule_date_incomplete,
    &vp_rule_date_weekday,
    &vp_rule_date_order,
    &vp_rule_date_outside_period,
    &vp_rule_claim_equal,
    &vp_rule_claim_count,
    &vp_rule_claim_share,
    &vp_rule_claim_change,
    &vp_rule_claim_unreadable,
};

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
