/* The difference of two texts with as many lines, as patch takes it. */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include "terminal.h"
#include "text.h"

/* Prints nothing when they are equal. */
void cli_diff_print(const cli_terminal *terminal, const char *name, const cli_text *before,
                    const cli_text *after);

#endif
