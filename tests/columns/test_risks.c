#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "frames.h"

static vp_columns *risks_of(const vp_plan *plan) {
  vp_scoring *scoring;
  vp_columns *columns = NULL;
  assert_int_equal(vp_score(&scoring, plan, NULL), VP_OK);
  assert_ptr_equal(vp_scoring_plan(scoring), plan);
  assert_int_equal(vp_columns_of_risks(&columns, scoring, NULL), VP_OK);
  vp_scoring_free(scoring);
  assert_whole(columns);
  return columns;
}

static void a_programmes_risks(void **state) {
  (void)state;
  vp_plan *plan = example_plan("programme-risks-5x5");
  vp_columns *columns = risks_of(plan);
  assert_int_equal(vp_columns_row_count(columns), 6);
  assert_row(
      columns, 0,
      "id: r1\n"
      "title: Journalsystemet försenas\n"
      "consequence: 4\n"
      "consequence_name: Stor\n"
      "consequence_text: 4\n"
      "likelihood: 4\n"
      "likelihood_name: Sannolik\n"
      "likelihood_text: 4\n"
      "stated: 16\n"
      "computed: 16\n"
      "value: 16\n"
      "band: Mycket hög\n"
      "band_colour: red\n"
      "control_count: 1\n"
      "description: Leverantören blir klar senare än avtalat, så att de nya arbetssätten inte kan börja användas.\n"
      "comment: Två av tre delleveranser har hittills kommit sent.\n"
      "value_text: 16\n"
      "owner: Programledaren\n"
      "decision_basis: Lägesrapport 3, alternativ A–C för införandet\n"
      "due: 2027-03-31\n"
      "follow_up: 2027-06-30\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

static void what_a_risk_lacks_is_null(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'risk_model':{'score':'product','scales':{'consequence':{'levels':[{'value':1,'name':'Liten'}"
      "]},'likelihood':{}},'bands':[{'name':'Låg','from':1,'to':4}]},'risks':[{'id':'a','title':'A'},"
      "{'id':'b','title':'B','consequence':2,'likelihood':'oläslig','value':3},"
      "{'id':'c','title':'C','consequence':'liten','likelihood':2}]");
  vp_columns *columns = risks_of(plan);
  assert_row(columns, 0,
             "id: a\n"
             "title: A\n"
             "control_count: 0\n");
  assert_row(columns, 1,
             "id: b\n"
             "title: B\n"
             "consequence: 2\n"
             "consequence_text: 2\n"
             "likelihood_text: oläslig\n"
             "stated: 3\n"
             "value: 3\n"
             "band: Låg\n"
             "control_count: 0\n"
             "value_text: 3\n");
  assert_row(columns, 2,
             "id: c\n"
             "title: C\n"
             "consequence: 1\n"
             "consequence_name: Liten\n"
             "consequence_text: liten\n"
             "likelihood: 2\n"
             "likelihood_text: 2\n"
             "computed: 2\n"
             "value: 2\n"
             "band: Låg\n"
             "control_count: 0\n");
  vp_columns_free(columns);
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_programmes_risks),
      cmocka_unit_test(what_a_risk_lacks_is_null),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
