/* Functions that the command line names, out of shared libraries. Nothing else loads any. */
#ifndef CLI_FUNCTION_H
#define CLI_FUNCTION_H

#include <vp/functions.h>

#include "options.h"

typedef struct cli_functions {
  vp_functions *registered; /* NULL for none */
  void **libraries;
  size_t library_count;
} cli_functions;

/* false, with a message on standard error, when one cannot be had. */
bool cli_functions_load(cli_functions *out, const cli_options *options);
void cli_functions_free(cli_functions *functions);

#endif
