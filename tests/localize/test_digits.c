#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "../base/random.h"
#include "base/distance.h"
#include "localize/digits.h"

static const vp_range everything[3] = {
    {-1000000000, 1000000000}, {-1000000000, 1000000000}, {-1000000000, 1000000000}};

/* Only this one, with the same decimals. */
static size_t edits_to(vp_edit *edits, int64_t printed, int32_t fraction, int64_t wanted) {
  const vp_range ranges[3] = {{1, 0}, {wanted, wanted}, {1, 0}};
  return vp_digit_edits(edits, printed, fraction, ranges, VP_DIGIT_SLIPS);
}

static void each_slip_is_found(void **state) {
  (void)state;
  static const struct {
    int64_t printed, wanted;
    int32_t fraction;
    vp_slip slip;
  } cases[] = {
      {114, 1114, 1, VP_SLIP_DIGIT_LEFT_OUT}, /* 11,4 for 111,4 */
      {9, 109, 1, VP_SLIP_DIGIT_LEFT_OUT},    /* 0,9 for 10,9 */
      {1760, 17620, 1, VP_SLIP_DIGIT_LEFT_OUT},
      {1114, 114, 1, VP_SLIP_DIGIT_ADDED},
      {5145, 545, 1, VP_SLIP_DIGIT_ADDED},
      {515, 545, 1, VP_SLIP_DIGIT_CHANGED},
      {-515, -545, 1, VP_SLIP_DIGIT_CHANGED},
      {9, 90, 1, VP_SLIP_DIGITS_SWAPPED}, /* 0,9 for 9,0 */
      {517, 571, 0, VP_SLIP_DIGITS_SWAPPED},
      {-23, -32, 1, VP_SLIP_DIGITS_SWAPPED},
  };
  vp_edit edits[VP_EDITS_MAX];
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    size_t count = edits_to(edits, cases[i].printed, cases[i].fraction, cases[i].wanted);
    assert_true(count > 0);
    assert_int_equal(edits[0].slip, cases[i].slip);
    assert_int_equal(edits[0].coefficient, cases[i].wanted);
  }
}

static void what_nobody_prints_is_not_proposed(void **state) {
  (void)state;
  vp_edit edits[VP_EDITS_MAX];
  assert_int_equal(edits_to(edits, 204, 0, 24), 1); /* 24: the 0 was added */
  assert_int_equal(edits_to(edits, 204, 0, 4), 0);  /* 04 */
  assert_int_equal(edits_to(edits, 102, 0, 12), 1);
  assert_int_equal(edits_to(edits, 515, 0, 515), 0); /* nothing has slipped */
  assert_int_equal(edits_to(edits, 102, 0, 2), 0);
}

static void a_digit_behind_the_point_changes_the_decimals(void **state) {
  (void)state;
  vp_edit edits[VP_EDITS_MAX];
  const vp_range finer[3] = {{1145, 1145}, {1, 0}, {1, 0}};
  assert_int_equal(vp_digit_edits(edits, 114, 1, finer, VP_DIGIT_SLIPS), 1); /* 11,4 for 11,45 */
  assert_int_equal(edits[0].shift, -1);
  const vp_range coarser[3] = {{1, 0}, {1, 0}, {11, 11}};
  assert_int_equal(vp_digit_edits(edits, 114, 1, coarser, VP_DIGIT_SLIPS), 1); /* 11,4 for 11 */
  assert_int_equal(edits[0].shift, 1);
}

/* Whole numbers have no point that could hide a difference. */
static void edits_are_at_distance_one(void **state) {
  (void)state;
  uint64_t seed = 7;
  vp_edit edits[VP_EDITS_MAX];
  for (int i = 0; i < 3000; i++) {
    char a[24], b[24];
    int64_t printed = random_between(&seed, 1, 99999), wanted = random_between(&seed, 1, 99999);
    snprintf(a, sizeof a, "%d", (int)printed);
    snprintf(b, sizeof b, "%d", (int)wanted);
    bool is_near = vp_distance(a, strlen(a), b, strlen(b)) == 1;
    assert_int_equal(edits_to(edits, printed, 0, wanted) > 0, is_near);
    size_t count = vp_digit_edits(edits, printed, 0, everything, VP_DIGIT_SLIPS);
    for (size_t j = 0; j < count; j++) {
      snprintf(b, sizeof b, "%d", (int)edits[j].coefficient);
      assert_int_equal(vp_distance(a, strlen(a), b, strlen(b)), 1);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_slip_is_found),
      cmocka_unit_test(what_nobody_prints_is_not_proposed),
      cmocka_unit_test(a_digit_behind_the_point_changes_the_decimals),
      cmocka_unit_test(edits_are_at_distance_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
