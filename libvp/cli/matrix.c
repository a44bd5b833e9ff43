#include "matrix.h"

#include <string.h>

#include "band.h"
#include "number.h"
#include "words.h"

enum { MIN_CELL = 5, MAX_CELL = 16, MAX_LABEL = 22, MAX_LINES = 5, MAX_LEVELS = 12 };

typedef struct axis_level {
  vp_decimal value;
  const char *name; /* or NULL */
} axis_level;

typedef struct axis {
  const char *title;
  axis_level levels[MAX_LEVELS];
  size_t count;
} axis;

typedef struct matrix {
  const vp_scoring *scoring;
  const cli_terminal *terminal;
  vp_language language;
  axis consequence, likelihood;
  size_t label_width, cell_width;
} matrix;

static bool is_on(const axis_level *level, const vp_level_reading *reading) {
  bool has_value = reading->state == VP_LEVEL_KNOWN || reading->state == VP_LEVEL_OFF_SCALE;
  return has_value && vp_decimal_compare(level->value, reading->value) == 0;
}

/* In the order of the values, each value once. */
static void add_level(axis *a, vp_decimal value, const char *name) {
  size_t at = 0;
  while (at < a->count && vp_decimal_compare(a->levels[at].value, value) < 0) at++;
  bool is_there = at < a->count && vp_decimal_compare(a->levels[at].value, value) == 0;
  if (is_there || a->count == MAX_LEVELS) return;
  memmove(a->levels + at + 1, a->levels + at, (a->count - at) * sizeof *a->levels);
  a->levels[at] = (axis_level){.value = value, .name = name};
  a->count++;
}

static const vp_element *child(const vp_element *element, const char *field) {
  return element != NULL ? vp_element_child(element, field, 0) : NULL;
}

static void add_scale(axis *a, const vp_element *scale) {
  for (size_t i = 0; i < vp_element_count(scale, "levels"); i++) {
    const vp_element *level = vp_element_child(scale, "levels", i);
    int32_t value;
    if (vp_element_integer(&value, level, "value"))
      add_level(a, (vp_decimal){.coefficient = value}, vp_element_text(level, "name", 0));
  }
}

static const vp_level_reading *reading_of(const vp_risk_score *score, bool is_consequence) {
  return is_consequence ? &score->consequence : &score->likelihood;
}

static const vp_element *scale_of(const vp_scoring *scoring, const char *field) {
  return child(child(vp_scoring_model(scoring), "scales"), field);
}

const char *cli_scale_name(const vp_scoring *scoring, const char *field, vp_language language) {
  const char *name = vp_element_text(scale_of(scoring, field), "name", 0);
  return name != NULL ? name : cli_word(language, field);
}

static void find_axis(axis *a, const matrix *m, bool is_consequence) {
  const char *field = is_consequence ? "consequence" : "likelihood";
  const vp_element *scale = scale_of(m->scoring, field);
  a->title = cli_scale_name(m->scoring, field, m->language);
  if (scale != NULL) add_scale(a, scale);
  if (a->count > 0) return;
  for (size_t i = 0; i < vp_scoring_count(m->scoring); i++) {
    const vp_level_reading *reading = reading_of(vp_scoring_risk(m->scoring, i), is_consequence);
    if (reading->state == VP_LEVEL_KNOWN) add_level(a, reading->value, reading->name);
  }
}

static void put_level(cli_text *out, const matrix *m, const axis_level *level) {
  cli_put_number(out, level->value, VP_UNIT_NONE, m->language, 0);
  if (level->name == NULL) return;
  cli_text_put(out, " ");
  cli_text_put(out, level->name);
}

/* The value that the model gives the cell, then the risks in it. */
static cli_style put_cell(cli_text *out, const matrix *m, const axis_level *consequence,
                          const axis_level *likelihood) {
  vp_decimal value;
  cli_style style = CLI_PLAIN;
  cli_text_clear(out);
  if (vp_scoring_score(&value, m->scoring, consequence->value, likelihood->value)) {
    style = cli_band_style(vp_scoring_band(m->scoring, value));
    cli_put_number(out, value, VP_UNIT_NONE, m->language, 0);
  }
  bool is_first = true;
  for (size_t i = 0; i < vp_scoring_count(m->scoring); i++) {
    const vp_risk_score *score = vp_scoring_risk(m->scoring, i);
    if (!is_on(consequence, &score->consequence) || !is_on(likelihood, &score->likelihood))
      continue;
    if (out->length > 0) cli_text_put(out, is_first ? ": " : " ");
    is_first = false;
    cli_text_put(out, vp_element_id(score->risk));
  }
  return style;
}

static void draw(const matrix *m, const char *text) {
  cli_print(m->terminal, CLI_DIM, text, strlen(text));
}

static void draw_border(const matrix *m, const char *left, const char *cross, const char *right) {
  cli_text line = {0};
  for (size_t i = 0; i < m->likelihood.count; i++) {
    cli_text_put(&line, i == 0 ? left : cross);
    for (size_t j = 0; j < m->cell_width + 2; j++) cli_text_put(&line, "─");
  }
  cli_text_put(&line, right);
  cli_spaces(m->label_width + 1);
  draw(m, line.bytes);
  putchar('\n');
  cli_text_free(&line);
}

/* The next line of a text in a field of that width. Returns what is left. */
static const char *put_field(cli_text *field, const char *text, size_t width, size_t margin,
                             bool is_last) {
  const char *next;
  size_t length = cli_line(text, width, &next);
  bool is_cut = is_last && *next != '\0';
  if (is_cut) length = cli_fit(text, width - 1);
  size_t used = cli_columns(text, length) + is_cut;
  for (size_t i = 0; i < margin; i++) cli_text_put(field, " ");
  cli_text_append(field, text, length);
  if (is_cut) cli_text_put(field, "…");
  for (; used < width + margin; used++) cli_text_put(field, " ");
  return next;
}

static const char *print_field(const matrix *m, cli_style style, const char *text, size_t width,
                               size_t margin, bool is_last) {
  cli_text field = {0};
  const char *rest = put_field(&field, text, width, margin, is_last);
  cli_print(m->terminal, style, field.bytes, field.length);
  cli_text_free(&field);
  return rest;
}

static void print_row(const matrix *m, const axis_level *consequence) {
  cli_text cells[MAX_LEVELS] = {{0}};
  cli_style styles[MAX_LEVELS];
  const char *rests[MAX_LEVELS];
  cli_text label = {0};
  put_level(&label, m, consequence);
  const char *label_rest = label.bytes;
  for (size_t i = 0; i < m->likelihood.count; i++) {
    styles[i] = put_cell(&cells[i], m, consequence, &m->likelihood.levels[i]);
    rests[i] = cells[i].bytes;
  }
  bool more = true;
  for (int line = 1; more && line <= MAX_LINES; line++) {
    label_rest = print_field(m, CLI_PLAIN, label_rest, m->label_width, 0, line == MAX_LINES);
    more = *label_rest != '\0';
    cli_spaces(1);
    for (size_t i = 0; i < m->likelihood.count; i++) {
      draw(m, "│");
      rests[i] = print_field(m, styles[i], rests[i], m->cell_width, 1, line == MAX_LINES);
      more = more || *rests[i] != '\0';
    }
    draw(m, "│");
    putchar('\n');
  }
  cli_text_free(&label);
  for (size_t i = 0; i < m->likelihood.count; i++) cli_text_free(&cells[i]);
}

static void print_likelihoods(const matrix *m) {
  cli_text labels[MAX_LEVELS] = {{0}};
  const char *rests[MAX_LEVELS];
  for (size_t i = 0; i < m->likelihood.count; i++) {
    put_level(&labels[i], m, &m->likelihood.levels[i]);
    rests[i] = labels[i].bytes;
  }
  cli_text line = {0};
  bool more = true;
  for (int number = 1; more && number <= MAX_LINES; number++) {
    more = false;
    cli_text_clear(&line);
    for (size_t i = 0; i < m->likelihood.count; i++) {
      cli_text_put(&line, " ");
      rests[i] = put_field(&line, rests[i], m->cell_width, 1, number == MAX_LINES);
      more = more || *rests[i] != '\0';
    }
    while (line.length > 0 && line.bytes[line.length - 1] == ' ') line.length--;
    cli_spaces(m->label_width + 1);
    cli_print(m->terminal, CLI_PLAIN, line.bytes, line.length);
    putchar('\n');
  }
  cli_text_free(&line);
  for (size_t i = 0; i < m->likelihood.count; i++) cli_text_free(&labels[i]);
}

static void find_widths(matrix *m) {
  cli_text label = {0};
  for (size_t i = 0; i < m->consequence.count; i++) {
    cli_text_clear(&label);
    put_level(&label, m, &m->consequence.levels[i]);
    size_t width = cli_columns(label.bytes, label.length);
    if (width > m->label_width) m->label_width = width;
  }
  cli_text_free(&label);
  if (m->label_width > MAX_LABEL) m->label_width = MAX_LABEL;
  size_t room = m->terminal->width - m->label_width - 2;
  size_t each = room / m->likelihood.count;
  m->cell_width = each > MIN_CELL + 3 ? each - 3 : MIN_CELL;
  if (m->cell_width > MAX_CELL) m->cell_width = MAX_CELL;
}

static bool is_on_axis(const axis *a, const vp_level_reading *reading) {
  for (size_t i = 0; i < a->count; i++)
    if (is_on(&a->levels[i], reading)) return true;
  return false;
}

/* Risks that have a value but no place. */
static void print_outside(const matrix *m) {
  cli_text text = {0};
  for (size_t i = 0; i < vp_scoring_count(m->scoring); i++) {
    const vp_risk_score *score = vp_scoring_risk(m->scoring, i);
    bool is_inside = is_on_axis(&m->consequence, &score->consequence) &&
                     is_on_axis(&m->likelihood, &score->likelihood);
    if (!score->is_scored || is_inside) continue;
    cli_text_put(&text, text.length > 0 ? ", " : "");
    cli_text_put(&text, vp_element_id(score->risk));
  }
  if (text.length > 0)
    cli_paragraph(m->terminal, CLI_YELLOW, cli_word(m->language, "outside"), text.bytes);
  cli_text_free(&text);
}

void cli_matrix_print(const vp_scoring *scoring, const cli_terminal *terminal,
                      vp_language language) {
  matrix m = {.scoring = scoring, .terminal = terminal, .language = language};
  find_axis(&m.consequence, &m, true);
  find_axis(&m.likelihood, &m, false);
  if (m.consequence.count == 0 || m.likelihood.count == 0) return;
  find_widths(&m);
  cli_paragraph(terminal, CLI_DIM, "", m.consequence.title);
  draw_border(&m, "┌", "┬", "┐");
  for (size_t i = m.consequence.count; i-- > 0;) {
    print_row(&m, &m.consequence.levels[i]);
    if (i > 0) draw_border(&m, "├", "┼", "┤");
  }
  draw_border(&m, "└", "┴", "┘");
  print_likelihoods(&m);
  cli_spaces(m.label_width + 3);
  cli_print(terminal, CLI_DIM, m.likelihood.title, strlen(m.likelihood.title));
  putchar('\n');
  print_outside(&m);
}
