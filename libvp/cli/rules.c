#include "rules.h"

#include <string.h>

#include "commands.h"
#include "file.h"
#include "table.h"
#include "words.h"

static size_t family_length(const vp_rule *rule) { return strcspn(vp_rule_id(rule), "/"); }

static bool is_of(const vp_rule *rule, const char *family) {
  size_t length = family_length(rule);
  return strlen(family) == length && strncmp(vp_rule_id(rule), family, length) == 0;
}

static bool share_family(const vp_rule *a, const vp_rule *b) {
  return strncmp(vp_rule_id(a), vp_rule_id(b), family_length(a) + 1) == 0;
}

const char *cli_severity_word(vp_severity severity, vp_language language) {
  return cli_plural(language, vp_severity_name(severity), 1);
}

static cli_table *open_list(vp_language language) {
  static const cli_column columns[] = {CLI_LEFT, CLI_LEFT, CLI_WRAP};
  static const char *const headings[] = {"rule_id", "severity", "finds"};
  cli_table *table = cli_table_new(columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
    cli_table_add(table, CLI_DIM, cli_word(language, headings[i]));
  return table;
}

static void add_rule(cli_table *table, const vp_rule *rule, const vp_rule *before,
                     vp_severity severity, const char *off, vp_language language) {
  static const cli_style styles[] = {CLI_DIM, CLI_YELLOW, CLI_RED};
  if (before == NULL || !share_family(before, rule)) cli_table_rule(table);
  cli_table_add(table, CLI_BOLD, vp_rule_id(rule));
  if (off != NULL)
    cli_table_add(table, CLI_DIM, cli_word(language, "off"));
  else
    cli_table_add(table, styles[severity], cli_severity_word(severity, language));
  cli_text finds = {0};
  cli_text_put(&finds, vp_rule_title(rule, language));
  if (off != NULL) {
    cli_text_put(&finds, " (");
    cli_text_put(&finds, off);
    cli_text_put(&finds, ")");
  }
  cli_table_add(table, CLI_PLAIN, finds.bytes);
  cli_text_free(&finds);
}

static void close_list(cli_table *table) {
  cli_terminal terminal = cli_terminal_find();
  cli_table_print(table, &terminal);
  cli_table_free(table);
}

bool cli_rules_print(const char *family, vp_language language) {
  cli_table *table = open_list(language);
  const vp_rule *before = NULL;
  for (size_t i = 0; i < vp_rule_count(); i++) {
    const vp_rule *rule = vp_rule_at(i);
    if (family != NULL && !is_of(rule, family)) continue;
    add_rule(table, rule, before, vp_rule_severity(rule), NULL, language);
    before = rule;
  }
  if (before != NULL)
    close_list(table);
  else
    cli_table_free(table);
  return before != NULL;
}

/* As a check of the profile has them: its own too, and the severities that it gives. */
static int print_profile(const cli_options *options) {
  vp_check_options check = VP_CHECK_OPTIONS_INIT;
  check.language = cli_profile_language(options);
  vp_report *report = NULL;
  vp_error error;
  if (vp_profile_check(&report, options->profile, &check, &error) != VP_OK) {
    cli_report_error(options->profile_name, &error);
    return CLI_UNUSABLE;
  }
  cli_table *table = open_list(check.language);
  const vp_rule *before = NULL;
  for (size_t i = 0; i < vp_report_rule_count(report); i++) {
    const vp_rule_result *result = vp_report_rule(report, i);
    add_rule(table, result->rule, before, result->severity, result->off, check.language);
    before = result->rule;
  }
  close_list(table);
  vp_report_free(report);
  return CLI_OK;
}

static int run(const cli_options *options) {
  if (options->profile != NULL) return print_profile(options);
  cli_rules_print(NULL, options->language);
  return CLI_OK;
}

const cli_command cli_rules = {
    .name = "rules",
    .summary = "list the rules that check uses",
    .help = "usage: vp rules [--lang sv|en] [--profile PROFILE]\n\n"
            "Lists the rules by family: id, severity, and what a finding of it says. With a\n"
            "profile, the severities are those that it gives, and its own rules stand last.\n\n"
            "options:\n"
            "  --lang sv|en       the language (otherwise the profile's, or sv)\n"
            "  --profile PROFILE  a file, or one of libvp's own\n"
            "  --help             print this\n\n"
            "exit status:\n"
            "  0  printed\n"
            "  2  the command line or the profile could not be used, or output could not be\n"
            "     written\n\n"
            "example:\n"
            "  vp rules --lang en\n",
    .options = cli_view_options,
    .files = CLI_NO_FILE,
    .run = run,
};
