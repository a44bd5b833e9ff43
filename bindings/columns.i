%{
#include "columns.h"
%}

/* Columns keep nothing else alive: they are copies. */
%borrowed(vp_columns)
%typemap(in, numinputs=0) vp_columns **out (vp_columns *made = NULL) "$1 = &made;"
%typemap(argout) vp_columns **out {
  if (result == VP_OK && ($result = vpy_own(*$1, "vp_columns", NULL)) == NULL) SWIG_fail;
}

%release_gil(vp_columns_of_elements)
vp_status vp_columns_of_elements(vp_columns **out, const vp_element *within, const char *kind,
                                 vp_error *error);
%release_gil(vp_columns_of_cells)
vp_status vp_columns_of_cells(vp_columns **out, const vp_reconciliation *reconciliation,
                              vp_error *error);
%release_gil(vp_columns_of_relations)
vp_status vp_columns_of_relations(vp_columns **out, const vp_reconciliation *reconciliation,
                                  vp_error *error);
%release_gil(vp_columns_of_risks)
vp_status vp_columns_of_risks(vp_columns **out, const vp_scoring *scoring, vp_error *error);
%release_gil(vp_columns_of_indicators)
vp_status vp_columns_of_indicators(vp_columns **out, const vp_tracking *tracking, vp_error *error);
%release_gil(vp_columns_of_findings)
vp_status vp_columns_of_findings(vp_columns **out, const vp_report *report, vp_error *error);

%rename(columns_take) vpy_columns_take;
PyObject *vpy_columns_take(const vp_columns *columns, PyObject *rows);
%rename(columns_concatenate) vpy_columns_concatenate;
PyObject *vpy_columns_concatenate(PyObject *parts);
/* For columns that nobody else has yet: the others move. */
vp_status vp_columns_prepend(vp_columns *columns, const char *name, const char *optional,
                             vp_error *error);

size_t vp_columns_row_count(const vp_columns *columns);
size_t vp_columns_count(const vp_columns *columns);
%rename(column_heading) vpy_column_heading;
PyObject *vpy_column_heading(const vp_columns *columns, size_t index);
%rename(column_buffers) vpy_column_buffers;
PyObject *vpy_column_buffers(const vp_columns *columns, size_t index);
%rename(column_texts) vpy_column_texts;
PyObject *vpy_column_texts(const vp_columns *columns, size_t index);

%rename(arrow_schema) vpy_arrow_schema;
PyObject *vpy_arrow_schema(const vp_columns *columns);
%rename(arrow_array) vpy_arrow_array;
PyObject *vpy_arrow_array(const vp_columns *columns);
%rename(arrow_stream) vpy_arrow_stream;
PyObject *vpy_arrow_stream(const vp_columns *columns);
