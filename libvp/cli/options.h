/* A command and what its line says. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <getopt.h>
#include <stdbool.h>
#include <stddef.h>

#include <vp/check.h>

/* Exit statuses. */
enum { CLI_OK = 0, CLI_FOUND = 1, CLI_UNUSABLE = 2 };

typedef enum cli_format {
  CLI_FORMAT_TEXT = 0,
  CLI_FORMAT_JSON,
  CLI_FORMAT_SARIF,
  CLI_FORMAT_JUNIT,
  CLI_FORMAT_GITHUB
} cli_format;

typedef struct cli_list {
  const char **items;
  size_t count;
  char *copy; /* what the items point into */
} cli_list;

typedef struct cli_options {
  const char *command;
  bool help;
  bool has_language; /* otherwise the plan's own */
  vp_language language;
  cli_format format;
  vp_severity fail_on;
  vp_date as_of;
  cli_list select;
  cli_list ignore;
  cli_list functions;       /* each NAME:SIGNATURE@LIBRARY[:SYMBOL] */
  bool all;                 /* rules, not one */
  const char *municipality; /* NULL when not given, as board */
  const char *board;
  int year; /* 0 when not given */
  bool repair;
  const char *output; /* NULL when not given, as the five below */
  const char *profile_name;
  const char *baseline;
  const char *write_baseline;
  const char *reason;
  const char *until;
  const vp_profile *profile; /* read before the command runs */
  char *const *files;
  size_t file_count;
} cli_options;

/* What stands behind the options; CLI_ONE_RULE: a rule or a family, or --all. */
typedef enum cli_files {
  CLI_NO_FILE,
  CLI_AT_MOST_ONE, /* word */
  CLI_ONE_FILE,
  CLI_MANY_FILES,
  CLI_ONE_RULE
} cli_files;

typedef struct cli_command {
  const char *name;
  const char *summary;
  const char *help; /* usage, options, exit statuses, an example */
  const struct option *options;
  cli_files files;
  int (*run)(const cli_options *options);
} cli_command;

/* The options of a command without any of its own, of one that shows a plan in a language, and of
 * one that also takes functions. */
extern const struct option cli_plain_options[];
extern const struct option cli_view_options[];
extern const struct option cli_function_options[];
extern const struct option cli_check_options[15];
extern const struct option cli_budget_options[];
extern const struct option cli_explain_options[];
extern const struct option cli_init_options[];

/* How the second kind is explained, and with options of a command's own. */
#define CLI_VIEW_HELP CLI_VIEW_HELP_WITH("")
#define CLI_VIEW_HELP_WITH(MORE)                                                     \
  "\noptions:\n"                                                                     \
  "  --lang sv|en  the language (otherwise the profile's, or the plan's own)\n"      \
  "  --profile PROFILE\n"                                                            \
  "                the municipality's profile: a file, or one of libvp's own\n" MORE \
  "  --help        print this\n\n"                                                   \
  "exit status:\n"                                                                   \
  "  0  shown\n"                                                                     \
  "  2  the command line or the file could not be used, or output could not be\n"    \
  "     written\n\n"

#define CLI_FUNCTION_HELP(WHAT, EXAMPLE)                                          \
  "  --function NAME:SIGNATURE@LIBRARY[:SYMBOL]\n"                                \
  "                a function that " WHAT " may name, out of a shared library,\n" \
  "                such as " EXAMPLE "; may be repeated\n"

/* argv[0] is the command's name. false, with a message on standard error, when the line cannot be
 * used. */
bool cli_options_parse(cli_options *out, const cli_command *command, int argc, char **argv);
void cli_options_free(cli_options *options);

#endif
