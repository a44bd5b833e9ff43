#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/build.h>

#include "frames.h"
#include "model/plan.h"

static vp_columns *elements_of(const vp_plan *plan, const char *kind) {
  vp_columns *columns = NULL;
  vp_error error = {.message = ""};
  if (vp_columns_of_elements(&columns, vp_plan_root(plan), kind, &error) != VP_OK)
    fail_msg("%s", error.message);
  assert_whole(columns);
  return columns;
}

static void an_observation(void **state) {
  (void)state;
  vp_plan *plan = example_plan("bollebygd-socialnamnden-2026");
  vp_columns *columns = elements_of(plan, "observation");
  assert_int_equal(vp_columns_row_count(columns), 15);
  assert_row(
      columns, 8,
      "indicator: sip\n"
      "period: 2025\n"
      "value: 50\n"
      "value_text: 50\n"
      "covers: 2025-01/2025-11\n"
      "method_changed: false\n"
      "source_note: 2025 års utfall rörande antal SIP avser perioden januari–november 2025.\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void an_indicator_with_its_target(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'indicators':[{'id':'i','name':'I','decimals':1,'minimum':0,'target':{'period':'2026',"
      "'between':['10,5',12],'source':{'page':7}}},{'id':'j','name':'J','target':{'follow':true}},"
      "{'id':'k','name':'K','source':{'section':'3.4'}}]");
  vp_columns *columns = elements_of(plan, "indicator");
  assert_int_equal(vp_columns_row_count(columns), 3);
  assert_row(columns, 0,
             "id: i\n"
             "name: I\n"
             "decimals: 1\n"
             "minimum: 0\n"
             "minimum_text: 0\n"
             "target_period: 2026\n"
             "target_between_1: 10.5\n"
             "target_between_1_text: 10,5\n"
             "target_between_2: 12\n"
             "target_between_2_text: 12\n"
             "target_follow: false\n"
             "target_source_page: 7\n");
  assert_row(columns, 1,
             "id: j\n"
             "name: J\n"
             "target_follow: true\n");
  assert_row(columns, 2,
             "id: k\n"
             "name: K\n"
             "source_section: 3.4\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void lists_of_texts_are_one_text(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'focus_areas':[{'id':'f','title':'F','indicators':['i','j']},"
                            "{'id':'g','title':'G','indicators':[]},{'id':'h','title':'H'}],"
                            "'risk_model':{'score':'sum','bands':[{'name':'B','from':1,'to':2,"
                            "'requires':['owner','due']}]}");
  vp_columns *areas = elements_of(plan, "focus_area"), *bands = elements_of(plan, "band");
  assert_item(areas, "indicators", 0, "i, j");
  assert_item(areas, "indicators", 1, NULL);
  assert_item(areas, "indicators", 2, NULL);
  assert_item(bands, "requires", 0, "owner, due");
  vp_columns_free(bands);
  vp_columns_free(areas);
  vp_plan_free(plan);
}

static void what_is_no_number_is_null_but_for_its_text(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'risks':[{'id':'a','title':'A','consequence':'hög','likelihood':null,'value':'cirka 9'},"
      "{'id':'b','title':'B','consequence':2.50,'likelihood':'−0,1','value':'ja'}]");
  vp_columns *risks = elements_of(plan, "risk");
  static const char *const expected[][3] = {
      {"consequence", NULL, "2.5"}, {"consequence_text", "hög", "2.50"},
      {"likelihood", NULL, "-0.1"}, {"likelihood_text", NULL, "−0,1"},
      {"value", "9", NULL},         {"value_text", "cirka 9", "ja"},
  };
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
    assert_item(risks, expected[i][0], 0, expected[i][1]);
    assert_item(risks, expected[i][0], 1, expected[i][2]);
  }
  vp_columns_free(risks);
  vp_plan_free(plan);
}

static void elements_know_what_they_stand_in(void **state) {
  (void)state;
  vp_plan *plan = example_plan("bollebygd-socialnamnden-2026");
  static const struct {
    const char *kind;
    size_t row;
    const char *columns[3]; /* the first ones */
    const char *items[3];
  } cases[] = {
      {"focus_area", 1, {"id", "title"}, {"fo2", "Personalförsörjning – attraktiv arbetsgivare"}},
      {"goal", 1, {"focus_area", "id"}, {"fo2", "m2"}},
      {"objective", 1, {"focus_area", "goal", "id"}, {"fo2", "m2", "v2"}},
      {"observation", 0, {"indicator", "period"}, {"arbetsplatser", "2025"}},
      {"row", 5, {"table", "id"}, {"investeringar", "reinvesteringar"}},
      {"change", 0, {"id", "label"}, {"forandringsuppdrag", "Förändringsuppdrag"}},
      {"frame_amount", 1, {"frame_amount", "period", "amount"}, {"closing", "2026", "231.2"}},
      {"scale", 1, {"scale"}, {"likelihood"}},
      {"plan", 0, {"format", "id"}, {"vp-plan/1", "bollebygd-sn-2026"}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_columns *columns = elements_of(plan, cases[i].kind);
    for (size_t column = 0; column < 3 && cases[i].columns[column] != NULL; column++) {
      assert_string_equal(vp_columns_view(columns, column)->name, cases[i].columns[column]);
      assert_item(columns, cases[i].columns[column], cases[i].row, cases[i].items[column]);
    }
    vp_columns_free(columns);
  }
  vp_plan_free(plan);

  plan = example_plan("programme-risks-5x5");
  vp_columns *levels = elements_of(plan, "level");
  assert_row(levels, 7,
             "scale: likelihood\n"
             "value: 3\n"
             "name: Möjlig\n"
             "synonyms: medel, måttlig\n");
  vp_columns_free(levels);
  vp_plan_free(plan);
}

static void a_plan_without_such_elements_has_the_same_columns(void **state) {
  (void)state;
  vp_plan *none = plan_with("'risks':[]"), *some = example_plan("programme-risks-5x5");
  vp_columns *empty = elements_of(none, "control"), *full = elements_of(some, "control");
  assert_int_equal(vp_columns_row_count(empty), 0);
  assert_int_equal(vp_columns_row_count(full), 4);
  assert_int_equal(vp_columns_count(empty), vp_columns_count(full));
  for (size_t i = 0; i < vp_columns_count(full); i++) {
    assert_string_equal(vp_columns_view(empty, i)->name, vp_columns_view(full, i)->name);
    assert_int_equal(vp_columns_view(empty, i)->kind, vp_columns_view(full, i)->kind);
  }
  vp_columns_free(full);
  vp_columns_free(empty);
  vp_plan_free(some);
  vp_plan_free(none);
}

static void those_in_one_element(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'indicators':[{'id':'i','name':'I','observations':[{'period':'2024','value':1},"
      "{'period':'2025','value':2}]},{'id':'j','name':'J','observations':[{'period':'2025',"
      "'value':3}]}]");
  vp_columns *columns;
  assert_int_equal(vp_columns_of_elements(&columns, vp_plan_find(plan, "j"), "observation", NULL),
                   VP_OK);
  assert_whole(columns);
  assert_int_equal(vp_columns_row_count(columns), 1);
  assert_row(columns, 0,
             "indicator: j\nperiod: 2025\nvalue: 3\nvalue_text: 3\nmethod_changed: false\n");
  vp_columns_free(columns);
  assert_int_equal(vp_columns_of_elements(&columns, NULL, "observation", NULL), VP_ERROR_ARGUMENT);
  vp_plan_free(plan);
}

static void a_kind_that_is_none(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'risks':[]");
  vp_columns *columns = NULL;
  vp_error error;
  assert_int_equal(vp_columns_of_elements(&columns, vp_plan_root(plan), "risks", &error),
                   VP_ERROR_ARGUMENT);
  assert_string_equal(error.message, "\"risks\" is no kind of element");
  assert_int_equal(vp_columns_of_elements(&columns, vp_plan_root(plan), "", NULL),
                   VP_ERROR_ARGUMENT);
  assert_null(columns);
  vp_plan_free(plan);
}

static void a_plan_that_is_being_built(void **state) {
  (void)state;
  vp_plan *plan;
  const vp_element *indicator;
  assert_int_equal(vp_plan_new(&plan, NULL, "p", "P", "2026", NULL), VP_OK);
  assert_int_equal(vp_plan_add(&indicator, plan, vp_plan_root(plan), "indicators", NULL), VP_OK);
  assert_int_equal(vp_plan_add(&indicator, plan, indicator, "observations", NULL), VP_OK);
  vp_columns *columns = elements_of(plan, "observation");
  assert_row(columns, 0, "method_changed: false\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void columns_outlive_the_plan(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'units':[{'id':'u','name':'U'}]");
  vp_columns *columns = elements_of(plan, "unit");
  vp_plan_free(plan);
  assert_row(columns, 0, "id: u\nname: U\n");
  vp_columns_free(columns);
}

/* The elements of a kind one after the other, as the accessors give them. */
typedef struct walk {
  vp_columns *columns;
  const vp_shape *shape;
  size_t row;
} walk;

static void assert_text_of(walk *w, const vp_element *element, const char *key) {
  output joined = {NULL, 0};
  for (size_t i = 0; i < vp_element_count(element, key); i++) {
    if (i > 0) output_put(&joined, ", ");
    output_put(&joined, vp_element_text(element, key, i));
  }
  assert_item(w->columns, key, w->row, joined.bytes);
  free(joined.bytes);
}

static void assert_quantity(walk *w, const vp_element *element, const char *key) {
  vp_quantity quantity = vp_element_quantity(element, key, 0);
  const vp_column_view *view = column_of(w->columns, key);
  char text_key[64];
  snprintf(text_key, sizeof text_key, "%s_text", key);
  assert_item(w->columns, text_key, w->row, vp_element_text(element, key, 0));
  assert_int_equal(is_null(view, w->row), quantity.state != VP_QUANTITY_NUMBER);
  double value = is_null(view, w->row) ? 0 : vp_decimal_to_double(quantity.value);
  assert_memory_equal(&((const double *)view->values)[w->row], &value, sizeof value);
}

static void assert_field(walk *w, const vp_element *element, const vp_field *field) {
  char number[16];
  int32_t integer;
  switch (field->kind) {
    case VP_FIELD_FLAG:
      assert_item(w->columns, field->key, w->row,
                  vp_element_flag(element, field->key) ? "true" : "false");
      break;
    case VP_FIELD_INTEGER: {
      bool is_known = vp_element_integer(&integer, element, field->key);
      if (is_known) snprintf(number, sizeof number, "%ld", (long)integer);
      assert_item(w->columns, field->key, w->row, is_known ? number : NULL);
      break;
    }
    case VP_FIELD_QUANTITY: assert_quantity(w, element, field->key); break;
    case VP_FIELD_QUANTITIES:
    case VP_FIELD_OBJECT:
    case VP_FIELD_LIST: assert_null(find_column(w->columns, field->key)); break;
    default: assert_text_of(w, element, field->key);
  }
}

static void assert_element(const vp_element *element, void *user) {
  walk *w = user;
  if (element->shape != w->shape) return;
  for (size_t i = 0; i < w->shape->field_count; i++) assert_field(w, element, &w->shape->fields[i]);
  w->row++;
}

static void assert_shape(const vp_plan *plan, const vp_shape *shape) {
  walk w = {.columns = elements_of(plan, shape->name), .shape = shape};
  vp_element_walk(vp_plan_root(plan), assert_element, &w);
  assert_int_equal(vp_columns_row_count(w.columns), w.row);
  vp_columns_free(w.columns);
  for (size_t i = 0; i < shape->field_count; i++)
    if (shape->fields[i].shape != NULL) assert_shape(plan, shape->fields[i].shape);
}

static void columns_agree_with_the_accessors(void **state) {
  (void)state;
  for (size_t i = 0; i < EXAMPLE_PLANS; i++) {
    vp_plan *plan = example_plan(example_plans[i]);
    assert_shape(plan, &vp_plan_shape);
    vp_plan_free(plan);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_observation),
      cmocka_unit_test(an_indicator_with_its_target),
      cmocka_unit_test(lists_of_texts_are_one_text),
      cmocka_unit_test(what_is_no_number_is_null_but_for_its_text),
      cmocka_unit_test(elements_know_what_they_stand_in),
      cmocka_unit_test(a_plan_without_such_elements_has_the_same_columns),
      cmocka_unit_test(those_in_one_element),
      cmocka_unit_test(a_kind_that_is_none),
      cmocka_unit_test(a_plan_that_is_being_built),
      cmocka_unit_test(columns_outlive_the_plan),
      cmocka_unit_test(columns_agree_with_the_accessors),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
