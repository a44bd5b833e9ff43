#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/reconcile.h>

#include "../base/allocator.h"
#include "../plans.h"

static vp_reconciliation *reconcile(const vp_plan *plan) {
  vp_reconciliation *made;
  assert_int_equal(vp_reconcile(&made, plan, NULL), VP_OK);
  return made;
}

/* "r1.2026", "t.total.2026", "opening", "a", "sip.2025" */
static void put_cell(output *out, const vp_cell *cell) {
  const char *kind = vp_element_kind(cell->element);
  const vp_element *table = cell->element;
  if (strcmp(kind, "row") == 0) table = vp_element_parent(table);
  if (strcmp(kind, "observation") == 0) {
    output_put(out, vp_element_id(vp_element_parent(cell->element)));
    output_put(out, ".");
    output_put(out, vp_element_text(cell->element, "period", 0));
  } else if (strcmp(kind, "frame_amount") == 0) {
    const vp_element *frame = vp_element_parent(cell->element);
    output_put(out, vp_element_child(frame, "opening", 0) == cell->element ? "opening" : "closing");
  } else {
    output_put(out, vp_element_id(cell->element));
    if (strcmp(kind, "table") == 0) output_put(out, ".total");
    if (strcmp(kind, "change") == 0) return;
    output_put(out, ".");
    output_put(out, vp_element_id(vp_element_child(table, "columns", cell->column)));
  }
}

/* "column t[0]: r1.2026 - r2.2026 = t.total.2026 exact" and a line feed */
static void put_relation(output *out, const vp_reconciliation *r, const vp_relation *relation) {
  static const char *const kinds[] = {"frame", "column", "subtotal", "row", "tie", "share", "sign"};
  const char *id = vp_element_id(relation->owner);
  char head[100];
  snprintf(head, sizeof head, "%s %s[%u]:", kinds[relation->kind], id != NULL ? id : "",
           (unsigned)relation->index);
  output_put(out, head);
  for (size_t i = 0; i < relation->term_count; i++) {
    bool negative = vp_decimal_sign(relation->terms[i].weight) < 0;
    output_put(out, negative ? " - " : i > 0 ? " + " : " ");
    put_cell(out, vp_reconciliation_cell(r, relation->terms[i].cell));
  }
  output_put(out, relation->at_most ? " <= " : " = ");
  put_cell(out, vp_reconciliation_cell(r, relation->total));
  output_put(out, " ");
  output_put(out, vp_verdict_name(relation->verdict));
  output_put(out, "\n");
}

static void check(const char *members, const char *wanted) {
  vp_plan *plan = plan_with(members);
  vp_reconciliation *r = reconcile(plan);
  output found = {NULL, 0};
  output_put(&found, "");
  for (size_t i = 0; i < vp_reconciliation_relation_count(r); i++)
    put_relation(&found, r, vp_reconciliation_relation(r, i));
  assert_string_equal(found.bytes, wanted);
  free(found.bytes);
  vp_reconciliation_free(r);
  vp_plan_free(plan);
}

#define ROW(ID, MORE) "{'id':'" ID "','label':'R'," MORE "}"
#define TABLE(COLUMNS, ROWS, MORE) \
  "'budget':{'tables':[{'id':'t','columns':[" COLUMNS "],'rows':[" ROWS "]" MORE "}]}"
#define FRAME                                     \
  "'frame':{'opening':{'amount':'1'},'changes':[" \
  "{'id':'a','label':'A','amount':'2'},"          \
  "{'id':'b','label':'B','amount':'-1'}],'closing':{'amount':'2'}}"

static void a_plan_without_a_budget(void **state) {
  (void)state;
  check("'language':'sv'", "");
  check("'budget':{}", "");
}

static void a_frame(void **state) {
  (void)state;
  check("'budget':{" FRAME "}", "frame [0]: opening + a + b = closing exact\n");
  check("'budget':{'frame':{'opening':{'amount':1},'closing':{'amount':2}}}",
        "frame [0]: opening = closing rounding\n");
}

static void every_column_has_a_sum(void **state) {
  (void)state;
  check(
      TABLE("'x','y'", ROW("r", "'values':[1,2]") "," ROW("s", "'values':[3,4]"), ",'total':[4,9]"),
      "column t[0]: r.x + s.x = t.total.x exact\n"
      "column t[1]: r.y + s.y = t.total.y impossible\n");
  check(TABLE("'x'", ROW("r", "'values':[1]"), ""), "");
  check(TABLE("'x'", ROW("r", "'values':[1]"), ",'total':[]"), "");
  check(TABLE("'x'", "", ",'total':[1]"), "");
}

static void subtotals_are_not_counted_twice(void **state) {
  (void)state;
  check(TABLE("'x'",
              ROW("in", "'values':[9]") "," ROW("out", "'values':[4]") "," ROW(
                  "net", "'values':[5],'sum_of':['in','-out']") "," ROW("other", "'values':[1]"),
              ",'total':[6]"),
        "subtotal net[0]: in.x - out.x = net.x exact\n"
        "column t[0]: net.x + other.x = t.total.x exact\n");
  /* a sum of sums, and the sum before its parts */
  check(
      TABLE(
          "'x'",
          ROW("all", "'values':[6],'sum_of':['ab','c']") "," ROW("ab", "'values':[3],'sum_of':['a','b']") "," ROW(
              "a", "'values':[1]") "," ROW("b", "'values':[2]") "," ROW("c", "'values':[3]"),
          ",'total':[6]"),
      "subtotal all[0]: ab.x + c.x = all.x exact\n"
      "subtotal ab[0]: a.x + b.x = ab.x exact\n"
      "column t[0]: all.x = t.total.x exact\n");
}

static void columns_add_up_across_each_row_and_the_totals(void **state) {
  (void)state;
  check(TABLE("'x','y',{'id':'z','sum_of':['x','-y']}",
              ROW("r", "'values':[5,2,3]") "," ROW("s", "'values':[4,4,1]"), ",'total':[9,6,4]"),
        "row z[0]: r.x - r.y = r.z exact\n"
        "row z[1]: s.x - s.y = s.z rounding\n"
        "row z[2]: t.total.x - t.total.y = t.total.z rounding\n"
        "column t[0]: r.x + s.x = t.total.x exact\n"
        "column t[1]: r.y + s.y = t.total.y exact\n"
        "column t[2]: r.z + s.z = t.total.z exact\n");
}

static void a_sum_of_what_does_not_exist_is_left_out(void **state) {
  (void)state;
  check(TABLE("'x',{'id':'z','sum_of':['x','nowhere']}",
              ROW("r", "'values':[5,5],'sum_of':['nowhere']"), ",'total':[5,5]"),
        "column t[0]: r.x = t.total.x exact\n"
        "column t[1]: r.z = t.total.z exact\n");
}

/* The sum that closes the circle is none, and what the total adds is not known. */
static void sums_in_a_circle(void **state) {
  (void)state;
  check(TABLE("'x'",
              ROW("a", "'values':[1],'sum_of':['b','c']") "," ROW(
                  "b", "'values':[1],'sum_of':['-a']") "," ROW("c", "'values':[0]"),
              ",'total':[1]"),
        "subtotal a[0]: b.x + c.x = a.x exact\n");
  check(TABLE("'x'", ROW("a", "'values':[1],'sum_of':['a']"), ",'total':[1]"), "");
  check(
      TABLE("{'id':'x','sum_of':['y']},{'id':'y','sum_of':['x']}", ROW("r", "'values':[1,1]"), ""),
      "row x[0]: r.y = r.x exact\n");
}

static void a_short_row_misses_cells(void **state) {
  (void)state;
  check(TABLE("'x','y'", ROW("r", "'values':[1]") "," ROW("s", "'values':[2,3,4]"), ",'total':[3]"),
        "column t[0]: r.x + s.x = t.total.x exact\n"
        "column t[1]: r.y + s.y = t.total.y unknown\n");
}

static void what_is_not_negative(void **state) {
  (void)state;
  check(
      TABLE("'x','y'",
            ROW("r", "'values':[1,-2],'not_negative':true") "," ROW("s", "'values':[-3,null]"), ""),
      "sign r[0]: <= r.x exact\n"
      "sign r[1]: <= r.y impossible\n");
  check(TABLE("'x'", ROW("r", "'values':[-1]") "," ROW("s", "'values':[null]"),
              ",'not_negative':true,'total':['cirka -1']"),
        "column t[0]: r.x + s.x = t.total.x unknown\n"
        "sign r[0]: <= r.x impossible\n"
        "sign s[0]: <= s.x unknown\n"
        "sign t[0]: <= t.total.x rounding\n");
}

/* A difference may be negative in a table whose figures are not; a row says so of itself. */
static void what_subtracts_may_be_negative(void **state) {
  (void)state;
  check(TABLE("'x',{'id':'z','sum_of':['-x']}",
              ROW("r", "'values':[1,-1]") "," ROW("s", "'values':[-1,1],'sum_of':['-r']"),
              ",'not_negative':true"),
        "subtotal s[0]: - r.x = s.x exact\n"
        "subtotal s[1]: - r.z = s.z exact\n"
        "row z[0]: - r.x = r.z exact\n"
        "row z[1]: - s.x = s.z exact\n"
        "sign r[0]: <= r.x exact\n");
  check(TABLE("'x'",
              ROW("r", "'values':[1]") "," ROW("s", "'values':[-1],'sum_of':['-r'],"
                                                    "'not_negative':true"),
              ""),
        "subtotal s[0]: - r.x = s.x exact\n"
        "sign s[0]: <= s.x impossible\n");
}

static void ties(void **state) {
  (void)state;
  check("'budget':{" FRAME ",'ties':["
        "{'id':'two','equal':['frame.closing','a']},"
        "{'id':'three','equal':['a','frame.closing','-b']},"
        "{'id':'sum','sum':['frame.opening','-b'],'equal':['a','-frame.closing']},"
        "{'id':'one','equal':['a']},"
        "{'id':'none','equal':['a','nowhere']},"
        "{'id':'part','sum':['nowhere'],'equal':['a']}]}",
        "frame [0]: opening + a + b = closing exact\n"
        "tie two[1]: closing = a exact\n"
        "tie three[1]: a = closing exact\n"
        "tie three[2]: - a = b rounding\n"
        "tie sum[0]: opening - b = a exact\n"
        "tie sum[1]: - opening + b = closing impossible\n");
}

static void ties_that_limit(void **state) {
  (void)state;
  check("'budget':{" FRAME ",'ties':["
        "{'id':'less','sum':['b'],'at_most':'frame.opening'},"
        "{'id':'same','sum':['frame.opening','-b'],'at_most':'a'},"
        "{'id':'more','sum':['a','frame.closing'],'at_most':'frame.opening'},"
        "{'id':'lost','sum':['a'],'at_most':'nowhere'},"
        "{'id':'part','sum':['nowhere'],'at_most':'a'},"
        "{'id':'minus','sum':['a'],'at_most':'-b'}]}",
        "frame [0]: opening + a + b = closing exact\n"
        "tie less[0]: b <= opening exact\n"
        "tie same[0]: opening - b <= a exact\n"
        "tie more[0]: a + closing <= opening impossible\n");
}

/* The trusted cells, each with a space behind it. */
static void trusts(const char *references, const char *wanted) {
  output members = {NULL, 0}, found = {NULL, 0};
  output_put(&members,
             "'indicators':[{'id':'i','name':'I','observations':[{'period':'2024','value':1},"
             "{'period':'2025','value':2}]},{'id':'k','name':'K','observations':["
             "{'period':'2025','value':2}]}],'budget':{" FRAME
             ",'tables':[{'id':'t','columns':['x','y'],'rows':[" ROW("r", "'values':[1,2]") "," ROW(
                 "s", "'values':[3]") "],'total':[4]}],"
                                      "'ties':[{'equal':['a','i.2025']}],'trusted':[");
  output_put(&members, references);
  output_put(&members, "]}");
  vp_plan *plan = plan_with(members.bytes);
  vp_reconciliation *r = reconcile(plan);
  output_put(&found, "");
  for (size_t i = 0; i < vp_reconciliation_cell_count(r); i++) {
    const vp_cell *cell = vp_reconciliation_cell(r, i);
    if (!cell->is_trusted) continue;
    put_cell(&found, cell);
    output_put(&found, " ");
  }
  assert_string_equal(found.bytes, wanted);
  free(found.bytes);
  free(members.bytes);
  vp_reconciliation_free(r);
  vp_plan_free(plan);
}

static void trusted_figures(void **state) {
  (void)state;
  trusts("", "");
  trusts("'frame.opening','b','frame.closing'", "opening b closing ");
  trusts("'t.r.y','t.total.x','t.r.y'", "r.y t.total.x ");
  trusts("'t.*.y'", "r.y s.y t.total.y ");
  trusts("'t.s.*'", "s.x s.y ");
  trusts("'t.*.*'", "r.x r.y s.x s.y t.total.x t.total.y ");
  trusts("'i.2025','k.2025'", "i.2025 ");
  trusts("'nowhere','-a','t','t.q.*','t.*.q'", "");
}

static void shares(void **state) {
  (void)state;
  check("'budget':{" FRAME "},'claims':["
        "{'id':'half','text':'','share':['frame.opening','a'],'says':'50 %'},"
        "{'id':'minus','text':'','share':['-b','a'],'says':'50 %'},"
        "{'id':'word','text':'','share':['b','a'],'says':'hälften'},"
        "{'id':'lost','text':'','share':['b','nowhere'],'says':'50 %'},"
        "{'id':'count','text':'','count':'goals','says':1}]",
        "frame [0]: opening + a + b = closing exact\n"
        "share half[0]: a = opening exact\n"
        "share minus[0]: - a = b exact\n");
}

#define SIP                                                             \
  "'indicators':[{'id':'sip','name':'S','unit':'mnkr','observations':[" \
  "{'period':'2024','value':'1,5'},{'period':'2025','value':'2,0'}]}]"

static size_t count_cells(const char *members) {
  vp_plan *plan = plan_with(members);
  vp_reconciliation *r = reconcile(plan);
  size_t count = vp_reconciliation_cell_count(r);
  vp_reconciliation_free(r);
  vp_plan_free(plan);
  return count;
}

/* However often a figure is named, it is one cell. */
static void figures_outside_the_budget_are_cells_once(void **state) {
  (void)state;
  check(SIP ",'budget':{'unit':'mnkr','decimals':1," FRAME ",'ties':["
            "{'id':'x','equal':['sip.2025','a','frame.closing']}]}",
        "frame [0]: opening + a + b = closing exact\n"
        "tie x[1]: sip.2025 = a exact\n"
        "tie x[2]: sip.2025 = closing exact\n");
  assert_int_equal(count_cells(SIP), 0);
  assert_int_equal(count_cells(SIP ",'budget':{" FRAME ",'ties':["
                                   "{'equal':['sip.2025','a','b']},"
                                   "{'sum':['sip.2024','sip.2025'],'equal':['a']}]}"),
                   6);
  /* a missing cell in a short row, too */
  assert_int_equal(count_cells("'budget':{'tables':[{'id':'t','columns':['x','y'],"
                               "'rows':[{'id':'r','label':'R','values':[1]}]}],"
                               "'ties':[{'equal':['t.r.y','t.r.x']},"
                               "{'equal':['t.r.x','t.r.y']}]}"),
                   2);
}

static void a_table_without_totals_has_none_to_name(void **state) {
  (void)state;
  check("'budget':{'tables':["
        "{'id':'t','columns':['x'],'rows':[" ROW(
            "r",
            "'values':[1]") "]},"
                            "{'id':'u','columns':['x'],'rows':[" ROW(
                                "s",
                                "'values':[1]") "]}],"
                                                "'ties':[{'id':'i','equal':['t.total.x','u.s.x']},"
                                                "{'id':'k','equal':['t.r.x','u.s.x']}]}",
        "tie k[1]: r.x = s.x exact\n");
}

static void cells_say_where_they_stand(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'budget':{'unit':'tkr','decimals':1,'tables':["
                            "{'id':'t','unit':'mnkr','columns':['x','y'],'rows':[" ROW(
                                "r", "'values':['1,25']") "],'total':[2,'3 tkr']}]}");
  vp_reconciliation *r = reconcile(plan);
  const vp_cell *cells[4];
  assert_int_equal(vp_reconciliation_cell_count(r), 4);
  for (size_t i = 0; i < 4; i++) cells[i] = vp_reconciliation_cell(r, i);
  assert_null(vp_reconciliation_cell(r, 4));
  assert_null(vp_reconciliation_relation(r, 2));

  assert_string_equal(vp_element_id(cells[0]->element), "r");
  assert_string_equal(cells[0]->field, "values");
  assert_int_equal(cells[0]->item, 0);
  assert_int_equal(cells[0]->unit, VP_UNIT_MNKR);
  assert_int_equal(cells[0]->quantity.value.exponent, -2);

  assert_string_equal(cells[1]->field, "values");
  assert_true(cells[1]->item == UINT32_MAX);
  assert_int_equal(cells[1]->column, 1);
  assert_int_equal(cells[1]->quantity.state, VP_QUANTITY_MISSING);

  assert_string_equal(vp_element_id(cells[2]->element), "t");
  assert_string_equal(cells[2]->field, "total");
  assert_int_equal(cells[2]->quantity.value.exponent, -1); /* printed as 2,0: the budget says so */
  assert_int_equal(cells[2]->decimals, 1);

  assert_int_equal(cells[3]->item, 1);
  assert_int_equal(cells[3]->unit, VP_UNIT_MNKR);
  assert_int_equal(cells[3]->quantity.unit, VP_UNIT_TKR);
  vp_reconciliation_free(r);
  vp_plan_free(plan);
}

static void the_sample_with_a_wrong_cell(void **state) {
  (void)state;
  output json = example_text("bollebygd-socialnamnden-2026-scan");
  vp_plan *plan = plan_from(json.bytes);
  vp_reconciliation *r = reconcile(plan);
  size_t impossible = 0;
  for (size_t i = 0; i < vp_reconciliation_relation_count(r); i++) {
    const vp_relation *relation = vp_reconciliation_relation(r, i);
    if (relation->verdict != VP_VERDICT_IMPOSSIBLE) continue;
    impossible++;
    assert_int_equal(relation->kind, VP_RELATION_COLUMN);
    assert_string_equal(vp_element_id(relation->owner), "internbudget");
    assert_int_equal(relation->index, 1);
    assert_int_equal(vp_decimal_compare(relation->difference, (vp_decimal){-100, 0}), 0);
  }
  assert_int_equal(impossible, 1);
  vp_reconciliation_free(r);
  vp_plan_free(plan);
  free(json.bytes);
}

/* The n-th allocation fails, for every n. */
static void memory_that_runs_out_leaves_nothing_behind(void **state) {
  (void)state;
  output json = example_text("bollebygd-socialnamnden-2026");
  counting_allocator counter = {.calls = 1000000};
  const vp_allocator allocator = counting(&counter);
  vp_context *context;
  vp_plan *plan;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  assert_int_equal(vp_plan_read(&plan, context, json.bytes, json.length, NULL), VP_OK);
  const int live = counter.live;
  vp_status status = VP_ERROR_MEMORY;
  int failures = 0;
  while (status != VP_OK) {
    vp_reconciliation *r = NULL;
    vp_error error;
    counter.calls = failures;
    status = vp_reconcile(&r, plan, &error);
    if (status != VP_OK) {
      assert_int_equal(status, VP_ERROR_MEMORY);
      assert_int_equal(error.status, VP_ERROR_MEMORY);
      assert_null(r);
      failures++;
    }
    vp_reconciliation_free(r);
    assert_int_equal(counter.live, live);
  }
  assert_true(failures > 5);
  vp_plan_free(plan);
  vp_context_free(context);
  assert_int_equal(counter.live, 0);
  free(json.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_plan_without_a_budget),
      cmocka_unit_test(a_frame),
      cmocka_unit_test(every_column_has_a_sum),
      cmocka_unit_test(subtotals_are_not_counted_twice),
      cmocka_unit_test(columns_add_up_across_each_row_and_the_totals),
      cmocka_unit_test(a_sum_of_what_does_not_exist_is_left_out),
      cmocka_unit_test(sums_in_a_circle),
      cmocka_unit_test(a_short_row_misses_cells),
      cmocka_unit_test(what_is_not_negative),
      cmocka_unit_test(what_subtracts_may_be_negative),
      cmocka_unit_test(ties),
      cmocka_unit_test(ties_that_limit),
      cmocka_unit_test(trusted_figures),
      cmocka_unit_test(shares),
      cmocka_unit_test(figures_outside_the_budget_are_cells_once),
      cmocka_unit_test(a_table_without_totals_has_none_to_name),
      cmocka_unit_test(cells_say_where_they_stand),
      cmocka_unit_test(the_sample_with_a_wrong_cell),
      cmocka_unit_test(memory_that_runs_out_leaves_nothing_behind),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
