/* What the rules say of small plans, as lines of text that a test can compare. */
#ifndef TESTS_RULES_CHECKS_H
#define TESTS_RULES_CHECKS_H

#include <vp/check.h>

#include "plans.h"

static inline vp_report *checked(const vp_plan *plan, const vp_check_options *options) {
  vp_report *report = NULL;
  vp_error error = {.message = ""};
  if (vp_check(&report, plan, options, &error) != VP_OK) fail_msg("%s", error.message);
  return report;
}

static inline vp_report *checked_in(const vp_plan *plan, vp_language language) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  return checked(plan, &options);
}

/* No-break spaces would be hard to see in a test. */
static inline void with_plain_spaces(output *out) {
  size_t length = 0;
  for (size_t i = 0; i < out->length; i++) {
    bool is_no_break = memcmp(out->bytes + i, "\xC2\xA0", 2) == 0;
    i += is_no_break;
    out->bytes[length++] = is_no_break ? ' ' : out->bytes[i];
  }
  if (out->bytes != NULL) out->bytes[length] = '\0';
  out->length = length;
}

/* "error claim/count /claims/0/says: the text says …", a line for each finding. */
static inline output finding_lines(const vp_report *report) {
  output out = {NULL, 0};
  output_put(&out, "");
  for (size_t i = 0; i < vp_report_finding_count(report); i++) {
    const vp_finding *finding = vp_report_finding(report, i);
    const char *const parts[] = {vp_severity_name(finding->severity),
                                 " ",
                                 finding->rule,
                                 " ",
                                 finding->path,
                                 ": ",
                                 finding->message,
                                 "\n"};
    for (size_t part = 0; part < sizeof parts / sizeof *parts; part++)
      output_put(&out, parts[part]);
  }
  with_plain_spaces(&out);
  return out;
}

/* The notes and the help of all findings, a line each, up to what is probably wrong: test_suspect.c
 * has that. */
static inline output detail_lines(const vp_report *report) {
  output out = {NULL, 0};
  output_put(&out, "");
  for (size_t i = 0; i < vp_report_finding_count(report); i++) {
    const vp_finding *finding = vp_report_finding(report, i);
    for (size_t note = 0; note < finding->note_count; note++) {
      output_put(&out, finding->notes[note]);
      output_put(&out, "\n");
    }
    size_t help_count = finding->candidate_count > 0 ? 1 : finding->help_count;
    for (size_t help = 0; help < help_count; help++) {
      output_put(&out, "? ");
      output_put(&out, finding->help[help]);
      output_put(&out, "\n");
    }
  }
  with_plain_spaces(&out);
  return out;
}

static inline void is_wanted(const char *members, const char *found, const char *wanted) {
  if (strcmp(found, wanted) != 0) fail_msg("%s\nfound\n%swanted\n%s", members, found, wanted);
}

static inline void is_one_good_line(const char *line) {
  size_t length = strlen(line);
  assert_true(length > 0);
  bool is_capital = (*line >= 'A' && *line <= 'Z') || strncmp(line, "Å", 2) == 0 ||
                    strncmp(line, "Ä", 2) == 0 || strncmp(line, "Ö", 2) == 0;
  if (is_capital || strpbrk(line, "{}\n") != NULL || line[length - 1] == '.' ||
      line[length - 1] == ' ' || strstr(line, "  ") != NULL)
    fail_msg("badly said: %s", line);
}

static inline void are_good_lines(const char *const *swedish, size_t swedish_count,
                                  const char *const *english, size_t english_count) {
  assert_int_equal(swedish_count, english_count);
  for (size_t i = 0; i < swedish_count; i++) {
    is_one_good_line(swedish[i]);
    is_one_good_line(english[i]);
    assert_string_not_equal(swedish[i], english[i]);
  }
}

/* Both languages find the same, and say it well and differently. */
static inline void are_well_said(const vp_report *swedish, const vp_report *english) {
  assert_int_equal(vp_report_finding_count(swedish), vp_report_finding_count(english));
  for (size_t i = 0; i < vp_report_finding_count(swedish); i++) {
    const vp_finding *sv = vp_report_finding(swedish, i), *en = vp_report_finding(english, i);
    assert_string_equal(sv->rule, en->rule);
    assert_string_equal(sv->path, en->path);
    assert_string_equal(sv->fingerprint, en->fingerprint);
    are_good_lines(&sv->message, 1, &en->message, 1);
    are_good_lines(sv->notes, sv->note_count, en->notes, en->note_count);
    are_good_lines(sv->help, sv->help_count, en->help, en->help_count);
  }
}

/* Checks a plan of those members, with ' for ", in both languages and compares the Swedish
 * findings. */
static inline void finds_by(const char *members, vp_check_options options, const char *wanted) {
  vp_plan *plan = plan_with(members);
  options.language = VP_LANGUAGE_SV;
  vp_report *swedish = checked(plan, &options);
  options.language = VP_LANGUAGE_EN;
  vp_report *english = checked(plan, &options);
  output found = finding_lines(swedish);
  is_wanted(members, found.bytes, wanted);
  are_well_said(swedish, english);
  free(found.bytes);
  vp_report_free(english);
  vp_report_free(swedish);
  vp_plan_free(plan);
}

static inline void finds_as_of(const char *members, vp_date as_of, const char *wanted) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.as_of = as_of;
  finds_by(members, options, wanted);
}

static inline void finds(const char *members, const char *wanted) {
  finds_as_of(members, (vp_date){0}, wanted);
}

/* A case of a table. */
typedef struct finding_case {
  const char *members;
  const char *wanted;
} finding_case;

static inline void finds_all(const finding_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) finds(cases[i].members, cases[i].wanted);
}

#define FINDS_ALL(cases) finds_all((cases), sizeof(cases) / sizeof *(cases))

static inline void details_by(const char *members, vp_check_options options, const char *wanted) {
  vp_plan *plan = plan_with(members);
  vp_report *report = checked(plan, &options);
  output found = detail_lines(report);
  is_wanted(members, found.bytes, wanted);
  free(found.bytes);
  vp_report_free(report);
  vp_plan_free(plan);
}

static inline void details(const char *members, vp_language language, const char *wanted) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  details_by(members, options, wanted);
}

static inline const vp_rule_result *result_of(const vp_report *report, const char *rule) {
  for (size_t i = 0; i < vp_report_rule_count(report); i++)
    if (vp_report_rule(report, i)->rule == vp_rule_find(rule)) return vp_report_rule(report, i);
  fail_msg("no rule %s", rule);
  return NULL;
}

/* How often the rule applied, failed and did not apply. */
static inline void counts(const char *members, const char *rule, size_t applied, size_t failed,
                          size_t not_applicable) {
  vp_plan *plan = plan_with(members);
  vp_report *report = checked(plan, NULL);
  const vp_rule_result *result = result_of(report, rule);
  if (result->applied != applied || result->failed != failed ||
      result->not_applicable != not_applicable)
    fail_msg("%s\n%s: %u applied, %u failed, %u not applicable", members, rule,
             (unsigned)result->applied, (unsigned)result->failed, (unsigned)result->not_applicable);
  vp_report_free(report);
  vp_plan_free(plan);
}

static inline const vp_value *value_of(const vp_finding *finding, const char *name) {
  for (size_t i = 0; i < finding->value_count; i++)
    if (strcmp(finding->values[i].name, name) == 0) return &finding->values[i];
  fail_msg("no value %s", name);
  return NULL;
}

#endif
