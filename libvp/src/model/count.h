/* Counting elements as claims do: "goals", "goals[set_by=council]", "controls.risk". */
#ifndef VP_MODEL_COUNT_H
#define VP_MODEL_COUNT_H

#include "base/error.h"
#include "model/plan.h"

typedef struct vp_selection {
  bool is_valid; /* the selector names a list of the format, and fields of its elements */
  size_t count;
} vp_selection;

/* list           the elements that stand in a list of that name, wherever in the plan
 * list[key=text] those of them whose field has that text
 * list.key       how many different texts their field has */
vp_status vp_count(vp_selection *out, const vp_plan *plan, const char *selector, vp_error *error);

#endif
