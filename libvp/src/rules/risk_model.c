/* The risk model itself: scales, grid and bands. */
#include <string.h>

#include "rules/refused_function.h"
#include "rules/names.h"
#include "rules/run.h"
#include "score/band.h"
#include "score/function.h"
#include "score/model_check.h"

static const vp_risk_model *model_of(vp_run *run) { return run->plan->risk_model; }

/* Remembers that a check ran out of memory. */
static bool done(vp_run *run, bool succeeded) {
  if (!succeeded) vp_run_fail(run, VP_ERROR_MEMORY);
  return succeeded;
}

static const vp_message gap[] = {{
    {"möjliga riskvärden som inte hör till någon klass: {values}",
     "possible risk values that belong to no band: {values}"},
    {NULL, NULL},
    {"utvidga en klass, eller lägg till en", "widen a band, or add one"},
}};

enum { LISTED = 12 };

static void find_gap(vp_run *run) {
  const vp_risk_model *model = model_of(run);
  vp_decimals missed, reachable;
  if (model == NULL || model->bands.count == 0) return;
  if (!done(run, vp_model_reachable(&reachable, model, run->options.functions, run->arena)) ||
      !done(run, vp_model_missed(&missed, model, run->options.functions, run->arena)))
    return;
  if (reachable.count == 0) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  if (missed.count == 0) return;
  const char **values = vp_run_array(run, LISTED + 1, sizeof *values);
  if (values == NULL) return;
  size_t count = 0;
  for (; count < missed.count && count < LISTED; count++) {
    char text[VP_NUMBER_TEXT_SIZE];
    vp_number_format(text, sizeof text, missed.items[count], VP_UNIT_NONE, run->options.language,
                     0);
    values[count] = vp_run_format(run, "%s", text);
  }
  if (missed.count > LISTED) values[count++] = "…";
  vp_finding_begin(run, 0, vp_place_field(&model->base, "bands"));
  vp_finding_texts(run, "values", values, count);
}

static const vp_message overlap[] = {
    {
        {"klasserna ”{lower}” och ”{higher}” överlappar varandra där riskvärdet är {shared}",
         "the bands \"{lower}\" and \"{higher}\" overlap where the risk value is {shared}"},
        {NULL, NULL},
        {"gränserna hör själva till klassen: låt nästa klass börja ett steg högre",
         "a band includes its limits: let the next band begin one step higher"},
    },
    {
        {"klassen ”{lower}” slutar innan den börjar", "the band \"{lower}\" ends before it begins"},
        {NULL, NULL},
        {NULL, NULL},
    },
};
enum { OVERLAP, REVERSED };

static void find_overlap(vp_run *run) {
  const vp_risk_model *model = model_of(run);
  vp_band_overlaps overlaps;
  if (model == NULL || !done(run, vp_model_overlaps(&overlaps, model, run->arena))) return;
  for (size_t i = 0; i < model->bands.count; i++) {
    const vp_band *band = VP_ITEM(vp_band, model->bands, i);
    vp_run_applied(run);
    if (!vp_band_is_reversed(band)) continue;
    vp_finding_begin(run, REVERSED, vp_place_field(&band->base, "to"));
    vp_finding_text(run, "lower", band->name);
  }
  for (size_t i = 0; i < overlaps.count; i++) {
    const vp_band_overlap *found = &overlaps.items[i];
    vp_finding_begin(run, OVERLAP, vp_place_field(&found->higher->base, "from"));
    vp_finding_text(run, "lower", found->lower->name);
    vp_finding_text(run, "higher", found->higher->name);
    if (vp_decimal_compare(found->shared.low.value, found->shared.high.value) == 0)
      vp_finding_number(run, "shared", found->shared.low.value, VP_UNIT_NONE);
    else
      vp_finding_interval(run, "shared", found->shared, VP_UNIT_NONE);
  }
}

static const vp_message levels[] = {
    {
        {"nivån ”{second}” har inte högre värde än nivån före, ”{first}”",
         "the level \"{second}\" has no higher value than the level before it, \"{first}\""},
        {NULL, NULL},
        {"skriv nivåerna från lägsta till högsta", "write the levels from lowest to highest"},
    },
    {
        {"två nivåer på skalan heter ”{word}”", "two levels of the scale are called \"{word}\""},
        {NULL, NULL},
        {NULL, NULL},
    },
};
enum { LEVELS_DISORDERED, LEVELS_SHARE_WORD };

static void judge_scale(vp_run *run, const vp_scale *scale) {
  vp_place_pairs pairs;
  if (scale->levels.count == 0) return;
  vp_run_applied(run);
  if (!done(run, vp_scale_disorder(&pairs, scale, run->arena))) return;
  for (size_t i = 0; i < pairs.count; i++) {
    vp_finding_begin(run, LEVELS_DISORDERED, pairs.items[i].second);
    vp_finding_text(run, "first", vp_name_of(pairs.items[i].first.element));
    vp_finding_text(run, "second", vp_name_of(pairs.items[i].second.element));
  }
  if (!done(run, vp_scale_shared_words(&pairs, scale, run->arena))) return;
  for (size_t i = 0; i < pairs.count; i++) {
    vp_place second = pairs.items[i].second;
    size_t item = second.item != VP_NO_ITEM ? second.item : 0;
    vp_finding_begin(run, LEVELS_SHARE_WORD, second);
    vp_finding_text(run, "word", vp_element_field_text(second.element, second.field, item));
  }
}

static void find_level_order(vp_run *run) {
  const vp_risk_model *model = model_of(run);
  if (model == NULL || model->scales == NULL) return;
  judge_scale(run, model->scales->consequence);
  judge_scale(run, model->scales->likelihood);
}

static const vp_message grid[] = {
    [VP_GRID_ROW_MISSING] = {{"konsekvensen ”{name}” har ingen rad i riskmatrisen",
                              "the consequence \"{name}\" has no row in the risk grid"},
                             {NULL, NULL},
                             {NULL, NULL}},
    [VP_GRID_ROW_UNKNOWN] =
        {{"en rad i riskmatrisen hör till en konsekvens som inte finns på skalan",
          "a row of the risk grid belongs to a consequence that is not on the scale"},
         {NULL, NULL},
         {NULL, NULL}},
    [VP_GRID_ROW_REPEATED] = {{"riskmatrisen har två rader för samma konsekvens",
                               "the risk grid has two rows for the same consequence"},
                              {NULL, NULL},
                              {NULL, NULL}},
    [VP_GRID_ROW_LENGTH] = {{"en rad i riskmatrisen har inte ett värde för varje sannolikhet",
                             "a row of the risk grid does not have one value for each likelihood"},
                            {NULL, NULL},
                            {NULL, NULL}},
    [VP_GRID_NO_NUMBER] = {{"ett värde i riskmatrisen är inget tal",
                            "a value of the risk grid is no number"},
                           {NULL, NULL},
                           {NULL, NULL}},
};

static void find_grid_faults(vp_run *run) {
  const vp_risk_model *model = model_of(run);
  vp_grid_faults faults;
  if (model == NULL || model->score != VP_SCORE_GRID) return;
  if (!done(run, vp_model_grid_faults(&faults, model, run->arena))) return;
  vp_run_applied(run);
  for (size_t i = 0; i < faults.count; i++) {
    vp_finding_begin(run, (size_t)faults.items[i].kind, faults.items[i].place);
    vp_finding_text(run, "name", vp_name_of(faults.items[i].place.element));
    vp_finding_key(run, vp_run_format(run, "%d", (int)faults.items[i].kind));
  }
}

#define FIRST_CELL "{first_consequence} × {first_likelihood} ({first})"
#define SECOND_CELL "{second_consequence} × {second_likelihood} ({second})"
#define CELLS_SV FIRST_CELL " och " SECOND_CELL
#define CELLS_EN FIRST_CELL " and " SECOND_CELL

static const vp_message drop[] = {{
    {"en högre nivå ger ett lägre riskvärde: " CELLS_SV,
     "a higher level gives a lower risk value: " CELLS_EN},
    {NULL, NULL},
    {NULL, NULL},
}};

static const vp_message jump[] = {{
    {"den lägsta klassen gränsar till den högsta, först vid " CELLS_SV,
     "the lowest band borders on the highest, first at " CELLS_EN},
    {"en liten ändring av bedömningen flyttar risken från lägsta till högsta klass (Cox 2008)\n"
     "par av rutor i riskmatrisen som gränsar så: {count}",
     "a small change of judgement moves the risk from the lowest band to the highest (Cox 2008)\n"
     "pairs of cells of the risk matrix that border so: {count}"},
    {"lägg klasserna så att det alltid finns en klass emellan",
     "lay the bands so that there is always a band between them"},
}};

static void report_cells(vp_run *run, vp_place place, const vp_cell_pair *pair) {
  vp_finding_begin(run, 0, place);
  vp_finding_text(run, "first_consequence", pair->first.consequence->name);
  vp_finding_text(run, "first_likelihood", pair->first.likelihood->name);
  vp_finding_number(run, "first", pair->first.score, VP_UNIT_NONE);
  vp_finding_text(run, "second_consequence", pair->second.consequence->name);
  vp_finding_text(run, "second_likelihood", pair->second.likelihood->name);
  vp_finding_number(run, "second", pair->second.score, VP_UNIT_NONE);
  vp_finding_key(run, vp_run_format(run, "%ld×%ld", (long)pair->first.consequence->value.value,
                                    (long)pair->first.likelihood->value.value));
}

/* false when the model's cells cannot be told. */
static bool find_cells(vp_run *run, vp_cell_pairs *drops) {
  const vp_risk_model *model = model_of(run);
  vp_decimals reachable;
  if (model == NULL ||
      !done(run, vp_model_reachable(&reachable, model, run->options.functions, run->arena)) ||
      !done(run, vp_model_drops(drops, model, run->options.functions, run->arena)))
    return false;
  if (reachable.count == 0) vp_run_not_applicable(run);
  return reachable.count > 0;
}

static void find_drops(vp_run *run) {
  vp_cell_pairs drops;
  if (!find_cells(run, &drops)) return;
  vp_run_applied(run);
  for (size_t i = 0; i < drops.count; i++)
    report_cells(run, drops.items[i].second.place, &drops.items[i]);
}

/* Said once for the bands. Where scores drop, it is not they that make the jump. */
static void find_jumps(vp_run *run) {
  vp_cell_pairs drops, jumps;
  if (!find_cells(run, &drops)) return;
  if (drops.count > 0) {
    vp_run_not_applicable(run);
    return;
  }
  const vp_risk_model *model = model_of(run);
  if (!done(run, vp_model_jumps(&jumps, model, run->options.functions, run->arena))) return;
  vp_run_applied(run);
  if (jumps.count == 0) return;
  report_cells(run, vp_place_field(&model->base, "bands"), &jumps.items[0]);
  vp_finding_count(run, "count", jumps.count);
}

#define UNKNOWN_SV \
  "riskvärdet ska räknas ut av funktionen ”{function}”, som programmet inte känner till"
#define UNKNOWN_EN                                                              \
  "the risk value is to be computed by the function \"{function}\", which the " \
  "program does not know"

/* In the order of vp_refused_function. */
static const vp_message function[] = {
    {
        {UNKNOWN_SV, UNKNOWN_EN},
        {NULL, NULL},
        {NULL, NULL},
    },
    {
        {UNKNOWN_SV, UNKNOWN_EN},
        {NULL, NULL},
        {"menade du ”{hint}”?", "did you mean \"{hint}\"?"},
    },
    {
        {"funktionen ”{function}” är {signature} och kan inte räkna ut ett riskvärde",
         "the function \"{function}\" is {signature} and cannot compute a risk value"},
        {"ett riskvärde räknas ut ur två tal, f64(f64,f64), där i32, i64 och u64 duger i stället "
         "för f64",
         "a risk value is computed from two numbers, f64(f64,f64), where i32, i64 and u64 will do "
         "for f64"},
        {NULL, NULL},
    },
    {
        {"riskvärdet ska räknas ut av en funktion men ingen är namngiven",
         "the risk value is to be computed by a function but none is named"},
        {NULL, NULL},
        {"ange funktionens namn (\"function\")", "give the function's name (\"function\")"},
    },
};
enum { FUNCTION_UNNAMED = VP_FUNCTION_UNFIT + 1 };

static void judge_function(vp_run *run, const vp_risk_model *model) {
  const vp_function *found = vp_functions_find(run->options.functions, model->function);
  if (found != NULL && vp_score_function_fits(found)) return;
  vp_refuse_function(run, vp_place_field(&model->base, "function"), model->function, found);
}

static void find_function(vp_run *run) {
  const vp_risk_model *model = model_of(run);
  if (model == NULL || model->score != VP_SCORE_FUNCTION) return;
  vp_run_applied(run);
  if (model->function != NULL)
    judge_function(run, model);
  else
    vp_finding_begin(run, FUNCTION_UNNAMED, vp_place_field(&model->base, "score"));
}

const vp_rule vp_rule_band_gap = {
    .id = "risk/band-gap",
    .severity = VP_SEVERITY_ERROR,
    .title = {"ett möjligt riskvärde ligger utanför alla klasser",
              "a possible risk value lies outside all bands"},
    .check = find_gap,
    VP_MESSAGES(gap),
};

const vp_rule vp_rule_band_overlap = {
    .id = "risk/band-overlap",
    .severity = VP_SEVERITY_ERROR,
    .title = {"två klasser rymmer samma riskvärde", "two bands hold the same risk value"},
    .check = find_overlap,
    VP_MESSAGES(overlap),
};

const vp_rule vp_rule_level_order = {
    .id = "risk/level-order",
    .severity = VP_SEVERITY_ERROR,
    .title = {"skalans nivåer är inte ordnade eller heter lika",
              "the scale's levels are out of order or share a name"},
    .check = find_level_order,
    VP_MESSAGES(levels),
};

const vp_rule vp_rule_grid_shape = {
    .id = "risk/grid-shape",
    .severity = VP_SEVERITY_ERROR,
    .title = {"riskmatrisen passar inte skalorna", "the risk grid does not fit the scales"},
    .check = find_grid_faults,
    VP_MESSAGES(grid),
};

const vp_rule vp_rule_grid_not_monotone = {
    .id = "risk/grid-not-monotone",
    .severity = VP_SEVERITY_ERROR,
    .title = {"en högre nivå ger ett lägre riskvärde", "a higher level gives a lower risk value"},
    .check = find_drops,
    VP_MESSAGES(drop),
};

const vp_rule vp_rule_band_jump = {
    .id = "risk/band-jump",
    .severity = VP_SEVERITY_WARNING,
    .title = {"lägsta riskklassen gränsar till högsta",
              "the lowest risk band borders on the highest"},
    .check = find_jumps,
    VP_MESSAGES(jump),
};

const vp_rule vp_rule_unknown_function = {
    .id = "risk/unknown-function",
    .severity = VP_SEVERITY_ERROR,
    .title = {"riskmodellens funktion är okänd eller oanvändbar",
              "the risk model's function is unknown or unusable"},
    .check = find_function,
    VP_MESSAGES(function),
};
