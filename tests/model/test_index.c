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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(elements_are_found_by_id),
      cmocka_unit_test(the_first_of_equal_ids_is_found),
      cmocka_unit_test(rows_and_columns_are_found_in_their_table),
      cmocka_unit_test(many_ids),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
