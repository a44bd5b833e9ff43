#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nearest.h"
#include "text.h"

/* A letter is also the short form. */
enum {
  HELP = 'h',
  OUTPUT = 'o',
  LANGUAGE = 1,
  FORMAT,
  FAIL_ON,
  AS_OF,
  SELECT,
  IGNORE,
  ALL,
  MUNICIPALITY,
  BOARD,
  YEAR,
  REPAIR,
  FUNCTION,
  PROFILE,
  BASELINE,
  WRITE_BASELINE,
  REASON,
  UNTIL
};

const struct option cli_plain_options[] = {{"help", no_argument, NULL, HELP}, {NULL, 0, NULL, 0}};

const struct option cli_view_options[] = {{"lang", required_argument, NULL, LANGUAGE},
                                          {"profile", required_argument, NULL, PROFILE},
                                          {"help", no_argument, NULL, HELP},
                                          {NULL, 0, NULL, 0}};

const struct option cli_function_options[] = {{"lang", required_argument, NULL, LANGUAGE},
                                              {"profile", required_argument, NULL, PROFILE},
                                              {"function", required_argument, NULL, FUNCTION},
                                              {"help", no_argument, NULL, HELP},
                                              {NULL, 0, NULL, 0}};

const struct option cli_check_options[] = {
    {"format", required_argument, NULL, FORMAT},
    {"output", required_argument, NULL, OUTPUT},
    {"lang", required_argument, NULL, LANGUAGE},
    {"profile", required_argument, NULL, PROFILE},
    {"fail-on", required_argument, NULL, FAIL_ON},
    {"as-of", required_argument, NULL, AS_OF},
    {"select", required_argument, NULL, SELECT},
    {"ignore", required_argument, NULL, IGNORE},
    {"baseline", required_argument, NULL, BASELINE},
    {"write-baseline", required_argument, NULL, WRITE_BASELINE},
    {"reason", required_argument, NULL, REASON},
    {"until", required_argument, NULL, UNTIL},
    {"function", required_argument, NULL, FUNCTION},
    {"help", no_argument, NULL, HELP},
    {NULL, 0, NULL, 0}};

const struct option cli_budget_options[] = {
    {"repair", no_argument, NULL, REPAIR},       {"output", required_argument, NULL, OUTPUT},
    {"lang", required_argument, NULL, LANGUAGE}, {"profile", required_argument, NULL, PROFILE},
    {"help", no_argument, NULL, HELP},           {NULL, 0, NULL, 0}};

const struct option cli_explain_options[] = {{"all", no_argument, NULL, ALL},
                                             {"lang", required_argument, NULL, LANGUAGE},
                                             {"help", no_argument, NULL, HELP},
                                             {NULL, 0, NULL, 0}};

const struct option cli_init_options[] = {{"municipality", required_argument, NULL, MUNICIPALITY},
                                          {"board", required_argument, NULL, BOARD},
                                          {"year", required_argument, NULL, YEAR},
                                          {"lang", required_argument, NULL, LANGUAGE},
                                          {"help", no_argument, NULL, HELP},
                                          {NULL, 0, NULL, 0}};

static bool refuse(const cli_options *options, const char *option, const char *value,
                   const char *expected) {
  fprintf(stderr, "vp %s: error: --%s '%s': %s\n", options->command, option, value, expected);
  return false;
}

static void add(cli_list *list, const char *item) {
  list->items = cli_grow(list->items, list->count + 1, sizeof *list->items);
  list->items[list->count++] = item;
}

/* Adds the comma-separated items of a value. */
static bool take_list(cli_list *list, const char *value) {
  cli_text copy = {0};
  for (size_t i = 0; i < list->count; i++) {
    cli_text_put(&copy, list->items[i]);
    cli_text_put(&copy, ",");
  }
  cli_text_put(&copy, value);
  free(list->copy);
  list->copy = copy.bytes;
  list->count = 0;
  for (char *item = list->copy; item != NULL;) {
    char *comma = strchr(item, ',');
    if (comma != NULL) *comma = '\0';
    if (*item == '\0') return false;
    add(list, item);
    item = comma != NULL ? comma + 1 : NULL;
  }
  return true;
}

static bool take_format(cli_options *out, const char *value) {
  static const char *const formats[] = {"text", "json", "sarif", "junit", "github"};
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (strcmp(value, formats[i]) == 0) {
      out->format = (cli_format)i;
      return true;
    }
  return refuse(out, "format", value, "the formats are text, json, sarif, junit and github");
}

static bool take_fail_on(cli_options *out, const char *value) {
  for (vp_severity severity = VP_SEVERITY_NOTE; severity <= VP_SEVERITY_ERROR; severity++)
    if (strcmp(value, vp_severity_name(severity)) == 0) {
      out->fail_on = severity;
      return true;
    }
  return refuse(out, "fail-on", value, "expected error, warning or note");
}

static bool take_date(cli_options *out, const char *value) {
  vp_period period = vp_period_parse(value);
  if (period.kind != VP_PERIOD_DAY)
    return refuse(out, "as-of", value, "expected a date such as 2026-03-14");
  out->as_of = period.first;
  return true;
}

static bool take_until(cli_options *out, const char *value) {
  if (!vp_period_is_known(vp_period_parse(value)))
    return refuse(out, "until", value, "expected a date or a period such as 2026-06-30");
  out->until = value;
  return true;
}

static bool take_year(cli_options *out, const char *value) {
  vp_period period = vp_period_parse(value);
  if (period.kind != VP_PERIOD_YEAR || period.first.year < 2)
    return refuse(out, "year", value, "expected a year such as 2027");
  out->year = period.first.year;
  return true;
}

static bool take(cli_options *out, int option, const char *value) {
  switch (option) {
    case LANGUAGE:
      out->has_language = vp_language_parse(&out->language, value);
      return out->has_language || refuse(out, "lang", value, "the languages are sv and en");
    case FORMAT: return take_format(out, value);
    case FAIL_ON: return take_fail_on(out, value);
    case AS_OF: return take_date(out, value);
    case SELECT:
      return take_list(&out->select, value) ||
             refuse(out, "select", value, "expected rules with commas between them");
    case IGNORE:
      return take_list(&out->ignore, value) ||
             refuse(out, "ignore", value, "expected rules with commas between them");
    case PROFILE: out->profile_name = value; return true;
    case FUNCTION: add(&out->functions, value); return true;
    case ALL: out->all = true; return true;
    case MUNICIPALITY: out->municipality = value; return true;
    case BOARD: out->board = value; return true;
    case YEAR: return take_year(out, value);
    case REPAIR: out->repair = true; return true;
    case OUTPUT: out->output = value; return true;
    case BASELINE: out->baseline = value; return true;
    case WRITE_BASELINE: out->write_baseline = value; return true;
    case REASON: out->reason = value; return true;
    case UNTIL: return take_until(out, value);
    default: out->help = true; return true;
  }
}

static bool refuse_option(const cli_command *command, const char *written, bool lacks_value) {
  if (lacks_value) {
    fprintf(stderr, "vp %s: error: option '%s' needs a value\n", command->name, written);
    return false;
  }
  const char *names[sizeof cli_check_options / sizeof *cli_check_options];
  size_t count = 0;
  for (; command->options[count].name != NULL; count++) names[count] = command->options[count].name;
  fprintf(stderr, "vp %s: error: unknown option '%s'", command->name, written);
  const char *nearest =
      strncmp(written, "--", 2) == 0 ? cli_nearest(written + 2, names, count) : NULL;
  if (nearest != NULL) fprintf(stderr, "; did you mean '--%s'?", nearest);
  fprintf(stderr, "\n  'vp %s --help' lists the options\n", command->name);
  return false;
}

static bool check_files(const cli_options *options, const cli_command *command) {
  if (options->help) return true;
  const char *fault = NULL;
  bool needs_file = command->files == CLI_ONE_FILE || command->files == CLI_MANY_FILES;
  if (command->files == CLI_NO_FILE && options->file_count > 0) fault = "takes no file";
  if (command->files == CLI_AT_MOST_ONE && options->file_count > 1) fault = "takes one word";
  if (command->files == CLI_ONE_FILE && options->file_count > 1) fault = "takes one file";
  if (needs_file && options->file_count == 0) fault = "no file is named ('-' is standard input)";
  if (command->files == CLI_ONE_RULE && options->file_count + options->all != 1)
    fault = "takes one rule or family, or --all";
  bool is_for_baseline = options->reason != NULL || options->until != NULL;
  if (fault == NULL && is_for_baseline && options->write_baseline == NULL)
    fault = "--reason and --until are for --write-baseline";
  if (fault != NULL) fprintf(stderr, "vp %s: error: %s\n", command->name, fault);
  return fault == NULL;
}

/* The short forms of the options, as getopt takes them. */
static void list_letters(char *out, const struct option *options) {
  *out++ = ':';
  for (; options->name != NULL; options++) {
    if (options->val < HELP) continue;
    *out++ = (char)options->val;
    if (options->has_arg == required_argument) *out++ = ':';
  }
  *out = '\0';
}

bool cli_options_parse(cli_options *out, const cli_command *command, int argc, char **argv) {
  *out = (cli_options){.command = command->name, .fail_on = VP_SEVERITY_ERROR};
  char letters[2 * sizeof cli_check_options / sizeof *cli_check_options];
  list_letters(letters, command->options);
  opterr = 0;
  optind = 1;
  for (;;) {
    int at = optind;
    int option = getopt_long(argc, argv, letters, command->options, NULL);
    if (option == -1) break;
    if (option == '?' || option == ':')
      return refuse_option(command, argv[optind > at ? optind - 1 : at], option == ':');
    if (!take(out, option, optarg)) return false;
  }
  out->files = argv + optind;
  out->file_count = (size_t)(argc - optind);
  return check_files(out, command);
}

void cli_options_free(cli_options *options) {
  free(options->select.items);
  free(options->select.copy);
  free(options->ignore.items);
  free(options->ignore.copy);
  free(options->functions.items);
}
