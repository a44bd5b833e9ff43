#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/context.h"
#include "model/plan.h"
#include "models.h"
#include "score/scale.h"

static void words_are_compared_without_case_and_spacing(void **state) {
  (void)state;
  static const struct {
    const char *a, *b;
    int order;
  } cases[] = {
      {"stor", "STOR", 0},
      {"  Mycket\xC2\xA0 stor\t", "mycket stor", 0},
      {"Återkommande", "ÅTERKOMMANDE", 0},
      {"ÖÄÅÞ", "öäåþ", 0},
      {"×", "÷", -1}, /* signs have no case */
      {"ß", "ÿ", -1},
      {"\xC3", "\xC3z", -1},
      {"\xC3Z", "\xC3z", -1},
      {"[", "{", -1},
      {"@", "`", -1},
      {"", " ", 0},
      {"låg", "lå", 1},
      {"låg", "låga", -1},
      {"myc ket", "mycket", -1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    int order = vp_scale_compare(cases[i].a, cases[i].b);
    int reverse = vp_scale_compare(cases[i].b, cases[i].a);
    if (order != cases[i].order || reverse != -order)
      fail_msg("%s, %s: %d, %d", cases[i].a, cases[i].b, order, reverse);
  }
}

static void a_word_that_two_levels_have_is_the_first_ones(void **state) {
  (void)state;
  vp_plan *plan =
      plan_of("'risk_model':{'score':'product','scales':{'consequence':{'levels':["
              "{'value':3,'name':'Stor','synonyms':['hög','HÖG','stor']},"
              "{'value':1,'name':'Hög','synonyms':['liten']},{'value':1,'name':'Låg'}]},"
              "'likelihood':{}}}");
  vp_arena arena;
  vp_arena_init(&arena, vp_plan_context(plan));
  vp_scale_index index;
  assert_true(vp_scale_index_init(&index, plan->risk_model->scales->consequence, &arena));
  static const struct {
    const char *written;
    vp_level_state state;
    int64_t value;
    const char *name;
  } cases[] = {
      {"hög", VP_LEVEL_KNOWN, 3, "Stor"},  {"STOR", VP_LEVEL_KNOWN, 3, "Stor"},
      {"liten", VP_LEVEL_KNOWN, 1, "Hög"}, {"låg", VP_LEVEL_KNOWN, 1, "Låg"},
      {"1", VP_LEVEL_KNOWN, 1, "Hög"},     {"2", VP_LEVEL_OFF_SCALE, 2, NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const vp_quantity quantity = vp_quantity_parse(cases[i].written);
    const vp_level_reading reading = vp_scale_read(&index, &quantity);
    assert_int_equal(reading.state, cases[i].state);
    assert_int_equal(vp_decimal_compare(reading.value, whole(cases[i].value)), 0);
    if (cases[i].name != NULL) assert_string_equal(reading.name, cases[i].name);
  }
  assert_true(vp_scale_has(&index, whole(1)));
  assert_false(vp_scale_has(&index, whole(2)));
  vp_arena_free(&arena);
  vp_plan_free(plan);
}

static void a_scale_without_levels_has_every_number(void **state) {
  (void)state;
  vp_arena arena;
  vp_arena_init(&arena, vp_context_or_default(NULL));
  vp_scale_index index;
  assert_true(vp_scale_index_init(&index, NULL, &arena));
  assert_true(vp_scale_has(&index, whole(-7)));
  const vp_quantity number = vp_quantity_parse("-7"), word = vp_quantity_parse("stor");
  /* A number without a text, as the C API may set it. */
  const vp_quantity plain = {.value = {4, 0}, .state = VP_QUANTITY_NUMBER};
  assert_int_equal(vp_scale_read(&index, &number).state, VP_LEVEL_KNOWN);
  assert_int_equal(vp_scale_read(&index, &plain).state, VP_LEVEL_KNOWN);
  assert_int_equal(vp_scale_read(&index, &word).state, VP_LEVEL_UNREADABLE);
  vp_arena_free(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_are_compared_without_case_and_spacing),
      cmocka_unit_test(a_word_that_two_levels_have_is_the_first_ones),
      cmocka_unit_test(a_scale_without_levels_has_every_number),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
