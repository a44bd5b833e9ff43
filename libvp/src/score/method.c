#include "score/method.h"

#include "score/number.h"

static int32_t consequence_of(const vp_element *element) {
  return VP_AS(vp_grid_row, element)->consequence.value;
}

bool vp_method_init(vp_method *out, const vp_risk_model *model, const vp_functions *functions,
                    vp_arena *arena) {
  vp_method method = {.model = model, .function = vp_score_function_find(functions, model)};
  const vp_scales *scales = model != NULL ? model->scales : NULL;
  vp_elements grid = {.count = 0};
  if (model != NULL) grid = model->grid;
  if (!vp_scale_index_init(&method.consequence, scales != NULL ? scales->consequence : NULL,
                           arena) ||
      !vp_scale_index_init(&method.likelihood, scales != NULL ? scales->likelihood : NULL, arena) ||
      !vp_value_index_init(&method.grid, &grid, consequence_of, arena))
    return false;
  *out = method;
  return true;
}

static bool grid_score(vp_decimal *out, const vp_method *method, vp_decimal consequence,
                       vp_decimal likelihood) {
  const vp_element *found = vp_value_index_find(&method->grid, consequence);
  const vp_element *level = vp_value_index_find(&method->likelihood.levels, likelihood);
  if (found == NULL || level == NULL) return false;
  const vp_quantities *values = &VP_AS(vp_grid_row, found)->values;
  return level->index < values->count && vp_number_of(out, &values->items[level->index]);
}

bool vp_method_score(vp_decimal *out, const vp_method *method, vp_decimal consequence,
                     vp_decimal likelihood) {
  if (method->model == NULL || !vp_scale_has(&method->consequence, consequence) ||
      !vp_scale_has(&method->likelihood, likelihood))
    return false;
  switch ((vp_score_method)method->model->score) {
    case VP_SCORE_PRODUCT: return vp_decimal_multiply(out, consequence, likelihood) == VP_OK;
    case VP_SCORE_SUM: return vp_decimal_add(out, consequence, likelihood) == VP_OK;
    case VP_SCORE_GRID: return grid_score(out, method, consequence, likelihood);
    case VP_SCORE_FUNCTION:
      return method->function != NULL &&
             vp_score_function_call(out, method->function, consequence, likelihood);
    case VP_SCORE_NONE: break;
  }
  return false;
}

static vp_decimal level_at(const vp_scale_index *scale, size_t i) {
  return (vp_decimal){scale->levels.items[i].value, 0};
}

bool vp_matrix_init(vp_matrix *out, const vp_method *method, vp_arena *arena) {
  vp_matrix matrix = {.rows = method->consequence.levels.count,
                      .columns = method->likelihood.levels.count};
  matrix.scores = vp_arena_array(arena, matrix.rows, matrix.columns * sizeof *matrix.scores);
  matrix.is_scored = vp_arena_array(arena, matrix.rows, matrix.columns * sizeof *matrix.is_scored);
  if (matrix.scores == NULL || matrix.is_scored == NULL) return false;
  size_t cell = 0;
  for (size_t row = 0; row < matrix.rows; row++)
    for (size_t column = 0; column < matrix.columns; column++, cell++)
      matrix.is_scored[cell] =
          vp_method_score(&matrix.scores[cell], method, level_at(&method->consequence, row),
                          level_at(&method->likelihood, column));
  *out = matrix;
  return true;
}

bool vp_matrix_score(vp_decimal *out, const vp_matrix *matrix, size_t row, size_t column) {
  if (row >= matrix->rows || column >= matrix->columns) return false;
  size_t cell = row * matrix->columns + column;
  if (matrix->is_scored[cell]) *out = matrix->scores[cell];
  return matrix->is_scored[cell];
}
