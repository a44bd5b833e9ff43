#include "model/selector.h"

#include <string.h>

#include "model/plan.h"

static vp_slice until(const char **at, const char *stops) {
  vp_slice part = {*at, strcspn(*at, stops)};
  *at += part.length;
  return part;
}

int vp_slice_compare(const char *text, vp_slice part) {
  int order = strncmp(text, part.text, part.length);
  return order != 0 ? order : text[part.length] != '\0';
}

static const vp_field *find_list(const vp_shape *shape, vp_slice name) {
  const vp_field *found = NULL;
  for (size_t i = 0; i < shape->field_count && found == NULL; i++) {
    const vp_field *field = &shape->fields[i];
    if (field->shape == NULL) continue;
    bool matches = field->kind == VP_FIELD_LIST && vp_slice_compare(field->key, name) == 0;
    found = matches ? field : find_list(field->shape, name);
  }
  return found;
}

static const vp_field *find_key(const vp_field *list, vp_slice key) {
  if (list == NULL || key.text == NULL) return NULL;
  return vp_shape_field(list->shape, key.text, key.length);
}

static bool take(const char **at, char sign) {
  bool is_there = **at == sign;
  *at += is_there;
  return is_there;
}

/* Whether it ends where it should. */
static bool split(vp_selector *s, const char *at) {
  s->list_name = until(&at, "[.");
  if (take(&at, '[')) {
    s->filter_name = until(&at, "=]");
    if (!take(&at, '=')) return false;
    s->text = until(&at, "]");
    if (!take(&at, ']')) return false;
  }
  if (take(&at, '.')) s->distinct_name = until(&at, "");
  return *at == '\0';
}

vp_selector vp_selector_parse(const char *selector) {
  vp_selector s = {.list = NULL};
  s.is_well_formed = split(&s, selector);
  s.list = find_list(&vp_plan_shape, s.list_name);
  s.filter = find_key(s.list, s.filter_name);
  s.distinct = find_key(s.list, s.distinct_name);
  return s;
}

bool vp_selector_is_valid(const vp_selector *s) {
  return s->is_well_formed && s->list != NULL &&
         (s->filter != NULL) == (s->filter_name.text != NULL) &&
         (s->distinct != NULL) == (s->distinct_name.text != NULL);
}

bool vp_selector_has(const vp_selector *s, const vp_element *element) {
  if (element->shape != s->list->shape || strcmp(element->field->key, s->list->key) != 0)
    return false;
  const char *text = s->filter != NULL ? vp_element_field_text(element, s->filter, 0) : NULL;
  return s->filter == NULL || (text != NULL && vp_slice_compare(text, s->text) == 0);
}
