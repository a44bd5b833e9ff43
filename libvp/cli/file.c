#include "file.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "terminal.h"
#include "text.h"

static bool read_all(cli_text *out, FILE *file) {
  char block[16384];
  size_t length;
  while ((length = fread(block, 1, sizeof block, file)) > 0) cli_text_append(out, block, length);
  return !ferror(file);
}

static bool is_standard_input(const char *name) { return strcmp(name, "-") == 0; }

const char *cli_file_label(const char *name) { return is_standard_input(name) ? "<stdin>" : name; }

static bool read_file(cli_text *out, const char *name) {
  FILE *file = is_standard_input(name) ? stdin : fopen(name, "rb");
  bool is_read = file != NULL && read_all(out, file);
  int reason = errno;
  if (file != NULL && file != stdin) fclose(file);
  if (!is_read) fprintf(stderr, "%s: error: %s\n", cli_file_label(name), strerror(reason));
  return is_read;
}

void cli_report_error(const char *file, const vp_error *error) {
  fputs(cli_file_label(file), stderr);
  if (error->line > 0) fprintf(stderr, ":%u:%u", (unsigned)error->line, (unsigned)error->column);
  fputs(": error: ", stderr);
  cli_put(stderr, error->message, strlen(error->message));
  fputc('\n', stderr);
}

vp_plan *cli_plan_read(const char *name) {
  cli_text bytes = {0};
  vp_plan *plan = NULL;
  vp_error error;
  if (read_file(&bytes, name) &&
      vp_plan_read(&plan, NULL, bytes.length > 0 ? bytes.bytes : "", bytes.length, &error) != VP_OK)
    cli_report_error(name, &error);
  cli_text_free(&bytes);
  return plan;
}

static int write_output(void *user, const char *bytes, size_t length) {
  (void)user;
  return fwrite(bytes, 1, length, stdout) == length ? 0 : 1;
}

const vp_sink cli_output = {.write = write_output};
