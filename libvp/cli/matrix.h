/* The risk matrix: likelihood across, consequence up, the risks' ids in the cells. */
#ifndef CLI_MATRIX_H
#define CLI_MATRIX_H

#include <vp/language.h>
#include <vp/score.h>

#include "terminal.h"

/* What the risk model calls its scale "consequence" or "likelihood", or else their usual name. */
const char *cli_scale_name(const vp_scoring *scoring, const char *field, vp_language language);

/* Nothing when no levels are known. */
void cli_matrix_print(const vp_scoring *scoring, const cli_terminal *terminal,
                      vp_language language);

#endif
