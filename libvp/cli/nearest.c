#include "nearest.h"

#include <string.h>

enum { MAX_LENGTH = 63, MAX_SLIPS = 2 };

static size_t min(size_t a, size_t b) { return a < b ? a : b; }

/* Levenshtein's distance; neither text is longer than MAX_LENGTH. */
static size_t distance(const char *a, const char *b) {
  size_t row[MAX_LENGTH + 1];
  size_t width = strlen(b);
  for (size_t j = 0; j <= width; j++) row[j] = j;
  for (size_t i = 0; a[i] != '\0'; i++) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < width; j++) {
      size_t replaced = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = min(replaced, min(row[j], row[j + 1]) + 1);
    }
  }
  return row[width];
}

const char *cli_nearest(const char *written, const char *const *names, size_t count) {
  const char *nearest = NULL;
  size_t fewest = MAX_SLIPS + 1;
  for (size_t i = 0; i < count && strlen(written) <= MAX_LENGTH; i++) {
    if (strlen(names[i]) > MAX_LENGTH) continue;
    size_t slips = distance(written, names[i]);
    if (slips >= fewest || slips >= strlen(names[i])) continue;
    fewest = slips;
    nearest = names[i];
  }
  return nearest;
}
