#include <vp/names.h>

#include <stdio.h>

#include "model/plan.h"
#include "rules/names.h"
#include "rules/rule.h"

static const vp_text slips[] = {
    [VP_SLIP_UNKNOWN] = {"", ""},
    [VP_SLIP_DIGIT_LEFT_OUT] = {"en siffra har fallit bort", "a digit left out"},
    [VP_SLIP_DIGIT_ADDED] = {"en siffra för mycket", "a digit added"},
    [VP_SLIP_DIGIT_CHANGED] = {"en siffra är en annan", "a digit changed"},
    [VP_SLIP_DIGITS_SWAPPED] = {"två siffror har bytt plats", "two digits swapped"},
    [VP_SLIP_SIGN] = {"fel tecken", "the wrong sign"},
    [VP_SLIP_FACTOR] = {"decimalkommat står fel", "the decimal comma misplaced"},
    [VP_SLIP_UNIT] = {"skrivet i en annan enhet", "written in another unit"},
    [VP_SLIP_OTHER_COLUMN] = {"en annan kolumns tal", "another column's figure"},
    [VP_SLIP_EXCHANGED] = {"har bytt plats med ett annat tal", "exchanged with another figure"},
    [VP_SLIP_COLUMNS_EXCHANGED] = {"kolumnerna har bytt plats", "the columns exchanged"},
    [VP_SLIP_NOT_COUNTED] = {"en rad är inte medräknad", "a row not counted"},
    [VP_SLIP_COUNTED_TWICE] = {"en rad är räknad två gånger", "a row counted twice"},
    [VP_SLIP_SUBTOTAL_COUNTED] = {"delsumman är räknad tillsammans med sina delar",
                                  "the subtotal counted beside its parts"},
    [VP_SLIP_ROW_LEFT_OUT] = {"en rad saknas i tabellen", "a row is missing from the table"},
};

const char *vp_slip_text(vp_slip slip, vp_language language) {
  return (size_t)slip < sizeof slips / sizeof *slips ? VP_PICK(slips[slip], language) : "?";
}

static const vp_text in_table = {"”%s” i ”%s”", "\"%s\" in \"%s\""};
static const vp_text total = {"summan av ”%s”", "the total of \"%s\""};
static const vp_text closing = {"utgående ram", "the closing frame"};
static const vp_text opening = {"ingående ram", "the opening frame"};
static const vp_text outcome = {"”%s” %s", "\"%s\" %s"};
static const vp_text other = {"”%s”", "\"%s\""};

size_t vp_cell_name(char *buffer, size_t size, const vp_cell *cell, vp_language language) {
  const vp_element *element = cell->element;
  bool in_row = vp_is_kind(element, "row");
  const char *format = "", *first = "", *second = "";
  if (in_row || vp_is_kind(element, "table")) {
    const vp_table *table = VP_AS(vp_table, in_row ? element->parent : element);
    second = vp_name_of(table->columns.items[cell->column]);
    first = in_row ? vp_name_of(element) : second;
    format = VP_PICK(in_row ? in_table : total, language);
  } else if (vp_is_kind(element, "frame_amount")) {
    bool is_closing = strcmp(element->field->key, "closing") == 0;
    format = VP_PICK(is_closing ? closing : opening, language);
  } else if (vp_is_kind(element, "observation")) {
    first = vp_name_of(element->parent);
    second = VP_AS(vp_observation, element)->period.text;
    format = VP_PICK(outcome, language);
  } else if (element != NULL) {
    first = vp_name_of(element);
    format = VP_PICK(other, language);
  }
  return (size_t)snprintf(buffer, size, format, first, second);
}
