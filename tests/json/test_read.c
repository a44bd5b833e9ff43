#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../base/allocator.h"
#include "../plans.h"

#define HEAD "{'format':'vp-plan/1','id':'p','title':'P','period':'2026',\n"

typedef struct error_case {
  const char *json; /* an '@' stands before what the error points at */
  const char *message;
} error_case;

static void check_errors(const error_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint32_t line, column;
    char *json = without_mark(cases[i].json, &line, &column);
    vp_error error = {.message = ""};
    vp_plan *plan = NULL;
    vp_status status = vp_plan_read(&plan, NULL, json, strlen(json), &error);
    if (status == VP_OK) fail_msg("accepted: %s", json);
    assert_string_equal(error.message, cases[i].message);
    assert_int_equal(status, VP_ERROR_FORMAT);
    assert_int_equal(error.status, VP_ERROR_FORMAT);
    if (error.line != line || error.column != column)
      fail_msg("%u:%u in %s", (unsigned)error.line, (unsigned)error.column, json);
    assert_null(plan);
    assert_int_equal(vp_plan_read(&plan, NULL, json, strlen(json), NULL), VP_ERROR_FORMAT);
    free(json);
  }
}

#define CHECK_ERRORS(CASES) check_errors(CASES, sizeof CASES / sizeof *CASES)

static void what_is_no_plan(void **state) {
  (void)state;
  static const error_case cases[] = {
      {"@[]", "a plan is an object, not a list"},
      {" @1", "a plan is an object, not a number"},
      {"@'p'", "a plan is an object, not a text"},
      {"@null", "a plan is an object, not null"},
      {"@true", "a plan is an object, not true or false"},
      {"@{}", "this plan has no \"format\""},
      {"{'format':@1}", "\"format\" takes a text, not a number"},
      {"{\n 'format': @'vp-plan/2'}",
       "the format is \"vp-plan/2\": this version reads \"vp-plan/1\""},
      {"{'gates':[],'format':@'vp-plan/2'}",
       "the format is \"vp-plan/2\": this version reads \"vp-plan/1\""},
      {"{'format':@''}", "the format is \"\": this version reads \"vp-plan/1\""},
  };
  CHECK_ERRORS(cases);
}

static void what_is_missing(void **state) {
  (void)state;
  static const error_case cases[] = {
      {"@{'format':'vp-plan/1'}", "this plan has no \"id\""},
      {"@{'format':'vp-plan/1','id':'p'}", "this plan has no \"title\""},
      {"@{'format':'vp-plan/1','id':'p','title':''}", "this plan has no \"period\""},
      {HEAD "'risks':[\n @{'id':'r1'}]}", "this risk has no \"title\""},
      {HEAD "'budget':{'frame':@{'closing':{'amount':1}}}}", "this frame has no \"opening\""},
      {HEAD "'budget':{'frame':{'opening':@{},'closing':{'amount':1}}}}",
       "this frame_amount has no \"amount\""},
      {HEAD "'budget':{'tables':[@{'id':'t','columns':[]}]}}", "this table has no \"rows\""},
      {HEAD "'budget':{'tables':[{'id':'t','columns':[@{}],'rows':[]}]}}",
       "this column has no \"id\""},
      {HEAD "'indicators':[{'id':'i','name':'I','target':@{'text':'T'}}]}",
       "this target has none of at_least, at_most, between, equal, function, increase_from, decrease_from, "
       "trend, follow: one of them must stand"},
      {HEAD "'indicators':[{'id':'i','name':'I',\n"
            "'target':@{'at_least':1,'text':'T','at_most':null}}]}",
       "this target has both \"at_least\" and \"at_most\": only one of them may stand"},
      {HEAD "'budget':{'ties':[@{'at_most':'a'}]}}", "this tie has \"at_most\" but no \"sum\""},
      {HEAD "'claims':[@{'text':'T','says':1}]}",
       "this claim has none of share, count, change, equal: one of them must stand"},
      {HEAD "'claims':[@{'says':1,'equal':'a','count':'risks','text':'T'}]}",
       "this claim has both \"count\" and \"equal\": only one of them may stand"},
  };
  CHECK_ERRORS(cases);
}

static void unknown_keys(void **state) {
  (void)state;
  static const error_case cases[] = {
      {HEAD "@'titel':'P'}", "a plan has no key \"titel\": did you mean \"title\"?"},
      {HEAD "@'risk':[]}", "a plan has no key \"risk\": did you mean \"risks\"?"},
      {HEAD "@'nonsense':1}", "a plan has no key \"nonsense\": keys of your own begin with \"x-\""},
      {HEAD "@'':1}", "a plan has no key \"\": keys of your own begin with \"x-\""},
      {HEAD "@'x':1}", "a plan has no key \"x\": keys of your own begin with \"x-\""},
      {HEAD "'indicators':[{'id':'i','name':'I',\n  @'obsevrations':[]}]}",
       "an indicator has no key \"obsevrations\": did you mean \"observations\"?"},
      {HEAD "'units':[{'id':'u',@'nam':'U'}]}",
       "a unit has no key \"nam\": did you mean \"name\"?"},
      {HEAD "'source':{'x-kept':1,@'pag':2}}",
       "a source has no key \"pag\": did you mean \"page\"?"},
      {HEAD "@'\xC3\xA5\xC3\xA4\xC3\xB6':'\xC3\xA5','a':1}",
       "a plan has no key \"\xC3\xA5\xC3\xA4\xC3\xB6\": keys of your own begin with \"x-\""},
      {HEAD "@'two\\nlines\\u001b':1}",
       "a plan has no key \"two lines \": keys of your own begin with \"x-\""},
      {HEAD "@'a key that goes on and on and on and on and on and on':1}",
       "a plan has no key \"a key that goes on and on and on and on and \xE2\x80\xA6\": keys of "
       "your own begin with \"x-\""},
  };
  CHECK_ERRORS(cases);
}

static void wrong_types(void **state) {
  (void)state;
  static const error_case cases[] = {
      /* text, id, reference */
      {HEAD "'risks':[{'id':'r','title':@7}]}", "\"title\" takes a text, not a number"},
      {HEAD "'risks':[{'id':@7,'title':'R'}]}", "\"id\" takes a text, not a number"},
      {HEAD "'controls':[{'id':'k','what':'W','risk':@[]}]}", "\"risk\" takes a text, not a list"},
      /* choice and choices */
      {HEAD "'status':@null}", "\"status\" takes a text, not null"},
      {HEAD "'risk_model':{'score':'sum','bands':[{'name':'B','from':1,'to':2,"
            "'requires':['owner',@true]}]}}",
       "\"requires\" takes a text, not true or false"},
      {HEAD "'risk_model':{'score':'sum','bands':[{'name':'B','from':1,'to':2,"
            "'requires':@'owner'}]}}",
       "\"requires\" takes a list, not a text"},
      /* flag */
      {HEAD "'indicators':[{'id':'i','name':'I','target':{'follow':@false}}]}",
       "\"follow\" takes only true: leave it out where it does not hold"},
      {HEAD "'indicators':[{'id':'i','name':'I','target':{'follow':@'true'}}]}",
       "\"follow\" takes only true: leave it out where it does not hold"},
      /* integer */
      {HEAD "'source':{'page':@'7'}}", "\"page\" takes a whole number, not a text"},
      {HEAD "'source':{'page':@null}}", "\"page\" takes a whole number, not null"},
      /* quantity and quantities */
      {HEAD "'risks':[{'id':'r','title':'R','value':@true}]}",
       "\"value\" takes a number, a text or null, not true or false"},
      {HEAD "'risks':[{'id':'r','title':'R','value':@{}}]}",
       "\"value\" takes a number, a text or null, not an object"},
      {HEAD "'budget':{'tables':[{'id':'t','columns':[],'rows':[],'total':@7}]}}",
       "\"total\" takes a list, not a number"},
      {HEAD "'budget':{'tables':[{'id':'t','columns':[],'rows':[],'total':[@{}]}]}}",
       "\"total\" takes a number, a text or null, not an object"},
      /* period */
      {"{'format':'vp-plan/1','id':'p','title':'\xC3\x85r','period':@2026}",
       "\"period\" takes a text: put the period in quotes"},
      {HEAD "'events':[{'id':'e','title':'E','date':@null}]}", "\"date\" takes a text, not null"},
      /* texts and references */
      {HEAD "'risk_model':{'score':'sum','scales':{'consequence':{'levels':["
            "{'value':1,'name':'N','synonyms':['a',@1]}]},'likelihood':{}}}}",
       "\"synonyms\" takes a text, not a number"},
      {HEAD "'focus_areas':[{'id':'f','title':'F','indicators':@'i'}]}",
       "\"indicators\" takes a list, not a text"},
      {HEAD "'focus_areas':[{'id':'f','title':'F','indicators':[@null]}]}",
       "\"indicators\" takes a text, not null"},
      /* object and list */
      {HEAD "'organisation':@'Bollebygd'}", "an organisation is an object, not a text"},
      {HEAD "'risks':@{}}", "\"risks\" takes a list, not an object"},
      {HEAD "'risks':[@'r']}", "a risk is an object, not a text"},
      {HEAD "'budget':{'tables':[{'id':'t','columns':[@2026],'rows':[]}]}}",
       "a column is an object or an id, not a number"},
  };
  CHECK_ERRORS(cases);
}

static void values_that_are_out_of_bounds(void **state) {
  (void)state;
#define BAD_ID(TEXT)                                                                              \
  "\"" TEXT "\" is no id: an id has letters, digits, '_', '-' and ':' only, and neither '-' nor " \
  "':' first"
  static const error_case cases[] = {
      {HEAD "'risks':[{'id':@'a.b','title':'R'}]}", BAD_ID("a.b")},
      {HEAD "'risks':[{'id':@'-a','title':'R'}]}", BAD_ID("-a")},
      {HEAD "'risks':[{'id':@':a','title':'R'}]}", BAD_ID(":a")},
      {HEAD "'risks':[{'id':@'','title':'R'}]}", BAD_ID("")},
      {HEAD "'budget':{'tables':[{'id':'t','columns':['a',@'b c'],'rows':[]}]}}", BAD_ID("b c")},
      {HEAD "'status':@'draftet'}",
       "\"draftet\" is no value of \"status\": did you mean \"draft\"?"},
      {HEAD "'status':@'Proposed'}",
       "\"Proposed\" is no value of \"status\": did you mean \"proposed\"?"},
      {HEAD "'status':@'antagen'}",
       "\"antagen\" is no value of \"status\": it takes draft, proposed, adopted, followed_up"},
      {HEAD "'language':@'se'}", "\"se\" is no value of \"language\": did you mean \"sv\"?"},
      {HEAD "'language':@'fi'}", "\"fi\" is no value of \"language\": it takes sv, en"},
      {HEAD "'risk_model':{'score':'sum','bands':[{'name':'B','from':1,'to':2,"
            "'requires':['owner',@'onwer']}]}}",
       "\"onwer\" is no value of \"requires\": did you mean \"owner\"?"},
      {HEAD "'source':{'page':@0}}", "\"page\" takes a whole number from 1 to 99999, not 0"},
      {HEAD "'source':{'page':@100000}}",
       "\"page\" takes a whole number from 1 to 99999, not 100000"},
      {HEAD "'source':{'page':@1.5}}", "\"page\" takes a whole number from 1 to 99999, not 1.5"},
      {HEAD "'source':{'page':@1e300}}",
       "\"page\" takes a whole number from 1 to 99999, not 1e300"},
      {HEAD "'budget':{'decimals':@-1}}", "\"decimals\" takes a whole number from 0 to 9, not -1"},
      {HEAD "'claims':[{'text':'T','says':1,'share':@['a']}]}",
       "\"share\" takes exactly 2 items, not 1"},
      {HEAD "'claims':[{'text':'T','says':1,'change':@['a','b','c']}]}",
       "\"change\" takes exactly 2 items, not 3"},
      {HEAD "'budget':{'ties':[{'equal':@[]}]}}", "\"equal\" takes at least 1 item, not 0"},
      {HEAD "'indicators':[{'id':'i','name':'I','target':{'between':@[1]}}]}",
       "\"between\" takes exactly 2 items, not 1"},
  };
  CHECK_ERRORS(cases);
}

static void what_is_not_json(void **state) {
  (void)state;
  vp_error error;
  vp_plan *plan = NULL;
  assert_int_equal(vp_plan_read(&plan, NULL, "{\n1}", 4, &error), VP_ERROR_SYNTAX);
  assert_int_equal(error.line, 2);
  assert_int_equal(error.column, 1);
  assert_int_equal(vp_plan_read(&plan, NULL, "", 0, NULL), VP_ERROR_SYNTAX);
  assert_int_equal(vp_plan_read(&plan, NULL, HEAD "\"title\":\"T\"}", strlen(HEAD) + 12, &error),
                   VP_ERROR_SYNTAX);
  assert_null(plan);
}

static void what_is_unknown_is_kept(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'events':[{'id':'e','title':'','date':'2024-XX-XX'}],"
                            "'risks':[{'id':'r','title':'R','value':null,"
                            "'consequence':'cirka 10','likelihood':''}]");
  const vp_element *root = vp_plan_root(plan);
  const vp_element *event = vp_element_child(root, "events", 0);
  assert_int_equal(vp_element_period(event, "date").kind, VP_PERIOD_PLACEHOLDER);
  assert_string_equal(vp_element_text(event, "date", 0), "2024-XX-XX");
  const vp_element *risk = vp_element_child(root, "risks", 0);
  assert_int_equal(vp_element_count(risk, "value"), 1);
  assert_int_equal(vp_element_quantity(risk, "value", 0).state, VP_QUANTITY_MISSING);
  assert_int_equal(vp_element_quantity(risk, "consequence", 0).qualifier, VP_QUALIFIER_CIRKA);
  assert_int_equal(vp_element_quantity(risk, "likelihood", 0).state, VP_QUANTITY_UNREADABLE);
  assert_string_equal(vp_element_text(risk, "likelihood", 0), "");
  vp_plan_free(plan);
}

static void numbers_keep_their_printed_precision(void **state) {
  (void)state;
  static const struct {
    const char *json;
    int64_t coefficient;
    int32_t exponent;
    bool bare;
  } cases[] = {
      {"231.20", 23120, -2, true},
      {"\"231,20\"", 23120, -2, false},
      {"1e3", 1000, 0, true},
      {"-0.5E-1", -5, -2, true},
      {"0.1", 1, -1, true}, /* no double is */
      {"\"1 949 356\"", 1949356, 0, false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char json[100];
    snprintf(json, sizeof json, "'risks':[{'id':'r','title':'R','value':%s}]", cases[i].json);
    vp_plan *plan = plan_with(json);
    vp_quantity value = vp_element_quantity(vp_plan_find(plan, "r"), "value", 0);
    assert_int_equal(value.state, VP_QUANTITY_NUMBER);
    assert_true(value.value.coefficient == cases[i].coefficient);
    assert_int_equal(value.value.exponent, cases[i].exponent);
    assert_int_equal(value.bare, cases[i].bare);
    vp_plan_free(plan);
  }
}

/* Keys may be written with escapes, and in any order. */
static void order_and_escapes_do_not_matter(void **state) {
  (void)state;
  vp_plan *plan = plan_from("{\"risks\":[{\"title\":\"R\",\"x-a\":{\"b\":[1,2,{}]},"
                            "\"\\u0069d\":\"r\"},{\"id\":\"s\",\"title\":\"S\"}],"
                            "\"period\":\"2026\",\"title\":\"P\",\"id\":\"p\","
                            "\"format\":\"vp-plan\\/1\"}");
  assert_string_equal(vp_element_text(vp_plan_find(plan, "r"), "title", 0), "R");
  assert_string_equal(vp_element_text(vp_plan_find(plan, "s"), "title", 0), "S");
  vp_plan_free(plan);
}

static void the_text_of_a_line(void **state) {
  (void)state;
  vp_plan *plan = plan_from("{\"format\":\"vp-plan/1\",\r\n \"id\":\"p\",\"title\":\"P\",\n"
                            " \"period\":\"2026\"}");
  size_t length;
  const char *line = vp_plan_line(plan, 2, &length);
  assert_int_equal(length, 22);
  assert_memory_equal(line, " \"id\":\"p\",\"title\":\"P\",", length);
  assert_null(vp_plan_line(plan, 0, &length));
  assert_null(vp_plan_line(plan, 4, &length));
  vp_plan_free(plan);
}

/* The n-th allocation fails, for every n. */
static void memory_that_runs_out_leaves_nothing_behind(void **state) {
  (void)state;
  output json = example_text("programme-risks-5x5");
  counting_allocator counter = {.calls = 1};
  const vp_allocator allocator = counting(&counter);
  vp_context *context;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  vp_status status = VP_ERROR_MEMORY;
  for (int n = 0; status != VP_OK; n++) {
    vp_plan *plan = NULL;
    vp_error error;
    counter.calls = n;
    status = vp_plan_read(&plan, context, json.bytes, json.length, &error);
    if (status != VP_OK) {
      assert_int_equal(status, VP_ERROR_MEMORY);
      assert_int_equal(error.status, VP_ERROR_MEMORY);
      assert_null(plan);
    }
    vp_plan_free(plan);
    assert_int_equal(counter.live, 1);
  }
  vp_context_free(context);
  free(json.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_no_plan),
      cmocka_unit_test(what_is_missing),
      cmocka_unit_test(unknown_keys),
      cmocka_unit_test(wrong_types),
      cmocka_unit_test(values_that_are_out_of_bounds),
      cmocka_unit_test(what_is_not_json),
      cmocka_unit_test(what_is_unknown_is_kept),
      cmocka_unit_test(numbers_keep_their_printed_precision),
      cmocka_unit_test(order_and_escapes_do_not_matter),
      cmocka_unit_test(the_text_of_a_line),
      cmocka_unit_test(memory_that_runs_out_leaves_nothing_behind),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
