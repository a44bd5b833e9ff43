/* Rules that a profile states without code. */
#ifndef VP_RULES_STATED_H
#define VP_RULES_STATED_H

#include "base/arena.h"
#include "model/profile.h"
#include "rules/run.h"

typedef struct vp_rule_list {
  const vp_rule **items;
  size_t count;
} vp_rule_list;

/* The rules that all know, and behind them those of the profile and of what it extends, of which
 * one replaces another of its id further down. Lies in the arena. VP_ERROR_FORMAT, with line and
 * column, when a rule has the id of one that all know. */
vp_status vp_stated_rules(vp_rule_list *out, vp_arena *arena, const vp_profile *profile,
                          const vp_rule *const *known, size_t known_count, vp_error *error);

/* Runs the stated rule that the run is at. */
void vp_stated_rule_check(vp_run *run);

#endif
