#include "bridge.h"

#include <stdlib.h>

#include "number.h"
#include "table.h"
#include "words.h"

enum { BAR_COLUMNS = 24, HALVES = 2 };

/* A level, as far as it can be known. */
typedef struct level {
  bool is_known;
  vp_decimal amount;
} level;

typedef struct bridge {
  const vp_reconciliation *reconciliation;
  const vp_relation *frame;
  vp_language language;
  level *levels; /* behind each term, then the stated closing */
  size_t count;
  double low, high; /* the levels farthest from the opening, which is 0 */
} bridge;

static level in_unit(const vp_quantity *quantity, vp_unit unit) {
  level amount = {.is_known = quantity->state == VP_QUANTITY_NUMBER, .amount = quantity->value};
  if (!amount.is_known || quantity->unit == unit) return amount;
  amount.is_known = vp_unit_is_money(unit) && vp_unit_is_money(quantity->unit);
  amount.amount.exponent += vp_unit_exponent(quantity->unit) - vp_unit_exponent(unit);
  if (abs(amount.amount.exponent) > VP_DECIMAL_MAX_EXPONENT) amount.is_known = false;
  return amount;
}

static const vp_cell *cell_at(const bridge *b, size_t index) {
  bool is_closing = index == b->frame->term_count;
  uint32_t cell = is_closing ? b->frame->total : b->frame->terms[index].cell;
  return vp_reconciliation_cell(b->reconciliation, cell);
}

static void find_levels(bridge *b) {
  level running = {.is_known = true, .amount = {0}};
  for (size_t i = 0; i < b->count; i++) {
    level amount = in_unit(&cell_at(b, i)->quantity, b->frame->unit);
    bool is_closing = i + 1 == b->count;
    running.is_known = running.is_known && amount.is_known &&
                       vp_decimal_add(&running.amount, running.amount, amount.amount) == VP_OK;
    b->levels[i] = is_closing ? amount : running;
  }
}

static double offset(const bridge *b, size_t index) {
  if (!b->levels[0].is_known || !b->levels[index].is_known) return 0;
  return vp_decimal_to_double(b->levels[index].amount) - vp_decimal_to_double(b->levels[0].amount);
}

static void find_range(bridge *b) {
  for (size_t i = 0; i < b->count; i++) {
    double at = offset(b, i);
    if (at < b->low) b->low = at;
    if (at > b->high) b->high = at;
  }
}

static void repeat(cli_text *out, const char *text, size_t count) {
  while (count-- > 0) cli_text_put(out, text);
}

static void put_bar(cli_text *out, const bridge *b, size_t index) {
  double range = b->high - b->low;
  if (range <= 0 || !b->levels[index].is_known) return;
  double scale = BAR_COLUMNS * HALVES / range;
  size_t left = (size_t)(-b->low * scale / HALVES + 0.999);
  double at = offset(b, index) * scale;
  size_t halves = (size_t)((at < 0 ? -at : at) + 0.5);
  size_t full = halves / HALVES;
  size_t half = halves % HALVES;
  if (at < 0) {
    repeat(out, " ", left - full - half);
    repeat(out, "▐", half);
    repeat(out, "█", full);
    cli_text_put(out, "│");
  } else {
    repeat(out, " ", left);
    cli_text_put(out, "│");
    repeat(out, "█", full);
    repeat(out, "▌", half);
  }
}

static void put_label(cli_text *out, const bridge *b, size_t index) {
  const vp_element *element = cell_at(b, index)->element;
  const char *period = vp_element_text(element, "period", 0);
  bool is_change = index > 0 && index + 1 < b->count;
  if (is_change)
    cli_text_put(out, cli_name(element));
  else
    cli_text_put(out, cli_word(b->language, index == 0 ? "opening" : "closing"));
  if (is_change || period == NULL) return;
  cli_text_put(out, " ");
  cli_text_put(out, period);
}

static void put_change(cli_text *out, const bridge *b, size_t index) {
  const vp_quantity *quantity = &cell_at(b, index)->quantity;
  cli_put_quantity(out, *quantity, b->frame->unit, b->language, VP_FORMAT_SIGNED);
  if (quantity->state == VP_QUANTITY_MISSING) cli_text_put(out, cli_word(b->language, "missing"));
}

static void add_row(cli_table *table, const bridge *b, size_t index) {
  bool is_change = index > 0 && index + 1 < b->count;
  const level *at = &b->levels[index];
  cli_style style = is_change ? CLI_PLAIN : CLI_BOLD;
  cli_text text = {0};

  put_label(&text, b, index);
  cli_table_add(table, style, text.bytes);
  cli_text_clear(&text);
  if (is_change) put_change(&text, b, index);
  cli_table_add(table, style, text.bytes);
  cli_text_clear(&text);
  if (at->is_known)
    cli_put_number(&text, at->amount, VP_UNIT_NONE, b->language, 0);
  else
    cli_text_put(&text, cli_word(b->language, is_change ? "unknown_level" : "missing"));
  cli_table_add(table, style, text.bytes);
  cli_text_clear(&text);
  put_bar(&text, b, index);
  cli_table_add(table, CLI_PLAIN, text.bytes);
  cli_text_free(&text);
}

void cli_bridge_print(const vp_reconciliation *reconciliation, const vp_relation *frame,
                      const cli_terminal *terminal, vp_language language) {
  static const cli_column columns[] = {CLI_WRAP, CLI_RIGHT, CLI_RIGHT, CLI_LEFT};
  static const char *const headings[] = {"", "change", "level", "around_opening"};
  bridge b = {.reconciliation = reconciliation, .frame = frame, .language = language};
  b.count = frame->term_count + 1;
  b.levels = cli_grow(NULL, b.count, sizeof *b.levels);
  find_levels(&b);
  find_range(&b);

  cli_table *table = cli_table_new(columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
    cli_table_add(table, CLI_DIM, cli_word(language, headings[i]));
  for (size_t i = 0; i < b.count; i++) {
    if (i + 1 == b.count) cli_table_rule(table);
    add_row(table, &b, i);
  }
  cli_table_print(table, terminal);
  cli_table_free(table);
  free(b.levels);
}
