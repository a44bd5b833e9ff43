/* Boards and units by the names that the profile lists. */
#include <stdlib.h>

#include "model/profile.h"
#include "rules/hint.h"
#include "rules/run.h"
#include "score/scale.h"

/* A name or a synonym. */
typedef struct listed {
  const char *text;
  const vp_proper_name *name;
  size_t order; /* the nearest profile's first; names before their synonyms */
} listed;

typedef struct name_list {
  vp_text kind;
  listed *items; /* by vp_scale_compare */
  size_t count;
} name_list;

typedef const vp_elements *pick_list(const vp_proper_names *names);

static const vp_elements *boards_of(const vp_proper_names *names) { return &names->boards; }

static const vp_elements *units_of(const vp_proper_names *names) { return &names->units; }

static int by_text(const void *left, const void *right) {
  const listed *a = left, *b = right;
  int order = vp_scale_compare(a->text, b->text);
  if (order != 0) return order;
  bool a_is_name = a->text == a->name->name, b_is_name = b->text == b->name->name;
  if (a_is_name != b_is_name) return a_is_name ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

static size_t count_texts(const vp_elements *names) {
  size_t count = names->count;
  for (size_t i = 0; i < names->count; i++)
    count += VP_ITEM(vp_proper_name, *names, i)->synonyms.count;
  return count;
}

static void add(name_list *list, const vp_proper_name *name, const char *text) {
  list->items[list->count] = (listed){.text = text, .name = name, .order = list->count};
  list->count++;
}

static void add_names(name_list *list, const vp_elements *names) {
  for (size_t i = 0; i < names->count; i++) {
    const vp_proper_name *name = VP_ITEM(vp_proper_name, *names, i);
    add(list, name, name->name);
    for (size_t j = 0; j < name->synonyms.count; j++) add(list, name, name->synonyms.items[j]);
  }
}

/* A profile's names, and those of the profiles that it extends. */
static name_list list_names(vp_run *run, pick_list *pick, vp_text kind) {
  name_list list = {.kind = kind};
  size_t room = 0;
  const vp_profile *profile = run->plan->profile;
  for (; profile != NULL; profile = profile->extended)
    if (profile->names != NULL) room += count_texts(pick(profile->names));
  if (room == 0 || (list.items = vp_run_array(run, room, sizeof *list.items)) == NULL) return list;
  for (profile = run->plan->profile; profile != NULL; profile = profile->extended)
    if (profile->names != NULL) add_names(&list, pick(profile->names));
  qsort(list.items, list.count, sizeof *list.items, by_text);
  return list;
}

/* NULL when the profile does not list it. */
static const listed *find(const name_list *list, const char *text) {
  size_t low = 0, high = list->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (vp_scale_compare(list->items[middle].text, text) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  bool is_found = low < list->count && vp_scale_compare(list->items[low].text, text) == 0;
  return is_found ? &list->items[low] : NULL;
}

typedef void judge(vp_run *run, const name_list *list, vp_place place, const char *text);

static void look_at(vp_run *run, judge *judge_name, const name_list *list, vp_place place,
                    const char *text) {
  if (list->count == 0) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  judge_name(run, list, place, text);
}

static void look_at_area(vp_run *run, judge *judge_name, const name_list *boards,
                         const vp_focus_area *area) {
  for (size_t i = 0; i < area->positions.count; i++) {
    const vp_position *position = VP_ITEM(vp_position, area->positions, i);
    for (size_t j = 0; j < position->responsible.count; j++)
      look_at(run, judge_name, boards, vp_place_item(&position->base, "responsible", j),
              position->responsible.items[j]);
  }
}

static void look_at_all(vp_run *run, judge *judge_name) {
  const vp_plan *plan = run->plan;
  name_list boards = list_names(run, boards_of, (vp_text){"nämnden", "the board"});
  name_list units = list_names(run, units_of, (vp_text){"enheten", "the unit"});
  if (plan->organisation != NULL && plan->organisation->board != NULL)
    look_at(run, judge_name, &boards, vp_place_field(&plan->organisation->base, "board"),
            plan->organisation->board);
  for (size_t i = 0; i < plan->units.count; i++) {
    const vp_operating_unit *unit = VP_ITEM(vp_operating_unit, plan->units, i);
    look_at(run, judge_name, &units, vp_place_field(&unit->base, "name"), unit->name);
  }
  for (size_t i = 0; i < plan->focus_areas.count; i++)
    look_at_area(run, judge_name, &boards, VP_ITEM(vp_focus_area, plan->focus_areas, i));
}

static const vp_message unlisted[] = {
    {
        {"{kind} ”{name}” är ingen av dem som profilen räknar upp",
         "{kind} \"{name}\" is none of those that the profile lists"},
        {NULL, NULL},
        {"rätta namnet, eller lägg till det i profilen (\"names\")",
         "correct the name, or add it to the profile (\"names\")"},
    },
    {
        {"{kind} ”{name}” är ingen av dem som profilen räknar upp",
         "{kind} \"{name}\" is none of those that the profile lists"},
        {NULL, NULL},
        {"menades ”{hint}”?", "was \"{hint}\" meant?"},
    },
};
enum { UNLISTED_PLAIN, UNLISTED_HINT };

static const char *nearest_name(vp_run *run, const name_list *list, const char *text) {
  vp_hint hint = vp_hint_begin(run, text);
  for (size_t i = 0; i < list->count && vp_hint_goes_on(&hint); i++)
    vp_hint_consider(&hint, list->items[i].text);
  const char *nearest = vp_hint_found(&hint);
  return nearest != NULL ? find(list, nearest)->name->name : NULL;
}

static void judge_unlisted(vp_run *run, const name_list *list, vp_place place, const char *text) {
  if (find(list, text) != NULL) return;
  const char *hint = nearest_name(run, list, text);
  vp_finding_begin(run, hint != NULL ? UNLISTED_HINT : UNLISTED_PLAIN, place);
  vp_finding_phrase(run, "kind", list->kind);
  vp_finding_text(run, "name", text);
  if (hint != NULL) vp_finding_text(run, "hint", hint);
}

static void find_unlisted(vp_run *run) { look_at_all(run, judge_unlisted); }

static const vp_message synonym[] = {{
    {"{kind} kallas ”{name}” men heter ”{listed}” enligt profilen",
     "{kind} goes by \"{name}\" but is \"{listed}\" by the profile"},
    {NULL, NULL},
    {"skriv ”{listed}”", "write \"{listed}\""},
}};

static void judge_synonym(vp_run *run, const name_list *list, vp_place place, const char *text) {
  const listed *found = find(list, text);
  if (found == NULL || found->text == found->name->name) return;
  vp_finding_begin(run, 0, place);
  vp_finding_phrase(run, "kind", list->kind);
  vp_finding_text(run, "name", text);
  vp_finding_text(run, "listed", found->name->name);
}

static void find_synonym(vp_run *run) { look_at_all(run, judge_synonym); }

const vp_rule vp_rule_unlisted_name = {
    .id = "plan/unlisted-name",
    .severity = VP_SEVERITY_WARNING,
    .title = {"en nämnd eller enhet är ingen av profilens",
              "a board or unit is none of the profile's"},
    .check = find_unlisted,
    VP_MESSAGES(unlisted),
};

const vp_rule vp_rule_synonym = {
    .id = "plan/synonym",
    .severity = VP_SEVERITY_NOTE,
    .title = {"en nämnd eller enhet går under ett annat namn",
              "a board or unit goes by another name"},
    .check = find_synonym,
    VP_MESSAGES(synonym),
};
