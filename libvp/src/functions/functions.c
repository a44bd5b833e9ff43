/* Functions by their names. */
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "functions/function.h"

struct vp_functions {
  vp_arena arena;
  vp_function **items; /* in the arena */
  size_t count, capacity;
};

vp_status vp_functions_new(vp_functions **out, const vp_context *context, vp_error *error) {
  context = vp_context_or_default(context);
  vp_functions *functions = vp_alloc(context, sizeof *functions);
  if (functions == NULL) return vp_fail_memory(error);
  *functions = (vp_functions){.count = 0};
  vp_arena_init(&functions->arena, context);
  *out = functions;
  return VP_OK;
}

void vp_functions_free(vp_functions *functions) {
  if (functions == NULL) return;
  for (size_t i = 0; i < functions->count; i++) {
    const vp_function *function = functions->items[i];
    if (function->destroy != NULL) function->destroy(function->user);
  }
  const vp_context *context = functions->arena.context;
  vp_free(context, functions->items);
  vp_arena_free(&functions->arena);
  vp_free(context, functions);
}

size_t vp_functions_count(const vp_functions *functions) { return functions->count; }

const vp_function *vp_functions_at(const vp_functions *functions, size_t index) {
  return index < functions->count ? functions->items[index] : NULL;
}

const vp_function *vp_functions_find(const vp_functions *functions, const char *name) {
  for (size_t i = 0; functions != NULL && i < functions->count; i++)
    if (strcmp(functions->items[i]->name, name) == 0) return functions->items[i];
  return NULL;
}

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

static bool is_name(const char *name) {
  return strspn(name, LETTERS) > 0 && name[strspn(name, LETTERS "0123456789_-.")] == '\0';
}

static vp_status check_name(const vp_functions *functions, const char *name, vp_error *error) {
  if (name == NULL || !is_name(name))
    return vp_fail(error, VP_ERROR_ARGUMENT,
                   "\"%s\" is no name of a function: write letters, digits, '_', '-' and '.'",
                   name != NULL ? name : "");
  if (vp_functions_find(functions, name) != NULL)
    return vp_fail(error, VP_ERROR_ARGUMENT, "there is a function \"%s\" already", name);
  return VP_OK;
}

/* A function that only lacks what is called. */
static vp_status make(vp_function **out, vp_functions *functions, const char *name,
                      const char *signature, vp_error *error) {
  vp_signature parsed;
  vp_status status = check_name(functions, name, error);
  if (status == VP_OK)
    status = vp_signature_parse(&parsed, signature != NULL ? signature : "", error);
  if (status != VP_OK) return status;
  vp_function *made = vp_arena_alloc(&functions->arena, sizeof *made);
  if (made == NULL) return vp_fail_memory(error);
  made->name = vp_arena_copy(&functions->arena, name, strlen(name));
  if (made->name == NULL) return vp_fail_memory(error);
  made->signature = parsed;
  vp_signature_write(made->text, &parsed);
  *out = made;
  return VP_OK;
}

static vp_status push(vp_functions *functions, vp_function *function, vp_error *error) {
  void *items = functions->items;
  if (!vp_array_reserve(functions->arena.context, &items, &functions->capacity, functions->count,
                        sizeof function))
    return vp_fail_memory(error);
  functions->items = items;
  functions->items[functions->count++] = function;
  return VP_OK;
}

vp_status vp_functions_register(vp_functions *functions, const char *name, const char *signature,
                                vp_native_function function, vp_error *error) {
  vp_function *made = NULL;
  vp_status status = make(&made, functions, name, signature, error);
  if (status == VP_OK && function == NULL)
    status = vp_fail(error, VP_ERROR_ARGUMENT, "\"%s\" lacks a function", name);
  if (status == VP_OK)
    status = vp_native_prepare(&made->native, &functions->arena, &made->signature, function, error);
  return status == VP_OK ? push(functions, made, error) : status;
}

vp_status vp_functions_register_callback(vp_functions *functions, const char *name,
                                         const char *signature, vp_function_callback callback,
                                         void *user, void (*destroy)(void *user), vp_error *error) {
  vp_function *made = NULL;
  vp_status status = make(&made, functions, name, signature, error);
  if (status == VP_OK && callback == NULL)
    status = vp_fail(error, VP_ERROR_ARGUMENT, "\"%s\" lacks a function", name);
  if (status != VP_OK) return status;
  made->callback = callback;
  made->user = user;
  made->destroy = destroy;
  return push(functions, made, error);
}
