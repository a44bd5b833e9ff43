#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "localize/system.h"
#include "networks.h"

static vp_decimal number(int64_t coefficient, int32_t exponent) {
  return (vp_decimal){coefficient, exponent};
}

static vp_interval between(vp_decimal low, vp_decimal high) {
  return (vp_interval){.low = {.value = low}, .high = {.value = high}};
}

static void assert_decimal_equal(vp_decimal a, vp_decimal b) {
  assert_int_equal(vp_decimal_compare(a, b), 0);
}

static void division_is_exact_where_it_can_be(void **state) {
  (void)state;
  vp_interval out;
  assert_int_equal(vp_interval_divide(&out, between(number(1, 0), number(3, 0)), number(-4, 0)),
                   VP_OK);
  assert_decimal_equal(out.low.value, number(-75, -2));
  assert_decimal_equal(out.high.value, number(-25, -2));
  assert_false(out.low.open);
}

static void division_goes_outwards_where_it_has_no_end(void **state) {
  (void)state;
  vp_interval out, back;
  assert_int_equal(vp_interval_divide(&out, between(number(1, 0), number(2, 0)), number(3, 0)),
                   VP_OK);
  assert_int_equal(vp_interval_scale(&back, out, number(3, 0)), VP_OK);
  assert_true(vp_decimal_compare(back.low.value, number(1, 0)) < 0);
  assert_true(vp_decimal_compare(back.high.value, number(2, 0)) > 0);
  assert_true(out.low.open && out.high.open);
}

static vp_constraint constraint(int64_t x, int64_t y, int64_t low, int64_t high, uint64_t from) {
  return (vp_constraint){.weights = {{x, 0}, {y, 0}},
                         .bounds = between(number(low, 0), number(high, 0)),
                         .from = from};
}

static void two_unknowns_are_solved_together(void **state) {
  (void)state;
  vp_system system = {.unknown_count = 2, .count = 2};
  system.constraints[0] = constraint(1, 1, 10, 10, 1);
  system.constraints[1] = constraint(1, -1, 2, 4, 2);
  vp_interval x, y;
  uint64_t conflict;
  assert_true(vp_system_is_solvable(&system, &conflict));
  assert_true(vp_system_project(&x, &system, 0));
  assert_true(vp_system_project(&y, &system, 1));
  assert_decimal_equal(x.low.value, number(6, 0));
  assert_decimal_equal(x.high.value, number(7, 0));
  assert_decimal_equal(y.low.value, number(3, 0));
  assert_decimal_equal(y.high.value, number(4, 0));
  vp_system_fix(&system, 0, vp_interval_point(number(6, 0)));
  assert_true(vp_system_project(&y, &system, 1));
  assert_decimal_equal(y.low.value, number(4, 0));
  assert_decimal_equal(y.high.value, number(4, 0));
}

static void a_contradiction_names_its_relations(void **state) {
  (void)state;
  vp_system system = {.unknown_count = 2, .count = 3};
  system.constraints[0] = constraint(1, 0, 0, 1, 1);
  system.constraints[1] = constraint(0, 1, 0, 1, 2);
  system.constraints[2] = constraint(1, 0, 2, 3, 4);
  uint64_t conflict;
  vp_interval x;
  assert_false(vp_system_is_solvable(&system, &conflict));
  assert_int_equal(conflict, 5);
  assert_false(vp_system_project(&x, &system, 0));
}

static void numbers_that_do_not_fit_decide_nothing(void **state) {
  (void)state;
  vp_system system = {.unknown_count = 2, .count = 2};
  system.constraints[0] = constraint(INT64_MAX, 1, 0, 1, 1);
  system.constraints[1] = constraint(INT64_MAX - 2, -1, 0, 1, 2);
  uint64_t conflict;
  assert_false(vp_system_is_solvable(&system, &conflict));
  assert_true(conflict == UINT64_MAX);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(division_is_exact_where_it_can_be),
      cmocka_unit_test(division_goes_outwards_where_it_has_no_end),
      cmocka_unit_test(two_unknowns_are_solved_together),
      cmocka_unit_test(a_contradiction_names_its_relations),
      cmocka_unit_test(numbers_that_do_not_fit_decide_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
