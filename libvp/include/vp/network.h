/* Quantities and the relations between them: cells, weighted sums of cells that should equal other
 * cells, and a verdict on each relation. A network is made from a plan (reconcile.h) or, without
 * one, by the functions below.
 *
 * A relation says that a weighted sum of cells equals another cell, the total. With
 *   D   the sum minus the total, exactly, as printed
 *   J   where the true difference may lie: the same sum over the cells' intervals (quantity.h)
 *   H   half the width of J
 *   σ   √(Σ (2·h·w)² / 12) over all cells with half-width h and weight w: the standard deviation
 *       of D when each true value lies anywhere in its interval with equal probability
 * the verdict is
 *   exact       D = 0; or D <= 0, when the sum should be at most the total
 *   impossible  J does not contain 0 (or, for at most, nothing at or below it); or the table is
 *               adjusted to add up, and D is not 0
 *   doubtful    J contains 0, but it lies more than 3σ from the middle of J; a profile, or
 *               vp_network_set_sigmas, may say another number than 3
 *   rounding    otherwise
 *   unknown     a cell is missing
 * All comparisons are exact; only the printed multiples of σ are rounded. */
#ifndef VP_NETWORK_H
#define VP_NETWORK_H

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
  VP_RELATION_ROW,   /* columns = a column; owner: the column, index: the row, or the number of rows
                        for the total */
  VP_RELATION_TIE,   /* owner: the tie, index: in its `equal`, or 0 */
  VP_RELATION_SHARE, /* part = share × whole; owner: the claim */
  VP_RELATION_NOT_NEGATIVE /* 0 <= the total, without terms; owner: the row, or the table of a
                              total, index: the column */
} vp_relation_kind;

/* The structs below are made by libvp, read through pointers and may grow at their ends. */

#define VP_NO_TABLE UINT32_MAX

typedef struct vp_cell {
  const vp_element *element; /* NULL, as field: it stands in no plan */
  const char *field;
  uint32_t item;   /* UINT32_MAX: the whole field; also when the row is too short for the cell */
  uint32_t column; /* of a cell in a table */
  vp_unit unit;    /* the declared one, in which to show results */
  int decimals;    /* declared; -1 for none */
  vp_quantity quantity;  /* completed with the declared unit, decimals and rounding */
  uint32_t table;        /* VP_NO_TABLE: it stands alone */
  uint32_t row;          /* cells with the same table and row continue each other */
  bool is_trusted;       /* known to be right: never said to be wrong */
  const char *unit_text; /* of a quantity in VP_UNIT_OTHER, as it is written; else NULL */
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
  bool at_most; /* the sum may also be less than the total */
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
  bool is_bounded;       /* H and σ exist: no cell is qualified as över, under, minst or högst */
  vp_decimal worst_case; /* H */
  vp_decimal three_sigma; /* rounded to two significant digits */
  vp_decimal usual_case;  /* the σ beyond which it is doubtful; rounded likewise */
} vp_relation;

typedef struct vp_network vp_network;

VP_API vp_status vp_network_new(vp_network **out, const vp_context *context, vp_error *error);
VP_API void vp_network_free(vp_network *network); /* NULL is allowed */

/* Everything is added before the network is judged. What is added is known by its number, counted
 * from 0; a number that does not exist yet is VP_ERROR_ARGUMENT. */

/* printed is copied; its text is borrowed for as long as the network lives. */
VP_API vp_status vp_network_add_quantity(uint32_t *cell, vp_network *network,
                                         const vp_quantity *printed, vp_error *error);

/* Where the quantity stands: figures in one row of one table are expected to be alike. */
VP_API vp_status vp_network_set_place(vp_network *network, uint32_t cell, uint32_t table,
                                      uint32_t row, uint32_t column, vp_error *error);
VP_API vp_status vp_network_set_trusted(vp_network *network, uint32_t cell, vp_error *error);

/* States that the quantity is not negative, as a relation of its own. */
VP_API vp_status vp_network_set_not_negative(vp_network *network, uint32_t cell, vp_error *error);

/* Σ weight · cell = total. The kind may be any up to VP_RELATION_TIE. */
VP_API vp_status vp_network_relate(uint32_t *relation, vp_network *network, vp_relation_kind kind,
                                   const vp_term *terms, size_t term_count, uint32_t total,
                                   vp_error *error);

/* Σ weight · cell <= total. */
VP_API vp_status vp_network_limit(uint32_t *relation, vp_network *network, const vp_term *terms,
                                  size_t term_count, uint32_t total, vp_error *error);

/* Beyond how many σ a difference is doubtful, from 2 to 6; 3 unless set. With 2 one sound sum in
 * twenty is doubtful. */
VP_API vp_status vp_network_set_sigmas(vp_network *network, int sigmas, vp_error *error);
VP_API int vp_network_sigmas(const vp_network *network);

/* Fills in the verdicts. */
VP_API vp_status vp_network_judge(vp_network *network, vp_error *error);

VP_API size_t vp_network_cell_count(const vp_network *network);
VP_API const vp_cell *vp_network_cell(const vp_network *network, size_t index);
VP_API size_t vp_network_relation_count(const vp_network *network);
VP_API const vp_relation *vp_network_relation(const vp_network *network, size_t index);

/* The verdict, and the kind, as a word ("exact", "subtotal"); static. */
VP_API const char *vp_verdict_name(vp_verdict verdict);
VP_API const char *vp_relation_kind_name(vp_relation_kind kind);

#ifdef __cplusplus
}
#endif

#endif
