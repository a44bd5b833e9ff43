/* Whether a condition of a profile holds. */
#ifndef VP_RULES_CONDITION_H
#define VP_RULES_CONDITION_H

#include "model/condition.h"
#include "rules/operand.h"
#include "track/compare.h"

/* UNKNOWN when the operand has not what is tested. A number passes when any value that its rounding
 * allows does; `as_printed`, when the printed one does. */
vp_answer vp_condition_holds(const vp_condition *condition, const vp_operand *operand,
                             bool as_printed);

/* The numbers that the condition allows, in the operand's unit; false when it has none such. */
bool vp_condition_range(vp_interval *out, const vp_condition *condition, const vp_operand *operand);

#endif
