/* Every rule, in the order in which they run and are listed. */
#ifndef VP_RULES_TABLE_H
#define VP_RULES_TABLE_H

#include "rules/rule.h"

extern const vp_rule *const vp_builtin_rules[];

/* Whether `name` is the rule's id or its family. */
bool vp_rule_is_named(const vp_rule *rule, const char *name);

#endif
