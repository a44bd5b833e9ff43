/* From a place in a plan to its bytes in the text that it was read from. */
#ifndef VP_JSON_LOCATE_H
#define VP_JSON_LOCATE_H

#include "json/document.h"
#include "model/place.h"

/* The token of the place; of the nearest thing around it that stands in the text, when it does not
 * itself. */
const vp_token *vp_locate(const vp_document *document, vp_place place);

#endif
