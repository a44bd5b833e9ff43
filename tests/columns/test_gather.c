#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "frames.h"

static vp_columns *elements_of(const vp_plan *plan, const char *kind) {
  vp_columns *columns;
  assert_int_equal(vp_columns_of_elements(&columns, vp_plan_root(plan), kind, NULL), VP_OK);
  return columns;
}

static vp_columns *indicators(void) {
  vp_plan *plan = plan_with(
      "'indicators':[{'id':'a','name':'Å','decimals':1,'target':{'period':'2026','follow':true}},"
      "{'id':'b','name':'B','minimum':'2,5'},{'id':'c','name':'','kolada':'N00945'}]");
  vp_columns *columns = elements_of(plan, "indicator");
  vp_plan_free(plan);
  return columns;
}

static const char first[] = "id: a\n"
                            "name: Å\n"
                            "decimals: 1\n"
                            "target_period: 2026\n"
                            "target_follow: true\n";
static const char second[] = "id: b\n"
                             "name: B\n"
                             "minimum: 2.5\n"
                             "minimum_text: 2,5\n";
static const char third[] = "id: c\n"
                            "name: \n"
                            "kolada: N00945\n";

static void some_rows(void **state) {
  (void)state;
  const size_t rows[] = {2, 0, 2, 1};
  vp_columns *all = indicators(), *taken;
  assert_int_equal(vp_columns_take(&taken, all, rows, 4, NULL), VP_OK);
  assert_int_equal(vp_columns_count(taken), vp_columns_count(all));
  vp_columns_free(all);
  assert_whole(taken);
  assert_int_equal(vp_columns_row_count(taken), 4);
  assert_row(taken, 0, third);
  assert_row(taken, 1, first);
  assert_row(taken, 2, third);
  assert_row(taken, 3, second);
  vp_columns_free(taken);
}

static void no_rows(void **state) {
  (void)state;
  vp_columns *all = indicators(), *taken;
  assert_int_equal(vp_columns_take(&taken, all, NULL, 0, NULL), VP_OK);
  assert_whole(taken);
  assert_int_equal(vp_columns_row_count(taken), 0);
  assert_int_equal(vp_columns_count(taken), vp_columns_count(all));
  vp_columns_free(taken);
  vp_columns_free(all);
}

static void a_row_that_is_not_there(void **state) {
  (void)state;
  const size_t rows[] = {0, 3};
  vp_columns *all = indicators(), *taken = NULL;
  vp_error error;
  assert_int_equal(vp_columns_take(&taken, all, rows, 2, &error), VP_ERROR_ARGUMENT);
  assert_string_equal(error.message, "there is no row 3");
  assert_null(taken);
  vp_columns_free(all);
}

static void several_plans(void **state) {
  (void)state;
  vp_plan *none = plan_with("'indicators':[]");
  vp_columns *parts[] = {indicators(), elements_of(none, "indicator"), indicators()};
  static const char *const ids[] = {"första", "", NULL};
  vp_plan_free(none);
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(vp_columns_prepend(parts[i], "plan", ids[i], NULL), VP_OK);
    assert_whole(parts[i]);
    assert_string_equal(vp_columns_view(parts[i], 0)->name, "plan");
    assert_string_equal(vp_columns_view(parts[i], 1)->name, "id");
  }
  vp_columns *all;
  assert_int_equal(vp_columns_concatenate(&all, (const vp_columns *const *)parts, 3, NULL), VP_OK);
  for (size_t i = 0; i < 3; i++) vp_columns_free(parts[i]);
  assert_whole(all);
  assert_int_equal(vp_columns_row_count(all), 6);
  assert_item(all, "plan", 2, "första");
  assert_item(all, "plan", 3, NULL);
  assert_item(all, "name", 3, "Å");
  assert_row(all, 5, third);
  vp_columns_free(all);
}

static void columns_that_differ(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'risks':[]");
  vp_columns *a = indicators(), *b = elements_of(plan, "risk"), *c = indicators(), *all = NULL;
  vp_error error;
  assert_int_equal(vp_columns_prepend(c, "plan", "p", NULL), VP_OK);
  assert_int_equal(vp_columns_concatenate(&all, (const vp_columns *const[]){a, b}, 2, &error),
                   VP_ERROR_ARGUMENT);
  assert_string_equal(error.message, "the columns differ");
  assert_int_equal(vp_columns_concatenate(&all, (const vp_columns *const[]){a, c}, 2, NULL),
                   VP_ERROR_ARGUMENT);
  assert_int_equal(vp_columns_concatenate(&all, NULL, 0, &error), VP_ERROR_ARGUMENT);
  assert_string_equal(error.message, "there are no columns");
  assert_null(all);
  vp_columns_free(a);
  vp_columns_free(b);
  vp_columns_free(c);
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(some_rows),
      cmocka_unit_test(no_rows),
      cmocka_unit_test(a_row_that_is_not_there),
      cmocka_unit_test(several_plans),
      cmocka_unit_test(columns_that_differ),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
