#include "text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "options.h"

void *cli_grow(void *block, size_t count, size_t size) {
  void *grown = count <= SIZE_MAX / size ? realloc(block, count * size) : NULL;
  if (grown != NULL) return grown;
  fputs("vp: error: out of memory\n", stderr);
  exit(CLI_UNUSABLE);
}

void cli_text_append(cli_text *text, const char *more, size_t length) {
  if (text->capacity - text->length <= length) {
    text->capacity = 2 * text->capacity + length + 1;
    text->bytes = cli_grow(text->bytes, text->capacity, 1);
  }
  memcpy(text->bytes + text->length, more, length);
  text->length += length;
  text->bytes[text->length] = '\0';
}

void cli_text_put(cli_text *text, const char *more) { cli_text_append(text, more, strlen(more)); }

void cli_text_clear(cli_text *text) {
  text->length = 0;
  cli_text_put(text, "");
}

void cli_text_free(cli_text *text) {
  free(text->bytes);
  *text = (cli_text){0};
}
