#ifndef VP_RULES_RULE_SET_H
#define VP_RULES_RULE_SET_H

#include "base/arena.h"
#include "rules/rule.h"

struct vp_rule_set {
  vp_arena arena;
  const vp_rule **rules; /* libvp's, then the host program's */
  size_t count, capacity;
};

/* The rules of a set; libvp's alone for NULL. */
const vp_rule *const *vp_rule_set_rules(const vp_rule_set *set, size_t *count);

#endif
