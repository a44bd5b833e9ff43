#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/names.h>
#include <vp/reconcile.h>

#include "plans.h"

static const char *const names[][2] = {
    {"ingående ram", "the opening frame"},
    {"”Bilar”", "\"Bilar\""},
    {"utgående ram", "the closing frame"},
    {"”Äldreomsorg” i ”Budget 2025”", "\"Äldreomsorg\" in \"Budget 2025\""},
    {"summan av ”Budget 2025”", "the total of \"Budget 2025\""},
    {"”Antal platser” 2025", "\"Antal platser\" 2025"},
};

static void figures_are_called_by_the_names_around_them(void **state) {
  (void)state;
  vp_plan *plan = plan_with(
      "'budget':{'frame':{'opening':{'amount':1},'changes':[{'id':'b','label':'Bilar','amount':1}],"
      "'closing':{'amount':2}},'tables':[{'id':'t','columns':[{'id':'a','label':'Budget 2025'}],"
      "'rows':[{'id':'r','label':'Äldreomsorg','values':[2]}],'total':[2]}],"
      "'ties':[{'equal':['i.2025','frame.closing']}]},"
      "'indicators':[{'id':'i','name':'Antal platser',"
      "'observations':[{'period':'2025','value':2}]}]");
  vp_reconciliation *reconciliation = NULL;
  assert_int_equal(vp_reconcile(&reconciliation, plan, NULL), VP_OK);
  assert_int_equal(vp_reconciliation_cell_count(reconciliation), sizeof names / sizeof *names);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    for (int language = VP_LANGUAGE_SV; language <= VP_LANGUAGE_EN; language++) {
      const vp_cell *cell = vp_reconciliation_cell(reconciliation, i);
      char name[80];
      size_t length = vp_cell_name(name, sizeof name, cell, (vp_language)language);
      assert_string_equal(name, names[i][language]);
      assert_int_equal(length, strlen(name));
      assert_int_equal(vp_cell_name(NULL, 0, cell, (vp_language)language), length);
    }
  vp_reconciliation_free(reconciliation);
  vp_plan_free(plan);
}

static void a_figure_of_no_plan_has_no_name(void **state) {
  (void)state;
  char name[8] = "before";
  assert_int_equal(vp_cell_name(name, sizeof name, &(vp_cell){.field = NULL}, VP_LANGUAGE_SV), 0);
  assert_string_equal(name, "");
}

static void every_slip_is_put_into_words(void **state) {
  (void)state;
  assert_string_equal(vp_slip_text(VP_SLIP_UNKNOWN, VP_LANGUAGE_SV), "");
  for (int slip = VP_SLIP_UNKNOWN + 1; slip <= VP_SLIP_ROW_LEFT_OUT; slip++) {
    const char *swedish = vp_slip_text((vp_slip)slip, VP_LANGUAGE_SV);
    assert_true(strlen(swedish) > 0);
    assert_string_not_equal(swedish, vp_slip_text((vp_slip)slip, VP_LANGUAGE_EN));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(figures_are_called_by_the_names_around_them),
      cmocka_unit_test(a_figure_of_no_plan_has_no_name),
      cmocka_unit_test(every_slip_is_put_into_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
