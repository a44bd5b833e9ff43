#include "base/distance.h"

#include <string.h>

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

size_t vp_distance(const char *a, size_t a_length, const char *b, size_t b_length) {
  if (a_length > VP_DISTANCE_MAX_LENGTH || b_length > VP_DISTANCE_MAX_LENGTH)
    return VP_DISTANCE_MAX_LENGTH + 1;
  size_t rows[3][VP_DISTANCE_MAX_LENGTH + 1];
  size_t *before = rows[0], *above = rows[1], *row = rows[2];
  for (size_t j = 0; j <= b_length; j++) above[j] = j;
  for (size_t i = 1; i <= a_length; i++) {
    row[0] = i;
    for (size_t j = 1; j <= b_length; j++) {
      size_t change = above[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = least(change, least(above[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = least(row[j], before[j - 2] + 1);
    }
    size_t *oldest = before;
    before = above;
    above = row;
    row = oldest;
  }
  return above[b_length];
}

static size_t most_of(size_t a_length) { return 1 + a_length / 4; }

int vp_distance_may_be_hint(size_t a_length, size_t b_length) {
  /* Each change makes a text at most one longer or shorter. */
  size_t least_distance = a_length > b_length ? a_length - b_length : b_length - a_length;
  return a_length <= VP_DISTANCE_MAX_LENGTH && least_distance <= most_of(a_length);
}

int vp_distance_is_hint(const char *a, const char *b, size_t *distance) {
  size_t a_length = strlen(a), b_length = strlen(b);
  if (!vp_distance_may_be_hint(a_length, b_length)) return 0;
  *distance = vp_distance(a, a_length, b, b_length);
  return *distance <= most_of(a_length) && *distance < a_length;
}
