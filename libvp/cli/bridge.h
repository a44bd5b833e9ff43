/* The frame as a bridge: from last year's amount over the changes to this year's. */
#ifndef CLI_BRIDGE_H
#define CLI_BRIDGE_H

#include <vp/language.h>
#include <vp/reconcile.h>

#include "terminal.h"

/* frame is the relation of a frame. */
void cli_bridge_print(const vp_reconciliation *reconciliation, const vp_relation *frame,
                      const cli_terminal *terminal, vp_language language);

#endif
