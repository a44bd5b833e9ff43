/* Calls to native functions, by libffi. */
#ifndef VP_FUNCTIONS_NATIVE_H
#define VP_FUNCTIONS_NATIVE_H

#include "base/arena.h"
#include "functions/signature.h"

typedef struct vp_native vp_native;

/* Lies in the arena. */
vp_status vp_native_prepare(vp_native **out, vp_arena *arena, const vp_signature *signature,
                            vp_native_function function, vp_error *error);

/* The arguments are those of the signature. Only reads *native: threads may share it. */
vp_scalar vp_native_call(vp_native *native, const vp_scalar *arguments);

#endif
