#include "functions/native.h"

#include <ffi.h>
#include <string.h>

#include "base/error.h"

_Static_assert(sizeof(bool) == sizeof(uint8_t), "a bool is passed as a byte");

struct vp_native {
  ffi_cif cif;
  ffi_type *types[VP_FUNCTION_MAX_ARGUMENTS];
  vp_scalar_type result;
  vp_native_function function;
};

static ffi_type *type_of(vp_scalar_type type) {
  switch (type) {
    case VP_SCALAR_BOOL: return &ffi_type_uint8;
    case VP_SCALAR_I32: return &ffi_type_sint32;
    case VP_SCALAR_I64: return &ffi_type_sint64;
    case VP_SCALAR_U64: return &ffi_type_uint64;
    case VP_SCALAR_F64: return &ffi_type_double;
    case VP_SCALAR_STRING:
    case VP_SCALAR_NONE: break;
  }
  return &ffi_type_pointer;
}

vp_status vp_native_prepare(vp_native **out, vp_arena *arena, const vp_signature *signature,
                            vp_native_function function, vp_error *error) {
  vp_native *native = vp_arena_alloc(arena, sizeof *native);
  if (native == NULL) return vp_fail_memory(error);
  native->result = signature->result;
  native->function = function;
  for (size_t i = 0; i < signature->count; i++) native->types[i] = type_of(signature->arguments[i]);
  if (ffi_prep_cif(&native->cif, FFI_DEFAULT_ABI, (unsigned)signature->count,
                   type_of(signature->result), native->types) != FFI_OK)
    return vp_fail(error, VP_ERROR_ARGUMENT, "libffi cannot call functions here");
  *out = native;
  return VP_OK;
}

/* libffi writes an integer that is narrower than a register as a whole register. */
typedef union native_result {
  ffi_arg narrow;
  ffi_sarg narrow_signed;
  int64_t i64;
  uint64_t u64;
  double f64;
  const char *string;
} native_result;

static vp_scalar scalar_of(vp_scalar_type type, const native_result *result) {
  vp_scalar scalar = {.type = type};
  switch (type) {
    case VP_SCALAR_BOOL: scalar.as.truth = result->narrow != 0; break;
    case VP_SCALAR_I32: scalar.as.i32 = (int32_t)result->narrow_signed; break;
    case VP_SCALAR_I64: scalar.as.i64 = result->i64; break;
    case VP_SCALAR_U64: scalar.as.u64 = result->u64; break;
    case VP_SCALAR_F64: scalar.as.f64 = result->f64; break;
    case VP_SCALAR_STRING: scalar.as.string = result->string; break;
    case VP_SCALAR_NONE: break;
  }
  return scalar;
}

vp_scalar vp_native_call(vp_native *native, const vp_scalar *arguments) {
  vp_scalar given[VP_FUNCTION_MAX_ARGUMENTS];
  void *values[VP_FUNCTION_MAX_ARGUMENTS];
  for (unsigned i = 0; i < native->cif.nargs; i++) {
    given[i] = arguments[i];
    values[i] = &given[i].as; /* every member of a union begins where it does */
  }
  native_result result = {.u64 = 0};
  ffi_call(&native->cif, native->function, &result, values);
  return scalar_of(native->result, &result);
}
