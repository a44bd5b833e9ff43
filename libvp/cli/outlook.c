#include "outlook.h"

#include <math.h>
#include <stdio.h>

#include "number.h"
#include "table.h"
#include "words.h"

typedef struct scale {
  vp_unit unit;
  int32_t exponent; /* one digit more than the outcomes are printed with */
  vp_language language;
} scale;

static void put_estimate(cli_text *out, double value, const scale *s, int flags) {
  const double most = 1e15;
  double shifted = value * pow(10, -s->exponent);
  if (!(fabs(shifted) < most)) {
    cli_text_put(out, "–");
    return;
  }
  vp_decimal number = {.coefficient = (int64_t)llround(shifted), .exponent = s->exponent};
  cli_put_number(out, number, s->unit, s->language, flags);
}

static void add_estimate(cli_table *table, const vp_estimate *estimate, const scale *s, int flags) {
  cli_text text = {0};
  put_estimate(&text, estimate->value, s, flags);
  if (estimate->has_range) {
    cli_text_put(&text, " (");
    put_estimate(&text, estimate->low, s, flags);
    cli_text_put(&text, s->language == VP_LANGUAGE_SV ? " till " : " to ");
    put_estimate(&text, estimate->high, s, flags);
    cli_text_put(&text, ")");
  }
  cli_table_add(table, CLI_PLAIN, text.bytes);
  cli_text_free(&text);
}

static const char *outlook_word(vp_outlook outlook, vp_language language) {
  static const char *const names[] = {"", "unlikely", "uncertain", "likely"};
  return outlook == VP_OUTLOOK_NONE ? "" : cli_word(language, names[outlook]);
}

static void add_track(cli_table *table, const vp_indicator_track *track, vp_language language) {
  vp_quantity latest = vp_element_quantity(track->latest, "value", 0);
  const scale s = {track->trend_unit, latest.value.exponent - 1, language};
  cli_text text = {0};
  cli_text_put(&text, vp_element_id(track->indicator));
  cli_table_add(table, CLI_PLAIN, text.bytes);
  cli_text_clear(&text);
  cli_put_count(&text, track->trend_count);
  cli_table_add(table, CLI_PLAIN, text.bytes);
  cli_text_free(&text);
  const scale plain = {VP_UNIT_NONE, s.exponent, language}; /* a change of a percentage is none */
  add_estimate(table, &track->slope, s.unit == VP_UNIT_PERCENT ? &plain : &s, VP_FORMAT_SIGNED);
  const char *period = track->target != NULL ? vp_element_text(track->target, "period", 0) : NULL;
  cli_table_add(table, CLI_PLAIN, track->has_forecast && period != NULL ? period : "");
  if (track->has_forecast)
    add_estimate(table, &track->forecast, &s, 0);
  else
    cli_table_add(table, CLI_PLAIN, "");
  cli_table_add(table, CLI_PLAIN, outlook_word(track->forecast_meets, language));
}

void cli_print_outlooks(const vp_tracking *tracking, const cli_terminal *terminal,
                        vp_language language) {
  static const char *const headings[] = {"indicator",   "outcomes", "per_year",
                                         "target_year", "forecast", "outlook"};
  static const cli_column columns[] = {CLI_LEFT, CLI_RIGHT, CLI_LEFT, CLI_LEFT, CLI_LEFT, CLI_LEFT};
  enum { COLUMNS = sizeof columns / sizeof *columns };
  cli_table *table = cli_table_new(columns, COLUMNS);
  for (size_t i = 0; i < COLUMNS; i++)
    cli_table_add(table, CLI_DIM, cli_word(language, headings[i]));
  bool any = false;
  for (size_t i = 0; i < vp_tracking_count(tracking); i++) {
    const vp_indicator_track *track = vp_tracking_indicator(tracking, i);
    if (!track->has_slope) continue;
    add_track(table, track, language);
    any = true;
  }
  if (any) {
    printf("\n%s\n", cli_word(language, "outlooks"));
    cli_table_print(table, terminal);
    printf("\n%s\n", cli_word(language, "outlook_legend"));
  }
  cli_table_free(table);
}
