/* What a whole file is read into: its outermost element, and the memory of all that is below it. A
 * plan is one. */
#ifndef VP_MODEL_ROOT_H
#define VP_MODEL_ROOT_H

#include "base/arena.h"
#include "model/element.h"

typedef struct vp_root {
  vp_element base;
  vp_arena arena;                     /* the root itself lies in it */
  const struct vp_document *document; /* the text it was read from, or NULL */
} vp_root;

/* The root in a struct of the shape's, which is zero otherwise; NULL when memory is out. */
vp_root *vp_root_new(const vp_shape *shape, const vp_context *context);
void vp_root_free(vp_root *root); /* NULL is allowed */

/* The root above an element. */
const vp_root *vp_root_of(const vp_element *element);

/* A new element in a field of another; NULL when memory is out. */
vp_element *vp_element_new(vp_arena *arena, const vp_shape *shape, vp_element *parent,
                           const vp_field *field);

#endif
