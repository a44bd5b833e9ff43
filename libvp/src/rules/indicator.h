/* What the rules about indicators share. */
#ifndef VP_RULES_INDICATOR_H
#define VP_RULES_INDICATOR_H

#include "rules/run.h"

typedef void vp_judge_indicator(vp_run *run, const vp_indicator *indicator);

void vp_for_each_indicator(vp_run *run, vp_judge_indicator *judge);

/* Not a number that the indicator cannot have. */
bool vp_indicator_can_be(const vp_indicator *indicator, vp_quantity quantity);

#endif
