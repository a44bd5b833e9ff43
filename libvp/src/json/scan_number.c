#include "json/scanner.h"

enum { MAX_LENGTH = 63 }; /* what cJSON reads of a number */

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

static const char *skip_digits(const char *at) {
  while (is_digit(*at)) at++;
  return at;
}

static bool has_too_many_digits(const char *at, const char *end) {
  while (at < end && (*at == '0' || *at == '.')) at++;
  size_t count = 0;
  for (; at < end; at++) count += is_digit(*at);
  return count > VP_JSON_MAX_DIGITS;
}

/* Whether a double's normal range holds the number: DBL_MIN is 2.2250738585072014e-308 and DBL_MAX
 * 1.7976931348623157e308, and numbers of 15 digits need only their first 15. */
static bool is_in_range(const char *at, const char *mantissa_end) {
  uint64_t digits = 0;
  int32_t exponent = VP_JSON_MAX_DIGITS - 1; /* of the first digit */
  bool fraction = false;
  for (; at < mantissa_end; at++) {
    if (*at == '.') {
      fraction = true;
    } else {
      digits = digits * 10 + (uint64_t)(*at - '0');
      exponent -= fraction;
    }
  }
  if (digits == 0) return true;
  for (; digits < 100000000000000; digits *= 10) exponent--;
  const char *power = mantissa_end + 1;
  const bool negative = *power == '-';
  power += *power == '-' || *power == '+';
  int32_t shift = 0;
  for (; is_digit(*power); power++) shift = shift < 10000 ? shift * 10 + (*power - '0') : shift;
  exponent += negative ? -shift : shift;
  return (exponent > -308 || (exponent == -308 && digits >= 222507385850721)) &&
         (exponent < 308 || (exponent == 308 && digits <= 179769313486231));
}

static vp_status scan_digits(vp_scanner *scanner, vp_expected expected) {
  const char *begin = scanner->at;
  scanner->at = skip_digits(begin);
  return scanner->at == begin ? vp_scan_unexpected(scanner, expected) : VP_OK;
}

/* A form that is right so far may still be followed by more or be too much for a double. */
static vp_status check_number(const vp_scanner *scanner, const char *begin,
                              const char *mantissa_end) {
  const size_t length = (size_t)(scanner->at - begin);
  const size_t rest = vp_scan_word(scanner->at);
  const char *digits = begin + (*begin == '-');
  char quote[VP_QUOTE_SIZE];
  if (rest > 0) {
    vp_scan_quote(quote, begin, length + rest);
    return vp_scan_fail(scanner, begin, "%s is no number: text stands in quotes", quote);
  }
  if (length > VP_JSON_MAX_DIGITS && has_too_many_digits(digits, mantissa_end)) {
    return vp_scan_fail(scanner, begin,
                        "a JSON number of more than %d digits is not kept by every program: "
                        "write it in quotes",
                        VP_JSON_MAX_DIGITS);
  }
  if (length > MAX_LENGTH) {
    return vp_scan_fail(scanner, begin,
                        "a JSON number of more than %d characters is not read by every program: "
                        "write it in quotes",
                        MAX_LENGTH);
  }
  if (mantissa_end != scanner->at && !is_in_range(digits, mantissa_end)) {
    vp_scan_quote(quote, begin, length);
    return vp_scan_fail(scanner, begin,
                        "%s is out of the range that every program keeps: write it in quotes",
                        quote);
  }
  return VP_OK;
}

vp_status vp_scan_number(vp_scanner *scanner) {
  const char *begin = scanner->at;
  scanner->at += *begin == '-';
  const char *integer = scanner->at;
  vp_status status = scan_digits(scanner, VP_EXPECTED_INTEGER);
  if (status == VP_OK && *integer == '0' && scanner->at - integer > 1) {
    char quote[VP_QUOTE_SIZE];
    vp_scan_quote(quote, begin, (size_t)(scanner->at - begin));
    return vp_scan_fail(scanner, begin, "a number may not start with zero: %s", quote);
  }
  if (status == VP_OK && *scanner->at == '.') {
    scanner->at++;
    status = scan_digits(scanner, VP_EXPECTED_FRACTION);
  }
  const char *mantissa_end = scanner->at;
  if (status == VP_OK && (*mantissa_end == 'e' || *mantissa_end == 'E')) {
    scanner->at++;
    scanner->at += *scanner->at == '-' || *scanner->at == '+';
    status = scan_digits(scanner, VP_EXPECTED_EXPONENT);
  }
  return status == VP_OK ? check_number(scanner, begin, mantissa_end) : status;
}
