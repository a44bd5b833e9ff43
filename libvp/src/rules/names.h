/* What a finding calls the parts of a plan. */
#ifndef VP_RULES_NAMES_H
#define VP_RULES_NAMES_H

#include <string.h>

#include "model/element.h"

/* Its title, label or name; else its id; "" for none. */
const char *vp_name_of(const vp_element *element);

/* Called for every element by many rules: most kinds differ in their first letter. */
static inline bool vp_is_kind(const vp_element *element, const char *kind) {
  return element != NULL && *element->shape->name == *kind &&
         strcmp(element->shape->name, kind) == 0;
}

#endif
