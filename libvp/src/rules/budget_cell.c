/* Cells that are missing, or that say more or something else than their table. */
#include "rules/budget_sum.h"
#include "rules/cell.h"
#include "rules/names.h"

static const char *unit_name(vp_unit unit, vp_language language) {
  static const vp_text none = {"utan enhet", "no unit"}, count = {"antal", "count"},
                       other = {"annan enhet", "another unit"};
  const char *symbol = vp_unit_symbol(unit);
  if (*symbol != '\0') return symbol;
  if (unit == VP_UNIT_INDEX) return "index";
  if (unit == VP_UNIT_NONE) return VP_PICK(none, language);
  return unit == VP_UNIT_COUNT ? VP_PICK(count, language) : VP_PICK(other, language);
}

/* The relation that says most of a missing cell: one in which it alone is missing. */
static const vp_relation **find_witnesses(vp_run *run, const vp_reconciliation *reconciliation) {
  size_t cells = vp_reconciliation_cell_count(reconciliation);
  const vp_relation **witnesses = vp_run_array(run, cells + 1, sizeof *witnesses);
  if (witnesses == NULL) return NULL;
  for (size_t i = 0; i < vp_reconciliation_relation_count(reconciliation); i++) {
    const vp_relation *relation = vp_reconciliation_relation(reconciliation, i);
    if (relation->missing_is_known && witnesses[relation->missing] == NULL)
      witnesses[relation->missing] = relation;
  }
  return witnesses;
}

static const vp_message missing[] = {
    {
        {"{cell} saknas", "{cell} is missing"},
        {"{relation} ger {value}; det sanna talet är {interval}",
         "{relation} gives {value}; the true number is {interval}"},
        {"skriv in {value} om underlaget säger detsamma",
         "enter {value} if the source says so too"},
    },
    {
        {"{cell} saknas", "{cell} is missing"},
        {"inget samband i planen räcker för att räkna ut talet",
         "no relation in the plan is enough to work it out"},
        {NULL, NULL},
    },
    {
        {"{cell} går inte att läsa som ett tal: ”{text}”",
         "{cell} cannot be read as a number: \"{text}\""},
        {"{relation} ger {value}; det sanna talet är {interval}",
         "{relation} gives {value}; the true number is {interval}"},
        {"skriv talet som 231,2 eller 1 949 356 kr, eller null utan citattecken om det är okänt",
         "write the number as 231,2 or 1 949 356 kr, or null without quotes if it is unknown"},
    },
    {
        {"{cell} går inte att läsa som ett tal: ”{text}”",
         "{cell} cannot be read as a number: \"{text}\""},
        {"inget samband i planen räcker för att räkna ut talet",
         "no relation in the plan is enough to work it out"},
        {"skriv talet som 231,2 eller 1 949 356 kr, eller null utan citattecken om det är okänt",
         "write the number as 231,2 or 1 949 356 kr, or null without quotes if it is unknown"},
    },
};
enum { MISSING_KNOWN, MISSING_UNKNOWN, UNREADABLE };

/* Tells the cells apart that a short row does not have. */
static const char *column_id(const vp_cell *cell) {
  const vp_element *table = cell->element;
  if (vp_is_kind(table, "row")) table = table->parent;
  if (!vp_is_kind(table, "table")) return NULL;
  return VP_AS(vp_table, table)->columns.items[cell->column]->id;
}

static void find_missing(vp_run *run) {
  const vp_reconciliation *reconciliation = vp_run_reconciliation(run);
  const vp_relation **witnesses =
      reconciliation != NULL ? find_witnesses(run, reconciliation) : NULL;
  if (witnesses == NULL) return;
  for (size_t i = 0; i < vp_reconciliation_cell_count(reconciliation); i++) {
    const vp_cell *cell = vp_reconciliation_cell(reconciliation, i);
    if (vp_is_kind(cell->element, "observation")) continue;
    vp_run_applied(run);
    if (cell->quantity.state == VP_QUANTITY_NUMBER) continue;
    const vp_relation *relation = witnesses[i];
    bool is_text = cell->quantity.state != VP_QUANTITY_MISSING;
    vp_finding_begin(
        run,
        (relation != NULL ? MISSING_KNOWN : MISSING_UNKNOWN) + (is_text ? (size_t)UNREADABLE : 0),
        vp_cell_place(cell));
    vp_finding_key(run, column_id(cell));
    if (relation != NULL) {
      vp_finding_relation(run, relation);
      vp_finding_number(run, "value", relation->missing_value, relation->unit);
      vp_finding_interval(run, "interval", relation->missing_interval, relation->unit);
    }
    vp_finding_cell(run, cell->element, cell->column);
    if (is_text) vp_finding_text(run, "text", cell->quantity.text);
  }
}

static const vp_message excess[] = {{
    {"{value} har fler decimaler än planen anger för tabellen ({decimals})",
     "{value} has more decimals than the plan declares for the table ({decimals})"},
    {NULL, NULL},
    {"avrunda talet, eller ändra det angivna antalet decimaler (\"decimals\")",
     "round the number, or change the declared number of decimals (\"decimals\")"},
}};

static void find_excess(vp_run *run) {
  const vp_reconciliation *reconciliation = vp_run_reconciliation(run);
  if (reconciliation == NULL) return;
  for (size_t i = 0; i < vp_reconciliation_cell_count(reconciliation); i++) {
    const vp_cell *cell = vp_reconciliation_cell(reconciliation, i);
    const vp_quantity *quantity = &cell->quantity;
    bool has_own_unit = quantity->unit != cell->unit;
    if (quantity->state != VP_QUANTITY_NUMBER || cell->decimals < 0 || has_own_unit) continue;
    vp_run_applied(run);
    if (quantity->value.exponent >= -cell->decimals) continue;
    vp_finding_begin(run, 0, vp_cell_place(cell));
    vp_finding_quantity(run, "value", quantity);
    vp_finding_count(run, "decimals", (size_t)cell->decimals);
  }
}

static const vp_message mixed[] = {
    {
        {"{relation} blandar tal av olika slag: {units}",
         "{relation} mixes numbers of different kinds: {units}"},
        {NULL, NULL},
        {"ange tabellens enhet (\"unit\"), eller skriv enheten vid talet",
         "give the table's unit (\"unit\"), or write the unit with the number"},
    },
    {
        {"andelen är skriven som {says}, inte i procent",
         "the share is written as {says}, not in per cent"},
        {NULL, NULL},
        {"skriv andelen i procent, till exempel 1 %", "write the share in per cent, such as 1 %"},
    },
};
enum { MIXED_UNITS, SHARE_IN_UNITS };

static const char *const *units_of(vp_run *run, const vp_relation *relation,
                                   const vp_reconciliation *reconciliation, size_t *count) {
  enum { KINDS = VP_UNIT_OTHER + 1 };
  bool seen[KINDS] = {false};
  const char **names = vp_run_array(run, KINDS, sizeof *names);
  *count = 0;
  if (names == NULL) return NULL;
  for (size_t i = 0; i <= relation->term_count; i++) {
    uint32_t cell = i == 0 ? relation->total : relation->terms[i - 1].cell;
    const vp_quantity *quantity = &vp_reconciliation_cell(reconciliation, cell)->quantity;
    if (quantity->state != VP_QUANTITY_NUMBER || seen[quantity->unit]) continue;
    names[(*count)++] = unit_name((vp_unit)quantity->unit, run->options.language);
    seen[quantity->unit] = true;
  }
  return names;
}

static void find_mixed(vp_run *run) {
  const vp_reconciliation *reconciliation = vp_run_reconciliation(run);
  if (reconciliation == NULL) return;
  for (size_t i = 0; i < vp_reconciliation_relation_count(reconciliation); i++) {
    const vp_relation *relation = vp_reconciliation_relation(reconciliation, i);
    vp_run_applied(run);
    if (relation->verdict != VP_VERDICT_UNIT_MISMATCH) continue;
    size_t count;
    const char *const *units = units_of(run, relation, reconciliation, &count);
    bool is_share = relation->kind == VP_RELATION_SHARE && count < 2;
    vp_finding_begin_relation(run, is_share ? SHARE_IN_UNITS : MIXED_UNITS, relation);
    vp_finding_texts(run, "units", units, count);
    if (is_share) vp_finding_quantity(run, "says", &VP_AS(vp_claim, relation->owner)->says);
  }
}

static const vp_message overflow[] = {{
    {"{relation} kunde inte räknas ut: talen är för stora",
     "{relation} could not be computed: the numbers are too large"},
    {NULL, NULL},
    {"kontrollera talen, eller använd en större enhet", "check the numbers, or use a larger unit"},
}};

static void find_overflow(vp_run *run) {
  const vp_reconciliation *reconciliation = vp_run_reconciliation(run);
  if (reconciliation == NULL) return;
  for (size_t i = 0; i < vp_reconciliation_relation_count(reconciliation); i++) {
    const vp_relation *relation = vp_reconciliation_relation(reconciliation, i);
    vp_run_applied(run);
    if (relation->verdict == VP_VERDICT_OVERFLOW) vp_finding_begin_relation(run, 0, relation);
  }
}

static const vp_message extra[] = {
    {
        {"raden ”{name}” har fler värden ({values}) än tabellen har kolumner ({columns})",
         "the row \"{name}\" has more values ({values}) than the table has columns ({columns})"},
        {NULL, NULL},
        {"ta bort de överskjutande värdena, eller lägg till kolumner",
         "remove the values in excess, or add columns"},
    },
    {
        {"summaraden i ”{name}” har fler värden ({values}) än tabellen har kolumner ({columns})",
         "the total row of \"{name}\" has more values ({values}) than the table has columns "
         "({columns})"},
        {NULL, NULL},
        {"ta bort de överskjutande värdena, eller lägg till kolumner",
         "remove the values in excess, or add columns"},
    },
};
enum { EXTRA_IN_ROW, EXTRA_IN_TOTAL };

static void judge_width(vp_run *run, const vp_table *table, const vp_element *element,
                        size_t values) {
  vp_run_applied(run);
  if (values <= table->columns.count) return;
  bool in_total = element == &table->base;
  vp_finding_begin(run, in_total ? EXTRA_IN_TOTAL : EXTRA_IN_ROW,
                   vp_place_item(element, in_total ? "total" : "values", table->columns.count));
  vp_finding_text(run, "name", vp_name_of(element));
  vp_finding_count(run, "values", values);
  vp_finding_count(run, "columns", table->columns.count);
}

static void find_extra(vp_run *run) {
  const vp_budget *budget = run->plan->budget;
  for (size_t i = 0; budget != NULL && i < budget->tables.count; i++) {
    const vp_table *table = VP_ITEM(vp_table, budget->tables, i);
    for (size_t row = 0; row < table->rows.count; row++) {
      const vp_row *judged = VP_ITEM(vp_row, table->rows, row);
      judge_width(run, table, &judged->base, judged->values.count);
    }
    judge_width(run, table, &table->base, table->total.count);
  }
}

const vp_rule vp_rule_missing_cell = {
    .id = "budget/missing-cell",
    .severity = VP_SEVERITY_NOTE,
    .title = {"ett tal i budgeten saknas", "a number in the budget is missing"},
    .check = find_missing,
    VP_MESSAGES(missing),
};

const vp_rule vp_rule_excess_digits = {
    .id = "budget/excess-digits",
    .severity = VP_SEVERITY_WARNING,
    .title = {"ett tal har fler decimaler än tabellen anger",
              "a number has more decimals than its table declares"},
    .check = find_excess,
    VP_MESSAGES(excess),
};

const vp_rule vp_rule_unit_mismatch = {
    .id = "budget/unit-mismatch",
    .severity = VP_SEVERITY_ERROR,
    .title = {"en summa blandar kronor med annat", "a sum mixes money with something else"},
    .check = find_mixed,
    VP_MESSAGES(mixed),
};

const vp_rule vp_rule_not_computed = {
    .id = "budget/not-computed",
    .severity = VP_SEVERITY_WARNING,
    .title = {"en summa kunde inte räknas ut", "a sum could not be computed"},
    .check = find_overflow,
    VP_MESSAGES(overflow),
};

const vp_rule vp_rule_extra_value = {
    .id = "budget/extra-value",
    .severity = VP_SEVERITY_WARNING,
    .title = {"en rad har fler värden än tabellen har kolumner",
              "a row has more values than its table has columns"},
    .check = find_extra,
    VP_MESSAGES(extra),
};
