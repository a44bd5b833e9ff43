/* The rules that profiles state, beside those that are known. */
#include <string.h>

#include "base/error.h"
#include "model/profile.h"
#include "rules/stated.h"

static bool has_id(const vp_rule *const *rules, size_t count, const char *id) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(rules[i]->id, id) == 0) return true;
  return false;
}

static vp_status fail_taken(const vp_stated_rule *rule, vp_error *error) {
  vp_span at = {.line = 0};
  vp_element_span(&at, &rule->base, "rule", UINT32_MAX);
  return vp_fail_at(error, VP_ERROR_FORMAT, at.line, at.column, "there is a rule \"%s\" already",
                    rule->rule);
}

static vp_rule rule_of(const vp_stated_rule *stated) {
  return (vp_rule){.id = stated->rule,
                   .severity = (vp_severity)(stated->severity - 1),
                   .title = {stated->title, stated->title},
                   .check = vp_stated_rule_check,
                   .stated = stated};
}

typedef struct builder {
  vp_rule_list list;
  size_t known; /* of them, those that all know */
  vp_rule *next;
} builder;

static vp_status add_rules(builder *b, const vp_profile *profile, vp_error *error) {
  vp_rule_list *list = &b->list;
  size_t nearer = list->count - b->known;
  for (size_t i = 0; i < profile->own_rules.count; i++) {
    const vp_stated_rule *stated = VP_ITEM(vp_stated_rule, profile->own_rules, i);
    if (has_id(list->items, b->known, stated->rule)) return fail_taken(stated, error);
    if (has_id(list->items + b->known, nearer, stated->rule)) continue;
    *b->next = rule_of(stated);
    list->items[list->count++] = b->next++;
  }
  if (profile->extended == NULL) return VP_OK;
  vp_error reason;
  vp_status status = add_rules(b, profile->extended, &reason);
  return status == VP_OK ? VP_OK : vp_profile_fail_extended(profile, &reason, error);
}

vp_status vp_stated_rules(vp_rule_list *out, vp_arena *arena, const vp_profile *profile,
                          const vp_rule *const *known, size_t known_count, vp_error *error) {
  size_t most = 0;
  for (const vp_profile *p = profile; p != NULL; p = p->extended) most += p->own_rules.count;
  builder b = {.list = {.items = vp_arena_array(arena, known_count + most, sizeof known)},
               .known = known_count,
               .next = vp_arena_array(arena, most + 1, sizeof *b.next)};
  if (b.list.items == NULL || b.next == NULL) return vp_fail_memory(error);
  for (size_t i = 0; i < known_count; i++) b.list.items[b.list.count++] = known[i];
  vp_status status = profile != NULL ? add_rules(&b, profile, error) : VP_OK;
  if (status == VP_OK) *out = b.list;
  return status;
}
