/* Workflow commands of GitHub Actions: ::error file=…,line=…::message. */
#include <vp/report.h>

#include <string.h>

#include "report/output.h"
#include "report/visible.h"
#include "report/wording.h"

static const char *escape_in_message(char byte) {
  switch (byte) {
    case '%': return "%25";
    case '\r': return "%0D";
    case '\n': return "%0A";
    case '\t': return "\t";
    default: return NULL;
  }
}

static const char *escape_in_property(char byte) {
  switch (byte) {
    case ':': return "%3A";
    case ',': return "%2C";
    default: return escape_in_message(byte);
  }
}

static void put_message(vp_buffer *out, const char *text) {
  vp_put_visible(out, text, strlen(text), SIZE_MAX, escape_in_message);
}

static void put_property(vp_buffer *out, const char *text) {
  vp_put_visible(out, text, strlen(text), SIZE_MAX, escape_in_property);
}

static void put_command(vp_buffer *out, const char *command, const char *file) {
  vp_buffer_printf(out, "::%s file=", command);
  put_property(out, file);
}

/* GitHub takes columns within one line only. */
static void put_position(vp_buffer *out, const vp_finding *finding) {
  if (finding->line == 0) return;
  vp_buffer_printf(out, ",line=%lu,endLine=%lu", (unsigned long)finding->line,
                   (unsigned long)finding->end_line);
  if (finding->line == finding->end_line)
    vp_buffer_printf(out, ",col=%lu,endColumn=%lu", (unsigned long)finding->column,
                     (unsigned long)finding->end_column);
}

static void put_finding(vp_buffer *out, const char *name, const vp_finding *finding,
                        vp_language language) {
  static const char *const commands[] = {"notice", "warning", "error"};
  put_command(out, commands[finding->acceptance == NULL ? finding->severity : VP_SEVERITY_NOTE],
              name);
  put_position(out, finding);
  vp_buffer_printf(out, ",title=%s", finding->rule);
  if (finding->acceptance != NULL)
    vp_buffer_printf(out, " (%s)", vp_accepted_word(finding->severity, language));
  vp_buffer_put(out, "::");
  if (finding->line == 0) vp_buffer_printf(out, "%s: ", finding->path);
  vp_put_wording(out, finding, language, put_message);
  if (finding->acceptance != NULL) {
    put_message(out, "\n");
    vp_put_acceptance(out, finding->acceptance, language, put_message);
  }
  vp_buffer_put(out, "\n");
}

static void put_error(vp_buffer *out, const char *name, const vp_error *error) {
  put_command(out, "error", name);
  if (error->line > 0)
    vp_buffer_printf(out, ",line=%lu,col=%lu", (unsigned long)error->line,
                     (unsigned long)error->column);
  vp_buffer_put(out, "::");
  put_message(out, error->message);
  vp_buffer_put(out, "\n");
}

static void put_file(vp_output *output, const vp_report_file *file) {
  if (file->report == NULL) {
    put_error(&output->buffer, file->name, file->error);
    return;
  }
  vp_language language = vp_report_language(file->report);
  size_t count = vp_report_finding_count(file->report);
  for (size_t i = 0; i < count && !output->refused; i++) {
    put_finding(&output->buffer, file->name, vp_report_finding(file->report, i), language);
    vp_output_flush(output);
  }
}

vp_status vp_report_write_github(const vp_report_file *files, size_t count, const vp_sink *sink,
                                 vp_error *error) {
  vp_output output;
  vp_output_open(&output, files, count, sink);
  for (size_t i = 0; i < count; i++) put_file(&output, &files[i]);
  return vp_output_close(&output, error);
}
