#include <stdio.h>
#include <string.h>
#include <time.h>

#include <vp/build.h>

#include "commands.h"
#include "file.h"
#include "start.inc"
#include "text.h"

static const char *find_start(vp_language language) {
  const char *name = language == VP_LANGUAGE_SV ? "start.sv.json" : "start.en.json";
  size_t i = 0;
  while (strcmp(embedded[i].name, name) != 0) i++;
  return embedded[i].text;
}

/* Plans are written the year before. */
static int next_year(void) {
  const int epoch = 1900;
  time_t now = time(NULL);
  const struct tm *today = localtime(&now);
  return today != NULL ? today->tm_year + epoch + 1 : 1;
}

static void put_year(cli_text *out, int year) {
  char digits[16];
  snprintf(digits, sizeof digits, "%04d", year);
  cli_text_put(out, digits);
}

static void fill_in(cli_text *out, const char *text, int year) {
  static const char *const places[] = {"{year}", "{last_year}"};
  while (*text != '\0') {
    size_t length = strcspn(text + 1, "{") + 1;
    for (int i = 0; i < 2; i++)
      if (strncmp(text, places[i], strlen(places[i])) == 0) {
        put_year(out, year - i);
        text += strlen(places[i]);
        length = strcspn(text, "{");
        break;
      }
    cli_text_append(out, text, length);
    text += length;
  }
}

static vp_status name_it(vp_plan *plan, const cli_options *options, vp_error *error) {
  const vp_element *organisation = vp_element_child(vp_plan_root(plan), "organisation", 0);
  vp_status status = VP_OK;
  if (options->municipality != NULL)
    status = vp_plan_set(plan, organisation, "municipality", options->municipality, error);
  if (options->board != NULL && status == VP_OK)
    status = vp_plan_set(plan, organisation, "board", options->board, error);
  return status == VP_OK ? vp_plan_complete(plan, error) : status;
}

static int run(const cli_options *options) {
  cli_text json = {0};
  vp_plan *plan = NULL;
  vp_error error;
  fill_in(&json, find_start(options->language), options->year > 0 ? options->year : next_year());
  vp_status status = vp_plan_read(&plan, NULL, json.bytes, json.length, &error);
  if (status == VP_OK) status = name_it(plan, options, &error);
  if (status == VP_OK) status = vp_plan_write(plan, &cli_output, &error);
  vp_plan_free(plan);
  cli_text_free(&json);
  if (status == VP_OK || status == VP_ERROR_WRITE) return CLI_OK; /* main reports the lost output */
  cli_report_error("vp init", &error);
  return CLI_UNUSABLE;
}

const cli_command cli_init = {
    .name = "init",
    .summary = "print a starting plan for a new board",
    .help =
        "usage: vp init [OPTION…]\n\n"
        "Prints a small plan with a part of each kind: goals with an indicator, the budget, a\n"
        "risk model, a risk with its control. \"x-help\" explains each part. What is to be filled\n"
        "in is null, and vp check says what is left of it.\n\n"
        "options:\n"
        "  --municipality NAME  the municipality\n"
        "  --board NAME         the board\n"
        "  --year YYYY          the plan's year (next year)\n"
        "  --lang sv|en         the language of the plan (sv)\n"
        "  --help               print this\n\n"
        "exit status:\n"
        "  0  printed\n"
        "  2  the command line could not be used, or output could not be written\n\n"
        "example:\n"
        "  vp init --municipality Bollebygd --board Socialnämnden --year 2027 > plan.json\n",
    .options = cli_init_options,
    .files = CLI_NO_FILE,
    .run = run,
};
