#ifndef VP_BASE_CONTEXT_H
#define VP_BASE_CONTEXT_H

#include <vp/context.h>

struct vp_context {
  vp_allocator allocator;
};

/* context itself, or malloc, realloc and free in the place of NULL. */
const vp_context *vp_context_or_default(const vp_context *context);

void *vp_alloc(const vp_context *context, size_t size);
void *vp_realloc(const vp_context *context, void *block, size_t size);
void vp_free(const vp_context *context, void *block);

#endif
