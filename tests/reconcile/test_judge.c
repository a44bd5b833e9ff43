#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/reconcile.h>

#include "../base/random.h"
#include "../plans.h"

static bool is_number(vp_decimal found, const char *wanted) {
  vp_decimal number;
  assert_int_equal(vp_decimal_parse(&number, wanted, strlen(wanted)), VP_OK);
  return vp_decimal_compare(found, number) == 0;
}

static void check_number(vp_decimal found, const char *wanted) {
  char text[VP_DECIMAL_TEXT_SIZE];
  vp_decimal_format(text, sizeof text, found);
  if (!is_number(found, wanted)) assert_string_equal(text, wanted);
}

/* "[1, 2)" */
static void check_interval(vp_interval found, const char *wanted) {
  char low[VP_DECIMAL_TEXT_SIZE] = "-inf", high[VP_DECIMAL_TEXT_SIZE] = "inf", text[200];
  if (!found.low.unbounded) vp_decimal_format(low, sizeof low, found.low.value);
  if (!found.high.unbounded) vp_decimal_format(high, sizeof high, found.high.value);
  snprintf(text, sizeof text, "%c%s, %s%c", found.low.open ? '(' : '[', low, high,
           found.high.open ? ')' : ']');
  assert_string_equal(text, wanted);
}

/* A budget's members, and one of its relations. */
typedef struct fixture {
  vp_plan *plan;
  vp_reconciliation *reconciliation;
  const vp_relation *relation;
} fixture;

static fixture judge(const char *members, vp_relation_kind kind) {
  fixture f = {.plan = plan_with(members)};
  assert_int_equal(vp_reconcile(&f.reconciliation, f.plan, NULL), VP_OK);
  for (size_t i = 0; f.relation == NULL; i++) {
    const vp_relation *relation = vp_reconciliation_relation(f.reconciliation, i);
    assert_non_null(relation);
    if (relation->kind == kind) f.relation = relation;
  }
  return f;
}

static void done(fixture f) {
  vp_reconciliation_free(f.reconciliation);
  vp_plan_free(f.plan);
}

/* One column of a table. values: the rows' values and, last, the total, with '|' between them. */
static fixture judge_column(const char *declared, const char *values) {
  output json = {NULL, 0};
  output_put(&json, "'budget':{");
  output_put(&json, declared);
  output_put(&json, ",'tables':[{'id':'t','columns':['c'],'rows':[");
  const char *value = values;
  for (int row = 0;; row++) {
    const char *bar = strchr(value, '|');
    char member[100];
    int length = (int)(bar != NULL ? bar - value : (ptrdiff_t)strlen(value));
    const char *quote = strncmp(value, "null", 4) == 0 ? "" : "'";
    if (bar == NULL) {
      snprintf(member, sizeof member, "],'total':[%s%.*s%s]}]}", quote, length, value, quote);
      output_put(&json, member);
      break;
    }
    snprintf(member, sizeof member, "%s{'id':'r%d','label':'R','values':[%s%.*s%s]}",
             row > 0 ? "," : "", row, quote, length, value, quote);
    output_put(&json, member);
    value = bar + 1;
  }
  fixture f = judge(json.bytes, VP_RELATION_COLUMN);
  free(json.bytes);
  return f;
}

#define MNKR "'unit':'mnkr','decimals':1"
#define TRUNCATED MNKR ",'rounding':'truncated'"
#define ADJUSTED MNKR ",'rounding':'adjusted'"
#define EXACT_KR "'unit':'kr','rounding':'exact'"
#define ELEVEN "1,0|1,0|1,0|1,0|1,0|1,0|1,0|1,0|1,0|1,0|1,0|"

typedef struct verdict_case {
  const char *declared;
  const char *values;
  vp_verdict verdict;
  const char *difference, *worst_case, *three_sigma;
} verdict_case;

static const verdict_case verdict_cases[] = {
    {MNKR, "1,0|2,0|3,0", VP_VERDICT_EXACT, "0", "0.15", "0.15"},
    {MNKR, "1,0|2,0|3,1", VP_VERDICT_ROUNDING, "-0.1", "0.15", "0.15"},
    {MNKR, "1,0|2,0|2,9", VP_VERDICT_ROUNDING, "0.1", "0.15", "0.15"},
    {MNKR, "1,0|2,0|3,2", VP_VERDICT_IMPOSSIBLE, "-0.2", "0.15", "0.15"},
    {MNKR, "5,0|5,0", VP_VERDICT_EXACT, "0", "0.1", "0.12"},
    /* |D| = 3σ exactly, one step beyond it, H itself, and one step beyond that */
    {MNKR, ELEVEN "10,7", VP_VERDICT_ROUNDING, "0.3", "0.6", "0.3"},
    {MNKR, ELEVEN "11,3", VP_VERDICT_ROUNDING, "-0.3", "0.6", "0.3"},
    {MNKR, ELEVEN "10,6", VP_VERDICT_DOUBTFUL, "0.4", "0.6", "0.3"},
    {MNKR, ELEVEN "11,4", VP_VERDICT_DOUBTFUL, "-0.4", "0.6", "0.3"},
    {MNKR, ELEVEN "10,4", VP_VERDICT_DOUBTFUL, "0.6", "0.6", "0.3"},
    {MNKR, ELEVEN "10,3", VP_VERDICT_IMPOSSIBLE, "0.7", "0.6", "0.3"},
    {ADJUSTED, "1,0|2,0|3,0", VP_VERDICT_EXACT, "0", "0.15", "0.15"},
    {ADJUSTED, "1,0|2,0|3,1", VP_VERDICT_IMPOSSIBLE, "-0.1", "0.15", "0.15"},
    {EXACT_KR, "100|200|300", VP_VERDICT_EXACT, "0", "0", "0"},
    {EXACT_KR, "100|200|301", VP_VERDICT_IMPOSSIBLE, "-1", "0", "0"},
    /* truncated: more was cut off the parts than off the total, never the other way */
    {TRUNCATED, "1,0|1,0|1,0|3,0", VP_VERDICT_EXACT, "0", "0.2", "0.17"},
    {TRUNCATED, "1,0|1,0|1,0|3,2", VP_VERDICT_ROUNDING, "-0.2", "0.2", "0.17"},
    {TRUNCATED, "1,0|1,0|1,0|3,3", VP_VERDICT_IMPOSSIBLE, "-0.3", "0.2", "0.17"},
    {TRUNCATED, "1,0|1,0|1,0|2,9", VP_VERDICT_IMPOSSIBLE, "0.1", "0.2", "0.17"},
    {TRUNCATED, "-1,0|-1,0|-1,0|-3,2", VP_VERDICT_ROUNDING, "0.2", "0.2", "0.17"},
    {TRUNCATED, "-1,0|-1,0|-1,0|-3,3", VP_VERDICT_IMPOSSIBLE, "0.3", "0.2", "0.17"},
    {TRUNCATED, "-1,0|-1,0|-1,0|-2,9", VP_VERDICT_IMPOSSIBLE, "-0.1", "0.2", "0.17"},
    {TRUNCATED, "0,0|0,0|0,1", VP_VERDICT_ROUNDING, "-0.1", "0.25", "0.26"},
    {TRUNCATED, "0,0|0,0|-0,1", VP_VERDICT_ROUNDING, "0.1", "0.25", "0.26"},
    {TRUNCATED, "0,0|0,0|0,2", VP_VERDICT_IMPOSSIBLE, "-0.2", "0.25", "0.26"},
    /* in the middle of the possible differences lies -0.45, so 0.9 is far from likely, 0 is not */
    {TRUNCATED, ELEVEN "11,9", VP_VERDICT_DOUBTFUL, "-0.9", "0.6", "0.3"},
    {TRUNCATED, ELEVEN "11,5", VP_VERDICT_ROUNDING, "-0.5", "0.6", "0.3"},
    /* counts are exact, unless qualified */
    {"'unit':'antal'", "2|3|5", VP_VERDICT_EXACT, "0", "0", "0"},
    {"'unit':'antal'", "2|3|6", VP_VERDICT_IMPOSSIBLE, "-1", "0", "0"},
    {"'unit':'antal'", "cirka 2|3|6", VP_VERDICT_ROUNDING, "-1", "1", "1.7"},
    {"'unit':'antal'", "cirka 2|3|7", VP_VERDICT_IMPOSSIBLE, "-2", "1", "1.7"},
    /* each amount has its own unit and its own precision */
    {MNKR, "2 150 tkr|1,0|3,2", VP_VERDICT_ROUNDING, "-0.05", "0.1005", "0.12"},
    {MNKR, "2 150 tkr|1 000 000 kr|3 150 tkr", VP_VERDICT_EXACT, "0", "0.0010005", "0.0012"},
    {MNKR, "2 150 tkr|1 000 000 kr|3 152 tkr", VP_VERDICT_IMPOSSIBLE, "-0.002", "0.0010005",
     "0.0012"},
    {MNKR, "40,0 %|60,0 %|100,0 %", VP_VERDICT_EXACT, "0", "0.15", "0.15"},
    {MNKR, "40,0 %|60,0 %|101,0 %", VP_VERDICT_IMPOSSIBLE, "-1", "0.15", "0.15"},
    /* drygt 2,0 lies in (2, 2.5]: a trailing zero is not taken as measured */
    {MNKR, "drygt 2,1|1,0|3,2", VP_VERDICT_ROUNDING, "-0.1", "0.15", "0.15"},
    {MNKR, "drygt 2,1|1,0|2,9", VP_VERDICT_IMPOSSIBLE, "0.2", "0.15", "0.15"},
    {MNKR, "knappt 2,1|1,0|2,9", VP_VERDICT_ROUNDING, "0.2", "0.15", "0.15"},
};

static void verdicts(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof verdict_cases / sizeof *verdict_cases; i++) {
    const verdict_case *c = &verdict_cases[i];
    fixture f = judge_column(c->declared, c->values);
    if (f.relation->verdict != c->verdict)
      fail_msg("%s: %s", c->values, vp_verdict_name(f.relation->verdict));
    assert_true(f.relation->is_bounded);
    check_number(f.relation->difference, c->difference);
    check_number(f.relation->worst_case, c->worst_case);
    check_number(f.relation->three_sigma, c->three_sigma);
    done(f);
  }
}

/* The frame of a real plan: opening and thirteen changes against the closing. */
static void the_real_frame_is_rounding(void **state) {
  (void)state;
  output json = example_text("bollebygd-socialnamnden-2026");
  vp_plan *plan = plan_from(json.bytes);
  vp_reconciliation *reconciliation;
  assert_int_equal(vp_reconcile(&reconciliation, plan, NULL), VP_OK);
  const vp_relation *frame = vp_reconciliation_relation(reconciliation, 0);
  assert_int_equal(frame->kind, VP_RELATION_FRAME);
  assert_int_equal(frame->term_count, 14);
  assert_int_equal(frame->verdict, VP_VERDICT_ROUNDING);
  assert_int_equal(frame->unit, VP_UNIT_MNKR);
  check_number(frame->sum, "231.3");
  check_number(frame->stated, "231.2");
  check_number(frame->difference, "0.1");
  check_number(frame->worst_case, "0.75");
  check_number(frame->three_sigma, "0.34");
  check_interval(frame->sum_interval, "[230.60, 232.00]");
  check_interval(frame->stated_interval, "[231.15, 231.25]");
  vp_reconciliation_free(reconciliation);
  vp_plan_free(plan);
  free(json.bytes);
}

/* A sum is as fine as its finest term, in the declared unit. */
static void results_are_no_finer_than_the_figures(void **state) {
  (void)state;
  fixture f = judge_column(MNKR, "1,0|2,0|3,1");
  char text[VP_DECIMAL_TEXT_SIZE];
  vp_decimal_format(text, sizeof text, f.relation->difference);
  assert_string_equal(text, "-0.1");
  vp_decimal_format(text, sizeof text, f.relation->sum);
  assert_string_equal(text, "3.0");
  done(f);
}

static void the_unit_of_the_results(void **state) {
  (void)state;
  static const struct {
    const char *declared, *values;
    vp_unit unit;
  } cases[] = {
      {MNKR, "2 150 tkr|1,0|3 150 tkr", VP_UNIT_MNKR},
      {"'decimals':1", "2 150 tkr|1 mnkr|3 150 tkr", VP_UNIT_TKR},
      {"'decimals':1", "2|1|3", VP_UNIT_NONE},
      {MNKR, "40 %|60 %|100 %", VP_UNIT_PERCENT},
      {MNKR, "40 %|60 %|null", VP_UNIT_PERCENT},
      {MNKR, "null|60 %|100 %", VP_UNIT_PERCENT},
      {MNKR, "null|null|null", VP_UNIT_MNKR},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f = judge_column(cases[i].declared, cases[i].values);
    assert_int_equal(f.relation->unit, cases[i].unit);
    assert_int_not_equal(f.relation->verdict, VP_VERDICT_UNIT_MISMATCH);
    done(f);
  }
}

static void what_cannot_be_added_is_said(void **state) {
  (void)state;
  static const struct {
    const char *declared, *values;
    vp_verdict verdict;
  } cases[] = {
      {MNKR, "5 %|1,0|6,0", VP_VERDICT_UNIT_MISMATCH},
      {MNKR, "5 %|6 %|11 antal", VP_VERDICT_UNIT_MISMATCH},
      {"'decimals':0", "5 mnkr|6|11", VP_VERDICT_UNIT_MISMATCH},
      {MNKR, "5 %|null|6,0", VP_VERDICT_UNIT_MISMATCH},
      {MNKR, "9 000 000 000 000 000 000|9 000 000 000 000 000 000|1,0", VP_VERDICT_OVERFLOW},
      {MNKR, "9 000 000 000 000 000 000|1,0|1,0", VP_VERDICT_OVERFLOW},
      {MNKR, "9 000 000 000 000 000 000|-1,0|-9 000 000 000 000 000 000", VP_VERDICT_OVERFLOW},
      {MNKR, "9 000 000 000 000 000 000|null|-9 000 000 000 000 000 000", VP_VERDICT_OVERFLOW},
      {MNKR, "null|1,0|cirka 9 223 372 036 854 775 807", VP_VERDICT_OVERFLOW},
      {MNKR, "0|9 223 372 036 854 775 800|9 223 372 036 854 775 800", VP_VERDICT_OVERFLOW},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f = judge_column(cases[i].declared, cases[i].values);
    if (f.relation->verdict != cases[i].verdict)
      fail_msg("%s: %s", cases[i].values, vp_verdict_name(f.relation->verdict));
    done(f);
  }
}

static void a_figure_without_an_end_has_no_tolerance(void **state) {
  (void)state;
  static const struct {
    const char *values;
    vp_verdict verdict;
    const char *sum_interval;
  } cases[] = {
      {"över 2,0|1,0|9,0", VP_VERDICT_ROUNDING, "(2.95, inf]"},
      {"över 2,0|1,0|2,9", VP_VERDICT_IMPOSSIBLE, "(2.95, inf]"},
      {"under 2,0|1,0|0,5", VP_VERDICT_ROUNDING, "[-inf, 3.05)"},
      {"minst 2,0|högst 1,0|99,0", VP_VERDICT_ROUNDING, "[-inf, inf]"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f = judge_column(MNKR, cases[i].values);
    assert_false(f.relation->is_bounded);
    assert_int_equal(f.relation->verdict, cases[i].verdict);
    check_interval(f.relation->sum_interval, cases[i].sum_interval);
    done(f);
  }
}

static void a_single_missing_cell_is_computed(void **state) {
  (void)state;
  static const struct {
    const char *declared, *values;
    const char *value, *interval;
  } cases[] = {
      {MNKR, "null|2,0|3,5", "1.5", "[1.40, 1.60]"},
      {MNKR, "1,0|2,0|null", "3.0", "[2.90, 3.10]"},
      {MNKR, "1,0|XX|2,9", "1.9", "[1.80, 2.00]"},
      {MNKR, "1,0|2,0|", "3.0", "[2.90, 3.10]"},
      {MNKR, "1,0|ja|2,0", "1.0", "[0.90, 1.10]"},
      {TRUNCATED, "null|2,0|3,5", "1.5", "(1.4, 1.6)"},
      {TRUNCATED, "1,0|-2,0|null", "-1.0", "(-1.1, -0.9)"},
      {TRUNCATED, "1,0|2,0|null", "3.0", "[3.0, 3.2)"},
      {MNKR, "null|över 2,0|3,5", "1.5", "[-inf, 1.55)"},
      {MNKR, "null|3,5", "3.5", "[3.45, 3.55]"},
      {MNKR, "null|40 %|100 %", "60", "[59.0, 61.0]"},
      {MNKR, "2 150 tkr|1,0|null", "3.150", "[3.0995, 3.2005]"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f = judge_column(cases[i].declared, cases[i].values);
    assert_int_equal(f.relation->verdict, VP_VERDICT_UNKNOWN);
    assert_int_equal(f.relation->missing_count, 1);
    assert_true(f.relation->missing_is_known);
    check_number(f.relation->missing_value, cases[i].value);
    check_interval(f.relation->missing_interval, cases[i].interval);
    done(f);
  }
}

static void two_missing_cells_are_not(void **state) {
  (void)state;
  fixture f = judge_column(MNKR, "null|null|3,5");
  assert_int_equal(f.relation->verdict, VP_VERDICT_UNKNOWN);
  assert_int_equal(f.relation->missing_count, 2);
  assert_false(f.relation->missing_is_known);
  done(f);
  /* The same cell twice is one unknown that the relation does not determine either. */
  f = judge("'budget':{'frame':{'opening':{'amount':'1'},"
            "'changes':[{'id':'a','label':'A','amount':null}],"
            "'closing':{'amount':'1'}},'ties':[{'sum':['a','a'],"
            "'equal':['frame.closing']}]}",
            VP_RELATION_TIE);
  assert_int_equal(f.relation->verdict, VP_VERDICT_UNKNOWN);
  assert_false(f.relation->missing_is_known);
  done(f);
}

/* Changes a and b, and a tie. */
static fixture judge_tie(const char *a, const char *b, const char *tie) {
  char json[600];
  snprintf(json, sizeof json,
           "'budget':{" MNKR ",'frame':{'opening':{'amount':'10,0'},'changes':["
           "{'id':'a','label':'A','amount':%s},{'id':'b','label':'B',"
           "'amount':%s}],'closing':{'amount':'12,0'}},'ties':[%s]}",
           a, b, tie);
  return judge(json, VP_RELATION_TIE);
}

#define SUM "{'sum':['frame.opening','a','-b'],'equal':['frame.closing']}"

static void terms_may_be_subtracted(void **state) {
  (void)state;
  static const struct {
    const char *a, *b, *tie;
    vp_verdict verdict;
    const char *number; /* D or, when a cell is missing, its value */
    const char *interval;
  } cases[] = {
      {"'3,0'", "'1,0'", SUM, VP_VERDICT_EXACT, "0", "[11.85, 12.15]"},
      {"'3,0'", "'1,2'", SUM, VP_VERDICT_DOUBTFUL, "-0.2", "[11.65, 11.95]"},
      {"'3,0'", "'-3,0'", "{'equal':['a','-b']}", VP_VERDICT_EXACT, "0", "[-3.05, -2.95]"},
      {"'3,0'", "'-3,2'", "{'equal':['-a','b']}", VP_VERDICT_IMPOSSIBLE, "0.2", "[-3.05, -2.95]"},
      {"'3,0'", "null", SUM, VP_VERDICT_UNKNOWN, "1.0", "[0.85, 1.15]"},
      {"'3,0'", "null", "{'sum':['a'],'equal':['-b']}", VP_VERDICT_UNKNOWN, "-3.0",
       "[-3.05, -2.95]"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f = judge_tie(cases[i].a, cases[i].b, cases[i].tie);
    const vp_relation *found = f.relation;
    bool is_unknown = found->verdict == VP_VERDICT_UNKNOWN;
    assert_int_equal(found->verdict, cases[i].verdict);
    check_number(is_unknown ? found->missing_value : found->difference, cases[i].number);
    check_interval(is_unknown ? found->missing_interval : found->sum_interval, cases[i].interval);
    done(f);
  }
}

/* An adjusted table promises its own sums, not that it equals another figure. */
static void a_tie_is_not_adjusted(void **state) {
  (void)state;
  fixture f = judge("'budget':{" ADJUSTED ",'frame':{'opening':{'amount':'1,0'},"
                    "'closing':{'amount':'1,1'}},"
                    "'ties':[{'equal':['frame.opening','frame.closing']}]}",
                    VP_RELATION_TIE);
  assert_int_equal(f.relation->verdict, VP_VERDICT_ROUNDING);
  done(f);
}

static void shares(void **state) {
  (void)state;
  static const struct {
    const char *part, *says;
    vp_verdict verdict;
    const char *difference;
  } cases[] = {
      {"'2,3'", "'1 %'", VP_VERDICT_ROUNDING, "0.012"},
      {"'2,3'", "'1,0 %'", VP_VERDICT_ROUNDING, "0.012"},
      {"'2,3'", "'0,99 %'", VP_VERDICT_ROUNDING, "-0.01112"},
      {"'2,3'", "'0,01'", VP_VERDICT_ROUNDING, "0.012"},
      {"'2,3'", "'2 %'", VP_VERDICT_IMPOSSIBLE, "2.324"},
      {"'2,3'", "'1,1 %'", VP_VERDICT_IMPOSSIBLE, "0.2432"},
      {"'2,3'", "'knappt 1 %'", VP_VERDICT_ROUNDING, "0.012"},
      {"'2,3'", "'över 2 %'", VP_VERDICT_IMPOSSIBLE, "2.324"},
      {"'2,3'", "'över 0,9 %'", VP_VERDICT_ROUNDING, "-0.2192"},
      {"'115,6'", "'50 %'", VP_VERDICT_EXACT, "0"},
      {"'2 312 tkr'", "'1 %'", VP_VERDICT_EXACT, "0"},
      {"'5 %'", "'1 %'", VP_VERDICT_UNIT_MISMATCH, "0"},
      {"'2,3'", "'2,3 mnkr'", VP_VERDICT_UNIT_MISMATCH, "0"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char json[500];
    snprintf(json, sizeof json,
             "'budget':{" MNKR ",'frame':{'opening':{'amount':%s},"
             "'closing':{'amount':'231,2'}}},'claims':[{'text':'T',"
             "'share':['frame.opening','frame.closing'],'says':%s}]",
             cases[i].part, cases[i].says);
    fixture f = judge(json, VP_RELATION_SHARE);
    if (f.relation->verdict != cases[i].verdict)
      fail_msg("%s %s: %s", cases[i].part, cases[i].says, vp_verdict_name(f.relation->verdict));
    check_number(f.relation->difference, cases[i].difference);
    done(f);
  }
}

static void a_missing_part_is_computed_from_its_share(void **state) {
  (void)state;
  fixture f = judge("'budget':{" MNKR ",'frame':{'opening':{'amount':null},"
                    "'closing':{'amount':'200,0'}}},'claims':[{'text':'T',"
                    "'share':['-frame.opening','frame.closing'],'says':'1 %'}]",
                    VP_RELATION_SHARE);
  assert_int_equal(f.relation->verdict, VP_VERDICT_UNKNOWN);
  assert_true(f.relation->missing_is_known);
  check_number(f.relation->missing_value, "-2");
  done(f);
}

static void a_missing_whole_is_not(void **state) {
  (void)state;
  fixture f = judge("'budget':{" MNKR ",'frame':{'opening':{'amount':'2,0'},"
                    "'closing':{'amount':null}}},'claims':[{'text':'T',"
                    "'share':['frame.opening','frame.closing'],'says':'1 %'}]",
                    VP_RELATION_SHARE);
  assert_int_equal(f.relation->verdict, VP_VERDICT_UNKNOWN);
  assert_int_equal(f.relation->missing_count, 1);
  assert_false(f.relation->missing_is_known);
  done(f);
}

/* The reference: everything in whole steps of half a hundredth of a krona. */
enum { CELLS = 6, STEPS = 200 };

typedef struct slow_cell {
  int64_t value, low, high;
  bool low_open, high_open, missing;
  char json[40];
} slow_cell;

static int64_t power(int exponent) {
  int64_t result = 1;
  while (exponent-- > 0) result *= 10;
  return result;
}

static slow_cell cell_near(uint64_t *seed, int64_t value, vp_rounding rounding, bool is_plain) {
  static const struct {
    const char *name;
    int exponent;
  } units[] = {{"kr", 0}, {"tkr", 3}, {"mnkr", 6}};
  int u = is_plain ? 2 : (int)random_between(seed, 0, 2);
  int decimals = is_plain ? 1 : (int)random_between(seed, 0, 2);
  int64_t step = power(units[u].exponent) * STEPS / power(decimals);
  int64_t printed = value / step + random_between(seed, -2, 2);
  int64_t size = printed < 0 ? -printed : printed;
  slow_cell cell = {.value = printed * step, .missing = random_between(seed, 0, 11) == 0};
  cell.low = cell.high = cell.value;
  if (rounding == VP_ROUNDING_ROUNDED || rounding == VP_ROUNDING_ADJUSTED) {
    cell.low -= step / 2;
    cell.high += step / 2;
  } else if (rounding == VP_ROUNDING_TRUNCATED) {
    if (printed >= 0) cell.high += step, cell.high_open = true;
    if (printed <= 0) cell.low -= step, cell.low_open = true;
  }
  int length = snprintf(cell.json, sizeof cell.json, "'%s%lld", printed < 0 ? "-" : "",
                        (long long)(size / power(decimals)));
  if (decimals > 0)
    length += snprintf(cell.json + length, sizeof cell.json - (size_t)length, ",%0*lld", decimals,
                       (long long)(size % power(decimals)));
  snprintf(cell.json + length, sizeof cell.json - (size_t)length, " %s'", units[u].name);
  if (cell.missing) snprintf(cell.json, sizeof cell.json, "null");
  return cell;
}

/* The sum of all cells times their weights; of a missing one, nothing. */
static slow_cell slow_sum(const slow_cell *cells, const int *weights, size_t count) {
  slow_cell sum = {.value = 0};
  for (size_t i = 0; i < count; i++) {
    slow_cell c = cells[i];
    if (c.missing) continue;
    sum.value += c.value * weights[i];
    sum.low += weights[i] > 0 ? c.low : -c.high;
    sum.high += weights[i] > 0 ? c.high : -c.low;
    sum.low_open = sum.low_open || (weights[i] > 0 ? c.low_open : c.high_open);
    sum.high_open = sum.high_open || (weights[i] > 0 ? c.high_open : c.low_open);
  }
  return sum;
}

static vp_verdict slow_verdict(const slow_cell *cells, size_t count, slow_cell all) {
  int64_t squares = 0; /* of the widths, that is, four times those of the half-widths */
  if (all.value == 0) return VP_VERDICT_EXACT;
  if (all.low > 0 || (all.low == 0 && all.low_open)) return VP_VERDICT_IMPOSSIBLE;
  if (all.high < 0 || (all.high == 0 && all.high_open)) return VP_VERDICT_IMPOSSIBLE;
  for (size_t i = 0; i < count; i++) {
    int64_t width = cells[i].high - cells[i].low;
    squares += width * width;
  }
  int64_t middle = all.low + all.high; /* twice */
  return middle * middle <= 3 * squares ? VP_VERDICT_ROUNDING : VP_VERDICT_DOUBTFUL;
}

static int64_t in_steps(vp_decimal number, vp_unit unit) {
  number.exponent += vp_unit_exponent(unit);
  assert_int_equal(vp_decimal_rescale(&number, number, -3), VP_OK);
  assert_int_equal(number.coefficient % 5, 0);
  return number.coefficient / 5;
}

/* All cells but the last, with their signs, add up to the last one with its sign. */
static fixture judge_cells(const slow_cell *cells, const int *signs, size_t count,
                           const char *rounding) {
  output json = {NULL, 0}, tie = {NULL, 0};
  char member[200];
  snprintf(member, sizeof member,
           "'budget':{'unit':'tkr','frame':{'rounding':'%s',"
           "'opening':{'amount':'0'},'closing':{'amount':'0'},'changes':[",
           rounding);
  output_put(&json, member);
  output_put(&tie, "]},'ties':[{'sum':[");
  for (size_t i = 0; i < count; i++) {
    snprintf(member, sizeof member, "%s{'id':'c%d','label':'C','amount':%s}", i > 0 ? "," : "",
             (int)i, cells[i].json);
    output_put(&json, member);
    snprintf(member, sizeof member, "%s'%sc%d'%s",
             i == count - 1 ? "],'equal':["
             : i > 0        ? ","
                            : "",
             signs[i] < 0 ? "-" : "", (int)i, i == count - 1 ? "]}]}" : "");
    output_put(&tie, member);
  }
  output_put(&json, tie.bytes);
  fixture f = judge(json.bytes, VP_RELATION_TIE);
  free(json.bytes);
  free(tie.bytes);
  return f;
}

static void check_against(const vp_relation *found, const slow_cell *cells, const int *signs,
                          size_t count) {
  int weights[CELLS];
  size_t missing = 0, missing_at = 0;
  /* sum = sign × total: the total's sign goes to the other side */
  for (size_t i = 0; i < count; i++) {
    weights[i] = i == count - 1 ? -1 : signs[i] * signs[count - 1];
    if (cells[i].missing) missing++, missing_at = i;
  }
  slow_cell all = slow_sum(cells, weights, count);
  assert_int_equal(found->missing_count, missing);
  if (missing > 1) {
    assert_int_equal(found->verdict, VP_VERDICT_UNKNOWN);
  } else if (missing == 1) {
    int weight = weights[missing_at];
    const vp_bound *low = &found->missing_interval.low, *high = &found->missing_interval.high;
    assert_int_equal(found->verdict, VP_VERDICT_UNKNOWN);
    assert_true(found->missing_is_known);
    assert_int_equal(in_steps(found->missing_value, found->unit), -weight * all.value);
    assert_int_equal(in_steps(low->value, found->unit), weight > 0 ? -all.high : all.low);
    assert_int_equal(in_steps(high->value, found->unit), weight > 0 ? -all.low : all.high);
    assert_int_equal(low->open, weight > 0 ? all.high_open : all.low_open);
    assert_int_equal(high->open, weight > 0 ? all.low_open : all.high_open);
  } else {
    assert_int_equal(found->verdict, slow_verdict(cells, count, all));
    assert_int_equal(in_steps(found->difference, found->unit), all.value);
    vp_decimal width;
    assert_int_equal(vp_decimal_multiply(&width, found->worst_case, (vp_decimal){2, 0}), VP_OK);
    assert_int_equal(in_steps(width, found->unit), all.high - all.low);
  }
}

static void random_sums(void **state) {
  (void)state;
  static const char *const roundings[] = {"rounded", "truncated", "adjusted", "exact"};
  uint64_t seed = 1;
  int seen[VP_VERDICT_OVERFLOW + 1] = {0};
  for (int round = 0; round < 4000; round++) {
    slow_cell cells[CELLS];
    int signs[CELLS];
    size_t count = (size_t)random_between(&seed, 2, CELLS);
    vp_rounding rounding = (vp_rounding)random_between(&seed, 0, 3);
    bool is_plain = random_between(&seed, 0, 1) == 1;
    int64_t rest = 0;
    for (size_t i = 0; i < count; i++) {
      bool is_total = i == count - 1;
      signs[i] = random_between(&seed, 0, 3) == 0 ? -1 : 1;
      int64_t near = is_total ? rest * signs[i] : random_between(&seed, -20, 20) * 1000000 * STEPS;
      cells[i] = cell_near(&seed, near, rounding, is_plain);
      if (!is_total) rest += cells[i].value * signs[i];
    }
    fixture f = judge_cells(cells, signs, count, roundings[rounding]);
    check_against(f.relation, cells, signs, count);
    seen[f.relation->verdict]++;
    done(f);
  }
  for (int v = VP_VERDICT_EXACT; v <= VP_VERDICT_UNKNOWN; v++) assert_true(seen[v] > 20);
}

static void verdicts_have_names(void **state) {
  (void)state;
  assert_string_equal(vp_verdict_name(VP_VERDICT_EXACT), "exact");
  assert_string_equal(vp_relation_kind_name(VP_RELATION_FRAME), "frame");
  assert_string_equal(vp_relation_kind_name(VP_RELATION_NOT_NEGATIVE), "not_negative");
  assert_string_equal(vp_relation_kind_name((vp_relation_kind)(VP_RELATION_NOT_NEGATIVE + 1)), "?");
  assert_string_equal(vp_verdict_name(VP_VERDICT_OVERFLOW), "overflow");
  assert_string_equal(vp_verdict_name((vp_verdict)(VP_VERDICT_OVERFLOW + 1)), "?");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(verdicts),
      cmocka_unit_test(the_real_frame_is_rounding),
      cmocka_unit_test(results_are_no_finer_than_the_figures),
      cmocka_unit_test(the_unit_of_the_results),
      cmocka_unit_test(what_cannot_be_added_is_said),
      cmocka_unit_test(a_figure_without_an_end_has_no_tolerance),
      cmocka_unit_test(a_single_missing_cell_is_computed),
      cmocka_unit_test(two_missing_cells_are_not),
      cmocka_unit_test(terms_may_be_subtracted),
      cmocka_unit_test(a_tie_is_not_adjusted),
      cmocka_unit_test(shares),
      cmocka_unit_test(a_missing_part_is_computed_from_its_share),
      cmocka_unit_test(a_missing_whole_is_not),
      cmocka_unit_test(random_sums),
      cmocka_unit_test(verdicts_have_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
