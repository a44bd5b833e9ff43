%{
#include "own_rule.h"
%}

vp_status vp_rule_set_new(vp_rule_set **out, const vp_context *context, vp_error *error);

%rename(rule_set_add) vpy_rule_set_add;
vp_status vpy_rule_set_add(vp_rule_set *set, const char *id, vp_severity severity,
                           const char *title_sv, const char *title_en, PyObject *callable,
                           vp_error *error);

/* Within a check: the rule's callable is given the run. */
vp_language vp_run_language(const vp_run *run);
vp_date vp_run_as_of(const vp_run *run);
void vp_run_applied(vp_run *run);
void vp_run_not_applicable(vp_run *run);
%apply const char *optional {const char *field, const char *message_sv, const char *message_en,
                             const char *sv, const char *en};
void vp_run_report(vp_run *run, const vp_element *element, const char *field,
                   const char *message_sv, const char *message_en);
void vp_run_item(vp_run *run, size_t item);
void vp_run_note(vp_run *run, const char *sv, const char *en);
void vp_run_help(vp_run *run, const char *sv, const char *en);
%clear const char *field, const char *message_sv, const char *message_en, const char *sv,
       const char *en;
void vp_run_text(vp_run *run, const char *name, const char *text);
void vp_run_number(vp_run *run, const char *name, vp_decimal number, vp_unit unit);
void vp_run_interval(vp_run *run, const char *name, vp_interval interval, vp_unit unit);
