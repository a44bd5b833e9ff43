#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../plans.h"
#include "model/identity.h"
#include "model/plan.h"

static void check(vp_place place, const char *pointer, const char *id_path) {
  vp_buffer out;
  vp_buffer_init(&out, vp_context_or_default(NULL));
  vp_buffer_put(&out, "");
  vp_place_identity(place, VP_KNOWN_BY_ID, &out);
  assert_string_equal(out.bytes, id_path);
  vp_buffer_free(&out);

  char whole[VP_POINTER_SIZE], part[4];
  vp_place_pointer(whole, place);
  assert_string_equal(whole, pointer);
  const char *field = place.field != NULL ? place.field->key : NULL;
  size_t length = vp_element_pointer(whole, sizeof whole, place.element, field, place.item);
  assert_string_equal(whole, pointer);
  assert_int_equal(length, strlen(pointer));
  assert_int_equal(vp_element_pointer(part, sizeof part, place.element, field, place.item), length);
  assert_int_equal(strncmp(part, pointer, sizeof part - 1), 0);
  assert_int_equal(vp_element_pointer(NULL, 0, place.element, field, place.item), length);
}

static void places(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'budget':{'frame':{'opening':{'amount':1},'changes':[{'id':'c','label':'','amount':1}],"
      "'closing':{'amount':1}},'tables':[{'id':'t','columns':['x',{'id':'y'}],"
      "'rows':[{'id':'r','label':'','values':[1,2]},{'id':'s','label':'','values':[1,2,3]}],"
      "'total':[2,4],'source':{'page':1}}],'ties':[{'equal':['c']}]},"
      "'indicators':[{'id':'i','name':'','observations':[{'period':'2025','value':1}]}],"
      "'focus_areas':[{'id':'f','title':'','indicators':['i']}],"
      "'claims':[{'id':'k','text':'','says':1,'equal':'c'},{'text':'','says':1,'equal':'c'}]");
  const vp_element *root = vp_plan_root(plan);
  const vp_element *budget = vp_element_child(root, "budget", 0);
  const vp_element *table = vp_plan_find(plan, "t");
  const vp_element *row = vp_element_child(table, "rows", 1);

  check(vp_place_element(root), "", "");
  char text[VP_POINTER_SIZE];
  assert_int_equal(vp_element_pointer(text, sizeof text, NULL, "amount", VP_NO_ITEM), 0);
  assert_string_equal(text, "");
  vp_element_pointer(text, sizeof text, budget, "no-such-field", 1);
  assert_string_equal(text, "/budget");
  check(vp_place_field(root, "title"), "/title", "/title");
  check(vp_place_element(budget), "/budget", "/budget");
  const vp_element *opening = vp_element_child(vp_element_child(budget, "frame", 0), "opening", 0);
  check(vp_place_field(opening, "amount"), "/budget/frame/opening/amount",
        "/budget/frame/opening/amount");
  check(vp_place_element(vp_plan_find(plan, "c")), "/budget/frame/changes/0",
        "/budget/frame/changes/c");
  check(vp_place_element(row), "/budget/tables/0/rows/1", "/budget/tables/t/rows/s");
  check(vp_place_field(row, "values"), "/budget/tables/0/rows/1/values",
        "/budget/tables/t/rows/s/values");
  check(vp_place_item(row, "values", 1), "/budget/tables/0/rows/1/values/1",
        "/budget/tables/t/rows/s/values/y");
  /* a value beyond the columns has no column to name it */
  check(vp_place_item(row, "values", 2), "/budget/tables/0/rows/1/values/2",
        "/budget/tables/t/rows/s/values/2");
  check(vp_place_item(table, "total", 0), "/budget/tables/0/total/0", "/budget/tables/t/total/x");
  check(vp_place_element(vp_element_child(table, "columns", 1)), "/budget/tables/0/columns/1",
        "/budget/tables/t/columns/y");
  check(vp_place_field(vp_element_child(table, "source", 0), "page"),
        "/budget/tables/0/source/page", "/budget/tables/t/source/page");
  check(vp_place_item(vp_plan_find(plan, "f"), "indicators", 0), "/focus_areas/0/indicators/0",
        "/focus_areas/f/indicators/i");

  /* what has no id: an observation is known by its period, the rest by its text or all it says */
  const vp_element *observation = vp_element_child(vp_plan_find(plan, "i"), "observations", 0);
  check(vp_place_field(observation, "value"), "/indicators/0/observations/0/value",
        "/indicators/i/observations/2025/value");
  check(vp_place_element(vp_element_child(budget, "ties", 0)), "/budget/ties/0",
        "/budget/ties/equal=/c");
  check(vp_place_element(vp_element_child(root, "claims", 0)), "/claims/0", "/claims/k");
  check(vp_place_element(vp_element_child(root, "claims", 1)), "/claims/1", "/claims/");
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(places),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
