#include <string.h>

#include "rules/run.h"

enum { MOST_TEXTS = 12 }; /* of a longer list the first ones, and "…" */

static void put_value(vp_buffer *out, const vp_value *value, vp_language language, int flags) {
  char text[2 * VP_NUMBER_TEXT_SIZE];
  switch (value->kind) {
    case VP_VALUE_TEXT: vp_buffer_put(out, value->text); break;
    case VP_VALUE_NUMBER:
      vp_number_format(text, sizeof text, value->number, value->unit, language, flags);
      vp_buffer_put(out, text);
      break;
    case VP_VALUE_INTERVAL:
      vp_interval_format(text, sizeof text, value->interval, value->unit, language);
      vp_buffer_put(out, text);
      break;
    case VP_VALUE_TEXTS:
      for (size_t i = 0; i < value->text_count && i <= MOST_TEXTS; i++) {
        if (i > 0) vp_buffer_put(out, ", ");
        vp_buffer_put(out, i < MOST_TEXTS ? value->texts[i] : "…");
      }
      break;
  }
}

/* A name that begins with '+' asks for the number's sign. */
static void put_name(vp_buffer *out, const char *name, size_t length, const vp_draft *draft,
                     vp_language language) {
  bool is_signed = *name == '+';
  for (size_t i = 0; i < draft->value_count; i++) {
    const vp_value *value = &draft->values[i];
    if (strncmp(value->name, name + is_signed, length - is_signed) != 0 ||
        value->name[length - is_signed] != '\0')
      continue;
    put_value(out, value, language, is_signed ? VP_FORMAT_SIGNED : 0);
    return;
  }
  vp_buffer_printf(out, "{%.*s}", (int)length, name);
}

const char *vp_render(vp_run *run, const char *text, const vp_draft *draft) {
  vp_buffer out;
  vp_buffer_init(&out, run->context);
  while (*text != '\0') {
    size_t plain = strcspn(text, "{");
    vp_buffer_append(&out, text, plain);
    text += plain;
    if (*text == '\0') break;
    const char *end = text + strcspn(text, "}");
    put_name(&out, text + 1, (size_t)(end - text - 1), draft, run->options.language);
    text = *end == '}' ? end + 1 : end;
  }
  const char *rendered = NULL;
  if (!out.failed)
    rendered = vp_arena_copy(run->arena, out.length > 0 ? out.bytes : "", out.length);
  if (rendered == NULL) vp_run_fail(run, VP_ERROR_MEMORY);
  vp_buffer_free(&out);
  return rendered != NULL ? rendered : "";
}
