#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../plans.h"
#include "model/figure.h"

static const char budget[] =
    "'budget':{'unit':'mnkr','decimals':1,'rounding':'truncated',"
    "'frame':{'rounding':'adjusted','opening':{'amount':'1,0'},"
    "'changes':[{'id':'c','label':'','amount':2},{'id':'d','label':'','amount':null}],"
    "'closing':{'amount':'3,00 tkr'}},"
    "'tables':[{'id':'t','columns':['x','total'],'rows':["
    "{'id':'r','label':'','values':[4,'5,25']},{'id':'short','label':'','values':[6]}],"
    "'total':[10]},"
    "{'id':'u','unit':'tkr','decimals':0,'rounding':'exact','columns':['x'],"
    "'rows':[{'id':'total','label':'','values':['7']}],'total':['8']},"
    "{'id':'bare','columns':['x'],'rows':[{'id':'r','label':'','values':[4]}]}]},"
    "'indicators':[{'id':'i','name':'','unit':'%','decimals':1,'observations':["
    "{'period':'2024','value':11},{'period':'2025','covers':'2025-H1','value':12,'women':13},"
    "{'period':'2025','value':14},{'period':'snart','value':15}]},"
    "{'id':'frame','name':'','observations':[{'period':'2025','value':16}]}],"
    "'risks':[{'id':'k','title':''}]";

typedef struct figure_case {
  const char *reference;
  const char *text; /* as written, or NULL for a missing one */
  vp_unit unit;
  vp_rounding rounding;
  int32_t exponent;
  const char *kind;
  const char *field;
} figure_case;

static void figures_are_found(void **state) {
  (void)state;
  static const figure_case cases[] = {
      {"frame.opening", "1,0", VP_UNIT_MNKR, VP_ROUNDING_ADJUSTED, -1, "frame_amount", "amount"},
      {"frame.closing", "3,00 tkr", VP_UNIT_TKR, VP_ROUNDING_ADJUSTED, -2, "frame_amount",
       "amount"},
      {"c", "2", VP_UNIT_MNKR, VP_ROUNDING_ADJUSTED, -1, "change", "amount"},
      {"-c", "2", VP_UNIT_MNKR, VP_ROUNDING_ADJUSTED, -1, "change", "amount"},
      {"d", NULL, VP_UNIT_MNKR, VP_ROUNDING_ADJUSTED, 0, "change", "amount"},
      {"t.r.x", "4", VP_UNIT_MNKR, VP_ROUNDING_TRUNCATED, -1, "row", "values"},
      {"t.r.total", "5,25", VP_UNIT_MNKR, VP_ROUNDING_TRUNCATED, -2, "row", "values"},
      {"t.short.total", NULL, VP_UNIT_MNKR, VP_ROUNDING_TRUNCATED, 0, "row", "values"},
      {"t.total.x", "10", VP_UNIT_MNKR, VP_ROUNDING_TRUNCATED, -1, "table", "total"},
      {"t.total.total", NULL, VP_UNIT_MNKR, VP_ROUNDING_TRUNCATED, 0, "table", "total"},
      {"u.total.x", "7", VP_UNIT_TKR, VP_ROUNDING_EXACT, 0, "row", "values"},
      {"i.2024", "11", VP_UNIT_PERCENT, VP_ROUNDING_ROUNDED, -1, "observation", "value"},
      {"-i.2025", "12", VP_UNIT_PERCENT, VP_ROUNDING_ROUNDED, -1, "observation", "value"},
      {"i.2025-01/2025-12", "12", VP_UNIT_PERCENT, VP_ROUNDING_ROUNDED, -1, "observation", "value"},
      {"i.snart", "15", VP_UNIT_PERCENT, VP_ROUNDING_ROUNDED, -1, "observation", "value"},
      {"frame.2025", "16", VP_UNIT_NONE, VP_ROUNDING_ROUNDED, 0, "observation", "value"},
  };
  vp_plan *plan = plan_with(budget);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const figure_case *c = &cases[i];
    vp_figure figure;
    if (!vp_figure_find(&figure, plan, c->reference)) fail_msg("%s", c->reference);
    if (c->text == NULL) {
      assert_int_equal(figure.quantity.state, VP_QUANTITY_MISSING);
    } else {
      assert_string_equal(figure.quantity.text, c->text);
      assert_int_equal(figure.quantity.value.exponent, c->exponent);
    }
    assert_int_equal(figure.quantity.unit, c->unit);
    assert_int_equal(figure.quantity.rounding, c->rounding);
    assert_string_equal(vp_element_kind(figure.place.element), c->kind);
    assert_string_equal(figure.place.field->key, c->field);
  }
  vp_plan_free(plan);
}

static void what_is_no_figure_is_not_found(void **state) {
  (void)state;
  static const char *const references[] = {
      "",
      "-",
      ".",
      "..",
      "nowhere",
      "k",
      "t",
      "t.r",
      "t.r.",
      "t..x",
      "t.r.nowhere",
      "t.nowhere.x",
      "t.r.x.y",
      "frame",
      "frame.",
      "frame.c",
      "frame.opening.x",
      "i",
      "i.",
      "i.2023",
      "i.2025.x",
      "c.x",
      "--c",
      "--t.r.x",
      "p",
      "bare.total.x",
      "k.x",
  };
  vp_plan *plan = plan_with(budget);
  for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
    vp_figure figure;
    if (vp_figure_find(&figure, plan, references[i])) fail_msg("%s", references[i]);
  }
  vp_plan_free(plan);
  plan = plan_with("'language':'sv'");
  vp_figure figure;
  assert_false(vp_figure_find(&figure, plan, "frame.opening"));
  vp_plan_free(plan);
}

/* Nor by an indicator's, as above. */
static void the_frame_is_not_hidden_by_an_id(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'risks':[{'id':'frame','title':''}],'budget':{'frame':{"
                            "'opening':{'amount':1},'closing':{'amount':2}}}");
  vp_figure figure;
  assert_true(vp_figure_find(&figure, plan, "frame.closing"));
  assert_string_equal(figure.quantity.text, "2");
  vp_plan_free(plan);
}

static void a_cell_that_is_not_there_knows_its_place(void **state) {
  (void)state;
  vp_plan *plan = plan_with(budget);
  vp_figure figure;
  assert_true(vp_figure_find(&figure, plan, "t.short.total"));
  assert_true(figure.place.item == VP_NO_ITEM);
  assert_int_equal(figure.column, 1);
  assert_true(vp_figure_find(&figure, plan, "t.r.total"));
  assert_int_equal(figure.place.item, 1);
  vp_plan_free(plan);
}

static void other_quantities_of_an_indicator(void **state) {
  (void)state;
  vp_plan *plan = plan_with(budget);
  const vp_indicator *indicator = VP_AS(vp_indicator, vp_plan_find(plan, "i"));
  const vp_observation *observation = VP_ITEM(vp_observation, indicator->observations, 1);
  vp_figure women = vp_observation_figure(indicator, observation, "women");
  assert_string_equal(women.quantity.text, "13");
  assert_int_equal(women.quantity.unit, VP_UNIT_PERCENT);
  assert_int_equal(women.decimals, 1);
  vp_quantity target = vp_indicator_complete(indicator, vp_quantity_parse("95"));
  assert_int_equal(target.unit, VP_UNIT_PERCENT);
  assert_int_equal(target.value.exponent, 0); /* a text shows its own precision */
  vp_plan_free(plan);
}

static void blocks_of_cells(void **state) {
  (void)state;
  static const struct {
    const char *reference;
    size_t row, row_end, column, column_end;
  } cases[] = {
      {"t.r.x", 0, 1, 0, 1},     {"t.total.x", 2, 3, 0, 1}, {"t.short.*", 1, 2, 0, 2},
      {"t.total.*", 2, 3, 0, 2}, {"t.*.total", 0, 3, 1, 2}, {"t.*.*", 0, 3, 0, 2},
      {"bare.*.*", 0, 1, 0, 1},
  };
  static const char *const none[] = {
      "",          "t",   "t.*",   "*",     "*.r.x", "t.*.y", "t.y.*", "t.**.x", "bare.total.*",
      "frame.*.*", "i.*", "i.*.*", "-t.*.x"};
  vp_plan *plan = plan_with(budget);
  vp_figure figure;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_block block;
    if (!vp_block_find(&block, plan, cases[i].reference)) fail_msg("%s", cases[i].reference);
    assert_int_equal(block.row, cases[i].row);
    assert_int_equal(block.row_end, cases[i].row_end);
    assert_int_equal(block.column, cases[i].column);
    assert_int_equal(block.column_end, cases[i].column_end);
    bool is_figure = strchr(cases[i].reference, '*') == NULL;
    assert_int_equal(vp_figure_find(&figure, plan, cases[i].reference), is_figure);
  }
  for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
    vp_block block;
    if (vp_block_find(&block, plan, none[i])) fail_msg("%s", none[i]);
  }
  vp_plan_free(plan);
  plan = plan_with("'budget':{'tables':[{'id':'t','columns':[],'rows':[],'total':[]}]}");
  vp_block block;
  assert_false(vp_block_find(&block, plan, "t.*.*"));
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(figures_are_found),
      cmocka_unit_test(what_is_no_figure_is_not_found),
      cmocka_unit_test(the_frame_is_not_hidden_by_an_id),
      cmocka_unit_test(a_cell_that_is_not_there_knows_its_place),
      cmocka_unit_test(other_quantities_of_an_indicator),
      cmocka_unit_test(blocks_of_cells),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
