#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vp/report.h>

#include "commands.h"
#include "file.h"
#include "nearest.h"
#include "rules.h"
#include "terminal.h"
#include "text.h"
#include "words.h"

/* Pages are Markdown: a reference of them all is the pages one level deeper. */
typedef struct pages {
  cli_terminal terminal;
  vp_language language;
  int depth;
} pages;

static void print_heading(const pages *p, int depth, const char *text) {
  cli_text line = {0};
  while (depth-- > 0) cli_text_put(&line, "#");
  cli_text_put(&line, " ");
  cli_text_put(&line, text);
  cli_print(&p->terminal, CLI_BOLD, line.bytes, line.length);
  fputs("\n\n", stdout);
  cli_text_free(&line);
}

static void print_example(const pages *p, const vp_rule *rule, bool fires) {
  print_heading(p, p->depth + 1, cli_word(p->language, fires ? "fires" : "quiet"));
  printf("```json\n%s```\n", vp_rule_example(rule, fires));
}

static void print_profile(const pages *p, const vp_rule *rule) {
  const char *profile = vp_rule_example_profile(rule);
  if (*profile == '\0') return;
  print_heading(p, p->depth + 1, cli_word(p->language, "by_profile"));
  printf("```json\n%s```\n\n", profile);
}

/* What the example gives when it is checked. */
static vp_status print_findings(const pages *p, const vp_rule *rule, vp_error *error) {
  vp_report *report = NULL;
  vp_status status = vp_rule_check_example(&report, rule, p->language, error);
  if (status != VP_OK) return status;
  const vp_report_file file = {.name = vp_rule_example_name(rule), .report = report};
  printf("\n%s\n\n```text\n", cli_word(p->language, "gives"));
  int flags = p->terminal.colour ? VP_REPORT_COLOUR : 0;
  status = vp_report_write_text(&file, flags, &cli_output, error);
  fputs("```\n", stdout);
  vp_report_free(report);
  return status;
}

static vp_status print_page(const pages *p, const vp_rule *rule, vp_error *error) {
  print_heading(p, p->depth, vp_rule_id(rule));
  printf("%s: %s\n\n", cli_severity_word(vp_rule_severity(rule), p->language),
         vp_rule_title(rule, p->language));
  printf("%s\n", vp_rule_page(rule, p->language));
  print_profile(p, rule);
  print_example(p, rule, true);
  vp_status status = print_findings(p, rule, error);
  putchar('\n');
  print_example(p, rule, false);
  return status;
}

static bool print_method(const pages *p, const char *name) {
  const char *page = vp_method_page(name, p->language);
  if (page == NULL) return false;
  print_heading(p, p->depth, name);
  fputs(page, stdout);
  return true;
}

static vp_status print_all(pages *p, vp_error *error) {
  vp_status status = VP_OK;
  print_heading(p, p->depth++, cli_word(p->language, "all_rules"));
  for (size_t i = 0; i < vp_rule_count() && status == VP_OK; i++) {
    if (i > 0) putchar('\n');
    status = print_page(p, vp_rule_at(i), error);
  }
  for (size_t i = 0; vp_method_at(i) != NULL && status == VP_OK; i++) {
    putchar('\n');
    (void)print_method(p, vp_method_at(i));
  }
  return status;
}

static int refuse(const char *name) {
  size_t count = vp_rule_count(), methods = 0;
  while (vp_method_at(methods) != NULL) methods++;
  const char **ids = cli_grow(NULL, 2 * count + methods, sizeof *ids);
  for (size_t i = 0; i < count; i++) {
    ids[i] = vp_rule_id(vp_rule_at(i));
    ids[count + i] = strchr(ids[i], '/') + 1; /* its family was left out */
  }
  for (size_t i = 0; i < methods; i++) ids[2 * count + i] = vp_method_at(i);
  const char *nearest = cli_nearest(name, ids, 2 * count + methods);
  for (size_t i = 0; i < count; i++)
    if (nearest == ids[count + i]) nearest = ids[i];
  free(ids);
  fprintf(stderr, "vp explain: error: there is no rule or family '");
  cli_put(stderr, name, strlen(name));
  fputc('\'', stderr);
  if (nearest != NULL) fprintf(stderr, "; did you mean '%s'?", nearest);
  fputs("\n  'vp rules' lists them\n", stderr);
  return CLI_UNUSABLE;
}

static int run(const cli_options *options) {
  pages p = {.terminal = cli_terminal_find(), .language = options->language, .depth = 1};
  vp_error error;
  vp_status status = VP_OK;
  if (options->all) {
    status = print_all(&p, &error);
  } else {
    const char *name = options->files[0];
    const vp_rule *rule = vp_rule_find(name);
    if (rule != NULL)
      status = print_page(&p, rule, &error);
    else if (!print_method(&p, name) && !cli_rules_print(name, p.language))
      return refuse(name);
  }
  if (status == VP_OK || status == VP_ERROR_WRITE) return CLI_OK; /* main reports the lost output */
  cli_report_error("vp explain", &error);
  return CLI_UNUSABLE;
}

const cli_command cli_explain = {
    .name = "explain",
    .summary = "explain a rule, with examples",
    .help =
        "usage: vp explain [--lang sv|en] RULE\n"
        "       vp explain [--lang sv|en] --all\n\n"
        "Prints the page of a rule: what it checks, why, what to do, where it comes from, a plan\n"
        "on which it fires, with the finding, and the same plan put right. For a family such as\n"
        "budget it lists the rules. localization tells how the wrong number of a sum is found.\n\n"
        "options:\n"
        "  --all         the pages of all rules, as one Markdown document\n"
        "  --lang sv|en  the language (sv)\n"
        "  --help        print this\n\n"
        "exit status:\n"
        "  0  printed\n"
        "  2  the command line could not be used, there is no such rule, or output could not be\n"
        "     written\n\n"
        "example:\n"
        "  vp explain budget/sum-doubtful --lang en\n",
    .options = cli_explain_options,
    .files = CLI_ONE_RULE,
    .run = run,
};
