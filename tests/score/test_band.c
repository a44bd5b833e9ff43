#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "models.h"
#include "random.h"
#include "score/band.h"

static void a_range_needs_two_numbers_the_right_way_round(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'risk_model':{'score':'sum','bands':[" BAND("a", 1, '3,5') "," BAND(
      "b", 2, 2) "," BAND("c", 3, 1) "," BAND("d", 1, null) "," BAND("e", 'cirka 1', 4) "]}");
  static const bool has_range[] = {true, true, false, false, false};
  static const bool is_reversed[] = {false, false, true, false, false};
  for (size_t i = 0; i < 5; i++) {
    vp_interval range;
    const vp_band *band = VP_ITEM(vp_band, plan->risk_model->bands, i);
    assert_int_equal(vp_band_range(&range, band), has_range[i]);
    assert_int_equal(vp_band_is_reversed(band), is_reversed[i]);
  }
  vp_plan_free(plan);
}

static void a_band_requires_what_it_lists(void **state) {
  (void)state;
  vp_plan *plan = plan_of("'risk_model':{'score':'sum','bands':[{'name':'a','from':1,'to':2,"
                          "'requires':['owner','follow_up']}]}");
  const vp_band *band = VP_ITEM(vp_band, plan->risk_model->bands, 0);
  assert_true(vp_band_requires(band, VP_REQUIRES_OWNER));
  assert_false(vp_band_requires(band, VP_REQUIRES_DECISION_BASIS));
  assert_false(vp_band_requires(band, VP_REQUIRES_DUE));
  assert_true(vp_band_requires(band, VP_REQUIRES_FOLLOW_UP));
  vp_plan_free(plan);
}

enum { MAX_BANDS = 12 };

static const vp_band *first_that_holds(const vp_elements *bands, vp_decimal value) {
  for (size_t i = 0; i < bands->count; i++) {
    vp_interval range;
    const vp_band *band = VP_ITEM(vp_band, *bands, i);
    if (vp_band_range(&range, band) && vp_interval_contains(range, value)) return band;
  }
  return NULL;
}

static void the_map_finds_the_first_band_that_holds_a_value(void **state) {
  (void)state;
  uint64_t random = 7;
  for (int round = 0; round < 2000; round++) {
    vp_band bands[MAX_BANDS];
    vp_element *items[MAX_BANDS];
    vp_elements list = {.items = items, .count = (size_t)random_between(&random, 0, MAX_BANDS)};
    for (size_t i = 0; i < list.count; i++) {
      bands[i] = (vp_band){.from.state = VP_QUANTITY_NUMBER, .to.state = VP_QUANTITY_NUMBER};
      bands[i].from.value = whole(random_between(&random, -5, 20));
      bands[i].to.value = whole(random_between(&random, -5, 20));
      items[i] = &bands[i].base;
    }
    vp_arena arena;
    vp_arena_init(&arena, vp_context_or_default(NULL));
    vp_band_map map;
    assert_true(vp_band_map_init(&map, &list, &arena));
    for (int64_t half = -12; half <= 42; half++) {
      vp_decimal value = {half * 5, -1};
      assert_ptr_equal(vp_band_map_find(&map, value), first_that_holds(&list, value));
    }
    vp_arena_free(&arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_range_needs_two_numbers_the_right_way_round),
      cmocka_unit_test(a_band_requires_what_it_lists),
      cmocka_unit_test(the_map_finds_the_first_band_that_holds_a_value),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
