#include <vp/schema.h>

#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "file.h"

typedef vp_status (*write_schema)(const vp_context *context, const vp_sink *sink, vp_error *error);

typedef struct kind {
  const char *name;
  write_schema write;
} kind;

static const kind kinds[] = {
    {"plan", vp_schema_write},
    {"profile", vp_profile_schema_write},
    {"baseline", vp_baseline_schema_write},
};

static const kind *find_kind(const char *name) {
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (strcmp(kinds[i].name, name) == 0) return &kinds[i];
  fprintf(stderr, "vp schema: error: '%s' is no kind of file: plan, profile or baseline\n", name);
  return NULL;
}

static int run(const cli_options *options) {
  const kind *found = options->file_count > 0 ? find_kind(options->files[0]) : &kinds[0];
  if (found == NULL) return CLI_UNUSABLE;
  vp_error error;
  vp_status status = found->write(NULL, &cli_output, &error);
  if (status == VP_OK || status == VP_ERROR_WRITE) return CLI_OK; /* main reports the lost output */
  cli_report_error("vp schema", &error);
  return CLI_UNUSABLE;
}

const cli_command cli_schema = {
    .name = "schema",
    .summary = "print the JSON Schema of the plan file",
    .help = "usage: vp schema [plan|profile|baseline]\n\n"
            "Prints the JSON Schema (draft 2020-12) that a plan file follows, or a profile or a\n"
            "baseline, for editors and other tools.\n\n"
            "options:\n"
            "  --help  print this\n\n"
            "exit status:\n"
            "  0  printed\n"
            "  2  the command line could not be used, or output could not be written\n\n"
            "example:\n"
            "  vp schema > plan.schema.json\n",
    .options = cli_plain_options,
    .files = CLI_AT_MOST_ONE,
    .run = run,
};
