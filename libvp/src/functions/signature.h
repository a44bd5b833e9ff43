/* What a function takes and gives: "f64(f64,f64)". */
#ifndef VP_FUNCTIONS_SIGNATURE_H
#define VP_FUNCTIONS_SIGNATURE_H

#include <vp/functions.h>

typedef struct vp_signature {
  vp_scalar_type result;
  vp_scalar_type arguments[VP_FUNCTION_MAX_ARGUMENTS];
  size_t count;
} vp_signature;

enum { VP_SIGNATURE_TEXT_SIZE = 64 }; /* holds the longest, with its NUL */

/* VP_ERROR_ARGUMENT, with the column, for anything else than a signature. */
vp_status vp_signature_parse(vp_signature *out, const char *text, vp_error *error);

/* Without spaces, into VP_SIGNATURE_TEXT_SIZE bytes. */
void vp_signature_write(char *out, const vp_signature *signature);

/* As it is written in a signature. */
const char *vp_scalar_type_name(vp_scalar_type type);

#endif
