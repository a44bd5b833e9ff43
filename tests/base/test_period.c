#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include <vp/date.h>

static void assert_days(vp_period period, const char *expected) {
  char days[64];
  snprintf(days, sizeof days, "%04d-%02d-%02d %04d-%02d-%02d", period.first.year,
           period.first.month, period.first.day, period.last.year, period.last.month,
           period.last.day);
  assert_string_equal(days, expected);
}

static void periods_have_a_first_and_a_last_day(void **state) {
  (void)state;
  static const struct {
    const char *text;
    vp_period_kind kind;
    const char *days;
  } cases[] = {
      {"2026", VP_PERIOD_YEAR, "2026-01-01 2026-12-31"},
      {"0001", VP_PERIOD_YEAR, "0001-01-01 0001-12-31"},
      {"9999", VP_PERIOD_YEAR, "9999-01-01 9999-12-31"},
      {"2026-H1", VP_PERIOD_HALF, "2026-01-01 2026-06-30"},
      {"2026-h2", VP_PERIOD_HALF, "2026-07-01 2026-12-31"},
      {"2026-Q1", VP_PERIOD_QUARTER, "2026-01-01 2026-03-31"},
      {"2026-q2", VP_PERIOD_QUARTER, "2026-04-01 2026-06-30"},
      {"2026-Q3", VP_PERIOD_QUARTER, "2026-07-01 2026-09-30"},
      {"2026-Q4", VP_PERIOD_QUARTER, "2026-10-01 2026-12-31"},
      {"2026-02", VP_PERIOD_MONTH, "2026-02-01 2026-02-28"},
      {"2024-02", VP_PERIOD_MONTH, "2024-02-01 2024-02-29"},
      {"2026-12", VP_PERIOD_MONTH, "2026-12-01 2026-12-31"},
      {"2026-03-14", VP_PERIOD_DAY, "2026-03-14 2026-03-14"},
      {" 2026 ", VP_PERIOD_YEAR, "2026-01-01 2026-12-31"},
      {"2025-01/2025-11", VP_PERIOD_RANGE, "2025-01-01 2025-11-30"},
      {"2025/2027", VP_PERIOD_RANGE, "2025-01-01 2027-12-31"},
      {"2025-03-14/2025-Q3", VP_PERIOD_RANGE, "2025-03-14 2025-09-30"},
      {"2026-06/2026", VP_PERIOD_RANGE, "2026-06-01 2026-12-31"},
      {"våren 2026", VP_PERIOD_SEASON, "2026-01-01 2026-12-31"},
      {"vår 2026", VP_PERIOD_SEASON, "2026-01-01 2026-12-31"},
      {"SOMMAREN 2026", VP_PERIOD_SEASON, "2026-01-01 2026-12-31"},
      {"HÖSTEN\xC2\xA0"
       "2026",
       VP_PERIOD_SEASON, "2026-01-01 2026-12-31"},
      {"Vintern 2026", VP_PERIOD_SEASON, "2026-01-01 2026-12-31"},
      {"spring 2026", VP_PERIOD_SEASON, "2026-01-01 2026-12-31"},
      {"Summer 2026", VP_PERIOD_SEASON, "2026-01-01 2026-12-31"},
      {"autumn 2026", VP_PERIOD_SEASON, "2026-01-01 2026-12-31"},
      {"fall 2026", VP_PERIOD_SEASON, "2026-01-01 2026-12-31"},
      {"winter 2026", VP_PERIOD_SEASON, "2026-01-01 2026-12-31"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_period period = vp_period_parse(cases[i].text);
    assert_int_equal(period.kind, cases[i].kind);
    assert_days(period, cases[i].days);
    assert_ptr_equal(period.text, cases[i].text);
    assert_true(vp_period_is_known(period));
  }
}

static void assert_kind(vp_period_kind kind, const char *const *texts, size_t count) {
  for (size_t i = 0; i < count; i++) {
    vp_period period = vp_period_parse(texts[i]);
    assert_int_equal(period.kind, kind);
    assert_ptr_equal(period.text, texts[i]);
    assert_false(vp_period_is_known(period));
  }
}

static void placeholders(void **state) {
  (void)state;
  static const char *const texts[] = {
      "2024-XX-XX", "2024-xx-xx", "2024-0X-15",      "2024-03-XX",      "2024-1X",
      "20XX",       "XXXX",       "2024-XX",         "2024-XX/2025-01", "2024-01/2025-XX",
      "2024-QX",    "våren 20XX", "2024-13/2024-XX",
  };
  assert_kind(VP_PERIOD_PLACEHOLDER, texts, sizeof texts / sizeof *texts);
}

static void impossible_periods(void **state) {
  (void)state;
  static const char *const texts[] = {
      "2026-02-30",      "2026-13",    "2026-00",  "2026-13-01",
      "2026-01-00",      "2026-01-32", "2026-Q5",  "2026-Q0",
      "2026-H3",         "2026-H0",    "0000",     "0000-01-01",
      "2026/2025",       "0000-Q1",    "vår 0000", "2026-13/2027-01",
      "2026-03/2026-02", "2025-02-29", "2026/2027-13",
  };
  assert_kind(VP_PERIOD_IMPOSSIBLE, texts, sizeof texts / sizeof *texts);
}

static void any_other_text_is_unreadable(void **state) {
  (void)state;
  static const char *const texts[] = {
      "",
      "snarast",
      "202",
      "20261",
      "2026-3",
      "2026-3-14",
      "2026-03-1",
      "20260314",
      "2026/03/14",
      "14 mars 2026",
      "2026 vår",
      "vår",
      "våren",
      "våren2026",
      "vår 26",
      "2026-",
      "2026-Q",
      "2026-Q12",
      "2026-R1",
      "/",
      "2026/",
      "/2026",
      "2025/26",
      "2024/2025/2026",
      "våren 2026/2027",
      "2026/våren 2027",
      "2024-XX/snart",
      "2026–2027",
      "-026",
      "2026-03-14T10",
  };
  assert_kind(VP_PERIOD_UNREADABLE, texts, sizeof texts / sizeof *texts);
}

static void equal_means_the_same_days(void **state) {
  (void)state;
  static const struct {
    const char *a;
    const char *b;
    bool equal;
  } cases[] = {
      {"2026", "2026", true},
      {"2026-H1", "2026-01/2026-06", true},
      {"2026-03-14", "2026-03-14/2026-03-14", true},
      {"2026", "2025", false},
      {"2026-01", "2026-Q1", false},
      {"våren 2026", "våren 2026", true},
      {"våren 2026", "hösten 2026", false},
      {"våren 2026", "2026", false},
      {"2026-XX", "2026-XX", true},
      {"2026-XX", "2026-XX-XX", false},
      {"2026-XX", "2026", false},
      {"2026-02-30", "2026-02-30", true},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char copy[64];
    strcpy(copy, cases[i].b);
    vp_period a = vp_period_parse(cases[i].a);
    vp_period b = vp_period_parse(copy);
    assert_int_equal(vp_period_equal(a, b), cases[i].equal);
    assert_int_equal(vp_period_equal(b, a), cases[i].equal);
  }
  vp_period missing = {0};
  assert_true(vp_period_equal(missing, missing));
  assert_false(vp_period_equal(missing, vp_period_parse("X")));
  assert_false(vp_period_equal(vp_period_parse("X"), missing));
}

static void covering(void **state) {
  (void)state;
  static const struct {
    const char *outer;
    const char *inner;
    bool covers;
  } cases[] = {
      {"2026", "2026-03-14", true},       {"2026", "2026", true},
      {"2026-03-14", "2026", false},      {"2026-Q1", "2026-03-31", true},
      {"2026-Q1", "2026-04-01", false},   {"2025-01/2025-11", "2025", false},
      {"2025/2027", "2026-H2", true},     {"2026", "våren 2026", true},
      {"2026-H1", "våren 2026", false},   {"våren 2026", "2026-04", false},
      {"våren 2026", "våren 2026", true}, {"2026", "2026-XX", false},
      {"2026-XX", "2026-XX", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_int_equal(
        vp_period_covers(vp_period_parse(cases[i].outer), vp_period_parse(cases[i].inner)),
        cases[i].covers);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(periods_have_a_first_and_a_last_day),
      cmocka_unit_test(placeholders),
      cmocka_unit_test(impossible_periods),
      cmocka_unit_test(any_other_text_is_unreadable),
      cmocka_unit_test(equal_means_the_same_days),
      cmocka_unit_test(covering),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
