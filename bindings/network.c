/* Cells, relations, faults and gaps. */
#include "handle.h"
#include "result.h"
#include "value.h"

static PyObject *optional_index(uint32_t index) {
  if (index != UINT32_MAX) return PyLong_FromUnsignedLong(index);
  Py_INCREF(Py_None);
  return Py_None;
}

PyObject *vpy_cell(const vp_cell *cell, PyObject *handle) {
  if (cell == NULL) return vpy_no_item();
  return Py_BuildValue("{s:N,s:N,s:N,s:I,s:N,s:i,s:N,s:N,s:I,s:N}", "element",
                       vpy_element(cell->element, handle), "field", vpy_string(cell->field), "item",
                       optional_index(cell->item), "column", (unsigned)cell->column, "unit",
                       vpy_unit(cell->unit), "decimals", cell->decimals, "quantity",
                       vpy_quantity(&cell->quantity, NULL), "table", optional_index(cell->table),
                       "row", (unsigned)cell->row, "is_trusted", PyBool_FromLong(cell->is_trusted));
}

static PyObject *term(const void *items, size_t index) {
  const vp_term *given = (const vp_term *)items + index;
  return Py_BuildValue("(IN)", (unsigned)given->cell, vpy_decimal(given->weight));
}

/* What a verdict was reached by; empty when nothing could be computed. */
static PyObject *numbers(const vp_relation *relation) {
  if (relation->verdict > VP_VERDICT_IMPOSSIBLE) return PyDict_New();
  return Py_BuildValue("{s:N,s:N,s:N,s:N,s:N,s:N,s:N}", "sum", vpy_decimal(relation->sum), "stated",
                       vpy_decimal(relation->stated), "difference",
                       vpy_decimal(relation->difference), "sum_interval",
                       vpy_interval(relation->sum_interval), "stated_interval",
                       vpy_interval(relation->stated_interval), "worst_case",
                       vpy_number(relation->is_bounded, relation->worst_case), "three_sigma",
                       vpy_number(relation->is_bounded, relation->three_sigma));
}

PyObject *vpy_relation(const vp_relation *relation, PyObject *handle) {
  if (relation == NULL) return vpy_no_item();
  bool lacks = relation->missing_count > 0, is_known = lacks && relation->missing_is_known;
  PyObject *interval = Py_None;
  if (is_known)
    interval = vpy_interval(relation->missing_interval);
  else
    Py_INCREF(interval);
  return Py_BuildValue(
      "{s:s,s:s,s:N,s:n,s:N,s:I,s:N,s:N,s:N,s:n,s:N,s:N,s:N,s:N}", "kind",
      vp_relation_kind_name(relation->kind), "verdict", vp_verdict_name(relation->verdict), "owner",
      vpy_element(relation->owner, handle), "index", (Py_ssize_t)relation->index, "terms",
      vpy_tuple(relation->terms, relation->term_count, term), "total", (unsigned)relation->total,
      "adjusted", PyBool_FromLong(relation->adjusted), "at_most",
      PyBool_FromLong(relation->at_most), "unit", vpy_unit(relation->unit), "missing_count",
      (Py_ssize_t)relation->missing_count, "missing",
      optional_index(lacks ? relation->missing : UINT32_MAX), "missing_value",
      vpy_number(is_known, relation->missing_value), "missing_interval", interval, "numbers",
      numbers(relation));
}

/* What a relation came to, without its terms. */
static PyObject *judgement(const void *items, size_t index) {
  const vp_relation *relation = vp_network_relation(items, index);
  return Py_BuildValue("{s:s,s:s,s:I,s:N,s:n,s:N}", "kind", vp_relation_kind_name(relation->kind),
                       "verdict", vp_verdict_name(relation->verdict), "total",
                       (unsigned)relation->total, "unit", vpy_unit(relation->unit), "missing_count",
                       (Py_ssize_t)relation->missing_count, "numbers", numbers(relation));
}

PyObject *vpy_judgements(const vp_network *network) {
  return vpy_tuple(network, vp_network_relation_count(network), judgement);
}

static PyObject *suspect(const void *items, size_t index) {
  const vp_suspect *given = (const vp_suspect *)items + index;
  return Py_BuildValue("(IN)", (unsigned)given->cell, vpy_interval(given->interval));
}

static PyObject *suspect_set(const void *items, size_t index) {
  const vp_fault *fault = items;
  return vpy_tuple(fault->suspects + index * fault->set_size, fault->set_size, suspect);
}

static PyObject *correction(const void *items, size_t index) {
  const vp_correction *given = (const vp_correction *)items + index;
  return Py_BuildValue("{s:N,s:N,s:N,s:N,s:N,s:s,s:N}", "cell", optional_index(given->cell),
                       "printed", vpy_decimal(given->printed), "value",
                       vpy_number(given->has_value, given->value), "is_rough",
                       PyBool_FromLong(given->is_rough), "interval", vpy_interval(given->interval),
                       "slip", vp_slip_name(given->slip), "other", optional_index(given->other));
}

static PyObject *explanation(const void *items, size_t index) {
  const vp_explanation *given = (const vp_explanation *)items + index;
  return Py_BuildValue("{s:N,s:d,s:n}", "corrections",
                       vpy_tuple(given->corrections, given->correction_count, correction), "cost",
                       given->cost, "rank", (Py_ssize_t)given->rank);
}

static PyObject *number(const void *items, size_t index) {
  return PyLong_FromUnsignedLong(((const uint32_t *)items)[index]);
}

PyObject *vpy_fault(const vp_fault *fault) {
  if (fault == NULL) return vpy_no_item();
  return Py_BuildValue(
      "{s:N,s:N,s:N,s:N,s:N,s:N,s:N,s:N}", "relations",
      vpy_tuple(fault->relations, fault->relation_count, number), "is_doubtful",
      PyBool_FromLong(fault->is_doubtful), "sets", vpy_tuple(fault, fault->set_count, suspect_set),
      "explanations", vpy_tuple(fault->explanations, fault->explanation_count, explanation),
      "cells_decided", PyBool_FromLong(fault->cells_decided), "is_decided",
      PyBool_FromLong(fault->is_decided), "has_more", PyBool_FromLong(fault->has_more),
      "was_stopped", PyBool_FromLong(fault->was_stopped));
}

PyObject *vpy_gap(const vp_gap *gap) {
  if (gap == NULL) return vpy_no_item();
  return Py_BuildValue("{s:I,s:N,s:N,s:n,s:N,s:N}", "cell", (unsigned)gap->cell, "value",
                       vpy_number(gap->is_known, gap->value), "interval",
                       vpy_interval(gap->interval), "group", (Py_ssize_t)gap->group, "relation",
                       optional_index(gap->relation), "unit", vpy_unit(gap->unit));
}
