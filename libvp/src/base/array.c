#include "base/array.h"

bool vp_array_reserve(const vp_context *context, void **items, size_t *capacity, size_t count,
                      size_t size) {
  if (count < *capacity) return true;
  size_t larger = *capacity > 0 ? *capacity + *capacity / 2 + 1 : 8;
  if (larger > SIZE_MAX / size) return false;
  void *moved = vp_realloc(context, *items, larger * size);
  if (moved == NULL) return false;
  *items = moved;
  *capacity = larger;
  return true;
}
