#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/build.h>
#include <vp/reconcile.h>
#include <vp/score.h>
#include <vp/track.h>

#include "allocator.h"
#include "plans.h"

static vp_plan *new_plan(void) {
  vp_plan *plan = NULL;
  assert_int_equal(vp_plan_new(&plan, NULL, "sn", "Plan", "2026", NULL), VP_OK);
  return plan;
}

static const vp_element *add(vp_plan *plan, const vp_element *parent, const char *field) {
  const vp_element *element = NULL;
  assert_int_equal(vp_plan_add(&element, plan, parent, field, NULL), VP_OK);
  return element;
}

static void set(vp_plan *plan, const vp_element *element, const char *field, const char *value) {
  vp_error error = {.message = ""};
  if (vp_plan_set(plan, element, field, value, &error) != VP_OK) fail_msg("%s", error.message);
}

static void append(vp_plan *plan, const vp_element *element, const char *field, const char *value) {
  assert_int_equal(vp_plan_append(plan, element, field, value, NULL), VP_OK);
}

static void add_table(vp_plan *plan) {
  const vp_element *budget = add(plan, vp_plan_root(plan), "budget");
  set(plan, budget, "unit", "mnkr");
  set(plan, budget, "decimals", "1");
  const vp_element *table = add(plan, budget, "tables");
  set(plan, table, "id", "t");
  set(plan, add(plan, table, "columns"), "id", "2026");
  const char *const values[] = {"110,6", "51,5"};
  for (int i = 0; i < 2; i++) {
    const vp_element *row = add(plan, table, "rows");
    set(plan, row, "id", i == 0 ? "ao" : "fs");
    set(plan, row, "label", "Enhet");
    append(plan, row, "values", values[i]);
  }
  append(plan, table, "total", "162,1");
}

static void a_built_plan_is_the_plan_that_would_have_been_read(void **state) {
  (void)state;
  vp_plan *built = new_plan();
  const vp_element *root = vp_plan_root(built);
  set(built, root, "language", "sv");
  add_table(built);
  const vp_element *indicator = add(built, root, "indicators");
  set(built, indicator, "id", "hme");
  set(built, indicator, "name", "HME");
  const vp_element *observation = add(built, indicator, "observations");
  set(built, observation, "period", "2025");
  assert_int_equal(vp_plan_set_number(built, observation, "value", (vp_decimal){80, 0}, NULL),
                   VP_OK);
  set(built, observation, "method_changed", "true");
  const vp_element *band = add(built, add(built, root, "risk_model"), "bands");
  set(built, vp_element_parent(band), "score", "product");
  set(built, band, "name", "Hög");
  set(built, band, "from", "8");
  set(built, band, "to", "12");
  append(built, band, "requires", "owner");
  assert_int_equal(vp_plan_complete(built, NULL), VP_OK);

  vp_plan *read = plan_from(
      "{\"format\":\"vp-plan/1\",\"id\":\"sn\",\"title\":\"Plan\",\"period\":\"2026\",\"language\":\"sv\","
      "\"indicators\":[{\"id\":\"hme\",\"name\":\"HME\",\"observations\":"
      "[{\"period\":\"2025\",\"value\":80,\"method_changed\":true}]}],"
      "\"budget\":{\"unit\":\"mnkr\",\"decimals\":1,\"tables\":[{\"id\":\"t\",\"columns\":[\"2026\"],\"rows\":["
      "{\"id\":\"ao\",\"label\":\"Enhet\",\"values\":[\"110,6\"]},"
      "{\"id\":\"fs\",\"label\":\"Enhet\",\"values\":[\"51,5\"]}],\"total\":[\"162,1\"]}]},"
      "\"risk_model\":{\"score\":\"product\",\"bands\":"
      "[{\"name\":\"Hög\",\"from\":\"8\",\"to\":\"12\",\"requires\":[\"owner\"]}]}}");
  output expected = plan_text(read), actual = plan_text(built);
  assert_string_equal(actual.bytes, expected.bytes);
  free(expected.bytes);
  free(actual.bytes);
  vp_plan_free(read);
  vp_plan_free(built);
}

static void values_that_a_field_cannot_hold_are_refused_and_change_nothing(void **state) {
  (void)state;
  static const struct {
    const char *field, *value, *message;
  } cases[] = {
      {"language", "se", "\"se\" is no value of \"language\": did you mean \"sv\"?"},
      {"id", "a b",
       "\"a b\" is no id: an id has letters, digits, '_', '-' and ':' only, and no '-' first"},
      {"language", "finska", "\"finska\" is no value of \"language\""},
      {"titel", "x", "the kind \"plan\" has no field \"titel\""},
      {"risks", "x", "the field \"risks\" is not for vp_plan_set"},
      {"title", "a\xff", "a text that is not UTF-8"},
  };
  vp_plan *plan = new_plan();
  output before = plan_text(plan);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_error error = {.message = ""};
    assert_int_equal(vp_plan_set(plan, vp_plan_root(plan), cases[i].field, cases[i].value, &error),
                     VP_ERROR_ARGUMENT);
    assert_string_equal(error.message, cases[i].message);
  }
  output after = plan_text(plan);
  assert_string_equal(after.bytes, before.bytes);
  free(before.bytes);
  free(after.bytes);
  vp_plan_free(plan);
}

static void values_of_other_kinds_are_refused_too(void **state) {
  (void)state;
  static const struct {
    const char *field, *value, *message;
  } cases[] = {
      {"method_changed", "false", "\"method_changed\" takes only \"true\""},
      {"method_changed", "", "\"method_changed\" takes only \"true\""},
      {"decimals", "x", "\"decimals\" takes a whole number from 0 to 9, not x"},
      {"decimals", "10", "\"decimals\" takes a whole number from 0 to 9, not 10"},
  };
  vp_plan *plan = new_plan();
  const vp_element *indicator = add(plan, vp_plan_root(plan), "indicators");
  const vp_element *observation = add(plan, indicator, "observations");
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const vp_element *element = strcmp(cases[i].field, "decimals") == 0 ? indicator : observation;
    vp_error error = {.message = ""};
    assert_int_equal(vp_plan_set(plan, element, cases[i].field, cases[i].value, &error),
                     VP_ERROR_ARGUMENT);
    assert_string_equal(error.message, cases[i].message);
    assert_int_equal(vp_element_count(element, cases[i].field), 0);
  }
  const vp_element *band = add(plan, add(plan, vp_plan_root(plan), "risk_model"), "bands");
  vp_error error = {.message = ""};
  assert_int_equal(vp_plan_append(plan, band, "requires", "ower", &error), VP_ERROR_ARGUMENT);
  assert_string_equal(error.message,
                      "\"ower\" is no value of \"requires\": did you mean \"owner\"?");
  assert_int_equal(vp_element_count(band, "requires"), 0);
  vp_plan_free(plan);
}

static void a_new_plan_needs_a_good_id(void **state) {
  (void)state;
  vp_plan *plan = NULL;
  vp_error error = {.message = ""};
  assert_int_equal(vp_plan_new(&plan, NULL, "-a", "Plan", "2026", &error), VP_ERROR_ARGUMENT);
  assert_non_null(strstr(error.message, "\"-a\" is no id"));
  assert_null(plan);
}

/* The field of every kind, and what stands around it stays. */
static void a_cleared_field_is_left_out(void **state) {
  (void)state;
  static const char *const fields[] = {"language", "period", "indicators",  "budget",
                                       "title",    "status", "focus_areas", "risk_model"};
  vp_plan *plan = plan_with(
      "'language':'sv','status':'adopted','indicators':[{'id':'i','name':'I','decimals':1,"
      "'minimum':0,'observations':[{'period':'2025','value':'1,0','method_changed':true}]}],"
      "'budget':{'unit':'mnkr','tables':[{'id':'t','columns':['a','b'],"
      "'rows':[{'id':'r','label':'R','values':['1','2']}]}]},"
      "'focus_areas':[{'id':'f','title':'F','indicators':['i']}],"
      "'risk_model':{'score':'product','bands':"
      "[{'name':'B','from':1,'to':2,'requires':['owner']}]}");
  const vp_element *root = vp_plan_root(plan);
  const vp_element *indicator = vp_plan_find(plan, "i"), *area = vp_plan_find(plan, "f");
  const vp_element *observation = vp_element_child(indicator, "observations", 0);
  const vp_element *row = vp_element_child(
      vp_element_child(vp_element_child(root, "budget", 0), "tables", 0), "rows", 0);
  const vp_element *band = vp_element_child(vp_element_child(root, "risk_model", 0), "bands", 0);
  const struct {
    const vp_element *element;
    const char *field, *neighbour;
  } inner[] = {
      {indicator, "decimals", "minimum"},
      {indicator, "minimum", "name"},
      {observation, "method_changed", "value"},
      {observation, "value", "period"},
      {row, "values", "label"},
      {area, "indicators", "title"},
      {band, "requires", "to"},
  };
  for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
    assert_int_not_equal(vp_element_count(inner[i].element, inner[i].field), 0);
    assert_int_equal(vp_plan_clear(plan, inner[i].element, inner[i].field, NULL), VP_OK);
    assert_int_equal(vp_element_count(inner[i].element, inner[i].field), 0);
    assert_int_not_equal(vp_element_count(inner[i].element, inner[i].neighbour), 0);
  }
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
    assert_int_equal(vp_plan_clear(plan, root, fields[i], NULL), VP_OK);
    assert_int_equal(vp_element_count(root, fields[i]), 0);
  }
  assert_string_equal(vp_element_text(root, "id", 0), "p");
  assert_int_equal(vp_plan_complete(plan, NULL), VP_ERROR_FORMAT);
  set(plan, root, "title", "Ny");
  set(plan, root, "period", "2027");
  assert_int_equal(vp_plan_complete(plan, NULL), VP_OK);
  output text = plan_text(plan);
  assert_string_equal(text.bytes, "{\n  \"format\": \"vp-plan/1\",\n  \"id\": \"p\",\n"
                                  "  \"title\": \"Ny\",\n  \"period\": \"2027\"\n}\n");
  free(text.bytes);
  vp_plan_free(plan);
}

static void an_object_can_be_removed_and_added_again(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'budget':{'unit':'mnkr'}");
  const vp_element *root = vp_plan_root(plan);
  assert_int_equal(vp_plan_remove(plan, vp_element_child(root, "budget", 0), NULL), VP_OK);
  assert_null(vp_element_child(root, "budget", 0));
  const vp_element *budget = add(plan, root, "budget");
  assert_null(vp_element_text(budget, "unit", 0));
  assert_ptr_equal(vp_element_child(root, "budget", 0), budget);
  vp_plan_free(plan);
}

static void other_calls_refuse_what_does_not_fit_them(void **state) {
  (void)state;
  vp_plan *plan = new_plan();
  const vp_element *root = vp_plan_root(plan), *out = NULL;
  assert_int_equal(vp_plan_append(plan, root, "title", "x", NULL), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_plan_add(&out, plan, root, "title", NULL), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_plan_add(&out, plan, root, "risk", NULL), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_plan_append(plan, root, "risk", "x", NULL), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_plan_clear(plan, root, "risk", NULL), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_plan_set_number(plan, root, "risk", (vp_decimal){1, 0}, NULL),
                   VP_ERROR_ARGUMENT);
  assert_int_equal(vp_plan_set_number(plan, root, "title", (vp_decimal){1, 0}, NULL),
                   VP_ERROR_ARGUMENT);
  assert_int_equal(vp_plan_remove(plan, root, NULL), VP_ERROR_ARGUMENT);
  add(plan, root, "budget");
  assert_int_equal(vp_plan_add(&out, plan, root, "budget", NULL), VP_ERROR_ARGUMENT);
  const vp_element *goal = add(plan, add(plan, root, "focus_areas"), "goals");
  assert_int_equal(vp_plan_append(plan, goal, "indicators", NULL, NULL), VP_ERROR_ARGUMENT);
  assert_null(out);
  vp_plan_free(plan);
}

static void what_is_missing_is_said_with_its_place(void **state) {
  (void)state;
  vp_plan *plan = new_plan();
  const vp_element *root = vp_plan_root(plan);
  const vp_element *risk = add(plan, root, "risks");
  vp_error error = {.message = ""};
  assert_int_equal(vp_plan_complete(plan, &error), VP_ERROR_FORMAT);
  assert_string_equal(error.message, "/risks/0: this risk has no \"id\"");
  set(plan, risk, "id", "r1");
  set(plan, risk, "title", "Risk");
  const vp_element *claim = add(plan, root, "claims");
  set(plan, claim, "text", "en andel");
  set(plan, claim, "says", "1 %");
  append(plan, claim, "share", "a");
  assert_int_equal(vp_plan_complete(plan, &error), VP_ERROR_FORMAT);
  assert_string_equal(error.message, "/claims/0: \"share\" takes exactly 2 items, not 1");
  assert_int_equal(vp_plan_clear(plan, claim, "share", NULL), VP_OK);
  assert_int_equal(vp_plan_complete(plan, &error), VP_ERROR_FORMAT);
  assert_string_equal(
      error.message,
      "/claims/0: this claim has none of share, count, change, equal: one of them must stand");
  assert_int_equal(vp_plan_remove(plan, claim, NULL), VP_OK);
  assert_int_equal(vp_plan_complete(plan, &error), VP_OK);
  vp_plan_free(plan);
}

static void a_changed_plan_is_refused_until_it_is_completed(void **state) {
  (void)state;
  vp_plan *plan = new_plan();
  add_table(plan);
  output out = {NULL, 0};
  const vp_sink sink = {output_write, &out};
  vp_reconciliation *reconciliation = NULL;
  vp_scoring *scoring = NULL;
  vp_tracking *tracking = NULL;
  assert_int_equal(vp_plan_write(plan, &sink, NULL), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_reconcile(&reconciliation, plan, NULL), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_score(&scoring, plan, NULL), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_track(&tracking, plan, NULL), VP_ERROR_ARGUMENT);
  assert_null(out.bytes);
  assert_non_null(vp_plan_find(plan, "t"));
  assert_null(vp_plan_find(plan, "ao"));
  assert_int_equal(vp_plan_complete(plan, NULL), VP_OK);
  assert_int_equal(vp_reconcile(&reconciliation, plan, NULL), VP_OK);
  assert_int_equal(vp_reconciliation_relation(reconciliation, 0)->verdict, VP_VERDICT_EXACT);
  vp_reconciliation_free(reconciliation);
  vp_plan_free(plan);
}

static void rows_keep_their_order_when_one_is_removed(void **state) {
  (void)state;
  vp_plan *plan = new_plan();
  const vp_element *root = vp_plan_root(plan), *risks[20];
  for (int i = 0; i < 20; i++) {
    char id[16];
    snprintf(id, sizeof id, "r%d", i);
    risks[i] = add(plan, root, "risks");
    set(plan, risks[i], "id", id);
    set(plan, risks[i], "title", "Risk");
  }
  assert_int_equal(vp_plan_remove(plan, risks[0], NULL), VP_OK);
  assert_int_equal(vp_plan_remove(plan, risks[7], NULL), VP_OK);
  assert_int_equal(vp_plan_complete(plan, NULL), VP_OK);
  assert_int_equal(vp_element_count(root, "risks"), 18);
  assert_ptr_equal(vp_element_child(root, "risks", 0), risks[1]);
  assert_ptr_equal(vp_element_child(root, "risks", 6), risks[8]);
  assert_null(vp_plan_find(plan, "r7"));
  assert_ptr_equal(vp_plan_find(plan, "r19"), risks[19]);
  vp_plan_free(plan);
}

static void a_plan_that_was_read_can_be_changed(void **state) {
  (void)state;
  vp_plan *plan =
      plan_with("\"risks\":[{\"id\":\"r1\",\"title\":\"Risk\"},{\"id\":\"r2\",\"title\":\"Risk\"},"
                "{\"id\":\"r3\",\"title\":\"Risk\"}]");
  const vp_element *root = vp_plan_root(plan), *risk = add(plan, root, "risks");
  set(plan, risk, "id", "r4");
  set(plan, risk, "title", "Ny risk");
  set(plan, vp_element_child(root, "risks", 1), "owner", "Enhetschef");
  assert_int_equal(vp_plan_complete(plan, NULL), VP_OK);
  assert_ptr_equal(vp_plan_find(plan, "r4"), risk);
  size_t length;
  assert_null(vp_plan_line(plan, 1, &length));
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_built_plan_is_the_plan_that_would_have_been_read),
      cmocka_unit_test(values_that_a_field_cannot_hold_are_refused_and_change_nothing),
      cmocka_unit_test(values_of_other_kinds_are_refused_too),
      cmocka_unit_test(a_new_plan_needs_a_good_id),
      cmocka_unit_test(a_cleared_field_is_left_out),
      cmocka_unit_test(an_object_can_be_removed_and_added_again),
      cmocka_unit_test(other_calls_refuse_what_does_not_fit_them),
      cmocka_unit_test(what_is_missing_is_said_with_its_place),
      cmocka_unit_test(a_changed_plan_is_refused_until_it_is_completed),
      cmocka_unit_test(rows_keep_their_order_when_one_is_removed),
      cmocka_unit_test(a_plan_that_was_read_can_be_changed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
