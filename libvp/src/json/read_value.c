#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "json/reader.h"
#include "json/scanner.h"
#include "model/id.h"
#include "model/value.h"

static const char *const kind_names[] = {
    [VP_JSON_NULL] = "null",       [VP_JSON_BOOLEAN] = "true or false",
    [VP_JSON_NUMBER] = "a number", [VP_JSON_STRING] = "a text",
    [VP_JSON_ARRAY] = "a list",    [VP_JSON_OBJECT] = "an object",
};

const char *vp_read_kind_name(vp_json json) { return kind_names[vp_json_kind_of(json)]; }

vp_status vp_read_fail(const vp_reader *r, uint32_t offset, const char *format, ...) {
  char message[VP_ERROR_MESSAGE_SIZE];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  for (char *at = message; *at != '\0'; at++)
    if ((unsigned char)*at < ' ') *at = ' '; /* a message is one line, whatever the plan says */
  uint32_t line, column;
  vp_document_position(r->document, offset, &line, &column);
  return vp_fail_at(r->error, VP_ERROR_FORMAT, line, column, "%s", message);
}

vp_status vp_read_expected(const vp_reader *r, vp_json json, const char *key, const char *what) {
  return vp_read_fail(r, vp_json_offset(json), "\"%s\" takes %s, not %s", key, what,
                      vp_read_kind_name(json));
}

/* Adds a word to a list of words, "a, b"; what does not fit is left out. */
static void join(char *list, size_t size, const char *word) {
  size_t length = strlen(list);
  snprintf(list + length, size - length, "%s%s", length > 0 ? ", " : "", word);
}

static vp_status copy(vp_reader *r, const char **out, const char *text, size_t length) {
  const char *copied = vp_arena_copy(r->arena, text, length);
  if (copied == NULL) return vp_fail_memory(r->error);
  *out = copied;
  return VP_OK;
}

vp_status vp_read_literal(vp_reader *r, const char **out, vp_json json) {
  size_t length;
  const char *bytes = vp_json_bytes(json, &length);
  return copy(r, out, bytes, length);
}

vp_status vp_read_text(vp_reader *r, const char **out, vp_json json, const char *key) {
  if (vp_json_kind_of(json) != VP_JSON_STRING) return vp_read_expected(r, json, key, "a text");
  return vp_json_string(out, json, r->arena, r->error);
}

vp_status vp_read_id(vp_reader *r, const char **out, vp_json json) {
  vp_status status = vp_read_text(r, out, json, "id");
  if (status != VP_OK || vp_id_is_valid(*out)) return status;
  char quote[VP_QUOTE_SIZE];
  vp_scan_quote(quote, *out, strlen(*out));
  return vp_read_fail(r, vp_json_offset(json),
                      "\"%s\" is no id: an id has letters, digits, '_', '-' and ':' only, and "
                      "neither '-' nor ':' first",
                      quote);
}

vp_status vp_read_quantity(vp_reader *r, vp_quantity *out, vp_json json, const char *key) {
  vp_json_kind kind = vp_json_kind_of(json);
  if (kind == VP_JSON_STRING) {
    const char *text = NULL;
    vp_status status = vp_read_text(r, &text, json, key);
    if (status == VP_OK) *out = vp_quantity_parse(text);
    return status;
  }
  vp_quantity quantity = {.state = VP_QUANTITY_MISSING, .bare = true};
  if (kind == VP_JSON_NUMBER) {
    vp_status status = vp_read_literal(r, &quantity.text, json);
    if (status != VP_OK) return status;
    status = vp_decimal_parse(&quantity.value, quantity.text, strlen(quantity.text));
    quantity.state = status == VP_OK ? VP_QUANTITY_NUMBER : VP_QUANTITY_UNREADABLE;
  } else if (kind != VP_JSON_NULL) {
    return vp_read_expected(r, json, key, "a number, a text or null");
  }
  *out = quantity;
  return VP_OK;
}

vp_status vp_read_number(vp_reader *r, vp_quantity *out, vp_json json, const vp_field *field) {
  if (vp_json_kind_of(json) != VP_JSON_NUMBER)
    return vp_read_expected(r, json, field->key, "a number");
  vp_quantity quantity;
  vp_status status = vp_read_quantity(r, &quantity, json, field->key);
  if (status != VP_OK) return status;
  if (quantity.state != VP_QUANTITY_NUMBER ||
      vp_decimal_compare(quantity.value, (vp_decimal){field->low, 0}) < 0 ||
      vp_decimal_compare(quantity.value, (vp_decimal){field->high, 0}) > 0)
    return vp_read_fail(r, vp_json_offset(json), "\"%s\" takes a number from %ld to %ld, not %s",
                        field->key, (long)field->low, (long)field->high, quantity.text);
  *out = quantity;
  return VP_OK;
}

vp_status vp_read_integer(vp_reader *r, vp_integer *out, vp_json json, const vp_field *field) {
  if (vp_json_kind_of(json) != VP_JSON_NUMBER)
    return vp_read_expected(r, json, field->key, "a whole number");
  size_t length;
  const char *text = vp_json_bytes(json, &length);
  if (vp_integer_parse(out, field, text, length)) return VP_OK;
  return vp_read_fail(r, vp_json_offset(json),
                      "\"%s\" takes a whole number from %ld to %ld, not %.*s", field->key,
                      (long)field->low, (long)field->high, (int)length, text);
}

vp_status vp_read_choice(vp_reader *r, uint8_t *out, vp_json json, const vp_field *field) {
  const char *text = NULL;
  vp_status status = vp_read_text(r, &text, json, field->key);
  if (status != VP_OK) return status;
  const char *hint;
  uint8_t choice = vp_choice_find(field->names, text, &hint);
  if (choice != 0) {
    *out = choice;
    return VP_OK;
  }
  uint32_t offset = vp_json_offset(json);
  char quote[VP_QUOTE_SIZE];
  vp_scan_quote(quote, text, strlen(text));
  if (hint != NULL)
    return vp_read_fail(r, offset, "\"%s\" is no value of \"%s\": did you mean \"%s\"?", quote,
                        field->key, hint);
  char names[VP_ERROR_MESSAGE_SIZE] = "";
  for (size_t i = 0; field->names[i] != NULL; i++) join(names, sizeof names, field->names[i]);
  return vp_read_fail(r, offset, "\"%s\" is no value of \"%s\": it takes %s", quote, field->key,
                      names);
}

vp_status vp_read_flag(vp_reader *r, bool *out, vp_json json, const char *key) {
  if (!vp_json_is_true(json))
    return vp_read_fail(r, vp_json_offset(json),
                        "\"%s\" takes only true: leave it out where it does not hold", key);
  *out = true;
  return VP_OK;
}

vp_status vp_read_period(vp_reader *r, vp_period *out, vp_json json, const char *key) {
  const char *text = NULL;
  if (vp_json_kind_of(json) == VP_JSON_NUMBER)
    return vp_read_fail(r, vp_json_offset(json), "\"%s\" takes a text: put the period in quotes",
                        key);
  vp_status status = vp_read_text(r, &text, json, key);
  if (status == VP_OK) *out = vp_period_parse(text);
  return status;
}
