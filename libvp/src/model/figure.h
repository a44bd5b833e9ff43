/* A figure: a quantity at its place, completed with the unit, decimals and rounding that are
 * declared around it. */
#ifndef VP_MODEL_FIGURE_H
#define VP_MODEL_FIGURE_H

#include "model/place.h"
#include "model/plan.h"

typedef struct vp_figure {
  vp_place place;
  vp_quantity quantity;
  vp_unit unit;          /* the declared one */
  int decimals;          /* declared; -1 for none */
  uint32_t column;       /* of a cell in a table */
  const char *unit_text; /* of a unit of the plan's own; else NULL */
} vp_figure;

vp_figure vp_frame_opening(const vp_budget *budget);
vp_figure vp_frame_closing(const vp_budget *budget);
vp_figure vp_frame_change(const vp_budget *budget, size_t change);

/* A cell beyond the last value of its row is missing; its place is then the row. */
vp_figure vp_table_cell(const vp_budget *budget, const vp_table *table, size_t row, size_t column);
vp_figure vp_table_total(const vp_budget *budget, const vp_table *table, size_t column);

vp_figure vp_observation_figure(const vp_indicator *indicator, const vp_observation *observation,
                                const char *field);

/* The quantity in a field of that kind, wherever it stands. */
vp_figure vp_field_figure(const vp_plan *plan, vp_place place);

/* The target's or indicator's own quantity. */
vp_quantity vp_indicator_complete(const vp_indicator *indicator, vp_quantity quantity);

/* The figure that a reference names: "frame.opening", "frame.closing", a change's id,
 * "table.row.column", "table.total.column" (unless a row has the id "total"), "indicator.period". A
 * leading '-' is passed over. false when there is none. */
bool vp_figure_find(vp_figure *out, const vp_plan *plan, const char *reference);

/* Rows and columns of a table; the row behind the last is that of the totals. */
typedef struct vp_block {
  const vp_table *table;
  size_t row, row_end;
  size_t column, column_end;
} vp_block;

/* The cells that "table.row.column" names; '*' stands for every row, the totals too, or for every
 * column. false when there are none. */
bool vp_block_find(vp_block *out, const vp_plan *plan, const char *reference);

#endif
