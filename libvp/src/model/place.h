/* A place in a plan: an element, one of its fields, or one item of a field. */
#ifndef VP_MODEL_PLACE_H
#define VP_MODEL_PLACE_H

#include "base/buffer.h"
#include "model/element.h"

#define VP_NO_ITEM UINT32_MAX

typedef struct vp_place {
  const vp_element *element;
  const vp_field *field; /* NULL: the element itself */
  uint32_t item;         /* VP_NO_ITEM: the whole field */
} vp_place;

vp_place vp_place_element(const vp_element *element);

/* The field by its key, which must exist. */
vp_place vp_place_field(const vp_element *element, const char *key);
vp_place vp_place_item(const vp_element *element, const char *key, size_t item);

/* The JSON Pointer (RFC 6901) of the place, into VP_POINTER_SIZE bytes. */
void vp_place_pointer(char *text, vp_place place);

#endif
