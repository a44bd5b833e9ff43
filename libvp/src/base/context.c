#include "base/context.h"

#include <stdlib.h>

#include "base/error.h"

static void *default_alloc(void *user, size_t size) {
  (void)user;
  return malloc(size);
}

static void *default_realloc(void *user, void *block, size_t size) {
  (void)user;
  return realloc(block, size);
}

static void default_free(void *user, void *block) {
  (void)user;
  free(block);
}

static const vp_context default_context = {{default_alloc, default_realloc, default_free, NULL}};

const vp_context *vp_context_or_default(const vp_context *context) {
  return context != NULL ? context : &default_context;
}

vp_status vp_context_new(vp_context **out, const vp_allocator *allocator, vp_error *error) {
  if (allocator == NULL) allocator = &default_context.allocator;
  if (allocator->alloc == NULL || allocator->realloc == NULL || allocator->free == NULL) {
    return vp_fail(error, VP_ERROR_ARGUMENT, "the allocator lacks a function");
  }
  vp_context *context = allocator->alloc(allocator->user, sizeof *context);
  if (context == NULL) return vp_fail_memory(error);
  context->allocator = *allocator;
  *out = context;
  return VP_OK;
}

void vp_context_free(vp_context *context) {
  if (context != NULL) vp_free(context, context);
}

void *vp_alloc(const vp_context *context, size_t size) {
  return context->allocator.alloc(context->allocator.user, size);
}

void *vp_realloc(const vp_context *context, void *block, size_t size) {
  return context->allocator.realloc(context->allocator.user, block, size);
}

void vp_free(const vp_context *context, void *block) {
  context->allocator.free(context->allocator.user, block);
}
