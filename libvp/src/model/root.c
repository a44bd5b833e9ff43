#include "model/root.h"

vp_root *vp_root_new(const vp_shape *shape, const vp_context *context) {
  vp_arena arena;
  vp_arena_init(&arena, context);
  vp_root *root = vp_arena_alloc(&arena, shape->size);
  if (root == NULL) return NULL;
  root->base.shape = shape;
  root->arena = arena;
  return root;
}

void vp_root_free(vp_root *root) {
  if (root == NULL) return;
  vp_arena arena = root->arena; /* the root lies in it */
  vp_arena_free(&arena);
}

const vp_root *vp_root_of(const vp_element *element) {
  while (element->parent != NULL) element = element->parent;
  return VP_AS(vp_root, element);
}

vp_element *vp_element_new(vp_arena *arena, const vp_shape *shape, vp_element *parent,
                           const vp_field *field) {
  vp_element *element = vp_arena_alloc(arena, shape->size);
  if (element == NULL) return NULL;
  element->shape = shape;
  element->parent = parent;
  element->field = field;
  return element;
}
