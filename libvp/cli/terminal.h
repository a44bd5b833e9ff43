/* What standard output can show: colours, so many columns, and text without control characters. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef enum cli_style {
  CLI_PLAIN = 0,
  CLI_BOLD,
  CLI_DIM,
  CLI_RED,
  CLI_GREEN,
  CLI_YELLOW,
  CLI_ON_GREEN,
  CLI_ON_YELLOW,
  CLI_ON_ORANGE,
  CLI_ON_RED
} cli_style;

typedef struct cli_terminal {
  bool colour;
  size_t width; /* in columns */
} cli_terminal;

/* Of standard output. */
cli_terminal cli_terminal_find(void);

/* How many columns the text takes: one for every code point, none for a combining mark. */
size_t cli_columns(const char *text, size_t length);

/* How many bytes of the text fit into so many columns. */
size_t cli_fit(const char *text, size_t columns);

/* How many bytes of the text stand on a line of so many columns, broken between words where that
 * can be; *next is where the next line begins, or the text's end. */
size_t cli_line(const char *text, size_t columns, const char **next);

/* Every text of a plan is written through these: control characters become U+FFFD,
 * line ends and tabs a space. */
void cli_put(FILE *out, const char *text, size_t length);
void cli_print(const cli_terminal *terminal, cli_style style, const char *text, size_t length);
void cli_spaces(size_t count);

/* Over as many lines as the terminal needs, the first one behind `label`. */
void cli_paragraph(const cli_terminal *terminal, cli_style style, const char *label,
                   const char *text);

#endif
