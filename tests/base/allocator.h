/* An allocator that counts what is in use and can be told to run out. */
#ifndef TESTS_BASE_ALLOCATOR_H
#define TESTS_BASE_ALLOCATOR_H

#include <stdlib.h>

#include <vp/context.h>

typedef struct counting_allocator {
  int live;  /* blocks not freed yet */
  int calls; /* that will still succeed */
} counting_allocator;

static inline void *counting_realloc(void *user, void *block, size_t size) {
  counting_allocator *counter = user;
  if (counter->calls == 0) return NULL;
  counter->calls--;
  if (block == NULL) counter->live++;
  return realloc(block, size);
}

static inline void *counting_alloc(void *user, size_t size) {
  return counting_realloc(user, NULL, size);
}

static inline void counting_free(void *user, void *block) {
  if (block != NULL) ((counting_allocator *)user)->live--;
  free(block);
}

static inline vp_allocator counting(counting_allocator *counter) {
  return (vp_allocator){counting_alloc, counting_realloc, counting_free, counter};
}

#endif
