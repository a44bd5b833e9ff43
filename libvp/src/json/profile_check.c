#include "json/profile_check.h"

#include <string.h>

#include "json/profile_condition.h"
#include "json/profile_names.h"
#include "model/condition.h"
#include "model/id.h"
#include "model/path.h"

enum { MOST_RULES = 1000 }; /* each is held against all others */

/* The plan, or the elements of a list. */
static vp_status find_shape(const vp_shape **out, const vp_reader *r, const vp_element *owner,
                            const char *of) {
  if (strcmp(of, "plan") == 0) {
    *out = &vp_plan_shape;
    return VP_OK;
  }
  uint32_t at = vp_profile_offset(r, owner, "of", UINT32_MAX);
  vp_selector selector;
  vp_status status = vp_check_selector(&selector, r, at, of);
  if (status != VP_OK) return status;
  if (selector.distinct != NULL)
    return vp_read_fail(r, at, "\"%s\" names texts, not elements: leave out \".%s\"",
                        vp_quoted_text(of).text, selector.distinct->key);
  *out = selector.list->shape;
  return VP_OK;
}

static vp_status check_required(const vp_reader *r, const vp_required_fields *required) {
  const vp_element *element = &required->base;
  const vp_shape *shape;
  vp_status status = find_shape(&shape, r, element, required->of);
  if (status == VP_OK && required->fields.count == 0)
    return vp_read_fail(r, vp_profile_offset(r, element, "fields", UINT32_MAX),
                        "\"fields\" names nothing");
  for (uint32_t i = 0; i < required->fields.count && status == VP_OK; i++) {
    const vp_field *ignored;
    status = vp_check_path(&ignored, r, vp_profile_offset(r, element, "fields", i), shape,
                           required->fields.items[i]);
  }
  return status;
}

static vp_status check_id(const vp_reader *r, const vp_elements *rules, size_t index) {
  const vp_stated_rule *rule = VP_ITEM(vp_stated_rule, *rules, index);
  uint32_t at = vp_profile_offset(r, &rule->base, "rule", UINT32_MAX);
  if (!vp_rule_id_is_valid(rule->rule))
    return vp_read_fail(r, at, "\"%s\" is no rule id: write \"family/name\" in lower case",
                        vp_quoted_text(rule->rule).text);
  for (size_t i = 0; i < index; i++)
    if (strcmp(VP_ITEM(vp_stated_rule, *rules, i)->rule, rule->rule) == 0)
      return vp_read_fail(r, at, "there is a rule \"%s\" already", vp_quoted_text(rule->rule).text);
  return VP_OK;
}

/* What the conditions of the rule are about. */
static vp_status find_subject(vp_subject *out, const vp_reader *r, const vp_stated_rule *rule) {
  const vp_element *element = &rule->base;
  *out = (vp_subject){.unit = VP_UNIT_NONE};
  if (rule->of != NULL) return find_shape(&out->shape, r, element, rule->of);
  if (rule->count != NULL) {
    vp_selector ignored;
    out->unit = VP_UNIT_COUNT;
    return vp_check_selector(&ignored, r, vp_profile_offset(r, element, "count", UINT32_MAX),
                             rule->count);
  }
  if (rule->share.items == NULL) return vp_check_figures(r, element, "sum", &rule->sum);
  out->unit = VP_UNIT_PERCENT;
  return vp_check_figures(r, element, "share", &rule->share);
}

static vp_status check_conditions(const vp_reader *r, const vp_elements *conditions,
                                  const vp_subject *about) {
  vp_status status = VP_OK;
  for (size_t i = 0; i < conditions->count && status == VP_OK; i++)
    status = vp_check_condition(r, VP_ITEM(vp_condition, *conditions, i), about);
  return status;
}

/* The values that texts mention beside the fields of the elements. */
static const char *const *value_names(const vp_stated_rule *rule) {
  static const char *const of_elements[] = {"actual", "wanted", "name", NULL};
  static const char *const of_shares[] = {"actual", "wanted", "part", "whole", NULL};
  static const char *const of_figures[] = {"actual", "wanted", NULL};
  if (rule->of != NULL) return of_elements;
  return rule->share.items != NULL ? of_shares : of_figures;
}

static vp_status check_value(const vp_reader *r, const vp_stated_rule *rule,
                             const vp_subject *about, uint32_t at, vp_slice name) {
  vp_nearest nearest = vp_nearest_to(name);
  for (const char *const *known = value_names(rule); *known != NULL; known++) {
    if (vp_slice_compare(*known, name) == 0) return VP_OK;
    vp_nearest_consider(&nearest, *known);
  }
  if (about->shape != NULL) {
    const vp_field *field = vp_path_field(about->shape, nearest.wanted);
    if (field != NULL && vp_field_tests(field) != VP_TEST_PRESENCE) return VP_OK;
    vp_nearest_consider_fields(&nearest, about->shape);
  }
  return vp_nearest_fail(&nearest, r, at, "\"%s\" is no value of this rule",
                         vp_quoted_text(nearest.wanted).text);
}

/* Every {name} of a text has a value. */
static vp_status check_text(const vp_reader *r, const vp_stated_rule *rule, const vp_subject *about,
                            const char *key, const char *text) {
  uint32_t at = vp_profile_offset(r, &rule->base, key, UINT32_MAX);
  vp_status status = VP_OK;
  vp_slice name;
  while (status == VP_OK && vp_path_mention(&name, &text))
    status = check_value(r, rule, about, at, name);
  return status;
}

static vp_status check_rule(const vp_reader *r, const vp_elements *rules, size_t index) {
  const vp_stated_rule *rule = VP_ITEM(vp_stated_rule, *rules, index);
  const vp_element *element = &rule->base;
  vp_subject about;
  vp_status status = check_id(r, rules, index);
  if (status == VP_OK) status = find_subject(&about, r, rule);
  if (status == VP_OK) status = check_conditions(r, &rule->where, &about);
  if (status == VP_OK && rule->must.count == 0)
    return vp_read_fail(r, vp_profile_offset(r, element, "must", UINT32_MAX),
                        "\"must\" has no condition");
  if (status == VP_OK) status = check_conditions(r, &rule->must, &about);
  if (status == VP_OK) status = check_text(r, rule, &about, "message", rule->message);
  if (status == VP_OK) status = check_text(r, rule, &about, "help", rule->help);
  return status;
}

vp_status vp_check_profile(const vp_reader *r, const vp_profile *profile) {
  const vp_elements *rules = &profile->own_rules;
  if (rules->count > MOST_RULES)
    return vp_read_fail(r, r->document->tokens[rules->items[MOST_RULES]->token].begin,
                        "a profile states at most %d rules", (int)MOST_RULES);
  vp_status status = VP_OK;
  for (size_t i = 0; i < profile->required.count && status == VP_OK; i++)
    status = check_required(r, VP_ITEM(vp_required_fields, profile->required, i));
  for (size_t i = 0; i < rules->count && status == VP_OK; i++) status = check_rule(r, rules, i);
  return status;
}
