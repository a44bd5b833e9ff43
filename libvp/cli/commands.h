/* The commands, one a file. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "options.h"

extern const cli_command cli_check;
extern const cli_command cli_show;
extern const cli_command cli_budget;
extern const cli_command cli_risks;
extern const cli_command cli_indicators;
extern const cli_command cli_rules;
extern const cli_command cli_explain;
extern const cli_command cli_init;
extern const cli_command cli_fmt;
extern const cli_command cli_schema;

#endif
