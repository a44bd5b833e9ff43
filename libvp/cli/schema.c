#include <vp/schema.h>

#include "commands.h"
#include "file.h"

static int run(const cli_options *options) {
  (void)options;
  vp_error error;
  vp_status status = vp_schema_write(NULL, &cli_output, &error);
  if (status == VP_OK || status == VP_ERROR_WRITE) return CLI_OK; /* main reports the lost output */
  cli_report_error("vp schema", &error);
  return CLI_UNUSABLE;
}

const cli_command cli_schema = {
    .name = "schema",
    .summary = "print the JSON Schema of the plan file",
    .help =
        "usage: vp schema\n\n"
        "Prints the JSON Schema (draft 2020-12) that a plan file follows, for editors and other\n"
        "tools.\n\n"
        "options:\n"
        "  --help  print this\n\n"
        "exit status:\n"
        "  0  printed\n"
        "  2  the command line could not be used, or output could not be written\n\n"
        "example:\n"
        "  vp schema > plan.schema.json\n",
    .options = cli_plain_options,
    .files = CLI_NO_FILE,
    .run = run,
};
