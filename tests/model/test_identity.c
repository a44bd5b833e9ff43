#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../plans.h"
#include "model/identity.h"
#include "model/plan.h"

static void is_known(vp_place place, vp_known_by by, const char *wanted) {
  vp_buffer out;
  vp_buffer_init(&out, vp_context_or_default(NULL));
  vp_buffer_put(&out, "");
  vp_place_identity(place, by, &out);
  assert_string_equal(out.bytes, wanted);
  vp_buffer_free(&out);
}

static void known(vp_place place, const char *by_id, const char *by_text) {
  is_known(place, VP_KNOWN_BY_ID, by_id);
  is_known(place, VP_KNOWN_BY_TEXT, by_text);
}

static void in_a_budget(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'budget':{'frame':{'opening':{'amount':1},'changes':[{'id':'c','label':'C','amount':1}],"
      "'closing':{'amount':1}},'tables':[{'id':'t','title':'T','columns':['x',{'id':'y','label':"
      "'Y'},{'id':'z','period':'2026'}],'rows':[{'id':'r','label':'R','values':[1,2,3,4],"
      "'sum_of':['-s','u']},{'id':'s','label':'S','values':[]}],'total':[2,4,6]},"
      "{'id':'n','columns':['x'],'rows':[]}],"
      "'ties':[{'sum':['-t.r.y','c'],'equal':['frame.closing','t.no.x']},"
      "{'label':'L','equal':['c']}]}");
  const vp_element *budget = vp_element_child(vp_plan_root(plan), "budget", 0);
  const vp_element *table = vp_plan_find(plan, "t"), *row = vp_element_child(table, "rows", 0);
  const vp_element *tie = vp_element_child(budget, "ties", 0);
  known(vp_place_item(row, "values", 0), "/budget/tables/t/rows/r/values/x",
        "/budget/tables/T/rows/R/values/x");
  known(vp_place_item(row, "values", 1), "/budget/tables/t/rows/r/values/y",
        "/budget/tables/T/rows/R/values/Y");
  known(vp_place_item(table, "total", 2), "/budget/tables/t/total/z",
        "/budget/tables/T/total/2026");
  known(vp_place_item(row, "values", 3), "/budget/tables/t/rows/r/values/3",
        "/budget/tables/T/rows/R/values/3");
  known(vp_place_element(vp_plan_find(plan, "n")), "/budget/tables/n", "/budget/tables");
  known(vp_place_item(row, "sum_of", 0), "/budget/tables/t/rows/r/sum_of/-s",
        "/budget/tables/T/rows/R/sum_of/-/budget/tables/T/rows/S");
  known(vp_place_item(row, "sum_of", 1), "/budget/tables/t/rows/r/sum_of/u",
        "/budget/tables/T/rows/R/sum_of/u");
  known(vp_place_element(tie), "/budget/ties/sum=/-t.r.y/sum=/c/equal=/frame.closing/equal=/t.no.x",
        "/budget/ties/sum=/-/budget/tables/T/rows/R/values/Y/sum=/budget/frame/changes/C/amount"
        "/equal=/budget/frame/closing/amount/equal=/t.no.x");
  known(vp_place_element(vp_element_child(budget, "ties", 1)), "/budget/ties/L", "/budget/ties/L");
  vp_plan_free(plan);
}

static void elsewhere_in_a_plan(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'indicators':[{'id':'i','name':'I','observations':[{'period':'2025'}]}],"
      "'focus_areas':[{'id':'f','title':'F','indicators':['i','j']}],"
      "'risks':[{'id':'r','title':'R'}],'controls':[{'id':'k','what':'W','risk':'r'}],"
      "'risk_model':{'score':'grid','scales':{'consequence':{'levels':[{'value':2,'name':'stor'}]},"
      "'likelihood':{}},'grid':[{'consequence':2,'values':[1]}],"
      "'bands':[{'name':'låg','from':1,'to':2}]},"
      "'claims':[{'text':'fyra','count':'risks','says':4}],"
      "'accepted':[{'rule':'risk/unscored','element':'r','reason':'ja'}]");
  const vp_element *root = vp_plan_root(plan);
  const vp_element *model = vp_element_child(root, "risk_model", 0);
  const vp_element *scale =
      vp_element_child(vp_element_child(model, "scales", 0), "consequence", 0);
  known(vp_place_element(vp_element_child(vp_plan_find(plan, "i"), "observations", 0)),
        "/indicators/i/observations/2025", "/indicators/I/observations/2025");
  known(vp_place_item(vp_plan_find(plan, "f"), "indicators", 0), "/focus_areas/f/indicators/i",
        "/focus_areas/F/indicators/indicators/I");
  known(vp_place_field(vp_plan_find(plan, "k"), "risk"), "/controls/k/risk",
        "/controls/W/risk/risks/R");
  known(vp_place_element(vp_element_child(scale, "levels", 0)),
        "/risk_model/scales/consequence/levels/stor", "/risk_model/scales/consequence/levels/stor");
  known(vp_place_item(vp_element_child(model, "grid", 0), "values", 0),
        "/risk_model/grid/consequence=2/values/0", "/risk_model/grid/consequence=2/values/0");
  known(vp_place_field(vp_element_child(model, "bands", 0), "to"), "/risk_model/bands/låg/to",
        "/risk_model/bands/låg/to");
  known(vp_place_field(vp_element_child(root, "claims", 0), "says"), "/claims/fyra/says",
        "/claims/fyra/says");
  known(vp_place_element(vp_element_child(root, "accepted", 0)),
        "/accepted/rule=risk/unscored/element=/r/reason=ja",
        "/accepted/rule=risk/unscored/element=/risks/R/reason=ja");
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(in_a_budget),
      cmocka_unit_test(elsewhere_in_a_plan),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
