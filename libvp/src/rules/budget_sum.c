/* Sums that do not add up, and by how much. */
#include "rules/budget_sum.h"

#include "model/profile.h"
#include "rules/cell.h"
#include "rules/names.h"
#include "rules/suspect.h"

static const vp_text relations[] = {
    [VP_RELATION_FRAME] = {"ingående ram med förändringar", "the opening frame with its changes"},
    [VP_RELATION_COLUMN] = {"kolumnen ”{column}” i ”{table}”",
                            "the column \"{column}\" of \"{table}\""},
    [VP_RELATION_SUBTOTAL] = {"delsumman ”{row}” i kolumnen ”{column}”",
                              "the subtotal \"{row}\" in the column \"{column}\""},
    [VP_RELATION_ROW] =
        {"raden ”{row}” i ”{table}”, summerad till kolumnen ”{column}”,",
         "the row \"{row}\" of \"{table}\", added up into the column \"{column}\","},
    [VP_RELATION_TIE] = {"sambandet ”{tie}”", "the tie \"{tie}\""},
    [VP_RELATION_SHARE] = {"andelen", "the share"},
    [VP_RELATION_NOT_NEGATIVE] = {"{cell}", "{cell}"},
};
static const vp_text total_row = {
    "summaraden i ”{table}”, summerad till kolumnen ”{column}”,",
    "the total row of \"{table}\", added up into the column \"{column}\","};

static const vp_text why_likely = {
    "det mesta som avrundning av {cells} tal brukar ge (tre standardavvikelser)",
    "the most that rounding {cells} numbers usually gives (three standard deviations)"};
static const vp_text why_profile = {
    "det mesta som avrundning av {cells} tal brukar ge ({sigmas} standardavvikelser, enligt "
    "profilen)",
    "the most that rounding {cells} numbers usually gives ({sigmas} standard deviations, as the "
    "profile says)"};
static const vp_text why_worst = {"det mesta som avrundning av {cells} tal kan ge",
                                  "the most that rounding {cells} numbers can give"};
static const vp_text why_exact = {"alla talen är exakta", "all the numbers are exact"};
static const vp_text why_open = {
    "ett av talen anger bara en gräns (över, under, minst eller högst)",
    "one of the numbers states only a bound (over, under, at least or at most)"};

#define INTERVALS_SV "\nden sanna summan är {sum_interval}, det angivna talet {stated_interval}"
#define INTERVALS_EN "\nthe true sum is {sum_interval}, the stated number {stated_interval}"
#define TOLERANCE_SV "tolerans {tolerance}: {reason}" INTERVALS_SV
#define TOLERANCE_EN "tolerance {tolerance}: {reason}" INTERVALS_EN

static const vp_message rounding[] = {
    {
        {"{relation} ger {sum} men {stated} är angivet: skillnaden {+difference} ryms i "
         "avrundningen",
         "{relation} gives {sum} but {stated} is stated: the difference of {+difference} is within "
         "rounding"},
        {TOLERANCE_SV, TOLERANCE_EN},
        {NULL, NULL},
    },
    {
        {"{relation} ger {sum} men {stated} är angivet: talen kan ändå stämma överens",
         "{relation} gives {sum} but {stated} is stated: the numbers can agree all the same"},
        {"{reason}" INTERVALS_SV, "{reason}" INTERVALS_EN},
        {NULL, NULL},
    },
    {
        {"{relation} ger {sum} men får ge högst {stated}: skillnaden {+difference} ryms i "
         "avrundningen",
         "{relation} gives {sum} but may give at most {stated}: the difference of {+difference} is "
         "within rounding"},
        {TOLERANCE_SV, TOLERANCE_EN},
        {NULL, NULL},
    },
    {
        {"{relation} ger {sum} men får ge högst {stated}: talen kan ändå stämma överens",
         "{relation} gives {sum} but may give at most {stated}: the numbers can agree all the same"},
        {"{reason}" INTERVALS_SV, "{reason}" INTERVALS_EN},
        {NULL, NULL},
    },
};
enum { ROUNDING_PLAIN, ROUNDING_UNBOUNDED, ROUNDING_LIMIT, ROUNDING_LIMIT_UNBOUNDED };

#define SELDOM_SV \
  TOLERANCE_SV    \
  "\nbara om nästan alla tal är avrundade åt samma håll kan skillnaden bli {worst_case}"
#define SELDOM_EN \
  TOLERANCE_EN    \
  "\nonly if nearly all numbers were rounded the same way could the difference be {worst_case}"

static const vp_message doubtful[] = {
    {
        {"{relation} ger {sum} men {stated} är angivet: skillnaden {+difference} är mer än "
         "avrundning brukar ge",
         "{relation} gives {sum} but {stated} is stated: the difference of {+difference} is more "
         "than rounding usually gives"},
        {SELDOM_SV, SELDOM_EN},
        {"jämför varje tal med underlaget", "hold each number against its source"},
    },
    {
        {"{relation} ger {sum} men får ge högst {stated}: skillnaden {+difference} är mer än "
         "avrundning brukar ge",
         "{relation} gives {sum} but may give at most {stated}: the difference of {+difference} is "
         "more than rounding usually gives"},
        {SELDOM_SV, SELDOM_EN},
        {"jämför varje tal med underlaget", "hold each number against its source"},
    },
};
enum { DOUBTFUL_PLAIN, DOUBTFUL_LIMIT };

static const vp_message impossible[] = {
    {
        {"{relation} ger {sum} men {stated} är angivet: skillnaden {+difference} kan ingen "
         "avrundning förklara",
         "{relation} gives {sum} but {stated} is stated: no rounding explains the difference of "
         "{+difference}"},
        {TOLERANCE_SV, TOLERANCE_EN},
        {"jämför varje tal med underlaget: minst ett av dem är fel",
         "hold each number against its source: at least one of them is wrong"},
    },
    {
        {"{relation} ger {sum} men {stated} är angivet: skillnaden är {+difference}, fast tabellen "
         "ska vara justerad",
         "{relation} gives {sum} but {stated} is stated: the difference is {+difference}, in a "
         "table that is stated to be adjusted"},
        {"tolerans 0: planen uppger att tabellen är justerad så att den går jämnt ut" INTERVALS_SV,
         "tolerance 0: the plan states that the table is adjusted to add up" INTERVALS_EN},
        {"rätta ett tal, eller ta bort uppgiften att tabellen är justerad (\"rounding\")",
         "correct a number, or take away the statement that the table is adjusted (\"rounding\")"},
    },
    {
        {"{relation} ger {sum} men {stated} är angivet: talen kan inte stämma överens",
         "{relation} gives {sum} but {stated} is stated: the numbers cannot agree"},
        {"{reason}" INTERVALS_SV, "{reason}" INTERVALS_EN},
        {"jämför varje tal med underlaget: minst ett av dem är fel",
         "hold each number against its source: at least one of them is wrong"},
    },
    {
        {"{relation} är mindre än noll: {stated}", "{relation} is less than zero: {stated}"},
        {"det sanna talet är {stated_interval}", "the true number is {stated_interval}"},
        {"jämför talet med underlaget, eller ta bort uppgiften att det inte får vara "
         "negativt (\"not_negative\")",
         "hold the number against its source, or take away the statement that it may not be "
         "negative (\"not_negative\")"},
    },
    {
        {"{relation} ger {sum} men får ge högst {stated}: skillnaden {+difference} kan ingen "
         "avrundning förklara",
         "{relation} gives {sum} but may give at most {stated}: no rounding explains the difference "
         "of {+difference}"},
        {TOLERANCE_SV, TOLERANCE_EN},
        {"jämför varje tal med underlaget: minst ett av dem är fel",
         "hold each number against its source: at least one of them is wrong"},
    },
    {
        {"{relation} ger {sum} men får ge högst {stated}: talen kan inte stämma överens",
         "{relation} gives {sum} but may give at most {stated}: the numbers cannot agree"},
        {"{reason}" INTERVALS_SV, "{reason}" INTERVALS_EN},
        {"jämför varje tal med underlaget: minst ett av dem är fel",
         "hold each number against its source: at least one of them is wrong"},
    },
};
enum {
  IMPOSSIBLE_PLAIN,
  IMPOSSIBLE_ADJUSTED,
  IMPOSSIBLE_UNBOUNDED,
  IMPOSSIBLE_NEGATIVE,
  IMPOSSIBLE_LIMIT,
  IMPOSSIBLE_LIMIT_UNBOUNDED
};

static const vp_table *table_of(const vp_relation *relation) {
  const vp_element *owner = relation->owner;
  return VP_AS(vp_table, vp_is_kind(owner, "table") ? owner : owner->parent);
}

static void put_column(vp_run *run, const vp_relation *relation, size_t column) {
  vp_finding_text(run, "column", vp_name_of(table_of(relation)->columns.items[column]));
}

static void put_row(vp_run *run, const vp_relation *relation) {
  const vp_elements *rows = &table_of(relation)->rows;
  if (relation->index < rows->count)
    vp_finding_text(run, "row", vp_name_of(rows->items[relation->index]));
}

static const char *tie_name(vp_run *run, const vp_tie *tie, size_t index) {
  if (tie->label != NULL) return tie->label;
  const char *first = tie->sum.count > 0 ? tie->sum.items[0] : tie->equal.items[0];
  const char *more = tie->sum.count > 1 ? " …" : "";
  if (tie->at_most != NULL) return vp_run_format(run, "%s%s ≤ %s", first, more, tie->at_most);
  return vp_run_format(run, "%s%s = %s", first, more, tie->equal.items[index]);
}

void vp_finding_relation(vp_run *run, const vp_relation *relation) {
  vp_text phrase = relations[relation->kind];
  switch (relation->kind) {
    case VP_RELATION_FRAME: break;
    case VP_RELATION_COLUMN:
      put_column(run, relation, relation->index);
      vp_finding_text(run, "table", vp_name_of(relation->owner));
      break;
    case VP_RELATION_SUBTOTAL:
      vp_finding_text(run, "row", vp_name_of(relation->owner));
      put_column(run, relation, relation->index);
      break;
    case VP_RELATION_ROW:
      put_row(run, relation);
      put_column(run, relation, relation->owner->index);
      vp_finding_text(run, "table", vp_name_of(relation->owner->parent));
      if (relation->index == table_of(relation)->rows.count) phrase = total_row;
      break;
    case VP_RELATION_TIE:
      vp_finding_text(run, "tie", tie_name(run, VP_AS(vp_tie, relation->owner), relation->index));
      break;
    case VP_RELATION_SHARE: break;
    case VP_RELATION_NOT_NEGATIVE:
      vp_finding_cell(run, relation->owner, (uint32_t)relation->index);
      break;
  }
  vp_finding_phrase(run, "relation", phrase);
}

static void put_usual_reason(vp_run *run) {
  int sigmas;
  bool is_stated = vp_profile_sigmas(&sigmas, run->plan->profile);
  if (is_stated) vp_finding_count(run, "sigmas", (size_t)sigmas);
  vp_finding_phrase(run, "reason", is_stated ? why_profile : why_likely);
}

static void put_tolerance(vp_run *run, const vp_relation *relation) {
  vp_finding_count(run, "cells", relation->term_count + 1);
  vp_finding_interval(run, "sum_interval", relation->sum_interval, relation->unit);
  vp_finding_interval(run, "stated_interval", relation->stated_interval, relation->unit);
  if (!relation->is_bounded) {
    vp_finding_phrase(run, "reason", why_open);
    return;
  }
  bool likely = relation->verdict != VP_VERDICT_IMPOSSIBLE &&
                vp_decimal_compare(relation->usual_case, relation->worst_case) < 0;
  bool exact = vp_decimal_sign(relation->worst_case) == 0;
  vp_finding_number(run, "worst_case", relation->worst_case, relation->unit);
  vp_finding_number(run, "tolerance", likely ? relation->usual_case : relation->worst_case,
                    relation->unit);
  if (likely)
    put_usual_reason(run);
  else
    vp_finding_phrase(run, "reason", exact ? why_exact : why_worst);
}

static size_t variant_of(const vp_relation *relation) {
  bool bounded = relation->is_bounded;
  if (relation->verdict == VP_VERDICT_ROUNDING) {
    if (relation->at_most) return bounded ? ROUNDING_LIMIT : ROUNDING_LIMIT_UNBOUNDED;
    return bounded ? ROUNDING_PLAIN : ROUNDING_UNBOUNDED;
  }
  if (relation->verdict == VP_VERDICT_DOUBTFUL)
    return relation->at_most ? DOUBTFUL_LIMIT : DOUBTFUL_PLAIN;
  if (relation->kind == VP_RELATION_NOT_NEGATIVE) return IMPOSSIBLE_NEGATIVE;
  if (relation->at_most) return bounded ? IMPOSSIBLE_LIMIT : IMPOSSIBLE_LIMIT_UNBOUNDED;
  if (relation->adjusted) return IMPOSSIBLE_ADJUSTED;
  return bounded ? IMPOSSIBLE_PLAIN : IMPOSSIBLE_UNBOUNDED;
}

/* A cell may be the total of one relation of each kind, and of any number of ties. */
static void put_key(vp_run *run, const vp_relation *relation) {
  const char *tie = "", *named_tie = "";
  if (relation->kind == VP_RELATION_TIE) {
    tie = tie_name(run, VP_AS(vp_tie, relation->owner), relation->index);
    named_tie = vp_run_identity(run, relation->owner);
  }
  vp_finding_key(run, vp_run_format(run, "%d/%s", (int)relation->kind, tie));
  vp_finding_text_key(run, vp_run_format(run, "%d/%s", (int)relation->kind, named_tie));
}

void vp_finding_begin_relation(vp_run *run, size_t variant, const vp_relation *relation) {
  const vp_reconciliation *reconciliation = vp_run_reconciliation(run);
  const vp_cell *total = vp_reconciliation_cell(reconciliation, relation->total);
  bool is_share = relation->kind == VP_RELATION_SHARE;
  vp_finding_begin(run, variant,
                   is_share ? vp_place_field(relation->owner, "says") : vp_cell_place(total));
  put_key(run, relation);
  vp_finding_relation(run, relation);
}

/* Less than zero as printed, but no more than rounding allows. */
static bool may_be_zero(const vp_relation *relation) {
  return relation->kind == VP_RELATION_NOT_NEGATIVE && relation->verdict != VP_VERDICT_IMPOSSIBLE;
}

static void find_verdict(vp_run *run, vp_verdict verdict) {
  const vp_reconciliation *reconciliation = vp_run_reconciliation(run);
  if (reconciliation == NULL) return;
  for (size_t i = 0; i < vp_reconciliation_relation_count(reconciliation); i++) {
    const vp_relation *relation = vp_reconciliation_relation(reconciliation, i);
    if (relation->kind == VP_RELATION_SHARE) continue;
    if (relation->verdict > VP_VERDICT_IMPOSSIBLE) {
      vp_run_not_applicable(run);
      continue;
    }
    vp_run_applied(run);
    if (relation->verdict != verdict || may_be_zero(relation)) continue;
    bool is_fault = verdict != VP_VERDICT_ROUNDING;
    if (is_fault && !vp_suspect_speaks(run, i)) continue;
    vp_finding_begin_relation(run, variant_of(relation), relation);
    vp_finding_number(run, "sum", relation->sum, relation->unit);
    vp_finding_number(run, "stated", relation->stated, relation->unit);
    vp_finding_number(run, "difference", relation->difference, relation->unit);
    put_tolerance(run, relation);
    if (is_fault) vp_suspect_report(run, i);
  }
}

static void find_rounding(vp_run *run) { find_verdict(run, VP_VERDICT_ROUNDING); }

static void find_doubtful(vp_run *run) { find_verdict(run, VP_VERDICT_DOUBTFUL); }

static void find_impossible(vp_run *run) { find_verdict(run, VP_VERDICT_IMPOSSIBLE); }

const vp_rule vp_rule_sum_rounding = {
    .id = "budget/sum-rounding",
    .severity = VP_SEVERITY_NOTE,
    .title = {"en summa skiljer sig så lite som avrundning brukar ge",
              "a sum differs by as little as rounding usually gives"},
    .check = find_rounding,
    VP_MESSAGES(rounding),
};

const vp_rule vp_rule_sum_doubtful = {
    .id = "budget/sum-doubtful",
    .severity = VP_SEVERITY_WARNING,
    .title = {"en summa skiljer sig mer än avrundning brukar ge",
              "a sum differs by more than rounding usually gives"},
    .check = find_doubtful,
    VP_MESSAGES(doubtful),
};

const vp_rule vp_rule_sum_impossible = {
    .id = "budget/sum-impossible",
    .severity = VP_SEVERITY_ERROR,
    .title = {"en summa skiljer sig mer än någon avrundning kan förklara",
              "a sum differs by more than any rounding can explain"},
    .check = find_impossible,
    VP_MESSAGES(impossible),
};
