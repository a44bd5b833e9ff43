/* How findings speak of budget relations. */
#ifndef VP_RULES_BUDGET_SUM_H
#define VP_RULES_BUDGET_SUM_H

#include "rules/run.h"

/* Adds the value "relation", a phrase for the relation, and those that it mentions. */
void vp_finding_relation(vp_run *run, const vp_relation *relation);

/* Where a finding about the whole relation stands, and what tells it from others there. */
void vp_finding_begin_relation(vp_run *run, size_t variant, const vp_relation *relation);

#endif
