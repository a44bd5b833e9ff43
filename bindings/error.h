#ifndef VPY_ERROR_H
#define VPY_ERROR_H

#include "python.h"

/* Raises what libvp.errors makes of the status and error; of VP_ERROR_CALLBACK the exception that
 * the caller's rule raised, which is set already. */
void vpy_raise(vp_status status, const vp_error *error);

#endif
