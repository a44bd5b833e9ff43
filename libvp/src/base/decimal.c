#include <vp/decimal.h>

#include <float.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static bool exponent_fits(int64_t exponent) {
  return exponent >= -VP_DECIMAL_MAX_EXPONENT && exponent <= VP_DECIMAL_MAX_EXPONENT;
}

static bool product_fits(int64_t a, int64_t b) {
  return a == 0 || llabs(b) <= INT64_MAX / llabs(a);
}

/* Multiplies by 10^digits. */
static bool scale_up(int64_t *coefficient, int64_t digits) {
  int64_t scaled = *coefficient;
  if (scaled == 0) return true;
  for (; digits > 0; digits--) {
    if (!product_fits(scaled, 10)) return false;
    scaled *= 10;
  }
  *coefficient = scaled;
  return true;
}

/* Divides by 10^digits unless that would leave a rest. */
static bool scale_down(int64_t *coefficient, int64_t digits) {
  int64_t scaled = *coefficient;
  if (scaled == 0) return true;
  for (; digits > 0; digits--) {
    if (scaled % 10 != 0) return false;
    scaled /= 10;
  }
  *coefficient = scaled;
  return true;
}

static const char *take_digits(const char *at, const char *end, int64_t *number, bool *fits) {
  for (; at < end && vp_text_is_digit(*at); at++) {
    int64_t digit = *at - '0';
    if (*number > (INT64_MAX - digit) / 10) {
      *fits = false;
    } else {
      *number = *number * 10 + digit;
    }
  }
  return at;
}

/* The number after 'e'. Returns NULL when there is none. */
static const char *take_exponent(const char *at, const char *end, int64_t *exponent, bool *fits) {
  bool negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+')) at++;
  const char *digits = at;
  int64_t number = 0;
  at = take_digits(at, end, &number, fits);
  if (at == digits) return NULL;
  if (number > INT32_MAX) {
    *fits = false;
  } else {
    *exponent += negative ? -number : number;
  }
  return at;
}

vp_status vp_decimal_parse(vp_decimal *out, const char *text, size_t length) {
  const char *at = text;
  const char *end = text + length;
  bool negative = at < end && *at == '-';
  if (negative) at++;

  bool fits = true;
  int64_t coefficient = 0;
  int64_t exponent = 0;
  const char *whole = at;
  at = take_digits(whole, end, &coefficient, &fits);
  if (at == whole || (*whole == '0' && at > whole + 1)) return VP_ERROR_SYNTAX;
  if (at < end && *at == '.') {
    const char *fraction = at + 1;
    at = take_digits(fraction, end, &coefficient, &fits);
    if (at == fraction) return VP_ERROR_SYNTAX;
    exponent = fraction - at;
  }
  if (at < end && (*at == 'e' || *at == 'E')) {
    at = take_exponent(at + 1, end, &exponent, &fits);
  }
  if (at != end) return VP_ERROR_SYNTAX;

  if (!fits || exponent < -VP_DECIMAL_MAX_EXPONENT) return VP_ERROR_RANGE;
  if (exponent > 0) {
    if (!scale_up(&coefficient, exponent)) return VP_ERROR_RANGE;
    exponent = 0;
  }
  out->coefficient = negative ? -coefficient : coefficient;
  out->exponent = (int32_t)exponent;
  return VP_OK;
}

vp_status vp_decimal_add(vp_decimal *out, vp_decimal a, vp_decimal b) {
  int32_t exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
  if (!scale_up(&a.coefficient, a.exponent - exponent)) return VP_ERROR_RANGE;
  if (!scale_up(&b.coefficient, b.exponent - exponent)) return VP_ERROR_RANGE;
  if (b.coefficient > 0 ? a.coefficient > INT64_MAX - b.coefficient
                        : a.coefficient < -INT64_MAX - b.coefficient) {
    return VP_ERROR_RANGE;
  }
  *out = (vp_decimal){a.coefficient + b.coefficient, exponent};
  return VP_OK;
}

vp_status vp_decimal_subtract(vp_decimal *out, vp_decimal a, vp_decimal b) {
  return vp_decimal_add(out, a, vp_decimal_negate(b));
}

/* Divides one of the two by a prime factor. */
static bool take_factor(int64_t *a, int64_t *b, int64_t factor) {
  int64_t *holder = *a % factor == 0 ? a : b;
  if (*holder % factor != 0) return false;
  *holder /= factor;
  return true;
}

vp_status vp_decimal_multiply(vp_decimal *out, vp_decimal a, vp_decimal b) {
  bool is_sign = b.exponent == 0 && (b.coefficient == 1 || b.coefficient == -1);
  if (is_sign) { /* what nearly every weight is */
    a.coefficient *= b.coefficient;
    *out = a;
    return VP_OK;
  }
  int32_t exponent = a.exponent + b.exponent;
  if (a.coefficient == 0 || b.coefficient == 0) {
    if (exponent > VP_DECIMAL_MAX_EXPONENT) exponent = VP_DECIMAL_MAX_EXPONENT;
    if (exponent < -VP_DECIMAL_MAX_EXPONENT) exponent = -VP_DECIMAL_MAX_EXPONENT;
    *out = (vp_decimal){0, exponent};
    return VP_OK;
  }
  /* A trailing zero of the product is a 2 and a 5, wherever they stand. */
  while (exponent < -VP_DECIMAL_MAX_EXPONENT || !product_fits(a.coefficient, b.coefficient)) {
    if (!take_factor(&a.coefficient, &b.coefficient, 2)) return VP_ERROR_RANGE;
    if (!take_factor(&a.coefficient, &b.coefficient, 5)) return VP_ERROR_RANGE;
    exponent++;
  }
  int64_t product = a.coefficient * b.coefficient;
  if (exponent > VP_DECIMAL_MAX_EXPONENT) {
    if (!scale_up(&product, exponent - VP_DECIMAL_MAX_EXPONENT)) return VP_ERROR_RANGE;
    exponent = VP_DECIMAL_MAX_EXPONENT;
  }
  *out = (vp_decimal){product, exponent};
  return VP_OK;
}

vp_status vp_decimal_rescale(vp_decimal *out, vp_decimal a, int32_t exponent) {
  if (!exponent_fits(exponent)) return VP_ERROR_RANGE;
  int32_t digits = a.exponent - exponent;
  if (digits > 0 ? !scale_up(&a.coefficient, digits) : !scale_down(&a.coefficient, -digits)) {
    return VP_ERROR_RANGE;
  }
  *out = (vp_decimal){a.coefficient, exponent};
  return VP_OK;
}

vp_status vp_decimal_round(vp_decimal *out, vp_decimal a, int32_t exponent) {
  if (exponent <= a.exponent) return vp_decimal_rescale(out, a, exponent);
  if (!exponent_fits(exponent)) return VP_ERROR_RANGE;
  int64_t coefficient = a.coefficient;
  for (int32_t digits = exponent - a.exponent; digits > 1; digits--) coefficient /= 10;
  int64_t last = coefficient % 10;
  coefficient /= 10;
  if (last >= 5) coefficient++;
  if (last <= -5) coefficient--;
  *out = (vp_decimal){coefficient, exponent};
  return VP_OK;
}

vp_decimal vp_decimal_negate(vp_decimal a) { return (vp_decimal){-a.coefficient, a.exponent}; }

vp_decimal vp_decimal_absolute(vp_decimal a) {
  return a.coefficient < 0 ? vp_decimal_negate(a) : a;
}

int vp_decimal_sign(vp_decimal a) { return (a.coefficient > 0) - (a.coefficient < 0); }

int vp_decimal_compare(vp_decimal a, vp_decimal b) {
  int sign = vp_decimal_sign(a);
  if (sign != vp_decimal_sign(b)) return sign - vp_decimal_sign(b);
  /* What does not fit at the finer exponent is the larger in size. */
  if (!scale_up(&a.coefficient, a.exponent - b.exponent)) return sign;
  if (!scale_up(&b.coefficient, b.exponent - a.exponent)) return -sign;
  return (a.coefficient > b.coefficient) - (a.coefficient < b.coefficient);
}

size_t vp_decimal_format(char *buffer, size_t size, vp_decimal a) {
  char digits[VP_DECIMAL_TEXT_SIZE];
  int fraction = a.exponent < 0 ? -a.exponent : 0;
  int length = snprintf(digits, sizeof digits, "%0*" PRId64, fraction + 1,
                        vp_decimal_absolute(a).coefficient);
  if (a.exponent > 0 && a.coefficient != 0) {
    memset(digits + length, '0', (size_t)a.exponent);
    length += a.exponent;
    digits[length] = '\0';
  }
  int whole = length - fraction;
  return (size_t)snprintf(buffer, size, "%s%.*s%s%s", a.coefficient < 0 ? "-" : "", whole, digits,
                          fraction > 0 ? "." : "", digits + whole);
}

/* Of a coefficient and a power of ten that are doubles themselves: only the result is rounded. */
static bool divide_at_once(double *out, vp_decimal a) {
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  const int64_t limit = INT64_C(1) << 53;
  if (FLT_EVAL_METHOD != 0 || llabs(a.coefficient) > limit || a.exponent > 0 || a.exponent < -22)
    return false;
  *out = (double)a.coefficient / powers[-a.exponent];
  return true;
}

double vp_decimal_to_double(vp_decimal a) {
  double value;
  if (divide_at_once(&value, a)) return value;
  char text[VP_DECIMAL_TEXT_SIZE];
  /* Without a point, strtod's result does not depend on the locale. */
  snprintf(text, sizeof text, "%" PRId64 "e%" PRId32, a.coefficient, a.exponent);
  return strtod(text, NULL);
}
