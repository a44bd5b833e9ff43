/* Cells that say more or something else than their table. */
#include <string.h>

#include "rules/budget_sum.h"
#include "rules/cell.h"
#include "rules/names.h"

static const char *unit_name(const vp_cell *cell, vp_language language) {
  static const vp_text none = {"utan enhet", "no unit"}, count = {"antal", "count"};
  vp_unit unit = (vp_unit)cell->quantity.unit;
  if (unit == VP_UNIT_OTHER) return cell->unit_text;
  const char *symbol = vp_unit_symbol(unit);
  if (*symbol != '\0') return symbol;
  if (unit == VP_UNIT_INDEX) return "index";
  return unit == VP_UNIT_COUNT ? VP_PICK(count, language) : VP_PICK(none, language);
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

static bool is_listed(const char *const *names, size_t count, const char *name) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(names[i], name) == 0) return true;
  return false;
}

static const char *const *units_of(vp_run *run, const vp_relation *relation,
                                   const vp_reconciliation *reconciliation, size_t *count) {
  enum { MOST = 16 };
  const char **names = vp_run_array(run, MOST, sizeof *names);
  *count = 0;
  if (names == NULL) return NULL;
  for (size_t i = 0; i <= relation->term_count && *count < MOST; i++) {
    uint32_t index = i == 0 ? relation->total : relation->terms[i - 1].cell;
    const vp_cell *cell = vp_reconciliation_cell(reconciliation, index);
    if (cell->quantity.state != VP_QUANTITY_NUMBER) continue;
    const char *name = unit_name(cell, run->options.language);
    if (!is_listed(names, *count, name)) names[(*count)++] = name;
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
