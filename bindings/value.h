/* libvp's small values as Python's own objects. Each gives a new reference, or NULL with an
 * exception set. */
#ifndef VPY_VALUE_H
#define VPY_VALUE_H

#include <stdbool.h>

#include "python.h"

PyObject *vpy_decimal(vp_decimal number);               /* decimal.Decimal */
PyObject *vpy_number(bool is_known, vp_decimal number); /* None when it is not known */
PyObject *vpy_string(const char *text);                 /* None for NULL */
PyObject *vpy_strings(const char *const *texts, size_t count);
PyObject *vpy_unit(vp_unit unit);             /* None for no unit, and for one of the plan's own */
PyObject *vpy_interval(vp_interval interval); /* (low, high, low_open, high_open) */
PyObject *vpy_date(vp_date date);             /* (year, month, day), or None */
PyObject *vpy_period(vp_period period);       /* (kind, text, first, last) */

/* (state, value, text, unit, qualifier, rounding, interval); own_unit is the text of a unit of the
 * plan's own. */
PyObject *vpy_quantity(const vp_quantity *quantity, const char *own_unit);

/* A number as it is written, without anything declared around it. */
PyObject *vpy_quantity_parse(const char *text);

/* A field's quantity, completed with the unit, decimals and rounding declared around it. */
PyObject *vpy_element_quantity(const vp_element *element, const char *field, size_t index);

/* false with an exception set. */
bool vpy_parse_rounding(vp_rounding *out, const char *name);
bool vpy_parse_decimal(vp_decimal *out, PyObject *text);
bool vpy_parse_interval(vp_interval *out, PyObject *tuple); /* (low, high, low_open, high_open) */
bool vpy_parse_date(vp_date *out, PyObject *text);          /* "2026-03-14"; None for unknown */

#endif
