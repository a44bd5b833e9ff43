/* Numbers as texts: whatever is read, is printed as what was read. Numbers as two pairs of
 * coefficient and exponent: arithmetic agrees with arithmetic by hand. */
#include "base/big.h"
#include "fuzz.h"

/* JSON's grammar of a number. */
static bool is_number(const char *at, const char *end) {
  static const char digits[] = "0123456789";
  if (at < end && *at == '-') at++;
  size_t whole = strspn(at, digits);
  if (whole == 0 || (whole > 1 && *at == '0')) return false;
  at += whole;
  if (at < end && *at == '.') {
    size_t fraction = strspn(++at, digits);
    if (fraction == 0) return false;
    at += fraction;
  }
  if (at < end && (*at == 'e' || *at == 'E')) {
    at++;
    if (at < end && (*at == '-' || *at == '+')) at++;
    size_t exponent = strspn(at, digits);
    if (exponent == 0) return false;
    at += exponent;
  }
  return at == end;
}

static void check_print(vp_decimal number) {
  char text[VP_DECIMAL_TEXT_SIZE];
  size_t length = vp_decimal_format(text, sizeof text, number);
  require(length == strlen(text) && length < sizeof text);
  vp_decimal back;
  vp_status status = vp_decimal_parse(&back, text, length);
  big exact = big_of(number);
  require(status == VP_OK ||
          (status == VP_ERROR_RANGE && number.exponent > 0 && !big_fits(&exact, 0)));
  if (status == VP_OK) require(big_compare(big_of(back), exact) == 0);
  if (number.exponent <= 0) require(back.exponent == number.exponent);
}

static void check_decimal(const char *text, size_t length) {
  vp_decimal number;
  vp_status status = vp_decimal_parse(&number, text, length);
  require((status == VP_ERROR_SYNTAX) == !is_number(text, text + length));
  if (status == VP_OK) check_print(number);
}

static void check_interval(const vp_quantity *quantity) {
  vp_interval interval;
  vp_status status = vp_quantity_interval(&interval, quantity);
  require(status == VP_OK || status == VP_ERROR_RANGE);
  if (status != VP_OK) return;
  bool is_beside =
      quantity->qualifier == VP_QUALIFIER_DRYGT || quantity->qualifier == VP_QUALIFIER_KNAPPT ||
      quantity->qualifier == VP_QUALIFIER_OVER || quantity->qualifier == VP_QUALIFIER_UNDER;
  require(!vp_interval_is_empty(interval));
  require(vp_interval_contains(interval, quantity->value) == !is_beside);
  for (int language = VP_LANGUAGE_SV; language <= VP_LANGUAGE_EN; language++) {
    char text[2 * VP_NUMBER_TEXT_SIZE];
    size_t length = vp_interval_format(text, sizeof text, interval, (vp_unit)quantity->unit,
                                       (vp_language)language);
    require(length == strlen(text) && length < sizeof text);
    require_text(text);
  }
}

/* A number in Swedish is read as the same number. */
static void check_swedish(vp_decimal number, vp_unit unit) {
  char text[VP_NUMBER_TEXT_SIZE];
  size_t length = vp_number_format(text, sizeof text, number, unit, VP_LANGUAGE_SV, 0);
  require(length == strlen(text) && length < sizeof text);
  require_text(text);
  vp_quantity back = vp_quantity_parse(text);
  big exact = big_of(number);
  if (number.exponent > 0 && !big_fits(&exact, 0)) return;
  require(back.state == VP_QUANTITY_NUMBER && back.qualifier == VP_QUALIFIER_NONE);
  require(vp_decimal_compare(back.value, number) == 0);
  require(back.unit == (*vp_unit_symbol(unit) != '\0' ? unit : VP_UNIT_NONE));
}

static void check_quantity(const char *text) {
  vp_quantity quantity = vp_quantity_parse(text);
  vp_interval untouched;
  require(quantity.text == text && quantity.state != VP_QUANTITY_MISSING);
  if (quantity.state != VP_QUANTITY_NUMBER) {
    require(vp_quantity_interval(&untouched, &quantity) == VP_ERROR_ARGUMENT);
    return;
  }
  check_swedish(quantity.value, (vp_unit)quantity.unit);
  for (int rounding = VP_ROUNDING_ROUNDED; rounding <= VP_ROUNDING_EXACT; rounding++) {
    vp_quantity complete = vp_quantity_complete(quantity, VP_UNIT_MNKR, 3, (vp_rounding)rounding);
    require(vp_decimal_compare(complete.value, quantity.value) == 0);
    check_interval(&complete);
  }
}

static vp_decimal take_number(const uint8_t *data) {
  int64_t coefficient;
  memcpy(&coefficient, data, sizeof coefficient);
  if (coefficient == INT64_MIN) coefficient = 0;
  int span = 2 * VP_DECIMAL_MAX_EXPONENT + 1;
  return (vp_decimal){coefficient, data[sizeof coefficient] % span - VP_DECIMAL_MAX_EXPONENT};
}

static void check_sum(vp_decimal a, vp_decimal b) {
  big exact_a = big_of(a), exact_b = big_of(b), exact = big_add(exact_a, exact_b);
  int exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
  bool fits =
      big_fits(&exact_a, exponent) && big_fits(&exact_b, exponent) && big_fits(&exact, exponent);
  vp_decimal sum;
  require((vp_decimal_add(&sum, a, b) == VP_OK) == fits);
  if (fits) require(sum.exponent == exponent && big_compare(big_of(sum), exact) == 0);
}

static void check_product(vp_decimal a, vp_decimal b) {
  big exact = big_multiply(big_of(a), big_of(b));
  vp_decimal product;
  vp_status status = vp_decimal_multiply(&product, a, b);
  require((status == VP_OK) == big_fits_somewhere(&exact));
  if (status == VP_OK) require(big_compare(big_of(product), exact) == 0);
}

static void check_pair(vp_decimal a, vp_decimal b) {
  check_print(a);
  check_swedish(a, VP_UNIT_MNKR);
  check_sum(a, b);
  check_sum(a, vp_decimal_negate(b));
  check_product(a, b);
  int order = vp_decimal_compare(a, b);
  require((order > 0) - (order < 0) == big_compare(big_of(a), big_of(b)));
  big exact = big_of(a);
  vp_decimal scaled;
  require((vp_decimal_rescale(&scaled, a, b.exponent) == VP_OK) == big_fits(&exact, b.exponent));
  if (vp_decimal_round(&scaled, a, b.exponent) != VP_OK) require(b.exponent < a.exponent);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = malloc(size + 1);
  require(text != NULL);
  if (size > 0) memcpy(text, data, size);
  text[size] = '\0';
  check_decimal(text, size);
  check_quantity(text);
  if (size >= 18) check_pair(take_number(data), take_number(data + 9));
  free(text);
  return 0;
}
