#include "json/locate.h"

#include <string.h>

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
