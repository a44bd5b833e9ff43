/* Totals that lack a row, or have it twice, and subtotals that are added beside their parts. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "networks.h"

enum { COLUMNS = 2 };

typedef struct result {
  vp_network *network;
  vp_localization *found;
} result;

static result run(vp_network *network) { return (result){network, localize_network(network)}; }

static void done(result r) {
  vp_localization_free(r.found);
  vp_network_free(r.network);
}

static const vp_fault *only_fault(const result *r) {
  assert_int_equal(vp_localization_fault_count(r->found), 1);
  return vp_localization_fault(r->found, 0);
}

static void assert_decimal(vp_decimal found, const char *wanted) {
  assert_int_equal(vp_decimal_compare(found, vp_quantity_parse(wanted).value), 0);
}

/* One correction of the first explanation; a value of NULL: it has none. */
static void assert_correction(const vp_fault *fault, size_t index, uint32_t cell, vp_slip slip,
                              uint32_t other, const char *printed, const char *value) {
  assert_true(fault->explanation_count > 0 && index < fault->explanations[0].correction_count);
  const vp_correction *c = &fault->explanations[0].corrections[index];
  assert_int_equal(c->cell, cell);
  assert_int_equal(c->slip, slip);
  assert_int_equal(c->other, other);
  assert_int_equal(c->has_value, value != NULL);
  if (value != NULL) assert_decimal(c->value, value);
  if (printed != NULL) assert_decimal(c->printed, printed);
}

/* Three units over two years, the third with 49,6 and 51,1 mnkr. */
static vp_network *units_with(const char *first, const char *second) {
  const char *const figures[] = {"110,6", "111,4", "51,5", "49,9", "49,6", "51,1", first, second};
  return new_table(figures, 4, COLUMNS, false);
}

static void a_row_that_is_not_counted_is_named(void **state) {
  (void)state;
  result r = run(units_with("162,1", "161,3"));
  const vp_fault *fault = only_fault(&r);
  assert_true(fault->cells_decided);
  assert_int_equal(fault->relation_count, 2);
  assert_int_equal(fault->explanations[0].correction_count, 2);
  assert_correction(fault, 0, 6, VP_SLIP_NOT_COUNTED, 4, "162,1", "211,7");
  assert_correction(fault, 1, 7, VP_SLIP_NOT_COUNTED, 5, "161,3", "212,4");
  done(r);
}

static void a_row_that_is_counted_twice_is_named(void **state) {
  (void)state;
  result r = run(units_with("261,3", "263,5"));
  const vp_fault *fault = only_fault(&r);
  assert_true(fault->cells_decided);
  assert_int_equal(fault->explanations[0].correction_count, 2);
  assert_correction(fault, 0, 6, VP_SLIP_COUNTED_TWICE, 4, "261,3", "211,7");
  assert_correction(fault, 1, 7, VP_SLIP_COUNTED_TWICE, 5, "263,5", "212,4");
  done(r);
}

static void trusted_totals_lack_nothing(void **state) {
  (void)state;
  const char *const figures[] = {"110,6", "111,4", "51,5",  "49,9",
                                 "49,6",  "51,1",  "162,1", "161,3"};
  result r = run(new_table(figures, 4, COLUMNS, true));
  for (size_t i = 0; i < vp_localization_fault_count(r.found); i++) {
    const vp_fault *fault = vp_localization_fault(r.found, i);
    for (size_t j = 0; j < fault->explanation_count; j++) {
      const vp_correction *c = &fault->explanations[j].corrections[0];
      assert_int_not_equal(c->slip, VP_SLIP_NOT_COUNTED);
      assert_true(c->cell < 6 || c->cell == VP_NO_CELL);
    }
  }
  done(r);
}

/* Rows in tkr, totals in mnkr. The row is added to a total that was rounded without it: what they
 * give together is rounded again, and may be one off what the rows give. */
static void totals_in_another_unit_are_added_up_anew(void **state) {
  (void)state;
  static const char *const rows[] = {"20 420", "21 110", "10 420", "11 230", "30 440", "30 320"};
  static const struct {
    const char *totals[COLUMNS];
    vp_slip slip;
  } cases[] = {{{"30,8", "32,3"}, VP_SLIP_NOT_COUNTED}, {{"91,7", "93,0"}, VP_SLIP_COUNTED_TWICE}};
  for (size_t i = 0; i < 2; i++) {
    vp_network *network = new_network();
    for (uint32_t cell = 0; cell < 8; cell++) {
      bool is_total = cell >= 6;
      add_figure(network, is_total ? cases[i].totals[cell - 6] : rows[cell],
                 is_total ? VP_UNIT_MNKR : VP_UNIT_TKR);
      set_place(network, cell, 0, cell / COLUMNS, cell % COLUMNS);
    }
    for (uint32_t column = 0; column < COLUMNS; column++)
      add_sum(network, column, COLUMNS, 3, 6 + column);
    result r = run(network);
    const vp_fault *fault = only_fault(&r);
    assert_int_equal(fault->explanations[0].correction_count, 2);
    assert_correction(fault, 0, 6, cases[i].slip, 4, cases[i].totals[0], "61,3");
    assert_correction(fault, 1, 7, cases[i].slip, 5, cases[i].totals[1], "62,7");
    done(r);
  }
}

/* One total of its own, in mnkr over tkr. */
static void a_single_coarse_total_lacks_a_row(void **state) {
  (void)state;
  vp_network *network = new_network();
  add_figure(network, "20 420", VP_UNIT_TKR);
  add_figure(network, "10 420", VP_UNIT_TKR);
  add_figure(network, "30 410", VP_UNIT_TKR);
  add_sum(network, 0, 1, 3, add_figure(network, "30,8", VP_UNIT_MNKR));
  result r = run(network);
  const vp_fault *fault = only_fault(&r);
  size_t at = 0; /* the row may also be in the wrong unit */
  while (at < fault->explanation_count &&
         fault->explanations[at].corrections[0].slip != VP_SLIP_NOT_COUNTED)
    at++;
  assert_true(at < fault->explanation_count);
  assert_int_equal(fault->explanations[at].rank, 1);
  assert_int_equal(fault->explanations[at].corrections[0].other, 2);
  assert_decimal(fault->explanations[at].corrections[0].value, "61,2");
  done(r);
}

/* A column's total is right, but it is added up from the parts and their subtotal. */
static void a_subtotal_beside_its_parts_is_named_in_all_columns(void **state) {
  (void)state;
  static const uint32_t places[] = {0, 2}; /* before its parts, and behind them */
  static const char *const tables[][10] = {
      {"121,1", "118,3", "100,4", "97,2", "20,7", "21,1", "5,5", "6,3", "126,6", "124,6"},
      {"100,4", "97,2", "20,7", "21,1", "121,1", "118,3", "5,5", "6,3", "126,6", "124,6"}};
  for (size_t i = 0; i < 2; i++) {
    result r = run(new_table(tables[i], 5, COLUMNS, false));
    const vp_fault *fault = only_fault(&r);
    assert_int_equal(fault->relation_count, 2);
    assert_int_equal(fault->explanations[0].correction_count, 2);
    for (uint32_t column = 0; column < COLUMNS; column++)
      assert_correction(fault, column, VP_NO_CELL, VP_SLIP_SUBTOTAL_COUNTED,
                        places[i] * COLUMNS + column, NULL, NULL);
    done(r);
  }
}

/* 5,5 and 6,3 are as much as the columns are off, but not what their neighbours add up to. */
static void a_row_that_is_no_sum_is_no_subtotal(void **state) {
  (void)state;
  const char *const figures[] = {"100,4", "97,2", "20,7", "21,1", "5,5", "6,3", "121,1", "118,3"};
  result r = run(new_table(figures, 4, COLUMNS, true));
  for (size_t i = 0; i < vp_localization_fault_count(r.found); i++) {
    const vp_fault *fault = vp_localization_fault(r.found, i);
    for (size_t j = 0; j < fault->explanation_count; j++)
      assert_int_not_equal(fault->explanations[j].corrections[0].slip, VP_SLIP_SUBTOTAL_COUNTED);
  }
  done(r);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_row_that_is_not_counted_is_named),
      cmocka_unit_test(a_row_that_is_counted_twice_is_named),
      cmocka_unit_test(trusted_totals_lack_nothing),
      cmocka_unit_test(totals_in_another_unit_are_added_up_anew),
      cmocka_unit_test(a_single_coarse_total_lacks_a_row),
      cmocka_unit_test(a_subtotal_beside_its_parts_is_named_in_all_columns),
      cmocka_unit_test(a_row_that_is_no_sum_is_no_subtotal),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
