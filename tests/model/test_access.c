#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../plans.h"

static vp_plan *sample(void) {
  return plan_with(
      "'status':'adopted','source':{'page':7},"
      "'focus_areas':[{'id':'f','title':'F','indicators':['i','j'],'goals':[]}],"
      "'indicators':[{'id':'i','name':'I','decimals':0,'observations':["
      "{'period':'2025','value':'cirka 10','men':null,'covers':'2025-H1','method_changed':true}],"
      "'target':{'between':[1,'2,5']}}],"
      "'budget':{'tables':[{'id':'t','columns':['a'],'rows':[]}]},"
      "'risk_model':{'score':'grid','grid':[{'consequence':1,'values':[1,2]}],"
      "'bands':[{'name':'B','from':1,'to':2,'requires':['owner','due']}]}");
}

static void the_plan(void **state) {
  (void)state;
  vp_plan *plan = sample();
  const vp_element *root = vp_plan_root(plan);
  assert_string_equal(vp_plan_language(plan), "sv");
  assert_string_equal(vp_element_kind(root), "plan");
  assert_string_equal(vp_element_id(root), "p");
  assert_null(vp_element_parent(root));
  assert_ptr_equal(vp_plan_find(plan, "p"), root);
  assert_null(vp_plan_find(plan, "a")); /* a column */
  assert_null(vp_plan_find(plan, ""));
  vp_plan_free(plan);

  plan = plan_with("'language':'en'");
  assert_string_equal(vp_plan_language(plan), "en");
  vp_plan_free(plan);
}

static void elements(void **state) {
  (void)state;
  vp_plan *plan = sample();
  const vp_element *root = vp_plan_root(plan);
  const vp_element *area = vp_element_child(root, "focus_areas", 0);
  assert_string_equal(vp_element_kind(area), "focus_area");
  assert_ptr_equal(vp_element_parent(area), root);
  assert_null(vp_element_child(root, "focus_areas", 1));
  assert_null(vp_element_child(root, "risks", 0));
  assert_null(vp_element_child(root, "nowhere", 0));
  assert_null(vp_element_child(root, "title", 0));
  const vp_element *target = vp_element_child(vp_plan_find(plan, "i"), "target", 0);
  assert_string_equal(vp_element_kind(target), "target");
  assert_null(vp_element_id(target));
  assert_null(vp_element_child(vp_plan_find(plan, "i"), "target", 1));
  const vp_element *column = vp_element_child(vp_plan_find(plan, "t"), "columns", 0);
  assert_string_equal(vp_element_id(column), "a");
  assert_ptr_equal(vp_element_parent(column), vp_plan_find(plan, "t"));
  vp_plan_free(plan);
}

static void counts(void **state) {
  (void)state;
  vp_plan *plan = sample();
  const vp_element *root = vp_plan_root(plan), *area = vp_plan_find(plan, "f");
  const vp_element *observation = vp_element_child(vp_plan_find(plan, "i"), "observations", 0);
  assert_int_equal(vp_element_count(root, "title"), 1);
  assert_int_equal(vp_element_count(root, "language"), 0);
  assert_int_equal(vp_element_count(root, "risks"), 0);
  assert_int_equal(vp_element_count(root, "nowhere"), 0);
  assert_int_equal(vp_element_count(area, "indicators"), 2);
  assert_int_equal(vp_element_count(area, "goals"), 0);
  assert_int_equal(vp_element_count(observation, "value"), 1);
  assert_int_equal(vp_element_count(observation, "men"), 1); /* null was given */
  assert_int_equal(vp_element_count(observation, "women"), 0);
  assert_int_equal(vp_element_count(observation, "method_changed"), 1);
  vp_plan_free(plan);
}

static void texts(void **state) {
  (void)state;
  vp_plan *plan = sample();
  const vp_element *root = vp_plan_root(plan);
  const vp_element *indicator = vp_plan_find(plan, "i");
  const vp_element *observation = vp_element_child(indicator, "observations", 0);
  const vp_element *target = vp_element_child(indicator, "target", 0);
  const vp_element *model = vp_element_child(root, "risk_model", 0);
  const struct {
    const vp_element *element;
    const char *field;
    size_t index;
    const char *text;
  } cases[] = {
      {root, "title", 0, "P"},
      {root, "id", 0, "p"},
      {root, "period", 0, "2026"},
      {root, "status", 0, "adopted"},
      {root, "title", 1, NULL},
      {root, "language", 0, NULL},
      {root, "risks", 0, NULL},
      {root, "nowhere", 0, NULL},
      {vp_plan_find(plan, "f"), "indicators", 1, "j"},
      {vp_plan_find(plan, "f"), "indicators", 2, NULL},
      {observation, "value", 0, "cirka 10"},
      {observation, "men", 0, NULL},
      {observation, "method_changed", 0, NULL},
      {target, "between", 0, "1"},
      {target, "between", 1, "2,5"},
      {indicator, "decimals", 0, NULL},
      {vp_element_child(model, "bands", 0), "requires", 1, "due"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *text = vp_element_text(cases[i].element, cases[i].field, cases[i].index);
    if (cases[i].text == NULL)
      assert_null(text);
    else
      assert_string_equal(text, cases[i].text);
  }
  vp_plan_free(plan);
}

static void nothing_says_nothing(void **state) {
  (void)state;
  assert_null(vp_element_kind(NULL));
  assert_null(vp_element_id(NULL));
  assert_null(vp_element_parent(NULL));
  assert_null(vp_element_text(NULL, "title", 0));
  assert_int_equal(vp_element_count(NULL, "title"), 0);
}

static void values(void **state) {
  (void)state;
  vp_plan *plan = sample();
  const vp_element *root = vp_plan_root(plan), *indicator = vp_plan_find(plan, "i");
  const vp_element *observation = vp_element_child(indicator, "observations", 0);
  const vp_element *target = vp_element_child(indicator, "target", 0);

  assert_int_equal(vp_element_quantity(observation, "value", 0).qualifier, VP_QUALIFIER_CIRKA);
  assert_int_equal(vp_element_quantity(observation, "value", 1).state, VP_QUANTITY_MISSING);
  assert_int_equal(vp_element_quantity(observation, "men", 0).state, VP_QUANTITY_MISSING);
  assert_int_equal(vp_element_quantity(observation, "nowhere", 0).state, VP_QUANTITY_MISSING);
  assert_int_equal(vp_element_quantity(root, "title", 0).state, VP_QUANTITY_MISSING);
  assert_int_equal(vp_element_quantity(target, "between", 1).value.coefficient, 25);
  assert_int_equal(vp_element_quantity(target, "between", 2).state, VP_QUANTITY_MISSING);

  assert_int_equal(vp_element_period(observation, "covers").kind, VP_PERIOD_HALF);
  assert_int_equal(vp_element_period(target, "period").kind, VP_PERIOD_MISSING);
  assert_int_equal(vp_element_period(root, "title").kind, VP_PERIOD_MISSING);

  assert_true(vp_element_flag(observation, "method_changed"));
  assert_false(vp_element_flag(target, "follow"));
  assert_false(vp_element_flag(root, "title"));
  assert_false(vp_element_flag(root, "nowhere"));

  int32_t number = -1;
  assert_true(vp_element_integer(&number, indicator, "decimals"));
  assert_int_equal(number, 0);
  assert_true(vp_element_integer(&number, vp_element_child(root, "source", 0), "page"));
  assert_int_equal(number, 7);
  assert_false(vp_element_integer(&number, root, "title"));
  assert_false(vp_element_integer(&number, vp_element_child(root, "budget", 0), "decimals"));
  assert_int_equal(number, 7);
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_plan),
      cmocka_unit_test(elements),
      cmocka_unit_test(counts),
      cmocka_unit_test(texts),
      cmocka_unit_test(nothing_says_nothing),
      cmocka_unit_test(values),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
