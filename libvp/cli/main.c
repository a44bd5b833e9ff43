/* The command vp: finds the subcommand, runs it, and makes sure that what it wrote has arrived. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <vp/version.h>

#include "commands.h"
#include "nearest.h"
#include "platform.h"
#include "profile.h"

static const cli_command *const commands[] = {&cli_check,      &cli_show,  &cli_budget,  &cli_risks,
                                              &cli_indicators, &cli_rules, &cli_explain, &cli_init,
                                              &cli_fmt,        &cli_schema};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void print_usage(FILE *out) {
  fputs("vp checks and shows the plans of municipal boards.\n\n"
        "usage: vp COMMAND [OPTION…] FILE…\n\n"
        "commands:\n",
        out);
  for (size_t i = 0; i < COMMAND_COUNT; i++)
    fprintf(out, "  %-12s %s\n", commands[i]->name, commands[i]->summary);
  fputs("  help COMMAND explains a command, as does COMMAND --help\n\n"
        "options:\n"
        "  --help       print this\n"
        "  --version    print the version\n\n"
        "A FILE of '-' is standard input. Colour is used on a terminal unless NO_COLOR is set.\n\n"
        "exit status:\n"
        "  0  done (check: nothing found that --fail-on counts)\n"
        "  1  check found something, or budget --repair left something\n"
        "  2  the command line or a file could not be used, or output could not be written\n\n"
        "example:\n"
        "  vp check plan.json\n",
        out);
}

static void print_help(const cli_command *command) {
  printf("vp %s: %s\n\n%s", command->name, command->summary, command->help);
}

static const cli_command *find_command(const char *name) {
  const char *names[COMMAND_COUNT];
  for (size_t i = 0; i < COMMAND_COUNT; i++) {
    names[i] = commands[i]->name;
    if (strcmp(name, names[i]) == 0) return commands[i];
  }
  fprintf(stderr, "vp: error: unknown %s '%s'", *name == '-' ? "option" : "command", name);
  const char *nearest = cli_nearest(name, names, COMMAND_COUNT);
  if (nearest != NULL) fprintf(stderr, "; did you mean '%s'?", nearest);
  fputs("\n  'vp --help' lists the commands\n", stderr);
  return NULL;
}

static int run_with_profile(const cli_command *command, cli_options *options) {
  if (options->profile_name == NULL) return command->run(options);
  cli_profiles profiles;
  int status = CLI_UNUSABLE;
  if (cli_profiles_read(&profiles, options->profile_name)) {
    options->profile = profiles.items[0];
    status = command->run(options);
  }
  cli_profiles_free(&profiles);
  return status;
}

static int run_command(int argc, char **argv) {
  const cli_command *command = find_command(argv[0]);
  if (command == NULL) return CLI_UNUSABLE;
  cli_options options;
  int status = CLI_UNUSABLE;
  if (cli_options_parse(&options, command, argc, argv)) {
    status = CLI_OK;
    if (options.help)
      print_help(command);
    else
      status = run_with_profile(command, &options);
  }
  cli_options_free(&options);
  return status;
}

static int explain(int argc, char **argv) {
  if (argc == 0) {
    print_usage(stdout);
    return CLI_OK;
  }
  const cli_command *command = find_command(argv[0]);
  if (command == NULL) return CLI_UNUSABLE;
  print_help(command);
  return CLI_OK;
}

static int run(int argc, char **argv) {
  if (argc < 2) {
    print_usage(stderr);
    return CLI_UNUSABLE;
  }
  const char *first = argv[1];
  if (strcmp(first, "--version") == 0) {
    printf("vp %s\n", vp_version());
    return CLI_OK;
  }
  if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0) return explain(0, NULL);
  if (strcmp(first, "help") == 0) return explain(argc - 2, argv + 2);
  return run_command(argc - 1, argv + 1);
}

int main(int argc, char **argv) {
  cli_platform_start(&argc, &argv);
  int status = run(argc, argv);
  errno = 0;
  if (fflush(stdout) == 0 && !ferror(stdout)) return status;
  fprintf(stderr, "vp: error: standard output: %s\n",
          errno != 0 ? strerror(errno) : "not everything could be written");
  return CLI_UNUSABLE;
}
