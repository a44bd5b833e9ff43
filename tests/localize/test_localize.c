#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/reconcile.h>

#include "../base/allocator.h"
#include "../plans.h"
#include "networks.h"

enum { ROWS = 6, COLUMNS = 2, CELLS = ROWS * COLUMNS };

/* The example plan's table as it should be: this year and last. */
static const char *const sound[CELLS] = {"110,6", "111,4", "51,5", "49,9", "49,6",  "51,1",
                                         "18,6",  "17,9",  "0,9",  "0,9",  "231,2", "231,2"};

typedef struct result {
  vp_network *network;
  vp_localization *found;
} result;

static result run(vp_network *network) { return (result){network, localize_network(network)}; }

static void done(result r) {
  vp_localization_free(r.found);
  vp_network_free(r.network);
}

static vp_network *table_with(uint32_t cell, const char *text, bool trust_totals) {
  const char *figures[CELLS];
  memcpy(figures, sound, sizeof sound);
  figures[cell] = text;
  return new_table(figures, ROWS, COLUMNS, trust_totals);
}

static const vp_correction *first_of(const vp_fault *fault, size_t index) {
  assert_non_null(fault);
  assert_true(fault->explanation_count > 0);
  assert_true(index < fault->explanations[0].correction_count);
  return &fault->explanations[0].corrections[index];
}

static void assert_value(const vp_correction *correction, const char *text) {
  vp_quantity wanted = vp_quantity_parse(text);
  assert_true(correction->has_value);
  assert_int_equal(vp_decimal_compare(correction->value, wanted.value), 0);
}

static void a_sound_table_has_no_fault(void **state) {
  (void)state;
  result r = run(new_table(sound, ROWS, COLUMNS, false));
  assert_int_equal(vp_localization_fault_count(r.found), 0);
  assert_int_equal(vp_localization_gap_count(r.found), 0);
  assert_null(vp_localization_fault(r.found, 0));
  done(r);
}

static void each_slip_is_named(void **state) {
  (void)state;
  static const struct {
    uint32_t cell;
    const char *printed;
    vp_slip slip;
  } cases[] = {
      {1, "11,4", VP_SLIP_DIGIT_LEFT_OUT}, {1, "1211,4", VP_SLIP_DIGIT_ADDED},
      {0, "170,6", VP_SLIP_DIGIT_CHANGED}, {3, "94,9", VP_SLIP_DIGITS_SWAPPED},
      {7, "-17,9", VP_SLIP_SIGN},          {3, "4,99", VP_SLIP_FACTOR},
      {0, "110600", VP_SLIP_UNIT},         {2, "51500", VP_SLIP_UNIT},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    result r = run(table_with(cases[i].cell, cases[i].printed, true));
    assert_int_equal(vp_localization_fault_count(r.found), 1);
    const vp_fault *fault = vp_localization_fault(r.found, 0);
    const vp_correction *first = first_of(fault, 0);
    assert_int_equal(first->cell, cases[i].cell);
    assert_int_equal(first->slip, cases[i].slip);
    assert_value(first, sound[cases[i].cell]);
    assert_true(fault->is_decided && fault->cells_decided);
    assert_int_equal(fault->explanations[0].rank, 1);
    assert_int_equal(fault->set_size, 1);
    assert_int_equal(fault->set_count, ROWS - 1); /* any row could be wrong; the total is trusted */
    done(r);
  }
}

/* 115,6 for 110,6: several rows could be 5,0 less by one digit. */
static void what_cannot_be_told_apart_is_a_tie(void **state) {
  (void)state;
  result r = run(table_with(0, "115,6", false));
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_false(fault->is_decided || fault->cells_decided);
  assert_true(fault->explanation_count > 1);
  assert_int_equal(fault->explanations[1].rank, 1);
  bool is_listed = false;
  for (size_t i = 0; i < fault->explanation_count; i++)
    is_listed = is_listed || fault->explanations[i].corrections[0].cell == 0;
  assert_true(is_listed);
  done(r);
}

static void a_row_is_continued_by_its_other_columns(void **state) {
  (void)state;
  result r = run(table_with(1, "11,4", true));
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(first_of(fault, 0)->cell, 1);
  const vp_correction *second = &fault->explanations[1].corrections[0];
  assert_int_equal(second->slip, VP_SLIP_DIGIT_LEFT_OUT); /* 149,9 is as small a slip */
  assert_true(fault->explanations[0].cost < fault->explanations[1].cost);
  done(r);
}

static void cells_exchanged_across_columns_are_one_fault(void **state) {
  (void)state;
  const char *figures[CELLS];
  memcpy(figures, sound, sizeof sound);
  figures[2] = sound[3];
  figures[3] = sound[2];
  result r = run(new_table(figures, ROWS, COLUMNS, false));
  assert_int_equal(vp_localization_fault_count(r.found), 1);
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(fault->relation_count, 2);
  assert_int_equal(first_of(fault, 0)->slip, VP_SLIP_EXCHANGED);
  assert_int_equal(first_of(fault, 0)->cell, 2);
  assert_int_equal(first_of(fault, 0)->other, 3);
  assert_int_equal(first_of(fault, 1)->cell, 3);
  assert_value(first_of(fault, 1), "49,9");
  done(r);
}

static void exchanged_columns_are_one_fault(void **state) {
  (void)state;
  const char *figures[CELLS];
  memcpy(figures, sound, sizeof sound);
  figures[8] = "1,9";
  figures[10] = "232,2";
  vp_network *network = new_table(figures, ROWS, COLUMNS, false);
  uint32_t now = add_figure(network, "231,2", VP_UNIT_MNKR);
  uint32_t before = add_figure(network, "232,2", VP_UNIT_MNKR);
  add_sum(network, 10, 1, 1, now);
  add_sum(network, 11, 1, 1, before);
  assert_int_equal(vp_network_set_trusted(network, now, NULL), VP_OK);
  assert_int_equal(vp_network_set_trusted(network, before, NULL), VP_OK);
  result r = run(network);
  assert_int_equal(vp_localization_fault_count(r.found), 1);
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(first_of(fault, 0)->slip, VP_SLIP_COLUMNS_EXCHANGED);
  assert_int_equal(fault->explanations[0].correction_count, CELLS);
  done(r);
}

static void totals_without_a_row_are_one_fault(void **state) {
  (void)state;
  static const struct {
    const char *totals[COLUMNS];
    vp_slip slip;
  } cases[] = {{{"179,7", "181,3"}, VP_SLIP_NOT_COUNTED},
               {{"280,8", "282,3"}, VP_SLIP_COUNTED_TWICE}};
  for (size_t i = 0; i < 2; i++) {
    const char *figures[CELLS];
    memcpy(figures, sound, sizeof sound);
    memcpy(figures + CELLS - COLUMNS, cases[i].totals, sizeof cases[i].totals);
    result r = run(new_table(figures, ROWS, COLUMNS, false));
    assert_int_equal(vp_localization_fault_count(r.found), 1);
    const vp_fault *fault = vp_localization_fault(r.found, 0);
    assert_int_equal(first_of(fault, 0)->slip, cases[i].slip);
    assert_int_equal(first_of(fault, 0)->cell, 10);
    assert_int_equal(first_of(fault, 1)->cell, 11);
    assert_value(first_of(fault, 1), "231,2");
    done(r);
  }
}

static void a_missing_row_is_one_fault(void **state) {
  (void)state;
  const char *figures[CELLS - COLUMNS];
  memcpy(figures, sound + COLUMNS, sizeof figures); /* without the first row */
  result r = run(new_table(figures, ROWS - 1, COLUMNS, true));
  assert_int_equal(vp_localization_fault_count(r.found), 1);
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(first_of(fault, 0)->slip, VP_SLIP_ROW_LEFT_OUT);
  assert_int_equal(first_of(fault, 0)->cell, VP_NO_CELL);
  assert_value(first_of(fault, 0), "110,6");
  assert_value(first_of(fault, 1), "111,4");
  done(r);
}

static void a_subtotal_beside_its_parts_is_named(void **state) {
  (void)state;
  const char *const figures[] = {"100,4", "20,7", "121,1", "5,5", "126,6"};
  result r = run(new_table(figures, 5, 1, true));
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(first_of(fault, 0)->slip, VP_SLIP_SUBTOTAL_COUNTED);
  assert_int_equal(first_of(fault, 0)->other, 2);
  done(r);
}

static void another_columns_figure_gives_only_an_interval(void **state) {
  (void)state;
  const char *const figures[] = {"80,0", "95,3", "12,1",  "11,4",  "106,1",
                                 "95,3", "92,1", "106,7", "198,2", "202,0"};
  vp_network *network =
      new_network(); /* columns add up to the third row, rows to a figure of their own */
  for (uint32_t i = 0; i < 4; i++)
    set_place(network, add_figure(network, figures[i == 0 ? 1 : i], VP_UNIT_MNKR), 0, i / 2, i % 2);
  add_sum(network, 0, 2, 2, add_figure(network, "92,1", VP_UNIT_MNKR));
  add_sum(network, 1, 2, 2, add_figure(network, "106,7", VP_UNIT_MNKR));
  add_sum(network, 0, 1, 2, add_figure(network, "175,3", VP_UNIT_MNKR));
  result r = run(network);
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(fault->relation_count, 2);
  assert_int_equal(fault->set_count, 1);
  assert_true(fault->cells_decided);
  bool is_listed = false;
  for (size_t i = 0; i < fault->explanation_count; i++) {
    const vp_correction *correction = &fault->explanations[i].corrections[0];
    if (correction->slip != VP_SLIP_OTHER_COLUMN) continue;
    assert_int_equal(correction->other, 1);
    assert_true(correction->is_rough);
    is_listed = true;
  }
  assert_true(is_listed);
  done(r);
}

static void two_faults_in_one_table_are_two(void **state) {
  (void)state;
  const char *figures[CELLS];
  memcpy(figures, sound, sizeof sound);
  figures[1] = "11,4";
  figures[4] = "94,6";
  result r = run(new_table(figures, ROWS, COLUMNS, true));
  assert_int_equal(vp_localization_fault_count(r.found), 2);
  assert_int_equal(first_of(vp_localization_fault(r.found, 0), 0)->cell, 4);
  assert_int_equal(first_of(vp_localization_fault(r.found, 1), 0)->cell, 1);
  done(r);
}

/* A total row and a total column: two wrong cells that share no sum break four. */
static void two_wrong_cells_in_one_part_are_a_set_of_two(void **state) {
  (void)state;
  const char *const figures[] = {"10,0", "20,0", "30,0", "60,0", "11,0", "91,0", "31,0", "63,0",
                                 "12,0", "22,0", "23,0", "66,0", "33,0", "63,0", "93,0", "189,0"};
  vp_network *network = new_network();
  for (uint32_t i = 0; i < 16; i++)
    set_place(network, add_figure(network, figures[i], VP_UNIT_MNKR), 0, i / 4, i % 4);
  for (uint32_t i = 0; i < 4; i++) {
    add_sum(network, i, 4, 3, 12 + i);
    add_sum(network, 4 * i, 1, 3, 4 * i + 3);
  }
  result r = run(network);
  assert_int_equal(vp_localization_fault_count(r.found), 1);
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(fault->relation_count, 4);
  assert_int_equal(fault->set_size, 2);
  assert_int_equal(fault->set_count, 1);
  assert_int_equal(fault->suspects[0].cell + fault->suspects[1].cell, 5 + 10);
  for (size_t i = 0; i < 2; i++) {
    const vp_correction *correction = first_of(fault, i);
    assert_value(correction, correction->cell == 5 ? "21,0" : "32,0");
  }
  done(r);
}

static void what_is_trusted_is_never_blamed(void **state) {
  (void)state;
  vp_network *network = table_with(1, "11,4", false);
  assert_int_equal(vp_network_set_trusted(network, 1, NULL), VP_OK);
  result r = run(network);
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  for (size_t i = 0; i < fault->set_count; i++) assert_int_not_equal(fault->suspects[i].cell, 1);
  for (size_t i = 0; i < fault->explanation_count; i++)
    assert_int_not_equal(fault->explanations[i].corrections[0].cell, 1);
  done(r);
}

static void bounds_exclude_what_would_break_them(void **state) {
  (void)state;
  vp_network *network =
      table_with(10, "31,2", false); /* 200 too little: a row is less, or the total more */
  for (uint32_t i = 0; i < 10; i++)
    assert_int_equal(vp_network_set_not_negative(network, i, NULL), VP_OK);
  result r = run(network);
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(fault->set_count, 1);
  assert_int_equal(fault->suspects[0].cell, 10);
  assert_int_equal(first_of(fault, 0)->slip, VP_SLIP_DIGIT_LEFT_OUT);
  done(r);
}

/* The parts 42 and 61 of 102 and 8 and 9 of 16, each one too many. */
static void two_limits_are_two_faults(void **state) {
  (void)state;
  static const char *const figures[] = {"42", "61", "102", "8", "9", "16"};
  vp_network *network = new_network();
  for (uint32_t i = 0; i < 6; i++) {
    assert_int_equal(add_figure(network, figures[i], VP_UNIT_COUNT), i);
    assert_int_equal(vp_network_set_place(network, i, 0, i, 0, NULL), VP_OK);
  }
  for (uint32_t i = 0; i < 6; i += 3) {
    const vp_term parts[] = {{i, {1, 0}}, {i + 1, {1, 0}}};
    assert_int_equal(vp_network_limit(NULL, network, parts, 2, i + 2, NULL), VP_OK);
  }
  result r = run(network);
  assert_int_equal(vp_localization_fault_count(r.found), 2);
  done(r);
}

static void a_part_above_its_whole_is_a_fault(void **state) {
  (void)state;
  vp_network *network = new_network();
  uint32_t part = add_figure(network, "820", VP_UNIT_COUNT),
           whole = add_figure(network, "400", VP_UNIT_COUNT);
  const vp_term term = {part, {1, 0}};
  assert_int_equal(vp_network_limit(NULL, network, &term, 1, whole, NULL), VP_OK);
  assert_int_equal(vp_network_set_trusted(network, whole, NULL), VP_OK);
  result r = run(network);
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(fault->set_count, 1);
  assert_true(fault->suspects[0].interval.low.unbounded);
  assert_int_equal(vp_decimal_compare(fault->suspects[0].interval.high.value, (vp_decimal){400, 0}),
                   0);
  done(r);
}

static void an_adjusted_table_adds_up_as_printed(void **state) {
  (void)state;
  vp_network *network = new_network();
  const char *const figures[] = {"1,0", "2,0", "3,1"};
  for (uint32_t i = 0; i < 3; i++) {
    uint32_t cell;
    vp_quantity printed =
        vp_quantity_complete(vp_quantity_parse(figures[i]), VP_UNIT_MNKR, -1, VP_ROUNDING_ADJUSTED);
    assert_int_equal(vp_network_add_quantity(&cell, network, &printed, NULL), VP_OK);
  }
  add_sum(network, 0, 1, 2, 2);
  result r = run(network);
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(fault->set_count, 3);
  for (size_t i = 0; i < fault->explanation_count; i++) {
    const vp_correction *c = &fault->explanations[i].corrections[0];
    if (c->cell == 2) assert_value(c, "3,0");
    if (c->cell == 0) assert_value(c, "1,1");
  }
  done(r);
}

static void weights_are_divided_by(void **state) {
  (void)state;
  vp_network *network = new_network();
  uint32_t part = add_figure(network, "150", VP_UNIT_COUNT),
           whole = add_figure(network, "30", VP_UNIT_COUNT);
  const vp_term half = {part, {5, -1}};
  assert_int_equal(vp_network_relate(NULL, network, VP_RELATION_TIE, &half, 1, whole, NULL), VP_OK);
  assert_int_equal(vp_network_set_trusted(network, whole, NULL), VP_OK);
  result r = run(network);
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(fault->suspects[0].cell, part);
  assert_value(first_of(fault, 0), "60");
  done(r);
}

static void the_search_says_when_it_was_stopped(void **state) {
  (void)state;
  vp_localize_options options = VP_LOCALIZE_OPTIONS_INIT;
  options.max_work = 3;
  vp_network *network = table_with(1, "11,4", false);
  result r = {network, localize_with(network, &options)};
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_true(fault->was_stopped);
  assert_false(fault->is_decided || fault->cells_decided);
  done(r);
}

/* The example's table again and again, each with one wrong figure. */
static void all_faults_together_have_a_bound_too(void **state) {
  (void)state;
  enum { TABLES = 60 };
  vp_network *network = new_network();
  for (uint32_t table = 0; table < TABLES; table++) {
    uint32_t first = table * CELLS;
    for (uint32_t i = 0; i < CELLS; i++) add_figure(network, sound[i], VP_UNIT_MNKR);
    add_sum(network, first, COLUMNS, ROWS - 2, first + CELLS - COLUMNS); /* without the last row */
  }
  vp_localize_options options = VP_LOCALIZE_OPTIONS_INIT;
  options.max_work = 50;
  result r = {network, localize_with(network, &options)};
  assert_int_equal(vp_localization_fault_count(r.found), TABLES);
  const vp_fault *first = vp_localization_fault(r.found, 0);
  const vp_fault *last = vp_localization_fault(r.found, TABLES - 1);
  assert_int_equal(first->set_size, 1);
  assert_int_equal(last->set_size, 0);
  assert_true(last->was_stopped);
  done(r);
}

static void lists_are_cut_where_asked(void **state) {
  (void)state;
  vp_localize_options options = VP_LOCALIZE_OPTIONS_INIT;
  options.max_sets = 2;
  options.max_explanations = 1;
  vp_network *network = table_with(1, "11,4", true);
  result r = {network, localize_with(network, &options)};
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(fault->set_count, 2);
  assert_int_equal(fault->explanation_count, 1);
  assert_true(fault->has_more && fault->is_decided);
  done(r);
}

static void nothing_is_found_beyond_the_bound(void **state) {
  (void)state;
  vp_localize_options options = VP_LOCALIZE_OPTIONS_INIT;
  options.max_cells = 0;
  vp_network *network = table_with(1, "11,4", false);
  result r = {network, localize_with(network, &options)};
  const vp_fault *fault = vp_localization_fault(r.found, 0);
  assert_int_equal(fault->set_size, 0);
  assert_false(fault->is_decided || fault->cells_decided);
  done(r);
}

static void wrong_arguments_are_refused(void **state) {
  (void)state;
  vp_error error;
  vp_localization *found = NULL;
  vp_network *network = new_table(sound, ROWS, COLUMNS, false);
  assert_int_equal(vp_localize(&found, network, NULL, &error), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_network_set_trusted(network, 99, &error), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_network_judge(network, &error), VP_OK);
  vp_localize_options options = VP_LOCALIZE_OPTIONS_INIT;
  options.max_cells = VP_LOCALIZE_MAX_CELLS + 1;
  assert_int_equal(vp_localize(&found, network, &options, &error), VP_ERROR_ARGUMENT);
  assert_null(found);
  vp_localization_free(NULL);
  vp_network_free(network);
}

static void the_scan_of_the_example_plan(void **state) {
  (void)state;
  output text = example_text("bollebygd-socialnamnden-2026-scan");
  vp_plan *plan = plan_from(text.bytes);
  vp_reconciliation *reconciliation = NULL;
  vp_localization *found = NULL;
  assert_int_equal(vp_reconcile(&reconciliation, plan, NULL), VP_OK);
  const vp_network *network = vp_reconciliation_network(reconciliation);
  assert_int_equal(vp_localize(&found, network, NULL, NULL), VP_OK);
  assert_int_equal(vp_localization_fault_count(found), 1);
  const vp_fault *fault = vp_localization_fault(found, 0);
  const vp_correction *first = first_of(fault, 0);
  const vp_cell *cell = vp_network_cell(network, first->cell);
  assert_string_equal(vp_element_id(cell->element), "ao");
  assert_int_equal(cell->column, 1);
  assert_int_equal(first->slip, VP_SLIP_DIGIT_LEFT_OUT);
  assert_value(first, "111,4");
  assert_true(fault->is_decided);
  vp_localization_free(found);
  vp_reconciliation_free(reconciliation);
  vp_plan_free(plan);
  free(text.bytes);
}

static vp_status localize_once(const vp_context *context) {
  vp_network *network = NULL;
  vp_localization *found = NULL;
  vp_status status = vp_network_new(&network, context, NULL);
  for (uint32_t i = 0, cell; i < CELLS && status == VP_OK; i++) {
    vp_quantity printed = vp_quantity_parse(i == 1 ? "11,4" : i == 4 ? "" : sound[i]);
    status = vp_network_add_quantity(&cell, network, &printed, NULL);
    if (status == VP_OK) status = vp_network_set_place(network, i, 0, i / 2, i % 2, NULL);
  }
  for (uint32_t column = 0; column < COLUMNS && status == VP_OK; column++) {
    vp_term terms[ROWS - 1];
    for (uint32_t i = 0; i + 1 < ROWS; i++) terms[i] = (vp_term){2 * i + column, {1, 0}};
    status =
        vp_network_relate(NULL, network, VP_RELATION_COLUMN, terms, ROWS - 1, 10 + column, NULL);
  }
  if (status == VP_OK) status = vp_network_judge(network, NULL);
  if (status == VP_OK) status = vp_localize(&found, network, NULL, NULL);
  vp_localization_free(found);
  vp_network_free(network);
  return status;
}

static void memory_that_runs_out_leaves_nothing_behind(void **state) {
  (void)state;
  vp_status status = VP_ERROR_MEMORY;
  for (int calls = 0; status == VP_ERROR_MEMORY; calls++) {
    counting_allocator counter = {.live = 0, .calls = 1};
    vp_allocator allocator = counting(&counter);
    vp_context *context = NULL;
    assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
    counter.calls = calls;
    status = localize_once(context);
    vp_context_free(context);
    assert_int_equal(counter.live, 0);
    assert_true(calls < 200);
  }
  assert_int_equal(status, VP_OK);
}

static void slips_have_names(void **state) {
  (void)state;
  assert_string_equal(vp_slip_name(VP_SLIP_DIGIT_LEFT_OUT), "digit left out");
  assert_string_equal(vp_slip_name(VP_SLIP_ROW_LEFT_OUT), "row left out");
  assert_string_equal(vp_slip_name((vp_slip)99), "?");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_sound_table_has_no_fault),
      cmocka_unit_test(each_slip_is_named),
      cmocka_unit_test(what_cannot_be_told_apart_is_a_tie),
      cmocka_unit_test(a_row_is_continued_by_its_other_columns),
      cmocka_unit_test(cells_exchanged_across_columns_are_one_fault),
      cmocka_unit_test(exchanged_columns_are_one_fault),
      cmocka_unit_test(totals_without_a_row_are_one_fault),
      cmocka_unit_test(a_missing_row_is_one_fault),
      cmocka_unit_test(a_subtotal_beside_its_parts_is_named),
      cmocka_unit_test(another_columns_figure_gives_only_an_interval),
      cmocka_unit_test(two_faults_in_one_table_are_two),
      cmocka_unit_test(two_wrong_cells_in_one_part_are_a_set_of_two),
      cmocka_unit_test(what_is_trusted_is_never_blamed),
      cmocka_unit_test(bounds_exclude_what_would_break_them),
      cmocka_unit_test(two_limits_are_two_faults),
      cmocka_unit_test(a_part_above_its_whole_is_a_fault),
      cmocka_unit_test(an_adjusted_table_adds_up_as_printed),
      cmocka_unit_test(weights_are_divided_by),
      cmocka_unit_test(the_search_says_when_it_was_stopped),
      cmocka_unit_test(all_faults_together_have_a_bound_too),
      cmocka_unit_test(lists_are_cut_where_asked),
      cmocka_unit_test(nothing_is_found_beyond_the_bound),
      cmocka_unit_test(wrong_arguments_are_refused),
      cmocka_unit_test(the_scan_of_the_example_plan),
      cmocka_unit_test(memory_that_runs_out_leaves_nothing_behind),
      cmocka_unit_test(slips_have_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
