/* A text that grows. Out of memory ends the program. */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include <stddef.h>

/* Starts as {0}; bytes is NUL-terminated once anything was put. */
typedef struct cli_text {
  char *bytes;
  size_t length;
  size_t capacity;
} cli_text;

void cli_text_put(cli_text *text, const char *more);
void cli_text_append(cli_text *text, const char *more, size_t length);
void cli_text_clear(cli_text *text);
void cli_text_free(cli_text *text);

/* realloc to count items of that size, or the end of the program. */
void *cli_grow(void *block, size_t count, size_t size);

#endif
