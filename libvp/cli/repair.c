#include "repair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vp/names.h>
#include <vp/reconcile.h>

#include "diff.h"
#include "file.h"
#include "restate.h"
#include "terminal.h"
#include "words.h"

/* One figure to be replaced in the text. */
typedef struct edit {
  const vp_correction *correction;
  const vp_cell *cell;
  size_t fault;
  vp_span at;
  cli_text text;
} edit;

typedef struct repair {
  const char *name;
  vp_language language;
  cli_text before, after;
  vp_plan *plan;
  vp_reconciliation *budget;
  vp_localization *faults;
  const char **reasons; /* of each fault: why it is left; NULL while it is repaired */
  edit *edits;          /* in the order of the text */
  size_t edit_count;
  size_t *owners; /* of each cell: 1 + the fault in which it is replaced; 0 for none */
} repair;

static const char *reason_in_correction(const repair *r, const vp_correction *correction) {
  if (correction->cell == VP_NO_CELL) return vp_slip_text(correction->slip, r->language);
  bool is_certain = correction->has_value && !correction->is_rough;
  return is_certain ? NULL : cli_word(r->language, "uncertain_value");
}

static const char *reason_to_leave(const repair *r, const vp_fault *fault) {
  const vp_explanation *first = fault->explanations;
  if (fault->is_doubtful) return cli_word(r->language, "may_be_rounding");
  if (fault->was_stopped) return cli_word(r->language, "search_stopped");
  if (fault->explanation_count == 0) return cli_word(r->language, "not_explained");
  if (!fault->is_decided) {
    bool is_tied = fault->explanation_count > 1 && first[1].rank == first[0].rank;
    return cli_word(r->language, is_tied ? "several_explanations" : "uncertain_value");
  }
  const char *reason = NULL;
  for (size_t i = 0; i < first->correction_count && reason == NULL; i++)
    reason = reason_in_correction(r, &first->corrections[i]);
  return reason;
}

/* Leaves a fault after all; false when it was left before. */
static bool leave(const repair *r, size_t fault) {
  bool is_new = r->reasons[fault] == NULL;
  if (is_new) r->reasons[fault] = cli_word(r->language, "does_not_hold");
  return is_new;
}

static void add_edit(repair *r, size_t fault, const vp_correction *correction) {
  const vp_cell *cell = vp_reconciliation_cell(r->budget, correction->cell);
  edit e = {.correction = correction, .cell = cell, .fault = fault};
  bool is_possible =
      vp_element_span(&e.at, cell->element, cell->field, cell->item) &&
      cli_restate(&e.text, r->before.bytes + e.at.begin, e.at.end - e.at.begin, correction->value);
  if (!is_possible) leave(r, fault);
  r->edits = cli_grow(r->edits, r->edit_count + 1, sizeof *r->edits);
  r->edits[r->edit_count++] = e;
  r->owners[correction->cell] = fault + 1;
}

static int compare_edits(const void *a, const void *b) {
  const edit *x = a, *y = b;
  return (x->at.begin > y->at.begin) - (x->at.begin < y->at.begin);
}

static void plan_edits(repair *r) {
  size_t faults = vp_localization_fault_count(r->faults);
  size_t cells = vp_reconciliation_cell_count(r->budget);
  r->reasons = cli_grow(NULL, faults + 1, sizeof *r->reasons);
  r->owners = cli_grow(NULL, cells + 1, sizeof *r->owners);
  memset(r->owners, 0, cells * sizeof *r->owners);
  for (size_t i = 0; i < faults; i++) {
    const vp_fault *fault = vp_localization_fault(r->faults, i);
    r->reasons[i] = reason_to_leave(r, fault);
    if (r->reasons[i] != NULL) continue;
    for (size_t j = 0; j < fault->explanations->correction_count; j++)
      add_edit(r, i, &fault->explanations->corrections[j]);
  }
  if (r->edit_count > 0) qsort(r->edits, r->edit_count, sizeof *r->edits, compare_edits);
}

static void apply_edits(repair *r) {
  size_t at = 0;
  cli_text_clear(&r->after);
  for (size_t i = 0; i < r->edit_count; i++) {
    const edit *e = &r->edits[i];
    if (r->reasons[e->fault] != NULL) continue;
    cli_text_append(&r->after, r->before.bytes + at, e->at.begin - at);
    cli_text_append(&r->after, e->text.bytes, e->text.length);
    at = e->at.end;
  }
  cli_text_append(&r->after, r->before.bytes + at, r->before.length - at);
}

/* Whether the figure reads as it was meant, and says no more or less otherwise. */
static bool reads_as_meant(const edit *e, const vp_cell *again) {
  const vp_quantity *was = &e->cell->quantity, *is = &again->quantity;
  return is->state == VP_QUANTITY_NUMBER && is->qualifier == was->qualifier &&
         is->unit == was->unit && vp_decimal_compare(is->value, e->correction->value) == 0;
}

/* A share is not a sum that a correction has to put right, but none may become wrong by one. */
static bool is_broken(const vp_relation *was, const vp_relation *is) {
  if (is->verdict < VP_VERDICT_IMPOSSIBLE) return false;
  bool must_hold = is->verdict == VP_VERDICT_IMPOSSIBLE && is->kind != VP_RELATION_SHARE;
  return must_hold || is->verdict != was->verdict;
}

static bool leave_owner(const repair *r, uint32_t cell) {
  return r->owners[cell] > 0 && leave(r, r->owners[cell] - 1);
}

static bool leave_owners(const repair *r, const vp_relation *relation) {
  bool any = leave_owner(r, relation->total);
  for (size_t i = 0; i < relation->term_count; i++)
    any = leave_owner(r, relation->terms[i].cell) || any;
  return any;
}

static bool is_impossible(const vp_reconciliation *again, const vp_fault *fault) {
  size_t i = 0;
  while (i < fault->relation_count &&
         vp_reconciliation_relation(again, fault->relations[i])->verdict < VP_VERDICT_IMPOSSIBLE)
    i++;
  return i < fault->relation_count;
}

/* Leaves the faults whose corrections do not hold; true when there are any. */
static bool leave_unsound(const repair *r, const vp_reconciliation *again) {
  bool any = false;
  for (size_t i = 0; i < r->edit_count; i++) {
    const edit *e = &r->edits[i];
    const vp_fault *fault = vp_localization_fault(r->faults, e->fault);
    if (!reads_as_meant(e, vp_reconciliation_cell(again, e->correction->cell)) ||
        is_impossible(again, fault))
      any = leave(r, e->fault) || any;
  }
  for (size_t i = 0; i < vp_reconciliation_relation_count(again); i++) {
    const vp_relation *relation = vp_reconciliation_relation(r->budget, i);
    if (is_broken(relation, vp_reconciliation_relation(again, i)))
      any = leave_owners(r, relation) || any;
  }
  return any;
}

static bool leave_all(const repair *r) {
  bool any = false;
  for (size_t i = 0; i < r->edit_count; i++) any = leave(r, r->edits[i].fault) || any;
  return any;
}

/* Reads the corrected text as if it were new. */
static bool leave_what_fails(const repair *r) {
  vp_plan *plan = NULL;
  vp_reconciliation *again = NULL;
  bool is_read = vp_plan_read(&plan, NULL, r->after.bytes, r->after.length, NULL) == VP_OK &&
                 vp_reconcile(&again, plan, NULL) == VP_OK;
  bool any = is_read ? leave_unsound(r, again) : leave_all(r);
  vp_reconciliation_free(again);
  vp_plan_free(plan);
  return any;
}

static void put_place(cli_text *out, const repair *r, const vp_cell *cell, const char *what) {
  char text[VP_POINTER_SIZE];
  vp_span at = {.line = 0};
  vp_element_span(&at, cell->element, cell->field, cell->item);
  cli_text_put(out, cli_file_label(r->name));
  snprintf(text, sizeof text, ":%u:%u: ", (unsigned)at.line, (unsigned)at.column);
  cli_text_put(out, text);
  cli_text_put(out, cli_word(r->language, what));
  cli_text_put(out, ": ");

  size_t size = vp_cell_name(NULL, 0, cell, r->language) + 1;
  char *name = cli_grow(NULL, size, 1);
  vp_cell_name(name, size, cell, r->language);
  cli_text_put(out, name);
  free(name);
  vp_element_pointer(text, sizeof text, cell->element, cell->field, cell->item);
  cli_text_put(out, " (");
  cli_text_put(out, text);
  cli_text_put(out, "): ");
}

/* Without the quotes of a string. */
static void put_figure(cli_text *out, const char *json, size_t length) {
  size_t quote = *json == '"';
  cli_text_append(out, json + quote, length - 2 * quote);
}

static void say(cli_text *line) {
  cli_put(stderr, line->bytes, line->length);
  fputc('\n', stderr);
  cli_text_free(line);
}

static void say_corrected(const repair *r, const edit *e) {
  cli_text line = {0};
  put_place(&line, r, e->cell, "corrected");
  put_figure(&line, r->before.bytes + e->at.begin, e->at.end - e->at.begin);
  cli_text_put(&line, " → ");
  put_figure(&line, e->text.bytes, e->text.length);
  const char *slip = vp_slip_text(e->correction->slip, r->language);
  if (*slip != '\0') cli_text_put(&line, ", ");
  cli_text_put(&line, slip);
  say(&line);
}

/* By the sum that a finding would be about. */
static void say_left(const repair *r, size_t index) {
  const vp_fault *fault = vp_localization_fault(r->faults, index);
  const vp_relation *relation = NULL;
  for (size_t i = fault->relation_count; i-- > 0;) {
    const vp_relation *one = vp_reconciliation_relation(r->budget, fault->relations[i]);
    if (fault->is_doubtful || one->verdict == VP_VERDICT_IMPOSSIBLE) relation = one;
  }
  cli_text line = {0};
  put_place(&line, r, vp_reconciliation_cell(r->budget, relation->total), "left");
  cli_text_put(&line, r->reasons[index]);
  say(&line);
}

/* Whether a sum is left that cannot be right. */
static bool say_all(const repair *r) {
  size_t faults = vp_localization_fault_count(r->faults);
  bool is_wrong = false;
  for (size_t i = 0; i < r->edit_count; i++)
    if (r->reasons[r->edits[i].fault] == NULL) say_corrected(r, &r->edits[i]);
  for (size_t i = 0; i < faults; i++) {
    if (r->reasons[i] == NULL) continue;
    say_left(r, i);
    is_wrong = is_wrong || !vp_localization_fault(r->faults, i)->is_doubtful;
  }
  if (faults > 0) return is_wrong;
  fprintf(stderr, "%s: %s\n", cli_file_label(r->name), cli_word(r->language, "nothing_wrong"));
  return false;
}

static int write_repaired(repair *r, const char *output) {
  plan_edits(r);
  do apply_edits(r);
  while (leave_what_fails(r));
  int status = say_all(r) ? CLI_FOUND : CLI_OK;
  if (output != NULL) return cli_file_write(output, &r->after) ? status : CLI_UNUSABLE;
  cli_terminal terminal = cli_terminal_find();
  cli_diff_print(&terminal, r->name, &r->before, &r->after);
  return status;
}

static bool find_faults(repair *r) {
  vp_error error;
  bool is_done =
      vp_reconcile(&r->budget, r->plan, &error) == VP_OK &&
      vp_localize(&r->faults, vp_reconciliation_network(r->budget), NULL, &error) == VP_OK;
  if (!is_done) cli_report_error(r->name, &error);
  return is_done;
}

static void free_repair(repair *r) {
  for (size_t i = 0; i < r->edit_count; i++) cli_text_free(&r->edits[i].text);
  free(r->edits);
  free(r->owners);
  free(r->reasons);
  vp_localization_free(r->faults);
  vp_reconciliation_free(r->budget);
  vp_plan_free(r->plan);
  cli_text_free(&r->before);
  cli_text_free(&r->after);
}

int cli_repair(const cli_options *options) {
  repair r = {.name = options->files[0]};
  if (options->output != NULL && !cli_output_is_free(options, "output", options->output))
    return CLI_UNUSABLE;
  if (cli_file_read(&r.before, r.name))
    r.plan = cli_plan_parse(r.name, &r.before, options->profile);
  int status = CLI_UNUSABLE;
  if (r.plan != NULL && find_faults(&r)) {
    r.language = cli_language(options, r.plan);
    status = write_repaired(&r, options->output);
  }
  free_repair(&r);
  return status;
}
