#include <string.h>

#include "rules/run.h"

enum { MOST_TEXTS = 12 }; /* of a longer list the first ones, and "…" */

static const vp_text and_word = {" och ", " and "};

static void put_number(vp_buffer *out, vp_text before, vp_decimal number, vp_unit unit,
                       vp_language language) {
  char text[VP_NUMBER_TEXT_SIZE];
  vp_number_format(text, sizeof text, number, unit, language, 0);
  vp_buffer_put(out, VP_PICK(before, language));
  vp_buffer_put(out, text);
}

/* In words, since brackets would have to be explained. */
static void put_interval(vp_buffer *out, vp_interval interval, vp_unit unit, vp_language language) {
  static const vp_text any = {"vilket tal som helst", "any number"}, nothing = {"", ""},
                       between = {"mellan ", "between "}, over = {"mer än ", "more than "},
                       at_least = {"minst ", "at least "}, under = {"mindre än ", "less than "},
                       at_most = {"högst ", "at most "};
  vp_bound low = interval.low, high = interval.high;
  bool has_low = !low.unbounded, has_high = !high.unbounded;
  bool is_closed = has_low && has_high && !low.open && !high.open;
  if (!has_low && !has_high) {
    vp_buffer_put(out, VP_PICK(any, language));
  } else if (is_closed && vp_decimal_compare(low.value, high.value) == 0) {
    put_number(out, nothing, high.value, unit, language);
  } else {
    vp_text from = is_closed ? between : low.open ? over : at_least;
    vp_text to = is_closed ? nothing : high.open ? under : at_most;
    if (has_low) put_number(out, from, low.value, has_high ? VP_UNIT_NONE : unit, language);
    if (has_low && has_high) vp_buffer_put(out, VP_PICK(and_word, language));
    if (has_high) put_number(out, to, high.value, unit, language);
  }
}

/* A list that is cut ends with "…", by the rule that made it or here. */
static void put_texts(vp_buffer *out, const vp_value *list, vp_language language) {
  for (size_t i = 0; i < list->text_count && i <= MOST_TEXTS; i++) {
    const char *text = i < MOST_TEXTS ? list->texts[i] : "…";
    bool is_last = i + 1 == list->text_count && strcmp(text, "…") != 0;
    if (i > 0) vp_buffer_put(out, is_last ? VP_PICK(and_word, language) : ", ");
    vp_buffer_put(out, text);
  }
}

static void put_value(vp_buffer *out, const vp_value *value, vp_language language, int flags) {
  char text[VP_NUMBER_TEXT_SIZE];
  switch (value->kind) {
    case VP_VALUE_TEXT: vp_buffer_put(out, value->text); break;
    case VP_VALUE_NUMBER:
      vp_number_format(text, sizeof text, value->number, value->unit, language, flags);
      vp_buffer_put(out, text);
      break;
    case VP_VALUE_INTERVAL: put_interval(out, value->interval, value->unit, language); break;
    case VP_VALUE_TEXTS: put_texts(out, value, language); break;
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
    const char *end = strchr(text, '}');
    if (end == NULL) {
      vp_buffer_put(&out, text);
      break;
    }
    put_name(&out, text + 1, (size_t)(end - text - 1), draft, run->options.language);
    text = end + 1;
  }
  const char *rendered = NULL;
  if (!out.failed)
    rendered = vp_arena_copy(run->arena, out.length > 0 ? out.bytes : "", out.length);
  if (rendered == NULL) vp_run_fail(run, VP_ERROR_MEMORY);
  vp_buffer_free(&out);
  return rendered != NULL ? rendered : "";
}
