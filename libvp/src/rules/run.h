/* One run of the rules over one plan. A rule reads the plan and the engines' results here and says
 * here what it found; it never sees another rule's findings. */
#ifndef VP_RULES_RUN_H
#define VP_RULES_RUN_H

#include <vp/check.h>
#include <vp/localize.h>
#include <vp/reconcile.h>
#include <vp/score.h>

#include "base/array.h"
#include "base/buffer.h"
#include "model/count.h"
#include "model/place.h"
#include "model/plan.h"
#include "rules/rule.h"

enum { VP_MAX_VALUES = 16 };

typedef struct vp_draft {
  bool open;
  vp_message message;
  vp_place place;
  const char *key;
  const char *text_key; /* the same without ids; NULL: key has none */
  vp_value values[VP_MAX_VALUES];
  size_t value_count;
  const vp_candidate *candidates;
  size_t candidate_count;
} vp_draft;

/* A finding whose place in the text is known by its bytes only. */
typedef struct vp_pending {
  vp_finding finding;
  vp_place place;
  uint32_t begin, end;
  vp_rule_result *result; /* results stand in the order of the rules */
} vp_pending;

struct vp_run {
  const vp_plan *plan;
  const vp_context *context;
  vp_check_options options;
  vp_status status; /* the first failure; sticks */
  vp_error *error;
  vp_arena *arena; /* of the report */

  const vp_rule *rule;
  vp_rule_result *result; /* of the rule that runs */
  vp_draft draft;

  const vp_rule_result *results; /* of all rules */
  size_t result_count;
  struct vp_accepting *acceptances; /* see accept.h */
  size_t acceptance_count;

  vp_pending *findings;
  size_t finding_count, finding_capacity;

  vp_reconciliation *reconciliation;
  vp_localization *localization;
  const vp_fault **faults; /* of each relation; NULL until asked for */
  vp_scoring *scoring;
  const vp_cell *
      *doubted; /* the cells in relations that do not hold, sorted; NULL until asked for */
  size_t doubted_count;
  uint64_t hint_work; /* see hint.h */
  vp_counts counts;
};

/* The engines' results, computed when they are first asked for; NULL when that failed. */
const vp_reconciliation *vp_run_reconciliation(vp_run *run);
const vp_localization *vp_run_localization(vp_run *run);
const vp_scoring *vp_run_scoring(vp_run *run);

/* Whether a figure stands in a budget relation that cannot hold, so that nothing should be
 * concluded from it. */
bool vp_run_is_doubted(vp_run *run, vp_place place);

void vp_run_fail(vp_run *run, vp_status status);

/* Zeroed, and lives as long as the report; NULL, and the run has failed, when memory is out. */
void *vp_run_array(vp_run *run, size_t count, size_t size);

/* The rule found something, which it says with its message number `variant`. The values that follow
 * belong to this finding. Texts are borrowed until the report is freed. */
void vp_finding_begin(vp_run *run, size_t variant, vp_place place);
void vp_finding_open(vp_run *run, vp_message message, vp_place place);
void vp_finding_text(vp_run *run, const char *name, const char *text);
void vp_finding_phrase(vp_run *run, const char *name, vp_text phrase);
void vp_finding_count(vp_run *run, const char *name, size_t count);
void vp_finding_number(vp_run *run, const char *name, vp_decimal number, vp_unit unit);
void vp_finding_interval(vp_run *run, const char *name, vp_interval interval, vp_unit unit);
void vp_finding_texts(vp_run *run, const char *name, const char *const *texts, size_t count);

/* The number or the text that a quantity was written as. */
void vp_finding_quantity(vp_run *run, const char *name, const vp_quantity *quantity);

/* Tells findings apart that one rule has at one place. A key with ids in it needs another that has
 * names instead. */
void vp_finding_key(vp_run *run, const char *key);
void vp_finding_text_key(vp_run *run, const char *key);

/* Closes the finding that is open, if any. */
void vp_finding_end(vp_run *run);

/* The fingerprint of the n-th finding (from 1) beyond the first that has this one. */
const char *vp_fingerprint_repeated(vp_run *run, const char *fingerprint, size_t n);

/* What an element is known by without its id. */
const char *vp_run_identity(vp_run *run, const vp_element *element);

/* A formatted text that lives as long as the report. */
const char *vp_run_format(vp_run *run, const char *format, ...) VP_PRINTF(2, 3);

/* The text with its {names} replaced by the values, in the run's language. */
const char *vp_render(vp_run *run, const char *text, const vp_draft *draft);

#endif
