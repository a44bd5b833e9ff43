#include "function.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform.h"
#include "text.h"

/* NAME:SIGNATURE@LIBRARY[:SYMBOL], taken apart. */
typedef struct request {
  const char *command;
  const char *written;
  char *copy; /* what the parts point into */
  const char *name;
  const char *signature;
  const char *library;
  const char *symbol;
} request;

static bool refuse(const request *r, const char *reason) {
  fprintf(stderr, "vp %s: error: --function '%s': %s\n", r->command, r->written, reason);
  return false;
}

static bool is_symbol(const char *text) {
  return *text != '\0' && text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                            "0123456789_")] == '\0';
}

static char *cut(char *at) {
  *at = '\0';
  return at + 1;
}

/* A library's path may hold colons itself. */
static bool take_apart(request *r) {
  cli_text copy = {0};
  cli_text_put(&copy, r->written);
  r->copy = copy.bytes;
  char *signature = strchr(r->copy, ':');
  char *library = signature != NULL ? strchr(signature, '@') : NULL;
  if (library == NULL || library[1] == '\0')
    return refuse(r, "expected NAME:SIGNATURE@LIBRARY[:SYMBOL]");
  r->name = r->copy;
  r->signature = cut(signature);
  r->library = cut(library);
  r->symbol = r->name;
  char *symbol = strrchr(library + 1, ':');
  if (symbol != NULL && is_symbol(symbol + 1)) r->symbol = cut(symbol);
  return true;
}

static bool refuse_symbol(const request *r) {
  fprintf(stderr, "vp %s: error: --function '%s': the library has no symbol '%s'\n", r->command,
          r->written, r->symbol);
  return false;
}

static bool refuse_as(const request *r, const vp_error *error) {
  if (error->column == 0) return refuse(r, error->message);
  fprintf(stderr, "vp %s: error: --function '%s': column %u: %s\n", r->command, r->written,
          (unsigned)(r->signature - r->copy) + (unsigned)error->column, error->message);
  return false;
}

static bool load(cli_functions *functions, const request *r) {
  char reason[512];
  void *library = cli_platform_load(r->library, reason, sizeof reason);
  if (library == NULL) return refuse(r, reason);
  functions->libraries =
      cli_grow(functions->libraries, functions->library_count + 1, sizeof library);
  functions->libraries[functions->library_count++] = library;

  vp_native_function function = cli_platform_symbol(library, r->symbol);
  if (function == NULL) return refuse_symbol(r);
  vp_error error;
  return vp_functions_register(functions->registered, r->name, r->signature, function, &error) ==
             VP_OK ||
         refuse_as(r, &error);
}

bool cli_functions_load(cli_functions *out, const cli_options *options) {
  cli_functions functions = {.registered = NULL};
  vp_error error;
  bool is_loaded = options->functions.count == 0 ||
                   vp_functions_new(&functions.registered, NULL, &error) == VP_OK;
  for (size_t i = 0; i < options->functions.count && is_loaded; i++) {
    request r = {.command = options->command, .written = options->functions.items[i]};
    is_loaded = take_apart(&r) && load(&functions, &r);
    free(r.copy);
  }
  if (is_loaded)
    *out = functions;
  else
    cli_functions_free(&functions);
  return is_loaded;
}

void cli_functions_free(cli_functions *functions) {
  vp_functions_free(functions->registered);
  for (size_t i = functions->library_count; i > 0; i--)
    cli_platform_unload(functions->libraries[i - 1]);
  free(functions->libraries);
}
