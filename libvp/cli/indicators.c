#include <stdio.h>
#include <stdlib.h>

#include <vp/track.h>

#include "commands.h"
#include "file.h"
#include "function.h"
#include "number.h"
#include "outcome.h"
#include "outlook.h"
#include "table.h"
#include "words.h"

enum { MAX_PERIODS = 5 };

typedef struct view {
  const vp_plan *plan;
  const vp_tracking *tracking;
  cli_terminal terminal;
  vp_language language;
  vp_period *periods; /* in use, by their first day; those without one come last */
  size_t period_count;
  size_t first_period; /* that is shown */
  bool has_partial, has_method;
} view;

static bool is_before(vp_period a, vp_period b) {
  if (!vp_period_is_known(a) || !vp_period_is_known(b)) return vp_period_is_known(a);
  int order = vp_date_compare(a.first, b.first);
  return order < 0 || (order == 0 && vp_date_compare(a.last, b.last) < 0);
}

static void add_period(view *v, vp_period period) {
  for (size_t i = 0; i < v->period_count; i++)
    if (vp_period_equal(v->periods[i], period)) return;
  v->periods = cli_grow(v->periods, v->period_count + 1, sizeof *v->periods);
  size_t at = v->period_count++;
  for (; at > 0 && is_before(period, v->periods[at - 1]); at--) v->periods[at] = v->periods[at - 1];
  v->periods[at] = period;
}

static void find_periods(view *v) {
  for (size_t i = 0; i < vp_tracking_count(v->tracking); i++) {
    const vp_element *indicator = vp_tracking_indicator(v->tracking, i)->indicator;
    for (size_t j = 0; j < vp_element_count(indicator, "observations"); j++)
      add_period(v, vp_element_period(vp_element_child(indicator, "observations", j), "period"));
  }
  if (v->period_count > MAX_PERIODS) v->first_period = v->period_count - MAX_PERIODS;
}

/* The last one, where a period is observed twice. */
static const vp_element *observed(const vp_element *indicator, vp_period period) {
  for (size_t i = vp_element_count(indicator, "observations"); i-- > 0;) {
    const vp_element *observation = vp_element_child(indicator, "observations", i);
    if (vp_period_equal(vp_element_period(observation, "period"), period)) return observation;
  }
  return NULL;
}

static bool is_partial(const vp_element *observation) {
  vp_period covers = vp_element_period(observation, "covers");
  return covers.kind != VP_PERIOD_MISSING &&
         !vp_period_covers(covers, vp_element_period(observation, "period"));
}

static void add_outcome(cli_table *table, view *v, const vp_element *indicator, vp_period period) {
  const vp_element *observation = observed(indicator, period);
  cli_text text = {0};
  cli_text_put(&text, "");
  if (observation != NULL) cli_put_outcome(&text, indicator, observation, v->language);
  if (observation != NULL && is_partial(observation)) {
    cli_text_put(&text, "*");
    v->has_partial = true;
  }
  if (observation != NULL && vp_element_flag(observation, "method_changed")) {
    cli_text_put(&text, "†");
    v->has_method = true;
  }
  cli_table_add(table, CLI_PLAIN, text.bytes);
  cli_text_free(&text);
}

/* A bar for every outcome, by period, when at least two are numbers. */
static void add_sparkline(cli_table *table, const view *v, const vp_element *indicator) {
  static const char *const bars[] = {"▁", "▂", "▃", "▅", "▇"};
  enum { TOP = sizeof bars / sizeof *bars - 1 };
  double *values = cli_grow(NULL, v->period_count + 1, sizeof *values);
  double low = 0, high = 0;
  size_t count = 0;
  for (size_t i = v->first_period; i < v->period_count; i++) {
    const vp_element *observation = observed(indicator, v->periods[i]);
    if (observation == NULL) continue;
    vp_quantity quantity = vp_element_quantity(observation, "value", 0);
    if (quantity.state != VP_QUANTITY_NUMBER) continue;
    double value = vp_decimal_to_double(quantity.value);
    if (count == 0 || value < low) low = value;
    if (count == 0 || value > high) high = value;
    values[count++] = value;
  }
  cli_text text = {0};
  cli_text_put(&text, "");
  for (size_t i = 0; i < count && count > 1; i++) {
    double height = high > low ? (values[i] - low) / (high - low) * TOP : TOP / 2.0;
    cli_text_put(&text, bars[(size_t)(height + 0.5)]);
  }
  cli_table_add(table, CLI_PLAIN, text.bytes);
  cli_text_free(&text);
  free(values);
}

static cli_style style_of(vp_indicator_status status) {
  switch (status) {
    case VP_STATUS_MET:
    case VP_STATUS_BETTER: return CLI_GREEN;
    case VP_STATUS_NOT_MET:
    case VP_STATUS_WORSE: return CLI_RED;
    case VP_STATUS_NOT_MEASURED:
    case VP_STATUS_METHOD_CHANGED:
    case VP_STATUS_NOT_COMPARABLE: return CLI_YELLOW;
    default: return CLI_PLAIN;
  }
}

static void add_indicator(cli_table *table, view *v, const vp_indicator_track *track) {
  const vp_element *indicator = track->indicator;
  cli_text text = {0};
  cli_text_put(&text, vp_element_id(indicator));
  cli_text_put(&text, ": ");
  cli_text_put(&text, cli_name(indicator));
  cli_table_add(table, CLI_PLAIN, text.bytes);
  for (size_t i = v->first_period; i < v->period_count; i++)
    add_outcome(table, v, indicator, v->periods[i]);
  cli_text_clear(&text);
  if (track->has_change)
    cli_put_number(&text, track->change, VP_UNIT_NONE, v->language, VP_FORMAT_SIGNED);
  cli_table_add(table, CLI_PLAIN, text.bytes);
  add_sparkline(table, v, indicator);
  cli_text_clear(&text);
  cli_put_target(&text, indicator, v->language);
  cli_table_add(table, CLI_PLAIN, text.bytes);
  cli_text_free(&text);
  cli_table_add(table, style_of(track->status),
                cli_word(v->language, vp_indicator_status_name(track->status)));
}

static void print_deadband(const view *v, vp_decimal deadband) {
  cli_text text = {0};
  cli_text_put(&text, cli_word(v->language, "deadband"));
  cli_text_put(&text, " ");
  cli_put_number(&text, deadband, VP_UNIT_PERCENT, v->language, 0);
  cli_text_put(&text, " ");
  cli_text_put(&text, cli_word(v->language, "of_earlier"));
  cli_paragraph(&v->terminal, CLI_PLAIN, "", text.bytes);
  cli_text_free(&text);
}

static void print_legend(const view *v) {
  bool has_earlier = v->first_period > 0;
  vp_decimal deadband = vp_tracking_deadband(v->tracking);
  bool has_deadband = vp_decimal_sign(deadband) > 0;
  if (!v->has_partial && !v->has_method && !has_earlier && !has_deadband) return;
  putchar('\n');
  if (v->has_partial) puts(cli_word(v->language, "partial"));
  if (v->has_method) puts(cli_word(v->language, "method"));
  if (has_earlier) printf("%zu %s\n", v->first_period, cli_word(v->language, "earlier"));
  if (has_deadband) print_deadband(v, deadband);
}

static cli_table *new_table(const view *v, size_t periods) {
  size_t count = periods + 5;
  cli_column *columns = cli_grow(NULL, count, sizeof *columns);
  for (size_t i = 0; i < count; i++)
    columns[i] = i == 0 || i == periods + 3 ? CLI_WRAP : i <= periods + 1 ? CLI_RIGHT : CLI_LEFT;
  cli_table *table = cli_table_new(columns, count);
  free(columns);
  cli_table_add(table, CLI_DIM, cli_word(v->language, "indicator"));
  for (size_t i = v->first_period; i < v->period_count; i++)
    cli_table_add(table, CLI_DIM, v->periods[i].text != NULL ? v->periods[i].text : "");
  static const char *const headings[] = {"delta", "trend", "target", "status"};
  for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
    cli_table_add(table, CLI_DIM, cli_word(v->language, headings[i]));
  return table;
}

static void print_indicators(view *v) {
  cli_paragraph(&v->terminal, CLI_BOLD, "", cli_name(vp_plan_root(v->plan)));
  putchar('\n');
  size_t count = vp_tracking_count(v->tracking);
  if (count == 0) {
    puts(cli_word(v->language, "no_indicators"));
    return;
  }
  find_periods(v);
  cli_table *table = new_table(v, v->period_count - v->first_period);
  for (size_t i = 0; i < count; i++) add_indicator(table, v, vp_tracking_indicator(v->tracking, i));
  cli_table_print(table, &v->terminal);
  cli_table_free(table);
  print_legend(v);
  cli_print_outlooks(v->tracking, &v->terminal, v->language);
  free(v->periods);
}

static bool show(const cli_options *options, const vp_functions *functions) {
  vp_plan *plan = cli_plan_read(options->files[0], options->profile);
  if (plan == NULL) return false;
  vp_tracking *tracking = NULL;
  vp_error error;
  bool is_done = vp_track_with(&tracking, plan, functions, &error) == VP_OK;
  if (is_done)
    print_indicators(&(view){.plan = plan,
                             .tracking = tracking,
                             .terminal = cli_terminal_find(),
                             .language = cli_language(options, plan)});
  else
    cli_report_error(options->files[0], &error);
  vp_tracking_free(tracking);
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

#define FUNCTION_HELP CLI_FUNCTION_HELP("a target", "'good:bool(f64)@./libgood.so'")

const cli_command cli_indicators = {
    .name = "indicators",
    .summary = "show the indicators: outcomes, change, target and status",
    .help =
        "usage: vp indicators [OPTION…] FILE\n\n"
        "Shows each indicator's outcomes by period, the last change, the trend, the target, and\n"
        "where it stands against it; from three outcomes on also its trend per year and a\n"
        "forecast of the target's year, from four on with how sure they are.\n" CLI_VIEW_HELP_WITH(
            FUNCTION_HELP) "example:\n  vp indicators --lang en plan.json\n",
    .options = cli_function_options,
    .files = CLI_ONE_FILE,
    .run = run,
};
