/* Rules of the host program, which run beside libvp's own and stand in every output like them. */
#ifndef VP_RULE_SET_H
#define VP_RULE_SET_H

#include <vp/check.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One run of one rule over one plan. */
typedef struct vp_run vp_run;

/* Looks at the plan and says what it finds with the functions below. 0 when it could do its work;
 * anything else stops vp_check, which then returns VP_ERROR_CALLBACK. A set that several threads
 * check with calls it from all of them. */
typedef int (*vp_own_check)(vp_run *run, const vp_plan *plan, void *user);

typedef struct vp_own_rule {
  size_t size;    /* sizeof(vp_own_rule) */
  const char *id; /* "family/name" in lower case, digits and '-'; none of libvp's */
  vp_severity severity;
  const char *title_sv; /* one line */
  const char *title_en;
  vp_own_check check;
  void *user;
  void (*destroy)(void *user); /* called once, when the set is freed; may be NULL */
} vp_own_rule;

/* context NULL: malloc and free. */
VP_API vp_status vp_rule_set_new(vp_rule_set **out, const vp_context *context, vp_error *error);

/* The texts are copied. On failure the rule is not taken, and destroy is not called. The set must
 * not be in use by another thread. */
VP_API vp_status vp_rule_set_add(vp_rule_set *set, const vp_own_rule *rule, vp_error *error);

/* After every report that was made with it; NULL is allowed. */
VP_API void vp_rule_set_free(vp_rule_set *set);

/* Within a check. */

VP_API vp_language vp_run_language(const vp_run *run);
VP_API vp_date vp_run_as_of(const vp_run *run); /* all zero for unknown */

/* The rule had something to judge; or had to pass it over, because what it needs is missing. */
VP_API void vp_run_applied(vp_run *run);
VP_API void vp_run_not_applicable(vp_run *run);

/* The rule found something at a field of an element, or at the element when field is NULL. {name}
 * in a text stands for the value of that name, and {+name} for it with its sign. The texts are
 * copied; one that is NULL is taken from the other language. */
VP_API void vp_run_report(vp_run *run, const vp_element *element, const char *field,
                          const char *message_sv, const char *message_en);

/* What was reported last is at that item of its field, from 0: at a cell, when the field is the
 * values of a row. */
VP_API void vp_run_item(vp_run *run, size_t item);

/* Of what was reported last: how it was found, what to do, and the values that its texts mention.
 * All are copied. */
VP_API void vp_run_note(vp_run *run, const char *sv, const char *en);
VP_API void vp_run_help(vp_run *run, const char *sv, const char *en);
VP_API void vp_run_text(vp_run *run, const char *name, const char *text);
VP_API void vp_run_number(vp_run *run, const char *name, vp_decimal number, vp_unit unit);
VP_API void vp_run_interval(vp_run *run, const char *name, vp_interval interval, vp_unit unit);

#ifdef __cplusplus
}
#endif

#endif
