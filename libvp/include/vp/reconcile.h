/* Does the budget add up? Every figure of a budget is a cell; every table, frame, tie and share is
 * a relation between cells, and each relation has a verdict.
 *
 * A relation says that a weighted sum of cells equals another cell, the total. With
 *   D   the sum minus the total, exactly, as printed
 *   J   where the true difference may lie: the same sum over the cells' intervals (quantity.h)
 *   H   half the width of J
 *   σ   √(Σ (2·h·w)² / 12) over all cells with half-width h and weight w: the standard deviation
 *       of D when each true value lies anywhere in its interval with equal probability
 * the verdict is
 *   exact       D = 0
 *   impossible  J does not contain 0; or the table is adjusted to add up, and D is not 0
 *   doubtful    J contains 0, but it lies more than 3σ from the middle of J
 *   rounding    otherwise
 *   unknown     a cell is missing
 * All comparisons are exact; only the printed 3σ is rounded. */
#ifndef VP_RECONCILE_H
#define VP_RECONCILE_H

#include <vp/plan.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum vp_verdict {
  VP_VERDICT_EXACT = 0,
  VP_VERDICT_ROUNDING,
  VP_VERDICT_DOUBTFUL,
  VP_VERDICT_IMPOSSIBLE,
  VP_VERDICT_UNKNOWN,
  VP_VERDICT_UNIT_MISMATCH, /* not computed: the cells are not of one kind (money, per cent, …) */
  VP_VERDICT_OVERFLOW       /* not computed: the numbers do not fit */
} vp_verdict;

typedef enum vp_relation_kind {
  VP_RELATION_FRAME = 0, /* opening + changes = closing; owner: the frame */
  VP_RELATION_COLUMN,    /* rows = total; owner: the table, index: the column */
  VP_RELATION_SUBTOTAL,  /* rows = a row; owner: the row, index: the column */
  VP_RELATION_ROW,  /* columns = a column; owner: the column, index: the row (the total last) */
  VP_RELATION_TIE,  /* owner: the tie, index: in its `equal` */
  VP_RELATION_SHARE /* part = share × whole; owner: the claim */
} vp_relation_kind;

/* The structs below are made by libvp, read through pointers and may grow at their ends. */

typedef struct vp_cell {
  const vp_element *element;
  const char *field;
  uint32_t item;   /* UINT32_MAX: the whole field; also when the row is too short for the cell */
  uint32_t column; /* of a cell in a table */
  vp_unit unit;    /* the declared one, in which to show results */
  int decimals;    /* declared; -1 for none */
  vp_quantity quantity; /* completed with the declared unit, decimals and rounding */
} vp_cell;

typedef struct vp_term {
  uint32_t cell;
  vp_decimal weight;
} vp_term;

typedef struct vp_relation {
  vp_relation_kind kind;
  vp_verdict verdict;
  const vp_element *owner;
  size_t index;
  const vp_term *terms; /* of a share: the whole, weight 1 or -1 */
  size_t term_count;
  uint32_t total; /* of a share: the part */
  bool adjusted;
  vp_unit unit; /* of every number below: the declared one, if it is of the cells' kind */

  size_t missing_count;  /* cells without a readable number, the total among them */
  uint32_t missing;      /* the first of them */
  bool missing_is_known; /* one cell is missing, and the others determine it */
  vp_decimal missing_value;
  vp_interval missing_interval;

  /* Set for EXACT to IMPOSSIBLE. */
  vp_decimal sum;
  vp_decimal stated;
  vp_decimal difference; /* D */
  vp_interval sum_interval;
  vp_interval stated_interval;
  bool is_bounded; /* H and 3σ exist: no cell is qualified as över, under, minst or högst */
  vp_decimal worst_case;  /* H */
  vp_decimal three_sigma; /* rounded to two significant digits */
} vp_relation;

typedef struct vp_reconciliation vp_reconciliation;

/* The plan must outlive the result. */
VP_API vp_status vp_reconcile(vp_reconciliation **out, const vp_plan *plan, vp_error *error);
VP_API void vp_reconciliation_free(vp_reconciliation *reconciliation); /* NULL is allowed */

VP_API size_t vp_reconciliation_relation_count(const vp_reconciliation *reconciliation);
VP_API const vp_relation *vp_reconciliation_relation(const vp_reconciliation *reconciliation,
                                                     size_t index);
VP_API size_t vp_reconciliation_cell_count(const vp_reconciliation *reconciliation);
VP_API const vp_cell *vp_reconciliation_cell(const vp_reconciliation *reconciliation, size_t index);

/* The verdict as a word ("exact"); static. */
VP_API const char *vp_verdict_name(vp_verdict verdict);

#ifdef __cplusplus
}
#endif

#endif
