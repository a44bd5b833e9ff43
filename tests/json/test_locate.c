#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/build.h>

#include "../plans.h"
#include "json/locate.h"
#include "model/plan.h"

#define HEAD "{'format':'vp-plan/1','id':'p','title':'\xC3\x85r','period':'2026',"

/* "budget.tables.0": keys, and behind that of a list an index. */
static const vp_element *element_at(const vp_plan *plan, const char *path) {
  const vp_element *element = vp_plan_root(plan);
  while (*path != '\0') {
    char key[40];
    size_t length = strcspn(path, ".");
    snprintf(key, sizeof key, "%.*s", (int)length, path);
    path += length + (path[length] == '.');
    size_t index = 0;
    if (*path >= '0' && *path <= '9') {
      index = (size_t)(*path - '0');
      path += path[1] == '.' ? 2 : 1;
    }
    element = vp_element_child(element, key, index);
    assert_non_null(element);
  }
  return element;
}

typedef struct place_case {
  const char *json; /* an '@' stands before the place */
  const char *element, *field;
  int item; /* -1 for none */
} place_case;

#define TABLE HEAD "\n'budget':{'tables':[{'id':'t','columns':['a',{'id':'b'}],\n 'rows':["

static const place_case cases[] = {
    {"@" HEAD "'risks':[]}", "", NULL, -1},
    {HEAD "'risks':@[]}", "", "risks", -1},
    {HEAD "\n 'risks':[@{'id':'r','title':'R'}]}", "risks.0", NULL, -1},
    {HEAD "'risks':[{'id':'r','title':@'R'}]}", "risks.0", "title", -1},
    {HEAD "'risks':[{'id':@'r','title':'R'}]}", "risks.0", "id", -1},
    {HEAD "'risks':[{'id':'r','title':'id',\n'value':@9}]}", "risks.0", "value", -1},
    {HEAD "'risks':[{'id':'q','title':'value'},\n{'id':'r','title':'R','value':@9}]}", "risks.1",
     "value", -1},
    /* a key inside a value that stands before is another one */
    {HEAD "'risks':[{'x-a':{'value':[{'value':1}]},'id':'r','title':'R','value':@9}]}", "risks.0",
     "value", -1},
    {HEAD "'risks':[{'source':{'page':1},'id':'r','title':'R','value':@9}]}", "risks.0", "value",
     -1},
    {HEAD "'risks':[{'id':'r','title':'R','source':@{'page':1}}]}", "risks.0.source", NULL, -1},
    {HEAD "'risks':[{'id':'r','title':'R','source':{'page':@1}}]}", "risks.0.source", "page", -1},
    /* what does not stand there: the nearest thing around it */
    {HEAD "'risks':[@{'id':'r','title':'R'},{'id':'s','title':'S','value':9}]}", "risks.0", "value",
     -1},
    {HEAD "'risks':[@{'id':'r','title':'R','x-value':1,'x-v':{'value':2}}]}", "risks.0", "value",
     -1},
    /* cells, totals, columns */
    {TABLE "{'id':'r','label':'R','values':@[1,2]}]}]}}", "budget.tables.0.rows.0", "values", -1},
    {TABLE "{'id':'r','label':'R','values':[@1,2]}]}]}}", "budget.tables.0.rows.0", "values", 0},
    {TABLE "{'id':'r','label':'\xC3\xA5','values':[1,\n@2]}]}]}}", "budget.tables.0.rows.0",
     "values", 1},
    {TABLE "{'id':'r','label':'R','values':@[1,2]}]}]}}", "budget.tables.0.rows.0", "values", 2},
    {TABLE "{'id':'r','label':'R','values':@[]}],'total':[1]}]}}", "budget.tables.0.rows.0",
     "values", 0},
    {TABLE "{'id':'r','label':'R','values':[1]}],\n'total':['3,0',@'4']}]}}", "budget.tables.0",
     "total", 1},
    {HEAD "\n'budget':{'tables':[{'id':'t','columns':[@'a','b'],'rows':[]}]}}",
     "budget.tables.0.columns.0", NULL, -1},
    {HEAD "\n'budget':{'tables':[{'id':'t','columns':['a',@'b'],'rows':[]}]}}",
     "budget.tables.0.columns.1", "id", -1},
    {HEAD "\n'budget':{'tables':[{'id':'t','columns':['a',{'id':@'b'}],'rows':[]}]}}",
     "budget.tables.0.columns.1", "id", -1},
    /* lists of texts and of elements */
    {HEAD "'focus_areas':[{'id':'f','title':'F','indicators':['a','b',@'c']}]}", "focus_areas.0",
     "indicators", 2},
    {HEAD "'risks':[{'id':'r','title':'R'},@{'id':'s','title':'S'}]}", "", "risks", 1},
};

static void places(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const place_case *c = &cases[i];
    uint32_t line, column, found_line, found_column;
    char *json = without_mark(c->json, &line, &column);
    vp_plan *plan = plan_from(json);
    vp_place place = vp_place_element(element_at(plan, c->element));
    if (c->field != NULL) place = vp_place_field(place.element, c->field);
    if (c->item >= 0) place.item = (uint32_t)c->item;
    const vp_token *token = vp_locate(plan->root.document, place);
    vp_document_position(plan->root.document, token->begin, &found_line, &found_column);
    if (found_line != line || found_column != column)
      fail_msg("%u:%u in %s", (unsigned)found_line, (unsigned)found_column, json);
    vp_plan_free(plan);
    free(json);
  }
}

/* The bytes are those that were given, whatever stands before them and however they are written. */
static void spans_are_of_the_bytes_given(void **state) {
  (void)state;
  static const char json[] =
      "\xEF\xBB\xBF{'format':'vp-plan/1','id':'p','title':'\xC3\xA5','period':'2026',\r\n"
      "'budget':{'tables':[{'id':'t','columns':['a','b'],'rows':[{'id':'r','label':'\xC3\xA4',"
      "'values':['1\\u00a0949,0', -2.50]}]}]}}";
  char text[sizeof json];
  memcpy(text, json, sizeof json);
  straighten(text);
  vp_plan *plan = plan_from(text);
  const vp_element *row = vp_element_child(vp_plan_find(plan, "t"), "rows", 0);
  vp_span span;
  assert_true(vp_element_span(&span, row, "values", 0));
  assert_int_equal(strncmp(text + span.begin, "\"1\\u00a0949,0\"", span.end - span.begin), 0);
  assert_int_equal(span.end - span.begin, 14);
  assert_int_equal(span.line, 2);
  assert_true(vp_element_span(&span, row, "values", 1));
  assert_int_equal(strncmp(text + span.begin, "-2.50", span.end - span.begin), 0);
  assert_int_equal(span.end - span.begin, 5);

  vp_span whole, beyond;
  assert_true(vp_element_span(&whole, row, "values", UINT32_MAX));
  assert_true(vp_element_span(&beyond, row, "values", 2));
  assert_memory_equal(&whole, &beyond, sizeof whole);
  assert_false(vp_element_span(&span, NULL, "values", 0));

  const vp_element *root = vp_plan_root(plan);
  assert_true(vp_element_span(&span, root, NULL, UINT32_MAX));
  assert_int_equal(span.begin, 3);
  assert_int_equal(vp_plan_set(plan, root, "title", "T", NULL), VP_OK);
  assert_false(vp_element_span(&span, row, "values", 0));
  vp_plan_free(plan);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(places),
      cmocka_unit_test(spans_are_of_the_bytes_given),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
