#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/unit.h"

static void names_are_read_in_both_languages_and_any_case(void **state) {
  (void)state;
  static const struct {
    const char *text;
    vp_unit unit;
  } cases[] = {
      {"", VP_UNIT_NONE},
      {" ", VP_UNIT_NONE},
      {"kr", VP_UNIT_KR},
      {"Kronor", VP_UNIT_KR},
      {"SEK", VP_UNIT_KR},
      {"tkr", VP_UNIT_TKR},
      {"TKR", VP_UNIT_TKR},
      {"tusen kronor", VP_UNIT_TKR},
      {"mnkr", VP_UNIT_MNKR},
      {" Mkr ", VP_UNIT_MNKR},
      {"Miljoner  kronor", VP_UNIT_MNKR},
      {"miljoner\xC2\xA0kronor", VP_UNIT_MNKR},
      {"mdkr", VP_UNIT_MDKR},
      {"miljarder kronor", VP_UNIT_MDKR},
      {"%", VP_UNIT_PERCENT},
      {"Procent", VP_UNIT_PERCENT},
      {"percent", VP_UNIT_PERCENT},
      {"procentenheter", VP_UNIT_PERCENTAGE_POINT},
      {"percentage points", VP_UNIT_PERCENTAGE_POINT},
      {"antal", VP_UNIT_COUNT},
      {"ST", VP_UNIT_COUNT},
      {"count", VP_UNIT_COUNT},
      {"Index", VP_UNIT_INDEX},
      {"INDEXVÄRDE", VP_UNIT_INDEX},
      {"g/portion", VP_UNIT_OTHER},
      {"k r", VP_UNIT_OTHER},
      {"krx", VP_UNIT_OTHER},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_int_equal(vp_unit_parse(cases[i].text, strlen(cases[i].text)), cases[i].unit);
  }
  assert_int_equal(vp_unit_parse("krona", 2), VP_UNIT_KR);
}

static void a_symbol_reads_back(void **state) {
  (void)state;
  for (int i = VP_UNIT_NONE; i <= VP_UNIT_OTHER; i++) {
    const char *symbol = vp_unit_symbol((vp_unit)i);
    bool silent = i == VP_UNIT_NONE || i > VP_UNIT_PERCENTAGE_POINT;
    assert_int_equal(vp_unit_parse(symbol, strlen(symbol)), silent ? VP_UNIT_NONE : i);
  }
}

static void money_has_a_power_of_ten(void **state) {
  (void)state;
  for (int i = VP_UNIT_NONE; i <= VP_UNIT_OTHER; i++) {
    bool money = i >= VP_UNIT_KR && i <= VP_UNIT_MDKR;
    assert_int_equal(vp_unit_is_money((vp_unit)i), money);
    assert_int_equal(vp_unit_exponent((vp_unit)i), money ? 3 * (i - VP_UNIT_KR) : 0);
  }
}

static void units_of_the_plans_own(void **state) {
  (void)state;
  static const struct {
    const char *a, *b;
    bool is_same;
  } cases[] = {
      {"kWh", "kWh", true},
      {"kWh", " KWH ", true},
      {"timme", "timmar", true},
      {"dag", "dagar", true},
      {"åtgärd", "ÅTGÄRDER", true},
      {"m2", "m3", false},
      {"kWh", "MWh", false},
      {"h", "ha", false},
      {"g/portion", "g/portion", true},
      {"g/portion", "g/pers", false},
      {"platser", "timmar", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_int_equal(vp_unit_is_same(cases[i].a, cases[i].b), cases[i].is_same);
    assert_int_equal(vp_unit_is_same(cases[i].b, cases[i].a), cases[i].is_same);
  }
}

static void a_unit_stands_behind_its_number(void **state) {
  (void)state;
  static const struct {
    const char *text, *unit;
  } cases[] = {
      {"35 g/portion", "g/portion"},
      {"cirka −1 949\xC2\xA0kWh", "kWh"},
      {"231,2 mnkr", "mnkr"},
      {" 4,5%", "%"},
      {"231,2", NULL},
      {"231,2 ", NULL},
      {"okänt", NULL},
      {NULL, NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const vp_quantity quantity = {.text = cases[i].text};
    const char *unit = vp_unit_written(&quantity);
    if (cases[i].unit == NULL)
      assert_null(unit);
    else
      assert_string_equal(unit, cases[i].unit);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_are_read_in_both_languages_and_any_case),
      cmocka_unit_test(a_symbol_reads_back),
      cmocka_unit_test(money_has_a_power_of_ten),
      cmocka_unit_test(units_of_the_plans_own),
      cmocka_unit_test(a_unit_stands_behind_its_number),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
