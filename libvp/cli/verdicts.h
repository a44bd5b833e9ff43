/* What the sums of a budget say, as a table. */
#ifndef CLI_VERDICTS_H
#define CLI_VERDICTS_H

#include <vp/language.h>
#include <vp/reconcile.h>

#include "terminal.h"

/* The relations of one part of the budget: the frame, a table, or the ties when part is NULL.
 * Returns how many there are. */
size_t cli_verdicts_print(const vp_reconciliation *reconciliation, const vp_element *part,
                          const cli_terminal *terminal, vp_language language);

#endif
