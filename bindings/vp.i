/* The private module libvp._vp: libvp's functions without their prefix, on handles (handle.h) and
 * Python's own values. What the names of libvp's structs and enumerators are in C are dicts and
 * texts here; the package above gives them classes. */
%module(package="libvp") _vp

%{
#include "python.h"
%}
%rename("%(strip:[vp_])s") "";

%include "status.i"
%include "handle.i"
%include "value.i"
%include "text.i"
%include "version.i"
%include "plan.i"
%include "element.i"
%include "schema.i"
%include "rule.i"
%include "rule_set.i"
%include "own_function.i"
%include "check.i"
%include "profile.i"
%include "baseline.i"
%include "report.i"
%include "reconcile.i"
%include "own_network.i"
%include "localize.i"
%include "names.i"
%include "score.i"
%include "track.i"
%include "columns.i"
