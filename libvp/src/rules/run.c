#include "rules/run.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void vp_run_fail(vp_run *run, vp_status status) {
  if (run->status != VP_OK || status == VP_OK) return;
  run->status = status;
  if (status == VP_ERROR_MEMORY) (void)vp_fail_memory(run->error);
}

void *vp_run_array(vp_run *run, size_t count, size_t size) {
  void *array = vp_arena_array(run->arena, count, size);
  if (array == NULL) vp_run_fail(run, VP_ERROR_MEMORY);
  return array;
}

const vp_reconciliation *vp_run_reconciliation(vp_run *run) {
  if (run->reconciliation == NULL && run->status == VP_OK)
    vp_run_fail(run, vp_reconcile(&run->reconciliation, run->plan, run->error));
  return run->reconciliation;
}

const vp_localization *vp_run_localization(vp_run *run) {
  const vp_reconciliation *judged = vp_run_reconciliation(run);
  if (run->localization == NULL && judged != NULL && run->status == VP_OK)
    vp_run_fail(
        run, vp_localize(&run->localization, vp_reconciliation_network(judged), NULL, run->error));
  return run->localization;
}

const vp_scoring *vp_run_scoring(vp_run *run) {
  if (run->scoring == NULL && run->status == VP_OK)
    vp_run_fail(run, vp_score_with(&run->scoring, run->plan, run->options.functions, run->error));
  return run->scoring;
}

static bool is_broken(const vp_relation *relation) {
  return relation->kind != VP_RELATION_SHARE &&
         (relation->verdict == VP_VERDICT_IMPOSSIBLE || relation->verdict == VP_VERDICT_DOUBTFUL);
}

static int compare_cells(const vp_element *a, uint32_t a_item, const vp_element *b,
                         uint32_t b_item) {
  if (a != b) return (uintptr_t)a < (uintptr_t)b ? -1 : 1;
  return a_item < b_item ? -1 : a_item > b_item;
}

static int by_place(const void *left, const void *right) {
  const vp_cell *a = *(const vp_cell *const *)left, *b = *(const vp_cell *const *)right;
  return compare_cells(a->element, a->item, b->element, b->item);
}

/* Trusted cells are right whatever their relations say. */
static void add_doubted(vp_run *run, const vp_cell *cell) {
  if (!cell->is_trusted) run->doubted[run->doubted_count++] = cell;
}

static void find_doubted(vp_run *run, const vp_reconciliation *reconciliation) {
  size_t relations = vp_reconciliation_relation_count(reconciliation), most = 0;
  for (size_t i = 0; i < relations; i++) {
    const vp_relation *relation = vp_reconciliation_relation(reconciliation, i);
    if (is_broken(relation)) most += relation->term_count + 1;
  }
  run->doubted = vp_run_array(run, most + 1, sizeof *run->doubted);
  if (run->doubted == NULL) return;
  for (size_t i = 0; i < relations; i++) {
    const vp_relation *relation = vp_reconciliation_relation(reconciliation, i);
    if (!is_broken(relation)) continue;
    add_doubted(run, vp_reconciliation_cell(reconciliation, relation->total));
    for (size_t term = 0; term < relation->term_count; term++)
      add_doubted(run, vp_reconciliation_cell(reconciliation, relation->terms[term].cell));
  }
  if (run->doubted_count > 0)
    qsort(run->doubted, run->doubted_count, sizeof *run->doubted, by_place);
}

bool vp_run_is_doubted(vp_run *run, vp_place place) {
  const vp_reconciliation *reconciliation = vp_run_reconciliation(run);
  if (reconciliation != NULL && run->doubted == NULL) find_doubted(run, reconciliation);
  size_t low = 0, high = run->doubted_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const vp_cell *cell = run->doubted[middle];
    int order = compare_cells(place.element, place.item, cell->element, cell->item);
    if (order == 0) return true;
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return false;
}

void vp_run_applied(vp_run *run) { run->result->applied++; }

void vp_run_not_applicable(vp_run *run) { run->result->not_applicable++; }

const char *vp_run_format(vp_run *run, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  char *text = length >= 0 ? vp_arena_alloc(run->arena, (size_t)length + 1) : NULL;
  if (text != NULL)
    vsnprintf(text, (size_t)length + 1, format, again);
  else
    vp_run_fail(run, VP_ERROR_MEMORY);
  va_end(again);
  return text != NULL ? text : "";
}
