#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/localize.h>
#include <vp/reconcile.h>

#include "budgets.h"
#include "profiled.h"

/* Eleven amounts and their total: σ is 0,1 and the worst case 0,6. */
#define ROW_OF(ID) ROW(ID, "'1,0'")
#define SUM(TOTAL)                                                                                                              \
  TABLE("'columns':['2026'],'rows':[" ROW_OF("a") "," ROW_OF("b") "," ROW_OF("c") "," ROW_OF("d") "," ROW_OF(                   \
      "e") "," ROW_OF("f") "," ROW_OF("g") "," ROW_OF("h") "," ROW_OF("i") "," ROW_OF("j") "," ROW_OF("k") "],'total':['" TOTAL \
                                                                                                           "']")

static vp_verdict verdict_with(const vp_profile *profile, const char *members) {
  vp_plan *plan = plan_with(members);
  assert_int_equal(vp_plan_use_profile(plan, profile, NULL), VP_OK);
  vp_reconciliation *reconciliation;
  assert_int_equal(vp_reconcile(&reconciliation, plan, NULL), VP_OK);
  vp_verdict verdict = vp_reconciliation_relation(reconciliation, 0)->verdict;
  vp_reconciliation_free(reconciliation);
  vp_plan_free(plan);
  return verdict;
}

static void the_profile_says_where_doubt_begins(void **state) {
  (void)state;
  static const struct {
    const char *profile;
    vp_verdict two, three, four, six;
  } cases[] = {
      {"'title':'T'", VP_VERDICT_ROUNDING, VP_VERDICT_ROUNDING, VP_VERDICT_DOUBTFUL,
       VP_VERDICT_DOUBTFUL},
      {"'thresholds':{}", VP_VERDICT_ROUNDING, VP_VERDICT_ROUNDING, VP_VERDICT_DOUBTFUL,
       VP_VERDICT_DOUBTFUL},
      {"'thresholds':{'sum_sigmas':2}", VP_VERDICT_ROUNDING, VP_VERDICT_DOUBTFUL,
       VP_VERDICT_DOUBTFUL, VP_VERDICT_DOUBTFUL},
      {"'thresholds':{'sum_sigmas':4}", VP_VERDICT_ROUNDING, VP_VERDICT_ROUNDING,
       VP_VERDICT_ROUNDING, VP_VERDICT_DOUBTFUL},
      {"'thresholds':{'sum_sigmas':6}", VP_VERDICT_ROUNDING, VP_VERDICT_ROUNDING,
       VP_VERDICT_ROUNDING, VP_VERDICT_ROUNDING},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_profile *profile = profile_of(cases[i].profile);
    assert_int_equal(verdict_with(profile, SUM("11,2")), cases[i].two);
    assert_int_equal(verdict_with(profile, SUM("11,3")), cases[i].three);
    assert_int_equal(verdict_with(profile, SUM("11,4")), cases[i].four);
    assert_int_equal(verdict_with(profile, SUM("11,6")), cases[i].six);
    assert_int_equal(verdict_with(profile, SUM("11,7")), VP_VERDICT_IMPOSSIBLE);
    vp_profile_free(profile);
  }
}

static void the_nearest_profile_counts(void **state) {
  (void)state;
  vp_profile *four = profile_of("'thresholds':{'sum_sigmas':4}");
  vp_profile *silent = profile_above("'thresholds':{}", four);
  assert_int_equal(verdict_with(silent, SUM("11,4")), VP_VERDICT_ROUNDING);
  vp_profile *own = profile_above("'thresholds':{'sum_sigmas':3}", four);
  assert_int_equal(verdict_with(own, SUM("11,4")), VP_VERDICT_DOUBTFUL);
  vp_profile_free(own);
  vp_profile_free(silent);
  vp_profile_free(four);
}

static void findings_say_whose_tolerance_it_is(void **state) {
  (void)state;
  vp_profile *profile = profile_of("'thresholds':{'sum_sigmas':2}");
  finds_with(profile, SUM("11,3"),
             "warning budget/sum-doubtful /budget/tables/0/total/0: kolumnen ”2026” i "
             "”Internbudget” ger 11,0 mnkr men 11,3 mnkr är angivet: skillnaden −0,3 mnkr är mer "
             "än avrundning brukar ge\n");
  details_with(
      profile, SUM("11,2"), VP_LANGUAGE_SV,
      "tolerans 0,20 mnkr: det mesta som avrundning av 12 tal brukar ge (2 "
      "standardavvikelser, enligt profilen)\n"
      "den sanna summan är mellan 10,45 och 11,55 mnkr, det angivna talet mellan 11,15 och 11,25 mnkr\n");
  details_with(
      profile, SUM("11,2"), VP_LANGUAGE_EN,
      "tolerance 0.20 mnkr: the most that rounding 12 numbers usually gives (2 standard "
      "deviations, as the profile says)\n"
      "the true sum is between 10.45 and 11.55 mnkr, the stated number between 11.15 and 11.25 mnkr\n");
  vp_profile_free(profile);
}

/* Where the total must lie once it raises no doubt. */
static void check_repair(const char *thresholds, const char *low, const char *high) {
  vp_profile *profile = profile_of(thresholds);
  vp_plan *plan = plan_with(SUM("11,5"));
  assert_int_equal(vp_plan_use_profile(plan, profile, NULL), VP_OK);
  vp_reconciliation *reconciliation;
  vp_localization *localization;
  assert_int_equal(vp_reconcile(&reconciliation, plan, NULL), VP_OK);
  const vp_network *network = vp_reconciliation_network(reconciliation);
  assert_int_equal(vp_localize(&localization, network, NULL, NULL), VP_OK);
  const vp_fault *fault = vp_localization_fault(localization, 0);
  uint32_t total = vp_network_relation(network, 0)->total;
  bool found = false;
  for (size_t i = 0; i < fault->set_count; i++) {
    if (fault->suspects[i].cell != total) continue;
    char text[VP_DECIMAL_TEXT_SIZE];
    vp_decimal_format(text, sizeof text, fault->suspects[i].interval.low.value);
    assert_string_equal(text, low);
    vp_decimal_format(text, sizeof text, fault->suspects[i].interval.high.value);
    assert_string_equal(text, high);
    found = true;
  }
  assert_true(found);
  vp_localization_free(localization);
  vp_reconciliation_free(reconciliation);
  vp_plan_free(plan);
  vp_profile_free(profile);
}

static void what_is_probably_wrong_follows(void **state) {
  (void)state;
  check_repair("'thresholds':{'sum_sigmas':2}", "10.80", "11.20");
  check_repair("'thresholds':{'sum_sigmas':4}", "10.60", "11.40");
}

static void a_network_without_a_plan_has_it_too(void **state) {
  (void)state;
  vp_network *network;
  assert_int_equal(vp_network_new(&network, NULL, NULL), VP_OK);
  assert_int_equal(vp_network_sigmas(network), 3);
  vp_quantity one = vp_quantity_parse("1,0 mnkr"), sum = vp_quantity_parse("11,3 mnkr");
  vp_term terms[11];
  uint32_t total;
  for (size_t i = 0; i < 11; i++) {
    terms[i].weight = (vp_decimal){1, 0};
    assert_int_equal(vp_network_add_quantity(&terms[i].cell, network, &one, NULL), VP_OK);
  }
  assert_int_equal(vp_network_add_quantity(&total, network, &sum, NULL), VP_OK);
  assert_int_equal(vp_network_relate(NULL, network, VP_RELATION_COLUMN, terms, 11, total, NULL),
                   VP_OK);
  vp_error error;
  assert_int_equal(vp_network_set_sigmas(network, 1, &error), VP_ERROR_ARGUMENT);
  assert_int_equal(vp_network_set_sigmas(network, 7, &error), VP_ERROR_ARGUMENT);
  assert_string_equal(error.message, "the number of σ is one from 2 to 6, not 7");
  assert_int_equal(vp_network_set_sigmas(network, 2, NULL), VP_OK);
  assert_int_equal(vp_network_judge(network, NULL), VP_OK);
  assert_int_equal(vp_network_relation(network, 0)->verdict, VP_VERDICT_DOUBTFUL);
  assert_int_equal(vp_network_sigmas(network), 2);
  assert_int_equal(vp_network_set_sigmas(network, 3, NULL), VP_ERROR_ARGUMENT);
  vp_network_free(network);
}

static void an_odd_tolerance_is_refused(void **state) {
  (void)state;
  static const char *const odd[] = {"1", "7", "2.5", "-3"};
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
    char members[128], message[128];
    snprintf(members, sizeof members, "\n'thresholds':{'sum_sigmas':@%s}", odd[i]);
    snprintf(message, sizeof message, "\"sum_sigmas\" takes a whole number from 2 to 6, not %s",
             odd[i]);
    profile_is_refused(members, message);
  }
  profile_is_refused("'thresholds':{'sum_sigmas':@'3'}",
                     "\"sum_sigmas\" takes a whole number, not a text");
  profile_is_refused("'thresholds':{@'sum_sigma':3}",
                     "a thresholds has no key \"sum_sigma\": did you mean \"sum_sigmas\"?");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_profile_says_where_doubt_begins),
      cmocka_unit_test(the_nearest_profile_counts),
      cmocka_unit_test(findings_say_whose_tolerance_it_is),
      cmocka_unit_test(what_is_probably_wrong_follows),
      cmocka_unit_test(a_network_without_a_plan_has_it_too),
      cmocka_unit_test(an_odd_tolerance_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
