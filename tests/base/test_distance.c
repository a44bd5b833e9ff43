#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/distance.h"
#include "random.h"

static void known_distances(void **state) {
  (void)state;
  static const struct {
    const char *a, *b;
    size_t distance;
  } cases[] = {
      {"", "", 0},
      {"", "abc", 3},
      {"value", "value", 0},
      {"values", "value", 1}, /* added */
      {"vlue", "value", 1},   /* left out */
      {"valve", "value", 1},  /* changed */
      {"vlaue", "value", 1},  /* swapped */
      {"111,4", "11,4", 1},
      {"110,6", "101,6", 1},
      {"ca", "abc", 3}, /* a swapped pair is not touched again: true Damerau-Levenshtein gives 2 */
      {"kitten", "sitting", 3},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *a = cases[i].a, *b = cases[i].b;
    assert_int_equal(vp_distance(a, strlen(a), b, strlen(b)), cases[i].distance);
    assert_int_equal(vp_distance(b, strlen(b), a, strlen(a)), cases[i].distance);
  }
}

/* The definition itself. */
static size_t slow(const char *a, size_t i, const char *b, size_t j) {
  if (i == 0 || j == 0) return i + j;
  size_t best = slow(a, i - 1, b, j - 1) + (a[i - 1] != b[j - 1]);
  size_t other = slow(a, i - 1, b, j) + 1;
  if (other < best) best = other;
  other = slow(a, i, b, j - 1) + 1;
  if (other < best) best = other;
  if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
    other = slow(a, i - 2, b, j - 2) + 1;
    if (other < best) best = other;
  }
  return best;
}

static void random_words(void **state) {
  (void)state;
  uint64_t seed = 1;
  for (int round = 0; round < 500; round++) {
    char words[2][6];
    size_t lengths[2];
    for (int w = 0; w < 2; w++) {
      lengths[w] = (size_t)random_between(&seed, 0, 6);
      for (size_t i = 0; i < lengths[w]; i++) words[w][i] = (char)random_between(&seed, 'a', 'c');
    }
    assert_int_equal(vp_distance(words[0], lengths[0], words[1], lengths[1]),
                     slow(words[0], lengths[0], words[1], lengths[1]));
  }
}

static void long_words_are_far(void **state) {
  (void)state;
  char word[VP_DISTANCE_MAX_LENGTH + 1];
  memset(word, 'a', sizeof word);
  assert_int_equal(vp_distance(word, VP_DISTANCE_MAX_LENGTH, word, VP_DISTANCE_MAX_LENGTH), 0);
  assert_int_equal(vp_distance(word, VP_DISTANCE_MAX_LENGTH, "", 0), VP_DISTANCE_MAX_LENGTH);
  assert_int_equal(vp_distance(word, sizeof word, "", 0), VP_DISTANCE_MAX_LENGTH + 1);
  assert_int_equal(vp_distance("", 0, word, sizeof word), VP_DISTANCE_MAX_LENGTH + 1);
}

static void hints_are_near(void **state) {
  (void)state;
  size_t distance;
  assert_true(vp_distance_is_hint("concil", "council", &distance));
  assert_int_equal(distance, 1);
  assert_true(vp_distance_is_hint("titel", "title", &distance));
  assert_true(vp_distance_is_hint("obsrvatoin", "observation", &distance));
  assert_false(vp_distance_is_hint("x", "id", &distance));
  assert_false(vp_distance_is_hint("a", "b", &distance));
  assert_false(vp_distance_is_hint("", "a", &distance));
  assert_false(vp_distance_is_hint("budget", "risks", &distance));
  char longer[2][300] = {"", ""};
  memset(longer[0], 'a', sizeof longer[0] - 1);
  memset(longer[1], 'b', sizeof longer[1] - 1);
  assert_false(vp_distance_is_hint(longer[0], longer[1], &distance));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(known_distances),
      cmocka_unit_test(random_words),
      cmocka_unit_test(long_words_are_far),
      cmocka_unit_test(hints_are_near),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
