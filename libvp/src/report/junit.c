/* JUnit's XML as Jenkins, GitLab and others read it: a test for each rule, in a suite for each
 * file. Most of them show only a test's first failure, which is why a rule has one for all that it
 * found. */
#include <vp/report.h>

#include <string.h>

#include "report/output.h"
#include "report/visible.h"
#include "report/wording.h"

static const char *escape(char byte) {
  switch (byte) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\n': return "\n";
    case '\t': return "\t";
    default: return NULL;
  }
}

static void put_text(vp_buffer *out, const char *text) {
  vp_put_visible(out, text, strlen(text), SIZE_MAX, escape);
}

static void put_attribute(vp_buffer *out, const char *name, const char *value) {
  vp_buffer_printf(out, " %s=\"", name);
  put_text(out, value);
  vp_buffer_put(out, "\"");
}

typedef struct counts {
  size_t tests, failures, errors, skipped;
} counts;

static bool is_failure(const vp_rule_result *result) {
  return result->failed > result->accepted && result->severity > VP_SEVERITY_NOTE;
}

static void add_counts(counts *sum, const vp_report_file *file) {
  if (file->report == NULL) {
    sum->tests++;
    sum->errors++;
    return;
  }
  for (size_t i = 0; i < vp_report_rule_count(file->report); i++) {
    const vp_rule_result *result = vp_report_rule(file->report, i);
    sum->tests++;
    sum->failures += is_failure(result);
    sum->skipped += !result->ran;
  }
}

static void put_counts(vp_buffer *out, const counts *c) {
  vp_buffer_printf(out, " tests=\"%lu\" failures=\"%lu\" errors=\"%lu\"", (unsigned long)c->tests,
                   (unsigned long)c->failures, (unsigned long)c->errors);
}

static bool is_of(const vp_finding *finding, const vp_rule_result *result) {
  return strcmp(finding->rule, vp_rule_id(result->rule)) == 0;
}

/* Those that are accepted, or those that are not. */
static void put_findings(vp_output *output, const vp_report_file *file,
                         const vp_rule_result *result, bool accepted) {
  vp_buffer *out = &output->buffer;
  vp_language language = vp_report_language(file->report);
  for (size_t i = 0; i < vp_report_finding_count(file->report) && !output->refused; i++) {
    const vp_finding *finding = vp_report_finding(file->report, i);
    if (!is_of(finding, result) || (finding->acceptance != NULL) != accepted) continue;
    vp_put_place(out, file->name, finding, put_text);
    vp_buffer_printf(out, ": %s", vp_severity_word(finding->severity, language));
    if (accepted) vp_buffer_printf(out, " (%s)", vp_accepted_word(finding->severity, language));
    vp_buffer_put(out, ": ");
    vp_put_wording(out, finding, language, put_text);
    vp_buffer_put(out, "\n");
    if (accepted) {
      vp_put_acceptance(out, finding->acceptance, language, put_text);
      vp_buffer_put(out, "\n");
    }
    vp_output_flush(output);
  }
}

static const char *first_message(const vp_report *report, const vp_rule_result *result) {
  size_t i = 0;
  while (!is_of(vp_report_finding(report, i), result) ||
         vp_report_finding(report, i)->acceptance != NULL)
    i++;
  return vp_report_finding(report, i)->message;
}

static void put_failure(vp_output *output, const vp_report_file *file,
                        const vp_rule_result *result) {
  vp_buffer *out = &output->buffer;
  vp_buffer_printf(out, "\n      <failure type=\"%s\"", vp_severity_name(result->severity));
  put_attribute(out, "message", first_message(file->report, result));
  vp_buffer_put(out, ">");
  put_findings(output, file, result, false);
  vp_buffer_put(out, "</failure>");
}

static void put_outcome(vp_output *output, const vp_report_file *file,
                        const vp_rule_result *result) {
  vp_buffer *out = &output->buffer;
  if (!result->ran) {
    vp_buffer_put(out, "<skipped");
    if (result->off != NULL) put_attribute(out, "message", result->off);
    vp_buffer_put(out, "/>");
    return;
  }
  bool fails = is_failure(result);
  if (fails) put_failure(output, file, result);
  if (!fails || result->accepted > 0) {
    vp_buffer_put(out, "\n      <system-out>");
    if (!fails) put_findings(output, file, result, false);
    put_findings(output, file, result, true);
    vp_buffer_put(out, "</system-out>");
  }
  vp_buffer_put(out, "\n    ");
}

static void put_test(vp_output *output, const vp_report_file *file, const vp_rule_result *result) {
  vp_buffer *out = &output->buffer;
  const char *rule = vp_rule_id(result->rule);
  vp_buffer_printf(out, "    <testcase classname=\"%.*s\" name=\"%s\"", (int)strcspn(rule, "/"),
                   rule, rule);
  if (result->ran && result->failed == 0) {
    vp_buffer_put(out, "/>\n");
    return;
  }
  vp_buffer_put(out, ">");
  put_outcome(output, file, result);
  vp_buffer_put(out, "</testcase>\n");
}

static void put_error(vp_buffer *out, const vp_report_file *file) {
  const vp_error *error = file->error;
  vp_buffer_put(out, "    <testcase classname=\"vp\" name=\"read\">\n      <error type=\"error\"");
  put_attribute(out, "message", error->message);
  vp_buffer_put(out, ">");
  put_text(out, file->name);
  if (error->line > 0)
    vp_buffer_printf(out, ":%lu:%lu", (unsigned long)error->line, (unsigned long)error->column);
  vp_buffer_put(out, ": error: ");
  put_text(out, error->message);
  vp_buffer_put(out, "\n</error>\n    </testcase>\n");
}

static void put_file(vp_output *output, const vp_report_file *file) {
  vp_buffer *out = &output->buffer;
  counts sum = {0};
  add_counts(&sum, file);
  vp_buffer_put(out, "  <testsuite");
  put_attribute(out, "name", file->name);
  put_counts(out, &sum);
  vp_buffer_printf(out, " skipped=\"%lu\">\n", (unsigned long)sum.skipped);
  if (file->report == NULL) {
    put_error(out, file);
  } else {
    for (size_t i = 0; i < vp_report_rule_count(file->report) && !output->refused; i++)
      put_test(output, file, vp_report_rule(file->report, i));
  }
  vp_buffer_put(out, "  </testsuite>\n");
}

vp_status vp_report_write_junit(const vp_report_file *files, size_t count, const vp_sink *sink,
                                vp_error *error) {
  vp_output output;
  vp_output_open(&output, files, count, sink);
  counts sum = {0};
  for (size_t i = 0; i < count; i++) add_counts(&sum, &files[i]);
  vp_buffer_put(&output.buffer,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"vp check\"");
  put_counts(&output.buffer, &sum);
  vp_buffer_put(&output.buffer, ">\n");
  for (size_t i = 0; i < count; i++) put_file(&output, &files[i]);
  vp_buffer_put(&output.buffer, "</testsuites>\n");
  return vp_output_close(&output, error);
}
