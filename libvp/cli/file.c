#include "file.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "platform.h"
#include "terminal.h"

static bool read_all(cli_text *out, FILE *file) {
  char block[16384];
  size_t length;
  while ((length = fread(block, 1, sizeof block, file)) > 0) cli_text_append(out, block, length);
  return !ferror(file);
}

static bool is_standard(const char *name) { return strcmp(name, "-") == 0; }

const char *cli_file_label(const char *name) { return is_standard(name) ? "<stdin>" : name; }

bool cli_file_open(cli_text *out, const char *name, vp_error *error) {
  FILE *file = is_standard(name) ? stdin : cli_platform_open(name, "rb");
  bool is_read = file != NULL && read_all(out, file);
  *error = (vp_error){.status = is_read ? VP_OK : VP_ERROR_ARGUMENT};
  if (!is_read) snprintf(error->message, sizeof error->message, "%s", strerror(errno));
  if (file != NULL && file != stdin) fclose(file);
  return is_read;
}

bool cli_file_read(cli_text *out, const char *name) {
  vp_error error;
  if (cli_file_open(out, name, &error)) return true;
  cli_report_error(name, &error);
  return false;
}

/* Closes the file, which may be NULL. false, with the reason, when the text is not there whole. */
static bool write_whole(FILE *file, const cli_text *text, int *reason) {
  bool is_written = file != NULL && fwrite(text->bytes, 1, text->length, file) == text->length &&
                    fflush(file) == 0;
  *reason = errno;
  if (file != NULL && fclose(file) != 0 && is_written) {
    *reason = errno;
    is_written = false;
  }
  return is_written;
}

bool cli_file_write(const char *name, const cli_text *text) {
  if (is_standard(name)) {
    fwrite(text->bytes, 1, text->length, stdout); /* main reports the lost output */
    return true;
  }
  int reason;
  bool is_written = write_whole(cli_platform_open(name, "wb"), text, &reason);
  if (!is_written) fprintf(stderr, "%s: error: %s\n", name, strerror(reason));
  return is_written;
}

bool cli_file_replace(const char *name, const cli_text *text) {
  cli_text beside = {0};
  cli_text_put(&beside, name);
  cli_text_put(&beside, ".new");
  int reason;
  FILE *file = cli_platform_open(beside.bytes, "wb");
  bool is_done = write_whole(file, text, &reason);
  if (is_done && !cli_platform_move(beside.bytes, name)) {
    reason = errno;
    is_done = false;
  }
  if (!is_done) fprintf(stderr, "%s: error: %s\n", name, strerror(reason));
  if (!is_done && file != NULL) cli_platform_remove(beside.bytes);
  cli_text_free(&beside);
  return is_done;
}

bool cli_file_exists(const char *name) {
  FILE *file = cli_platform_open(name, "rb");
  bool is_missing = file == NULL && errno == ENOENT;
  if (file != NULL) fclose(file);
  return !is_missing;
}

bool cli_file_is_same(const char *input, const char *output) {
  return cli_platform_is_same(is_standard(input) ? NULL : input,
                              is_standard(output) ? NULL : output);
}

bool cli_output_is_free(const cli_options *options, const char *option, const char *path) {
  bool is_taken = false;
  for (size_t i = 0; i < options->file_count && !is_taken; i++)
    is_taken = cli_file_is_same(options->files[i], path);
  if (is_taken)
    fprintf(stderr, "vp %s: error: --%s '%s' is the plan itself, which is never changed\n",
            options->command, option, path);
  return !is_taken;
}

void cli_report_at(const char *file, uint32_t line, uint32_t column, const char *message) {
  fputs(cli_file_label(file), stderr);
  if (line > 0) fprintf(stderr, ":%u:%u", (unsigned)line, (unsigned)column);
  fputs(": error: ", stderr);
  cli_put(stderr, message, strlen(message));
  fputc('\n', stderr);
}

void cli_report_error(const char *file, const vp_error *error) {
  cli_report_at(file, error->line, error->column, error->message);
}

static vp_plan *parse(const cli_text *text, const vp_profile *profile, vp_error *error) {
  vp_plan *plan = NULL;
  const char *bytes = text->length > 0 ? text->bytes : "";
  if (vp_plan_read(&plan, NULL, bytes, text->length, error) != VP_OK) return NULL;
  if (vp_plan_use_profile(plan, profile, error) == VP_OK) return plan;
  vp_plan_free(plan);
  return NULL;
}

vp_plan *cli_plan_parse(const char *name, const cli_text *text, const vp_profile *profile) {
  vp_error error;
  vp_plan *plan = parse(text, profile, &error);
  if (plan == NULL) cli_report_error(name, &error);
  return plan;
}

vp_plan *cli_plan_open(const char *name, const vp_profile *profile, vp_error *error) {
  cli_text text = {0};
  vp_plan *plan = cli_file_open(&text, name, error) ? parse(&text, profile, error) : NULL;
  cli_text_free(&text);
  return plan;
}

vp_plan *cli_plan_read(const char *name, const vp_profile *profile) {
  vp_error error;
  vp_plan *plan = cli_plan_open(name, profile, &error);
  if (plan == NULL) cli_report_error(name, &error);
  return plan;
}

static int write_output(void *user, const char *bytes, size_t length) {
  (void)user;
  return fwrite(bytes, 1, length, stdout) == length ? 0 : 1;
}

const vp_sink cli_output = {.write = write_output};

static int append(void *user, const char *bytes, size_t length) {
  cli_text_append(user, bytes, length);
  return 0;
}

vp_sink cli_text_sink(cli_text *text) { return (vp_sink){.write = append, .user = text}; }
