#include "diff.h"

#include <stdlib.h>
#include <string.h>

enum { CONTEXT = 3 };

typedef struct line {
  const char *text;
  size_t length; /* with its end */
} line;

typedef struct pair {
  line before, after;
  bool is_changed;
} pair;

typedef struct difference {
  const cli_terminal *terminal;
  pair *lines;
  size_t count;
} difference;

static line take_line(const char **at, const char *end) {
  const char *text = *at, *newline = memchr(text, '\n', (size_t)(end - text));
  *at = newline != NULL ? newline + 1 : end;
  return (line){text, (size_t)(*at - text)};
}

static bool is_same(line a, line b) {
  return a.length == b.length && memcmp(a.text, b.text, a.length) == 0;
}

static void split(difference *d, const cli_text *before, const cli_text *after) {
  const char *old = before->bytes, *old_end = old + before->length;
  const char *new = after->bytes, *new_end = new + after->length;
  size_t room = 0;
  while (old < old_end) {
    if (d->count == room) {
      room = 2 * room + 64;
      d->lines = cli_grow(d->lines, room, sizeof *d->lines);
    }
    pair *lines = &d->lines[d->count++];
    lines->before = take_line(&old, old_end);
    lines->after = take_line(&new, new_end);
    lines->is_changed = !is_same(lines->before, lines->after);
  }
}

/* The next changed line from there on, or the count. */
static size_t find_change(const difference *d, size_t from) {
  while (from < d->count && !d->lines[from].is_changed) from++;
  return from;
}

/* For a program every byte as it is, for a person without control characters. */
static void print(const difference *d, cli_style style, const char *text, size_t length) {
  if (d->terminal->colour)
    cli_print(d->terminal, style, text, length);
  else
    fwrite(text, 1, length, stdout);
}

static void print_line(const difference *d, cli_style style, char sign, line l) {
  bool has_end = l.text[l.length - 1] == '\n';
  print(d, style, &sign, 1);
  print(d, style, l.text, l.length - has_end);
  putchar('\n');
  if (!has_end) puts("\\ No newline at end of file");
}

static void print_lines(const difference *d, size_t from, size_t to) {
  bool is_changed = d->lines[from].is_changed;
  for (size_t i = from; i < to; i++)
    print_line(d, is_changed ? CLI_RED : CLI_PLAIN, is_changed ? '-' : ' ', d->lines[i].before);
  for (size_t i = from; is_changed && i < to; i++) print_line(d, CLI_GREEN, '+', d->lines[i].after);
}

static void print_hunk(const difference *d, size_t from, size_t to) {
  char head[100];
  int length = snprintf(head, sizeof head, "@@ -%zu,%zu +%zu,%zu @@", from + 1, to - from, from + 1,
                        to - from);
  print(d, CLI_DIM, head, (size_t)length);
  putchar('\n');
  while (from < to) {
    size_t end = from;
    while (end < to && d->lines[end].is_changed == d->lines[from].is_changed) end++;
    print_lines(d, from, end);
    from = end;
  }
}

static void print_head(const difference *d, const char *name) {
  print(d, CLI_BOLD, "--- ", 4);
  print(d, CLI_BOLD, name, strlen(name));
  print(d, CLI_BOLD, "\n+++ ", 5);
  print(d, CLI_BOLD, name, strlen(name));
  puts("\t(repaired)"); /* behind a tab, so that a name may have spaces */
}

void cli_diff_print(const cli_terminal *terminal, const char *name, const cli_text *before,
                    const cli_text *after) {
  difference d = {.terminal = terminal};
  split(&d, before, after);
  size_t changed = find_change(&d, 0);
  if (changed < d.count) print_head(&d, name);
  while (changed < d.count) {
    size_t from = changed > CONTEXT ? changed - CONTEXT : 0, last;
    do {
      last = changed;
      changed = find_change(&d, last + 1);
    } while (changed < d.count && changed <= last + 2 * CONTEXT + 1);
    print_hunk(&d, from, last + CONTEXT < d.count ? last + CONTEXT + 1 : d.count);
  }
  free(d.lines);
}
