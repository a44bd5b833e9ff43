/* From JSON to a plan, field by field as the shapes say. */
#include "json/reader.h"

#include <string.h>

#include "base/distance.h"
#include "json/locate.h"
#include "json/scanner.h"
#include "model/index.h"
#include "model/presence.h"

const char *vp_read_article(const char *noun) {
  return strchr("aeio", noun[0]) != NULL ? "an" : "a"; /* a unit */
}

/* Opens a list: how many items it has, and room for them. */
static vp_status open_list(vp_reader *r, void **items, size_t *count, size_t size, vp_json json,
                           const vp_field *field) {
  if (vp_json_kind_of(json) != VP_JSON_ARRAY)
    return vp_read_expected(r, json, field->key, "a list");
  size_t found = vp_json_count(json);
  bool is_counted = field->kind == VP_FIELD_QUANTITIES || field->kind == VP_FIELD_REFERENCES;
  bool is_too_long = field->high > 0 && found > (size_t)field->high;
  if (is_counted && (found < (size_t)field->low || is_too_long))
    return vp_read_fail(r, vp_json_offset(json), "\"%s\" takes %s %ld item%s, not %lu", field->key,
                        field->high > 0 ? "exactly" : "at least", (long)field->low,
                        field->low == 1 ? "" : "s", (unsigned long)found);
  void *room = vp_arena_array(r->arena, found > 0 ? found : 1, size);
  if (room == NULL) return vp_fail_memory(r->error);
  *items = room;
  *count = found;
  return VP_OK;
}

static vp_status read_texts(vp_reader *r, vp_texts *out, vp_json json, const vp_field *field) {
  void *items;
  size_t count, i = 0;
  vp_status status = open_list(r, &items, &count, sizeof *out->items, json, field);
  if (status != VP_OK) return status;
  *out = (vp_texts){items, count, count};
  vp_json item;
  for (bool more = vp_json_enter(&item, json); more && status == VP_OK;
       more = vp_json_advance(&item, json))
    status = vp_read_text(r, &out->items[i++], item, field->key);
  return status;
}

static vp_status read_choices(vp_reader *r, vp_choices *out, vp_json json, const vp_field *field) {
  void *items;
  size_t count, i = 0;
  vp_status status = open_list(r, &items, &count, sizeof *out->items, json, field);
  if (status != VP_OK) return status;
  *out = (vp_choices){items, count, count};
  vp_json item;
  for (bool more = vp_json_enter(&item, json); more && status == VP_OK;
       more = vp_json_advance(&item, json))
    status = vp_read_choice(r, &out->items[i++], item, field);
  return status;
}

static vp_status read_quantities(vp_reader *r, vp_quantities *out, vp_json json,
                                 const vp_field *field) {
  void *items;
  size_t count, i = 0;
  vp_status status = open_list(r, &items, &count, sizeof *out->items, json, field);
  if (status != VP_OK) return status;
  *out = (vp_quantities){items, count, count};
  vp_json item;
  for (bool more = vp_json_enter(&item, json); more && status == VP_OK;
       more = vp_json_advance(&item, json))
    status = vp_read_quantity(r, &out->items[i++], item, field->key);
  return status;
}

static vp_status read_element(vp_reader *r, vp_element *element, vp_json json);

static vp_status read_child(vp_reader *r, vp_element **out, vp_element *parent,
                            const vp_field *field, vp_json json) {
  vp_element *child = vp_element_new(r->arena, field->shape, parent, field);
  if (child == NULL) return vp_fail_memory(r->error);
  child->token = json.token;
  *out = child;
  if (field->shape->shorthand && vp_json_kind_of(json) == VP_JSON_STRING)
    return vp_read_id(r, &child->id, json);
  return read_element(r, child, json);
}

/* The member points to the shape's own struct: see object_of in element.c. */
static vp_status read_object(vp_reader *r, vp_element *parent, const vp_field *field,
                             vp_json json) {
  vp_element *child = NULL;
  vp_status status = read_child(r, &child, parent, field, json);
  if (status == VP_OK) memcpy(vp_element_slot(parent, field), &child, sizeof child);
  return status;
}

static vp_status read_list(vp_reader *r, vp_elements *out, vp_element *parent,
                           const vp_field *field, vp_json json) {
  void *items;
  size_t count;
  vp_status status = open_list(r, &items, &count, sizeof *out->items, json, field);
  if (status != VP_OK) return status;
  *out = (vp_elements){items, count, count};
  uint32_t i = 0;
  vp_json item;
  for (bool more = vp_json_enter(&item, json); more && status == VP_OK;
       more = vp_json_advance(&item, json), i++) {
    status = read_child(r, &out->items[i], parent, field, item);
    if (status == VP_OK) out->items[i]->index = i;
  }
  return status;
}

static vp_status read_field(vp_reader *r, vp_element *element, const vp_field *field,
                            vp_json json) {
  void *slot = vp_element_slot(element, field);
  switch (field->kind) {
    case VP_FIELD_TEXT:
    case VP_FIELD_REFERENCE: return vp_read_text(r, slot, json, field->key);
    case VP_FIELD_ID: return vp_read_id(r, slot, json);
    case VP_FIELD_CHOICE: return vp_read_choice(r, slot, json, field);
    case VP_FIELD_FLAG: return vp_read_flag(r, slot, json, field->key);
    case VP_FIELD_INTEGER: return vp_read_integer(r, slot, json, field);
    case VP_FIELD_QUANTITY:
      return field->high > 0 ? vp_read_number(r, slot, json, field)
                             : vp_read_quantity(r, slot, json, field->key);
    case VP_FIELD_PERIOD: return vp_read_period(r, slot, json, field->key);
    case VP_FIELD_TEXTS:
    case VP_FIELD_REFERENCES: return read_texts(r, slot, json, field);
    case VP_FIELD_CHOICES: return read_choices(r, slot, json, field);
    case VP_FIELD_QUANTITIES: return read_quantities(r, slot, json, field);
    case VP_FIELD_OBJECT: return read_object(r, element, field, json);
    case VP_FIELD_LIST: return read_list(r, slot, element, field, json);
  }
  return VP_ERROR_ARGUMENT;
}

static vp_status read_extra(vp_reader *r, vp_extra ***last, vp_json json, const char *key) {
  vp_extra *extra = vp_arena_alloc(r->arena, sizeof *extra);
  if (extra == NULL) return vp_fail_memory(r->error);
  **last = extra;
  *last = &extra->next;
  extra->key = key;
  return vp_read_literal(r, &extra->json, json);
}

static vp_status unknown_key(const vp_reader *r, const vp_shape *shape, vp_json json,
                             const char *key) {
  const char *hint = NULL;
  size_t nearest = SIZE_MAX, distance;
  for (size_t i = 0; i < shape->field_count; i++) {
    const char *name = shape->fields[i].key;
    if (vp_distance_is_hint(key, name, &distance) && distance < nearest) {
      nearest = distance;
      hint = name;
    }
  }
  char quote[VP_QUOTE_SIZE];
  vp_scan_quote(quote, key, strlen(key));
  if (hint != NULL)
    return vp_read_fail(r, vp_json_key_offset(json),
                        "%s %s has no key \"%s\": did you mean \"%s\"?",
                        vp_read_article(shape->name), shape->name, quote, hint);
  return vp_read_fail(r, vp_json_key_offset(json),
                      "%s %s has no key \"%s\": keys of your own begin with \"x-\"",
                      vp_read_article(shape->name), shape->name, quote);
}

static vp_status check_presence(const vp_reader *r, const vp_element *element) {
  char message[VP_ERROR_MESSAGE_SIZE];
  if (vp_presence_check(element, message, sizeof message)) return VP_OK;
  return vp_read_fail(r, r->document->tokens[element->token].begin, "%s", message);
}

/* The field that the key names as it is written, looked for first where the last one left off. */
static const vp_field *find_field(const vp_shape *shape, vp_json json, size_t *next) {
  size_t count = shape->field_count;
  for (size_t i = 0; i < count; i++) {
    size_t at = *next + i < count ? *next + i : *next + i - count;
    if (!vp_json_has_key(json, shape->fields[at].key)) continue;
    *next = at + 1;
    return &shape->fields[at];
  }
  return NULL;
}

/* A key of the plan's own, one with escapes, or one that should not be there. */
static vp_status read_other(vp_reader *r, vp_element *element, vp_extra ***last, vp_json json) {
  const char *key;
  vp_status status = vp_json_key(&key, json, r->arena, r->error);
  if (status != VP_OK) return status;
  const vp_field *field = vp_shape_field(element->shape, key, strlen(key));
  if (field != NULL) return read_field(r, element, field, json);
  if (strncmp(key, "x-", 2) == 0) return read_extra(r, last, json, key);
  return unknown_key(r, element->shape, json, key);
}

static vp_status read_element(vp_reader *r, vp_element *element, vp_json json) {
  const vp_shape *shape = element->shape;
  if (vp_json_kind_of(json) != VP_JSON_OBJECT)
    return vp_read_fail(r, vp_json_offset(json), "%s %s is an object%s, not %s",
                        vp_read_article(shape->name), shape->name,
                        shape->shorthand ? " or an id" : "", vp_read_kind_name(json));
  vp_extra **last_extra = &element->extras;
  size_t next = 0; /* keys mostly stand in the shape's order */
  vp_json member;
  vp_status status = VP_OK;
  for (bool more = vp_json_enter(&member, json); more && status == VP_OK;
       more = vp_json_advance(&member, json)) {
    const vp_field *field = find_field(shape, member, &next);
    status = field != NULL ? read_field(r, element, field, member)
                           : read_other(r, element, &last_extra, member);
  }
  return status == VP_OK ? check_presence(r, element) : status;
}

/* Looked at before all else: a file of a later format has keys and values of its own. */
static vp_status check_format(vp_reader *r, const vp_element *root, const char *expected) {
  const vp_token *token = vp_locate(r->document, vp_place_field(root, "format"));
  vp_json json = {r->document, (uint32_t)(token - r->document->tokens)};
  bool is_text = token->key != VP_JSON_NO_KEY && vp_json_kind_of(json) == VP_JSON_STRING;
  if (!is_text) return VP_OK; /* what is wrong then is said when it is read */
  const char *format = NULL;
  vp_status status = vp_read_text(r, &format, json, "format");
  if (status != VP_OK || strcmp(format, expected) == 0) return status;
  char quote[VP_QUOTE_SIZE];
  vp_scan_quote(quote, format, strlen(format));
  return vp_read_fail(r, vp_json_offset(json), "the format is \"%s\": this version reads \"%s\"",
                      quote, expected);
}

vp_status vp_read_root(vp_root *root, const char *format, const char *bytes, size_t length,
                       vp_error *error) {
  vp_document *document = vp_arena_alloc(&root->arena, sizeof *document);
  if (document == NULL) return vp_fail_memory(error);
  vp_status status = vp_document_scan(document, &root->arena, bytes, length, error);
  if (status != VP_OK) return status;
  root->document = document;
  vp_reader r = {.arena = &root->arena, .document = document, .error = error};
  status = check_format(&r, &root->base, format);
  return status == VP_OK ? read_element(&r, &root->base, vp_json_root(document)) : status;
}
