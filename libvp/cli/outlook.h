/* Where the indicators are heading. */
#ifndef CLI_OUTLOOK_H
#define CLI_OUTLOOK_H

#include <vp/language.h>
#include <vp/track.h>

#include "terminal.h"

/* A table of the indicators that have a trend, with the forecast of the target's period; nothing
 * when none has. */
void cli_print_outlooks(const vp_tracking *tracking, const cli_terminal *terminal,
                        vp_language language);

#endif
