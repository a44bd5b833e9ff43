/* Does an element have the fields that it must have? */
#ifndef VP_MODEL_PRESENCE_H
#define VP_MODEL_PRESENCE_H

#include "model/element.h"

/* false, with what is wrong in message (a text of that size), when a required field is missing,
 * when not exactly one of the fields of which one must stand does, or when a list has too few or
 * too many items, or when a text that may not be empty is. */
bool vp_presence_check(const vp_element *element, char *message, size_t size);

#endif
