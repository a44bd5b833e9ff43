#include "rules/suspect.h"

#include <vp/names.h>

#include "rules/cell.h"

enum { LISTED = 4 };

static void find_faults(vp_run *run) {
  const vp_localization *localization = vp_run_localization(run);
  size_t relations = vp_reconciliation_relation_count(run->reconciliation);
  run->faults = vp_run_array(run, relations + 1, sizeof *run->faults);
  if (localization == NULL || run->faults == NULL) return;
  for (size_t i = 0; i < vp_localization_fault_count(localization); i++) {
    const vp_fault *fault = vp_localization_fault(localization, i);
    for (size_t j = 0; j < fault->relation_count; j++) run->faults[fault->relations[j]] = fault;
  }
}

/* The fault that a relation belongs to; NULL for none. */
static const vp_fault *fault_of(vp_run *run, size_t relation) {
  if (run->faults == NULL) find_faults(run);
  return run->status == VP_OK ? run->faults[relation] : NULL;
}

static size_t speaker_of(const vp_run *run, const vp_fault *fault) {
  for (size_t i = 0; i < fault->relation_count; i++)
    if (vp_reconciliation_relation(run->reconciliation, fault->relations[i])->verdict ==
        VP_VERDICT_IMPOSSIBLE)
      return fault->relations[i];
  return fault->relations[0];
}

bool vp_suspect_speaks(vp_run *run, size_t relation) {
  const vp_fault *fault = fault_of(run, relation);
  return fault == NULL || speaker_of(run, fault) == relation;
}

static const char *pick(const vp_run *run, const char *sv, const char *en) {
  return run->options.language == VP_LANGUAGE_SV ? sv : en;
}

static const char *number_text(vp_run *run, vp_decimal number, const vp_cell *cell) {
  char text[VP_NUMBER_TEXT_SIZE];
  vp_number_format(text, sizeof text, number, (vp_unit)cell->quantity.unit, run->options.language,
                   0);
  return vp_run_format(run, "%s", text);
}

/* Of a slip that is no cell's: a subtotal added beside its parts, or a row that is missing. */
static const char *describe_structure(vp_run *run, const vp_correction *correction) {
  const vp_cell *other = vp_reconciliation_cell(run->reconciliation, correction->other);
  const char *slip = vp_slip_text(correction->slip, run->options.language);
  if (correction->slip != VP_SLIP_ROW_LEFT_OUT || !correction->has_value)
    return vp_run_format(run, "%s: %s", vp_run_cell_name(run, other), slip);
  return vp_run_format(run, "%s: %s (%s)", vp_run_cell_name(run, other), slip,
                       number_text(run, correction->value, other));
}

static const char *describe_correction(vp_run *run, const vp_correction *correction,
                                       const char *verb) {
  if (correction->cell == VP_NO_CELL) return describe_structure(run, correction);
  const vp_cell *cell = vp_reconciliation_cell(run->reconciliation, correction->cell);
  const char *name = vp_run_cell_name(run, cell);
  const char *printed = number_text(run, correction->printed, cell);
  if (!correction->has_value)
    return vp_run_format(run, pick(run, "%s %s fel (angivet %s)", "%s %s wrong (stated %s)"), name,
                         verb, printed);
  const char *value = number_text(run, correction->value, cell);
  const char *slip = vp_slip_text(correction->slip, run->options.language);
  return vp_run_format(run, pick(run, "%s %s %s (angivet %s%s%s)", "%s %s %s (stated %s%s%s)"),
                       name, verb, value, printed, *slip != '\0' ? ": " : "", slip);
}

static const char *describe(vp_run *run, const vp_explanation *explanation, const char *verb) {
  const char *text = "";
  for (size_t i = 0; i < explanation->correction_count; i++) {
    const char *one = describe_correction(run, &explanation->corrections[i], verb);
    text = i == 0 ? one : vp_run_format(run, "%s %s %s", text, pick(run, "och", "and"), one);
  }
  return text;
}

/* Several values of the same figures are one possibility: the likeliest stands for all. */
static bool is_same_cells(const vp_explanation *a, const vp_explanation *b) {
  if (a->correction_count != b->correction_count) return false;
  for (size_t i = 0; i < a->correction_count; i++)
    if (a->corrections[i].cell != b->corrections[i].cell ||
        a->corrections[i].other != b->corrections[i].other)
      return false;
  return true;
}

static bool is_new(const vp_fault *fault, size_t explanation) {
  for (size_t i = 0; i < explanation; i++)
    if (is_same_cells(&fault->explanations[i], &fault->explanations[explanation])) return false;
  return true;
}

/* The explanations from `first` up to `last` as one value; false when there are none. What was left
 * off comes after the last. */
static bool put_explanations(vp_run *run, const char *name, const vp_fault *fault, size_t first,
                             size_t last) {
  const char **texts = vp_run_array(run, LISTED + 1, sizeof *texts);
  bool has_more = fault->has_more && last == fault->explanation_count;
  size_t count = 0;
  for (size_t i = first; texts != NULL && i < last && count <= LISTED; i++) {
    if (!is_new(fault, i)) continue;
    texts[count] = count < LISTED
                       ? describe(run, &fault->explanations[i], pick(run, "kan vara", "may be"))
                       : "…";
    count++;
  }
  if (has_more && count > 0 && count <= LISTED) texts[count++] = "…";
  if (count > 0) vp_finding_texts(run, name, texts, count);
  return count > 0;
}

/* Behind what the message says to do anyway. */
static void add_help(vp_run *run, const char *line) {
  vp_text *help = &run->draft.message.help;
  *help = (vp_text){vp_run_format(run, "%s\n%s", help->sv, line),
                    vp_run_format(run, "%s\n%s", help->en, line)};
}

static void put_help(vp_run *run, const vp_fault *fault) {
  if (fault->is_decided) {
    const char *verb = pick(run, "är troligen", "is probably");
    vp_finding_text(run, "candidate", describe(run, &fault->explanations[0], verb));
    add_help(run, "{candidate}");
    return;
  }
  size_t tied = 1;
  while (tied < fault->explanation_count &&
         fault->explanations[tied].rank == fault->explanations[0].rank)
    tied++;
  if (put_explanations(run, "likeliest", fault, 0, tied))
    add_help(run, pick(run, "troligast: {likeliest}", "likeliest: {likeliest}"));
  if (put_explanations(run, "others", fault, tied, fault->explanation_count))
    add_help(run, pick(run, "mindre troligt: {others}", "less likely: {others}"));
}

static void put_bounds(vp_run *run, const vp_fault *fault) {
  if (fault->was_stopped) {
    add_help(run, pick(run,
                       "sökningen efter det felaktiga talet avbröts vid sin gräns: det kan finnas "
                       "andra möjligheter",
                       "the search for the wrong number was stopped at its limit: there may be "
                       "other possibilities"));
  } else if (fault->explanation_count == 0) {
    const vp_localize_options options = VP_LOCALIZE_OPTIONS_INIT;
    vp_finding_count(run, "most_cells", options.max_cells);
    add_help(run, pick(run, "ingen ändring av högst {most_cells} tal får summorna att stämma",
                       "no change of at most {most_cells} numbers makes the sums hold"));
  }
}

static const char *path_of(vp_run *run, const vp_cell *cell) {
  char text[VP_POINTER_SIZE];
  vp_place_pointer(text, vp_cell_place(cell));
  return vp_run_format(run, "%s", text);
}

static void put_candidates(vp_run *run, const vp_fault *fault) {
  size_t count = 0;
  for (size_t i = 0; i < fault->explanation_count; i++)
    count += fault->explanations[i].correction_count;
  vp_candidate *candidates = vp_run_array(run, count + 1, sizeof *candidates);
  if (candidates == NULL) return;
  count = 0;
  for (size_t i = 0; i < fault->explanation_count; i++)
    for (size_t j = 0; j < fault->explanations[i].correction_count; j++) {
      const vp_correction *correction = &fault->explanations[i].corrections[j];
      uint32_t at = correction->cell != VP_NO_CELL ? correction->cell : correction->other;
      const vp_cell *cell = vp_reconciliation_cell(run->reconciliation, at);
      candidates[count++] = (vp_candidate){.rank = fault->explanations[i].rank,
                                           .explanation = i + 1,
                                           .path = path_of(run, cell),
                                           .slip = vp_slip_name(correction->slip),
                                           .unit = (vp_unit)cell->quantity.unit,
                                           .printed = correction->printed,
                                           .has_value = correction->has_value,
                                           .value = correction->value,
                                           .interval = correction->interval};
    }
  run->draft.candidates = candidates;
  run->draft.candidate_count = count;
}

static size_t count_trusted(const vp_run *run, const vp_relation *relation) {
  size_t count = vp_reconciliation_cell(run->reconciliation, relation->total)->is_trusted;
  for (size_t i = 0; i < relation->term_count; i++)
    count += vp_reconciliation_cell(run->reconciliation, relation->terms[i].cell)->is_trusted;
  return count;
}

/* When nothing explains the fault, because too much is trusted; false when it is not that. */
static bool put_trust(vp_run *run, const vp_fault *fault) {
  bool is_any = false, is_all = false;
  for (size_t i = 0; i < fault->relation_count; i++) {
    const vp_relation *relation =
        vp_reconciliation_relation(run->reconciliation, fault->relations[i]);
    size_t count = count_trusted(run, relation);
    is_any = is_any || count > 0;
    is_all = is_all || count == relation->term_count + 1;
  }
  if (!is_all && (!is_any || fault->was_stopped)) return false;
  add_help(
      run,
      is_all ? pick(run, "alla talen är angivna som säkra (\"trusted\"): kontrollera dem ändå",
                    "all the numbers are stated to be right (\"trusted\"): check them all the same")
             : pick(run,
                    "fel i några få av de andra talen förklarar det inte: kontrollera även dem "
                    "som är angivna som säkra (\"trusted\")",
                    "mistakes in a few of the other numbers do not explain it: check those too "
                    "that are stated to be right (\"trusted\")"));
  return true;
}

void vp_suspect_report(vp_run *run, size_t relation) {
  const vp_fault *fault = fault_of(run, relation);
  if (fault == NULL) return;
  if (fault->explanation_count > 0) {
    put_help(run, fault);
    put_candidates(run, fault);
  } else if (put_trust(run, fault)) {
    return;
  }
  put_bounds(run, fault);
}
