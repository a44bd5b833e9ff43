/* What a place is known by, however lists are reordered: a path as a JSON Pointer, with names in
 * place of indices. */
#ifndef VP_MODEL_IDENTITY_H
#define VP_MODEL_IDENTITY_H

#include "model/place.h"

typedef enum vp_known_by {
  VP_KNOWN_BY_ID,  /* ids, which stay when texts change */
  VP_KNOWN_BY_TEXT /* titles, labels and names, which stay when ids change */
} vp_known_by;

/* What has no id is known by its text, and what has neither by all that it says. */
void vp_place_identity(vp_place place, vp_known_by by, vp_buffer *out);

#endif
