#include "commands.h"
#include "file.h"

static int run(const cli_options *options) {
  vp_plan *plan = cli_plan_read(options->files[0], NULL);
  if (plan == NULL) return CLI_UNUSABLE;
  vp_error error;
  vp_status status = vp_plan_write(plan, &cli_output, &error);
  vp_plan_free(plan);
  if (status == VP_OK || status == VP_ERROR_WRITE) return CLI_OK; /* main reports the lost output */
  cli_report_error(options->files[0], &error);
  return CLI_UNUSABLE;
}

const cli_command cli_fmt = {
    .name = "fmt",
    .summary = "print a plan in its canonical form",
    .help =
        "usage: vp fmt FILE\n\n"
        "Prints the plan as libvp writes it: fields in the schema's order, two spaces a level.\n"
        "Nothing is lost, and the file itself is not changed.\n\n"
        "options:\n"
        "  --help  print this\n\n"
        "exit status:\n"
        "  0  printed\n"
        "  2  the command line or the file could not be used, or output could not be\n"
        "     written\n\n"
        "example:\n"
        "  vp fmt plan.json | diff plan.json -\n",
    .options = cli_plain_options,
    .files = CLI_ONE_FILE,
    .run = run,
};
