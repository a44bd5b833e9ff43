#include "json/scanner.h"

#include <string.h>

void *vp_scan_grow(const vp_context *context, void *block, size_t *capacity, size_t size) {
  const size_t wanted = *capacity == 0 ? 64 : *capacity * 2;
  if (wanted > SIZE_MAX / size) return NULL;
  void *grown = vp_realloc(context, block, wanted * size);
  if (grown != NULL) *capacity = wanted;
  return grown;
}

static void skip_space(vp_scanner *scanner) {
  const char *at = scanner->at;
  while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t') at++;
  scanner->at = at;
}

static uint32_t offset_of(const vp_scanner *scanner, const char *at) {
  return (uint32_t)(at - scanner->document.text);
}

static vp_status grow_tokens(vp_scanner *scanner) {
  const size_t wanted = scanner->token_capacity == 0 ? 64 : scanner->token_capacity * 2;
  vp_token *tokens = vp_arena_grow(scanner->arena, scanner->tokens, wanted * sizeof *tokens);
  if (tokens == NULL) return vp_fail_memory(scanner->error);
  scanner->tokens = tokens;
  scanner->token_capacity = wanted;
  return VP_OK;
}

/* A container's token is added when it opens and gets its end when it closes. */
static vp_status add_token(vp_scanner *scanner, uint32_t key, const char *begin) {
  if (scanner->token_count == scanner->token_capacity) {
    vp_status status = grow_tokens(scanner);
    if (status != VP_OK) return status;
  }
  scanner->tokens[scanner->token_count] =
      (vp_token){key, offset_of(scanner, begin), offset_of(scanner, scanner->at),
                 (uint32_t)scanner->token_count + 1};
  scanner->token_count++;
  return VP_OK;
}

static vp_status open_container(vp_scanner *scanner, uint32_t key) {
  const char *begin = scanner->at;
  if (scanner->depth == VP_JSON_MAX_DEPTH) {
    return vp_scan_fail(scanner, begin, "more than %d levels of nesting", VP_JSON_MAX_DEPTH);
  }
  vp_scan_frame *frame = &scanner->frames[scanner->depth++];
  frame->token = (uint32_t)scanner->token_count;
  frame->first_key = scanner->keys.count;
  frame->close = *begin == '{' ? '}' : ']';
  scanner->at++;
  return add_token(scanner, key, begin);
}

static vp_status close_container(vp_scanner *scanner) {
  const vp_scan_frame *frame = &scanner->frames[--scanner->depth];
  scanner->at++;
  scanner->tokens[frame->token].end = offset_of(scanner, scanner->at);
  scanner->tokens[frame->token].next = (uint32_t)scanner->token_count;
  return vp_keys_pop(scanner, frame->first_key);
}

static vp_status scan_literal(vp_scanner *scanner, vp_expected expected) {
  static const char *const literals[] = {"true", "false", "null"};
  const size_t length = vp_scan_word(scanner->at);
  for (size_t i = 0; i < sizeof literals / sizeof *literals; i++) {
    if (length == strlen(literals[i]) && memcmp(scanner->at, literals[i], length) == 0) {
      scanner->at += length;
      return VP_OK;
    }
  }
  return vp_scan_unexpected(scanner, expected);
}

static vp_status scan_value(vp_scanner *scanner, uint32_t key, vp_expected expected) {
  const char *begin = scanner->at;
  vp_status status;
  if (*begin == '{' || *begin == '[') return open_container(scanner, key);
  if (*begin == '"') {
    status = vp_scan_string(scanner);
  } else if (*begin == '-' || (*begin >= '0' && *begin <= '9')) {
    status = vp_scan_number(scanner);
  } else {
    status = scan_literal(scanner, expected);
  }
  return status == VP_OK ? add_token(scanner, key, begin) : status;
}

static vp_status scan_key(vp_scanner *scanner, vp_expected expected) {
  const char *begin = scanner->at;
  if (*begin != '"') return vp_scan_unexpected(scanner, expected);
  vp_status status = vp_scan_string(scanner);
  if (status == VP_OK) status = vp_keys_push(scanner, begin + 1);
  if (status != VP_OK) return status;
  skip_space(scanner);
  if (*scanner->at != ':') return vp_scan_unexpected(scanner, VP_EXPECTED_COLON);
  scanner->at++;
  skip_space(scanner);
  return VP_OK;
}

/* Inside the innermost container: its next element or member, or its end. */
static vp_status scan_next(vp_scanner *scanner) {
  const vp_scan_frame *frame = &scanner->frames[scanner->depth - 1];
  const bool object = frame->close == '}';
  const bool first = scanner->token_count == (size_t)frame->token + 1;
  skip_space(scanner);
  if (*scanner->at == frame->close) return close_container(scanner);
  if (!first) {
    if (*scanner->at != ',') {
      return vp_scan_unexpected(scanner, object ? VP_EXPECTED_OBJECT_END : VP_EXPECTED_ARRAY_END);
    }
    scanner->at++;
    skip_space(scanner);
  }
  if (!object) {
    return scan_value(scanner, VP_JSON_NO_KEY,
                      first ? VP_EXPECTED_FIRST_ELEMENT : VP_EXPECTED_ELEMENT);
  }
  const uint32_t key = offset_of(scanner, scanner->at);
  const vp_status status = scan_key(scanner, first ? VP_EXPECTED_FIRST_KEY : VP_EXPECTED_KEY);
  return status == VP_OK ? scan_value(scanner, key, VP_EXPECTED_MEMBER_VALUE) : status;
}

static vp_status scan_document(vp_scanner *scanner) {
  skip_space(scanner);
  vp_status status = scan_value(scanner, VP_JSON_NO_KEY, VP_EXPECTED_DOCUMENT);
  while (status == VP_OK && scanner->depth > 0) status = scan_next(scanner);
  if (status != VP_OK) return status;
  skip_space(scanner);
  if (scanner->at != scanner->end) {
    return vp_scan_fail(scanner, scanner->at, "text after the end of the document");
  }
  return VP_OK;
}

static vp_status take_text(vp_document *document, vp_arena *arena, const char *text, size_t length,
                           vp_error *error) {
  const char *copy = vp_arena_copy(arena, text, length);
  if (copy == NULL) return vp_fail_memory(error);
  const char *end = copy + length;
  size_t line_count = 1;
  for (const char *at = copy; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++) {
    line_count++;
  }
  uint32_t *lines = vp_arena_array(arena, line_count, sizeof *lines);
  if (lines == NULL) return vp_fail_memory(error);
  size_t line = 0;
  lines[line++] = 0;
  for (const char *at = copy; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++) {
    lines[line++] = (uint32_t)(at + 1 - copy);
  }
  *document =
      (vp_document){.text = copy, .length = length, .lines = lines, .line_count = line_count};
  return VP_OK;
}

/* What was grown for more tokens than came is given back. */
static void keep_tokens(vp_scanner *scanner) {
  size_t size = scanner->token_count * sizeof *scanner->tokens;
  vp_token *tokens = vp_arena_grow(scanner->arena, scanner->tokens, size);
  if (tokens == NULL) tokens = scanner->tokens;
  vp_arena_keep(scanner->arena, tokens);
  scanner->document.tokens = tokens;
  scanner->document.token_count = scanner->token_count;
}

/* JSON begins with two ASCII characters or is one: a NUL among its first two bytes is UTF-16's. */
static bool is_utf16(const char *text, size_t length) {
  return length >= 2 && (memcmp(text, "\xFE\xFF", 2) == 0 || memcmp(text, "\xFF\xFE", 2) == 0 ||
                         (text[0] == '\0') != (text[1] == '\0'));
}

vp_status vp_document_scan(vp_document *out, vp_arena *arena, const char *text, size_t length,
                           vp_error *error) {
  static const char mark[] = "\xEF\xBB\xBF";
  const size_t mark_length = sizeof mark - 1;
  if (length > VP_JSON_MAX_SIZE) {
    return vp_fail_at(error, VP_ERROR_SYNTAX, 1, 1, "a text of more than %lu bytes",
                      (unsigned long)VP_JSON_MAX_SIZE);
  }
  if (is_utf16(text, length)) {
    return vp_fail_at(error, VP_ERROR_SYNTAX, 1, 1, "UTF-16 text: save the file as UTF-8");
  }
  const bool is_marked = length >= mark_length && memcmp(text, mark, mark_length) == 0;
  if (is_marked) {
    text += mark_length;
    length -= mark_length;
  }
  vp_scanner scanner = {.context = arena->context, .arena = arena, .error = error};
  vp_status status = take_text(&scanner.document, arena, length == 0 ? "" : text, length, error);
  if (status != VP_OK) return status;
  scanner.document.skipped = is_marked ? mark_length : 0;
  scanner.at = scanner.document.text;
  scanner.end = scanner.at + length;
  status = scan_document(&scanner);
  vp_free(scanner.context, scanner.keys.items);
  if (status == VP_OK) {
    keep_tokens(&scanner);
    *out = scanner.document;
  } else {
    vp_arena_drop(arena, scanner.tokens);
  }
  return status;
}
