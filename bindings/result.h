/* libvp's results as dicts, with the field names of the structs. handle is the one of what they
 * belong to; NULL gives IndexError. */
#ifndef VPY_RESULT_H
#define VPY_RESULT_H

#include <stdbool.h>

#include "python.h"

PyObject *vpy_rule(const vp_rule *rule);
PyObject *vpy_rule_result(const vp_rule_result *result, vp_language language);
PyObject *vpy_finding(const vp_finding *finding, PyObject *handle);
PyObject *vpy_cell(const vp_cell *cell, PyObject *handle);
PyObject *vpy_relation(const vp_relation *relation, PyObject *handle);
PyObject *vpy_judgements(const vp_network *network); /* a tuple */
PyObject *vpy_fault(const vp_fault *fault);
PyObject *vpy_gap(const vp_gap *gap);
PyObject *vpy_risk_score(const vp_risk_score *score, PyObject *handle);
PyObject *vpy_indicator_track(const vp_indicator_track *track, PyObject *handle);

/* IndexError, and NULL. */
PyObject *vpy_no_item(void);

/* false with a TypeError set. */
bool vpy_is_tuple(PyObject *given);

/* A tuple of what make gives for each of count items; NULL with an exception set. */
typedef PyObject *(*vpy_item)(const void *items, size_t index);
PyObject *vpy_tuple(const void *items, size_t count, vpy_item make);

#endif
