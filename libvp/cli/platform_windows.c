#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include <shellapi.h>

#include "platform.h"
#include "text.h"

/* NULL for what is no UTF-8; free() releases it, as the next one. */
static wchar_t *widen(const char *text) {
  int count = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text, -1, NULL, 0);
  if (count <= 0) return NULL;
  wchar_t *wide = cli_grow(NULL, (size_t)count, sizeof *wide);
  MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, count);
  return wide;
}

static char *narrow(const wchar_t *wide) {
  int size = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
  char *text = cli_grow(NULL, (size_t)size + 1, 1);
  text[0] = '\0';
  WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, size, NULL, NULL);
  return text;
}

static UINT code_page; /* of the console before, which outlives the program */

static void restore_code_page(void) { SetConsoleOutputCP(code_page); }

/* The arguments live as long as the program. */
void cli_platform_start(int *argc, char ***argv) {
  _setmode(_fileno(stdin), _O_BINARY);
  _setmode(_fileno(stdout), _O_BINARY);
  _setmode(_fileno(stderr), _O_BINARY);
  code_page = GetConsoleOutputCP();
  if (code_page != 0 && SetConsoleOutputCP(CP_UTF8)) atexit(restore_code_page);

  int count = 0;
  wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), &count);
  if (wide == NULL) return;
  char **narrowed = cli_grow(NULL, (size_t)count + 1, sizeof *narrowed);
  for (int i = 0; i < count; i++) narrowed[i] = narrow(wide[i]);
  narrowed[count] = NULL;
  LocalFree(wide);
  *argc = count;
  *argv = narrowed;
}

static bool is_folder(const wchar_t *name) {
  DWORD kind = GetFileAttributesW(name);
  return kind != INVALID_FILE_ATTRIBUTES && (kind & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

/* Windows would say of a folder that permission is denied. */
FILE *cli_platform_open(const char *name, const char *mode) {
  wchar_t *wide_name = widen(name), *wide_mode = widen(mode);
  FILE *file = NULL;
  errno = ENOENT;
  if (wide_name != NULL) file = _wfopen(wide_name, wide_mode);
  if (file == NULL && wide_name != NULL && is_folder(wide_name)) errno = EISDIR;
  free(wide_name);
  free(wide_mode);
  return file;
}

bool cli_platform_move(const char *from, const char *to) {
  wchar_t *wide_from = widen(from), *wide_to = widen(to);
  errno = EACCES;
  bool is_moved = wide_from != NULL && wide_to != NULL &&
                  MoveFileExW(wide_from, wide_to, MOVEFILE_REPLACE_EXISTING);
  free(wide_from);
  free(wide_to);
  return is_moved;
}

void cli_platform_remove(const char *name) {
  wchar_t *wide = widen(name);
  if (wide != NULL) DeleteFileW(wide);
  free(wide);
}

static bool identify(BY_HANDLE_FILE_INFORMATION *out, const char *name, DWORD standard) {
  if (name == NULL) return GetFileInformationByHandle(GetStdHandle(standard), out) != 0;
  wchar_t *wide = widen(name);
  if (wide == NULL) return false;
  HANDLE file = CreateFileW(wide, 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                            OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL);
  free(wide);
  if (file == INVALID_HANDLE_VALUE) return false;
  bool is_identified = GetFileInformationByHandle(file, out) != 0;
  CloseHandle(file);
  return is_identified;
}

bool cli_platform_is_same(const char *input, const char *output) {
  BY_HANDLE_FILE_INFORMATION in, out;
  return identify(&in, input, STD_INPUT_HANDLE) && identify(&out, output, STD_OUTPUT_HANDLE) &&
         in.dwVolumeSerialNumber == out.dwVolumeSerialNumber &&
         in.nFileIndexHigh == out.nFileIndexHigh && in.nFileIndexLow == out.nFileIndexLow;
}

cli_screen cli_platform_screen(void) {
  HANDLE console = GetStdHandle(STD_OUTPUT_HANDLE);
  DWORD mode;
  if (!GetConsoleMode(console, &mode)) return (cli_screen){.takes_colour = false};
  const char *kind = getenv("TERM");
  cli_screen screen = {.takes_colour =
                           (kind == NULL || strcmp(kind, "dumb") != 0) &&
                           SetConsoleMode(console, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING)};
  CONSOLE_SCREEN_BUFFER_INFO information;
  if (GetConsoleScreenBufferInfo(console, &information))
    screen.columns = (size_t)(information.srWindow.Right - information.srWindow.Left + 1);
  return screen;
}

static void describe(char *reason, size_t size, const char *library, DWORD error) {
  wchar_t wide[256] = L"";
  FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, NULL, error, 0, wide,
                 sizeof wide / sizeof *wide, NULL);
  wide[wcscspn(wide, L"\r\n")] = L'\0';
  char *words = narrow(wide);
  snprintf(reason, size, "%s: %s (error %lu of Windows)", library, words, error);
  free(words);
}

void *cli_platform_load(const char *library, char *reason, size_t size) {
  wchar_t *wide = widen(library);
  HMODULE loaded = wide != NULL ? LoadLibraryW(wide) : NULL;
  if (loaded == NULL) describe(reason, size, library, GetLastError());
  free(wide);
  return loaded;
}

vp_native_function cli_platform_symbol(void *library, const char *symbol) {
  return (vp_native_function)GetProcAddress(library, symbol);
}

void cli_platform_unload(void *library) { FreeLibrary(library); }
