/* Arrays that grow on the context's allocator. */
#ifndef VP_BASE_ARRAY_H
#define VP_BASE_ARRAY_H

#include <stdbool.h>

#include "base/context.h"

/* Makes room for one more item; false, with the array as it was, when memory is out. */
bool vp_array_reserve(const vp_context *context, void **items, size_t *capacity, size_t count,
                      size_t size);

#endif
