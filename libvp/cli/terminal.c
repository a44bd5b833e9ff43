#include "terminal.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "platform.h"

enum { DEFAULT_WIDTH = 100, MIN_WIDTH = 40, MAX_WIDTH = 1000, REPLACEMENT = 0xFFFD };

static size_t find_width(const cli_screen *screen) {
  const char *stated = getenv("COLUMNS");
  long width = stated != NULL ? strtol(stated, NULL, 10) : 0;
  if (width <= 0) width = (long)screen->columns;
  if (width <= 0) width = DEFAULT_WIDTH;
  if (width < MIN_WIDTH) width = MIN_WIDTH;
  return width > MAX_WIDTH ? MAX_WIDTH : (size_t)width;
}

static bool is_set(const char *name) {
  const char *value = getenv(name);
  return value != NULL && *value != '\0';
}

cli_terminal cli_terminal_find(void) {
  cli_screen screen = cli_platform_screen();
  return (cli_terminal){.colour = screen.takes_colour && !is_set("NO_COLOR"),
                        .width = find_width(&screen)};
}

/* The code point at the text's start, which is not its end; returns its bytes. */
static size_t decode(const char *text, uint32_t *code) {
  unsigned char lead = (unsigned char)*text;
  size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
  *code = length == 1 ? lead : lead & (0x7FU >> length);
  for (size_t i = 1; i < length; i++) {
    unsigned char byte = (unsigned char)text[i];
    if ((byte & 0xC0) != 0x80) length = 0;
    *code = *code << 6 | (byte & 0x3F);
  }
  if (length > 0) return length;
  *code = REPLACEMENT;
  return 1;
}

static bool in(uint32_t code, uint32_t low, uint32_t high) { return code >= low && code <= high; }

static bool is_combining(uint32_t code) {
  return in(code, 0x300, 0x36F) || in(code, 0x1AB0, 0x1AFF) || in(code, 0x20D0, 0x20FF) ||
         in(code, 0xFE00, 0xFE0F) || in(code, 0x200B, 0x200D);
}

/* Also what would turn the direction of the text around it. */
static bool is_control(uint32_t code) {
  return code < 0x20 || in(code, 0x7F, 0x9F) || in(code, 0x200E, 0x200F) ||
         in(code, 0x2028, 0x202E) || in(code, 0x2066, 0x2069);
}

size_t cli_columns(const char *text, size_t length) {
  size_t columns = 0;
  for (const char *end = text + length; text < end;) {
    uint32_t code;
    text += decode(text, &code);
    columns += !is_combining(code);
  }
  return columns;
}

size_t cli_fit(const char *text, size_t columns) {
  const char *at = text;
  while (*at != '\0') {
    uint32_t code;
    size_t length = decode(at, &code);
    if (!is_combining(code) && columns-- == 0) break;
    at += length;
  }
  return (size_t)(at - text);
}

size_t cli_line(const char *text, size_t columns, const char **next) {
  size_t length = cli_fit(text, columns);
  size_t end = length;
  if (text[length] != '\0') {
    while (end > 0 && text[end] != ' ' && text[end - 1] != '-') end--;
    if (end == 0) end = length;
  }
  *next = text + end + strspn(text + end, " ");
  while (end > 0 && text[end - 1] == ' ') end--;
  return end;
}

void cli_put(FILE *out, const char *text, size_t length) {
  for (const char *end = text + length; text < end;) {
    uint32_t code;
    size_t bytes = decode(text, &code);
    if (code == '\n' || code == '\t')
      fputc(' ', out);
    else if (is_control(code) || code == REPLACEMENT)
      fputs("\xEF\xBF\xBD", out);
    else
      fwrite(text, 1, bytes, out);
    text += bytes;
  }
}

static const char *escape_of(cli_style style) {
  static const char *const escapes[] = {
      [CLI_PLAIN] = "",
      [CLI_BOLD] = "\x1B[1m",
      [CLI_DIM] = "\x1B[2m",
      [CLI_RED] = "\x1B[31m",
      [CLI_GREEN] = "\x1B[32m",
      [CLI_YELLOW] = "\x1B[33m",
      [CLI_ON_GREEN] = "\x1B[30;42m",
      [CLI_ON_YELLOW] = "\x1B[30;48;5;227m",
      [CLI_ON_ORANGE] = "\x1B[30;48;5;215m",
      [CLI_ON_RED] = "\x1B[97;41m",
  };
  return escapes[style];
}

void cli_print(const cli_terminal *terminal, cli_style style, const char *text, size_t length) {
  bool styled = terminal->colour && style != CLI_PLAIN && length > 0;
  if (styled) fputs(escape_of(style), stdout);
  cli_put(stdout, text, length);
  if (styled) fputs("\x1B[0m", stdout);
}

void cli_spaces(size_t count) {
  while (count-- > 0) putchar(' ');
}

void cli_paragraph(const cli_terminal *terminal, cli_style style, const char *label,
                   const char *text) {
  enum { INDENT = 2 };
  size_t used = cli_columns(label, strlen(label));
  cli_print(terminal, style, label, strlen(label));
  while (*text != '\0') {
    const char *next;
    size_t room = terminal->width > used ? terminal->width - used : 1;
    size_t length = cli_line(text, room, &next);
    cli_print(terminal, style, text, length);
    text = next;
    used = INDENT;
    if (*text != '\0') {
      putchar('\n');
      cli_spaces(INDENT);
    }
  }
  putchar('\n');
}
