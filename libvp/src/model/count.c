#include "model/count.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

typedef struct slice {
  const char *text;
  size_t length;
} slice;

typedef struct counter {
  slice list, filter_key, filter_text, distinct;
  const vp_context *context;
  const char **texts; /* of the field to count by */
  size_t text_count, text_capacity;
  size_t count;
  bool failed;
} counter;

static slice until(const char **at, const char *stops) {
  slice part = {*at, strcspn(*at, stops)};
  *at += part.length;
  return part;
}

static bool parse(counter *c, const char *selector) {
  c->list = until(&selector, "[.");
  if (*selector == '[') {
    selector++;
    c->filter_key = until(&selector, "=]");
    if (*selector++ != '=') return false;
    c->filter_text = until(&selector, "]");
    if (*selector++ != ']') return false;
  }
  if (*selector == '.') {
    selector++;
    c->distinct = until(&selector, "");
  }
  return *selector == '\0' && c->list.length > 0;
}

static bool equals(const char *text, slice part) {
  return text != NULL && strncmp(text, part.text, part.length) == 0 && text[part.length] == '\0';
}

/* The shape of the list's elements, anywhere in the format. */
static const vp_shape *find_list(const vp_shape *shape, slice name) {
  const vp_shape *found = NULL;
  for (size_t i = 0; i < shape->field_count && found == NULL; i++) {
    const vp_field *field = &shape->fields[i];
    if (field->shape == NULL) continue;
    bool matches = field->kind == VP_FIELD_LIST && equals(field->key, name);
    found = matches ? field->shape : find_list(field->shape, name);
  }
  return found;
}

static const char *text_of(const vp_element *element, slice key) {
  const vp_field *field = vp_shape_field(element->shape, key.text, key.length);
  return vp_element_field_text(element, field, 0);
}

static void count_element(const vp_element *element, void *user) {
  counter *c = user;
  if (element->field == NULL || !equals(element->field->key, c->list)) return;
  if (c->filter_key.length > 0 && !equals(text_of(element, c->filter_key), c->filter_text)) return;
  c->count++;
  const char *text = c->distinct.length > 0 ? text_of(element, c->distinct) : NULL;
  if (text == NULL || c->failed) return;
  void *texts = c->texts;
  c->failed = !vp_array_reserve(c->context, &texts, &c->text_capacity, c->text_count, sizeof text);
  c->texts = texts;
  if (!c->failed) c->texts[c->text_count++] = text;
}

static int by_text(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t count_distinct(counter *c) {
  if (c->text_count == 0) return 0;
  qsort(c->texts, c->text_count, sizeof *c->texts, by_text);
  size_t count = 1;
  for (size_t i = 1; i < c->text_count; i++) count += strcmp(c->texts[i - 1], c->texts[i]) != 0;
  return count;
}

vp_status vp_count(vp_selection *out, const vp_plan *plan, const char *selector, vp_error *error) {
  counter c = {.context = plan->context};
  bool is_valid = parse(&c, selector);
  const vp_shape *shape = is_valid ? find_list(&vp_plan_shape, c.list) : NULL;
  const slice keys[] = {c.filter_key, c.distinct};
  for (size_t i = 0; i < 2 && shape != NULL; i++)
    if (keys[i].length > 0 && vp_shape_field(shape, keys[i].text, keys[i].length) == NULL)
      shape = NULL;
  if (shape == NULL) {
    *out = (vp_selection){.is_valid = false};
    return VP_OK;
  }
  vp_element_walk(&plan->base, count_element, &c);
  size_t count = c.distinct.length > 0 ? count_distinct(&c) : c.count;
  vp_free(plan->context, c.texts);
  if (c.failed) return vp_fail_memory(error);
  *out = (vp_selection){.is_valid = true, .count = count};
  return VP_OK;
}
