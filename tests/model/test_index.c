#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../plans.h"
#include "model/index.h"

static const vp_element *find(const vp_plan *plan, const char *id) {
  return vp_index_find(plan->index, NULL, NULL, id, strlen(id));
}

static const vp_element *find_in(const vp_plan *plan, const vp_element *parent, const char *list,
                                 const char *id) {
  const vp_field *field = vp_shape_field(parent->shape, list, strlen(list));
  return vp_index_find(plan->index, parent, field, id, strlen(id));
}

static void elements_are_found_by_id(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'focus_areas':[{'id':'f','title':'F','goals':["
                            "{'id':'g','title':'G'}]}],'risks':[{'id':'r','title':'R'}]");
  assert_ptr_equal(find(plan, "p"), vp_plan_root(plan));
  assert_string_equal(vp_element_kind(find(plan, "f")), "focus_area");
  assert_string_equal(vp_element_kind(find(plan, "g")), "goal");
  assert_string_equal(vp_element_kind(find(plan, "r")), "risk");
  assert_null(find(plan, "R"));
  assert_null(find(plan, ""));
  assert_null(vp_index_find(plan->index, NULL, NULL, "risk", 0));
  assert_ptr_equal(vp_index_find(plan->index, NULL, NULL, "r.2026", 1), find(plan, "r"));
  vp_plan_free(plan);
}

static void the_first_of_equal_ids_is_found(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'controls':[{'id':'a','what':''},{'id':'a','what':''}],"
                            "'risks':[{'id':'a','title':''},{'id':'b','title':''}]");
  const vp_element *root = vp_plan_root(plan);
  /* in the order of the format, whatever that of the file: risks stand before controls */
  const vp_element *first = vp_element_child(root, "risks", 0);
  assert_ptr_equal(find(plan, "a"), first);
  assert_ptr_equal(vp_index_first(plan->index, first), first);
  assert_ptr_equal(vp_index_first(plan->index, vp_element_child(root, "controls", 0)), first);
  assert_ptr_equal(vp_index_first(plan->index, vp_element_child(root, "controls", 1)), first);
  const vp_element *other = vp_element_child(root, "risks", 1);
  assert_ptr_equal(vp_index_first(plan->index, other), other);
  vp_plan_free(plan);
}

static void rows_and_columns_are_found_in_their_table(void **state) {
  (void)state;
  vp_plan *plan =
      plan_with("'budget':{'tables':["
                "{'id':'t','columns':['a','b'],'rows':[{'id':'a','label':'','values':[]}]},"
                "{'id':'u','columns':['a','a'],'rows':[{'id':'a','label':'','values':[]}]}]}");
  const vp_element *t = find(plan, "t"), *u = find(plan, "u");
  assert_null(find(plan, "a"));
  assert_ptr_equal(find_in(plan, t, "columns", "a"), vp_element_child(t, "columns", 0));
  assert_ptr_equal(find_in(plan, t, "columns", "b"), vp_element_child(t, "columns", 1));
  assert_ptr_equal(find_in(plan, t, "rows", "a"), vp_element_child(t, "rows", 0));
  assert_ptr_equal(find_in(plan, u, "rows", "a"), vp_element_child(u, "rows", 0));
  assert_null(find_in(plan, u, "columns", "b"));
  assert_null(find_in(plan, t, "rows", "t"));
  const vp_element *second = vp_element_child(u, "columns", 1);
  assert_ptr_equal(vp_index_first(plan->index, second), vp_element_child(u, "columns", 0));
  vp_plan_free(plan);
}

static void many_ids(void **state) {
  (void)state;
  enum { COUNT = 5000 };
  output json = {NULL, 0};
  output_put(&json, "'risks':[");
  for (int i = 0; i < COUNT; i++) {
    char risk[64];
    snprintf(risk, sizeof risk, "%s{'id':'r%d','title':''}", i > 0 ? "," : "", i);
    output_put(&json, risk);
  }
  output_put(&json, "]");
  vp_plan *plan = plan_with(json.bytes);
  for (int i = 0; i < COUNT; i++) {
    char id[20];
    snprintf(id, sizeof id, "r%d", i);
    assert_ptr_equal(find(plan, id), vp_element_child(vp_plan_root(plan), "risks", (size_t)i));
    snprintf(id, sizeof id, "s%d", i);
    assert_null(find(plan, id));
  }
  vp_plan_free(plan);
  free(json.bytes);
}

static void observations_are_found_by_period(void **state) {
  (void)state;
  static const char *const periods[] = {
      "2025",    "2024",       "2024-H1", "2024-01/2024-06", "2024-Q1", "2024-01",
      "2024-XX", "våren 2024", "2024",    "snart",
  };
  /* the first that is equal; the 1st half year is a range of its days, a season not its year */
  static const size_t first[] = {0, 1, 2, 2, 4, 5, 6, 7, 1, 9};
  enum { COUNT = sizeof periods / sizeof *periods };
  for (size_t more = 0; more < 40; more += 39) {
    output json = {NULL, 0};
    output_put(&json, "'indicators':[{'id':'i','name':'I','observations':[");
    for (size_t i = 0; i < COUNT + more; i++) {
      char observation[64];
      snprintf(observation, sizeof observation, "%s{'period':'", i > 0 ? "," : "");
      output_put(&json, observation);
      snprintf(observation, sizeof observation, "%d", (int)(1950 + i));
      output_put(&json, i < COUNT ? periods[i] : observation);
      output_put(&json, "','value':1}");
    }
    output_put(&json, "]},{'id':'j','name':'J','observations':[{'period':'2023','value':1}]}]");
    vp_plan *plan = plan_with(json.bytes);
    const vp_indicator *indicator = VP_AS(vp_indicator, find(plan, "i"));
    for (size_t i = 0; i < COUNT; i++)
      assert_ptr_equal(vp_index_find_observation(plan->index, indicator, periods[i]),
                       indicator->observations.items[first[i]]);
    assert_null(vp_index_find_observation(plan->index, indicator, "2023"));
    assert_null(vp_index_find_observation(plan->index, indicator, "hösten 2024"));
    assert_null(vp_index_find_observation(plan->index, indicator, ""));
    vp_plan_free(plan);
    free(json.bytes);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(elements_are_found_by_id),
      cmocka_unit_test(the_first_of_equal_ids_is_found),
      cmocka_unit_test(rows_and_columns_are_found_in_their_table),
      cmocka_unit_test(many_ids),
      cmocka_unit_test(observations_are_found_by_period),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
