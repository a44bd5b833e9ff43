/* Which rules run, and how grave what they find is: what the caller selects, and what the plan's
 * profile says. */
#ifndef VP_RULES_SELECTION_H
#define VP_RULES_SELECTION_H

#include "base/arena.h"
#include "rules/rule.h"

typedef struct vp_selected_rules {
  vp_rule_result *items; /* one for every rule, in the order of the rules */
  size_t count;
} vp_selected_rules;

/* Lies in the arena. VP_ERROR_ARGUMENT when the options name no rule; VP_ERROR_FORMAT, with line
 * and column, when the profile names none, and when one of its own has the id of another. */
vp_status vp_select_rules(vp_selected_rules *out, vp_arena *arena, const vp_profile *profile,
                          const vp_check_options *options, vp_error *error);

#endif
