/* None stands for what is absent. */
const char *vp_element_kind(const vp_element *element);
const char *vp_element_id(const vp_element *element);
const vp_element *vp_element_parent(const vp_element *element);

%rename(element_path) vpy_element_path;
%inline %{
  static PyObject *vpy_element_path(const vp_element *element) {
    char path[VP_POINTER_SIZE];
    vp_element_pointer(path, sizeof path, element, NULL, UINT32_MAX);
    return PyUnicode_FromString(path);
  }
%}

%rename(element_place) vpy_element_place;
PyObject *vpy_element_place(PyObject *element);

size_t vp_element_count(const vp_element *element, const char *field);
const vp_element *vp_element_child(const vp_element *element, const char *field, size_t index);
const char *vp_element_text(const vp_element *element, const char *field, size_t index);
vp_period vp_element_period(const vp_element *element, const char *field);
bool vp_element_flag(const vp_element *element, const char *field);

%typemap(in, numinputs=0) int32_t *out (int32_t number) "$1 = &number;"
%typemap(argout) int32_t *out {
  if (result) {
    Py_CLEAR($result);
    $result = PyLong_FromLong(*$1);
  }
}
/* The number, or False. */
bool vp_element_integer(int32_t *out, const vp_element *element, const char *field);

%rename(quantity_parse) vpy_quantity_parse;
PyObject *vpy_quantity_parse(const char *text);
%rename(element_quantity) vpy_element_quantity;
PyObject *vpy_element_quantity(const vp_element *element, const char *field, size_t index);

/* Which element it is, for as long as its plan lives. */
%inline %{
  static size_t vp_element_address(const vp_element *element) { return (size_t)element; }
%}
