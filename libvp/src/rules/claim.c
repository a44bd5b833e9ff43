/* Figures in prose, held against the data with the precision they were written with. */
#include <string.h>

#include "base/text.h"
#include "rules/addend.h"
#include "rules/cell.h"

static vp_place says_of(const vp_claim *claim) { return vp_place_field(&claim->base, "says"); }

/* What the claim says, in the figure's unit when it names none. */
static bool find_says(vp_addend *out, const vp_claim *claim, vp_unit unit) {
  vp_quantity says = vp_quantity_complete(claim->says, unit, -1, VP_ROUNDING_ROUNDED);
  return vp_addend_of(out, &says, false) && vp_unit_is_comparable(out->unit, unit);
}

static const vp_message equal[] = {{
    {"texten säger {says} men {cell} är {actual}", "the text says {says} but {cell} is {actual}"},
    {"”{text}”", "\"{text}\""},
    {"rätta texten eller talet", "correct the text or the figure"},
}};

/* The one with fewer digits is the other one rounded. */
static bool agrees(vp_addend figure, vp_addend says, bool is_qualified) {
  if (!is_qualified && figure.value.exponent > says.value.exponent)
    return vp_interval_contains(figure.interval, says.value);
  return vp_interval_contains(says.interval, figure.value);
}

static bool is_answer(const vp_quantity *quantity) {
  return quantity->state == VP_QUANTITY_YES || quantity->state == VP_QUANTITY_NO;
}

static void begin_equal(vp_run *run, const vp_claim *claim, const vp_figure *figure) {
  vp_finding_begin(run, 0, says_of(claim));
  vp_finding_text(run, "text", claim->text);
  vp_finding_quantity(run, "says", &claim->says);
  vp_finding_cell(run, figure->place.element, figure->column);
}

/* Yes or no, of an indicator that is measured so. */
static void judge_answer(vp_run *run, const vp_claim *claim) {
  vp_figure figure;
  if (!vp_figure_find(&figure, run->plan, claim->equal) || !is_answer(&figure.quantity)) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  if (figure.quantity.state == claim->says.state) return;
  begin_equal(run, claim, &figure);
  vp_finding_quantity(run, "actual", &figure.quantity);
}

static void judge_equal(vp_run *run, const vp_claim *claim) {
  vp_addend figure, says;
  if (!vp_addend_find(run, &figure, claim->equal) || !find_says(&says, claim, figure.unit)) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  if (agrees(figure, says, claim->says.qualifier != VP_QUALIFIER_NONE)) return;
  begin_equal(run, claim, &figure.figure);
  vp_finding_number(run, "actual", vp_decimal_in_unit(figure.value, figure.unit), figure.unit);
}

static void find_equal(vp_run *run) {
  for (size_t i = 0; i < run->plan->claims.count; i++) {
    const vp_claim *claim = VP_ITEM(vp_claim, run->plan->claims, i);
    if (claim->equal == NULL) continue;
    if (is_answer(&claim->says))
      judge_answer(run, claim);
    else
      judge_equal(run, claim);
  }
}

static const vp_message count[] = {{
    {"texten säger {says} men planen har {actual}",
     "the text says {says} but the plan has {actual}"},
    {"”{text}”\nräknat i planen: {selector}", "\"{text}\"\ncounted in the plan: {selector}"},
    {"rätta texten, eller lägg till det som saknas", "correct the text, or add what is missing"},
}};

static void judge_count(vp_run *run, const vp_claim *claim) {
  vp_selection selection;
  vp_interval says;
  vp_run_fail(run, vp_count(&selection, &run->counts, claim->count, run->error));
  if (run->status != VP_OK) return;
  vp_quantity stated = vp_quantity_complete(claim->says, VP_UNIT_COUNT, -1, VP_ROUNDING_EXACT);
  if (!selection.is_valid || vp_quantity_interval(&says, &stated) != VP_OK) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  vp_decimal actual = {.coefficient = (int64_t)selection.count, .exponent = 0};
  if (vp_interval_contains(says, actual)) return;
  vp_finding_begin(run, 0, says_of(claim));
  vp_finding_text(run, "text", claim->text);
  vp_finding_text(run, "selector", claim->count);
  vp_finding_quantity(run, "says", &claim->says);
  vp_finding_count(run, "actual", selection.count);
}

static void find_count(vp_run *run) {
  for (size_t i = 0; i < run->plan->claims.count; i++) {
    const vp_claim *claim = VP_ITEM(vp_claim, run->plan->claims, i);
    if (claim->count != NULL) judge_count(run, claim);
  }
}

static const vp_message share[] = {
    {
        {"texten säger {says} men {part} av {whole} är {actual}",
         "the text says {says} but {part} of {whole} is {actual}"},
        {"”{text}”", "\"{text}\""},
        {"rätta andelen, eller talen som den räknas på",
         "correct the share, or the figures that it is taken of"},
    },
    {
        {"texten säger {says} men det som {part} ska vara en del av är {whole}",
         "the text says {says} but what {part} is to be a part of is {whole}"},
        {"”{text}”", "\"{text}\""},
        {"rätta andelen, eller talen som den räknas på",
         "correct the share, or the figures that it is taken of"},
    },
};
enum { SHARE_WRONG, SHARE_OF_NOTHING };

static void judge_share(vp_run *run, const vp_relation *relation) {
  const vp_claim *claim = VP_AS(vp_claim, relation->owner);
  vp_addend part, whole;
  if (relation->verdict > VP_VERDICT_IMPOSSIBLE ||
      !vp_addend_find(run, &part, claim->share.items[0]) ||
      !vp_addend_find(run, &whole, claim->share.items[1])) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  if (relation->verdict != VP_VERDICT_IMPOSSIBLE) return;
  bool of_nothing = vp_decimal_sign(whole.value) == 0;
  vp_finding_begin(run, of_nothing ? SHARE_OF_NOTHING : SHARE_WRONG, says_of(claim));
  vp_finding_text(run, "text", claim->text);
  vp_finding_quantity(run, "says", &claim->says);
  vp_finding_number(run, "part", vp_decimal_in_unit(part.value, part.unit), part.unit);
  vp_finding_number(run, "whole", vp_decimal_in_unit(whole.value, whole.unit), whole.unit);
  if (!of_nothing)
    vp_finding_number(run, "actual",
                      vp_addend_percentage(part.value, whole.value, claim->says.value.exponent),
                      VP_UNIT_PERCENT);
}

static void find_share(vp_run *run) {
  const vp_reconciliation *reconciliation = vp_run_reconciliation(run);
  if (reconciliation == NULL) return;
  for (size_t i = 0; i < vp_reconciliation_relation_count(reconciliation); i++) {
    const vp_relation *relation = vp_reconciliation_relation(reconciliation, i);
    if (relation->kind == VP_RELATION_SHARE) judge_share(run, relation);
  }
}

typedef enum movement { NO_WORD, INCREASE, DECREASE, UNCHANGED } movement;

static movement movement_of(const char *text) {
  static const struct {
    const char *word;
    movement means;
  } words[] = {
      {"ökar", INCREASE},        {"ökade", INCREASE},        {"ökning", INCREASE},
      {"ökat", INCREASE},        {"increase", INCREASE},     {"increases", INCREASE},
      {"increased", INCREASE},   {"minskar", DECREASE},      {"minskade", DECREASE},
      {"minskning", DECREASE},   {"minskat", DECREASE},      {"decrease", DECREASE},
      {"decreases", DECREASE},   {"decreased", DECREASE},    {"oförändrad", UNCHANGED},
      {"oförändrat", UNCHANGED}, {"oförändrade", UNCHANGED}, {"unchanged", UNCHANGED},
  };
  for (size_t i = 0; text != NULL && i < sizeof words / sizeof *words; i++)
    if (vp_text_is(text, strlen(text), words[i].word)) return words[i].means;
  return NO_WORD;
}

static const vp_message change[] = {
    {
        {"texten säger ”{says}” men {from} har blivit {to} ({+actual})",
         "the text says \"{says}\" but {from} has become {to} ({+actual})"},
        {"”{text}”", "\"{text}\""},
        {"rätta texten eller talen", "correct the text or the figures"},
    },
    {
        {"”{says}” går inte att läsa som en förändring", "\"{says}\" cannot be read as a change"},
        {NULL, NULL},
        {"skriv ett tal (+1,6 mnkr) eller ökar, minskar, oförändrad",
         "write a number (+1,6 mnkr) or increases, decreases, unchanged"},
    },
};
enum { CHANGE_WRONG, CHANGE_UNREADABLE };

static bool overlaps(vp_interval a, vp_interval b) {
  return !vp_interval_is_empty(vp_interval_intersect(a, b));
}

static bool change_agrees(movement word, vp_addend says, vp_addend from, vp_addend to,
                          vp_addend difference) {
  int sign = vp_decimal_sign(difference.value);
  switch (word) {
    case INCREASE: return sign > 0;
    case DECREASE: return sign < 0;
    case UNCHANGED: return overlaps(from.interval, to.interval);
    case NO_WORD: break;
  }
  return overlaps(says.interval, difference.interval);
}

static bool subtract(vp_addend *out, vp_addend to, vp_addend from) {
  const vp_decimal minus_one = {.coefficient = -1, .exponent = 0};
  out->unit = to.unit;
  return vp_interval_scale(&from.interval, from.interval, minus_one) == VP_OK &&
         vp_interval_add(&out->interval, to.interval, from.interval) == VP_OK &&
         vp_decimal_subtract(&out->value, to.value, from.value) == VP_OK;
}

static void judge_change(vp_run *run, const vp_claim *claim) {
  vp_addend says = {.unit = VP_UNIT_NONE}, from, to, difference;
  movement word = movement_of(claim->says.text);
  bool is_number = claim->says.state == VP_QUANTITY_NUMBER;
  if (!is_number && word == NO_WORD && claim->says.text != NULL) {
    vp_run_applied(run);
    vp_finding_begin(run, CHANGE_UNREADABLE, says_of(claim));
    vp_finding_text(run, "says", claim->says.text);
    return;
  }
  if (!vp_addend_find(run, &from, claim->change.items[0]) ||
      !vp_addend_find(run, &to, claim->change.items[1]) ||
      !vp_unit_is_comparable(from.unit, to.unit) || !subtract(&difference, to, from) ||
      (word == NO_WORD && !find_says(&says, claim, to.unit))) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  if (change_agrees(word, says, from, to, difference)) return;
  vp_finding_begin(run, CHANGE_WRONG, says_of(claim));
  vp_finding_text(run, "text", claim->text);
  vp_finding_quantity(run, "says", &claim->says);
  vp_finding_number(run, "from", vp_decimal_in_unit(from.value, from.unit), from.unit);
  vp_finding_number(run, "to", vp_decimal_in_unit(to.value, to.unit), to.unit);
  vp_finding_number(run, "actual", vp_decimal_in_unit(difference.value, to.unit), to.unit);
}

static void find_change(vp_run *run) {
  for (size_t i = 0; i < run->plan->claims.count; i++) {
    const vp_claim *claim = VP_ITEM(vp_claim, run->plan->claims, i);
    if (claim->change.count == 2) judge_change(run, claim);
  }
}

static const vp_message unreadable[] = {{
    {"det som texten säger går inte att läsa som ett tal: ”{says}”",
     "what the text says cannot be read as a number: \"{says}\""},
    {NULL, NULL},
    {"skriv talet med siffror, till exempel 4, 1 % eller 2,3 mnkr",
     "write the number in digits, for example 4, 1 % or 2,3 mnkr"},
}};

static void find_unreadable(vp_run *run) {
  for (size_t i = 0; i < run->plan->claims.count; i++) {
    const vp_claim *claim = VP_ITEM(vp_claim, run->plan->claims, i);
    bool may_be_answer = claim->equal != NULL && is_answer(&claim->says);
    if (claim->change.count > 0 || may_be_answer) continue;
    vp_run_applied(run);
    if (claim->says.state == VP_QUANTITY_NUMBER || claim->says.text == NULL) continue;
    vp_finding_begin(run, 0, says_of(claim));
    vp_finding_text(run, "says", claim->says.text);
  }
}

const vp_rule vp_rule_claim_equal = {
    .id = "claim/equal",
    .severity = VP_SEVERITY_ERROR,
    .title = {"ett tal i texten är inte tabellens",
              "a figure in the text is not that of the table"},
    .check = find_equal,
    VP_MESSAGES(equal),
};

const vp_rule vp_rule_claim_count = {
    .id = "claim/count",
    .severity = VP_SEVERITY_ERROR,
    .title = {"ett antal i texten stämmer inte", "a count in the text is wrong"},
    .check = find_count,
    VP_MESSAGES(count),
};

const vp_rule vp_rule_claim_share = {
    .id = "claim/share",
    .severity = VP_SEVERITY_ERROR,
    .title = {"en andel i texten stämmer inte", "a share in the text is wrong"},
    .check = find_share,
    VP_MESSAGES(share),
};

const vp_rule vp_rule_claim_change = {
    .id = "claim/change",
    .severity = VP_SEVERITY_ERROR,
    .title = {"en förändring i texten stämmer inte", "a change in the text is wrong"},
    .check = find_change,
    VP_MESSAGES(change),
};

const vp_rule vp_rule_claim_unreadable = {
    .id = "claim/unreadable",
    .severity = VP_SEVERITY_NOTE,
    .title = {"det som texten säger går inte att läsa som ett tal",
              "what the text says cannot be read as a number"},
    .check = find_unreadable,
    VP_MESSAGES(unreadable),
};
