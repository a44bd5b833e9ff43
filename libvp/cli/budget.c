#include <stdio.h>
#include <stdlib.h>

#include <vp/reconcile.h>

#include "bridge.h"
#include "commands.h"
#include "file.h"
#include "number.h"
#include "repair.h"
#include "table.h"
#include "verdicts.h"
#include "words.h"

typedef struct view {
  const vp_element *budget;
  const vp_reconciliation *reconciliation;
  cli_terminal terminal;
  vp_language language;
} view;

/* What is declared for the table, or else for the budget. */
static const char *unit_of(const view *v, const vp_element *table) {
  const char *unit = vp_element_text(table, "unit", 0);
  if (unit == NULL) unit = vp_element_text(v->budget, "unit", 0);
  return unit != NULL ? unit : "";
}

static int decimals_of(const view *v, const vp_element *table) {
  int32_t decimals;
  if (vp_element_integer(&decimals, table, "decimals")) return decimals;
  return vp_element_integer(&decimals, v->budget, "decimals") ? decimals : -1;
}

static void print_heading(const view *v, const char *title, const char *unit) {
  cli_text text = {0};
  cli_text_put(&text, title);
  if (*unit != '\0') cli_text_put(&text, ", ");
  cli_text_put(&text, unit);
  cli_paragraph(&v->terminal, CLI_BOLD, "", text.bytes);
  cli_text_free(&text);
}

static void add_figure(cli_table *out, const view *v, const vp_element *table, vp_quantity quantity,
                       cli_style style) {
  cli_text text = {0};
  bool is_missing = quantity.state == VP_QUANTITY_MISSING;
  quantity =
      vp_quantity_complete(quantity, VP_UNIT_NONE, decimals_of(v, table), VP_ROUNDING_ROUNDED);
  cli_text_put(&text, is_missing ? cli_word(v->language, "missing") : "");
  if (!is_missing) cli_put_quantity(&text, quantity, VP_UNIT_NONE, v->language, 0);
  cli_table_add(out, is_missing ? CLI_YELLOW : style, text.bytes);
  cli_text_free(&text);
}

static void add_rows(cli_table *out, const view *v, const vp_element *table, size_t columns) {
  for (size_t row = 0; row < vp_element_count(table, "rows"); row++) {
    const vp_element *at = vp_element_child(table, "rows", row);
    cli_style style = vp_element_count(at, "sum_of") > 0 ? CLI_BOLD : CLI_PLAIN;
    cli_table_add(out, style, cli_name(at));
    for (size_t i = 0; i < columns; i++)
      add_figure(out, v, table, vp_element_quantity(at, "values", i), style);
  }
}

static void print_figures(const view *v, const vp_element *table) {
  size_t columns = vp_element_count(table, "columns");
  cli_column *kinds = cli_grow(NULL, columns + 1, sizeof *kinds);
  for (size_t i = 0; i <= columns; i++) kinds[i] = i == 0 ? CLI_WRAP : CLI_RIGHT;
  cli_table *out = cli_table_new(kinds, columns + 1);
  free(kinds);

  cli_table_add(out, CLI_DIM, "");
  for (size_t i = 0; i < columns; i++)
    cli_table_add(out, CLI_DIM, cli_name(vp_element_child(table, "columns", i)));
  add_rows(out, v, table, columns);
  if (vp_element_count(table, "total") > 0) {
    cli_table_rule(out);
    cli_table_add(out, CLI_BOLD, cli_word(v->language, "total"));
    for (size_t i = 0; i < columns; i++)
      add_figure(out, v, table, vp_element_quantity(table, "total", i), CLI_BOLD);
  }
  cli_table_print(out, &v->terminal);
  cli_table_free(out);
}

static void print_table(const view *v, const vp_element *table) {
  putchar('\n');
  print_heading(v, cli_name(table), unit_of(v, table));
  if (vp_element_count(table, "columns") > 0) print_figures(v, table);
  putchar('\n');
  if (cli_verdicts_print(v->reconciliation, table, &v->terminal, v->language) == 0)
    puts(cli_word(v->language, "no_total"));
}

static void print_frame(const view *v, const vp_element *frame) {
  const vp_relation *found = NULL;
  for (size_t i = 0; i < vp_reconciliation_relation_count(v->reconciliation); i++) {
    const vp_relation *relation = vp_reconciliation_relation(v->reconciliation, i);
    if (relation->kind == VP_RELATION_FRAME) found = relation;
  }
  if (found == NULL) return;
  putchar('\n');
  print_heading(v, cli_word(v->language, "frame"), unit_of(v, v->budget));
  cli_bridge_print(v->reconciliation, found, &v->terminal, v->language);
  putchar('\n');
  cli_verdicts_print(v->reconciliation, frame, &v->terminal, v->language);
}

static void print_ties(const view *v) {
  if (vp_element_count(v->budget, "ties") == 0) return;
  putchar('\n');
  print_heading(v, cli_word(v->language, "tie"), "");
  cli_verdicts_print(v->reconciliation, NULL, &v->terminal, v->language);
}

static void print_legend(const view *v) {
  cli_text text = {0};
  cli_text_put(&text, cli_word(v->language, "usually"));
  cli_put_count(&text, (size_t)vp_network_sigmas(vp_reconciliation_network(v->reconciliation)));
  cli_text_put(&text, cli_word(v->language, "most"));
  cli_paragraph(&v->terminal, CLI_DIM, "", text.bytes);
  cli_text_free(&text);
}

static void print_budget(const view *v, const vp_plan *plan) {
  print_heading(v, cli_name(vp_plan_root(plan)), "");
  if (v->budget == NULL) {
    printf("\n%s\n", cli_word(v->language, "no_budget"));
    return;
  }
  print_frame(v, vp_element_child(v->budget, "frame", 0));
  for (size_t i = 0; i < vp_element_count(v->budget, "tables"); i++)
    print_table(v, vp_element_child(v->budget, "tables", i));
  print_ties(v);
  if (vp_reconciliation_relation_count(v->reconciliation) == 0) return;
  putchar('\n');
  print_legend(v);
}

static int show(const cli_options *options) {
  vp_plan *plan = cli_plan_read(options->files[0], options->profile);
  if (plan == NULL) return CLI_UNUSABLE;
  vp_reconciliation *reconciliation = NULL;
  vp_error error;
  bool is_done = vp_reconcile(&reconciliation, plan, &error) == VP_OK;
  if (is_done)
    print_budget(&(view){.budget = vp_element_child(vp_plan_root(plan), "budget", 0),
                         .reconciliation = reconciliation,
                         .terminal = cli_terminal_find(),
                         .language = cli_language(options, plan)},
                 plan);
  else
    cli_report_error(options->files[0], &error);
  vp_reconciliation_free(reconciliation);
  vp_plan_free(plan);
  return is_done ? CLI_OK : CLI_UNUSABLE;
}

static int run(const cli_options *options) {
  if (options->repair) return cli_repair(options);
  if (options->output == NULL) return show(options);
  fputs("vp budget: error: --output goes with --repair\n", stderr);
  return CLI_UNUSABLE;
}

const cli_command cli_budget = {
    .name = "budget",
    .summary = "show the budget and whether it adds up, or repair it",
    .help = "usage: vp budget [OPTION…] FILE\n"
            "       vp budget --repair [OPTION…] FILE\n\n"
            "Shows the frame as a bridge from last year to this, every table, and for\n"
            "each sum and tie how far it is off and whether rounding explains it.\n\n"
            "With --repair it corrects the figures of sums that cannot be right, where it is\n"
            "plain which figure is wrong and what it should be, and prints the changes as a\n"
            "patch. All else in the file stays as it is, byte for byte, and FILE itself is\n"
            "never written. Standard error says what was corrected, and what was left and why.\n\n"
            "options:\n"
            "  --repair           correct what is plainly wrong\n"
            "  -o, --output PATH  write the whole corrected plan there instead of a patch\n"
            "  --lang sv|en       the language (otherwise the profile's, or the plan's own)\n"
            "  --profile PROFILE  the municipality's profile: a file, or one of libvp's own\n"
            "  --help             print this\n\n"
            "exit status:\n"
            "  0  shown; or nothing was wrong, or all that was is corrected\n"
            "  1  --repair left a sum that cannot be right\n"
            "  2  the command line or the file could not be used, or output could not be\n"
            "     written\n\n"
            "examples:\n"
            "  vp budget plan.json | less\n"
            "  vp budget --repair plan.json | patch plan.json\n",
    .options = cli_budget_options,
    .files = CLI_ONE_FILE,
    .run = run,
};
