/* Two periods, a line each: what is known has days, and covering is an order. */
#include "fuzz.h"

static void check_period(const char *text) {
  vp_period period = vp_period_parse(text);
  require(period.text == text && period.kind != VP_PERIOD_MISSING);
  require(vp_period_equal(period, period));
  require(vp_period_covers(period, period) == vp_period_is_known(period));
  if (!vp_period_is_known(period)) return;
  require(vp_date_is_valid(period.first) && vp_date_is_valid(period.last));
  require(vp_date_compare(period.first, period.last) <= 0);
  require(vp_date_weekday(period.first) >= 1 && vp_date_weekday(period.first) <= 7);
}

static void check_pair(vp_period a, vp_period b) {
  require(vp_period_equal(a, b) == vp_period_equal(b, a));
  bool over = vp_period_covers(a, b), under = vp_period_covers(b, a);
  if (over && under) require(vp_period_equal(a, b));
  if (over) require(vp_date_compare(a.first, b.first) <= 0 && vp_date_compare(b.last, a.last) <= 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char *text = malloc(size + 1);
  require(text != NULL);
  if (size > 0) memcpy(text, data, size);
  text[size] = '\0';
  char *second = strchr(text, '\n');
  if (second != NULL) *second++ = '\0';
  check_period(text);
  if (second != NULL) {
    check_period(second);
    check_pair(vp_period_parse(text), vp_period_parse(second));
  }
  require(vp_weekday_parse(text) >= 0 && vp_weekday_parse(text) <= 7);
  free(text);
  return 0;
}
