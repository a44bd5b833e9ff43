/* A field by its name, or by those of the objects around it too: "target.period". */
#ifndef VP_MODEL_PATH_H
#define VP_MODEL_PATH_H

#include "model/place.h"
#include "model/selector.h"

/* A step of a path, which is left at the next one; an empty one is the last. */
vp_slice vp_path_step(const char **path);

/* The field of elements of that shape that the path leads to; NULL for none. */
const vp_field *vp_path_field(const vp_shape *shape, const char *path);

/* Where the path, which must lead to a field, ends in an element: at the object that lacks, when
 * one on the way does. */
vp_place vp_path_place(const vp_element *element, const char *path);

/* The path in the next "{path}" or "{+path}" of a text, which is moved past it; false when there is
 * none. */
bool vp_path_mention(vp_slice *path, const char **text);

#endif
