#include "own_network.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "result.h"

/* What fails with a Python exception has this status, and vpy_raise leaves the exception as it
 * is. */
static const vp_status raised = VP_ERROR_ARGUMENT;

typedef struct grid {
  vp_network *network;
  size_t width, height;
} grid;

static bool parse_figure(vp_quantity *out, PyObject *figure) {
  *out = (vp_quantity){.state = VP_QUANTITY_MISSING};
  if (figure == Py_None) return true;
  char *text;
  if (PyBytes_AsStringAndSize(figure, &text, NULL) != 0) return false;
  *out = vp_quantity_parse(text);
  return true;
}

static vp_status add_figures(const grid *g, PyObject *figures, vp_unit unit, vp_rounding rounding,
                             vp_error *error) {
  vp_status status = VP_OK;
  for (size_t i = 0; i < g->width * g->height && status == VP_OK; i++) {
    vp_quantity figure;
    uint32_t cell;
    if (!parse_figure(&figure, PyTuple_GetItem(figures, (Py_ssize_t)i))) return raised;
    figure = vp_quantity_complete(figure, unit, -1, rounding);
    status = vp_network_add_quantity(&cell, g->network, &figure, error);
    if (status == VP_OK)
      status = vp_network_set_place(g->network, cell, 0, (uint32_t)(i / g->width),
                                    (uint32_t)(i % g->width), error);
  }
  return status;
}

/* A sum of whole rows or columns. */
typedef struct sum {
  vp_relation_kind kind;
  bool is_limit;
  bool across;
  vp_term *terms; /* the cells are lines */
  size_t term_count;
  uint32_t total; /* a line */
} sum;

static bool parse_kind(sum *s, const char *name) {
  static const char *const names[] = {[VP_RELATION_COLUMN] = "column",
                                      [VP_RELATION_SUBTOTAL] = "subtotal",
                                      [VP_RELATION_ROW] = "row",
                                      [VP_RELATION_TIE] = "limit"};
  int kind = VP_RELATION_COLUMN;
  while (kind <= VP_RELATION_TIE && strcmp(names[kind], name) != 0) kind++;
  s->kind = (vp_relation_kind)kind;
  s->is_limit = kind == VP_RELATION_TIE;
  if (kind <= VP_RELATION_TIE) return true;
  PyErr_Format(PyExc_ValueError, "there is no kind of sum %s", name);
  return false;
}

static bool check_line(const grid *g, const sum *s, Py_ssize_t line) {
  if (line >= 0 && (size_t)line < (s->across ? g->height : g->width)) return true;
  PyErr_SetString(PyExc_IndexError, "line out of range");
  return false;
}

static bool parse_terms(const grid *g, sum *s, PyObject *terms) {
  s->term_count = (size_t)PyTuple_Size(terms);
  s->terms = malloc((s->term_count + 1) * sizeof *s->terms);
  if (s->terms == NULL) {
    PyErr_NoMemory();
    return false;
  }
  for (size_t i = 0; i < s->term_count; i++) {
    PyObject *term = PyTuple_GetItem(terms, (Py_ssize_t)i);
    Py_ssize_t line;
    int weight;
    if (!vpy_is_tuple(term) || !PyArg_ParseTuple(term, "ni", &line, &weight) ||
        !check_line(g, s, line))
      return false;
    s->terms[i] = (vp_term){.cell = (uint32_t)line, .weight = {.coefficient = weight}};
  }
  return true;
}

/* The terms are to be freed whatever it gives. */
static bool parse_sum(const grid *g, sum *s, PyObject *given) {
  const char *kind;
  int across;
  PyObject *terms;
  Py_ssize_t total;
  if (!vpy_is_tuple(given) || !PyArg_ParseTuple(given, "spOn", &kind, &across, &terms, &total))
    return false;
  s->across = across;
  if (!parse_kind(s, kind) || !check_line(g, s, total)) return false;
  s->total = (uint32_t)total;
  return vpy_is_tuple(terms) && parse_terms(g, s, terms);
}

/* A relation of the first cells of all lines, one of the second cells, … */
static vp_status add_relations(const grid *g, sum *s, vp_error *error) {
  size_t count = s->across ? g->width : g->height;
  uint32_t pitch = s->across ? (uint32_t)g->width : 1, step = s->across ? 1 : (uint32_t)g->width;
  vp_status status = VP_OK;
  for (size_t i = 0; i < s->term_count; i++) s->terms[i].cell *= pitch;
  for (uint32_t i = 0; i < count && status == VP_OK; i++) {
    uint32_t relation, total = s->total * pitch + i * step;
    if (s->is_limit)
      status = vp_network_limit(&relation, g->network, s->terms, s->term_count, total, error);
    else
      status =
          vp_network_relate(&relation, g->network, s->kind, s->terms, s->term_count, total, error);
    for (size_t j = 0; j < s->term_count; j++) s->terms[j].cell += step;
  }
  return status;
}

static vp_status add_sums(const grid *g, PyObject *sums, vp_error *error) {
  vp_status status = vpy_is_tuple(sums) ? VP_OK : raised;
  for (Py_ssize_t i = 0; status == VP_OK && i < PyTuple_Size(sums); i++) {
    sum s = {.terms = NULL};
    status = parse_sum(g, &s, PyTuple_GetItem(sums, i)) ? add_relations(g, &s, error) : raised;
    free(s.terms);
  }
  return status;
}

typedef vp_status set_cell(vp_network *network, uint32_t cell, vp_error *error);

static vp_status set_all(const grid *g, PyObject *cells, set_cell *set, vp_error *error) {
  vp_status status = vpy_is_tuple(cells) ? VP_OK : raised;
  for (Py_ssize_t i = 0; status == VP_OK && i < PyTuple_Size(cells); i++) {
    unsigned long cell = PyLong_AsUnsignedLong(PyTuple_GetItem(cells, i));
    if (PyErr_Occurred()) return raised;
    status = set(g->network, cell < UINT32_MAX ? (uint32_t)cell : UINT32_MAX, error);
  }
  return status;
}

static vp_status measure(grid *g, PyObject *figures, size_t width) {
  if (!vpy_is_tuple(figures)) return raised;
  size_t count = (size_t)PyTuple_Size(figures);
  if (width == 0 || count % width != 0) {
    PyErr_SetString(PyExc_ValueError, "the figures do not fill their rows");
    return raised;
  }
  g->width = width;
  g->height = count / width;
  return VP_OK;
}

static vp_status judge(vp_network *network, vp_error *error) {
  PyThreadState *thread = PyEval_SaveThread();
  vp_status status = vp_network_judge(network, error);
  PyEval_RestoreThread(thread);
  return status;
}

vp_status vpy_network_new(vp_network **out, PyObject *figures, size_t width, vp_unit unit,
                          vp_rounding rounding, PyObject *sums, PyObject *trusted,
                          PyObject *not_negative, vp_error *error) {
  grid g = {.network = NULL};
  vp_status status = measure(&g, figures, width);
  if (status == VP_OK) status = vp_network_new(&g.network, NULL, error);
  if (status == VP_OK) status = add_figures(&g, figures, unit, rounding, error);
  if (status == VP_OK) status = add_sums(&g, sums, error);
  if (status == VP_OK) status = set_all(&g, trusted, vp_network_set_trusted, error);
  if (status == VP_OK) status = set_all(&g, not_negative, vp_network_set_not_negative, error);
  if (status == VP_OK) status = judge(g.network, error);
  if (status == VP_OK)
    *out = g.network;
  else
    vp_network_free(g.network);
  return status;
}

static PyObject *is_number(const void *items, size_t index) {
  vp_quantity figure;
  PyObject *figures = (PyObject *)(uintptr_t)items;
  if (!parse_figure(&figure, PyTuple_GetItem(figures, (Py_ssize_t)index))) return NULL;
  return PyBool_FromLong(figure.state == VP_QUANTITY_NUMBER);
}

PyObject *vpy_are_numbers(PyObject *figures) {
  return vpy_is_tuple(figures) ? vpy_tuple(figures, (size_t)PyTuple_Size(figures), is_number)
                               : NULL;
}
