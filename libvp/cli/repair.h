/* A plan with its figures corrected where it is plain which are wrong and what they should be. */
#ifndef CLI_REPAIR_H
#define CLI_REPAIR_H

#include "options.h"

/* What vp budget --repair does; returns the exit status. */
int cli_repair(const cli_options *options);

#endif
