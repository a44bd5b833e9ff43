/* Findings that are accepted, in the plan or in a baseline. */
#ifndef VP_RULES_ACCEPT_H
#define VP_RULES_ACCEPT_H

#include "rules/run.h"

typedef enum vp_force {
  VP_IN_FORCE,
  VP_FORCE_ENDED,  /* before today */
  VP_FORCE_UNKNOWN /* when it ends cannot be read: it does not hold */
} vp_force;

/* An acceptance of the plan, or of the baseline for this plan, and what became of it. */
typedef struct vp_accepting {
  vp_acceptance said;
  const char *rule;
  const vp_rule_result *result;               /* of that rule; NULL when there is no such rule */
  const char *where;                          /* as it is written */
  vp_place scope;                             /* of one by element; else its element is NULL */
  const char *fingerprint, *text_fingerprint; /* or NULL */
  vp_period until;
  vp_force force;
  bool is_used; /* there are such findings, though another acceptance may go before it */
} vp_accepting;

/* Lists the acceptances and marks the findings that they accept: those of all rules but the rules
 * about acceptances. */
void vp_accept_findings(vp_run *run);

/* The part of it that is about the baseline: each entry is for one finding, and each finding has
 * one entry. */
size_t vp_baseline_count(const vp_run *run);
void vp_baseline_list(vp_run *run, vp_accepting *out);
void vp_baseline_match(vp_run *run, vp_accepting *entries, size_t count);

/* Whether a finding can be accepted at all. */
bool vp_is_acceptable(const vp_pending *pending);

/* One acceptance in the list, of what it says. */
vp_accepting vp_accepting_of(vp_run *run, const vp_element *element, const char *rule,
                             vp_period until);

#endif
