#ifndef VPY_OWN_RULE_H
#define VPY_OWN_RULE_H

#include "python.h"

/* Adds a rule whose check is a Python callable: it is called with the run, from the thread that
 * checks, and an exception that it raises is that of the check. */
vp_status vpy_rule_set_add(vp_rule_set *set, const char *id, vp_severity severity,
                           const char *title_sv, const char *title_en, PyObject *callable,
                           vp_error *error);

#endif
