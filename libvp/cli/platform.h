/* What differs between operating systems: platform_posix.c or platform_windows.c is built. */
#ifndef CLI_PLATFORM_H
#define CLI_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include <vp/functions.h>

/* Standard output. */
typedef struct cli_screen {
  bool takes_colour;
  size_t columns; /* 0 when it is no terminal, or does not say */
} cli_screen;

/* Makes the arguments and the names of files UTF-8, and the standard streams bytes. */
void cli_platform_start(int *argc, char ***argv);

FILE *cli_platform_open(const char *name, const char *mode);

/* The file takes the other's name, and its place; false with errno. */
bool cli_platform_move(const char *from, const char *to);
void cli_platform_remove(const char *name);

/* Whether both are one regular file; NULL is standard input, and standard output. */
bool cli_platform_is_same(const char *input, const char *output);

cli_screen cli_platform_screen(void);

/* NULL with the reason, cut to its size, when it cannot be loaded. */
void *cli_platform_load(const char *library, char *reason, size_t size);
vp_native_function cli_platform_symbol(void *library, const char *symbol); /* NULL for none */
void cli_platform_unload(void *library);

#endif
