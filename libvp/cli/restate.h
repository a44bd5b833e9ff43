/* A figure in a plan file with another value. */
#ifndef CLI_RESTATE_H
#define CLI_RESTATE_H

#include <stdbool.h>

#include <vp/decimal.h>

#include "text.h"

/* Adds the JSON number or string of a figure as it would stand there with another value: words,
 * unit, minus sign, spaces between thousands and escapes as they are, and no fewer decimals. false
 * when the value has too many digits for that. */
bool cli_restate(cli_text *out, const char *json, size_t length, vp_decimal value);

#endif
