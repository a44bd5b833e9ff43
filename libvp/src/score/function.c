#include "score/function.h"

#include <float.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "functions/function.h"

static bool is_number(vp_scalar_type type) {
  return type == VP_SCALAR_I32 || type == VP_SCALAR_I64 || type == VP_SCALAR_U64 ||
         type == VP_SCALAR_F64;
}

bool vp_score_function_fits(const vp_function *function) {
  const vp_signature *signature = &function->signature;
  return signature->count == 2 && is_number(signature->result) &&
         is_number(signature->arguments[0]) && is_number(signature->arguments[1]);
}

const vp_function *vp_score_function_find(const vp_functions *functions,
                                          const vp_risk_model *model) {
  if (model == NULL || model->score != VP_SCORE_FUNCTION || model->function == NULL) return NULL;
  const vp_function *found = vp_functions_find(functions, model->function);
  return found != NULL && vp_score_function_fits(found) ? found : NULL;
}

static bool take(vp_scalar *out, vp_scalar_type type, vp_decimal level) {
  vp_scalar made = {.type = type};
  if (type == VP_SCALAR_F64) {
    made.as.f64 = vp_decimal_to_double(level);
  } else {
    if (vp_decimal_rescale(&level, level, 0) != VP_OK) return false;
    int64_t whole = level.coefficient;
    if (type == VP_SCALAR_I32 && (whole < INT32_MIN || whole > INT32_MAX)) return false;
    if (type == VP_SCALAR_U64 && whole < 0) return false;
    if (type == VP_SCALAR_I32) made.as.i32 = (int32_t)whole;
    if (type == VP_SCALAR_I64) made.as.i64 = whole;
    if (type == VP_SCALAR_U64) made.as.u64 = (uint64_t)whole;
  }
  *out = made;
  return true;
}

/* Fifteen digits are what a double keeps of any decimal; the rest is noise (0.1 + 0.2). */
static bool round_double(vp_decimal *out, double value) {
  char text[32];
  snprintf(text, sizeof text, "%.*e", DBL_DIG - 1, value);
  int64_t coefficient = 0;
  const char *at = text;
  for (; *at != 'e'; at++) /* the point is the locale's */
    if (vp_text_is_digit(*at)) coefficient = 10 * coefficient + (*at - '0');
  long exponent = strtol(at + 1, NULL, 10) - (DBL_DIG - 1);
  for (; coefficient % 10 == 0; exponent++) coefficient /= 10;
  if (exponent < -VP_DECIMAL_MAX_EXPONENT) return false;
  vp_decimal rounded = {value < 0 ? -coefficient : coefficient, (int32_t)exponent};
  return vp_decimal_rescale(out, rounded, exponent > 0 ? 0 : rounded.exponent) == VP_OK;
}

static bool give_double(vp_decimal *out, double value) {
  const double limit = 9223372036854775808.0; /* 2^63 */
  if (value <= -limit || value >= limit) return false;
  int64_t whole = (int64_t)value;
  if ((double)whole != value) return round_double(out, value);
  *out = (vp_decimal){whole, 0};
  return true;
}

static bool give(vp_decimal *out, vp_scalar result) {
  int64_t whole = 0;
  switch (result.type) {
    case VP_SCALAR_F64: return give_double(out, result.as.f64);
    case VP_SCALAR_I32: whole = result.as.i32; break;
    case VP_SCALAR_I64: whole = result.as.i64; break;
    case VP_SCALAR_U64:
      if (result.as.u64 > INT64_MAX) return false;
      whole = (int64_t)result.as.u64;
      break;
    default: return false;
  }
  if (whole == INT64_MIN) return false;
  *out = (vp_decimal){whole, 0};
  return true;
}

bool vp_score_function_call(vp_decimal *out, const vp_function *function, vp_decimal consequence,
                            vp_decimal likelihood) {
  const vp_scalar_type *types = function->signature.arguments;
  vp_scalar arguments[2], result;
  return take(&arguments[0], types[0], consequence) && take(&arguments[1], types[1], likelihood) &&
         vp_function_call(&result, function, arguments, 2, NULL) == VP_OK && give(out, result);
}
