#include "functions/function.h"

#include <float.h>
#include <math.h>

#include "base/error.h"

const char *vp_function_name(const vp_function *function) { return function->name; }

const char *vp_function_signature(const vp_function *function) { return function->text; }

static vp_status check_arguments(const vp_function *function, const vp_scalar *arguments,
                                 size_t count, vp_error *error) {
  const vp_signature *signature = &function->signature;
  if (count != signature->count)
    return vp_fail(error, VP_ERROR_ARGUMENT, "\"%s\" takes %u arguments, not %lu", function->name,
                   (unsigned)signature->count, (unsigned long)count);
  for (size_t i = 0; i < count; i++) {
    vp_scalar_type type = signature->arguments[i];
    if (arguments[i].type != type)
      return vp_fail(error, VP_ERROR_ARGUMENT, "argument %u of \"%s\" is %s, not %s",
                     (unsigned)i + 1, function->name, vp_scalar_type_name(type),
                     vp_scalar_type_name(arguments[i].type));
    if (type == VP_SCALAR_STRING && arguments[i].as.string == NULL)
      return vp_fail(error, VP_ERROR_ARGUMENT, "argument %u of \"%s\" is NULL", (unsigned)i + 1,
                     function->name);
  }
  return VP_OK;
}

static bool is_value(const vp_scalar *result) {
  if (result->type == VP_SCALAR_F64) return fabs(result->as.f64) <= DBL_MAX;
  return result->type != VP_SCALAR_STRING || result->as.string != NULL;
}

vp_status vp_function_call(vp_scalar *out, const vp_function *function, const vp_scalar *arguments,
                           size_t count, vp_error *error) {
  vp_status status = check_arguments(function, arguments, count, error);
  if (status != VP_OK) return status;
  vp_scalar result = {.type = VP_SCALAR_NONE};
  if (function->native != NULL)
    result = vp_native_call(function->native, arguments);
  else if (function->callback(&result, arguments, count, function->user) != 0)
    return vp_fail(error, VP_ERROR_CALLBACK, "\"%s\" failed", function->name);
  if (result.type != VP_SCALAR_NONE && result.type != function->signature.result)
    return vp_fail(error, VP_ERROR_CALLBACK, "\"%s\" gave %s, not %s", function->name,
                   vp_scalar_type_name(result.type),
                   vp_scalar_type_name(function->signature.result));
  *out = is_value(&result) ? result : (vp_scalar){.type = VP_SCALAR_NONE};
  return VP_OK;
}
