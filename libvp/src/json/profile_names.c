#include "json/profile_names.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "json/locate.h"
#include "model/id.h"
#include "model/path.h"

uint32_t vp_profile_offset(const vp_reader *r, const vp_element *element, const char *key,
                           uint32_t item) {
  vp_place place = vp_place_field(element, key);
  place.item = item;
  return vp_locate(r->document, place)->begin;
}

static vp_quoted quoted(vp_slice text) {
  vp_quoted made;
  vp_scan_quote(made.text, text.text, text.length);
  return made;
}

static vp_slice whole(const char *text) { return (vp_slice){text, strlen(text)}; }

vp_quoted vp_quoted_text(const char *text) { return quoted(whole(text)); }

vp_nearest vp_nearest_to(vp_slice name) {
  vp_nearest nearest = {.wanted = "", .distance = SIZE_MAX};
  if (name.length < sizeof nearest.wanted) memcpy(nearest.wanted, name.text, name.length);
  return nearest;
}

void vp_nearest_consider(vp_nearest *nearest, const char *name) {
  size_t distance;
  if (!vp_distance_is_hint(nearest->wanted, name, &distance) || distance >= nearest->distance)
    return;
  nearest->found = name;
  nearest->distance = distance;
}

void vp_nearest_consider_fields(vp_nearest *nearest, const vp_shape *shape) {
  for (size_t i = 0; i < shape->field_count; i++)
    vp_nearest_consider(nearest, shape->fields[i].key);
}

vp_status vp_nearest_fail(const vp_nearest *nearest, const vp_reader *r, uint32_t at,
                          const char *format, ...) {
  char message[VP_ERROR_MESSAGE_SIZE];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  if (nearest->found == NULL) return vp_read_fail(r, at, "%s", message);
  return vp_read_fail(r, at, "%s: did you mean \"%s\"?", message, nearest->found);
}

static void consider_lists(vp_nearest *nearest, const vp_shape *shape) {
  for (size_t i = 0; i < shape->field_count; i++) {
    const vp_field *field = &shape->fields[i];
    if (field->kind == VP_FIELD_LIST) vp_nearest_consider(nearest, field->key);
    if (field->shape != NULL) consider_lists(nearest, field->shape);
  }
}

static vp_status unknown_list(const vp_reader *r, uint32_t at, vp_slice name) {
  vp_nearest nearest = vp_nearest_to(name);
  consider_lists(&nearest, &vp_plan_shape);
  return vp_nearest_fail(&nearest, r, at, "a plan has no list \"%s\"", quoted(name).text);
}

static vp_status unknown_field(const vp_reader *r, uint32_t at, const vp_shape *shape,
                               vp_slice name) {
  vp_nearest nearest = vp_nearest_to(name);
  vp_nearest_consider_fields(&nearest, shape);
  return vp_nearest_fail(&nearest, r, at, "%s %s has no field \"%s\"", vp_read_article(shape->name),
                         shape->name, quoted(name).text);
}

vp_status vp_check_choice(const vp_reader *r, uint32_t at, const vp_field *field, vp_slice text) {
  if (field->names == NULL) return VP_OK;
  vp_nearest nearest = vp_nearest_to(text);
  for (size_t i = 0; field->names[i] != NULL; i++) {
    if (vp_slice_compare(field->names[i], text) == 0) return VP_OK;
    vp_nearest_consider(&nearest, field->names[i]);
  }
  return vp_nearest_fail(&nearest, r, at, "\"%s\" is no value of \"%s\"", quoted(text).text,
                         field->key);
}

vp_status vp_check_selector(vp_selector *out, const vp_reader *r, uint32_t at, const char *text) {
  const vp_selector s = vp_selector_parse(text);
  if (s.list == NULL) return unknown_list(r, at, s.list_name);
  if (s.filter_name.text != NULL && s.filter == NULL)
    return unknown_field(r, at, s.list->shape, s.filter_name);
  if (!s.is_well_formed)
    return vp_read_fail(r, at, "\"%s\" is malformed: write for example goals[set_by=board]",
                        vp_quoted_text(text).text);
  if (s.distinct_name.text != NULL && s.distinct == NULL)
    return unknown_field(r, at, s.list->shape, s.distinct_name);
  *out = s;
  return s.filter != NULL ? vp_check_choice(r, at, s.filter, s.text) : VP_OK;
}

vp_status vp_check_path(const vp_field **out, const vp_reader *r, uint32_t at,
                        const vp_shape *shape, const char *path) {
  const vp_field *field = NULL;
  do {
    vp_slice step = vp_path_step(&path);
    if (shape == NULL) return vp_read_fail(r, at, "nothing in \"%s\" can be named", field->key);
    field = vp_shape_field(shape, step.text, step.length);
    if (field == NULL) return unknown_field(r, at, shape, step);
    shape = field->kind == VP_FIELD_OBJECT ? field->shape : NULL;
  } while (*path != '\0');
  *out = field;
  return VP_OK;
}

/* "table.row.column", "indicator.period", a change's id, of a plan that is not known here. */
static bool is_figure(const char *text) {
  char head[VP_DISTANCE_MAX_LENGTH + 1] = "";
  if (*text == '-') text++;
  size_t length = strcspn(text, ".");
  if (length >= sizeof head) return true;
  memcpy(head, text, length);
  bool is_whole = text[length] == '\0' || text[strlen(text) - 1] != '.';
  return vp_id_is_valid(head) && is_whole && strstr(text, "..") == NULL &&
         strpbrk(text, "* \t") == NULL;
}

vp_status vp_check_figures(const vp_reader *r, const vp_element *element, const char *key,
                           const vp_texts *figures) {
  for (uint32_t i = 0; i < figures->count; i++)
    if (!is_figure(figures->items[i]))
      return vp_read_fail(r, vp_profile_offset(r, element, key, i),
                          "\"%s\" is no figure: write for example frame.closing, "
                          "internbudget.ao.2026 or hme.2025",
                          vp_quoted_text(figures->items[i]).text);
  return VP_OK;
}
