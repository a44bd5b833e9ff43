/* SARIF 2.1.0, in the subset that code scanning of GitHub and the viewers of editors read. */
#include <vp/report.h>

#include <string.h>

#include <vp/version.h>

#include "base/array.h"
#include "json/quote.h"
#include "report/output.h"
#include "report/wording.h"

typedef struct sarif {
  vp_output output;
  const vp_report_file *files;
  size_t count;
  vp_language language;  /* of the first report */
  const vp_rule **rules; /* that ran on any of the files */
  size_t rule_count, rule_capacity;
  bool has_accepted; /* then every result says whether it is */
} sarif;

static size_t index_of(const sarif *s, const char *rule) {
  size_t i = 0;
  while (i < s->rule_count && strcmp(vp_rule_id(s->rules[i]), rule) != 0) i++;
  return i;
}

static bool add_rule(sarif *s, const vp_rule *rule) {
  if (index_of(s, vp_rule_id(rule)) < s->rule_count) return true;
  void *rules = s->rules;
  if (!vp_array_reserve(s->output.buffer.context, &rules, &s->rule_capacity, s->rule_count,
                        sizeof rule))
    return false;
  s->rules = rules;
  s->rules[s->rule_count++] = rule;
  return true;
}

static bool add_rules(sarif *s, const vp_report *report) {
  for (size_t i = 0; i < vp_report_rule_count(report); i++) {
    const vp_rule_result *result = vp_report_rule(report, i);
    if (result->ran && !add_rule(s, result->rule)) return false;
  }
  return true;
}

static void put_language(vp_buffer *out, vp_language language) {
  vp_buffer_printf(out, "\"language\": \"%s\"", language == VP_LANGUAGE_SV ? "sv" : "en");
}

/* Without "text" there may be no "markdown". */
static void put_help(vp_buffer *out, const char *page) {
  if (*page == '\0') return;
  vp_buffer_put(out, ", \"help\": { \"text\": ");
  vp_json_quote(out, page);
  vp_buffer_put(out, ", \"markdown\": ");
  vp_json_quote(out, page);
  vp_buffer_put(out, " }");
}

static void put_rule(vp_buffer *out, const vp_rule *rule, vp_language language) {
  vp_buffer_printf(out, "{ \"id\": \"%s\", \"shortDescription\": { \"text\": ", vp_rule_id(rule));
  vp_json_quote(out, vp_rule_title(rule, language));
  vp_buffer_put(out, " }");
  put_help(out, vp_rule_page(rule, language));
  vp_buffer_printf(out, ", \"defaultConfiguration\": { \"level\": \"%s\" } }",
                   vp_severity_name(vp_rule_severity(rule)));
}

static void put_tool(sarif *s) {
  vp_buffer *out = &s->output.buffer;
  vp_buffer_printf(out, "\"tool\": { \"driver\": { \"name\": \"libvp\", \"version\": \"%s\", ",
                   vp_version());
  put_language(out, s->language);
  vp_buffer_put(out, ", \"rules\": [");
  for (size_t i = 0; i < s->rule_count; i++) {
    vp_buffer_put(out, i > 0 ? ",\n        " : "\n        ");
    put_rule(out, s->rules[i], s->language);
    vp_output_flush(&s->output);
  }
  vp_buffer_put(out, "\n      ] } },\n      ");
}

static bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c != '\0' && strchr("-._~/", c) != NULL);
}

/* A file's name as a relative reference (RFC 3986), or as a URI when it begins at the root. */
static void put_uri(vp_buffer *out, const char *name) {
  vp_buffer_put(out, *name == '/' ? "\"file://" : "\"");
  for (; *name != '\0'; name++) {
    if (is_unreserved(*name))
      vp_buffer_append(out, name, 1);
    else
      vp_buffer_printf(out, "%%%02X", (unsigned)(unsigned char)*name);
  }
  vp_buffer_put(out, "\"");
}

static void put_artifact(sarif *s, size_t index) {
  vp_buffer *out = &s->output.buffer;
  vp_buffer_put(out, "\"artifactLocation\": { \"uri\": ");
  put_uri(out, s->files[index].name);
  vp_buffer_printf(out, ", \"index\": %lu }", (unsigned long)index);
}

static void put_artifacts(sarif *s) {
  vp_buffer *out = &s->output.buffer;
  vp_buffer_put(out, "\"artifacts\": [");
  for (size_t i = 0; i < s->count; i++) {
    vp_buffer_put(out, i > 0 ? ",\n        " : "\n        ");
    vp_buffer_put(out, "{ \"location\": { \"uri\": ");
    put_uri(out, s->files[i].name);
    vp_buffer_put(out, " }, \"roles\": [\"analysisTarget\"] }");
    vp_output_flush(&s->output);
  }
  vp_buffer_put(out, "\n      ],\n      ");
}

static void put_notification(sarif *s, size_t index) {
  vp_buffer *out = &s->output.buffer;
  const vp_error *error = s->files[index].error;
  vp_buffer_put(out, "{ \"level\": \"error\", \"message\": { \"text\": ");
  vp_json_quote(out, error->message);
  vp_buffer_put(out, " }, \"locations\": [{ \"physicalLocation\": { ");
  put_artifact(s, index);
  if (error->line > 0)
    vp_buffer_printf(out, ", \"region\": { \"startLine\": %lu, \"startColumn\": %lu }",
                     (unsigned long)error->line, (unsigned long)error->column);
  vp_buffer_put(out, " } }] }");
}

static void put_invocation(sarif *s) {
  vp_buffer *out = &s->output.buffer;
  size_t failures = 0;
  vp_buffer_put(out, "\"invocations\": [{ ");
  for (size_t i = 0; i < s->count; i++) {
    if (s->files[i].report != NULL) continue;
    vp_buffer_put(out,
                  failures++ > 0 ? ",\n        " : "\"toolExecutionNotifications\": [\n        ");
    put_notification(s, i);
  }
  vp_buffer_printf(out, "%s\"executionSuccessful\": %s }],\n      ",
                   failures > 0 ? "\n      ], " : "", failures > 0 ? "false" : "true");
}

static void put_region(vp_buffer *out, const vp_finding *finding) {
  if (finding->line == 0) return;
  vp_buffer_printf(out, ", \"region\": { \"startLine\": %lu, \"startColumn\": %lu, ",
                   (unsigned long)finding->line, (unsigned long)finding->column);
  vp_buffer_printf(out, "\"endLine\": %lu, \"endColumn\": %lu }", (unsigned long)finding->end_line,
                   (unsigned long)finding->end_column);
}

/* The kinds that SARIF has for JSON. */
static const char *kind_of(const vp_finding *finding) {
  char pointer[VP_POINTER_SIZE];
  vp_element_pointer(pointer, sizeof pointer, finding->element, NULL, UINT32_MAX);
  return strcmp(pointer, finding->path) == 0 ? "object" : "value";
}

static void put_suppressions(sarif *s, const vp_acceptance *acceptance) {
  vp_buffer *out = &s->output.buffer;
  if (!s->has_accepted) return;
  vp_buffer_put(out, ", \"suppressions\": [");
  if (acceptance != NULL) {
    vp_buffer_printf(out, "{ \"kind\": \"%s\", \"status\": \"accepted\", \"justification\": ",
                     acceptance->in_baseline ? "external" : "inSource");
    vp_json_quote(out, acceptance->reason);
    if (acceptance->until != NULL) {
      vp_buffer_put(out, ", \"properties\": { \"until\": ");
      vp_json_quote(out, acceptance->until);
      vp_buffer_put(out, " }");
    }
    vp_buffer_put(out, " }");
  }
  vp_buffer_put(out, "]");
}

static void put_result(sarif *s, size_t file, const vp_finding *finding) {
  vp_buffer *out = &s->output.buffer;
  vp_buffer_printf(out, "{ \"ruleId\": \"%s\", \"ruleIndex\": %lu, \"level\": \"%s\", ",
                   finding->rule, (unsigned long)index_of(s, finding->rule),
                   vp_severity_name(finding->severity));
  vp_buffer_put(out, "\"message\": { \"text\": \"");
  vp_put_wording(out, finding, vp_report_language(s->files[file].report), vp_json_escape);
  vp_buffer_put(out, "\" }, \"locations\": [{ \"physicalLocation\": { ");
  put_artifact(s, file);
  put_region(out, finding);
  vp_buffer_put(out, " }, \"logicalLocations\": [{ \"fullyQualifiedName\": ");
  vp_json_quote(out, finding->path);
  vp_buffer_printf(out, ", \"kind\": \"%s\" }] }], ", kind_of(finding));
  vp_buffer_printf(out, "\"partialFingerprints\": { \"vp/v1\": \"%s\", \"vpText/v1\": \"%s\" }",
                   finding->fingerprint, finding->text_fingerprint);
  put_suppressions(s, finding->acceptance);
  vp_buffer_put(out, " }");
}

static void put_results(sarif *s) {
  vp_buffer *out = &s->output.buffer;
  const char *before = "\n        ";
  vp_buffer_put(out, "\"results\": [");
  for (size_t file = 0; file < s->count; file++) {
    const vp_report *report = s->files[file].report;
    size_t count = report != NULL ? vp_report_finding_count(report) : 0;
    for (size_t i = 0; i < count && !s->output.refused; i++) {
      vp_buffer_put(out, before);
      put_result(s, file, vp_report_finding(report, i));
      vp_output_flush(&s->output);
      before = ",\n        ";
    }
  }
  vp_buffer_put(out, "\n      ] }\n  ]\n}\n");
}

static bool begin(sarif *s) {
  bool is_done = true;
  for (size_t i = s->count; i-- > 0;)
    if (s->files[i].report != NULL) s->language = vp_report_language(s->files[i].report);
  for (size_t i = 0; i < s->count && is_done; i++) {
    const vp_report *report = s->files[i].report;
    if (report == NULL) continue;
    s->has_accepted = s->has_accepted || vp_report_accepted_count(report) > 0;
    is_done = add_rules(s, report);
  }
  return is_done;
}

static void put_run(sarif *s) {
  vp_buffer *out = &s->output.buffer;
  vp_buffer_put(out,
                "{\n  \"$schema\": \"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
                "schemas/sarif-schema-2.1.0.json\",\n"
                "  \"version\": \"2.1.0\",\n  \"runs\": [\n    { ");
  put_tool(s);
  put_invocation(s);
  put_language(out, s->language);
  vp_buffer_put(out, ", \"columnKind\": \"unicodeCodePoints\",\n      ");
  put_artifacts(s);
  put_results(s);
}

vp_status vp_report_write_sarif(const vp_report_file *files, size_t count, const vp_sink *sink,
                                vp_error *error) {
  sarif s = {.files = files, .count = count};
  vp_output_open(&s.output, files, count, sink);
  if (begin(&s))
    put_run(&s);
  else
    s.output.buffer.failed = true;
  vp_free(s.output.buffer.context, s.rules);
  return vp_output_close(&s.output, error);
}
