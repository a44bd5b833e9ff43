/* How far apart two words are, and which known word was probably meant. */
#ifndef VP_BASE_DISTANCE_H
#define VP_BASE_DISTANCE_H

#include <stddef.h>

enum { VP_DISTANCE_MAX_LENGTH = 63 };

/* The optimal string alignment distance (characters left out, added, changed, or swapped with a
 * neighbour), in bytes. Longer texts than VP_DISTANCE_MAX_LENGTH are at distance
 * VP_DISTANCE_MAX_LENGTH + 1. */
size_t vp_distance(const char *a, size_t a_length, const char *b, size_t b_length);

/* Whether texts of these lengths can be near enough. */
int vp_distance_may_be_hint(size_t a_length, size_t b_length);

/* Whether b is near enough to a to be worth a hint. */
int vp_distance_is_hint(const char *a, const char *b, size_t *distance);

#endif
