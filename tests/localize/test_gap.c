#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "networks.h"

typedef struct result {
  vp_network *network;
  vp_localization *found;
} result;

static result localize_table(const char *const *figures, uint32_t rows, uint32_t columns) {
  vp_network *network = new_table(figures, rows, columns, false);
  return (result){network, localize_network(network)};
}

static void done(result r) {
  vp_localization_free(r.found);
  vp_network_free(r.network);
}

static void assert_interval(vp_interval interval, int64_t low, int64_t high, int32_t exponent) {
  assert_int_equal(vp_decimal_compare(interval.low.value, (vp_decimal){low, exponent}), 0);
  assert_int_equal(vp_decimal_compare(interval.high.value, (vp_decimal){high, exponent}), 0);
}

static void one_missing_cell_is_computed(void **state) {
  (void)state;
  result r = localize_table((const char *[]){"1,0", "", "2,5", "6,5"}, 4, 1);
  assert_int_equal(vp_localization_gap_count(r.found), 1);
  const vp_gap *gap = vp_localization_gap(r.found, 0);
  assert_int_equal(gap->cell, 1);
  assert_true(gap->is_known);
  assert_int_equal(vp_decimal_compare(gap->value, (vp_decimal){30, -1}), 0);
  assert_interval(gap->interval, 285, 315, -2);
  assert_int_equal(gap->relation, 0);
  assert_int_equal(gap->unit, VP_UNIT_MNKR);
  assert_int_equal(vp_localization_fault_count(r.found), 0);
  assert_null(vp_localization_gap(r.found, 1));
  done(r);
}

static void what_is_computed_helps_to_compute(void **state) {
  (void)state;
  vp_network *network = new_network();
  const char *const figures[] = {"1,0", "", "2,0", "", "9,0"}; /* 0 + 1 = 2, 2 + 3 = 4, 1 + 3 = 5 */
  for (size_t i = 0; i < 5; i++) add_figure(network, figures[i], VP_UNIT_MNKR);
  uint32_t last = add_figure(network, "", VP_UNIT_MNKR);
  add_sum(network, 0, 1, 2, 2);
  add_sum(network, 2, 1, 2, 4);
  add_sum(network, 1, 2, 2, last);
  vp_localization *found = localize_network(network);
  assert_int_equal(vp_localization_gap_count(found), 3);
  const vp_gap *gap = vp_localization_gap(found, 2);
  assert_int_equal(gap->cell, last);
  assert_true(gap->is_known);
  assert_int_equal(vp_decimal_compare(gap->value, (vp_decimal){80, -1}), 0);
  assert_interval(gap->interval, 780, 820, -2);
  assert_int_equal(gap->relation, VP_NO_RELATION);
  vp_localization_free(found);
  vp_network_free(network);
}

static void cells_known_only_jointly_are_said_to_be_so(void **state) {
  (void)state;
  result r = localize_table((const char *[]){"", "", "2,5", "6,5"}, 4, 1);
  const vp_gap *a = vp_localization_gap(r.found, 0), *b = vp_localization_gap(r.found, 1);
  assert_false(a->is_known);
  assert_true(a->interval.low.unbounded);
  assert_true(a->group != 0 && a->group == b->group);
  done(r);
}

static void two_relations_solve_two_cells(void **state) {
  (void)state;
  vp_network *network = new_network();
  uint32_t x = add_figure(network, "", VP_UNIT_NONE), y = add_figure(network, "", VP_UNIT_NONE);
  uint32_t sum = add_figure(network, "10", VP_UNIT_COUNT),
           less = add_figure(network, "4", VP_UNIT_COUNT);
  const vp_term terms[] = {{x, {1, 0}}, {y, {-1, 0}}};
  add_sum(network, x, 1, 2, sum);
  assert_int_equal(vp_network_relate(NULL, network, VP_RELATION_TIE, terms, 2, less, NULL), VP_OK);
  vp_localization *found = localize_network(network);
  assert_true(vp_localization_gap(found, 0)->is_known);
  assert_interval(vp_localization_gap(found, 0)->interval, 7, 7, 0);
  assert_interval(vp_localization_gap(found, 1)->interval, 3, 3, 0);
  assert_int_equal(vp_localization_gap(found, 0)->group, 0);
  vp_localization_free(found);
  vp_network_free(network);
}

static void contradicting_relations_leave_an_empty_interval(void **state) {
  (void)state;
  vp_network *network = new_network();
  uint32_t missing = add_figure(network, "", VP_UNIT_COUNT);
  add_sum(network, missing, 1, 1, add_figure(network, "4", VP_UNIT_COUNT));
  add_sum(network, missing, 1, 1, add_figure(network, "5", VP_UNIT_COUNT));
  vp_localization *found = localize_network(network);
  assert_false(vp_localization_gap(found, 0)->is_known);
  assert_true(vp_interval_is_empty(vp_localization_gap(found, 0)->interval));
  vp_localization_free(found);
  vp_network_free(network);
}

/* 1 and 1,4: between 1,35 and 1,45. */
static void the_value_is_one_that_all_relations_allow(void **state) {
  (void)state;
  vp_network *network = new_network();
  uint32_t missing = add_figure(network, "", VP_UNIT_MNKR);
  add_sum(network, missing, 1, 1, add_figure(network, "1", VP_UNIT_MNKR));
  add_sum(network, missing, 1, 1, add_figure(network, "1,4", VP_UNIT_MNKR));
  uint32_t other = add_figure(network, "", VP_UNIT_MNKR);
  add_sum(network, other, 1, 1, add_figure(network, "1", VP_UNIT_MNKR));
  add_sum(network, other, 1, 1, add_figure(network, "2", VP_UNIT_MNKR));
  vp_localization *found = localize_network(network);
  const vp_gap *gap = vp_localization_gap(found, 0);
  assert_interval(gap->interval, 135, 145, -2);
  assert_int_equal(vp_decimal_compare(gap->value, (vp_decimal){14, -1}), 0);
  assert_int_equal(gap->relation, 1);
  gap = vp_localization_gap(found, 1); /* the only value that both allow is neither's */
  assert_interval(gap->interval, 15, 15, -1);
  assert_int_equal(vp_decimal_compare(gap->value, (vp_decimal){15, -1}), 0);
  assert_int_equal(gap->relation, VP_NO_RELATION);
  vp_localization_free(found);
  vp_network_free(network);
}

/* A column of per cent in a table in mnkr. */
static void a_gap_is_in_the_unit_of_what_determines_it(void **state) {
  (void)state;
  vp_network *network = new_network();
  uint32_t missing = add_figure(network, "", VP_UNIT_MNKR);
  add_sum(network, missing, 1, 1, add_figure(network, "3 %", VP_UNIT_MNKR));
  uint32_t last = add_figure(network, "", VP_UNIT_MNKR);
  add_sum(network, missing, last - missing, 2, add_figure(network, "9,0", VP_UNIT_MNKR));
  vp_localization *found = localize_network(network);
  const vp_gap *gap = vp_localization_gap(found, 0);
  assert_true(gap->is_known);
  assert_int_equal(gap->unit, VP_UNIT_PERCENT);
  assert_interval(gap->interval, 25, 35, -1);
  gap = vp_localization_gap(found, 1);
  assert_int_equal(gap->cell, last);
  assert_false(gap->is_known); /* per cent and mnkr are not added */
  vp_localization_free(found);
  vp_network_free(network);
}

static void nothing_is_computed_from_a_contradiction(void **state) {
  (void)state;
  vp_network *network = new_network();
  uint32_t missing = add_figure(network, "", VP_UNIT_COUNT);
  add_figure(network, "", VP_UNIT_COUNT);
  add_sum(network, missing, 1, 1, add_figure(network, "4", VP_UNIT_COUNT));
  add_sum(network, missing, 1, 1, add_figure(network, "5", VP_UNIT_COUNT));
  add_sum(network, missing, 1, 2, add_figure(network, "9", VP_UNIT_COUNT));
  vp_localization *found = localize_network(network);
  assert_true(vp_interval_is_empty(vp_localization_gap(found, 0)->interval));
  assert_false(vp_localization_gap(found, 1)->is_known);
  vp_localization_free(found);
  vp_network_free(network);
}

static void a_bound_alone_determines_nothing(void **state) {
  (void)state;
  vp_network *network = new_network();
  uint32_t missing = add_figure(network, "", VP_UNIT_COUNT);
  assert_int_equal(vp_network_set_not_negative(network, missing, NULL), VP_OK);
  vp_localization *found = localize_network(network);
  const vp_gap *gap = vp_localization_gap(found, 0);
  assert_false(gap->is_known);
  assert_int_equal(vp_decimal_sign(gap->interval.low.value), 0);
  assert_true(gap->interval.high.unbounded);
  vp_localization_free(found);
  vp_network_free(network);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_missing_cell_is_computed),
      cmocka_unit_test(what_is_computed_helps_to_compute),
      cmocka_unit_test(cells_known_only_jointly_are_said_to_be_so),
      cmocka_unit_test(two_relations_solve_two_cells),
      cmocka_unit_test(contradicting_relations_leave_an_empty_interval),
      cmocka_unit_test(the_value_is_one_that_all_relations_allow),
      cmocka_unit_test(a_gap_is_in_the_unit_of_what_determines_it),
      cmocka_unit_test(nothing_is_computed_from_a_contradiction),
      cmocka_unit_test(a_bound_alone_determines_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
