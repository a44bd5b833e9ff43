/* Memory that is freed all at once. */
#ifndef VP_BASE_ARENA_H
#define VP_BASE_ARENA_H

#include "base/context.h"

typedef struct vp_arena_block vp_arena_block;

typedef struct vp_arena {
  const vp_context *context;
  vp_arena_block *blocks;
  char *next;
  size_t left;
} vp_arena;

void vp_arena_init(vp_arena *arena, const vp_context *context);
void vp_arena_free(vp_arena *arena);

/* Zeroed and aligned for any type; NULL when memory is out or count × size overflows. */
void *vp_arena_alloc(vp_arena *arena, size_t size);
void *vp_arena_array(vp_arena *arena, size_t count, size_t size);

/* An array whose size is known only when it is full: grown, moving, as a block of its own (NULL to
 * begin with), and then kept by the arena without a copy, or dropped. */
void *vp_arena_grow(vp_arena *arena, void *loose, size_t size);
void vp_arena_keep(vp_arena *arena, void *loose);
void vp_arena_drop(vp_arena *arena, void *loose);

/* A NUL-terminated copy. */
char *vp_arena_copy(vp_arena *arena, const char *text, size_t length);

#endif
