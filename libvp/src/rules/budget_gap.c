/* Cells without a number, and what the other numbers say of them. */
#include "rules/budget_sum.h"
#include "rules/cell.h"
#include "rules/names.h"

enum { LISTED = 4 };

#define WRITE_ALL                                                     \
  {                                                                   \
    "skriv ett tal för varje kolumn, eller null där det är okänt",    \
        "write a number for each column, or null where it is unknown" \
  }

/* One of the texts below takes the place of {reason}. */
static const vp_message missing[] = {
    {
        {"{cell} saknas", "{cell} is missing"},
        {"{reason}", "{reason}"},
        {NULL, NULL},
    },
    {
        {"{cell} saknas", "{cell} is missing"},
        {"{reason}", "{reason}"},
        {"skriv in {value} om underlaget säger detsamma",
         "enter {value} if the source says so too"},
    },
    {
        {"{cell} går inte att läsa som ett tal: ”{text}”",
         "{cell} cannot be read as a number: \"{text}\""},
        {"{reason}", "{reason}"},
        {"skriv talet som 231,2 eller 1 949 356 kr, eller null utan citattecken om det är okänt",
         "write the number as 231,2 or 1 949 356 kr, or null without quotes if it is unknown"},
    },
    {
        {"raden ”{row}” i ”{table}” saknar {missing} av {columns} tal, från och med kolumnen "
         "”{column}”",
         "the row \"{row}\" of \"{table}\" lacks {missing} of {columns} numbers, from the column "
         "\"{column}\" on"},
        {"{reason}", "{reason}"},
        WRITE_ALL,
    },
    {
        {"summaraden i ”{table}” saknar {missing} av {columns} tal, från och med kolumnen "
         "”{column}”",
         "the total row of \"{table}\" lacks {missing} of {columns} numbers, from the column "
         "\"{column}\" on"},
        {"{reason}", "{reason}"},
        WRITE_ALL,
    },
};
enum { MISSING, MISSING_KNOWN, UNREADABLE, SHORT_ROW, SHORT_TOTAL };

static const vp_text given = {"{relation} ger {value}; det sanna talet är {interval}",
                              "{relation} gives {value}; the true number is {interval}"};
static const vp_text given_together = {
    "planens samband ger tillsammans {value}; det sanna talet är {interval}",
    "the plan's relations together give {value}; the true number is {interval}"};
static const vp_text contradicted = {
    "planens samband ger olika tal: minst ett av talen i dem är fel",
    "the plan's relations give different numbers: at least one of the numbers in them is wrong"};
static const vp_text joint = {"talet går bara att bestämma tillsammans med {others}",
                              "the number can only be determined together with {others}"};
static const vp_text undetermined = {"inget samband i planen räcker för att räkna ut talet",
                                     "no relation in the plan is enough to work it out"};
static const vp_text some_given = {"planens samband ger {known}",
                                   "the plan's relations give {known}"};
static const vp_text given_in_column = {"{value} för ”{column}” ({interval})",
                                        "{value} for \"{column}\" ({interval})"};
static const vp_text contradicted_in_column = {"olika tal för ”{column}”",
                                               "different numbers for \"{column}\""};
static const vp_text none_given = {"inget samband i planen räcker för att räkna ut talen",
                                   "no relation in the plan is enough to work them out"};

/* The gaps, and which of them stand in each group. */
typedef struct gaps {
  const vp_localization *found;
  const vp_reconciliation *reconciliation;
  size_t *ends;      /* by group: of its members; they begin where those of the group before end */
  uint32_t *members; /* cells */
} gaps;

static const vp_cell *cell_at(const gaps *g, size_t gap) {
  return vp_reconciliation_cell(g->reconciliation, vp_localization_gap(g->found, gap)->cell);
}

/* Counting sort. */
static bool group(gaps *g, vp_run *run) {
  size_t count = vp_localization_gap_count(g->found);
  g->ends = vp_run_array(run, count + 2, sizeof *g->ends);
  g->members = vp_run_array(run, count + 1, sizeof *g->members);
  if (g->ends == NULL || g->members == NULL) return false;
  for (size_t i = 0; i < count; i++) g->ends[vp_localization_gap(g->found, i)->group + 1]++;
  for (size_t i = 1; i <= count + 1; i++) g->ends[i] += g->ends[i - 1];
  for (size_t i = 0; i < count; i++) {
    const vp_gap *gap = vp_localization_gap(g->found, i);
    g->members[g->ends[gap->group]++] = gap->cell;
  }
  return true;
}

/* The figures without which this one cannot be determined; false when there are none. */
static bool put_others(vp_run *run, const gaps *g, const vp_gap *gap) {
  const char **others = vp_run_array(run, LISTED + 1, sizeof *others);
  if (gap->group == 0 || others == NULL) return false;
  size_t count = 0;
  for (size_t i = g->ends[gap->group - 1]; i < g->ends[gap->group] && count <= LISTED; i++) {
    if (g->members[i] == gap->cell) continue;
    const vp_cell *other = vp_reconciliation_cell(g->reconciliation, g->members[i]);
    others[count] = count < LISTED ? vp_run_cell_name(run, other) : "…";
    count++;
  }
  if (count > 0) vp_finding_texts(run, "others", others, count);
  return count > 0;
}

/* With the declared decimals, where the interval allows it. */
static vp_decimal value_of(const vp_gap *gap, int decimals) {
  vp_decimal rounded = gap->value;
  if (decimals < 0 || rounded.exponent >= -decimals) return rounded;
  if (vp_decimal_round(&rounded, gap->value, -decimals) != VP_OK) return gap->value;
  return vp_interval_contains(gap->interval, rounded) ? rounded : gap->value;
}

static void put_number(vp_run *run, const gaps *g, const vp_gap *gap) {
  const vp_cell *cell = vp_reconciliation_cell(g->reconciliation, gap->cell);
  vp_finding_number(run, "value", value_of(gap, cell->decimals), gap->unit);
  vp_finding_interval(run, "interval", gap->interval, gap->unit);
}

static vp_text reason_of(vp_run *run, const gaps *g, const vp_gap *gap) {
  if (gap->is_known) {
    put_number(run, g, gap);
    if (gap->relation == VP_NO_RELATION) return given_together;
    vp_finding_relation(run, vp_reconciliation_relation(g->reconciliation, gap->relation));
    return given;
  }
  if (vp_interval_is_empty(gap->interval)) return contradicted;
  return put_others(run, g, gap) ? joint : undetermined;
}

static void report_cell(vp_run *run, const gaps *g, size_t index) {
  const vp_gap *gap = vp_localization_gap(g->found, index);
  const vp_cell *cell = cell_at(g, index);
  bool is_text = cell->quantity.state != VP_QUANTITY_MISSING;
  size_t variant = gap->is_known ? MISSING_KNOWN : MISSING;
  vp_finding_begin(run, is_text ? UNREADABLE : variant, vp_cell_place(cell));
  run->draft.message.note = reason_of(run, g, gap);
  vp_finding_cell(run, cell->element, cell->column);
  if (is_text) vp_finding_text(run, "text", cell->quantity.text);
}

static const vp_table *table_of(const vp_element *element) {
  return VP_AS(vp_table, vp_is_kind(element, "row") ? element->parent : element);
}

/* One of several numbers that a short row lacks; its values are not the finding's. */
static const char *describe(vp_run *run, const gaps *g, size_t index) {
  const vp_gap *gap = vp_localization_gap(g->found, index);
  const vp_cell *cell = cell_at(g, index);
  const vp_element *column = table_of(cell->element)->columns.items[cell->column];
  vp_draft open = run->draft;
  put_number(run, g, gap);
  vp_finding_text(run, "column", vp_name_of(column));
  vp_text text = gap->is_known ? given_in_column : contradicted_in_column;
  const char *rendered = vp_render(run, VP_PICK(text, run->options.language), &run->draft);
  run->draft = open;
  return rendered;
}

static void put_known(vp_run *run, const gaps *g, size_t first, size_t count) {
  const char **known = vp_run_array(run, LISTED + 1, sizeof *known);
  size_t listed = 0;
  for (size_t i = first; i < first + count && listed <= LISTED && known != NULL; i++) {
    const vp_gap *gap = vp_localization_gap(g->found, i);
    if (!gap->is_known && !vp_interval_is_empty(gap->interval)) continue;
    known[listed] = listed < LISTED ? describe(run, g, i) : "…";
    listed++;
  }
  if (listed > 0) vp_finding_texts(run, "known", known, listed);
  run->draft.message.note = listed > 0 ? some_given : none_given;
}

static void report_short_row(vp_run *run, const gaps *g, size_t first, size_t count) {
  const vp_cell *cell = cell_at(g, first);
  bool in_row = vp_is_kind(cell->element, "row");
  const vp_table *table = table_of(cell->element);
  vp_finding_begin(run, in_row ? SHORT_ROW : SHORT_TOTAL, vp_cell_place(cell));
  if (in_row) vp_finding_text(run, "row", vp_name_of(cell->element));
  vp_finding_text(run, "table", vp_name_of(&table->base));
  vp_finding_text(run, "column", vp_name_of(table->columns.items[cell->column]));
  vp_finding_count(run, "missing", count);
  vp_finding_count(run, "columns", table->columns.count);
  put_known(run, g, first, count);
}

/* How many gaps from this one on share its place: more than one when a row is short. */
static size_t count_same_place(const gaps *g, size_t first) {
  const vp_cell *cell = cell_at(g, first);
  size_t end = first + 1;
  while (cell->item == VP_NO_ITEM && end < vp_localization_gap_count(g->found) &&
         cell_at(g, end)->item == VP_NO_ITEM && cell_at(g, end)->element == cell->element)
    end++;
  return end - first;
}

static bool is_outcome(const vp_cell *cell) { return vp_is_kind(cell->element, "observation"); }

static bool has_gaps(vp_run *run, const vp_reconciliation *reconciliation) {
  bool found = false;
  for (size_t i = 0; i < vp_reconciliation_cell_count(reconciliation); i++) {
    const vp_cell *cell = vp_reconciliation_cell(reconciliation, i);
    if (is_outcome(cell)) continue;
    vp_run_applied(run);
    found = found || cell->quantity.state != VP_QUANTITY_NUMBER;
  }
  return found;
}

static void find_missing(vp_run *run) {
  gaps g = {.reconciliation = vp_run_reconciliation(run)};
  if (g.reconciliation == NULL || !has_gaps(run, g.reconciliation)) return;
  g.found = vp_run_localization(run);
  if (g.found == NULL || !group(&g, run)) return;
  for (size_t i = 0, count; i < vp_localization_gap_count(g.found); i += count) {
    count = count_same_place(&g, i);
    if (count > 1)
      report_short_row(run, &g, i, count);
    else if (!is_outcome(cell_at(&g, i)))
      report_cell(run, &g, i);
  }
}

const vp_rule vp_rule_missing_cell = {
    .id = "budget/missing-cell",
    .severity = VP_SEVERITY_NOTE,
    .title = {"ett tal i budgeten saknas", "a number in the budget is missing"},
    .check = find_missing,
    VP_MESSAGES(missing),
};
