#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../plans.h"
#include "model/place.h"
#include "model/sum.h"

#define TABLE(ROWS) "'budget':{'tables':[{'id':'t','columns':['x'],'rows':[" ROWS "]}]}"
#define ROW(ID, SUM) "{'id':'" ID "','label':'R','values':[1],'sum_of':[" SUM "]}"
#define PART(ID) "{'id':'" ID "','label':'R','values':[1]}"

static const vp_elements *rows_of(const vp_plan *plan) {
  return &VP_ITEM(vp_table, plan->budget->tables, 0)->rows;
}

/* For each row the item that closes a circle, or '-'. */
static void closes(const char *rows, const char *wanted) {
  vp_plan *plan = plan_with(rows);
  const vp_elements *list = rows_of(plan);
  uint32_t *circles = vp_sum_circles(plan, list);
  assert_non_null(circles);
  assert_int_equal(list->count, strlen(wanted));
  for (size_t i = 0; i < list->count; i++)
    assert_int_equal(circles[i] == VP_NO_ITEM ? '-' : '0' + (int)circles[i], wanted[i]);
  vp_free(plan->root.arena.context, circles);
  vp_plan_free(plan);
}

static void circles_are_closed_once(void **state) {
  (void)state;
  closes(TABLE(PART("a") "," PART("b")), "--");
  closes(TABLE(ROW("a", "'b','c'") "," ROW("b", "'c'") "," PART("c")), "---");
  closes(TABLE(ROW("a", "'b','a'")), "1");
  closes(TABLE(ROW("a", "'b'") "," ROW("b", "'-a'")), "-0");
  closes(TABLE(ROW("a", "'b'") "," ROW("b", "'c','a','b'") "," ROW("c", "'nowhere','a'")), "-11");
  closes(TABLE(ROW("a", "'b'") "," ROW("b", "'b'") "," ROW("c", "'a'")), "-0-");
}

static void a_long_circle(void **state) {
  (void)state;
  enum { LENGTH = 20000 };
  output rows = {NULL, 0};
  output_put(&rows, "'budget':{'tables':[{'id':'t','columns':['x'],'rows':[");
  for (int i = 0; i < LENGTH; i++) {
    char row[100];
    snprintf(row, sizeof row, "%s{'id':'r%d','label':'R','values':[1],'sum_of':['r%d']}",
             i > 0 ? "," : "", i, (i + 1) % LENGTH);
    output_put(&rows, row);
  }
  output_put(&rows, "]}]}");
  vp_plan *plan = plan_with(rows.bytes);
  uint32_t *circles = vp_sum_circles(plan, rows_of(plan));
  for (int i = 0; i < LENGTH; i++) assert_int_equal(circles[i], i + 1 < LENGTH ? VP_NO_ITEM : 0);
  vp_free(plan->root.arena.context, circles);
  vp_plan_free(plan);
  free(rows.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(circles_are_closed_once),
      cmocka_unit_test(a_long_circle),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
