/* Conditions on figures of random plans, held against all corners of what the figures can be. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <inttypes.h>

#include "profiled.h"
#include "random.h"

enum { ROUNDS = 1500, UNIT = 100000 /* kr in the last digit of a figure */ };

/* Of a figure that is printed in mnkr with one decimal, in kr. */
typedef struct range {
  int64_t low, high;
} range;

typedef struct trial {
  const char *rounding;
  int64_t a, b; /* printed */
  range of_a, of_b;
} trial;

/* A truncated number is less than the next one away from zero. */
static range range_of(int64_t printed, const char *rounding) {
  if (strcmp(rounding, "exact") == 0) return (range){printed, printed};
  if (strcmp(rounding, "rounded") == 0) return (range){printed - UNIT / 2, printed + UNIT / 2};
  return (range){printed > 0 ? printed : printed - UNIT + 1,
                 printed < 0 ? printed : printed + UNIT - 1};
}

static trial random_trial(uint64_t *state, int64_t least_b) {
  static const char *const roundings[] = {"rounded", "truncated", "exact"};
  trial t = {.rounding = roundings[random_between(state, 0, 2)],
             .a = random_between(state, -60, 60) * UNIT,
             .b = random_between(state, least_b, 60) * UNIT};
  t.of_a = range_of(t.a, t.rounding);
  t.of_b = range_of(t.b, t.rounding);
  return t;
}

/* "-1,5", from tenths of a million. */
static const char *printed(char *text, size_t size, int64_t kr) {
  int64_t tenths = (kr < 0 ? -kr : kr) / UNIT;
  snprintf(text, size, "%s%" PRId64 ",%" PRId64, kr < 0 ? "-" : "", tenths / 10, tenths % 10);
  return text;
}

/* Whether a rule with these members fires on the plan of the trial. */
static bool fires(const trial *t, const char *members) {
  char a[32], b[32], budget[512], rule[256];
  snprintf(budget, sizeof budget,
           "'budget':{'unit':'mnkr','decimals':1,'tables':[{'id':'t','rounding':'%s','columns':["
           "'c'],'rows':[{'id':'a','label':'A','values':['%s']},{'id':'b','label':'B',"
           "'values':['%s']}]}]}",
           t->rounding, printed(a, sizeof a, t->a), printed(b, sizeof b, t->b));
  snprintf(rule, sizeof rule, "'own_rules':[{'rule':'l/a','title':'T','severity':'note',%s}]",
           members);
  vp_profile *profile = profile_of(rule);
  vp_plan *plan = plan_with(budget);
  assert_int_equal(vp_plan_use_profile(plan, profile, NULL), VP_OK);
  vp_report *report = checked(plan, NULL);
  const vp_rule_result *result = vp_report_rule(report, vp_report_rule_count(report) - 1);
  assert_int_equal(result->applied, 1);
  bool found = result->failed > 0;
  vp_report_free(report);
  vp_plan_free(plan);
  vp_profile_free(profile);
  return found;
}

static void is_as_expected(const trial *t, const char *members, bool can_hold) {
  if (fires(t, members) != can_hold) return;
  fail_msg("%s: a %" PRId64 ", b %" PRId64 " kr, %s", members, t->a, t->b, t->rounding);
}

/* f = factor_a · a + factor_b · b can be zero or more. */
static bool reaches(const trial *t, int64_t factor_a, int64_t factor_b) {
  int64_t a = factor_a * (factor_a > 0 ? t->of_a.high : t->of_a.low);
  int64_t b = factor_b * (factor_b > 0 ? t->of_b.high : t->of_b.low);
  return a + b >= 0;
}

/* The limits are hundredths of a per cent. */
static void shares(void **state) {
  (void)state;
  uint64_t random = 1;
  for (int i = 0; i < ROUNDS; i++) {
    const trial t = random_trial(&random, 2);
    int64_t low = random_between(&random, -20000, 20000),
            high = random_between(&random, low, 20000);
    if (i % 3 == 0) high = low = t.a * 10000 / t.b; /* near what is printed */
    bool can_be_more = reaches(&t, 10000, -low), can_be_less = reaches(&t, -10000, high);
    char members[160];
#define SHARE "'share':['t.a.c','t.b.c'],'must':[{"
    snprintf(members, sizeof members, SHARE "'at_least':%" PRId64 "e-4}]", low);
    is_as_expected(&t, members, can_be_more);
    snprintf(members, sizeof members, SHARE "'at_most':%" PRId64 "e-4}]", high);
    is_as_expected(&t, members, can_be_less);
    snprintf(members, sizeof members, SHARE "'between':[%" PRId64 "e-4,%" PRId64 "e-4]}]", low,
             high);
    is_as_expected(&t, members, can_be_more && can_be_less);
  }
}

/* The limits are tkr. */
static void sums(void **state) {
  (void)state;
  uint64_t random = 2;
  for (int i = 0; i < ROUNDS; i++) {
    const trial t = random_trial(&random, -60);
    int64_t difference = (t.a - t.b) / 1000, off = random_between(&random, -3, 3) * 50;
    int64_t low = difference + off, high = low + random_between(&random, 0, 100);
    bool can_be_more = t.of_a.high - t.of_b.low >= low * 1000;
    bool can_be_less = t.of_a.low - t.of_b.high <= high * 1000;
    char members[160];
#define SUM "'sum':['t.a.c','-t.b.c'],'must':[{"
    snprintf(members, sizeof members, SUM "'at_least':'%" PRId64 " tkr'}]", low);
    is_as_expected(&t, members, can_be_more);
    snprintf(members, sizeof members, SUM "'at_most':'%" PRId64 " tkr'}]", high);
    is_as_expected(&t, members, can_be_less);
    snprintf(members, sizeof members, SUM "'between':['%" PRId64 " tkr','%" PRId64 " tkr']}]", low,
             high);
    is_as_expected(&t, members, can_be_more && can_be_less);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shares),
      cmocka_unit_test(sums),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
