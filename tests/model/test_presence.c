#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "model/presence.h"
#include "model/plan.h"
#include "plans.h"

static vp_element *only_claim(const vp_plan *plan) {
  assert_int_equal(plan->claims.count, 1);
  return plan->claims.items[0];
}

static void check(const vp_element *element, const char *wanted) {
  char message[128] = "";
  assert_int_equal(vp_presence_check(element, message, sizeof message), *wanted == '\0');
  assert_string_equal(message, wanted);
}

static void what_was_read_lacks_nothing(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'claims':[{'text':'T','says':1,'equal':'a'}]");
  check(&plan->root.base, "");
  check(only_claim(plan), "");
  vp_plan_free(plan);
}

static void what_must_stand_is_asked_for(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'claims':[{'text':'T','says':1,'share':['a','b']}]");
  vp_claim *claim = (vp_claim *)only_claim(plan);
  claim->share.count = 1;
  check(&claim->base, "\"share\" takes exactly 2 items, not 1");
  claim->equal = "a";
  check(&claim->base, "this claim has both \"share\" and \"equal\": only one of them may stand");
  claim->equal = NULL;
  claim->share.items = NULL;
  claim->share.count = 0;
  check(&claim->base, "this claim has none of share, count, change, equal: one of them must stand");
  claim->text = NULL;
  check(&claim->base, "this claim has no \"text\"");
  vp_plan_free(plan);
}

static void a_field_may_need_another(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'budget':{'ties':[{'sum':['a'],'at_most':'b'},{'equal':['a','b']}]}");
  vp_tie *tie = (vp_tie *)plan->budget->ties.items[0];
  check(&tie->base, "");
  check(plan->budget->ties.items[1], "");
  tie->sum = (vp_texts){.items = NULL};
  check(&tie->base, "this tie has \"at_most\" but no \"sum\"");
  tie->at_most = NULL;
  check(&tie->base, "this tie has none of equal, at_most: one of them must stand");
  vp_plan_free(plan);
}

static void a_list_may_ask_for_one_item_or_more(void **state) {
  (void)state;
  vp_plan *plan =
      plan_with("'risk_model':{'score':'grid','grid':[{'consequence':1,'values':[1]}]}");
  vp_element *row = plan->risk_model->grid.items[0];
  check(row, "");
  ((vp_grid_row *)row)->values.count = 0;
  check(row, "\"values\" takes at least 1 item, not 0");
  vp_plan_free(plan);
}

static void a_long_message_is_cut(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'claims':[{'text':'T','says':1,'equal':'a'}]");
  vp_claim *claim = (vp_claim *)only_claim(plan);
  char message[12];
  claim->says = (vp_quantity){.state = VP_QUANTITY_MISSING};
  assert_false(vp_presence_check(&claim->base, message, sizeof message));
  assert_string_equal(message, "this claim ");
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_was_read_lacks_nothing),
      cmocka_unit_test(what_must_stand_is_asked_for),
      cmocka_unit_test(a_field_may_need_another),
      cmocka_unit_test(a_list_may_ask_for_one_item_or_more),
      cmocka_unit_test(a_long_message_is_cut),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
