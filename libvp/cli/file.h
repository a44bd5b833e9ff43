/* Files in, and out. */
#ifndef CLI_FILE_H
#define CLI_FILE_H

#include <stdbool.h>

#include <vp/profile.h>

#include "options.h"
#include "text.h"

/* "-" is standard input, or standard output. false or NULL, with a message on standard error, when
 * it could not be done. */
bool cli_file_read(cli_text *out, const char *name);
bool cli_file_write(const char *name, const cli_text *text);
vp_plan *cli_plan_parse(const char *name, const cli_text *text, const vp_profile *profile);
vp_plan *cli_plan_read(const char *name, const vp_profile *profile);

/* The same, with the reason in *error and no message. */
bool cli_file_open(cli_text *out, const char *name, vp_error *error);
vp_plan *cli_plan_open(const char *name, const vp_profile *profile, vp_error *error);

/* Writes the whole text beside the file before it takes the file's place, which is as it was when
 * that could not be done. */
bool cli_file_replace(const char *name, const cli_text *text);

bool cli_file_exists(const char *name);
bool cli_file_is_same(const char *input, const char *output);

/* Whether the path that an option gives for output names none of the command's files, by whatever
 * name; a message when it does. */
bool cli_output_is_free(const cli_options *options, const char *option, const char *path);

/* What messages call a file: its name, or "<stdin>" for "-". */
const char *cli_file_label(const char *name);

/* "file:line:column: error: …" on standard error; line 0 for none. */
void cli_report_at(const char *file, uint32_t line, uint32_t column, const char *message);
void cli_report_error(const char *file, const vp_error *error);

extern const vp_sink cli_output; /* standard output */

vp_sink cli_text_sink(cli_text *text);

#endif
