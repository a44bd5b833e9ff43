/* Which cell is probably wrong: what the localization of a budget's faults says to its findings. */
#ifndef VP_RULES_SUSPECT_H
#define VP_RULES_SUSPECT_H

#include "rules/run.h"

/* Whether the relation speaks for its fault: one finding for one fault, however many relations it
 * breaks. */
bool vp_suspect_speaks(vp_run *run, size_t relation);

/* Adds the explanations of the relation's fault to the open finding, as help and as candidates. */
void vp_suspect_report(vp_run *run, size_t relation);

#endif
