#include <string.h>

#include <vp/report.h>

#include "base/utf8.h"
#include "report/output.h"
#include "report/visible.h"
#include "report/wording.h"

enum { EXCERPT_WIDTH = 120, EXCERPT_LEAD = 40 };

typedef struct style {
  const char *severities[VP_SEVERITY_ERROR + 1];
  const char *bold, *faint, *mark, *dim, *end;
} style;

static const style plain = {{"", "", ""}, "", "", "", "", ""};
static const style coloured = {.severities = {"\x1b[1;36m", "\x1b[1;33m", "\x1b[1;31m"},
                               .bold = "\x1b[1m",
                               .faint = "\x1b[34m",
                               .mark = "\x1b[1;32m",
                               .dim = "\x1b[2m",
                               .end = "\x1b[0m"};

/* The dots and the ring of a letter that is written as two characters. */
static bool is_combining(uint32_t c) { return c >= 0x300 && c <= 0x36f; }

static const char *escape(char byte) { return byte == '\t' ? " " : NULL; }

static void put_text(vp_buffer *out, const char *text) {
  vp_put_visible(out, text, strlen(text), SIZE_MAX, escape);
}

/* Passes over characters and returns how many columns they take. */
static size_t skip_characters(const char **text, size_t *length, size_t count) {
  size_t columns = 0;
  while (count-- > 0 && *length > 0) {
    uint32_t c;
    size_t size = vp_utf8_take(&c, *text, *length);
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
  size_t shown = vp_put_visible(out, at->rest, at->length, EXCERPT_WIDTH, escape);
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
  vp_put_place(out, name, finding, put_text);
  vp_buffer_printf(out, ":%s %s%s:%s ", s->end, s->severities[finding->severity],
                   vp_severity_word(finding->severity, language), s->end);
  put_text(out, finding->message);
  vp_buffer_printf(out, " [%s]\n", finding->rule);
}

/* In short: it is known already. */
static void put_accepted(vp_buffer *out, const char *name, const vp_finding *finding,
                         vp_language language, const style *s) {
  vp_buffer_put(out, s->dim);
  vp_put_place(out, name, finding, put_text);
  vp_buffer_printf(out, ": %s (%s): ", vp_severity_word(finding->severity, language),
                   vp_accepted_word(finding->severity, language));
  put_text(out, finding->message);
  vp_buffer_printf(out, " [%s]\n       = ", finding->rule);
  vp_put_acceptance(out, finding->acceptance, language, put_text);
  vp_buffer_printf(out, "%s\n", s->end);
}

static void put_finding(vp_buffer *out, const char *name, const vp_plan *plan,
                        const vp_finding *finding, progress *at, vp_language language,
                        const style *s) {
  put_head(out, name, finding, language, s);
  put_excerpt(out, at, plan, finding, s);
  put_lines(out, vp_note_word(language), finding->notes, finding->note_count, s);
  put_lines(out, vp_help_word(language), finding->help, finding->help_count, s);
}

vp_status vp_report_write_text(const vp_report_file *file, int flags, const vp_sink *sink,
                               vp_error *error) {
  const style *s = (flags & VP_REPORT_COLOUR) != 0 ? &coloured : &plain;
  const vp_plan *plan = vp_report_plan(file->report);
  vp_language language = vp_report_language(file->report);
  progress at = {.line = 0};
  vp_output output;
  vp_output_open(&output, file, 1, sink);
  for (size_t i = 0; i < vp_report_finding_count(file->report) && !output.refused; i++) {
    const vp_finding *finding = vp_report_finding(file->report, i);
    if (finding->acceptance != NULL)
      put_accepted(&output.buffer, file->name, finding, language, s);
    else
      put_finding(&output.buffer, file->name, plan, finding, &at, language, s);
    vp_output_flush(&output);
  }
  return vp_output_close(&output, error);
}
