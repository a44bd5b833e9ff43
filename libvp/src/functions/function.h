#ifndef VP_FUNCTIONS_FUNCTION_H
#define VP_FUNCTIONS_FUNCTION_H

#include "functions/native.h"

/* Either native or callback is set. */
struct vp_function {
  const char *name;
  vp_signature signature;
  char text[VP_SIGNATURE_TEXT_SIZE]; /* of the signature */
  vp_native *native;
  vp_function_callback callback;
  void *user;
  void (*destroy)(void *user);
};

#endif
