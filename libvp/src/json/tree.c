#include "json/tree.h"

#include <cjson/cJSON.h>

#include "base/lock.h"

/* Parsed as a whole up to this size: small enough for its tree to stay in the processor's caches.
 */
enum { WHOLE_SIZE = 4096 };

/* cJSON keeps the place of its last error in a global, which every parse writes. */
static vp_lock parsing = VP_LOCK_INIT;

static vp_status parse(cJSON **out, const char *text, size_t length, vp_error *error) {
  vp_lock_take(&parsing);
  cJSON *item = cJSON_ParseWithLength(text, length);
  vp_lock_release(&parsing);
  /* The text is known to be sound, so only memory can have been missing. */
  if (item == NULL) return vp_fail_memory(error);
  *out = item;
  return VP_OK;
}

static const vp_token *token_of(const vp_json *json) {
  return &json->document->tokens[json->token];
}

const char *vp_json_bytes(const vp_json *json, size_t *length) {
  const vp_token *token = token_of(json);
  *length = token->end - token->begin;
  return json->document->text + token->begin;
}

uint32_t vp_json_offset(const vp_json *json) { return token_of(json)->begin; }

static vp_status load(vp_json *json, vp_error *error) {
  size_t length;
  const char *text = vp_json_bytes(json, &length);
  bool is_container = *text == '{' || *text == '[';
  if (is_container && length > WHOLE_SIZE) return VP_OK;
  vp_status status = parse(&json->owned, text, length, error);
  json->item = json->owned;
  return status;
}

static size_t key_length(const char *quoted) {
  const char *at = quoted + 1;
  while (*at != '"') at += *at == '\\' ? 2 : 1;
  return (size_t)(at + 1 - quoted);
}

/* A member of a value that was not parsed. */
static vp_status load_member(vp_json *json, vp_error *error) {
  if (json->token == VP_JSON_NO_VALUE) return VP_OK;
  uint32_t key = token_of(json)->key;
  vp_status status = VP_OK;
  if (key != VP_JSON_NO_KEY) {
    const char *text = json->document->text + key;
    status = parse(&json->owned_key, text, key_length(text), error);
  }
  return status == VP_OK ? load(json, error) : status;
}

vp_status vp_json_open(vp_json *out, const vp_document *document, uint32_t token, vp_error *error) {
  *out = (vp_json){.document = document, .token = token};
  return load(out, error);
}

void vp_json_close(vp_json *json) {
  cJSON_Delete(json->owned);
  cJSON_Delete(json->owned_key);
  json->item = json->owned = json->owned_key = NULL;
}

vp_status vp_json_enter(vp_json *member, const vp_json *container, vp_error *error) {
  *member = (vp_json){.document = container->document, .token = container->token + 1};
  if (token_of(container)->next == member->token) member->token = VP_JSON_NO_VALUE;
  if (container->item == NULL) return load_member(member, error);
  member->item = container->item->child;
  return VP_OK;
}

vp_status vp_json_advance(vp_json *member, const vp_json *container, vp_error *error) {
  const cJSON *next = container->item != NULL ? member->item->next : NULL;
  vp_json_close(member);
  member->token = token_of(member)->next;
  if (token_of(container)->next == member->token) member->token = VP_JSON_NO_VALUE;
  if (container->item == NULL) return load_member(member, error);
  member->item = next;
  return VP_OK;
}

size_t vp_json_count(const vp_json *container) {
  const vp_token *tokens = container->document->tokens;
  size_t count = 0;
  for (uint32_t at = container->token + 1; at < token_of(container)->next; at = tokens[at].next)
    count++;
  return count;
}

vp_json_kind vp_json_kind_of(const vp_json *json) {
  switch (json->document->text[vp_json_offset(json)]) {
    case '{': return VP_JSON_OBJECT;
    case '[': return VP_JSON_ARRAY;
    case '"': return VP_JSON_STRING;
    case 't':
    case 'f': return VP_JSON_BOOLEAN;
    case 'n': return VP_JSON_NULL;
    default: return VP_JSON_NUMBER;
  }
}

const char *vp_json_key(const vp_json *json) {
  if (json->owned_key != NULL) return json->owned_key->valuestring;
  return json->item != NULL ? json->item->string : NULL;
}

const char *vp_json_string(const vp_json *json) { return json->item->valuestring; }

bool vp_json_is_true(const vp_json *json) { return cJSON_IsTrue(json->item); }
