#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform.h"

void cli_platform_start(int *argc, char ***argv) {
  (void)argc;
  (void)argv;
}

FILE *cli_platform_open(const char *name, const char *mode) { return fopen(name, mode); }

bool cli_platform_move(const char *from, const char *to) { return rename(from, to) == 0; }

void cli_platform_remove(const char *name) { remove(name); }

static bool find_file(struct stat *out, const char *name, int standard) {
  return (name == NULL ? fstat(standard, out) : stat(name, out)) == 0;
}

bool cli_platform_is_same(const char *input, const char *output) {
  struct stat in, out;
  return find_file(&in, input, STDIN_FILENO) && find_file(&out, output, STDOUT_FILENO) &&
         S_ISREG(in.st_mode) && in.st_dev == out.st_dev && in.st_ino == out.st_ino;
}

cli_screen cli_platform_screen(void) {
  if (isatty(STDOUT_FILENO) != 1) return (cli_screen){.takes_colour = false};
  const char *kind = getenv("TERM");
  cli_screen screen = {.takes_colour = kind != NULL && strcmp(kind, "dumb") != 0};
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) screen.columns = size.ws_col;
  return screen;
}

void *cli_platform_load(const char *library, char *reason, size_t size) {
  void *loaded = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (loaded == NULL) snprintf(reason, size, "%s", dlerror());
  return loaded;
}

vp_native_function cli_platform_symbol(void *library, const char *symbol) {
  void *address = dlsym(library, symbol);
  vp_native_function function;
  _Static_assert(sizeof function == sizeof address, "POSIX has pointers to functions in void *");
  memcpy(&function, &address, sizeof function);
  return function;
}

void cli_platform_unload(void *library) { dlclose(library); }
