#include <stdio.h>
#include <stdlib.h>

#include <vp/report.h>

#include "baseline.h"
#include "commands.h"
#include "file.h"
#include "function.h"
#include "terminal.h"
#include "text.h"
#include "words.h"

typedef struct checked {
  vp_plan *plan; /* NULL when the file could not be used, as report */
  vp_report *report;
  vp_error error; /* why */
} checked;

typedef struct session {
  const cli_options *options;
  const vp_functions *functions;
  const vp_baseline *baseline;
  checked *plans;
  vp_report_file *reports;
  size_t count;
  bool is_unusable; /* a file, a rule's name, or the output */
} session;

static vp_check_options options_of(const session *s, vp_language language) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  options.as_of = s->options->as_of;
  options.select = s->options->select.items;
  options.select_count = s->options->select.count;
  options.ignore = s->options->ignore.items;
  options.ignore_count = s->options->ignore.count;
  options.functions = s->functions;
  options.baseline = s->baseline;
  return options;
}

static vp_status check(const session *s, checked *at) {
  const vp_check_options options = options_of(s, cli_language(s->options, at->plan));
  return vp_check(&at->report, at->plan, &options, &at->error);
}

/* What is wrong with the profile itself stands before all plans. false when nothing can be checked
 * with it. */
static bool check_profile(session *s) {
  const vp_profile *profile = s->options->profile;
  if (profile == NULL) return true;
  vp_error error;
  vp_report *report = NULL;
  const vp_check_options options = options_of(s, cli_profile_language(s->options));
  if (vp_profile_check(&report, profile, &options, &error) != VP_OK) {
    bool is_misnamed = error.status == VP_ERROR_ARGUMENT; /* a rule of the command line */
    cli_report_error(is_misnamed ? "vp check" : s->options->profile_name, &error);
    s->is_unusable = true;
    return false;
  }
  if (vp_report_finding_count(report) == 0) {
    vp_report_free(report);
    return true;
  }
  s->plans[s->count] = (checked){.report = report};
  s->reports[s->count++] = (vp_report_file){.name = s->options->profile_name, .report = report};
  return true;
}

/* false when the next file would meet the same error. */
static bool check_file(session *s, const char *name) {
  checked *at = &s->plans[s->count];
  *at = (checked){.plan = NULL};
  at->plan = cli_plan_open(name, s->options->profile, &at->error);
  vp_status status = at->plan != NULL ? check(s, at) : at->error.status;
  bool is_misnamed = at->plan != NULL && status == VP_ERROR_ARGUMENT; /* a rule */
  if (status != VP_OK) {
    s->is_unusable = true;
    cli_report_error(is_misnamed ? "vp check" : name, &at->error);
  }
  s->reports[s->count++] =
      (vp_report_file){.name = cli_file_label(name), .report = at->report, .error = &at->error};
  return !is_misnamed;
}

static vp_status write_text(const session *s, const vp_sink *sink, vp_error *error) {
  bool is_coloured = s->options->output == NULL && cli_terminal_find().colour;
  vp_status status = VP_OK;
  for (size_t i = 0; i < s->count && status == VP_OK; i++)
    if (s->reports[i].report != NULL)
      status =
          vp_report_write_text(&s->reports[i], is_coloured ? VP_REPORT_COLOUR : 0, sink, error);
  return status;
}

static vp_status write_reports(const session *s, const vp_sink *sink, vp_error *error) {
  switch (s->options->format) {
    case CLI_FORMAT_TEXT: break;
    case CLI_FORMAT_JSON: return vp_report_write_json(s->reports, s->count, sink, error);
    case CLI_FORMAT_SARIF: return vp_report_write_sarif(s->reports, s->count, sink, error);
    case CLI_FORMAT_JUNIT: return vp_report_write_junit(s->reports, s->count, sink, error);
    case CLI_FORMAT_GITHUB: return vp_report_write_github(s->reports, s->count, sink, error);
  }
  return write_text(s, sink, error);
}

static size_t findings(const session *s, vp_severity severity) {
  size_t count = 0;
  for (size_t i = 0; i < s->count; i++)
    if (s->plans[i].report != NULL) count += vp_report_severity_count(s->plans[i].report, severity);
  return count;
}

static size_t accepted(const session *s) {
  size_t count = 0;
  for (size_t i = 0; i < s->count; i++)
    if (s->plans[i].report != NULL) count += vp_report_accepted_count(s->plans[i].report);
  return count;
}

static bool has_applied(const session *s, size_t rule) {
  bool has = false;
  for (size_t i = 0; i < s->count && !has; i++)
    has = s->plans[i].plan != NULL && s->plans[i].report != NULL &&
          vp_report_rule(s->plans[i].report, rule)->applied > 0;
  return has;
}

/* Rules that had something to judge in any of the plans. */
static size_t applied_rules(const session *s, size_t rules) {
  size_t count = 0;
  for (size_t rule = 0; rule < rules; rule++) count += has_applied(s, rule);
  return count;
}

static void print_count(const char *before, vp_language language, const char *name, size_t count) {
  fprintf(stderr, "%s%zu %s", before, count, cli_plural(language, name, count));
}

static size_t rules_that_are_off(const vp_report *report) {
  size_t count = 0;
  for (size_t i = 0; i < vp_report_rule_count(report); i++)
    count += vp_report_rule(report, i)->off != NULL;
  return count;
}

static void print_summary(const session *s) {
  const vp_report *first = NULL;
  size_t count = 0;
  for (size_t i = s->count; i-- > 0;) {
    if (s->plans[i].plan == NULL || s->plans[i].report == NULL) continue;
    first = s->plans[i].report;
    count++;
  }
  if (first == NULL) return;
  vp_language language = vp_report_language(first);
  print_count("", language, "plan", count);
  size_t rules = applied_rules(s, vp_report_rule_count(first));
  if (rules == 0) {
    fprintf(stderr, ": %s\n", cli_word(language, "none_applied"));
    return;
  }
  print_count(", ", language, "rule", rules);
  size_t off = rules_that_are_off(first);
  if (off > 0) print_count(" (", language, "off", off);
  if (off > 0) fputc(')', stderr);
  print_count(": ", language, "error", findings(s, VP_SEVERITY_ERROR));
  print_count(", ", language, "warning", findings(s, VP_SEVERITY_WARNING));
  print_count(", ", language, "note", findings(s, VP_SEVERITY_NOTE));
  if (accepted(s) > 0) print_count(", ", language, "accepted", accepted(s));
  fputc('\n', stderr);
}

static int exit_status(const session *s) {
  if (s->is_unusable) return CLI_UNUSABLE;
  if (s->options->write_baseline != NULL) return CLI_OK; /* all of it is accepted now */
  for (vp_severity severity = s->options->fail_on; severity <= VP_SEVERITY_ERROR; severity++)
    if (findings(s, severity) > 0) return CLI_FOUND;
  return CLI_OK;
}

static bool write_file(const session *s, vp_error *error) {
  cli_text text = {0};
  const vp_sink sink = cli_text_sink(&text);
  cli_text_put(&text, "");
  bool is_made = write_reports(s, &sink, error) == VP_OK;
  if (!is_made) cli_report_error("vp check", error);
  bool is_written = is_made && cli_file_write(s->options->output, &text);
  cli_text_free(&text);
  return is_written;
}

static bool print(const session *s, vp_error *error) {
  vp_status status = write_reports(s, &cli_output, error);
  if (status != VP_OK && status != VP_ERROR_WRITE) cli_report_error("vp check", error);
  fflush(stdout); /* the findings come before the summary */
  return status == VP_OK;
}

static void write_all(session *s) {
  vp_error error;
  bool is_file = s->options->output != NULL;
  if (!(is_file ? write_file(s, &error) : print(s, &error))) s->is_unusable = true;
  bool is_read = s->options->format == CLI_FORMAT_TEXT || s->options->format == CLI_FORMAT_GITHUB;
  if (is_file || is_read) print_summary(s);
}

/* Only what was read whole is accepted. */
static void write_baseline(session *s) {
  if (s->options->write_baseline == NULL || s->is_unusable) return;
  vp_language language = vp_report_language(s->reports[0].report);
  if (!cli_baseline_write(s->options, s->baseline, s->reports, s->count, language))
    s->is_unusable = true;
}

static int check_all(const cli_options *options, const vp_functions *functions,
                     const vp_baseline *baseline) {
  session s = {.options = options, .functions = functions, .baseline = baseline};
  s.plans = cli_grow(NULL, options->file_count + 1, sizeof *s.plans);
  s.reports = cli_grow(NULL, options->file_count + 1, sizeof *s.reports);
  bool goes_on = check_profile(&s);
  for (size_t i = 0; i < options->file_count && goes_on; i++)
    goes_on = check_file(&s, options->files[i]);
  if (goes_on) write_all(&s);
  write_baseline(&s);
  int status = exit_status(&s);
  for (size_t i = 0; i < s.count; i++) {
    vp_report_free(s.plans[i].report);
    vp_plan_free(s.plans[i].plan);
  }
  free(s.plans);
  free(s.reports);
  return status;
}

static int run(const cli_options *options) {
  if (options->output != NULL && !cli_output_is_free(options, "output", options->output))
    return CLI_UNUSABLE;
  cli_functions functions;
  if (!cli_functions_load(&functions, options)) return CLI_UNUSABLE;
  vp_baseline *baseline;
  bool is_read = cli_baseline_read(&baseline, options);
  int status = is_read ? check_all(options, functions.registered, baseline) : CLI_UNUSABLE;
  vp_baseline_free(baseline);
  cli_functions_free(&functions);
  return status;
}

const cli_command cli_check = {
    .name = "check",
    .summary = "check that plans hold together",
    .help =
        "usage: vp check [OPTION…] FILE…\n\n"
        "Checks every sum, tie, share, count, date, score and reference of the plans and prints\n"
        "what does not hold on standard output; a summary goes to standard error.\n\n"
        "options:\n"
        "  --format FORMAT     how findings are written (text):\n"
        "                        text    to read\n"
        "                        json    for programs: all that is known of them\n"
        "                        sarif   SARIF 2.1.0, for code scanning and editors\n"
        "                        junit   JUnit XML, for Jenkins, GitLab and others\n"
        "                        github  annotations of GitHub Actions\n"
        "  -o, --output PATH   write there instead of on standard output\n"
        "  --lang sv|en        the language of the messages (otherwise the profile's, or each\n"
        "                      plan's own)\n"
        "  --profile PROFILE   the municipality's profile: a file, or one of libvp's own\n"
        "  --fail-on SEVERITY  error, warning or note: the exit status is 1 from there on (error)\n"
        "  --as-of DATE        today, for the rules that ask, such as 2026-03-14\n"
        "  --select RULE,…     only these rules or families (budget, risk/unscored, …)\n"
        "  --ignore RULE,…     not these\n"
        "  --baseline FILE     findings that are accepted: they are shown and do not count\n"
        "  --write-baseline FILE\n"
        "                      accept all that is found from now on; what --baseline accepts\n"
        "                      keeps its reason\n"
        "  --reason TEXT       why, for what is newly accepted\n"
        "  --until DATE        until when; otherwise until further notice\n"
        "  --function NAME:SIGNATURE@LIBRARY[:SYMBOL]\n"
        "                      a function that a plan or a profile may name, out of a shared\n"
        "                      library, such as 'wear:f64(f64,f64)@./libwear.so'; may be repeated\n"
        "  --help              print this\n\n"
        "exit status:\n"
        "  0  nothing was found that --fail-on counts, or a baseline was written\n"
        "  1  something was\n"
        "  2  the command line, a file or its JSON could not be used, or output could not be\n"
        "     written\n\n"
        "examples:\n"
        "  vp check --fail-on warning --ignore indicator plans/*.json\n"
        "  vp check --write-baseline vp.baseline.json --reason 'before vp' plans/*.json\n"
        "  vp check --profile kommun.json --format sarif --output vp.sarif plans/*.json\n",
    .options = cli_check_options,
    .files = CLI_MANY_FILES,
    .run = run,
};
