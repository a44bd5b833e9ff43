/* Reports written out. Nothing is computed here. */
#ifndef VP_REPORT_H
#define VP_REPORT_H

#include <vp/check.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A report and the name of the file that its plan came from; or, when there is none, why. Outputs
 * of many files tell of such a file too. */
typedef struct vp_report_file {
  const char *name;
  const vp_report *report;
  const vp_error *error; /* when report is NULL */
} vp_report_file;

enum { VP_REPORT_COLOUR = 1 /* with ANSI escape sequences, for a terminal */ };

/* Like a compiler: file:line:column, severity, rule and message; the line of the file with the
 * place marked; notes and help. Of an accepted finding the reason alone. Control characters of the
 * plan are shown as U+FFFD. The file has a report. */
VP_API vp_status vp_report_write_text(const vp_report_file *file, int flags, const vp_sink *sink,
                                      vp_error *error);

/* One JSON object for all files: {"version": 1, "files": [{"file", "plan", "findings", "rules"}],
 * "summary"}. A file without a report has "error" in the place of "plan", a rule that the profile
 * has switched off has the reason as "off". */
VP_API vp_status vp_report_write_json(const vp_report_file *files, size_t count,
                                      const vp_sink *sink, vp_error *error);

/* SARIF 2.1.0 for code scanning and editors: one run, with the page of every rule that ran. */
VP_API vp_status vp_report_write_sarif(const vp_report_file *files, size_t count,
                                       const vp_sink *sink, vp_error *error);

/* JUnit's XML: a suite for each file and a test for each rule, which fails when it found errors or
 * warnings that are not accepted, and prints the notes and what is accepted. */
VP_API vp_status vp_report_write_junit(const vp_report_file *files, size_t count,
                                       const vp_sink *sink, vp_error *error);

/* Annotations of GitHub Actions: a line for each finding, such as "::error file=…,line=…::…". What
 * is accepted is a notice. */
VP_API vp_status vp_report_write_github(const vp_report_file *files, size_t count,
                                        const vp_sink *sink, vp_error *error);

#ifdef __cplusplus
}
#endif

#endif
