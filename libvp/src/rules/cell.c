#include "rules/cell.h"

#include <vp/names.h>

#include "rules/names.h"

typedef enum kind { IN_ROW, IN_TOTAL, OPENING, CLOSING, CHANGE, OUTCOME } kind;

static const vp_text names[] = {
    [IN_ROW] = {"talet för ”{row}” i kolumnen ”{column}” i ”{table}”",
                "the number for \"{row}\" in the column \"{column}\" of \"{table}\""},
    [IN_TOTAL] = {"summan av kolumnen ”{column}” i ”{table}”",
                  "the total of the column \"{column}\" of \"{table}\""},
    [OPENING] = {"ingående ram", "the opening frame"},
    [CLOSING] = {"utgående ram", "the closing frame"},
    [CHANGE] = {"beloppet för ”{name}”", "the amount of \"{name}\""},
    [OUTCOME] = {"utfallet {period} för ”{name}”", "the outcome of {period} for \"{name}\""},
};

/* Adds what the names mention. */
static kind put_parts(vp_run *run, const vp_element *element, uint32_t column) {
  bool in_row = vp_is_kind(element, "row");
  if (in_row || vp_is_kind(element, "table")) {
    const vp_table *table = VP_AS(vp_table, in_row ? element->parent : element);
    if (in_row) vp_finding_text(run, "row", vp_name_of(element));
    vp_finding_text(run, "column", vp_name_of(table->columns.items[column]));
    vp_finding_text(run, "table", vp_name_of(&table->base));
    return in_row ? IN_ROW : IN_TOTAL;
  }
  if (vp_is_kind(element, "frame_amount"))
    return &run->plan->budget->frame->closing->base == element ? CLOSING : OPENING;
  bool is_outcome = vp_is_kind(element, "observation");
  vp_finding_text(run, "name", vp_name_of(is_outcome ? element->parent : element));
  if (!is_outcome) return CHANGE;
  vp_finding_text(run, "period", VP_AS(vp_observation, element)->period.text);
  return OUTCOME;
}

void vp_finding_cell(vp_run *run, const vp_element *element, uint32_t column) {
  vp_finding_phrase(run, "cell", names[put_parts(run, element, column)]);
}

const char *vp_run_cell_name(vp_run *run, const vp_cell *cell) {
  size_t size = vp_cell_name(NULL, 0, cell, run->options.language) + 1;
  char *name = vp_run_array(run, size, 1);
  if (name == NULL) return "";
  vp_cell_name(name, size, cell, run->options.language);
  return name;
}

vp_place vp_cell_place(const vp_cell *cell) {
  vp_place place = vp_place_field(cell->element, cell->field);
  place.item = cell->item;
  return place;
}
