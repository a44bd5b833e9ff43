#include "functions/signature.h"

#include <string.h>

#include "base/error.h"

static const char *const names[] = {"no value", "bool", "i32", "i64", "u64", "f64", "string"};
enum { TYPES = sizeof names / sizeof *names };

const char *vp_scalar_type_name(vp_scalar_type type) {
  return (size_t)type < TYPES ? names[type] : "?";
}

typedef struct cursor {
  const char *text;
  const char *at;
} cursor;

static vp_status expected(const cursor *c, const char *what, vp_error *error) {
  uint32_t column = (uint32_t)(c->at - c->text) + 1;
  return vp_fail_at(error, VP_ERROR_ARGUMENT, 1, column, "expected %s in the signature", what);
}

static void skip_spaces(cursor *c) { c->at += strspn(c->at, " "); }

static bool take(cursor *c, char wanted) {
  skip_spaces(c);
  if (*c->at != wanted) return false;
  c->at++;
  return true;
}

static bool take_type(vp_scalar_type *out, cursor *c) {
  skip_spaces(c);
  size_t length = strspn(c->at, "abcdefghijklmnopqrstuvwxyz0123456789");
  for (size_t type = VP_SCALAR_BOOL; type < TYPES; type++) {
    if (length != strlen(names[type]) || memcmp(c->at, names[type], length) != 0) continue;
    c->at += length;
    *out = (vp_scalar_type)type;
    return true;
  }
  return false;
}

#define A_TYPE "a type (bool, i32, i64, u64, f64 or string)"

static vp_status take_arguments(vp_signature *out, cursor *c, vp_error *error) {
  if (take(c, ')')) return VP_OK;
  for (;;) {
    if (!take_type(&out->arguments[out->count], c))
      return expected(c, out->count == 0 ? A_TYPE " or ')'" : A_TYPE, error);
    out->count++;
    if (take(c, ')')) return VP_OK;
    if (out->count == VP_FUNCTION_MAX_ARGUMENTS) return expected(c, "')' after 8 arguments", error);
    if (!take(c, ',')) return expected(c, "',' or ')'", error);
  }
}

vp_status vp_signature_parse(vp_signature *out, const char *text, vp_error *error) {
  vp_signature made = {.count = 0};
  cursor c = {text, text};
  if (!take_type(&made.result, &c)) return expected(&c, A_TYPE, error);
  if (!take(&c, '(')) return expected(&c, "'('", error);
  vp_status status = take_arguments(&made, &c, error);
  if (status != VP_OK) return status;
  skip_spaces(&c);
  if (*c.at != '\0') return expected(&c, "the end", error);
  *out = made;
  return VP_OK;
}

static char *put(char *out, const char *text) {
  size_t length = strlen(text);
  memcpy(out, text, length + 1);
  return out + length;
}

void vp_signature_write(char *out, const vp_signature *signature) {
  out = put(put(out, names[signature->result]), "(");
  for (size_t i = 0; i < signature->count; i++)
    out = put(put(out, i > 0 ? "," : ""), names[signature->arguments[i]]);
  put(out, ")");
}
