#include "table.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

enum { GAP = 2, INDENT = 1, MIN_WRAPPED = 10, MAX_LINES = 4, MAX_WORD = 20 };

typedef struct cell {
  char *text; /* NULL in the first cell of a row that is a line */
  cli_style style;
} cell;

struct cli_table {
  cli_column *columns;
  size_t column_count;
  cell *cells;
  size_t count, capacity;
};

cli_table *cli_table_new(const cli_column *columns, size_t count) {
  cli_table *table = cli_grow(NULL, 1, sizeof *table);
  *table = (cli_table){.columns = cli_grow(NULL, count, sizeof *columns), .column_count = count};
  memcpy(table->columns, columns, count * sizeof *columns);
  return table;
}

void cli_table_free(cli_table *table) {
  for (size_t i = 0; i < table->count; i++) free(table->cells[i].text);
  free(table->cells);
  free(table->columns);
  free(table);
}

static void add(cli_table *table, cell added) {
  if (table->count == table->capacity) {
    table->capacity = 2 * table->capacity + 64;
    table->cells = cli_grow(table->cells, table->capacity, sizeof *table->cells);
  }
  table->cells[table->count++] = added;
}

void cli_table_add(cli_table *table, cli_style style, const char *text) {
  cli_text copy = {0};
  cli_text_put(&copy, text);
  add(table, (cell){.text = copy.bytes, .style = style});
}

void cli_table_rule(cli_table *table) {
  for (size_t i = 0; i < table->column_count; i++) add(table, (cell){.text = NULL});
}

static size_t natural_width(const cli_table *table, size_t column) {
  size_t width = 0;
  for (size_t i = column; i < table->count; i += table->column_count) {
    const char *text = table->cells[i].text;
    size_t columns = text != NULL ? cli_columns(text, strlen(text)) : 0;
    if (columns > width) width = columns;
  }
  return width;
}

/* The columns of the longest word in a column, up to MAX_WORD. */
static size_t word_width(const cli_table *table, size_t column) {
  size_t width = MIN_WRAPPED;
  for (size_t i = column; i < table->count; i += table->column_count) {
    const char *text = table->cells[i].text != NULL ? table->cells[i].text : "";
    while (*text != '\0') {
      size_t length = strcspn(text, " -");
      size_t columns = cli_columns(text, length) + INDENT + (text[length] == '-');
      if (columns > width) width = columns;
      text += length + (text[length] != '\0');
    }
  }
  return width < MAX_WORD ? width : MAX_WORD;
}

static size_t sum(const size_t *widths, size_t count) {
  size_t total = GAP * (count - 1);
  for (size_t i = 0; i < count; i++) total += widths[i];
  return total;
}

/* Takes from the widest wrapping column until the row fits or none can give more. */
static void shrink(const cli_table *table, size_t *widths, const size_t *floors, size_t available) {
  for (size_t total = sum(widths, table->column_count); total > available; total--) {
    size_t widest = table->column_count;
    for (size_t i = 0; i < table->column_count; i++)
      if (table->columns[i] == CLI_WRAP && widths[i] > floors[i] &&
          (widest == table->column_count || widths[i] > widths[widest]))
        widest = i;
    if (widest == table->column_count) return;
    widths[widest]--;
  }
}

/* Words are broken only when nothing else helps. */
static size_t *find_widths(const cli_table *table, size_t available) {
  size_t *widths = cli_grow(NULL, table->column_count, sizeof *widths);
  size_t *floors = cli_grow(NULL, table->column_count, sizeof *floors);
  for (size_t i = 0; i < table->column_count; i++) {
    widths[i] = natural_width(table, i);
    floors[i] = word_width(table, i);
  }
  shrink(table, widths, floors, available);
  for (size_t i = 0; i < table->column_count; i++) floors[i] = MIN_WRAPPED;
  shrink(table, widths, floors, available);
  free(floors);
  return widths;
}

/* Blanks are only printed before a text, so that no line ends in them; pending counts them. */
static void print_cell(const cli_terminal *terminal, cli_style style, const char *text,
                       size_t length, bool is_cut, cli_column column, size_t width,
                       size_t *pending) {
  size_t used = cli_columns(text, length) + is_cut;
  size_t padding = width > used ? width - used : 0;
  if (length == 0) {
    *pending += padding;
    return;
  }
  cli_spaces(*pending + (column == CLI_RIGHT ? padding : 0));
  cli_print(terminal, style, text, length);
  if (is_cut) fputs("…", stdout);
  *pending = column == CLI_RIGHT ? 0 : padding;
}

/* One line of a row; each rest moves on to what is left of its cell. Returns whether any is. */
static bool print_line(const cli_table *table, const cli_terminal *terminal, const cell *row,
                       const size_t *widths, const char **rests, int line) {
  bool more = false;
  size_t pending = 0;
  for (size_t i = 0; i < table->column_count; i++) {
    const char *next;
    size_t indent = table->columns[i] == CLI_WRAP && line > 1 && widths[i] > INDENT ? INDENT : 0;
    size_t width = widths[i] - indent;
    size_t length = cli_line(rests[i], width, &next);
    bool is_cut = line == MAX_LINES && *next != '\0';
    if (is_cut && cli_columns(rests[i], length) == width) length = cli_fit(rests[i], width - 1);
    pending += indent;
    print_cell(terminal, row[i].style, rests[i], length, is_cut, table->columns[i], width,
               &pending);
    pending += GAP;
    rests[i] = next;
    more = more || *next != '\0';
  }
  putchar('\n');
  return more;
}

static void print_rule(const cli_terminal *terminal, size_t width) {
  cli_text line = {0};
  for (size_t i = 0; i < width; i++) cli_text_put(&line, "─");
  cli_print(terminal, CLI_DIM, line.bytes, line.length);
  putchar('\n');
  cli_text_free(&line);
}

void cli_table_print(const cli_table *table, const cli_terminal *terminal) {
  size_t *widths = find_widths(table, terminal->width);
  const char **rests = cli_grow(NULL, table->column_count, sizeof *rests);
  for (size_t at = 0; at + table->column_count <= table->count; at += table->column_count) {
    const cell *row = table->cells + at;
    if (row->text == NULL) {
      print_rule(terminal, sum(widths, table->column_count));
      continue;
    }
    for (size_t i = 0; i < table->column_count; i++) rests[i] = row[i].text;
    for (int line = 1; line <= MAX_LINES; line++)
      if (!print_line(table, terminal, row, widths, rests, line)) break;
  }
  free(rests);
  free(widths);
}
