/* Files in, standard output out. */
#ifndef CLI_FILE_H
#define CLI_FILE_H

#include <vp/plan.h>

/* Reads a plan from a file, or from standard input for "-". NULL, with a message on standard
 * error, when it cannot. */
vp_plan *cli_plan_read(const char *name);

/* What messages call a file: its name, or "<stdin>" for "-". */
const char *cli_file_label(const char *name);

/* "file:line:column: error: …" on standard error. */
void cli_report_error(const char *file, const vp_error *error);

extern const vp_sink cli_output;

#endif
