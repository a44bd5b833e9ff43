#include <vp/report.h>

#include <string.h>

#include "base/utf8.h"
#include "json/quote.h"
#include "report/output.h"

static void put_key(vp_buffer *out, const char *key) { vp_buffer_printf(out, "\"%s\": ", key); }

static void put_string(vp_buffer *out, const char *key, const char *text) {
  put_key(out, key);
  vp_json_quote(out, text);
  vp_buffer_put(out, ", ");
}

/* A file's name may be any bytes; JSON is UTF-8. */
static void put_name(vp_buffer *out, const char *name) {
  vp_buffer text;
  vp_buffer_init(&text, out->context);
  vp_buffer_put(&text, "");
  while (*name != '\0') {
    size_t size = vp_utf8_sequence(name, strlen(name));
    if (size > 0)
      vp_buffer_append(&text, name, size);
    else
      vp_buffer_put(&text, "\xEF\xBF\xBD");
    name += size > 0 ? size : 1;
  }
  if (text.failed)
    out->failed = true;
  else
    put_string(out, "file", text.bytes);
  vp_buffer_free(&text);
}

static void put_texts(vp_buffer *out, const char *const *texts, size_t count) {
  vp_buffer_put(out, "[");
  for (size_t i = 0; i < count; i++) {
    if (i > 0) vp_buffer_put(out, ", ");
    vp_json_quote(out, texts[i]);
  }
  vp_buffer_put(out, "]");
}

/* Numbers are strings: a JSON number would lose the printed precision. */
static void put_decimal(vp_buffer *out, vp_decimal number) {
  char text[VP_DECIMAL_TEXT_SIZE];
  vp_decimal_format(text, sizeof text, number);
  vp_json_quote(out, text);
}

static void put_bound(vp_buffer *out, const char *key, const char *open_key, vp_bound bound) {
  put_key(out, key);
  if (bound.unbounded)
    vp_buffer_put(out, "null");
  else
    put_decimal(out, bound.value);
  vp_buffer_printf(out, ", \"%s\": %s", open_key, bound.open || bound.unbounded ? "true" : "false");
}

static void put_value(vp_buffer *out, const vp_value *value) {
  vp_json_quote(out, value->name);
  vp_buffer_put(out, ": ");
  switch (value->kind) {
    case VP_VALUE_TEXT: vp_json_quote(out, value->text); return;
    case VP_VALUE_TEXTS: put_texts(out, value->texts, value->text_count); return;
    case VP_VALUE_NUMBER:
      vp_buffer_put(out, "{ \"value\": ");
      put_decimal(out, value->number);
      break;
    case VP_VALUE_INTERVAL:
      vp_buffer_put(out, "{ ");
      put_bound(out, "low", "low_open", value->interval.low);
      vp_buffer_put(out, ", ");
      put_bound(out, "high", "high_open", value->interval.high);
      break;
  }
  const char *unit = vp_unit_symbol(value->unit);
  if (*unit != '\0') vp_buffer_printf(out, ", \"unit\": \"%s\"", unit);
  vp_buffer_put(out, " }");
}

static void put_values(vp_buffer *out, const vp_finding *finding) {
  vp_buffer_put(out, "{");
  for (size_t i = 0; i < finding->value_count; i++) {
    vp_buffer_put(out, i > 0 ? ", " : " ");
    put_value(out, &finding->values[i]);
  }
  vp_buffer_put(out, finding->value_count > 0 ? " }" : "}");
}

static void put_position(vp_buffer *out, const vp_finding *finding) {
  if (finding->line == 0) return;
  vp_buffer_printf(out, "\"line\": %lu, \"column\": %lu, \"end_line\": %lu, \"end_column\": %lu, ",
                   (unsigned long)finding->line, (unsigned long)finding->column,
                   (unsigned long)finding->end_line, (unsigned long)finding->end_column);
}

static void put_candidate(vp_buffer *out, const vp_candidate *candidate) {
  vp_buffer_printf(out, "{ \"rank\": %lu, \"explanation\": %lu, ", (unsigned long)candidate->rank,
                   (unsigned long)candidate->explanation);
  put_string(out, "path", candidate->path);
  put_string(out, "slip", candidate->slip);
  put_key(out, "printed");
  put_decimal(out, candidate->printed);
  vp_buffer_put(out, ", \"value\": ");
  if (candidate->has_value)
    put_decimal(out, candidate->value);
  else
    vp_buffer_put(out, "null");
  vp_buffer_put(out, ", \"interval\": { ");
  put_bound(out, "low", "low_open", candidate->interval.low);
  vp_buffer_put(out, ", ");
  put_bound(out, "high", "high_open", candidate->interval.high);
  const char *unit = vp_unit_symbol(candidate->unit);
  vp_buffer_printf(out, " }, \"unit\": \"%s\" }", unit);
}

static void put_candidates(vp_buffer *out, const vp_finding *finding) {
  if (finding->candidate_count == 0) return;
  vp_buffer_put(out, ", \"candidates\": [");
  for (size_t i = 0; i < finding->candidate_count; i++) {
    if (i > 0) vp_buffer_put(out, ", ");
    put_candidate(out, &finding->candidates[i]);
  }
  vp_buffer_put(out, "]");
}

static void put_acceptance(vp_buffer *out, const vp_acceptance *acceptance) {
  if (acceptance == NULL) return;
  vp_buffer_put(out, ", \"accepted\": { ");
  put_string(out, "reason", acceptance->reason);
  if (acceptance->until != NULL) put_string(out, "until", acceptance->until);
  vp_buffer_printf(out, "\"in\": \"%s\", \"path\": \"%s\" }",
                   acceptance->in_baseline ? "baseline" : "plan", acceptance->path);
}

static void put_finding(vp_buffer *out, const vp_finding *finding) {
  vp_buffer_put(out, "{ ");
  put_string(out, "rule", finding->rule);
  put_string(out, "severity", vp_severity_name(finding->severity));
  put_string(out, "path", finding->path);
  put_position(out, finding);
  put_string(out, "message", finding->message);
  put_key(out, "notes");
  put_texts(out, finding->notes, finding->note_count);
  vp_buffer_put(out, ", \"help\": ");
  put_texts(out, finding->help, finding->help_count);
  vp_buffer_put(out, ", \"values\": ");
  put_values(out, finding);
  put_candidates(out, finding);
  put_acceptance(out, finding->acceptance);
  vp_buffer_printf(out, ", \"fingerprint\": \"%s\", \"text_fingerprint\": \"%s\" }",
                   finding->fingerprint, finding->text_fingerprint);
}

static void put_rules(vp_buffer *out, const vp_report *report) {
  bool first = true;
  for (size_t i = 0; i < vp_report_rule_count(report); i++) {
    const vp_rule_result *result = vp_report_rule(report, i);
    if (!result->ran && result->off == NULL) continue;
    vp_buffer_printf(out, "%s\n        { \"rule\": \"%s\", \"applied\": %lu, \"failed\": %lu, ",
                     first ? "" : ",", vp_rule_id(result->rule), (unsigned long)result->applied,
                     (unsigned long)result->failed);
    vp_buffer_printf(out, "\"not_applicable\": %lu, \"accepted\": %lu",
                     (unsigned long)result->not_applicable, (unsigned long)result->accepted);
    if (result->off != NULL) {
      vp_buffer_put(out, ", \"off\": ");
      vp_json_quote(out, result->off);
    }
    vp_buffer_put(out, " }");
    first = false;
  }
}

static void put_error(vp_buffer *out, const vp_error *error) {
  vp_buffer_put(out, "\"error\": { ");
  if (error->line > 0)
    vp_buffer_printf(out, "\"line\": %lu, \"column\": %lu, ", (unsigned long)error->line,
                     (unsigned long)error->column);
  put_key(out, "message");
  vp_json_quote(out, error->message);
  vp_buffer_put(out, " },\n      \"findings\": [], \"rules\": [] }");
}

static void put_file(vp_output *output, const vp_report_file *file) {
  vp_buffer *out = &output->buffer;
  vp_buffer_put(out, "\n    { ");
  put_name(out, file->name);
  if (file->report == NULL) {
    put_error(out, file->error);
    return;
  }
  put_string(out, "plan", vp_element_id(vp_plan_root(vp_report_plan(file->report))));
  vp_buffer_put(out, "\"findings\": [");
  size_t count = vp_report_finding_count(file->report);
  for (size_t i = 0; i < count && !output->refused; i++) {
    vp_buffer_put(out, i > 0 ? ",\n        " : "\n        ");
    put_finding(out, vp_report_finding(file->report, i));
    vp_output_flush(output);
  }
  vp_buffer_put(out, count > 0 ? "\n      ],\n      \"rules\": [" : "],\n      \"rules\": [");
  put_rules(out, file->report);
  vp_buffer_put(out, "\n      ] }");
}

static unsigned long total(const vp_report_file *files, size_t count, vp_severity severity) {
  size_t sum = 0;
  for (size_t i = 0; i < count; i++)
    if (files[i].report != NULL) sum += vp_report_severity_count(files[i].report, severity);
  return (unsigned long)sum;
}

static unsigned long accepted(const vp_report_file *files, size_t count) {
  size_t sum = 0;
  for (size_t i = 0; i < count; i++)
    if (files[i].report != NULL) sum += vp_report_accepted_count(files[i].report);
  return (unsigned long)sum;
}

vp_status vp_report_write_json(const vp_report_file *files, size_t count, const vp_sink *sink,
                               vp_error *error) {
  vp_output output;
  vp_output_open(&output, files, count, sink);
  vp_buffer_put(&output.buffer, "{\n  \"version\": 1,\n  \"files\": [");
  for (size_t i = 0; i < count; i++) {
    if (i > 0) vp_buffer_put(&output.buffer, ",");
    put_file(&output, &files[i]);
  }
  vp_buffer_put(&output.buffer, count > 0 ? "\n  ],\n" : "],\n");
  vp_buffer_printf(&output.buffer,
                   "  \"summary\": { \"error\": %lu, \"warning\": %lu, \"note\": %lu, ",
                   total(files, count, VP_SEVERITY_ERROR), total(files, count, VP_SEVERITY_WARNING),
                   total(files, count, VP_SEVERITY_NOTE));
  vp_buffer_printf(&output.buffer, "\"accepted\": %lu }\n}\n", accepted(files, count));
  return vp_output_close(&output, error);
}
