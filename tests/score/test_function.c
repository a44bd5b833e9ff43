#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>

#include <vp/score.h>

#include "functions/function.h"
#include "models.h"
#include "score/function.h"

/* A function that notes what it gets, and gives what it is told to. */
typedef struct probe {
  vp_scalar given[2];
  vp_scalar result;
  int status;
  int calls;
} probe;

static int try_it(vp_scalar *result, const vp_scalar *arguments, size_t count, void *user) {
  probe *p = user;
  p->calls++;
  for (size_t i = 0; i < count && i < 2; i++) p->given[i] = arguments[i];
  *result = p->result;
  return p->status;
}

static vp_functions *functions_with(const char *signature, probe *p) {
  vp_functions *functions = NULL;
  assert_int_equal(vp_functions_new(&functions, NULL, NULL), VP_OK);
  assert_int_equal(vp_functions_register_callback(functions, "f", signature, try_it, p, NULL, NULL),
                   VP_OK);
  return functions;
}

static void only_numbers_of_two_numbers_score(void **state) {
  (void)state;
  static const struct {
    const char *signature;
    bool fits;
  } cases[] = {
      {"f64(f64,f64)", true},   {"i32(i32,i32)", true},      {"i64(u64,f64)", true},
      {"u64(i32,i64)", true},   {"bool(f64,f64)", false},    {"string(f64,f64)", false},
      {"f64(bool,f64)", false}, {"f64(f64,string)", false},  {"f64(f64)", false},
      {"f64()", false},         {"f64(f64,f64,f64)", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    probe p = {.calls = 0};
    vp_functions *functions = functions_with(cases[i].signature, &p);
    if (vp_score_function_fits(vp_functions_at(functions, 0)) != cases[i].fits)
      fail_msg("%s", cases[i].signature);
    vp_functions_free(functions);
  }
}

static bool scores(vp_decimal *out, const char *signature, probe *p, vp_decimal consequence,
                   vp_decimal likelihood) {
  vp_functions *functions = functions_with(signature, p);
  bool is_scored =
      vp_score_function_call(out, vp_functions_at(functions, 0), consequence, likelihood);
  vp_functions_free(functions);
  return is_scored;
}

static void levels_become_arguments(void **state) {
  (void)state;
  probe p = {.result = {VP_SCALAR_F64, {.f64 = 1}}};
  vp_decimal score;
  assert_true(scores(&score, "f64(f64,i32)", &p, (vp_decimal){25, -1}, (vp_decimal){-40, -1}));
  assert_true(p.given[0].type == VP_SCALAR_F64 && p.given[0].as.f64 == 2.5);
  assert_true(p.given[1].type == VP_SCALAR_I32 && p.given[1].as.i32 == -4);
  assert_true(scores(&score, "f64(i64,u64)", &p, (vp_decimal){INT64_MAX, 0}, (vp_decimal){3, 2}));
  assert_true(p.given[0].type == VP_SCALAR_I64 && p.given[0].as.i64 == INT64_MAX);
  assert_true(p.given[1].type == VP_SCALAR_U64 && p.given[1].as.u64 == 300);
  assert_true(scores(&score, "f64(i32,i32)", &p, whole(INT32_MIN), whole(INT32_MAX)));
  assert_true(p.given[0].as.i32 == INT32_MIN && p.given[1].as.i32 == INT32_MAX);
}

static void a_level_that_is_no_such_number_is_not_passed(void **state) {
  (void)state;
  static const struct {
    const char *signature;
    vp_decimal level;
  } cases[] = {
      {"f64(i32,f64)", {25, -1}},
      {"f64(i64,f64)", {25, -1}},
      {"f64(u64,f64)", {25, -1}},
      {"f64(i32,f64)", {(int64_t)INT32_MAX + 1, 0}},
      {"f64(i32,f64)", {(int64_t)INT32_MIN - 1, 0}},
      {"f64(u64,f64)", {-1, 0}},
      {"f64(i64,f64)", {1, 19}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    probe p = {.result = {VP_SCALAR_F64, {.f64 = 1}}};
    vp_decimal score;
    if (scores(&score, cases[i].signature, &p, cases[i].level, whole(1)))
      fail_msg("case %u", (unsigned)i);
    assert_int_equal(p.calls, 0);
  }
}

static void is_text(vp_decimal number, const char *wanted) {
  char text[VP_DECIMAL_TEXT_SIZE];
  vp_decimal_format(text, sizeof text, number);
  assert_string_equal(text, wanted);
}

static void results_become_decimals(void **state) {
  (void)state;
  static const struct {
    double result;
    const char *score;
  } cases[] = {
      {0, "0"},
      {-0.0, "0"},
      {12, "12"},
      {-7, "-7"},
      {0.5, "0.5"},
      {0.1 + 0.2, "0.3"},
      {-2.675, "-2.675"},
      {1.0 / 3, "0.333333333333333"},
      {2.0 / 3, "0.666666666666667"},
      {123456.789, "123456.789"},
      {9007199254740993.0, "9007199254740992"},
      {1e18, "1000000000000000000"},
      {9223372036854774784.0, "9223372036854774784"},
      {-9223372036854774784.0, "-9223372036854774784"},
      {2251799813685248.5, "2251799813685250"},
      {1e-20, "0.00000000000000000001"},
      {1.5e-22, "0.00000000000000000000015"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    probe p = {.result = {VP_SCALAR_F64, {.f64 = cases[i].result}}};
    vp_decimal score;
    assert_true(scores(&score, "f64(f64,f64)", &p, whole(1), whole(1)));
    is_text(score, cases[i].score);
  }
}

static void whole_results_stay_as_they_are(void **state) {
  (void)state;
  static const struct {
    const char *signature;
    vp_scalar result;
    const char *score;
  } cases[] = {
      {"i32(f64,f64)", {VP_SCALAR_I32, {.i32 = INT32_MIN}}, "-2147483648"},
      {"i64(f64,f64)", {VP_SCALAR_I64, {.i64 = INT64_MAX}}, "9223372036854775807"},
      {"i64(f64,f64)", {VP_SCALAR_I64, {.i64 = -INT64_MAX}}, "-9223372036854775807"},
      {"u64(f64,f64)", {VP_SCALAR_U64, {.u64 = INT64_MAX}}, "9223372036854775807"},
      {"u64(f64,f64)", {VP_SCALAR_U64, {.u64 = 0}}, "0"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    probe p = {.result = cases[i].result};
    vp_decimal score;
    assert_true(scores(&score, cases[i].signature, &p, whole(1), whole(1)));
    is_text(score, cases[i].score);
  }
}

static void some_results_are_no_score(void **state) {
  (void)state;
  static const struct {
    const char *signature;
    vp_scalar result;
    int status;
  } cases[] = {
      {"f64(f64,f64)", {VP_SCALAR_F64, {.f64 = (double)NAN}}, 0},
      {"f64(f64,f64)", {VP_SCALAR_F64, {.f64 = (double)INFINITY}}, 0},
      {"f64(f64,f64)", {VP_SCALAR_F64, {.f64 = 9223372036854775808.0}}, 0},
      {"f64(f64,f64)", {VP_SCALAR_F64, {.f64 = -9223372036854775808.0}}, 0},
      {"f64(f64,f64)", {VP_SCALAR_F64, {.f64 = 1e300}}, 0},
      {"f64(f64,f64)", {VP_SCALAR_F64, {.f64 = 1e-40}}, 0},
      {"f64(f64,f64)", {VP_SCALAR_F64, {.f64 = 5e-324}}, 0},
      {"f64(f64,f64)", {VP_SCALAR_F64, {.f64 = 1}}, -1},
      {"f64(f64,f64)", {VP_SCALAR_I32, {.i32 = 1}}, 0},
      {"f64(f64,f64)", {.type = VP_SCALAR_NONE}, 0},
      {"i64(f64,f64)", {VP_SCALAR_I64, {.i64 = INT64_MIN}}, 0},
      {"u64(f64,f64)", {VP_SCALAR_U64, {.u64 = (uint64_t)INT64_MAX + 1}}, 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    probe p = {.result = cases[i].result, .status = cases[i].status};
    vp_decimal score;
    if (scores(&score, cases[i].signature, &p, whole(1), whole(1)))
      fail_msg("case %u", (unsigned)i);
    assert_int_equal(p.calls, 1);
  }
}

#define RISK(ID, CONSEQUENCE, LIKELIHOOD, MORE) \
  "{'id':'" ID "','title':'R','consequence':" #CONSEQUENCE ",'likelihood':" #LIKELIHOOD MORE "}"

static double steep(double consequence, double likelihood) {
  return consequence == 3 ? (double)NAN : consequence * consequence * likelihood / 2;
}

static void a_plan_is_scored_by_its_function(void **state) {
  (void)state;
  vp_plan *plan = plan_of(
      "'risk_model':{'score':'function','function':'steep'," SCALES(LEVELS_3, "") ",'bands':[" BAND("Låg", 0, 3) "," BAND(
          "Hög", 3.5,
          9) "]},'risks':[" RISK("a", 1, 1,
                                 "") "," RISK("b", 2, 2,
                                              ",'value':5") "," RISK("c", 3, 1,
                                                                     "") "," RISK("d", 3, 1,
                                                                                  ",'value':4") "," RISK("e",
                                                                                                         4,
                                                                                                         1,
                                                                                                         "") "," RISK("f",
                                                                                                                      1,
                                                                                                                      null,
                                                                                                                      "") "]");
  vp_functions *functions = NULL;
  assert_int_equal(vp_functions_new(&functions, NULL, NULL), VP_OK);
  assert_int_equal(
      vp_functions_register(functions, "steep", "f64(f64,f64)", (vp_native_function)steep, NULL),
      VP_OK);
  vp_scoring *scoring = NULL;
  assert_int_equal(vp_score_with(&scoring, plan, functions, NULL), VP_OK);

  static const char *const computed[] = {"0.5", "4", NULL, NULL, NULL, NULL};
  for (size_t i = 0; i < 6; i++) {
    const vp_risk_score *risk = vp_scoring_risk(scoring, i);
    assert_int_equal(risk->is_computed, computed[i] != NULL);
    if (risk->is_computed) is_text(risk->computed, computed[i]);
  }
  assert_string_equal(vp_element_text(vp_scoring_risk(scoring, 0)->band, "name", 0), "Låg");
  assert_string_equal(vp_element_text(vp_scoring_risk(scoring, 1)->band, "name", 0), "Hög");
  is_text(vp_scoring_risk(scoring, 3)->value, "4");
  assert_false(vp_scoring_risk(scoring, 2)->is_scored);
  assert_string_equal(vp_element_id(vp_scoring_ranked(scoring, 0)->risk), "b");
  vp_decimal score;
  assert_true(vp_scoring_score(&score, scoring, whole(2), whole(3)));
  is_text(score, "6");
  assert_false(vp_scoring_score(&score, scoring, whole(3), whole(3)));
  assert_false(vp_scoring_score(&score, scoring, whole(4), whole(3)));
  vp_scoring_free(scoring);
  vp_functions_free(functions);
  vp_plan_free(plan);
}

static void without_its_function_a_plan_is_not_scored(void **state) {
  (void)state;
  static const char *const models[] = {
      "'score':'function','function':'g'", "'score':'function'", "'score':'function','function':''",
      "'score':'function','function':'F'", "'score':'function','function':'f '"};
  probe p = {.result = {VP_SCALAR_F64, {.f64 = 1}}};
  for (size_t i = 0; i < sizeof models / sizeof *models; i++) {
    char members[256];
    snprintf(members, sizeof members, "'risk_model':{%s},'risks':[" RISK("a", 1, 1, "") "]",
             models[i]);
    vp_plan *plan = plan_of(members);
    vp_functions *functions = functions_with("f64(f64,f64)", &p);
    vp_scoring *scoring = NULL;
    assert_int_equal(vp_score_with(&scoring, plan, functions, NULL), VP_OK);
    assert_false(vp_scoring_risk(scoring, 0)->is_computed);
    vp_scoring_free(scoring);
    vp_functions_free(functions);
    vp_plan_free(plan);
  }
  assert_int_equal(p.calls, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(only_numbers_of_two_numbers_score),
      cmocka_unit_test(levels_become_arguments),
      cmocka_unit_test(a_level_that_is_no_such_number_is_not_passed),
      cmocka_unit_test(results_become_decimals),
      cmocka_unit_test(whole_results_stay_as_they_are),
      cmocka_unit_test(some_results_are_no_score),
      cmocka_unit_test(a_plan_is_scored_by_its_function),
      cmocka_unit_test(without_its_function_a_plan_is_not_scored),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
