/* libvp's objects as handles. In the typemaps args and swig_obj are what SWIG calls a wrapper's
 * arguments: together, and one by one. */
%{
#include "handle.h"
%}

%define %borrowed(TYPE)
%typemap(in) TYPE *, const TYPE * {
  $1 = vpy_object($input, #TYPE);
  if ($1 == NULL) SWIG_fail;
}
%enddef

/* Made by a call; PARENTS is args, to keep the call's arguments alive with it, or NULL. */
%define %owned(TYPE, PARENTS)
%borrowed(TYPE)
%typemap(in, numinputs=0) TYPE **out (TYPE *made = NULL) "$1 = &made;"
%typemap(argout) TYPE **out {
  if (result == VP_OK && ($result = vpy_own(*$1, #TYPE, PARENTS)) == NULL) SWIG_fail;
}
%enddef

%owned(vp_plan, NULL)
%owned(vp_profile, NULL)
%owned(vp_baseline, NULL)
%owned(vp_rule_set, NULL)
%owned(vp_functions, args)
%borrowed(vp_report)
%owned(vp_reconciliation, args)
%owned(vp_network, NULL)
%owned(vp_localization, args)
%owned(vp_scoring, args)
%owned(vp_tracking, args)
%borrowed(vp_element)
%borrowed(vp_run)

%typemap(out) const vp_element * "$result = vpy_element($1, swig_obj[0]);"
%typemap(out) const vp_network * "$result = vpy_borrow($1, \"vp_network\", swig_obj[0]);"

%define %optional(TYPE, NAME)
%typemap(in) const TYPE *NAME {
  $1 = NULL;
  if ($input != Py_None && ($1 = vpy_object($input, #TYPE)) == NULL) SWIG_fail;
}
%enddef
%optional(vp_rule_set, rules)
%optional(vp_functions, functions)
%optional(vp_baseline, baseline)

/* Python's memory is malloc's. */
%typemap(in, numinputs=0) const vp_context *context "$1 = NULL;"
