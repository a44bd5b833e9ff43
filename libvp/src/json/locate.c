#include "json/locate.h"

#include <string.h>

static bool has_key(const vp_document *document, const vp_token *token, const char *key) {
  if (token->key == VP_JSON_NO_KEY) return false;
  const char *quoted = document->text + token->key + 1;
  size_t length = strlen(key);
  return strncmp(quoted, key, length) == 0 && quoted[length] == '"';
}

/* The first value behind a value and its contents. */
static const vp_token *behind(const vp_document *document, const vp_token *token) {
  const vp_token *end = document->tokens + document->token_count;
  uint32_t past = token->end;
  do token++;
  while (token < end && token->begin < past);
  return token;
}

static bool is_within(const vp_document *document, const vp_token *token, const vp_token *outer) {
  return token < document->tokens + document->token_count && token->begin < outer->end;
}

const vp_token *vp_locate(const vp_document *document, vp_place place) {
  const vp_token *element = &document->tokens[place.element->token];
  if (place.field == NULL) return element;

  const vp_token *field = element + 1;
  while (is_within(document, field, element) && !has_key(document, field, place.field->key))
    field = behind(document, field);
  if (!is_within(document, field, element)) return element;
  if (place.item == VP_NO_ITEM) return field;

  const vp_token *item = field + 1;
  for (uint32_t i = 0; i < place.item && is_within(document, item, field); i++)
    item = behind(document, item);
  return is_within(document, item, field) ? item : field;
}
