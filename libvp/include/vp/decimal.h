/* Exact decimal numbers: coefficient × 10^exponent. Nothing is ever rounded; what
 * does not fit is VP_ERROR_RANGE. The exponent is also the printed precision:
 * 231,2 is 2312 × 10^-1 and 231,20 is 23120 × 10^-2; they compare equal. */
#ifndef VP_DECIMAL_H
#define VP_DECIMAL_H

#include <stdbool.h>

#include <vp/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* |coefficient| <= INT64_MAX and |exponent| <= VP_DECIMAL_MAX_EXPONENT. */
typedef struct vp_decimal {
  int64_t coefficient;
  int32_t exponent;
} vp_decimal;

enum {
  VP_DECIMAL_MAX_EXPONENT = 36,
  VP_DECIMAL_TEXT_SIZE = 64 /* holds any vp_decimal as text, with its NUL */
};

/* Digits with an optional sign, one '.' and an exponent: JSON's number, exactly. An
 * exponent in the text moves the point ("1e3" is 1000 × 10^0). VP_ERROR_SYNTAX or
 * VP_ERROR_RANGE. */
VP_API vp_status vp_decimal_parse(vp_decimal *out, const char *text, size_t length);

/* The finer exponent of the two is kept; multiply adds the exponents and, when that does
 * not fit, drops trailing zeros first. Out may be an operand. */
VP_API vp_status vp_decimal_add(vp_decimal *out, vp_decimal a, vp_decimal b);
VP_API vp_status vp_decimal_subtract(vp_decimal *out, vp_decimal a, vp_decimal b);
VP_API vp_status vp_decimal_multiply(vp_decimal *out, vp_decimal a, vp_decimal b);

/* The same number with another exponent; VP_ERROR_RANGE when a digit other than zero
 * would be lost or the coefficient does not fit. */
VP_API vp_status vp_decimal_rescale(vp_decimal *out, vp_decimal a, int32_t exponent);

/* The nearest number with that exponent, halves away from zero. A finer or equal exponent
 * than a's is vp_decimal_rescale. */
VP_API vp_status vp_decimal_round(vp_decimal *out, vp_decimal a, int32_t exponent);

VP_API vp_decimal vp_decimal_negate(vp_decimal a);
VP_API vp_decimal vp_decimal_absolute(vp_decimal a);

/* <0, 0 or >0, by value, for any two numbers. */
VP_API int vp_decimal_compare(vp_decimal a, vp_decimal b);
VP_API int vp_decimal_sign(vp_decimal a);

/* The digits with '.' as the point ("-0.50", "2300" for 23 × 10^2). Returns the length without
 * the NUL, as snprintf does. */
VP_API size_t vp_decimal_format(char *buffer, size_t size, vp_decimal a);

/* The nearest double, for statistics only. */
VP_API double vp_decimal_to_double(vp_decimal a);

#ifdef __cplusplus
}
#endif

#endif
