#include "verdicts.h"

#include "number.h"
#include "table.h"
#include "words.h"

/* So many are shown in full; of more, only those that do not add up exactly. */
enum { SHOW_ALL = 12 };

/* What every figure is expected to be is shown only where it is not. */
static bool is_silent(const vp_relation *relation) {
  bool is_violated =
      relation->verdict != VP_VERDICT_EXACT && relation->verdict != VP_VERDICT_UNKNOWN;
  return relation->kind == VP_RELATION_NOT_NEGATIVE && !is_violated;
}

static bool belongs(const vp_relation *relation, const vp_element *part) {
  if (relation->kind == VP_RELATION_SHARE || is_silent(relation)) return false;
  if (relation->kind == VP_RELATION_TIE) return part == NULL;
  return part != NULL && (relation->owner == part || vp_element_parent(relation->owner) == part);
}

static void put_references(cli_text *out, const vp_element *tie) {
  for (size_t i = 0; i < vp_element_count(tie, "sum"); i++) {
    const char *reference = vp_element_text(tie, "sum", i);
    bool is_subtracted = *reference == '-';
    if (i > 0 || is_subtracted) cli_text_put(out, is_subtracted ? " − " : " + ");
    cli_text_put(out, reference + is_subtracted);
  }
  for (size_t i = 0; i < vp_element_count(tie, "equal"); i++) {
    if (out->length > 0) cli_text_put(out, " = ");
    cli_text_put(out, vp_element_text(tie, "equal", i));
  }
  const char *at_most = vp_element_text(tie, "at_most", 0);
  if (at_most == NULL) return;
  cli_text_put(out, " ≤ ");
  cli_text_put(out, at_most);
}

static void put_pair(cli_text *out, const char *name, const char *other) {
  cli_text_put(out, name);
  cli_text_put(out, ", ");
  cli_text_put(out, other);
}

static void put_subject(cli_text *out, const vp_relation *relation, vp_language language) {
  const vp_element *owner = relation->owner;
  const vp_element *table = vp_element_parent(owner);
  const vp_element *row, *column;
  switch (relation->kind) {
    case VP_RELATION_FRAME: cli_text_put(out, cli_word(language, "frame")); break;
    case VP_RELATION_COLUMN:
      cli_text_put(out, cli_name(vp_element_child(owner, "columns", relation->index)));
      break;
    case VP_RELATION_SUBTOTAL:
      put_pair(out, cli_name(owner), cli_name(vp_element_child(table, "columns", relation->index)));
      break;
    case VP_RELATION_ROW:
      row = vp_element_child(table, "rows", relation->index);
      put_pair(out, cli_name(owner), row != NULL ? cli_name(row) : cli_word(language, "total"));
      break;
    case VP_RELATION_NOT_NEGATIVE:
      column = vp_element_child(owner, "columns", relation->index); /* of a table's total */
      if (column != NULL)
        put_pair(out, cli_word(language, "total"), cli_name(column));
      else
        put_pair(out, cli_name(owner),
                 cli_name(vp_element_child(table, "columns", relation->index)));
      break;
    case VP_RELATION_TIE:
    case VP_RELATION_SHARE:
      if (vp_element_text(owner, "label", 0) != NULL)
        cli_text_put(out, vp_element_text(owner, "label", 0));
      else
        put_references(out, owner);
      break;
  }
}

static bool is_computed(const vp_relation *relation) {
  return relation->verdict <= VP_VERDICT_IMPOSSIBLE;
}

static void put_tolerance(cli_text *out, const vp_relation *relation, vp_language language) {
  if (relation->adjusted || !relation->is_bounded) {
    cli_text_put(out, cli_word(language, relation->adjusted ? "adjusted" : "unbounded"));
    return;
  }
  bool is_usual_less = vp_decimal_compare(relation->usual_case, relation->worst_case) < 0;
  vp_decimal usual = is_usual_less ? relation->usual_case : relation->worst_case;
  cli_text_put(out, "±");
  cli_put_number(out, usual, VP_UNIT_NONE, language, 0);
  if (!is_usual_less) return;
  cli_text_put(out, " (±");
  cli_put_number(out, relation->worst_case, VP_UNIT_NONE, language, 0);
  cli_text_put(out, ")");
}

static void put_verdict(cli_text *out, const vp_relation *relation, vp_language language) {
  cli_text_put(out, cli_word(language, vp_verdict_name(relation->verdict)));
  if (relation->verdict != VP_VERDICT_UNKNOWN || !relation->missing_is_known) return;
  cli_text_put(out, ", ");
  cli_text_put(out, cli_word(language, "should_be"));
  cli_text_put(out, " ");
  cli_put_number(out, relation->missing_value, relation->unit, language, 0);
}

static cli_style style_of(vp_verdict verdict) {
  switch (verdict) {
    case VP_VERDICT_EXACT: return CLI_GREEN;
    case VP_VERDICT_ROUNDING: return CLI_PLAIN;
    case VP_VERDICT_IMPOSSIBLE: return CLI_RED;
    default: return CLI_YELLOW;
  }
}

static void add_number(cli_table *table, const vp_relation *relation, const char *before,
                       vp_decimal number, vp_language language, int flags) {
  cli_text text = {0};
  cli_text_put(&text, is_computed(relation) ? before : "");
  if (is_computed(relation)) cli_put_number(&text, number, VP_UNIT_NONE, language, flags);
  cli_table_add(table, CLI_PLAIN, text.bytes);
  cli_text_free(&text);
}

/* That a number is at least nothing is said from its side. */
static void add_numbers(cli_table *table, const vp_relation *relation, vp_language language) {
  if (relation->kind == VP_RELATION_NOT_NEGATIVE) {
    add_number(table, relation, "", relation->stated, language, 0);
    add_number(table, relation, "≥ ", relation->sum, language, 0);
    add_number(table, relation, "", relation->stated, language, VP_FORMAT_SIGNED);
  } else {
    add_number(table, relation, "", relation->sum, language, 0);
    add_number(table, relation, relation->at_most ? "≤ " : "", relation->stated, language, 0);
    add_number(table, relation, "", relation->difference, language, VP_FORMAT_SIGNED);
  }
}

static void add_relation(cli_table *table, const vp_relation *relation, vp_language language) {
  cli_text text = {0};
  put_subject(&text, relation, language);
  cli_table_add(table, CLI_PLAIN, text.bytes);
  add_numbers(table, relation, language);
  cli_text_clear(&text);
  if (is_computed(relation)) put_tolerance(&text, relation, language);
  cli_table_add(table, CLI_PLAIN, text.bytes);
  cli_text_clear(&text);
  put_verdict(&text, relation, language);
  cli_table_add(table, style_of(relation->verdict), text.bytes);
  cli_text_free(&text);
}

static void print_hidden(const cli_terminal *terminal, size_t hidden, vp_language language) {
  cli_text text = {0};
  cli_put_count(&text, hidden);
  cli_text_put(&text, " ");
  cli_text_put(&text, cli_word(language, "more_exact"));
  cli_paragraph(terminal, CLI_PLAIN, "", text.bytes);
  cli_text_free(&text);
}

size_t cli_verdicts_print(const vp_reconciliation *reconciliation, const vp_element *part,
                          const cli_terminal *terminal, vp_language language) {
  static const cli_column columns[] = {CLI_WRAP,  CLI_RIGHT, CLI_RIGHT,
                                       CLI_RIGHT, CLI_RIGHT, CLI_WRAP};
  static const char *const headings[] = {"relation",       "sum",    "stated", "difference",
                                         "rounding_range", "verdict"};
  size_t relations = vp_reconciliation_relation_count(reconciliation);
  size_t count = 0;
  for (size_t i = 0; i < relations; i++)
    count += belongs(vp_reconciliation_relation(reconciliation, i), part);
  if (count == 0) return 0;

  cli_table *table = cli_table_new(columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
    cli_table_add(table, CLI_DIM, cli_word(language, headings[i]));
  size_t hidden = 0;
  for (size_t i = 0; i < relations; i++) {
    const vp_relation *relation = vp_reconciliation_relation(reconciliation, i);
    if (!belongs(relation, part)) continue;
    bool is_hidden = count > SHOW_ALL && relation->verdict == VP_VERDICT_EXACT;
    hidden += is_hidden;
    if (!is_hidden) add_relation(table, relation, language);
  }
  if (hidden < count) cli_table_print(table, terminal);
  if (hidden > 0) print_hidden(terminal, hidden, language);
  cli_table_free(table);
  return count;
}
