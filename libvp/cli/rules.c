#include "rules.h"

#include <string.h>

#include "commands.h"
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

const char *cli_severity_word(const vp_rule *rule, vp_language language) {
  return cli_plural(language, vp_severity_name(vp_rule_severity(rule)), 1);
}

static void add_rule(cli_table *table, const vp_rule *rule, vp_language language) {
  static const cli_style styles[] = {CLI_DIM, CLI_YELLOW, CLI_RED};
  cli_table_add(table, CLI_BOLD, vp_rule_id(rule));
  cli_table_add(table, styles[vp_rule_severity(rule)], cli_severity_word(rule, language));
  cli_table_add(table, CLI_PLAIN, vp_rule_title(rule, language));
}

bool cli_rules_print(const char *family, vp_language language) {
  static const cli_column columns[] = {CLI_LEFT, CLI_LEFT, CLI_WRAP};
  static const char *const headings[] = {"rule_id", "severity", "finds"};
  cli_table *table = cli_table_new(columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
    cli_table_add(table, CLI_DIM, cli_word(language, headings[i]));
  const vp_rule *before = NULL;
  for (size_t i = 0; i < vp_rule_count(); i++) {
    const vp_rule *rule = vp_rule_at(i);
    if (family != NULL && !is_of(rule, family)) continue;
    if (before == NULL || !share_family(before, rule)) cli_table_rule(table);
    add_rule(table, rule, language);
    before = rule;
  }
  cli_terminal terminal = cli_terminal_find();
  if (before != NULL) cli_table_print(table, &terminal);
  cli_table_free(table);
  return before != NULL;
}

static int run(const cli_options *options) {
  cli_rules_print(NULL, options->language);
  return CLI_OK;
}

const cli_command cli_rules = {
    .name = "rules",
    .summary = "list the rules that check uses",
    .help = "usage: vp rules [--lang sv|en]\n\n"
            "Lists the rules by family: id, severity, and what a finding of it says.\n\n"
            "options:\n"
            "  --lang sv|en  the language (sv)\n"
            "  --help        print this\n\n"
            "exit status:\n"
            "  0  printed\n"
            "  2  the command line could not be used, or output could not be written\n\n"
            "example:\n"
            "  vp rules --lang en\n",
    .options = cli_view_options,
    .files = CLI_NO_FILE,
    .run = run,
};
