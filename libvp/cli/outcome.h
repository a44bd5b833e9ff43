/* Outcomes and targets as texts. */
#ifndef CLI_OUTCOME_H
#define CLI_OUTCOME_H

#include <vp/language.h>
#include <vp/plan.h>

#include "text.h"

/* A quantity of an indicator, with the unit and decimals that the indicator declares. */
vp_quantity cli_complete(const vp_element *indicator, vp_quantity quantity);

void cli_put_outcome(cli_text *out, const vp_element *indicator, const vp_element *observation,
                     vp_language language);

/* The target in the plan's words, or composed from its fields. Nothing when there is none. */
void cli_put_target(cli_text *out, const vp_element *indicator, vp_language language);

#endif
