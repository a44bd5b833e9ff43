#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "allocator.h"
#include "model/count.h"
#include "plans.h"

#define GOALS                                                                                \
  "'focus_areas':[{'id':'f','title':'F','goals':["                                           \
  "{'id':'g1','title':'G','set_by':'council'},{'id':'g2','title':'G','set_by':'council'}]}," \
  "{'id':'h','title':'H','goals':[{'id':'g3','title':'G','set_by':'board'}]}],"
#define RISKS "'risks':[{'id':'r1','title':'R'},{'id':'r2','title':'R'}],"
#define CONTROL(ID, RISK) "{'id':'" ID "','what':'V','responsible':'A','risk':'" RISK "'}"
#define CONTROLS \
  "'controls':[" CONTROL("c1", "r1") "," CONTROL("c2", "r2") "," CONTROL("c3", "r1") "]"

static void elements_are_counted_wherever_they_stand(void **state) {
  (void)state;
  static const struct {
    const char *selector;
    size_t count;
  } cases[] = {
      {"goals", 3},
      {"goals[set_by=council]", 2},
      {"goals[set_by=nobody]", 0},
      {"goals[set_by=coun]", 0},
      {"goals[set_by=council].title", 1},
      {"goals[set_by=board].title", 1},
      {"goals[set_by=].title", 0},
      {"goals[set_by=council].id", 2},
      {"focus_areas", 2},
      {"controls", 3},
      {"controls.risk", 2},
      {"controls.responsible", 1},
      {"controls[risk=r1]", 2},
      {"controls.method", 0},
      {"risks.id", 2},
      {"events", 0},
      {"events.title", 0},
  };
  vp_plan *plan = plan_with(GOALS RISKS CONTROLS);
  vp_counts counts;
  vp_counts_init(&counts, plan);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_selection found = {.count = SIZE_MAX};
    assert_int_equal(vp_count(&found, &counts, cases[i].selector, NULL), VP_OK);
    assert_true(vp_count_is_valid(cases[i].selector));
    if (!found.is_valid || found.count != cases[i].count)
      fail_msg("%s: %lu", cases[i].selector, (unsigned long)found.count);
  }
  vp_counts_free(&counts);
  vp_plan_free(plan);
}

static void a_selector_that_names_nothing_of_the_format_is_not_valid(void **state) {
  (void)state;
  static const char *const selectors[] = {"",
                                          "goal",
                                          "goalss",
                                          "title",
                                          "budget",
                                          ".risk",
                                          "[set_by=council]",
                                          "goals[set_by]",
                                          "goals[=council]",
                                          "goals.",
                                          "goals[set_by=council",
                                          "goals[set_by=council]x",
                                          "goals[setby=council]",
                                          "controls.riks"};
  vp_plan *plan = plan_with(GOALS RISKS CONTROLS);
  vp_counts counts;
  vp_counts_init(&counts, plan);
  for (size_t i = 0; i < sizeof selectors / sizeof *selectors; i++) {
    vp_selection found = {.is_valid = true};
    assert_int_equal(vp_count(&found, &counts, selectors[i], NULL), VP_OK);
    if (found.is_valid || vp_count_is_valid(selectors[i])) fail_msg("%s is valid", selectors[i]);
  }
  vp_counts_free(&counts);
  vp_plan_free(plan);
}

static void a_failed_allocation_is_told(void **state) {
  (void)state;
  counting_allocator counter = {.calls = -1};
  const vp_allocator allocator = counting(&counter);
  vp_context *context = NULL;
  vp_plan *plan = NULL;
  char json[] = "{'format':'vp-plan/1','id':'p','title':'P','period':'2026'," CONTROLS "}";
  straighten(json);
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  assert_int_equal(vp_plan_read(&plan, context, json, strlen(json), NULL), VP_OK);
  vp_counts counts;
  vp_counts_init(&counts, plan);
  vp_selection found = {.count = 7};
  for (int failing = 0; failing < 2; failing++) {
    counter.calls = failing;
    assert_int_equal(vp_count(&found, &counts, "controls.risk", NULL), VP_ERROR_MEMORY);
    assert_int_equal(found.count, 7);
  }
  counter.calls = -1;
  assert_int_equal(vp_count(&found, &counts, "controls.risk", NULL), VP_OK);
  assert_int_equal(found.count, 2);
  vp_counts_free(&counts);
  vp_plan_free(plan);
  vp_context_free(context);
  assert_int_equal(counter.live, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(elements_are_counted_wherever_they_stand),
      cmocka_unit_test(a_selector_that_names_nothing_of_the_format_is_not_valid),
      cmocka_unit_test(a_failed_allocation_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
