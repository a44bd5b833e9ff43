#ifndef VPY_OWN_NETWORK_H
#define VPY_OWN_NETWORK_H

#include "python.h"

/* A judged network of the figures of one table without a plan.
 *   figures       a tuple of bytes, row by row, or None; the network borrows them
 *   width         figures in a row
 *   sums          a tuple of (kind, across, terms, total), with kind "column", "subtotal", "row" or
 *                 "limit", and terms a tuple of (line, weight). Lines are rows when across is true,
 *                 and the sum holds in every column; else they are columns, and it holds in every
 *                 row. The relations are numbered in this order
 *   trusted, not_negative   tuples of the figures' numbers; a relation for each that is not
 *                 negative stands behind all others */
vp_status vpy_network_new(vp_network **out, PyObject *figures, size_t width, vp_unit unit,
                          vp_rounding rounding, PyObject *sums, PyObject *trusted,
                          PyObject *not_negative, vp_error *error);

/* Which of a tuple of bytes are numbers, as a tuple of bool; None is none. */
PyObject *vpy_are_numbers(PyObject *figures);

#endif
