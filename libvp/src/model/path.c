#include "model/path.h"

#include <string.h>

vp_slice vp_path_step(const char **path) {
  vp_slice step = {*path, strcspn(*path, ".")};
  *path += step.length;
  if (**path == '.' && (*path)[1] != '\0') (*path)++;
  return step;
}

const vp_field *vp_path_field(const vp_shape *shape, const char *path) {
  const vp_field *field = NULL;
  do {
    vp_slice step = vp_path_step(&path);
    field = shape != NULL ? vp_shape_field(shape, step.text, step.length) : NULL;
    shape = field != NULL && field->kind == VP_FIELD_OBJECT ? field->shape : NULL;
  } while (field != NULL && *path != '\0');
  return field;
}

vp_place vp_path_place(const vp_element *element, const char *path) {
  vp_place place = vp_place_element(element);
  do {
    vp_slice step = vp_path_step(&path);
    place.element = element;
    place.field = vp_shape_field(element->shape, step.text, step.length);
    element = vp_element_field_child(element, place.field, 0);
  } while (*path != '\0' && element != NULL);
  return place;
}

bool vp_path_mention(vp_slice *path, const char **text) {
  const char *begin = *text != NULL ? strchr(*text, '{') : NULL;
  const char *end = begin != NULL ? strchr(begin, '}') : NULL;
  if (end == NULL) return false;
  begin += begin[1] == '+' ? 2 : 1;
  *path = (vp_slice){begin, (size_t)(end - begin)};
  *text = end + 1;
  return true;
}
