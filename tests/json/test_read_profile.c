#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "profiles.h"

/* '@' stands in the members of a profile where the error is found. */
typedef struct error_case {
  const char *members;
  const char *message;
} error_case;

static void are_refused(const error_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) profile_is_refused(cases[i].members, cases[i].message);
}

#define ARE_REFUSED(cases) are_refused((cases), sizeof(cases) / sizeof *(cases))

#define RULE(MORE) "'own_rules':[{'rule':'l/a','title':'T','severity':'note'," MORE "}]"
#define MUST(OF, CONDITION) RULE("'of':'" OF "','must':[" CONDITION "]")

static void lists_and_fields_that_no_plan_has(void **state) {
  (void)state;
  static const error_case cases[] = {
      {RULE("'of':@'risk','must':[{'field':'owner','present':true}]"),
       "a plan has no list \"risk\": did you mean \"risks\"?"},
      {RULE("'of':@'zzz','must':[{'field':'owner','present':true}]"), "a plan has no list \"zzz\""},
      {RULE("'of':@'','must':[{'field':'owner','present':true}]"), "a plan has no list \"\""},
      {RULE("'of':@'controls.risk','must':[{'field':'what','present':true}]"),
       "\"controls.risk\" names texts, not elements: leave out \".risk\""},
      {RULE("'of':@'goals[setby=board]','must':[{'field':'title','present':true}]"),
       "a goal has no field \"setby\": did you mean \"set_by\"?"},
      {RULE("'of':@'goals[set_by=bord]','must':[{'field':'title','present':true}]"),
       "\"bord\" is no value of \"set_by\": did you mean \"board\"?"},
      {RULE("'of':@'goals[set_by=board','must':[{'field':'title','present':true}]"),
       "\"goals[set_by=board\" is malformed: write for example goals[set_by=board]"},
      {RULE("'count':@'goal','must':[{'at_most':5}]"),
       "a plan has no list \"goal\": did you mean \"goals\"?"},
      {RULE("'count':@'controls.rsk','must':[{'at_most':5}]"),
       "a control has no field \"rsk\": did you mean \"risk\"?"},
      {MUST("risks", "{'field':@'ownr','present':true}"),
       "a risk has no field \"ownr\": did you mean \"owner\"?"},
      {MUST("indicators", "{'field':@'target.perod','present':true}"),
       "a target has no field \"perod\": did you mean \"period\"?"},
      {MUST("indicators", "{'field':@'name.text','present':true}"),
       "nothing in \"name\" can be named"},
      {MUST("indicators", "{'field':@'target.','present':true}"), "a target has no field \"\""},
      {MUST("indicators", "{'field':@'observations.value','present':true}"),
       "nothing in \"observations\" can be named"},
      {RULE(
           "'of':'risks','where':[{'field':@'valu','at_least':9}],'must':[{'field':'owner','present':true}]"),
       "a risk has no field \"valu\": did you mean \"value\"?"},
      {MUST("goals", "{'field':'set_by','one_of':['board',@'concil']}"),
       "\"concil\" is no value of \"set_by\": did you mean \"council\"?"},
      {MUST("risks", "{'function':'f','arguments':['value',@'likelyhood'],'holds':true}"),
       "a risk has no field \"likelyhood\": did you mean \"likelihood\"?"},
      {MUST("focus_areas", "{'function':'f','arguments':[@'source'],'holds':true}"),
       "\"source\" has no value that a function takes"},
      {"'required':[{'of':@'gols','fields':['title']}]",
       "a plan has no list \"gols\": did you mean \"goals\"?"},
      {"'required':[{'of':'goals','fields':['title',@'responsibl']}]",
       "a goal has no field \"responsibl\": did you mean \"responsible\"?"},
      {"'required':[{'of':'plan','fields':[@'organisation.bord']}]",
       "an organisation has no field \"bord\": did you mean \"board\"?"},
      {"'required':[{'of':'goals','fields':@[]}]", "\"fields\" names nothing"},
  };
  ARE_REFUSED(cases);
}

static void figures_that_cannot_be(void **state) {
  (void)state;
  static const error_case cases[] = {
      {RULE("'share':[@'a b','frame.closing'],'must':[{'at_least':'1 %'}]"),
       "\"a b\" is no figure: write for example frame.closing, internbudget.ao.2026 or hme.2025"},
      {RULE("'sum':['frame.closing',@'-.a'],'must':[{'at_least':1}]"),
       "\"-.a\" is no figure: write for example frame.closing, internbudget.ao.2026 or hme.2025"},
      {RULE("'sum':[@'internbudget.*.2026'],'must':[{'at_least':1}]"),
       "\"internbudget.*.2026\" is no figure: write for example frame.closing, internbudget.ao.2026 or hme.2025"},
      {RULE("'sum':[@'t..c'],'must':[{'at_least':1}]"),
       "\"t..c\" is no figure: write for example frame.closing, internbudget.ao.2026 or hme.2025"},
      {MUST("plan", "{'function':'f','arguments':[@'frame.'],'holds':true}"),
       "\"frame.\" is no figure: write for example frame.closing, internbudget.ao.2026 or hme.2025"},
  };
  ARE_REFUSED(cases);
}

static void conditions_that_cannot_be_put(void **state) {
  (void)state;
  static const error_case cases[] = {
      {MUST("risks", "@{'present':true}"), "this condition has neither \"field\" nor \"function\""},
      {MUST("risks", "@{'field':'title','function':'f','arguments':[],'holds':true}"),
       "this condition has both \"field\" and \"function\""},
      {MUST("risks", "@{'field':'title'}"),
       "this condition has none of present, missing, holds, one_of, at_least, at_most, between, equal: one of them must stand"},
      {MUST("risks", "@{'field':'value','at_least':1,'at_most':2}"),
       "this condition has both \"at_least\" and \"at_most\": only one of them may stand"},
      {MUST("risks", "@{'function':'f','holds':true}"),
       "this condition has \"function\" but no \"arguments\""},
      {MUST("risks", "{'field':'title','at_least':@1}"),
       "\"at_least\" cannot be asked of \"title\": ask for present, missing, one_of"},
      {MUST("risks", "{'field':'value','one_of':@['1']}"),
       "\"one_of\" cannot be asked of \"value\": ask for present, missing, holds, at_least, at_most, between, equal"},
      {MUST("risks", "{'function':'f','arguments':[],'present':@true}"),
       "\"present\" cannot be asked of a function: ask for holds, one_of, at_least, at_most, between, equal"},
      {MUST("indicators", "{'field':'target','equal':@1}"),
       "\"equal\" cannot be asked of \"target\": ask for present, missing"},
      {RULE("'count':'goals','must':[{'holds':@true}]"),
       "\"holds\" cannot be asked of a figure: ask for at_least, at_most, between, equal"},
      {RULE("'count':'goals','must':[{'field':@'title','present':true}]"),
       "\"field\" goes with \"of\": here the rule's own figure is tested"},
      {RULE("'sum':['a'],'must':[{'function':@'f','arguments':[],'holds':true}]"),
       "\"function\" goes with \"of\": here the rule's own figure is tested"},
      {MUST("risks", "{'field':'value','at_least':@'hög'}"),
       "\"at_least\" takes a number, not \"hög\""},
      {MUST("risks", "{'field':'value','at_least':@null}"),
       "\"at_least\" takes a number, not \"null\""},
      {MUST("risks", "{'field':'value','at_least':@'cirka 9'}"),
       "\"at_least\" takes a number, not \"cirka 9\""},
      {MUST("risks", "{'field':'value','at_least':@'under 9'}"),
       "\"at_least\" takes a number, not \"under 9\""},
      {MUST("risks", "{'field':'value','equal':@'över 9'}"),
       "\"equal\" takes a number, not \"över 9\""},
      {MUST("units", "{'field':'name','one_of':@[]}"), "\"one_of\" names nothing"},
      {MUST("risks", "{'field':'value','between':[1,@'x']}"),
       "\"between\" takes a number, not \"x\""},
      {MUST("risks", "{'field':'value','between':[2,@1]}"), "\"between\" ends before it begins"},
      {MUST("focus_areas", "{'field':'global_goal','equal':@'ja'}"),
       "\"equal\" takes a number, not \"ja\""},
      {RULE("'share':['a','b'],'must':[{'at_least':@'1 mnkr'}]"),
       "a share takes % or a number without a unit"},
      {RULE("'count':'goals','must':[{'between':[@'1 %',2]}]"),
       "a count takes a number without a unit"},
      {MUST(
           "risks",
           "{'function':'f','arguments':['id','id','id','id','id','id','id','id',@'id'],'holds':true}"),
       "a function takes at most 8 arguments"},
  };
  ARE_REFUSED(cases);
}

static void rules_that_cannot_be(void **state) {
  (void)state;
  static const error_case cases[] = {
      {RULE("'of':'risks','must':@[]"), "\"must\" has no condition"},
      {"'own_rules':[@{'rule':'l/a','title':'T','severity':'note','must':[{'at_least':1}]}]",
       "this own_rule has none of of, count, share, sum: one of them must stand"},
      {"'own_rules':[@{'rule':'l/a','title':'T','severity':'note','count':'goals','sum':['a'],'must':[{'at_least':1}]}]",
       "this own_rule has both \"count\" and \"sum\": only one of them may stand"},
      {"'own_rules':[@{'rule':'l/a','title':'T','severity':'note','count':'goals','where':[],'must':[{'at_least':1}]}]",
       "this own_rule has \"where\" but no \"of\""},
      {"'own_rules':[{'rule':@'lillby','title':'T','severity':'note','count':'goals','must':[{'at_least':1}]}]",
       "\"lillby\" is no rule id: write \"family/name\" in lower case"},
      {"'own_rules':[{'rule':@'Lillby/a','title':'T','severity':'note','count':'goals','must':[{'at_least':1}]}]",
       "\"Lillby/a\" is no rule id: write \"family/name\" in lower case"},
      {"'own_rules':[{'rule':'l/a','title':'T','severity':'note','count':'goals','must':[{'at_least':1}]},{'rule':@'l/a','title':'T','severity':'note','count':'goals','must':[{'at_least':1}]}]",
       "there is a rule \"l/a\" already"},
      {RULE("'of':'risks','must':[{'field':'owner','present':true}],'message':@'{titel}'"),
       "\"titel\" is no value of this rule: did you mean \"title\"?"},
      {RULE("'of':'risks','must':[{'field':'owner','present':true}],'help':@'{title} {part}'"),
       "\"part\" is no value of this rule"},
      {RULE("'share':['a','b'],'must':[{'at_least':1}],'message':@'{whole} {acual}'"),
       "\"acual\" is no value of this rule: did you mean \"actual\"?"},
      {RULE("'count':'goals','must':[{'at_least':1}],'message':@'{title}'"),
       "\"title\" is no value of this rule"},
      {RULE("'of':'risks','must':[{'field':'owner','present':true}],@'mesage':''"),
       "an own_rule has no key \"mesage\": did you mean \"message\"?"},
  };
  ARE_REFUSED(cases);
}

static void a_sound_profile_is_read(void **state) {
  (void)state;
  static const char *const members[] = {
      "'required':[{'of':'goals[set_by=board]','fields':['responsible','source.page']}]",
      "'required':[{'of':'plan','fields':['organisation.board','budget.frame.closing.amount']}]",
      MUST("risks", "{'field':'value','at_least':'över 9'}"),
      MUST("risks", "{'field':'value','at_most':'under 9'}"),
      MUST("risks", "{'field':'value','between':['9',9]}"),
      MUST("observations", "{'field':'value','equal':'ja'}"),
      MUST("goals", "{'field':'objectives','at_most':5}"),
      MUST("plan", "{'function':'f','arguments':['-frame.closing','hme.2025'],'equal':'nej'}"),
      RULE("'count':'controls.risk','must':[{'at_least':'5 st'}]"),
      RULE("'share':['a','-b.c.d'],'must':[{'between':['1 %','2 %']}]"),
      RULE("'of':'risks','must':[{'field':'owner','missing':true}],"
           "'message':'{name} {+value} {source.page} {actual} {','help':'{title'"),
  };
  for (size_t i = 0; i < sizeof members / sizeof *members; i++)
    vp_profile_free(profile_of(members[i]));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lists_and_fields_that_no_plan_has), cmocka_unit_test(figures_that_cannot_be),
      cmocka_unit_test(conditions_that_cannot_be_put),     cmocka_unit_test(rules_that_cannot_be),
      cmocka_unit_test(a_sound_profile_is_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
