/* Numbers of a plan as functions take and give them. */
#ifndef VP_FUNCTIONS_SCALAR_H
#define VP_FUNCTIONS_SCALAR_H

#include <vp/decimal.h>
#include <vp/functions.h>

/* An i32, i64, u64 or f64. */
bool vp_scalar_is_number(vp_scalar_type type);

/* false when the number is no value of that type, which is one of a number. */
bool vp_scalar_of_decimal(vp_scalar *out, vp_scalar_type type, vp_decimal number);

/* A whole number as it is, any other to fifteen significant digits. false for what is no number and
 * for what does not fit a decimal. */
bool vp_scalar_to_decimal(vp_decimal *out, vp_scalar scalar);

#endif
