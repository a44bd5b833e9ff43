#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <vp/functions.h>
#include <vp/track.h>

#include "functions/function.h"
#include "indicators.h"
#include "track/function.h"

static bool is_round(double value) { return value == 80; }

/* A function that notes what it gets, and gives what it is told to. */
typedef struct probe {
  vp_scalar given;
  vp_scalar result;
  int status;
  int calls;
} probe;

static int try_it(vp_scalar *result, const vp_scalar *arguments, size_t count, void *user) {
  probe *p = user;
  p->calls++;
  if (count > 0) p->given = arguments[0];
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

static void has_status(const char *indicator, const vp_functions *functions, const char *wanted) {
  vp_plan *plan = plan_of(indicator);
  vp_tracking *tracking = NULL;
  assert_int_equal(vp_track_with(&tracking, plan, functions, NULL), VP_OK);
  const vp_indicator_track *track = vp_tracking_indicator(tracking, 0);
  const char *found = vp_indicator_status_name(track->status);
  if (strcmp(found, wanted) != 0) fail_msg("%s: %s", indicator, found);
  assert_int_equal(track->forecast_meets, VP_OUTLOOK_NONE);
  vp_tracking_free(tracking);
  vp_plan_free(plan);
}

#define TARGET(NAME) "'direction':'higher','target':{'period':'2026','function':'" NAME "'}"
#define OBSERVED(OBSERVATIONS) ",'observations':[" OBSERVATIONS "]"
#define OF_2025(VALUE) "{'period':'2025','value':" VALUE "},"
#define OF_2026(VALUE) "{'period':'2026','value':" VALUE "}"

static void a_function_judges_the_outcome_of_the_targets_period(void **state) {
  (void)state;
  static const struct {
    const char *status, *observations;
  } cases[] = {
      {"met", OF_2025("90") OF_2026("80")},
      {"not_met", OF_2025("80") OF_2026("81")},
      {"met", OF_2026("80") ",{'period':'2027','value':70}"},
      {"better", "{'period':'2024','value':70}," OF_2025("80") "{'period':'2026','value':null}"},
      {"not_comparable", OF_2025("70") "{'period':'2026','value':80,'covers':'2026-H1'}"},
      {"not_yet_measurable", "{'period':'2026','value':80,'covers':'2026-H1'}"},
      {"not_yet_measurable", "{'period':'2025','value':80}"},
      {"not_measured", "{'period':'2026','value':null}"},
  };
  vp_functions *functions = NULL;
  assert_int_equal(vp_functions_new(&functions, NULL, NULL), VP_OK);
  assert_int_equal(
      vp_functions_register(functions, "f", "bool(f64)", (vp_native_function)is_round, NULL),
      VP_OK);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char indicator[512];
    snprintf(indicator, sizeof indicator, TARGET("f") OBSERVED("%s"), cases[i].observations);
    has_status(indicator, functions, cases[i].status);
  }
  vp_functions_free(functions);
}

static void without_its_function_a_target_is_neither_met_nor_missed(void **state) {
  (void)state;
  probe p = {.result = {VP_SCALAR_BOOL, {.truth = true}}};
  vp_functions *functions = functions_with("bool(f64)", &p);
  static const char *const names[] = {"g", "F", "f ", ""};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char indicator[512];
    snprintf(indicator, sizeof indicator,
             "'direction':'higher','target':{'period':'2026','function':'%s'}" OBSERVED(
                 OF_2025("70") OF_2026("80")),
             names[i]);
    has_status(indicator, functions, "better");
  }
  has_status(TARGET("f") OBSERVED(OF_2026("80")), NULL, "not_yet_measurable");
  assert_int_equal(p.calls, 0);
  vp_functions_free(functions);
}

static void only_an_answer_to_one_number_fits(void **state) {
  (void)state;
  static const struct {
    const char *signature;
    bool fits;
  } cases[] = {
      {"bool(f64)", true},   {"bool(i32)", true},     {"bool(i64)", true},      {"bool(u64)", true},
      {"bool(bool)", false}, {"bool(string)", false}, {"bool(f64,f64)", false}, {"bool()", false},
      {"f64(f64)", false},   {"i32(f64)", false},     {"string(f64)", false},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    probe p = {.result = {VP_SCALAR_BOOL, {.truth = true}}};
    vp_functions *functions = functions_with(cases[i].signature, &p);
    if (vp_target_function_fits(vp_functions_at(functions, 0)) != cases[i].fits)
      fail_msg("%s", cases[i].signature);
    has_status(TARGET("f") OBSERVED(OF_2026("80")), functions,
               cases[i].fits ? "met" : "not_yet_measurable");
    assert_int_equal(p.calls, cases[i].fits);
    vp_functions_free(functions);
  }
}

static void the_outcome_is_a_number_in_the_indicators_unit(void **state) {
  (void)state;
  static const struct {
    const char *unit, *value;
    double given;
  } cases[] = {
      {"%", "'81,5 %'", 81.5}, {"%", "81.5", 81.5},           {"", "-3", -3},
      {"", "'12 %'", 12},      {"mnkr", "'2 150 tkr'", 2.15}, {"tkr", "'2,15 mnkr'", 2150},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    probe p = {.result = {VP_SCALAR_BOOL, {.truth = false}}};
    vp_functions *functions = functions_with("bool(f64)", &p);
    char indicator[512];
    snprintf(indicator, sizeof indicator, "'unit':'%s'," TARGET("f") OBSERVED(OF_2026("%s")),
             cases[i].unit, cases[i].value);
    has_status(indicator, functions, "not_met");
    assert_true(p.given.type == VP_SCALAR_F64 && p.given.as.f64 == cases[i].given);
    vp_functions_free(functions);
  }
}

static void an_outcome_that_is_no_such_number_is_not_passed(void **state) {
  (void)state;
  static const struct {
    const char *signature, *unit, *value;
  } cases[] = {
      {"bool(f64)", "", "'Ja'"},       {"bool(f64)", "%", "'cirka 80 %'"},
      {"bool(f64)", "%", "'över 80'"}, {"bool(f64)", "", "'2 mnkr'"},
      {"bool(f64)", "mnkr", "'2 %'"},  {"bool(i32)", "", "2.5"},
      {"bool(u64)", "", "-1"},         {"bool(i32)", "", "3000000000"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    probe p = {.result = {VP_SCALAR_BOOL, {.truth = true}}};
    vp_functions *functions = functions_with(cases[i].signature, &p);
    char indicator[512];
    snprintf(indicator, sizeof indicator, "'unit':'%s'," TARGET("f") OBSERVED(OF_2026("%s")),
             cases[i].unit, cases[i].value);
    has_status(indicator, functions, "not_yet_measurable");
    assert_int_equal(p.calls, 0);
    vp_functions_free(functions);
  }
}

static void a_function_may_give_no_answer(void **state) {
  (void)state;
  static const probe cases[] = {
      {.result = {.type = VP_SCALAR_NONE}},
      {.result = {VP_SCALAR_BOOL, {.truth = true}}, .status = -1},
      {.result = {VP_SCALAR_I32, {.i32 = 1}}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    probe p = cases[i];
    vp_functions *functions = functions_with("bool(f64)", &p);
    has_status(TARGET("f") OBSERVED(OF_2026("80")), functions, "not_yet_measurable");
    has_status(TARGET("f") OBSERVED(OF_2025("90") OF_2026("80")), functions, "worse");
    assert_int_equal(p.calls, 2);
    vp_functions_free(functions);
  }
}

static void a_forecast_is_not_held_against_a_function(void **state) {
  (void)state;
  probe p = {.result = {VP_SCALAR_BOOL, {.truth = true}}};
  vp_functions *functions = functions_with("bool(f64)", &p);
  has_status(TARGET("f") OBSERVED("{'period':'2021','value':70},{'period':'2022','value':72},"
                                  "{'period':'2023','value':75},{'period':'2024','value':76},"
                                  "{'period':'2025','value':78}"),
             functions, "better");
  assert_int_equal(p.calls, 0);
  vp_functions_free(functions);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_function_judges_the_outcome_of_the_targets_period),
      cmocka_unit_test(without_its_function_a_target_is_neither_met_nor_missed),
      cmocka_unit_test(only_an_answer_to_one_number_fits),
      cmocka_unit_test(the_outcome_is_a_number_in_the_indicators_unit),
      cmocka_unit_test(an_outcome_that_is_no_such_number_is_not_passed),
      cmocka_unit_test(a_function_may_give_no_answer),
      cmocka_unit_test(a_forecast_is_not_held_against_a_function),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
