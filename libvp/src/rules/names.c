#include "rules/names.h"

const char *vp_name_of(const vp_element *element) {
  static const char *const keys[] = {"title", "label", "name"};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    const char *name = vp_element_text(element, keys[i], 0);
    if (name != NULL) return name;
  }
  return element->id != NULL ? element->id : "";
}
