/* What a finding calls the parts of a plan. */
#ifndef VP_RULES_NAMES_H
#define VP_RULES_NAMES_H

#include "model/element.h"

/* Its title, label or name; else its id; "" for none. */
const char *vp_name_of(const vp_element *element);

bool vp_is_kind(const vp_element *element, const char *kind);

#endif
