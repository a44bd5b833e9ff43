#include "json/value.h"

#include <string.h>

#include "json/unescape.h"

static const vp_token *token_of(vp_json json) { return &json.document->tokens[json.token]; }

vp_json vp_json_root(const vp_document *document) { return (vp_json){document, 0}; }

const char *vp_json_bytes(vp_json json, size_t *length) {
  const vp_token *token = token_of(json);
  *length = token->end - token->begin;
  return json.document->text + token->begin;
}

uint32_t vp_json_offset(vp_json json) { return token_of(json)->begin; }

uint32_t vp_json_key_offset(vp_json json) { return token_of(json)->key; }

vp_json_kind vp_json_kind_of(vp_json json) {
  switch (json.document->text[vp_json_offset(json)]) {
    case '{': return VP_JSON_OBJECT;
    case '[': return VP_JSON_ARRAY;
    case '"': return VP_JSON_STRING;
    case 't':
    case 'f': return VP_JSON_BOOLEAN;
    case 'n': return VP_JSON_NULL;
    default: return VP_JSON_NUMBER;
  }
}

bool vp_json_is_true(vp_json json) { return json.document->text[vp_json_offset(json)] == 't'; }

bool vp_json_enter(vp_json *member, vp_json container) {
  *member = (vp_json){container.document, container.token + 1};
  return member->token < token_of(container)->next;
}

bool vp_json_advance(vp_json *member, vp_json container) {
  member->token = token_of(*member)->next;
  return member->token < token_of(container)->next;
}

size_t vp_json_count(vp_json container) {
  vp_json member;
  size_t count = 0;
  for (bool more = vp_json_enter(&member, container); more;
       more = vp_json_advance(&member, container))
    count++;
  return count;
}

bool vp_json_has_key(vp_json json, const char *key) {
  const char *quoted = json.document->text + token_of(json)->key + 1;
  size_t length = strlen(key);
  return strncmp(quoted, key, length) == 0 && quoted[length] == '"';
}

/* Between its quotes as it stands, when there is nothing to resolve. */
static vp_status text_of(const char **out, const char *quoted, size_t length, vp_arena *arena,
                         vp_error *error) {
  if (memchr(quoted, '\\', length) != NULL)
    return vp_json_unescape(out, quoted, length, arena, error);
  const char *text = vp_arena_copy(arena, quoted + 1, length - 2);
  if (text == NULL) return vp_fail_memory(error);
  *out = text;
  return VP_OK;
}

vp_status vp_json_string(const char **out, vp_json json, vp_arena *arena, vp_error *error) {
  size_t length;
  const char *quoted = vp_json_bytes(json, &length);
  return text_of(out, quoted, length, arena, error);
}

static size_t quoted_length(const char *quoted) {
  const char *at = quoted + 1;
  while (*at != '"') at += *at == '\\' ? 2 : 1;
  return (size_t)(at + 1 - quoted);
}

vp_status vp_json_key(const char **out, vp_json json, vp_arena *arena, vp_error *error) {
  const char *quoted = json.document->text + token_of(json)->key;
  return text_of(out, quoted, quoted_length(quoted), arena, error);
}
