/* The pages of rules and methods, and the rules' examples, which are files of the source tree. */
#include <string.h>

#include "pages.inc"
#include "rules/table.h"

static const char *find(const char *id, const char *kind) {
  size_t length = strlen(id);
  for (size_t i = 0; i < sizeof embedded / sizeof *embedded; i++) {
    const char *name = embedded[i].name;
    if (strncmp(name, id, length) == 0 && strcmp(name + length, kind) == 0) return embedded[i].text;
  }
  return "";
}

const char *vp_rule_page(const vp_rule *rule, vp_language language) {
  return find(rule->id, language == VP_LANGUAGE_SV ? ".sv.md" : ".en.md");
}

static const char *const methods[] = {"localization"};

const char *vp_method_at(size_t index) {
  return index < sizeof methods / sizeof *methods ? methods[index] : NULL;
}

const char *vp_method_page(const char *name, vp_language language) {
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
    if (strcmp(methods[i], name) == 0)
      return find(name, language == VP_LANGUAGE_SV ? ".sv.md" : ".en.md");
  return NULL;
}

vp_date vp_rule_example_date(void) { return (vp_date){2026, 7, 1}; }

const char *vp_rule_example(const vp_rule *rule, bool fires) {
  return find(rule->id, fires ? ".fires.json" : ".quiet.json");
}

const char *vp_rule_example_name(const vp_rule *rule) {
  return vp_rule_is_named(rule, "profile") ? "profile.json" : "plan.json";
}

const char *vp_rule_example_profile(const vp_rule *rule) { return find(rule->id, ".profile.json"); }
