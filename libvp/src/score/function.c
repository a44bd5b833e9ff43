#include "score/function.h"

#include "functions/function.h"
#include "functions/scalar.h"

bool vp_score_function_fits(const vp_function *function) {
  const vp_signature *signature = &function->signature;
  return signature->count == 2 && vp_scalar_is_number(signature->result) &&
         vp_scalar_is_number(signature->arguments[0]) &&
         vp_scalar_is_number(signature->arguments[1]);
}

const vp_function *vp_score_function_find(const vp_functions *functions,
                                          const vp_risk_model *model) {
  if (model == NULL || model->score != VP_SCORE_FUNCTION || model->function == NULL) return NULL;
  const vp_function *found = vp_functions_find(functions, model->function);
  return found != NULL && vp_score_function_fits(found) ? found : NULL;
}

bool vp_score_function_call(vp_decimal *out, const vp_function *function, vp_decimal consequence,
                            vp_decimal likelihood) {
  const vp_scalar_type *types = function->signature.arguments;
  vp_scalar arguments[2], result;
  return vp_scalar_of_decimal(&arguments[0], types[0], consequence) &&
         vp_scalar_of_decimal(&arguments[1], types[1], likelihood) &&
         vp_function_call(&result, function, arguments, 2, NULL) == VP_OK &&
         vp_scalar_to_decimal(out, result);
}
