/* A report that frees what it was made from. */
#ifndef VP_RULES_OWNER_H
#define VP_RULES_OWNER_H

#include <vp/check.h>

/* Both may be NULL. */
void vp_report_own(vp_report *report, vp_plan *plan, vp_profile *profile);

#endif
