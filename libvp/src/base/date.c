#include <vp/date.h>

#include <string.h>

#include "base/text.h"

static bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

bool vp_date_is_valid(vp_date date) {
  static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12) return false;
  int last = days[date.month - 1] + (date.month == 2 && is_leap_year(date.year));
  return date.day >= 1 && date.day <= last;
}

int vp_date_compare(vp_date a, vp_date b) {
  if (a.year != b.year) return a.year < b.year ? -1 : 1;
  if (a.month != b.month) return a.month < b.month ? -1 : 1;
  return (a.day > b.day) - (a.day < b.day);
}

int vp_date_weekday(vp_date date) {
  /* Sakamoto's method: the year begins in March, so that the leap day ends it. */
  static const uint8_t offsets[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  int year = date.year - (date.month < 3);
  int day = (year + year / 4 - year / 100 + year / 400 + offsets[date.month - 1] + date.day) % 7;
  return day == 0 ? 7 : day;
}

int vp_weekday_parse(const char *text) {
  static const char *const names[7][6] = {
      {"måndag", "måndagen", "mån", "monday", "mon"},
      {"tisdag", "tisdagen", "tis", "tuesday", "tue", "tues"},
      {"onsdag", "onsdagen", "ons", "wednesday", "wed"},
      {"torsdag", "torsdagen", "tors", "thursday", "thu", "thurs"},
      {"fredag", "fredagen", "fre", "friday", "fri"},
      {"lördag", "lördagen", "lör", "saturday", "sat"},
      {"söndag", "söndagen", "sön", "sunday", "sun"},
  };
  size_t length = vp_text_trim(&text, strlen(text));
  if (length > 0 && text[length - 1] == '.') length--;
  for (int day = 0; day < 7; day++) {
    for (int i = 0; i < 6 && names[day][i] != NULL; i++) {
      if (vp_text_is(text, length, names[day][i])) return day + 1;
    }
  }
  return 0;
}
