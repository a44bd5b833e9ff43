/* Which relations a plan states. */
#include <string.h>

#include "model/sum.h"
#include "reconcile/network.h"

/* Where the cells of each part of the budget stand in the network. */
typedef struct layout {
  vp_network *network;
  const vp_plan *plan;
  const vp_budget *budget;
  uint32_t frame;       /* opening, changes, closing */
  uint32_t *tables;     /* of each table: rows × columns, then the totals */
  uint32_t *indicators; /* of each indicator: its observations, or NO_CELL */
  size_t trusted;       /* figures so far, however often each */
  const uint32_t *row_circles, *column_circles; /* of the table that is being added */
} layout;

#define NO_CELL UINT32_MAX

static void add_term(layout *l, uint32_t cell, int sign) {
  vp_network_add_term(l->network, cell, (vp_decimal){.coefficient = sign, .exponent = 0});
}

static void add_frame(layout *l) {
  if (l->budget->frame == NULL) return;
  vp_figure figure = vp_frame_opening(l->budget);
  l->frame = vp_network_add_cell(l->network, &figure);
  size_t changes = l->budget->frame->changes.count;
  for (size_t i = 0; i < changes; i++) {
    figure = vp_frame_change(l->budget, i);
    vp_network_add_cell(l->network, &figure);
  }
  figure = vp_frame_closing(l->budget);
  uint32_t closing = vp_network_add_cell(l->network, &figure);
  vp_network_add_relation(l->network, VP_RELATION_FRAME, &l->budget->frame->base, 0, closing);
  for (uint32_t i = 0; i <= changes; i++) add_term(l, l->frame + i, 1);
}

static uint32_t cell_index(const layout *l, const vp_table *table, size_t row, size_t column) {
  return l->tables[table->base.index] + (uint32_t)(row * table->columns.count + column);
}

static void add_table_cell(layout *l, const vp_table *table, const vp_figure *figure, size_t row) {
  uint32_t cell = vp_network_add_cell(l->network, figure);
  if (l->network->failed) return;
  l->network->cells[cell].table = table->base.index;
  l->network->cells[cell].row = (uint32_t)row;
}

static void add_cells(layout *l, const vp_table *table) {
  l->tables[table->base.index] = (uint32_t)l->network->cell_count;
  for (size_t row = 0; row < table->rows.count && !l->network->failed; row++)
    for (size_t column = 0; column < table->columns.count; column++) {
      vp_figure figure = vp_table_cell(l->budget, table, row, column);
      add_table_cell(l, table, &figure, row);
    }
  for (size_t column = 0; column < table->columns.count && table->total.count > 0; column++) {
    vp_figure figure = vp_table_total(l->budget, table, column);
    add_table_cell(l, table, &figure, table->rows.count);
  }
}

static int sign_of(const char *reference) { return *reference == '-' ? -1 : 1; }

/* Whether the parts of a sum can be added; what is wrong with them is another rule's finding. */
static bool is_sum(const layout *l, const vp_element *element, const vp_texts *sum_of,
                   const uint32_t *circles) {
  if (circles[element->index] != VP_NO_ITEM) return false;
  for (size_t i = 0; i < sum_of->count; i++)
    if (vp_sum_part(l->plan, element, sum_of->items[i]) == NULL) return false;
  return sum_of->count > 0;
}

static void add_subtotal(layout *l, const vp_table *table, const vp_row *row) {
  if (!is_sum(l, &row->base, &row->sum_of, l->row_circles)) return;
  for (size_t column = 0; column < table->columns.count && !l->network->failed; column++) {
    vp_network_add_relation(l->network, VP_RELATION_SUBTOTAL, &row->base, column,
                            cell_index(l, table, row->base.index, column));
    for (size_t i = 0; i < row->sum_of.count; i++) {
      const vp_element *part = vp_sum_part(l->plan, &row->base, row->sum_of.items[i]);
      add_term(l, cell_index(l, table, part->index, column), sign_of(row->sum_of.items[i]));
    }
  }
}

static void add_column_sum(layout *l, const vp_table *table, const vp_column *column) {
  if (!is_sum(l, &column->base, &column->sum_of, l->column_circles)) return;
  size_t rows = table->rows.count + (table->total.count > 0); /* the totals are a row too */
  for (size_t row = 0; row < rows && !l->network->failed; row++) {
    vp_network_add_relation(l->network, VP_RELATION_ROW, &column->base, row,
                            cell_index(l, table, row, column->base.index));
    for (size_t i = 0; i < column->sum_of.count; i++) {
      const vp_element *part = vp_sum_part(l->plan, &column->base, column->sum_of.items[i]);
      add_term(l, cell_index(l, table, row, part->index), sign_of(column->sum_of.items[i]));
    }
  }
}

/* Marks the rows that stand in another row's sum: the total does not count them again. */
static void mark_parts(const layout *l, const vp_table *table, bool *is_part) {
  for (size_t row = 0; row < table->rows.count; row++) {
    const vp_row *sum = VP_ITEM(vp_row, table->rows, row);
    for (size_t i = 0; i < sum->sum_of.count; i++) {
      const vp_element *part = vp_sum_part(l->plan, &sum->base, sum->sum_of.items[i]);
      if (part != NULL) is_part[part->index] = true;
    }
  }
}

/* Then nobody knows which rows are parts of others. */
static bool has_circle(const layout *l, const vp_table *table) {
  for (size_t row = 0; row < table->rows.count; row++)
    if (l->row_circles[row] != VP_NO_ITEM) return true;
  return false;
}

static void add_totals(layout *l, const vp_table *table) {
  if (table->total.count == 0 || table->rows.count == 0 || has_circle(l, table)) return;
  bool *is_part = vp_alloc(l->network->context, table->rows.count * sizeof *is_part);
  if (is_part == NULL) {
    l->network->failed = true;
    return;
  }
  memset(is_part, 0, table->rows.count * sizeof *is_part);
  mark_parts(l, table, is_part);
  for (size_t column = 0; column < table->columns.count && !l->network->failed; column++) {
    vp_network_add_relation(l->network, VP_RELATION_COLUMN, &table->base, column,
                            cell_index(l, table, table->rows.count, column));
    for (size_t row = 0; row < table->rows.count; row++)
      if (!is_part[row]) add_term(l, cell_index(l, table, row, column), 1);
  }
  vp_free(l->network->context, is_part);
}

/* What subtracts may well give less than nothing. */
static bool is_difference(const vp_texts *sum_of) {
  for (size_t i = 0; i < sum_of->count; i++)
    if (sign_of(sum_of->items[i]) < 0) return true;
  return false;
}

static void add_signs_of_row(layout *l, const vp_table *table, const vp_element *owner, size_t row,
                             const bool *differs) {
  for (size_t column = 0; column < table->columns.count; column++)
    if (!differs[column])
      vp_network_add_limit(l->network, VP_RELATION_NOT_NEGATIVE, owner, column,
                           cell_index(l, table, row, column));
}

static void add_signs(layout *l, const vp_table *table) {
  bool *differs = vp_alloc(l->network->context, (table->columns.count + 1) * sizeof *differs);
  l->network->failed = l->network->failed || differs == NULL;
  if (differs == NULL) return;
  for (size_t i = 0; i < table->columns.count; i++)
    differs[i] = is_difference(&VP_ITEM(vp_column, table->columns, i)->sum_of);
  for (size_t i = 0; i < table->rows.count && !l->network->failed; i++) {
    const vp_row *row = VP_ITEM(vp_row, table->rows, i);
    bool is_covered = table->not_negative && !is_difference(&row->sum_of);
    if (is_covered || row->not_negative) add_signs_of_row(l, table, &row->base, i, differs);
  }
  if (table->not_negative && table->total.count > 0)
    add_signs_of_row(l, table, &table->base, table->rows.count, differs);
  vp_free(l->network->context, differs);
}

static void add_relations(layout *l, const vp_table *table) {
  for (size_t i = 0; i < table->rows.count && !l->network->failed; i++)
    add_subtotal(l, table, VP_ITEM(vp_row, table->rows, i));
  for (size_t i = 0; i < table->columns.count && !l->network->failed; i++)
    add_column_sum(l, table, VP_ITEM(vp_column, table->columns, i));
  add_totals(l, table);
  add_signs(l, table);
}

static void add_table(layout *l, const vp_table *table) {
  uint32_t *rows = vp_sum_circles(l->plan, &table->rows);
  uint32_t *columns = vp_sum_circles(l->plan, &table->columns);
  l->network->failed = l->network->failed || rows == NULL || columns == NULL;
  l->row_circles = rows;
  l->column_circles = columns;
  add_cells(l, table);
  if (!l->network->failed) add_relations(l, table);
  vp_free(l->network->context, columns);
  vp_free(l->network->context, rows);
}

/* An indicator's observations become cells when one of them is first asked for. */
static uint32_t observation_cell(layout *l, const vp_element *element) {
  const vp_indicator *indicator = VP_AS(vp_indicator, element->parent);
  uint32_t *first = &l->indicators[indicator->base.index];
  if (*first == NO_CELL) {
    *first = (uint32_t)l->network->cell_count;
    for (size_t i = 0; i < indicator->observations.count; i++) {
      const vp_observation *observation = VP_ITEM(vp_observation, indicator->observations, i);
      vp_figure figure = vp_observation_figure(indicator, observation, "value");
      vp_network_add_cell(l->network, &figure);
    }
  }
  return *first + element->index;
}

/* The cell that a reference names. */
static bool find_cell(layout *l, const char *reference, uint32_t *out) {
  vp_figure figure;
  if (!vp_figure_find(&figure, l->plan, reference)) return false;
  const vp_element *element = figure.place.element;
  const char *kind = element->shape->name;
  if (strcmp(kind, "frame_amount") == 0) {
    bool closing = element == &l->budget->frame->closing->base;
    *out = l->frame + (closing ? (uint32_t)l->budget->frame->changes.count + 1 : 0);
  } else if (strcmp(kind, "change") == 0) {
    *out = l->frame + 1 + element->index;
  } else if (strcmp(kind, "row") == 0) {
    *out = cell_index(l, VP_AS(vp_table, element->parent), element->index, figure.column);
  } else if (strcmp(kind, "table") == 0) {
    const vp_table *table = VP_AS(vp_table, element);
    *out = cell_index(l, table, table->rows.count, figure.column);
  } else {
    *out = observation_cell(l, element);
  }
  return true;
}

static bool all_cells_found(layout *l, const vp_texts *references) {
  vp_figure figure;
  for (size_t i = 0; i < references->count; i++)
    if (!vp_figure_find(&figure, l->plan, references->items[i])) return false;
  return true;
}

static void add_reference_term(layout *l, const char *reference, int sign) {
  uint32_t cell;
  if (find_cell(l, reference, &cell)) add_term(l, cell, sign * sign_of(reference));
}

static void add_limit(layout *l, const vp_tie *tie) {
  uint32_t total;
  if (*tie->at_most == '-' || !find_cell(l, tie->at_most, &total)) return;
  vp_network_add_limit(l->network, VP_RELATION_TIE, &tie->base, 0, total);
  for (size_t i = 0; i < tie->sum.count; i++) add_reference_term(l, tie->sum.items[i], 1);
}

/* Each member of `equal` is the sum, or the first member where there is no sum. */
static void add_tie(layout *l, const vp_tie *tie) {
  if (!all_cells_found(l, &tie->sum) || !all_cells_found(l, &tie->equal)) return;
  if (tie->at_most != NULL) add_limit(l, tie);
  bool has_sum = tie->sum.count > 0;
  for (size_t i = has_sum ? 0 : 1; i < tie->equal.count && !l->network->failed; i++) {
    uint32_t total;
    if (!find_cell(l, tie->equal.items[i], &total)) continue;
    int sign = sign_of(tie->equal.items[i]);
    vp_network_add_relation(l->network, VP_RELATION_TIE, &tie->base, i, total);
    if (!has_sum) add_reference_term(l, tie->equal.items[0], sign);
    for (size_t term = 0; term < tie->sum.count; term++)
      add_reference_term(l, tie->sum.items[term], sign);
  }
}

static void add_share(layout *l, const vp_claim *claim) {
  uint32_t part, whole;
  if (claim->share.count != 2 || claim->says.state != VP_QUANTITY_NUMBER) return;
  const char *const *references = claim->share.items;
  if (!find_cell(l, references[0], &part) || !find_cell(l, references[1], &whole)) return;
  vp_network_add_relation(l->network, VP_RELATION_SHARE, &claim->base, 0, part);
  add_term(l, whole, sign_of(references[0]) * sign_of(references[1]));
}

static void trust_block(layout *l, const vp_block *block) {
  l->trusted += (block->row_end - block->row) * (block->column_end - block->column);
  l->network->is_too_large = l->trusted > VP_NETWORK_MAX;
  l->network->failed = l->network->is_too_large;
  for (size_t row = block->row; row < block->row_end && !l->network->failed; row++)
    for (size_t column = block->column; column < block->column_end; column++)
      l->network->cells[cell_index(l, block->table, row, column)].is_trusted = true;
}

/* An observation that no relation asked for is no cell. */
static bool is_cell(const layout *l, const vp_element *element) {
  return strcmp(element->shape->name, "observation") != 0 ||
         l->indicators[element->parent->index] != NO_CELL;
}

static void trust(layout *l, const char *reference) {
  vp_block block;
  vp_figure figure;
  uint32_t cell;
  if (*reference == '-') return;
  if (vp_block_find(&block, l->plan, reference))
    trust_block(l, &block);
  else if (vp_figure_find(&figure, l->plan, reference) && is_cell(l, figure.place.element) &&
           find_cell(l, reference, &cell))
    l->network->cells[cell].is_trusted = true;
}

static void add_budget(layout *l) {
  add_frame(l);
  for (size_t i = 0; i < l->budget->tables.count; i++)
    add_table(l, VP_ITEM(vp_table, l->budget->tables, i));
  for (size_t i = 0; i < l->budget->ties.count; i++)
    add_tie(l, VP_ITEM(vp_tie, l->budget->ties, i));
}

static uint32_t *no_cells(vp_network *network, size_t count) {
  uint32_t *cells = vp_alloc(network->context, (count + 1) * sizeof *cells);
  network->failed = network->failed || cells == NULL;
  for (size_t i = 0; i < count && cells != NULL; i++) cells[i] = NO_CELL;
  return cells;
}

void vp_network_add_plan(vp_network *network, const vp_plan *plan) {
  layout l = {.network = network, .plan = plan, .budget = plan->budget};
  l.tables = no_cells(network, l.budget != NULL ? l.budget->tables.count : 0);
  l.indicators = no_cells(network, plan->indicators.count);
  if (l.budget != NULL && !network->failed) add_budget(&l);
  for (size_t i = 0; i < plan->claims.count && !network->failed; i++)
    add_share(&l, VP_ITEM(vp_claim, plan->claims, i));
  for (size_t i = 0; l.budget != NULL && i < l.budget->trusted.count && !network->failed; i++)
    trust(&l, l.budget->trusted.items[i]);
  vp_free(network->context, l.tables);
  vp_free(network->context, l.indicators);
}
