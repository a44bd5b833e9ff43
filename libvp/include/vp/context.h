/* Where memory comes from. A context is only read after it was made: threads may
 * share it when its allocator may be called from all of them. Where a function takes a context,
 * NULL stands for one with malloc, realloc and free. */
#ifndef VP_CONTEXT_H
#define VP_CONTEXT_H

#include <vp/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The three functions keep malloc's, realloc's and free's contracts. */
typedef struct vp_allocator {
  void *(*alloc)(void *user, size_t size);
  void *(*realloc)(void *user, void *block, size_t size);
  void (*free)(void *user, void *block);
  void *user;
} vp_allocator;

typedef struct vp_context vp_context;

/* allocator is copied; NULL means malloc, realloc and free. The context must
 * outlive every object that is made with it. */
VP_API vp_status vp_context_new(vp_context **out, const vp_allocator *allocator, vp_error *error);
VP_API void vp_context_free(vp_context *context); /* NULL is allowed */

#ifdef __cplusplus
}
#endif

#endif
