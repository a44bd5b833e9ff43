/* How outputs for people tell of a finding. */
#ifndef VP_REPORT_WORDING_H
#define VP_REPORT_WORDING_H

#include <vp/check.h>

#include "base/buffer.h"

/* Puts a text as the output needs it. */
typedef void vp_put(vp_buffer *out, const char *text);

const char *vp_severity_word(vp_severity severity, vp_language language);
const char *vp_note_word(vp_language language);
const char *vp_help_word(vp_language language);

/* "accepted" as it stands beside the severity. */
const char *vp_accepted_word(vp_severity severity, vp_language language);

/* "reason: … (until 2026-06-30, in the baseline)". */
void vp_put_acceptance(vp_buffer *out, const vp_acceptance *acceptance, vp_language language,
                       vp_put *put);

/* "file:line:column", or the path where there is no text. */
void vp_put_place(vp_buffer *out, const char *name, const vp_finding *finding, vp_put *put);

/* The message, and a line for each note and help. */
void vp_put_wording(vp_buffer *out, const vp_finding *finding, vp_language language, vp_put *put);

#endif
