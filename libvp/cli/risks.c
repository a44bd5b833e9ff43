#include <stdio.h>

#include <vp/score.h>

#include "band.h"
#include "commands.h"
#include "file.h"
#include "function.h"
#include "matrix.h"
#include "number.h"
#include "table.h"
#include "words.h"

typedef struct view {
  const vp_plan *plan;
  const vp_scoring *scoring;
  cli_terminal terminal;
  vp_language language;
} view;

static void put_number(const view *v, cli_text *out, vp_decimal number) {
  cli_put_number(out, number, VP_UNIT_NONE, v->language, 0);
}

/* What the plan prints, with the level's name where the scale has one. */
static void add_level(cli_table *table, const view *v, const vp_risk_score *score,
                      const char *field, const vp_level_reading *reading) {
  cli_text text = {0};
  vp_quantity quantity = vp_element_quantity(score->risk, field, 0);
  cli_text_put(&text, "");
  if (reading->state == VP_LEVEL_KNOWN) {
    put_number(v, &text, reading->value);
    if (reading->name != NULL) cli_text_put(&text, " ");
    if (reading->name != NULL) cli_text_put(&text, reading->name);
  } else {
    cli_put_quantity(&text, quantity, VP_UNIT_NONE, v->language, 0);
  }
  bool is_in_doubt = reading->state == VP_LEVEL_UNREADABLE || reading->state == VP_LEVEL_OFF_SCALE;
  cli_table_add(table, is_in_doubt ? CLI_YELLOW : CLI_PLAIN, text.bytes);
  cli_text_free(&text);
}

/* "9", or "6 (anger 9)" when the plan states another value than its model gives. */
static void add_value(cli_table *table, const view *v, const vp_risk_score *score) {
  cli_text text = {0};
  put_number(v, &text, score->value);
  bool differs = score->is_computed && score->is_stated &&
                 vp_decimal_compare(score->computed, score->stated) != 0;
  if (differs) {
    cli_text_put(&text, " (");
    cli_text_put(&text, cli_word(v->language, "states"));
    cli_text_put(&text, " ");
    put_number(v, &text, score->stated);
    cli_text_put(&text, ")");
  }
  cli_table_add(table, differs ? CLI_RED : CLI_BOLD, text.bytes);
  cli_text_free(&text);
}

static void add_count(cli_table *table, size_t count) {
  cli_text text = {0};
  cli_put_count(&text, count);
  cli_table_add(table, CLI_PLAIN, text.bytes);
  cli_text_free(&text);
}

/* Equal values share a rank. */
static size_t rank_of(const view *v, size_t index) {
  const vp_risk_score *score = vp_scoring_ranked(v->scoring, index);
  while (index > 0 &&
         vp_decimal_compare(vp_scoring_ranked(v->scoring, index - 1)->value, score->value) == 0)
    index--;
  return index + 1;
}

static size_t band_count(const view *v) {
  const vp_element *model = vp_scoring_model(v->scoring);
  return model != NULL ? vp_element_count(model, "bands") : 0;
}

static void print_ranking(const view *v, size_t scored) {
  static const cli_column columns[] = {CLI_RIGHT, CLI_LEFT,  CLI_WRAP,  CLI_WRAP,
                                       CLI_WRAP,  CLI_RIGHT, CLI_RIGHT, CLI_LEFT};
  static const char *const headings[] = {"rank",       "id",    "risk",     "consequence",
                                         "likelihood", "value", "controls", "band"};
  enum { CONSEQUENCE = 3, LIKELIHOOD = 4 };
  size_t count = sizeof columns / sizeof *columns - (band_count(v) == 0);
  cli_table *table = cli_table_new(columns, count);
  for (size_t i = 0; i < count; i++)
    cli_table_add(table, CLI_DIM,
                  i == CONSEQUENCE || i == LIKELIHOOD
                      ? cli_scale_name(v->scoring, headings[i], v->language)
                      : cli_word(v->language, headings[i]));
  for (size_t i = 0; i < scored; i++) {
    const vp_risk_score *score = vp_scoring_ranked(v->scoring, i);
    add_count(table, rank_of(v, i));
    cli_table_add(table, CLI_PLAIN, vp_element_id(score->risk));
    cli_table_add(table, CLI_PLAIN, cli_name(score->risk));
    add_level(table, v, score, "consequence", &score->consequence);
    add_level(table, v, score, "likelihood", &score->likelihood);
    add_value(table, v, score);
    add_count(table, score->control_count);
    if (band_count(v) > 0)
      cli_table_add(table, cli_band_style(score->band),
                    score->band != NULL ? cli_name(score->band) : "–");
  }
  cli_table_print(table, &v->terminal);
  cli_table_free(table);
}

static void print_band(const view *v, const vp_element *band) {
  cli_text text = {0};
  const char *action = vp_element_text(band, "action", 0);
  cli_print(&v->terminal, cli_band_style(band), "  ", v->terminal.colour ? 2 : 0);
  cli_text_put(&text, v->terminal.colour ? " " : "");
  cli_text_put(&text, cli_name(band));
  cli_text_put(&text, " ");
  cli_put_quantity(&text, vp_element_quantity(band, "from", 0), VP_UNIT_NONE, v->language, 0);
  cli_text_put(&text, "–");
  cli_put_quantity(&text, vp_element_quantity(band, "to", 0), VP_UNIT_NONE, v->language, 0);
  if (action != NULL) cli_text_put(&text, ": ");
  if (action != NULL) cli_text_put(&text, action);
  cli_paragraph(&v->terminal, CLI_PLAIN, "", text.bytes);
  cli_text_free(&text);
}

static void print_bands(const view *v) {
  const vp_element *model = vp_scoring_model(v->scoring);
  putchar('\n');
  if (band_count(v) == 0) puts(cli_word(v->language, "no_bands"));
  for (size_t i = 0; i < band_count(v); i++) print_band(v, vp_element_child(model, "bands", i));
}

static void print_unscored(const view *v, size_t scored) {
  size_t count = vp_scoring_count(v->scoring);
  if (scored == count) return;
  cli_text label = {0};
  cli_text text = {0};
  cli_text_put(&label, cli_word(v->language, "unscored"));
  cli_text_put(&label, " (");
  cli_put_count(&label, count - scored);
  cli_text_put(&label, "): ");
  for (size_t i = scored; i < count; i++) {
    const vp_element *risk = vp_scoring_ranked(v->scoring, i)->risk;
    if (i > scored) cli_text_put(&text, "; ");
    cli_text_put(&text, vp_element_id(risk));
    cli_text_put(&text, " ");
    cli_text_put(&text, cli_name(risk));
  }
  putchar('\n');
  cli_paragraph(&v->terminal, CLI_PLAIN, label.bytes, text.bytes);
  cli_text_free(&label);
  cli_text_free(&text);
}

static void print_risks(const view *v) {
  size_t count = vp_scoring_count(v->scoring);
  size_t scored = 0;
  while (scored < count && vp_scoring_ranked(v->scoring, scored)->is_scored) scored++;
  cli_paragraph(&v->terminal, CLI_BOLD, "", cli_name(vp_plan_root(v->plan)));
  if (count == 0) printf("\n%s\n", cli_word(v->language, "no_risks"));
  if (scored > 0) {
    putchar('\n');
    print_ranking(v, scored);
    putchar('\n');
    cli_matrix_print(v->scoring, &v->terminal, v->language);
  }
  if (count > 0) print_bands(v);
  print_unscored(v, scored);
}

static bool show(const cli_options *options, const vp_functions *functions) {
  vp_plan *plan = cli_plan_read(options->files[0], options->profile);
  if (plan == NULL) return false;
  vp_scoring *scoring = NULL;
  vp_error error;
  bool is_done = vp_score_with(&scoring, plan, functions, &error) == VP_OK;
  if (is_done)
    print_risks(&(view){.plan = plan,
                        .scoring = scoring,
                        .terminal = cli_terminal_find(),
                        .language = cli_language(options, plan)});
  else
    cli_report_error(options->files[0], &error);
  vp_scoring_free(scoring);
  vp_plan_free(plan);
  return is_done;
}

static int run(const cli_options *options) {
  cli_functions functions;
  if (!cli_functions_load(&functions, options)) return CLI_UNUSABLE;
  bool is_shown = show(options, functions.registered);
  cli_functions_free(&functions);
  return is_shown ? CLI_OK : CLI_UNUSABLE;
}

#define FUNCTION_HELP CLI_FUNCTION_HELP("the risk model", "'wear:f64(f64,f64)@./libwear.so'")

const cli_command cli_risks = {
    .name = "risks",
    .summary = "show the risks by rank and in the risk matrix",
    .help =
        "usage: vp risks [OPTION…] FILE\n\n"
        "Shows the risks by rank with their controls, and the risk matrix: likelihood across,\n"
        "consequence up, in each cell its value and the risks in it. Risks without a score are\n"
        "listed below.\n" CLI_VIEW_HELP_WITH(FUNCTION_HELP) "example:\n  vp risks plan.json\n",
    .options = cli_function_options,
    .files = CLI_ONE_FILE,
    .run = run,
};
