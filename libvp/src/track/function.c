#include "track/function.h"

#include "functions/function.h"
#include "functions/scalar.h"
#include "model/figure.h"

bool vp_target_function_fits(const vp_function *function) {
  const vp_signature *signature = &function->signature;
  return signature->count == 1 && signature->result == VP_SCALAR_BOOL &&
         vp_scalar_is_number(signature->arguments[0]);
}

const vp_function *vp_target_function_find(const vp_functions *functions, const vp_target *target) {
  if (target->function == NULL) return NULL;
  const vp_function *found = vp_functions_find(functions, target->function);
  return found != NULL && vp_target_function_fits(found) ? found : NULL;
}

/* In the indicator's unit. */
static bool read_number(vp_decimal *out, const vp_indicator *indicator, vp_quantity outcome) {
  const vp_quantity one = {.state = VP_QUANTITY_NUMBER, .value = {1, 0}};
  const vp_quantity unit = vp_indicator_complete(indicator, one);
  if (outcome.state != VP_QUANTITY_NUMBER || outcome.qualifier != VP_QUALIFIER_NONE ||
      !vp_quantity_is_comparable(outcome, unit))
    return false;
  *out = vp_quantity_convert(outcome, (vp_unit)unit.unit).value;
  return true;
}

vp_answer vp_target_function_ask(const vp_function *function, const vp_indicator *indicator,
                                 vp_quantity outcome) {
  vp_decimal number;
  vp_scalar argument, result;
  if (!read_number(&number, indicator, outcome) ||
      !vp_scalar_of_decimal(&argument, function->signature.arguments[0], number) ||
      vp_function_call(&result, function, &argument, 1, NULL) != VP_OK ||
      result.type != VP_SCALAR_BOOL)
    return VP_ANSWER_UNKNOWN;
  return result.as.truth ? VP_ANSWER_YES : VP_ANSWER_NO;
}
