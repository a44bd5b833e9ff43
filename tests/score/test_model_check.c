#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>

#include "allocator.h"
#include "models.h"
#include "score/model_check.h"

/* A plan and the arena for what is found in it. */
typedef struct fixture {
  vp_plan *plan;
  const vp_risk_model *model;
  vp_arena arena;
} fixture;

static fixture with_plan(vp_plan *plan) {
  fixture f = {.plan = plan, .model = plan->risk_model};
  vp_arena_init(&f.arena, vp_context_or_default(NULL));
  return f;
}

static fixture with_model(const char *members) {
  char json[4096];
  snprintf(json, sizeof json, "'risk_model':{%s}", members);
  return with_plan(plan_of(json));
}

static void tear_down(fixture *f) {
  vp_arena_free(&f->arena);
  vp_plan_free(f->plan);
}

static void put_separator(output *out) {
  if (out->length > 0) output_put(out, " ");
}

static void put_decimal(output *out, vp_decimal value) {
  char digits[VP_DECIMAL_TEXT_SIZE];
  vp_decimal_format(digits, sizeof digits, value);
  output_put(out, digits);
}

static void put_place(output *out, vp_place place) {
  char pointer[VP_POINTER_SIZE];
  vp_place_pointer(pointer, place);
  output_put(out, pointer + strlen("/risk_model"));
}

static void assert_text(output *actual, const char *expected) {
  assert_string_equal(actual->bytes != NULL ? actual->bytes : "", expected);
  free(actual->bytes);
}

static void assert_decimals(vp_decimals values, const char *expected) {
  output found = {NULL, 0};
  for (size_t i = 0; i < values.count; i++) {
    put_separator(&found);
    put_decimal(&found, values.items[i]);
  }
  assert_text(&found, expected);
}

static void assert_places(vp_place_pairs pairs, const char *expected) {
  output found = {NULL, 0};
  for (size_t i = 0; i < pairs.count; i++) {
    put_separator(&found);
    put_place(&found, pairs.items[i].first);
    output_put(&found, "=");
    put_place(&found, pairs.items[i].second);
  }
  assert_text(&found, expected);
}

static void put_cell(output *out, const vp_matrix_cell *cell) {
  output_put(out, cell->consequence->name);
  output_put(out, cell->likelihood->name);
  put_decimal(out, cell->score);
  put_place(out, cell->place);
}

static void assert_cells(vp_cell_pairs pairs, const char *expected) {
  output found = {NULL, 0};
  for (size_t i = 0; i < pairs.count; i++) {
    put_separator(&found);
    put_cell(&found, &pairs.items[i].first);
    output_put(&found, "-");
    put_cell(&found, &pairs.items[i].second);
  }
  assert_text(&found, expected);
}

static void every_score_of_two_levels_is_reachable(void **state) {
  (void)state;
  static const struct {
    const char *model, *reachable;
  } cases[] = {
      {SCALES(LEVELS_5, LEVELS_5) ",'score':'product'", "1 2 3 4 5 6 8 9 10 12 15 16 20 25"},
      {SCALES(LEVELS_3, LEVELS_2) ",'score':'sum'", "2 3 4 5"},
      {SCALES(LEVEL(0, "z") "," LEVEL(7, "s"), LEVELS_2) ",'score':'product'", "0 7 14"},
      {SCALES(LEVELS_2,
              LEVELS_2) ",'score':'grid','grid':[{'consequence':1,'values':[3,'0,5']},"
                        "{'consequence':2,'values':[3,null,8]},{'consequence':9,'values':[7,7]}]",
       "0.5 3"},
      {SCALES(LEVELS_2, "") ",'score':'product'", ""},
      {SCALES("", LEVELS_2) ",'score':'sum'", ""},
      {"'score':'product'", ""},
      {SCALES(LEVELS_2, LEVELS_2) ",'score':'function','function':'f'", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f = with_model(cases[i].model);
    vp_decimals reachable;
    assert_true(vp_model_reachable(&reachable, f.model, NULL, &f.arena));
    assert_decimals(reachable, cases[i].reachable);
    tear_down(&f);
  }
}

#define PRODUCT_5X5 SCALES(LEVELS_5, LEVELS_5) ",'score':'product','bands':"

static void bands_miss_only_what_is_reachable(void **state) {
  (void)state;
  static const struct {
    const char *model, *missed;
  } cases[] = {
      /* 7, 13 and 14 are in no band, but no product of two levels either. */
      {PRODUCT_5X5
       "[" BAND("l", 1, 3) "," BAND("m", 4, 6) "," BAND("h", 8, 12) "," BAND("v", 15, 25) "]",
       ""},
      {PRODUCT_5X5 "[" BAND("v", 16, 24) "," BAND("m", 3, 8) "," BAND("h", 10, 12) "]",
       "1 2 9 15 25"},
      {PRODUCT_5X5 "[]", ""},
      {PRODUCT_5X5 "[" BAND("l", 1, 3) "," BAND("m", 25, 4) "]", ""},
      {PRODUCT_5X5 "[" BAND("l", 1, 3) "," BAND("m", 4, null) "]", ""},
      {"'score':'product','bands':[" BAND("l", 1, 3) "]", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f = with_model(cases[i].model);
    vp_decimals missed;
    assert_true(vp_model_missed(&missed, f.model, NULL, &f.arena));
    assert_decimals(missed, cases[i].missed);
    tear_down(&f);
  }
}

static void bands_that_share_a_value_overlap(void **state) {
  (void)state;
  static const struct {
    const char *bands, *overlaps;
  } cases[] = {
      {BAND("a", 1, 3) "," BAND("b", 4, 6), ""},
      {BAND("a", 1, 3) "," BAND("b", 4, 6) "," BAND("c", '3,5', '3,9'), ""},
      {BAND("a", 1, 4) "," BAND("b", 4, 6), "ab4..4"},
      {BAND("b", 4, 9) "," BAND("a", 1, 6) "," BAND("c", 8, 12), "ab4..6 bc8..9"},
      {BAND("a", 1, 20) "," BAND("b", 2, 3) "," BAND("c", 4, 5), "ab2..3 ac4..5"},
      {BAND("a", 1, 2) "," BAND("b", 1, 2) "," BAND("c", 1, 2), "ab1..2 ac1..2"},
      {BAND("a", 1, 6) "," BAND("b", 9, 2) "," BAND("c", 2, null), ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char json[1024];
    snprintf(json, sizeof json, "'score':'product','bands':[%s]", cases[i].bands);
    fixture f = with_model(json);
    vp_band_overlaps overlaps;
    assert_true(vp_model_overlaps(&overlaps, f.model, &f.arena));
    output found = {NULL, 0};
    for (size_t k = 0; k < overlaps.count; k++) {
      put_separator(&found);
      output_put(&found, overlaps.items[k].lower->name);
      output_put(&found, overlaps.items[k].higher->name);
      put_decimal(&found, overlaps.items[k].shared.low.value);
      output_put(&found, "..");
      put_decimal(&found, overlaps.items[k].shared.high.value);
    }
    assert_text(&found, cases[i].overlaps);
    tear_down(&f);
  }
}

static void level_values_must_rise(void **state) {
  (void)state;
  fixture f = with_model(SCALES(
      LEVEL(1, "a") "," LEVEL(3, "b") "," LEVEL(2, "c") "," LEVEL(2, "d") ",{'value':5,'name':'e'}",
      LEVELS_5) ",'score':'product'");
  vp_place_pairs pairs;
  assert_true(vp_scale_disorder(&pairs, f.model->scales->consequence, &f.arena));
  assert_places(pairs, "/scales/consequence/levels/1/value=/scales/consequence/levels/2/value "
                       "/scales/consequence/levels/2/value=/scales/consequence/levels/3/value");
  assert_true(vp_scale_disorder(&pairs, f.model->scales->likelihood, &f.arena));
  assert_int_equal(pairs.count, 0);
  tear_down(&f);
}

static void a_word_belongs_to_one_level(void **state) {
  (void)state;
  fixture f = with_model(SCALES("{'value':1,'name':'Liten','synonyms':['LITEN','låg']},"
                                "{'value':2,'name':'Stor','synonyms':['hög']},"
                                "{'value':3,'name':'Mycket stor','synonyms':['HÖG',' Låg ','hög']}",
                                LEVELS_5) ",'score':'product'");
  vp_place_pairs pairs;
  assert_true(vp_scale_shared_words(&pairs, f.model->scales->consequence, &f.arena));
  assert_places(pairs,
                "/scales/consequence/levels/1/synonyms/0=/scales/consequence/levels/2/synonyms/0 "
                "/scales/consequence/levels/0/synonyms/1=/scales/consequence/levels/2/synonyms/1");
  assert_true(vp_scale_shared_words(&pairs, f.model->scales->likelihood, &f.arena));
  assert_int_equal(pairs.count, 0);
  tear_down(&f);
}

#define GRID_OF(SCALES_OF, ROWS) SCALES_OF ",'score':'grid','grid':[" ROWS "]"
#define ROW(CONSEQUENCE, VALUES) "{'consequence':" #CONSEQUENCE ",'values':[" VALUES "]}"

static void a_grid_has_a_row_for_each_level_and_a_value_for_each_cell(void **state) {
  (void)state;
  static const struct {
    const char *model, *faults;
  } cases[] = {
      {GRID_OF(SCALES(LEVELS_2, LEVELS_3), ROW(1, "1,2,3") "," ROW(2, "2,4,6")), ""},
      {GRID_OF(SCALES(LEVELS_2, LEVELS_3), ROW(2, "2,4,6") "," ROW(1, "1,2,3")), ""},
      {GRID_OF(SCALES(LEVELS_3, LEVELS_2),
               ROW(1, "1,2") "," ROW(3, "1,2,3") "," ROW(1, "1,2") "," ROW(4, "1,'hög'")),
       "0/scales/consequence/levels/1 3/grid/1 2/grid/2/consequence 1/grid/3/consequence "
       "4/grid/3/values/1"},
      {GRID_OF(SCALES("", ""), ROW(1, "1,null") "," ROW(7, "1")), "4/grid/0/values/1"},
      {"'score':'grid','grid':[" ROW(1, "1,null") "," ROW(7, "1") "]", "4/grid/0/values/1"},
      {SCALES(LEVELS_2, LEVELS_3) ",'score':'product'", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f = with_model(cases[i].model);
    vp_grid_faults faults;
    assert_true(vp_model_grid_faults(&faults, f.model, &f.arena));
    output found = {NULL, 0};
    for (size_t k = 0; k < faults.count; k++) {
      put_separator(&found);
      put_decimal(&found, whole(faults.items[k].kind));
      put_place(&found, faults.items[k].place);
    }
    assert_text(&found, cases[i].faults);
    tear_down(&f);
  }
}

static void a_higher_level_never_gives_a_lower_score(void **state) {
  (void)state;
  static const struct {
    const char *model, *drops;
  } cases[] = {
      {GRID_OF(SCALES(LEVELS_2, LEVELS_3), ROW(1, "1,2,2") "," ROW(2, "1,4,6")), ""},
      {GRID_OF(SCALES(LEVELS_2, LEVELS_3), ROW(1, "1,5,3") "," ROW(2, "2,4,'3,5'")),
       "ab5/grid/0/values/1-ac3/grid/0/values/2 ab5/grid/0/values/1-bb4/grid/1/values/1 "
       "bb4/grid/1/values/1-bc3.5/grid/1/values/2"},
      /* Rows and levels stand in no order: the cells compare by the levels' values. */
      {GRID_OF(SCALES(LEVEL(2, "b") "," LEVEL(1, "a"), LEVEL(3, "y") "," LEVEL(1, "x")),
               ROW(2, "6,2") "," ROW(1, "3,4")),
       "ax4/grid/1/values/1-ay3/grid/1/values/0 ax4/grid/1/values/1-bx2/grid/0/values/1"},
      {GRID_OF(SCALES(LEVELS_2, LEVELS_3), ROW(1, "1,null,3")), ""},
      {SCALES(LEVELS_5, LEVELS_5) ",'score':'product'", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f = with_model(cases[i].model);
    vp_cell_pairs drops;
    assert_true(vp_model_drops(&drops, f.model, NULL, &f.arena));
    assert_cells(drops, cases[i].drops);
    tear_down(&f);
  }
}

static void the_lowest_band_does_not_touch_the_highest(void **state) {
  (void)state;
  static const struct {
    const char *model, *jumps;
  } cases[] = {
      {PRODUCT_5X5
       "[" BAND("l", 1, 3) "," BAND("m", 4, 6) "," BAND("h", 8, 12) "," BAND("v", 15, 25) "]",
       ""},
      {SCALES(LEVELS_2, LEVELS_5) ",'score':'product','bands':[" BAND("h", 6, 10) "," BAND(
           "l", 1, 4) "," BAND("m", 5, 5) "]",
       "ac3/score-bc6/score ad4/score-bd8/score bb4/score-bc6/score"},
      {SCALES(LEVELS_2, LEVELS_5) ",'score':'product','bands':[" BAND("l", 1, 4) "," BAND("h", 5,
                                                                                          10) "]",
       ""},
      {GRID_OF(SCALES(LEVELS_2, LEVELS_2), ROW(1, "9,1") "," ROW(2, "5,5")) ",'bands':[" BAND(
           "l", 1, 2) "," BAND("m", 3, 6) "," BAND("h", 7, 9) "]",
       "aa9/grid/0/values/0-ab1/grid/0/values/1"},
      {SCALES(LEVELS_2, LEVELS_2) ",'score':'product','bands':[" BAND("all", 1, 9) "," BAND(
           "b", 2, 3) "," BAND("c", 4, 5) "]",
       ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f = with_model(cases[i].model);
    vp_cell_pairs jumps;
    assert_true(vp_model_jumps(&jumps, f.model, NULL, &f.arena));
    assert_cells(jumps, cases[i].jumps);
    tear_down(&f);
  }
}

typedef struct counts {
  size_t reachable, faults;
} counts;

static bool check_all(counts *out, const vp_risk_model *model, vp_arena *arena) {
  vp_decimals reachable, missed;
  vp_band_overlaps overlaps;
  vp_place_pairs disorder[2], words[2];
  vp_grid_faults grid;
  vp_cell_pairs drops, jumps;
  if (!vp_model_reachable(&reachable, model, NULL, arena) ||
      !vp_model_missed(&missed, model, NULL, arena) ||
      !vp_model_overlaps(&overlaps, model, arena) ||
      !vp_scale_disorder(&disorder[0], model->scales->consequence, arena) ||
      !vp_scale_disorder(&disorder[1], model->scales->likelihood, arena) ||
      !vp_scale_shared_words(&words[0], model->scales->consequence, arena) ||
      !vp_scale_shared_words(&words[1], model->scales->likelihood, arena) ||
      !vp_model_grid_faults(&grid, model, arena) || !vp_model_drops(&drops, model, NULL, arena) ||
      !vp_model_jumps(&jumps, model, NULL, arena))
    return false;
  out->reachable = reachable.count;
  out->faults = missed.count + overlaps.count + disorder[0].count + disorder[1].count +
                words[0].count + words[1].count + grid.count + drops.count + jumps.count;
  return true;
}

static void the_example_models_are_sound(void **state) {
  (void)state;
  static const struct {
    const char *name;
    size_t reachable;
  } cases[] = {{"programme-risks-5x5", 14}, {"bollebygd-socialnamnden-2026", 0}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    output json = example_text(cases[i].name);
    fixture f = with_plan(plan_from(json.bytes));
    counts found;
    assert_true(check_all(&found, f.model, &f.arena));
    assert_int_equal(found.reachable, cases[i].reachable);
    assert_int_equal(found.faults, 0);
    tear_down(&f);
    free(json.bytes);
  }
}

static void a_failed_allocation_is_told(void **state) {
  (void)state;
  fixture f = with_model(GRID_OF(SCALES(LEVELS_5, LEVELS_5), ROW(1, "1,2,3,4,5")) ",'bands':[" BAND(
      "a", 1, 2) "," BAND("b", 2, 3) "," BAND("c", 4, 5) "]");
  counting_allocator counter = {.calls = -1};
  vp_allocator allocator = counting(&counter);
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  int calls = 0;
  for (bool done = false; !done; calls++) {
    counts found;
    vp_arena arena;
    vp_arena_init(&arena, context);
    counter.calls = calls;
    done = check_all(&found, f.model, &arena);
    vp_arena_free(&arena);
    assert_int_equal(counter.live, 1);
  }
  assert_true(calls > 1);
  vp_context_free(context);
  tear_down(&f);
}

static double ridge(double consequence, double likelihood) {
  return likelihood == 3 ? (double)NAN : 10 * consequence - likelihood;
}

static void a_function_is_checked_as_a_grid_is(void **state) {
  (void)state;
  fixture f =
      with_model(SCALES(LEVELS_2, LEVELS_3) ",'score':'function','function':'ridge',"
                                            "'bands':[" BAND("low", 8, 8) "," BAND(
                                                "middle", 9, 9) "," BAND("high", 18, 18) "]");
  vp_functions *functions = NULL;
  assert_int_equal(vp_functions_new(&functions, NULL, NULL), VP_OK);
  assert_int_equal(
      vp_functions_register(functions, "ridge", "f64(f64,f64)", (vp_native_function)ridge, NULL),
      VP_OK);
  vp_decimals reachable, missed;
  vp_cell_pairs drops, jumps;
  assert_true(vp_model_reachable(&reachable, f.model, functions, &f.arena));
  assert_decimals(reachable, "8 9 18 19");
  assert_true(vp_model_missed(&missed, f.model, functions, &f.arena));
  assert_decimals(missed, "19");
  assert_true(vp_model_drops(&drops, f.model, functions, &f.arena));
  assert_int_equal(drops.count, 2);
  assert_string_equal(drops.items[0].second.place.field->key, "score");
  assert_true(vp_model_jumps(&jumps, f.model, functions, &f.arena));
  assert_int_equal(jumps.count, 1);
  vp_functions_free(functions);
  tear_down(&f);
}

/* First no cell drops, when asked again every one does, and so on. */
static int changeable(vp_scalar *result, const vp_scalar *arguments, size_t count, void *user) {
  int *calls = user;
  int round = (*calls)++ / 25, direction = round % 2 == 0 ? 1 : -1;
  (void)count;
  *result = (vp_scalar){VP_SCALAR_I64,
                        {.i64 = direction * (5 * arguments[0].as.i64 + arguments[1].as.i64)}};
  return 0;
}

static void a_function_that_changes_its_mind_breaks_nothing(void **state) {
  (void)state;
  fixture f = with_model(SCALES(LEVELS_5, LEVELS_5) ",'score':'function','function':'f',"
                                                    "'bands':[" BAND("a", -30, -20) "," BAND(
                                                        "b", -19, 19) "," BAND("c", 20, 30) "]");
  vp_functions *functions = NULL;
  int calls = 0;
  assert_int_equal(vp_functions_new(&functions, NULL, NULL), VP_OK);
  assert_int_equal(vp_functions_register_callback(functions, "f", "i64(i64,i64)", changeable,
                                                  &calls, NULL, NULL),
                   VP_OK);
  for (int i = 0; i < 6; i++) {
    vp_cell_pairs drops;
    assert_true(vp_model_drops(&drops, f.model, functions, &f.arena));
    assert_int_equal(drops.count, i % 2 == 0 ? 0 : 40);
  }
  assert_int_equal(calls, 6 * 25);
  vp_functions_free(functions);
  tear_down(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_score_of_two_levels_is_reachable),
      cmocka_unit_test(bands_miss_only_what_is_reachable),
      cmocka_unit_test(bands_that_share_a_value_overlap),
      cmocka_unit_test(level_values_must_rise),
      cmocka_unit_test(a_word_belongs_to_one_level),
      cmocka_unit_test(a_grid_has_a_row_for_each_level_and_a_value_for_each_cell),
      cmocka_unit_test(a_higher_level_never_gives_a_lower_score),
      cmocka_unit_test(the_lowest_band_does_not_touch_the_highest),
      cmocka_unit_test(the_example_models_are_sound),
      cmocka_unit_test(a_function_is_checked_as_a_grid_is),
      cmocka_unit_test(a_function_that_changes_its_mind_breaks_nothing),
      cmocka_unit_test(a_failed_allocation_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
