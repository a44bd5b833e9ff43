/* Does the plan hold together? Runs the rules over a plan and gives what they find. */
#ifndef VP_CHECK_H
#define VP_CHECK_H

#include <vp/date.h>
#include <vp/functions.h>
#include <vp/language.h>
#include <vp/plan.h>
#include <vp/profile.h>
#include <vp/rule.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct vp_rule_set vp_rule_set;
typedef struct vp_baseline vp_baseline;

typedef struct vp_check_options {
  size_t size;          /* sizeof(vp_check_options): newer fields are then known to be absent */
  vp_language language; /* of the messages */
  vp_date as_of;        /* today, for the rules that ask; all zero for unknown */
  const char *const *select; /* rule ids or families ("budget"); none: all */
  size_t select_count;
  const char *const *ignore; /* the same; wins over select */
  size_t ignore_count;
  const vp_rule_set *rules;      /* libvp's and the caller's (rule_set.h); NULL: libvp's alone */
  const vp_functions *functions; /* that plans and profiles can name; NULL: none */
  const vp_baseline *baseline;   /* of findings that are accepted (baseline.h); NULL: none */
} vp_check_options;

#ifdef __cplusplus /* has designated initializers from C++20 on only */
#define VP_CHECK_OPTIONS_INIT      \
  [] {                             \
    vp_check_options vp_init{};    \
    vp_init.size = sizeof vp_init; \
    return vp_init;                \
  }()
#else
#define VP_CHECK_OPTIONS_INIT \
  { .size = sizeof(vp_check_options) }
#endif

/* The structs below are made by libvp, read through pointers and may grow at their ends. Their
 * texts are UTF-8. */

typedef enum vp_value_kind {
  VP_VALUE_TEXT = 0,
  VP_VALUE_NUMBER,
  VP_VALUE_INTERVAL,
  VP_VALUE_TEXTS
} vp_value_kind;

/* A value that a message mentions, under the name by which the message knows it. */
typedef struct vp_value {
  const char *name;
  vp_value_kind kind;
  vp_unit unit; /* of NUMBER and INTERVAL */
  vp_decimal number;
  vp_interval interval;
  const char *text;
  const char *const *texts;
  size_t text_count;
} vp_value;

/* A figure that is probably wrong, and what it should probably be. */
typedef struct vp_candidate {
  size_t rank;        /* from 1: explanations that cannot be told apart have the same */
  size_t explanation; /* from 1: figures of one explanation are wrong together */
  const char *path;   /* JSON Pointer */
  const char *slip;   /* how it came about, as vp_slip_name has it */
  vp_unit unit;       /* of the numbers */
  vp_decimal printed;
  bool has_value; /* false when nothing says what it should be */
  vp_decimal value;
  vp_interval interval; /* where the true value must then lie */
} vp_candidate;

/* Why a finding is accepted: it is known and may stay. The plan says so, or the baseline. */
typedef struct vp_acceptance {
  const char *reason;
  const char *until; /* the last period in which it holds, as written; NULL for no end */
  bool in_baseline;
  const char *path;          /* JSON Pointer of the acceptance, in the plan or in the baseline */
  const vp_element *element; /* the acceptance itself */
} vp_acceptance;

typedef struct vp_finding {
  const char *rule;
  vp_severity severity;
  const vp_element *element;
  const char *path; /* JSON Pointer */
  uint32_t line;    /* from 1; 0 for a plan that was not read from a text */
  uint32_t column;  /* from 1, in characters */
  uint32_t end_line;
  uint32_t end_column;      /* behind the last character */
  const char *message;      /* what is wrong */
  const char *const *notes; /* how that was found */
  size_t note_count;
  const char *const *help; /* what to look at */
  size_t help_count;
  const vp_value *values;
  size_t value_count;
  const vp_candidate *candidates; /* of a budget's sum: the likeliest first */
  size_t candidate_count;
  const char *fingerprint; /* sixteen hexadecimal digits of the rule and the ids above the place */
  const char *text_fingerprint; /* of the rule and the titles, labels and names: it stays when ids
                                 * change, and findings may share it */
  const vp_acceptance *acceptance; /* NULL when it is not accepted */
} vp_finding;

typedef struct vp_rule_result {
  const vp_rule *rule;
  bool ran;       /* false when it was not selected, or is off */
  size_t applied; /* places where it had something to judge */
  size_t failed;
  size_t not_applicable; /* passed over: what it needs is missing, or itself in doubt */
  vp_severity severity;  /* of its findings: its own, or the one that the plan's profile gives it */
  const char *off;       /* why the profile has switched it off; NULL when it has not */
  size_t accepted;       /* of those that failed */
} vp_rule_result;

typedef struct vp_report vp_report;

/* options may be NULL. VP_ERROR_ARGUMENT when select or ignore names no rule; VP_ERROR_FORMAT, with
 * its line and column there, when the plan's profile names none. The plan and the baseline must
 * outlive the report. */
VP_API vp_status vp_check(vp_report **out, const vp_plan *plan, const vp_check_options *options,
                          vp_error *error);

/* Does the profile itself hold together? Its risk model is checked as that of a plan which has
 * nothing else, and whether the functions that its rules call are there; of what it extends only
 * the names are. The same errors. The profile must outlive
 * the report, whose places are the profile's. */
VP_API vp_status vp_profile_check(vp_report **out, const vp_profile *profile,
                                  const vp_check_options *options, vp_error *error);
VP_API void vp_report_free(vp_report *report); /* NULL is allowed */

/* What the rule finds in the example on which it fires (rule.h), and no other rule. */
VP_API vp_status vp_rule_check_example(vp_report **out, const vp_rule *rule, vp_language language,
                                       vp_error *error);

/* Findings in the order of the plan's text; those of one place in the order of the rules. */
VP_API size_t vp_report_finding_count(const vp_report *report);
VP_API const vp_finding *vp_report_finding(const vp_report *report, size_t index);

/* Of those that are not accepted, and of those that are. */
VP_API size_t vp_report_severity_count(const vp_report *report, vp_severity severity);
VP_API size_t vp_report_accepted_count(const vp_report *report);

/* One result for every rule, in the order of the rules. */
VP_API size_t vp_report_rule_count(const vp_report *report);
VP_API const vp_rule_result *vp_report_rule(const vp_report *report, size_t index);

VP_API const vp_plan *vp_report_plan(const vp_report *report);
VP_API vp_language vp_report_language(const vp_report *report);
VP_API const vp_baseline *vp_report_baseline(const vp_report *report); /* or NULL */

#ifdef __cplusplus
}
#endif

#endif
