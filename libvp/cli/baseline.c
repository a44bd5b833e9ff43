#include "baseline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "words.h"

/* What stands in a file that is not read would be lost. */
static bool would_lose(const cli_options *options) {
  const char *path = options->write_baseline;
  bool is_read = options->baseline != NULL && cli_file_is_same(options->baseline, path);
  if (is_read || !cli_file_exists(path)) return false;
  fprintf(stderr,
          "vp check: error: --write-baseline '%s' is there already: give it with --baseline too, "
          "so that what it accepts is kept\n",
          path);
  return true;
}

static bool can_write(const cli_options *options) {
  const char *path = options->write_baseline;
  if (path == NULL) return true;
  if (strcmp(path, "-") != 0)
    return cli_output_is_free(options, "write-baseline", path) && !would_lose(options);
  fputs("vp check: error: --write-baseline takes a file, not standard output\n", stderr);
  return false;
}

bool cli_baseline_read(vp_baseline **out, const cli_options *options) {
  *out = NULL;
  if (!can_write(options)) return false;
  if (options->baseline == NULL) return true;
  cli_text text = {0};
  vp_error error;
  bool is_read = cli_file_read(&text, options->baseline);
  if (is_read && vp_baseline_read(out, NULL, text.length > 0 ? text.bytes : "", text.length,
                                  &error) != VP_OK) {
    cli_report_error(options->baseline, &error);
    is_read = false;
  }
  cli_text_free(&text);
  return is_read;
}

static vp_status make(vp_baseline **out, const cli_options *options, const vp_baseline *old,
                      const vp_report_file *files, size_t count, vp_error *error) {
  const vp_report **reports = cli_grow(NULL, count + 1, sizeof *reports);
  for (size_t i = 0; i < count; i++) reports[i] = files[i].report;
  vp_status status =
      vp_baseline_update(out, NULL, old, reports, count, options->reason, options->until, error);
  free(reports);
  return status;
}

static bool write_text(const cli_options *options, const vp_baseline *baseline, vp_error *error) {
  cli_text text = {0};
  const vp_sink sink = cli_text_sink(&text);
  bool is_made = vp_baseline_write(baseline, &sink, error) == VP_OK;
  if (!is_made) cli_report_error("vp check", error);
  bool is_written = is_made && cli_file_replace(options->write_baseline, &text);
  cli_text_free(&text);
  return is_written;
}

bool cli_baseline_write(const cli_options *options, const vp_baseline *old,
                        const vp_report_file *files, size_t count, vp_language language) {
  vp_baseline *made = NULL;
  vp_error error;
  if (make(&made, options, old, files, count, &error) != VP_OK) {
    cli_report_error("vp check", &error);
    if (options->reason == NULL) fputs("  --reason TEXT gives them one\n", stderr);
    return false;
  }
  bool is_written = write_text(options, made, &error);
  size_t entries = vp_element_count(vp_baseline_root(made), "accepted");
  if (is_written)
    fprintf(stderr, "%s: %zu %s\n", options->write_baseline, entries,
            cli_plural(language, "accepted", entries));
  vp_baseline_free(made);
  return is_written;
}
