#include "base/arena.h"

#include <stdbool.h>
#include <string.h>

enum { BLOCK_SIZE = 16 * 1024 };

struct vp_arena_block {
  vp_arena_block *next;
  max_align_t memory[];
};

void vp_arena_init(vp_arena *arena, const vp_context *context) {
  *arena = (vp_arena){.context = context};
}

void vp_arena_free(vp_arena *arena) {
  while (arena->blocks != NULL) {
    vp_arena_block *block = arena->blocks;
    arena->blocks = block->next;
    vp_free(arena->context, block);
  }
  vp_arena_init(arena, arena->context);
}

static bool add_block(vp_arena *arena, size_t size) {
  if (size < BLOCK_SIZE) size = BLOCK_SIZE;
  vp_arena_block *block = vp_alloc(arena->context, sizeof *block + size);
  if (block == NULL) return false;
  block->next = arena->blocks;
  arena->blocks = block;
  arena->next = (char *)block->memory;
  arena->left = size;
  return true;
}

static void *take(vp_arena *arena, size_t size) {
  const size_t alignment = _Alignof(max_align_t);
  if (size > SIZE_MAX - sizeof(vp_arena_block) - alignment) return NULL;
  if (size == 0) size = 1;
  size = (size + alignment - 1) / alignment * alignment;
  if (size > arena->left && !add_block(arena, size)) return NULL;
  void *memory = arena->next;
  arena->next += size;
  arena->left -= size;
  return memory;
}

void *vp_arena_alloc(vp_arena *arena, size_t size) {
  void *memory = take(arena, size);
  return memory != NULL ? memset(memory, 0, size) : NULL;
}

static vp_arena_block *block_of(void *loose) {
  return (vp_arena_block *)(void *)((char *)loose - offsetof(vp_arena_block, memory));
}

void *vp_arena_grow(vp_arena *arena, void *loose, size_t size) {
  if (size > SIZE_MAX - sizeof(vp_arena_block)) return NULL;
  vp_arena_block *block = loose != NULL ? block_of(loose) : NULL;
  block = vp_realloc(arena->context, block, sizeof *block + size);
  return block != NULL ? block->memory : NULL;
}

void vp_arena_keep(vp_arena *arena, void *loose) {
  vp_arena_block *block = block_of(loose);
  block->next = arena->blocks;
  arena->blocks = block;
}

void vp_arena_drop(vp_arena *arena, void *loose) {
  if (loose != NULL) vp_free(arena->context, block_of(loose));
}

void *vp_arena_array(vp_arena *arena, size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) return NULL;
  return vp_arena_alloc(arena, count * size);
}

char *vp_arena_copy(vp_arena *arena, const char *text, size_t length) {
  if (length == SIZE_MAX) return NULL;
  char *copy = take(arena, length + 1);
  if (copy == NULL) return NULL;
  if (length > 0) memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}
