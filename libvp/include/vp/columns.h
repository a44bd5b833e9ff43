/* What a plan, an engine's result or a report holds, as whole columns in the memory layout of
 * Apache Arrow, so that a data frame (pyarrow, pandas, polars, DuckDB, R) takes them without a call
 * per cell.
 *
 * Columns are copies: they need neither the plan nor the result afterwards, only the context that
 * the plan was made with. They have the names that the fields have in the plan file. A quantity is
 * two columns: its number, which is null when it is none, and under its name with "_text" what was
 * written. Where a row says nothing, it is null. */
#ifndef VP_COLUMNS_H
#define VP_COLUMNS_H

#include <vp/check.h>
#include <vp/reconcile.h>
#include <vp/score.h>
#include <vp/track.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum vp_column_kind {
  VP_COLUMN_TEXT = 0, /* Arrow's large UTF-8 text */
  VP_COLUMN_INTEGER,  /* int64_t */
  VP_COLUMN_NUMBER,   /* double, the nearest to the decimal */
  VP_COLUMN_FLAG      /* a bit */
} vp_column_kind;

/* One column. Made by libvp, read through pointers, may grow at its end. The first row's bit is the
 * lowest of the first byte. */
typedef struct vp_column_view {
  const char *name;
  vp_column_kind kind;
  size_t null_count;
  const uint8_t *validity; /* a bit a row, set when there is a value; NULL when nothing is null */
  const void *values;      /* int64_t, double or a bit for each row; or the bytes of all texts */
  const int64_t *offsets;  /* of texts: where each begins, and where the last one ends; else NULL */
} vp_column_view;

typedef struct vp_columns vp_columns;

/* The elements of a kind ("observation", "risk", "row", …) that stand in an element, or in the
 * whole plan (vp_plan_root), in the order of the plan, with a column for each field. A flag that is
 * not set is false. The fields of an object in the element stand under its name ("target_at_least",
 * "source_page"). Several texts are one, with ", " between them; quantities are a column each where
 * their number is fixed ("target_between_1"); other lists are left out. First stand the ids of the
 * elements that it stands in, under their kinds (of an objective "focus_area" and "goal"); of a
 * scale or an amount of the frame, which have no id, the field in which it stands. A source, which
 * stands in all kinds, has none of this. VP_ERROR_ARGUMENT when the format has no such kind. */
VP_API vp_status vp_columns_of_elements(vp_columns **out, const vp_element *within,
                                        const char *kind, vp_error *error);

/* The cells of the budget, numbered as in vp_reconciliation_cell.
 *   table, row, row_label, column, column_label, period   where it stands. The table of the frame
 *                is "frame", and its rows "opening", the ids of the changes and "closing"; the row
 *                of totals is "total"; an indicator's outcome has no table, and the indicator as
 *                its row
 *   path         JSON Pointer
 *   is_total     it should be the sum of other cells of its table or frame
 *   is_trusted
 *   value, value_text, unit */
VP_API vp_status vp_columns_of_cells(vp_columns **out, const vp_reconciliation *reconciliation,
                                     vp_error *error);

/* The relations between them.
 *   kind         "frame", "column", "subtotal", "row", "tie", "share" or "not_negative"
 *   owner        the id of its owner
 *   table, row, row_label, column, column_label, period, path   of the total
 *   verdict, adjusted, at_most
 *   sum, stated, difference, worst_case, three_sigma, unit
 *   missing_count, missing_value   of a single missing cell that the others determine */
VP_API vp_status vp_columns_of_relations(vp_columns **out, const vp_reconciliation *reconciliation,
                                         vp_error *error);

/* The risks, in the order of the plan.
 *   id, title
 *   consequence, consequence_name, consequence_text   the level's value and name, and what was
 *                written
 *   likelihood, likelihood_name, likelihood_text
 *   stated, computed
 *   value        the computed value, or else the stated one
 *   band, band_colour
 *   control_count
 * Then its other fields, as vp_columns_of_elements has them. */
VP_API vp_status vp_columns_of_risks(vp_columns **out, const vp_scoring *scoring, vp_error *error);

/* The indicators, in the order of the plan. Amounts of money are in the indicator's unit.
 *   id, name, unit
 *   target       what is expected: "at_least", "increase_from", "follow", …
 *   target_value, target_value_text, target_period
 *   status, better
 *   latest_period, latest, latest_text   as previous, outcome and baseline: the observations that
 *                vp_indicator_track names
 *   change
 *   slope, slope_low, slope_high, forecast, forecast_low, forecast_high
 *   outlook      of the forecast: "unlikely", "uncertain" or "likely"
 * Then its other fields, as vp_columns_of_elements has them. */
VP_API vp_status vp_columns_of_indicators(vp_columns **out, const vp_tracking *tracking,
                                          vp_error *error);

/* The findings, in the order of the report.
 *   rule, severity
 *   kind, id     of the nearest element that has an id
 *   path, line, column
 *   message, notes, help   several notes on lines of their own
 *   candidate_count
 *   candidate_path, candidate_printed, candidate_value, candidate_unit, candidate_slip   the
 *                likeliest candidate; null when others are as likely
 *   fingerprint
 *   accepted     the reason; null when it is not accepted */
VP_API vp_status vp_columns_of_findings(vp_columns **out, const vp_report *report, vp_error *error);

VP_API void vp_columns_free(vp_columns *columns); /* NULL is allowed */

VP_API size_t vp_columns_row_count(const vp_columns *columns);
VP_API size_t vp_columns_count(const vp_columns *columns);

/* Borrowed from the columns; NULL beyond the last. */
VP_API const vp_column_view *vp_columns_view(const vp_columns *columns, size_t index);

/* The rows with these numbers, in that order. VP_ERROR_ARGUMENT for a row that is not there. */
VP_API vp_status vp_columns_take(vp_columns **out, const vp_columns *columns, const size_t *rows,
                                 size_t count, vp_error *error);

/* The rows of all parts, one part after the other: those of many plans as one. VP_ERROR_ARGUMENT
 * when there is no part, or their columns are not the same. */
VP_API vp_status vp_columns_concatenate(vp_columns **out, const vp_columns *const *parts,
                                        size_t count, vp_error *error);

/* Puts a column before the others that has the same text in each row, or null for NULL. It moves
 * the others: views have to be asked for again. */
VP_API vp_status vp_columns_prepend(vp_columns *columns, const char *name, const char *text,
                                    vp_error *error);

/* The structs of the Arrow C data interface, as its specification has them. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

#endif

/* Hands the columns over as one struct array (a record batch), without copying them: on success
 * they are the array's, to be freed by its release, and columns is gone. The schema and the array
 * are released apart, and their children may be moved out of them. On failure columns is as it was.
 */
VP_API vp_status vp_columns_export(struct ArrowSchema *schema, struct ArrowArray *array,
                                   vp_columns *columns, vp_error *error);

#ifdef __cplusplus
}
#endif

#endif
