/* Values of fields from the texts in which the plan file has them. */
#ifndef VP_MODEL_VALUE_H
#define VP_MODEL_VALUE_H

#include "model/element.h"

/* The choice (from 1) by its name; 0 for none, with the nearest name in *hint, or NULL. */
uint8_t vp_choice_find(const char *const *names, const char *text, const char **hint);

/* A whole number within the field's range; false for anything else. */
bool vp_integer_parse(vp_integer *out, const vp_field *field, const char *text, size_t length);

#endif
