#include "report/wording.h"

const char *vp_severity_word(vp_severity severity, vp_language language) {
  static const char *const swedish[] = {"upplysning", "varning", "fel"};
  return language == VP_LANGUAGE_SV ? swedish[severity] : vp_severity_name(severity);
}

const char *vp_note_word(vp_language language) {
  return language == VP_LANGUAGE_SV ? "not" : "note";
}

const char *vp_help_word(vp_language language) {
  return language == VP_LANGUAGE_SV ? "hjälp" : "help";
}

const char *vp_accepted_word(vp_severity severity, vp_language language) {
  static const char *const swedish[] = {"godtagen", "godtagen", "godtaget"};
  return language == VP_LANGUAGE_SV ? swedish[severity] : "accepted";
}

void vp_put_acceptance(vp_buffer *out, const vp_acceptance *acceptance, vp_language language,
                       vp_put *put) {
  bool is_swedish = language == VP_LANGUAGE_SV;
  put(out, is_swedish ? "skäl: " : "reason: ");
  put(out, acceptance->reason);
  if (acceptance->until == NULL && !acceptance->in_baseline) return;
  put(out, " (");
  if (acceptance->until != NULL) {
    put(out, is_swedish ? "till och med " : "until ");
    put(out, acceptance->until);
  }
  if (acceptance->in_baseline) {
    if (acceptance->until != NULL) put(out, ", ");
    put(out, is_swedish ? "i baslinjen" : "in the baseline");
  }
  put(out, ")");
}

void vp_put_place(vp_buffer *out, const char *name, const vp_finding *finding, vp_put *put) {
  put(out, name);
  if (finding->line > 0)
    vp_buffer_printf(out, ":%lu:%lu", (unsigned long)finding->line, (unsigned long)finding->column);
  else
    vp_buffer_printf(out, ":%s", finding->path);
}

static void put_lines(vp_buffer *out, const char *word, const char *const *lines, size_t count,
                      vp_put *put) {
  for (size_t i = 0; i < count; i++) {
    put(out, "\n");
    put(out, word);
    put(out, ": ");
    put(out, lines[i]);
  }
}

void vp_put_wording(vp_buffer *out, const vp_finding *finding, vp_language language, vp_put *put) {
  put(out, finding->message);
  put_lines(out, vp_note_word(language), finding->notes, finding->note_count, put);
  put_lines(out, vp_help_word(language), finding->help, finding->help_count, put);
}
