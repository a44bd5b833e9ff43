#include "score/method.h"

#include "score/number.h"

static int32_t consequence_of(const vp_element *element) {
  return VP_AS(vp_grid_row, element)->consequence.value;
}

bool vp_method_init(vp_method *out, const vp_risk_model *model, vp_arena *arena) {
  vp_method method = {.model = model};
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
    case VP_SCORE_NONE:
    case VP_SCORE_FUNCTION: break;
  }
  return false;
}

bool vp_method_cell(vp_decimal *out, const vp_method *method, size_t consequence,
                    size_t likelihood) {
  const vp_value_index *rows = &method->consequence.levels;
  const vp_value_index *columns = &method->likelihood.levels;
  return consequence < rows->count && likelihood < columns->count &&
         vp_method_score(out, method, (vp_decimal){rows->items[consequence].value, 0},
                         (vp_decimal){columns->items[likelihood].value, 0});
}
