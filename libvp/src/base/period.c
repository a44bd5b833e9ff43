#include <vp/date.h>

#include <string.h>

#include "base/text.h"

/* A pattern's '#' is a digit or an X. The part (half, quarter or month) is counted from 1. */
typedef struct period_form {
  const char *pattern;
  vp_period_kind kind;
  int months; /* in one part */
  int part;   /* where the part stands, and in how many digits; a year is its only part */
  int digits;
} period_form;

static const period_form forms[] = {
    {"####", VP_PERIOD_YEAR, 12, 0, 0},      {"####-h#", VP_PERIOD_HALF, 6, 6, 1},
    {"####-q#", VP_PERIOD_QUARTER, 3, 6, 1}, {"####-##", VP_PERIOD_MONTH, 1, 5, 2},
    {"####-##-##", VP_PERIOD_DAY, 1, 5, 2},
};

static bool is_placeholder(char byte) { return byte == 'x' || byte == 'X'; }

static bool has_form(const char *text, size_t length, const char *pattern) {
  if (length != strlen(pattern)) return false;
  for (size_t i = 0; i < length; i++) {
    char letter[] = {pattern[i], '\0'};
    if (pattern[i] == '#' ? !vp_text_is_digit(text[i]) && !is_placeholder(text[i])
                          : !vp_text_is(text + i, 1, letter)) {
      return false;
    }
  }
  return true;
}

static int number(const char *text, int digits) {
  int value = 0;
  for (int i = 0; i < digits; i++) value = value * 10 + (text[i] - '0');
  return value;
}

static vp_date make_date(int year, int month, int day) {
  return (vp_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
}

static vp_period period_of(const period_form *form, const char *text) {
  for (size_t i = 0; form->pattern[i] != '\0'; i++) {
    if (is_placeholder(text[i])) return (vp_period){.kind = VP_PERIOD_PLACEHOLDER};
  }
  const vp_period impossible = {.kind = VP_PERIOD_IMPOSSIBLE};
  int year = number(text, 4);
  int part = form->digits == 0 ? 1 : number(text + form->part, form->digits);
  int last_month = part * form->months;
  if (year < 1 || part < 1 || last_month > 12) return impossible;

  vp_period period = {.kind = form->kind};
  if (form->kind == VP_PERIOD_DAY) {
    period.first = period.last = make_date(year, part, number(text + 8, 2));
    return vp_date_is_valid(period.first) ? period : impossible;
  }
  period.first = make_date(year, last_month - form->months + 1, 1);
  period.last = make_date(year, last_month, 31);
  while (!vp_date_is_valid(period.last)) period.last.day--;
  return period;
}

static vp_period read_plain(const char *text, size_t length) {
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    if (has_form(text, length, forms[i].pattern)) return period_of(&forms[i], text);
  }
  return (vp_period){.kind = VP_PERIOD_UNREADABLE};
}

static vp_period read_season(const char *text, size_t length) {
  static const char *const seasons[] = {
      "vår ",     "våren ",  "sommar ", "sommaren ", "höst ", "hösten ", "vinter ",
      "vintern ", "spring ", "summer ", "autumn ",   "fall ", "winter ",
  };
  for (size_t i = 0; i < sizeof seasons / sizeof *seasons; i++) {
    size_t season = vp_text_match(text, length, seasons[i]);
    if (season == 0 || !has_form(text + season, length - season, "####")) continue;
    vp_period period = read_plain(text + season, length - season);
    if (period.kind == VP_PERIOD_YEAR) period.kind = VP_PERIOD_SEASON;
    return period;
  }
  return (vp_period){.kind = VP_PERIOD_UNREADABLE};
}

static vp_period range_of(vp_period from, vp_period to) {
  if (from.kind == VP_PERIOD_UNREADABLE) return from;
  if (to.kind == VP_PERIOD_UNREADABLE) return to;
  if (from.kind == VP_PERIOD_PLACEHOLDER) return from;
  if (to.kind == VP_PERIOD_PLACEHOLDER) return to;
  if (from.kind == VP_PERIOD_IMPOSSIBLE || to.kind == VP_PERIOD_IMPOSSIBLE ||
      vp_date_compare(from.first, to.last) > 0) {
    return (vp_period){.kind = VP_PERIOD_IMPOSSIBLE};
  }
  return (vp_period){.kind = VP_PERIOD_RANGE, .first = from.first, .last = to.last};
}

vp_period vp_period_parse(const char *text) {
  const char *begin = text;
  size_t length = vp_text_trim(&begin, strlen(text));
  const char *slash = memchr(begin, '/', length);
  vp_period period;
  if (slash != NULL) {
    size_t before = (size_t)(slash - begin);
    period = range_of(read_plain(begin, before), read_plain(slash + 1, length - before - 1));
  } else {
    period = read_plain(begin, length);
    if (period.kind == VP_PERIOD_UNREADABLE) period = read_season(begin, length);
  }
  period.text = text;
  return period;
}

bool vp_period_is_known(vp_period period) {
  return period.kind >= VP_PERIOD_YEAR && period.kind <= VP_PERIOD_SEASON;
}

static bool same_text(vp_period a, vp_period b) {
  if (a.text == NULL || b.text == NULL) return a.text == b.text;
  return strcmp(a.text, b.text) == 0;
}

/* A season has only its text to tell it from the rest of its year. */
static bool has_days(vp_period period) {
  return vp_period_is_known(period) && period.kind != VP_PERIOD_SEASON;
}

bool vp_period_equal(vp_period a, vp_period b) {
  if (!has_days(a) && !has_days(b)) return same_text(a, b);
  return has_days(a) && has_days(b) && vp_date_compare(a.first, b.first) == 0 &&
         vp_date_compare(a.last, b.last) == 0;
}

bool vp_period_covers(vp_period outer, vp_period inner) {
  if (!vp_period_is_known(outer) || !vp_period_is_known(inner)) return false;
  if (outer.kind == VP_PERIOD_SEASON) return vp_period_equal(outer, inner);
  return vp_date_compare(outer.first, inner.first) <= 0 &&
         vp_date_compare(inner.last, outer.last) <= 0;
}
