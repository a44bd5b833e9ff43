/* Native functions of the host program, which plans and profiles may name to compute with: the
 * score of a risk model (score.h), the target of an indicator (track.h), and what the rules of a
 * profile ask.
 *
 * They can only name them. libvp loads no library and looks up no symbol: it knows the functions
 * that were registered here, and no others. */
#ifndef VP_FUNCTIONS_H
#define VP_FUNCTIONS_H

#include <stdbool.h>

#include <vp/context.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { VP_FUNCTION_MAX_ARGUMENTS = 8 };

/* What arguments and results can be. In a signature: bool, i32, i64, u64, f64 and string. */
typedef enum vp_scalar_type {
  VP_SCALAR_NONE = 0, /* no value; in no signature */
  VP_SCALAR_BOOL,
  VP_SCALAR_I32,
  VP_SCALAR_I64,
  VP_SCALAR_U64,
  VP_SCALAR_F64,
  VP_SCALAR_STRING
} vp_scalar_type;

/* A string ends with NUL. As an argument it is lent for the call; as a result it belongs to the
 * function, which says how long it lives: copy it at once. */
typedef struct vp_scalar {
  vp_scalar_type type;
  union {
    bool truth;
    int32_t i32;
    int64_t i64;
    uint64_t u64;
    double f64;
    const char *string;
  } as;
} vp_scalar;

/* Any function, by a cast: (vp_native_function)hypot. C lets every pointer to a function be
 * converted to one of another type and back. */
typedef void (*vp_native_function)(void);

/* A function that is called with its arguments in an array, and with user. Writes the result, type
 * and value; what it leaves alone is no value. 0 when it could do its work. */
typedef int (*vp_function_callback)(vp_scalar *result, const vp_scalar *arguments, size_t count,
                                    void *user);

typedef struct vp_function vp_function;

/* Functions by their names. Threads may share a set that no more functions are added to, when the
 * functions may be called from all of them. Each must give the same result for the same arguments,
 * and may be called any number of times. */
typedef struct vp_functions vp_functions;

/* context NULL: malloc and free. */
VP_API vp_status vp_functions_new(vp_functions **out, const vp_context *context, vp_error *error);

/* After every vp_scoring that was made with them, but a vp_report needs them no longer; NULL is
 * allowed. */
VP_API void vp_functions_free(vp_functions *functions);

/* name: ASCII letters, digits, '_', '-' and '.', a letter first. signature: the type of the result
 * and, in parentheses, those of at most VP_FUNCTION_MAX_ARGUMENTS arguments: "f64(f64,i32)",
 * "bool()"; spaces may stand between them. Both are copied. VP_ERROR_ARGUMENT for a name that is
 * none or is taken, and for a malformed signature, then with the column where something else was
 * expected.
 *
 * That the function is of that signature nobody can check: it is called as one, in the C of the
 * platform, with bool, int32_t, int64_t, uint64_t, double and const char *. */
VP_API vp_status vp_functions_register(vp_functions *functions, const char *name,
                                       const char *signature, vp_native_function function,
                                       vp_error *error);

/* destroy, unless NULL, is called with user once, when the functions are freed; it is not when this
 * fails. */
VP_API vp_status vp_functions_register_callback(vp_functions *functions, const char *name,
                                                const char *signature,
                                                vp_function_callback callback, void *user,
                                                void (*destroy)(void *user), vp_error *error);

/* NULL when there is none of that name, and when functions is NULL. */
VP_API const vp_function *vp_functions_find(const vp_functions *functions, const char *name);

/* In the order in which they were registered. */
VP_API size_t vp_functions_count(const vp_functions *functions);
VP_API const vp_function *vp_functions_at(const vp_functions *functions, size_t index);

VP_API const char *vp_function_name(const vp_function *function);
VP_API const char *vp_function_signature(const vp_function *function); /* without spaces */

/* The result is no value (VP_SCALAR_NONE) when a callback gave none, and in the place of an f64
 * that is infinite or no number and of a string that is NULL. VP_ERROR_ARGUMENT when the arguments
 * are not those of the signature, or one is a NULL string; VP_ERROR_CALLBACK when a callback failed
 * or gave a value of another type than it was registered with. */
VP_API vp_status vp_function_call(vp_scalar *result, const vp_function *function,
                                  const vp_scalar *arguments, size_t count, vp_error *error);

#ifdef __cplusplus
}
#endif

#endif
