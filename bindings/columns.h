/* Whole columns for data frames. */
#ifndef VPY_COLUMNS_H
#define VPY_COLUMNS_H

#include "python.h"

/* The rows with the numbers in a tuple. */
PyObject *vpy_columns_take(const vp_columns *columns, PyObject *rows);

/* The rows of all columns in a tuple. */
PyObject *vpy_columns_concatenate(PyObject *parts);

/* (name, kind): "text", "integer", "number" or "flag". */
PyObject *vpy_column_heading(const vp_columns *columns, size_t index);

/* (values, validity) as bytearrays, copies of the column's buffers; validity is None when nothing
 * is null. Not for texts. */
PyObject *vpy_column_buffers(const vp_columns *columns, size_t index);

/* A list of str and None; rows after each other with the same text have the same str. */
PyObject *vpy_column_texts(const vp_columns *columns, size_t index);

/* The capsules of the Arrow PyCapsule interface. What they hold are copies in memory of their own,
 * which a consumer may release in any thread and after Python has ended. */
PyObject *vpy_arrow_schema(const vp_columns *columns);
PyObject *vpy_arrow_array(const vp_columns *columns); /* (schema, array) */
PyObject *vpy_arrow_stream(const vp_columns *columns);

#endif
