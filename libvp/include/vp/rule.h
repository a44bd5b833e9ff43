/* The rules that libvp knows. */
#ifndef VP_RULE_H
#define VP_RULE_H

#include <vp/date.h>
#include <vp/language.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum vp_severity {
  VP_SEVERITY_NOTE = 0,
  VP_SEVERITY_WARNING,
  VP_SEVERITY_ERROR
} vp_severity;

typedef struct vp_rule vp_rule;

VP_API size_t vp_rule_count(void);
VP_API const vp_rule *vp_rule_at(size_t index);     /* NULL beyond the last */
VP_API const vp_rule *vp_rule_find(const char *id); /* NULL for none */

VP_API const char *vp_rule_id(const vp_rule *rule); /* "family/name" */
VP_API vp_severity vp_rule_severity(const vp_rule *rule);
VP_API const char *vp_rule_title(const vp_rule *rule, vp_language language); /* one line */

/* What the rule checks, why, what to do and where it comes from: Markdown that reads well as it
 * stands. Static; "" when there is no page. */
VP_API const char *vp_rule_page(const vp_rule *rule, vp_language language);

/* A plan file on which the rule fires, and no other rule, or the same put right; of the family
 * "profile" a profile. Static; "" when there is none. */
VP_API const char *vp_rule_example(const vp_rule *rule, bool fires);

/* The profile that both examples are checked by. Static; "" when they need none. */
VP_API const char *vp_rule_example_profile(const vp_rule *rule);

/* What their file would be called: "plan.json" or "profile.json". */
VP_API const char *vp_rule_example_name(const vp_rule *rule);

/* The day that is today when the examples are checked. */
VP_API vp_date vp_rule_example_date(void);

/* How libvp comes to what several rules say: the method's name ("localization"), NULL beyond the
 * last, and its page, NULL for none. Static. */
VP_API const char *vp_method_at(size_t index);
VP_API const char *vp_method_page(const char *name, vp_language language);

VP_API const char *vp_severity_name(vp_severity severity); /* "note", "warning", "error" */

#ifdef __cplusplus
}
#endif

#endif
