#include "functions/scalar.h"

#include <float.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"

bool vp_scalar_is_number(vp_scalar_type type) {
  return type == VP_SCALAR_I32 || type == VP_SCALAR_I64 || type == VP_SCALAR_U64 ||
         type == VP_SCALAR_F64;
}

bool vp_scalar_of_decimal(vp_scalar *out, vp_scalar_type type, vp_decimal number) {
  vp_scalar made = {.type = type};
  if (type == VP_SCALAR_F64) {
    made.as.f64 = vp_decimal_to_double(number);
  } else {
    if (vp_decimal_rescale(&number, number, 0) != VP_OK) return false;
    int64_t whole = number.coefficient;
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

bool vp_scalar_to_decimal(vp_decimal *out, vp_scalar scalar) {
  int64_t whole = 0;
  switch (scalar.type) {
    case VP_SCALAR_F64: return give_double(out, scalar.as.f64);
    case VP_SCALAR_I32: whole = scalar.as.i32; break;
    case VP_SCALAR_I64: whole = scalar.as.i64; break;
    case VP_SCALAR_U64:
      if (scalar.as.u64 > INT64_MAX) return false;
      whole = (int64_t)scalar.as.u64;
      break;
    default: return false;
  }
  if (whole == INT64_MIN) return false;
  *out = (vp_decimal){whole, 0};
  return true;
}
