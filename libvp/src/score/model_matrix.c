/* The cells of a risk matrix: what its grid leaves out, and how neighbours compare. */
#include "score/band.h"
#include "score/method.h"
#include "score/model_check.h"
#include "score/number.h"

/* Faults are first counted, with items NULL, and then written. */
static void add_fault(vp_grid_faults *out, vp_grid_fault_kind kind, vp_place place) {
  if (out->items != NULL) out->items[out->count] = (vp_grid_fault){kind, place};
  out->count++;
}

static void check_row(vp_grid_faults *out, const vp_method *method, const vp_grid_row *row) {
  vp_place place = vp_place_element(&row->base);
  vp_decimal consequence = {row->consequence.value, 0};
  size_t columns =
      method->model->scales != NULL ? method->model->scales->likelihood->levels.count : 0;
  if (!vp_scale_has(&method->consequence, consequence))
    add_fault(out, VP_GRID_ROW_UNKNOWN, vp_place_field(&row->base, "consequence"));
  else if (vp_value_index_find(&method->grid, consequence) != &row->base)
    add_fault(out, VP_GRID_ROW_REPEATED, vp_place_field(&row->base, "consequence"));
  if (columns > 0 && row->values.count != columns) add_fault(out, VP_GRID_ROW_LENGTH, place);
  vp_decimal number;
  for (size_t i = 0; i < row->values.count; i++)
    if (!vp_number_of(&number, &row->values.items[i]))
      add_fault(out, VP_GRID_NO_NUMBER, vp_place_item(&row->base, "values", i));
}

static void check_grid(vp_grid_faults *out, const vp_method *method) {
  if (method->model->score != VP_SCORE_GRID) return;
  const vp_value_index *levels = &method->consequence.levels;
  for (size_t i = 0; i < levels->count; i++)
    if (vp_value_index_find(&method->grid, (vp_decimal){levels->items[i].value, 0}) == NULL)
      add_fault(out, VP_GRID_ROW_MISSING, vp_place_element(levels->items[i].element));
  for (size_t i = 0; i < method->model->grid.count; i++)
    check_row(out, method, VP_ITEM(vp_grid_row, method->model->grid, i));
}

bool vp_model_grid_faults(vp_grid_faults *out, const vp_risk_model *model, vp_arena *arena) {
  vp_method method;
  if (!vp_method_init(&method, model, NULL, arena)) return false;
  vp_grid_faults faults = {.count = 0};
  check_grid(&faults, &method);
  faults.items = vp_arena_array(arena, faults.count, sizeof *faults.items);
  if (faults.items == NULL) return false;
  faults.count = 0;
  check_grid(&faults, &method);
  *out = faults;
  return true;
}

/* What one look for pairs of neighbours is about. */
typedef struct search search;
struct search {
  vp_method method;
  vp_matrix matrix;
  vp_band_map bands;
  const vp_band *lowest, *highest;
  bool (*is_found)(const search *s, vp_decimal first, vp_decimal second);
  vp_cell_pairs pairs; /* counted first, with items NULL, and then written */
};

static const vp_level *level_at(const vp_scale_index *scale, size_t i) {
  return VP_AS(vp_level, scale->levels.items[i].element);
}

static vp_place place_of(const vp_method *method, const vp_level *consequence,
                         const vp_level *likelihood) {
  if (method->model->score != VP_SCORE_GRID) return vp_place_field(&method->model->base, "score");
  const vp_element *row =
      vp_value_index_find(&method->grid, (vp_decimal){consequence->value.value, 0});
  return vp_place_item(row, "values", likelihood->base.index);
}

static vp_matrix_cell cell_at(const search *s, size_t row, size_t column, vp_decimal score) {
  const vp_level *consequence = level_at(&s->method.consequence, row);
  const vp_level *likelihood = level_at(&s->method.likelihood, column);
  return (vp_matrix_cell){consequence, likelihood, score,
                          place_of(&s->method, consequence, likelihood)};
}

static void compare_cells(search *s, size_t row, size_t column, size_t next_row,
                          size_t next_column) {
  vp_decimal first, second;
  if (!vp_matrix_score(&first, &s->matrix, row, column) ||
      !vp_matrix_score(&second, &s->matrix, next_row, next_column) ||
      !s->is_found(s, first, second))
    return;
  if (s->pairs.items != NULL)
    s->pairs.items[s->pairs.count] =
        (vp_cell_pair){cell_at(s, row, column, first), cell_at(s, next_row, next_column, second)};
  s->pairs.count++;
}

static void compare_neighbours(search *s) {
  s->pairs.count = 0;
  for (size_t row = 0; row < s->matrix.rows; row++)
    for (size_t column = 0; column < s->matrix.columns; column++) {
      compare_cells(s, row, column, row, column + 1);
      compare_cells(s, row, column, row + 1, column);
    }
}

static bool find_pairs(vp_cell_pairs *out, search *s, const vp_risk_model *model,
                       const vp_functions *functions, vp_arena *arena) {
  if (!vp_method_init(&s->method, model, functions, arena) ||
      !vp_matrix_init(&s->matrix, &s->method, arena))
    return false;
  compare_neighbours(s);
  s->pairs.items = vp_arena_array(arena, s->pairs.count, sizeof *s->pairs.items);
  if (s->pairs.items == NULL) return false;
  if (s->pairs.count > 0) compare_neighbours(s);
  *out = s->pairs;
  return true;
}

static bool is_drop(const search *s, vp_decimal first, vp_decimal second) {
  (void)s;
  return vp_decimal_compare(second, first) < 0;
}

bool vp_model_drops(vp_cell_pairs *out, const vp_risk_model *model, const vp_functions *functions,
                    vp_arena *arena) {
  search s = {.is_found = is_drop};
  return find_pairs(out, &s, model, functions, arena);
}

static bool is_jump(const search *s, vp_decimal first, vp_decimal second) {
  const vp_band *one = vp_band_map_find(&s->bands, first);
  const vp_band *other = vp_band_map_find(&s->bands, second);
  return one != other && (one == s->lowest || one == s->highest) &&
         (other == s->lowest || other == s->highest);
}

/* The band that starts lowest and the one that ends highest; returns how many hold something. */
static size_t find_extremes(search *s, const vp_elements *bands) {
  vp_interval range, lowest = {0}, highest = {0};
  size_t count = 0;
  for (size_t i = 0; i < bands->count; i++) {
    const vp_band *band = VP_ITEM(vp_band, *bands, i);
    if (!vp_band_range(&range, band)) continue;
    if (count == 0 || vp_decimal_compare(range.low.value, lowest.low.value) < 0) {
      lowest = range;
      s->lowest = band;
    }
    if (count == 0 || vp_decimal_compare(range.high.value, highest.high.value) > 0) {
      highest = range;
      s->highest = band;
    }
    count++;
  }
  return count;
}

bool vp_model_jumps(vp_cell_pairs *out, const vp_risk_model *model, const vp_functions *functions,
                    vp_arena *arena) {
  search s = {.is_found = is_jump};
  if (find_extremes(&s, &model->bands) < 3) {
    *out = (vp_cell_pairs){.count = 0};
    return true;
  }
  return vp_band_map_init(&s.bands, &model->bands, arena) &&
         find_pairs(out, &s, model, functions, arena);
}
