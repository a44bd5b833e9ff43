#include <string.h>

#include <vp/report.h>

#include "base/utf8.h"
#include "report/output.h"

enum { EXCERPT_WIDTH = 120, EXCERPT_LEAD = 40, REPLACEMENT = 0xfffd };

typedef struct style {
  const char *severities[VP_SEVERITY_ERROR + 1];
  const char *bold, *faint, *mark, *end;
} style;

static const style plain = {{"", "", ""}, "", "", "", ""};
static const style coloured = {
    {"\x1b[1;36m", "\x1b[1;33m", "\x1b[1;31m"}, "\x1b[1m", "\x1b[34m", "\x1b[1;32m", "\x1b[0m"};

static const char *severity_word(vp_severity severity, vp_language language) {
  static const char *const swedish[] = {"upplysning", "varning", "fel"};
  return language == VP_LANGUAGE_SV ? swedish[severity] : vp_severity_name(severity);
}

/* What a terminal would act on instead of showing: C0, DEL, C1, line separators, and the marks
 * that turn the direction of text. */
static bool is_control(uint32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x200e || c == 0x200f ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* The dots and the ring of a letter that is written as two characters. */
static bool is_combining(uint32_t c) { return c >= 0x300 && c <= 0x36f; }

/* The character at the text's start, and how many bytes it takes. */
static size_t take(uint32_t *c, const char *text, size_t length) {
  size_t size = vp_utf8_sequence(text, length);
  *c = size > 0 ? vp_utf8_decode(text, size) : REPLACEMENT;
  return size > 0 ? size : 1;
}

/* Puts up to `most` characters and returns how many; a tab counts as one. */
static size_t put_visible(vp_buffer *out, const char *text, size_t length, size_t most) {
  size_t count = 0;
  while (length > 0 && count < most) {
    uint32_t c;
    size_t size = take(&c, text, length);
    if (c == '\t')
      vp_buffer_put(out, " ");
    else if (is_control(c) || c == REPLACEMENT)
      vp_buffer_put(out, "\xEF\xBF\xBD");
    else
      vp_buffer_append(out, text, size);
    text += size;
    length -= size;
    count++;
  }
  return count;
}

static void put_text(vp_buffer *out, const char *text) {
  put_visible(out, text, strlen(text), SIZE_MAX);
}

/* Passes over characters and returns how many columns they take. */
static size_t skip_characters(const char **text, size_t *length, size_t count) {
  size_t columns = 0;
  while (count-- > 0 && *length > 0) {
    uint32_t c;
    size_t size = take(&c, *text, *length);
    *text += size;
    *length -= size;
    columns += !is_combining(c);
  }
  return columns;
}

static void put_repeated(vp_buffer *out, const char *text, size_t count) {
  while (count-- > 0) vp_buffer_put(out, text);
}

/* How far into a line the findings have come. They stand in the order of the text, so that a line
 * with many of them is gone through once. */
typedef struct progress {
  uint32_t line;
  size_t characters; /* of the whole line */
  size_t passed;
  const char *rest; /* from the character `passed` on */
  size_t length;
} progress;

static bool turn_to_line(progress *at, const vp_plan *plan, uint32_t line) {
  if (line == at->line) return at->rest != NULL;
  at->rest = vp_plan_line(plan, line, &at->length);
  if (at->rest == NULL) return false;
  at->line = line;
  at->characters = vp_utf8_count(at->rest, at->length);
  at->passed = 0;
  return true;
}

/* The line of the plan with the place underlined; of a long line the part around it. */
static void put_excerpt(vp_buffer *out, progress *at, const vp_plan *plan,
                        const vp_finding *finding, const style *s) {
  if (!turn_to_line(at, plan, finding->line)) return;
  size_t characters = at->characters;
  size_t first = finding->column - 1;
  size_t past = finding->end_line == finding->line ? finding->end_column - 1 : characters;
  size_t skipped = characters > EXCERPT_WIDTH && first > EXCERPT_LEAD ? first - EXCERPT_LEAD : 0;
  skip_characters(&at->rest, &at->length, skipped - at->passed);
  at->passed = skipped;

  vp_buffer_printf(out, "%s%6lu |%s ", s->faint, (unsigned long)finding->line, s->end);
  if (skipped > 0) vp_buffer_put(out, "…");
  size_t shown = put_visible(out, at->rest, at->length, EXCERPT_WIDTH);
  if (skipped + shown < characters) vp_buffer_put(out, "…");

  size_t lead = first - skipped;
  size_t span = past > first ? past - first : 1;
  if (lead + span > shown) span = shown > lead ? shown - lead : 1;
  const char *line = at->rest;
  size_t length = at->length;
  size_t indent = skip_characters(&line, &length, lead) + (skipped > 0);
  size_t marks = skip_characters(&line, &length, span);
  vp_buffer_printf(out, "\n%s       |%s ", s->faint, s->end);
  put_repeated(out, " ", indent);
  vp_buffer_put(out, s->mark);
  put_repeated(out, "^", marks > 0 ? marks : 1);
  vp_buffer_printf(out, "%s\n", s->end);
}

static void put_lines(vp_buffer *out, const char *label, const char *const *lines, size_t count,
                      const style *s) {
  for (size_t i = 0; i < count; i++) {
    vp_buffer_printf(out, "%s       =%s %s%s:%s ", s->faint, s->end, s->bold, label, s->end);
    put_text(out, lines[i]);
    vp_buffer_put(out, "\n");
  }
}

static void put_head(vp_buffer *out, const char *name, const vp_finding *finding,
                     vp_language language, const style *s) {
  vp_buffer_put(out, s->bold);
  put_text(out, name);
  if (finding->line > 0)
    vp_buffer_printf(out, ":%lu:%lu", (unsigned long)finding->line, (unsigned long)finding->column);
  else
    vp_buffer_printf(out, ":%s", finding->path);
  vp_buffer_printf(out, ":%s %s%s:%s ", s->end, s->severities[finding->severity],
                   severity_word(finding->severity, language), s->end);
  put_text(out, finding->message);
  vp_buffer_printf(out, " [%s]\n", finding->rule);
}

vp_status vp_report_write_text(const vp_report_file *file, int flags, const vp_sink *sink,
                               vp_error *error) {
  const style *s = (flags & VP_REPORT_COLOUR) != 0 ? &coloured : &plain;
  const vp_plan *plan = vp_report_plan(file->report);
  vp_language language = vp_report_language(file->report);
  progress at = {.line = 0};
  vp_output output;
  vp_output_init(&output, vp_plan_context(plan), sink);
  for (size_t i = 0; i < vp_report_finding_count(file->report) && !output.refused; i++) {
    const vp_finding *finding = vp_report_finding(file->report, i);
    put_head(&output.buffer, file->name, finding, language, s);
    put_excerpt(&output.buffer, &at, plan, finding, s);
    put_lines(&output.buffer, language == VP_LANGUAGE_SV ? "not" : "note", finding->notes,
              finding->note_count, s);
    put_lines(&output.buffer, language == VP_LANGUAGE_SV ? "hjälp" : "help", finding->help,
              finding->help_count, s);
    vp_output_flush(&output);
  }
  return vp_output_close(&output, error);
}
