#include "model/value.h"

#include <string.h>

#include "base/distance.h"

uint8_t vp_choice_find(const char *const *names, const char *text, const char **hint) {
  size_t nearest = SIZE_MAX, distance;
  *hint = NULL;
  for (uint8_t i = 0; names[i] != NULL; i++) {
    if (strcmp(text, names[i]) == 0) return (uint8_t)(i + 1);
    if (!vp_distance_is_hint(text, names[i], &distance) || distance >= nearest) continue;
    nearest = distance;
    *hint = names[i];
  }
  return 0;
}

bool vp_integer_parse(vp_integer *out, const vp_field *field, const char *text, size_t length) {
  vp_decimal value;
  if (vp_decimal_parse(&value, text, length) != VP_OK ||
      vp_decimal_rescale(&value, value, 0) != VP_OK || value.coefficient < field->low ||
      value.coefficient > field->high)
    return false;
  *out = (vp_integer){.value = (int32_t)value.coefficient, .known = true};
  return true;
}
