/* Slips and numbers in words. */
%typemap(in) vp_slip (vpy_bytes text = VPY_NO_BYTES) {
  if (!vpy_take_text(&text, $input, false)) SWIG_fail;
  $1 = VP_SLIP_UNKNOWN;
  while ($1 <= VP_SLIP_ROW_LEFT_OUT && strcmp(vp_slip_name($1), text.bytes) != 0) $1++;
  if ($1 > VP_SLIP_ROW_LEFT_OUT) {
    PyErr_Format(PyExc_ValueError, "there is no slip %R", $input);
    SWIG_fail;
  }
}
%typemap(freearg) vp_slip "Py_XDECREF(text$argnum.object);"
const char *vp_slip_text(vp_slip slip, vp_language language);

%rename(number_format) vpy_number_format;
%inline %{
  static PyObject *vpy_number_format(vp_decimal number, vp_unit unit, vp_language language,
                                     bool is_signed) {
    char text[VP_NUMBER_TEXT_SIZE];
    vp_number_format(text, sizeof text, number, unit, language, is_signed ? VP_FORMAT_SIGNED : 0);
    return PyUnicode_FromString(text);
  }
%}
