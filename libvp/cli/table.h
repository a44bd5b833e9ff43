/* Aligned columns, as wide as the terminal allows: those that may wrap give way to the others. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "terminal.h"

typedef struct cli_table cli_table;

typedef enum cli_column {
  CLI_LEFT,
  CLI_RIGHT,
  CLI_WRAP /* left, over several lines where it must */
} cli_column;

cli_table *cli_table_new(const cli_column *columns, size_t count);
void cli_table_free(cli_table *table);

/* The next cell, row by row; the text is copied. */
void cli_table_add(cli_table *table, cli_style style, const char *text);

/* A line between the rows before and behind it. */
void cli_table_rule(cli_table *table);

/* The first row is the heading. */
void cli_table_print(const cli_table *table, const cli_terminal *terminal);

#endif
