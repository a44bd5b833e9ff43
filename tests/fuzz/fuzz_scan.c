/* What the scanner accepts, cJSON reads as the same values in the same order. */
#include <cjson/cJSON.h>

#include "fuzz.h"
#include "json/document.h"

static bool is_kind(const cJSON *value, char first) {
  switch (first) {
    case '{': return cJSON_IsObject(value);
    case '[': return cJSON_IsArray(value);
    case '"': return cJSON_IsString(value);
    case 't': return cJSON_IsTrue(value);
    case 'f': return cJSON_IsFalse(value);
    case 'n': return cJSON_IsNull(value);
    default: return cJSON_IsNumber(value);
  }
}

/* Returns the index behind the value's contents. */
static size_t check_value(const vp_document *document, size_t index, const cJSON *value) {
  require(index < document->token_count);
  const vp_token *token = &document->tokens[index++];
  require(token->begin < token->end && token->end <= document->length);
  require(is_kind(value, document->text[token->begin]));
  uint32_t behind = token->begin + 1;
  for (const cJSON *child = value->child; child != NULL; child = child->next) {
    require(index < document->token_count);
    const vp_token *inner = &document->tokens[index];
    const uint32_t begin = inner->key == VP_JSON_NO_KEY ? inner->begin : inner->key;
    require(cJSON_IsObject(value) == (inner->key != VP_JSON_NO_KEY));
    require(document->text[begin] == '"' || !cJSON_IsObject(value));
    require(behind <= begin && begin <= inner->begin && inner->end < token->end);
    behind = inner->end;
    index = check_value(document, index, child);
  }
  return index;
}

static void check_positions(const vp_document *document, const vp_error *error) {
  uint32_t line;
  uint32_t column;
  vp_document_position(document, document->length, &line, &column);
  require(line == document->line_count && column >= 1);
  require(error->status == VP_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  vp_context *context;
  vp_arena arena;
  vp_document document;
  vp_error error = {0};
  require(vp_context_new(&context, NULL, NULL) == VP_OK);
  vp_arena_init(&arena, context);
  if (vp_document_scan(&document, &arena, (const char *)data, size, &error) == VP_OK) {
    cJSON *root = cJSON_ParseWithLengthOpts(document.text, document.length + 1, NULL, true);
    require(root != NULL && document.tokens[0].key == VP_JSON_NO_KEY);
    require(check_value(&document, 0, root) == document.token_count);
    check_positions(&document, &error);
    cJSON_Delete(root);
  } else {
    require(error.line >= 1 && error.column >= 1 && error.message[0] != '\0');
  }
  vp_arena_free(&arena);
  vp_context_free(context);
  return 0;
}
