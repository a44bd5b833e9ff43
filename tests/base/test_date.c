#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/date.h>

static vp_date date(int year, int month, int day) {
  return (vp_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
}

static void only_days_of_the_calendar_are_valid(void **state) {
  (void)state;
  static const struct {
    vp_date date;
    bool valid;
  } cases[] = {
      {{2026, 3, 14}, true},  {{2026, 2, 29}, false}, {{2024, 2, 29}, true}, {{2000, 2, 29}, true},
      {{1900, 2, 29}, false}, {{2026, 4, 31}, false}, {{2026, 0, 1}, false}, {{2026, 13, 1}, false},
      {{2026, 1, 0}, false},  {{2026, 12, 31}, true}, {{0, 1, 1}, false},    {{1, 1, 1}, true},
      {{9999, 12, 31}, true}, {{10000, 1, 1}, false}, {{-1, 1, 1}, false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_int_equal(vp_date_is_valid(cases[i].date), cases[i].valid);
  }
}

/* 1 January of the year 1 was a Monday. */
static void weekdays_and_order_follow_the_calendar(void **state) {
  (void)state;
  int weekday = 7;
  int days = 0;
  vp_date before = date(0, 12, 31);
  for (int year = 1; year <= 9999; year++) {
    for (int month = 1; month <= 12; month++) {
      for (int day = 1; day <= 31; day++) {
        vp_date today = date(year, month, day);
        if (!vp_date_is_valid(today)) continue;
        weekday = weekday % 7 + 1;
        if (vp_date_weekday(today) != weekday || vp_date_compare(before, today) >= 0 ||
            vp_date_compare(today, before) <= 0) {
          fail_msg("%d-%d-%d", year, month, day);
        }
        before = today;
        days++;
      }
    }
  }
  assert_int_equal(days, 3652059);
  assert_int_equal(vp_date_compare(before, before), 0);
  assert_int_equal(vp_date_weekday(date(2026, 3, 14)), 6);
}

static void weekday_names(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int weekday;
  } cases[] = {
      {"måndag", 1}, {"MÅNDAG", 1},   {"Mon", 1}, {"Monday", 1},   {"mån.", 1},     {"Tisdagen", 2},
      {"Tue", 2},    {"onsdag", 3},   {"wed", 3}, {"torsdag", 4},  {"Thurs", 4},    {"fre", 5},
      {"Friday", 5}, {"LÖRDAGEN", 6}, {"lör", 6}, {"Saturday", 6}, {"söndag", 7},   {" Sun ", 7},
      {"", 0},       {".", 0},        {"dag", 0}, {"mandag", 0},   {"måndagar", 0}, {"m", 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_int_equal(vp_weekday_parse(cases[i].text), cases[i].weekday);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(only_days_of_the_calendar_are_valid),
      cmocka_unit_test(weekdays_and_order_follow_the_calendar),
      cmocka_unit_test(weekday_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
