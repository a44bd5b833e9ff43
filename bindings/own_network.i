/* Networks without a plan. */
%{
#include "own_network.h"
%}

%typemap(in) vp_rounding (vpy_bytes text = VPY_NO_BYTES) {
  if (!vpy_take_text(&text, $input, false)) SWIG_fail;
  if (!vpy_parse_rounding(&$1, text.bytes)) SWIG_fail;
}
%typemap(freearg) vp_rounding "Py_XDECREF(text$argnum.object);"

%rename(network_new) vpy_network_new;
vp_status vpy_network_new(vp_network **out, PyObject *figures, size_t width, vp_unit unit,
                          vp_rounding rounding, PyObject *sums, PyObject *trusted,
                          PyObject *not_negative, vp_error *error);

%rename(are_numbers) vpy_are_numbers;
PyObject *vpy_are_numbers(PyObject *figures);

/* All relations at once. */
%rename(network_judgements) vpy_judgements;
PyObject *vpy_judgements(const vp_network *network);
