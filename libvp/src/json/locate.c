#include "json/locate.h"

#include <string.h>

#include "model/root.h"

static bool has_key(const vp_document *document, const vp_token *token, const char *key) {
  if (token->key == VP_JSON_NO_KEY) return false;
  const char *quoted = document->text + token->key + 1;
  size_t length = strlen(key);
  return strncmp(quoted, key, length) == 0 && quoted[length] == '"';
}

const vp_token *vp_locate(const vp_document *document, vp_place place) {
  const vp_token *element = &document->tokens[place.element->token];
  if (place.field == NULL) return element;

  const vp_token *tokens = document->tokens, *field = element + 1, *end = tokens + element->next;
  while (field < end && !has_key(document, field, place.field->key)) field = tokens + field->next;
  if (field >= end) return element;
  if (place.item == VP_NO_ITEM) return field;

  const vp_token *item = field + 1;
  end = tokens + field->next;
  if (place.field->kind == VP_FIELD_LIST) {
    for (uint32_t i = 0; i < place.item && item < end; i++) item = tokens + item->next;
    return item < end ? item : field;
  }
  size_t count = (size_t)(end - item); /* single values, of one token each */
  return place.item < count ? item + place.item : field;
}

bool vp_element_span(vp_span *out, const vp_element *element, const char *field, uint32_t item) {
  if (element == NULL) return false;
  const vp_document *document = vp_root_of(element)->document;
  if (document == NULL) return false;
  vp_place place = field != NULL ? vp_place_field(element, field) : vp_place_element(element);
  place.item = item;
  const vp_token *token = vp_locate(document, place);
  vp_span span = {.begin = document->skipped + token->begin, .end = document->skipped + token->end};
  vp_document_position(document, token->begin, &span.line, &span.column);
  *out = span;
  return true;
}
