#include "model/presence.h"

#include <stdio.h>
#include <string.h>

static void name_choices(const vp_shape *shape, char *list, size_t size) {
  list[0] = '\0';
  for (size_t i = 0; i < shape->field_count; i++) {
    if ((shape->fields[i].flags & VP_FIELD_ONE_OF) == 0) continue;
    size_t length = strlen(list);
    snprintf(list + length, size - length, "%s%s", length > 0 ? ", " : "", shape->fields[i].key);
  }
}

static bool check_required(const vp_element *element, char *message, size_t size) {
  for (size_t i = 0; i < element->shape->field_count; i++) {
    const vp_field *field = &element->shape->fields[i];
    if ((field->flags & VP_FIELD_REQUIRED) == 0 || vp_element_has(element, field)) continue;
    snprintf(message, size, "this %s has no \"%s\"", element->shape->name, field->key);
    return false;
  }
  return true;
}

static bool check_one_of(const vp_element *element, char *message, size_t size) {
  const vp_shape *shape = element->shape;
  const vp_field *chosen = NULL;
  bool is_asked = false;
  for (size_t i = 0; i < shape->field_count; i++) {
    const vp_field *field = &shape->fields[i];
    if ((field->flags & VP_FIELD_ONE_OF) == 0) continue;
    is_asked = true;
    if (!vp_element_has(element, field)) continue;
    if (chosen != NULL) {
      snprintf(message, size, "this %s has both \"%s\" and \"%s\": only one of them may stand",
               shape->name, chosen->key, field->key);
      return false;
    }
    chosen = field;
  }
  if (!is_asked || chosen != NULL) return true;
  char names[256];
  name_choices(shape, names, sizeof names);
  snprintf(message, size, "this %s has none of %s: one of them must stand", shape->name, names);
  return false;
}

static bool check_needs(const vp_element *element, char *message, size_t size) {
  for (size_t i = 0; i < element->shape->field_count; i++) {
    const vp_field *field = &element->shape->fields[i];
    if (field->needs == NULL || !vp_element_has(element, field)) continue;
    const vp_field *needed = vp_shape_field(element->shape, field->needs, strlen(field->needs));
    if (vp_element_has(element, needed)) continue;
    snprintf(message, size, "this %s has \"%s\" but no \"%s\"", element->shape->name, field->key,
             field->needs);
    return false;
  }
  return true;
}

static bool check_counts(const vp_element *element, char *message, size_t size) {
  for (size_t i = 0; i < element->shape->field_count; i++) {
    const vp_field *field = &element->shape->fields[i];
    bool is_counted = field->kind == VP_FIELD_QUANTITIES || field->kind == VP_FIELD_REFERENCES;
    if (!is_counted || !vp_element_has(element, field)) continue;
    size_t count = vp_element_items(element, field);
    if (count >= (size_t)field->low && (field->high == 0 || count <= (size_t)field->high)) continue;
    snprintf(message, size, "\"%s\" takes %s %ld item%s, not %lu", field->key,
             field->high > 0 ? "exactly" : "at least", (long)field->low, field->low == 1 ? "" : "s",
             (unsigned long)count);
    return false;
  }
  return true;
}

static bool check_filled(const vp_element *element, char *message, size_t size) {
  for (size_t i = 0; i < element->shape->field_count; i++) {
    const vp_field *field = &element->shape->fields[i];
    if ((field->flags & VP_FIELD_FILLED) == 0 || !vp_element_has(element, field)) continue;
    if (*vp_element_field_text(element, field, 0) != '\0') continue;
    snprintf(message, size, "\"%s\" is empty", field->key);
    return false;
  }
  return true;
}

bool vp_presence_check(const vp_element *element, char *message, size_t size) {
  return check_required(element, message, size) && check_one_of(element, message, size) &&
         check_needs(element, message, size) && check_counts(element, message, size) &&
         check_filled(element, message, size);
}
