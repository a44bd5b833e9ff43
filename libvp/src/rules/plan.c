/* What a plan of any kind must get right: ids, references, numbers that can be read. */
#include <string.h>

#include "model/figure.h"
#include "model/index.h"
#include "model/scope.h"
#include "model/sum.h"
#include "rules/hint.h"
#include "rules/names.h"
#include "rules/run.h"

static const char *pointer_to(vp_run *run, const vp_element *element) {
  char text[VP_POINTER_SIZE];
  vp_place_pointer(text, vp_place_element(element));
  return vp_run_format(run, "%s", *text != '\0' ? text : "/");
}

static const vp_message duplicate[] = {
    {
        {"id ”{id}” är redan taget av ”{name}”", "the id \"{id}\" is already taken by \"{name}\""},
        {"det står första gången i {first}", "it first stands in {first}"},
        {"ge en av dem ett annat id, och rätta hänvisningarna till den",
         "give one of them another id, and mend the references to it"},
    },
    {
        {"id ”{id}” är redan taget av summaraden i ”{name}”",
         "the id \"{id}\" is already taken by the total row of \"{name}\""},
        {"hänvisningar leder till raden, inte till summorna",
         "references lead to the row, not to the totals"},
        {"ge raden ett annat id, och rätta hänvisningarna till den",
         "give the row another id, and mend the references to it"},
    },
};
enum { DUPLICATE_PLAIN, DUPLICATE_TOTAL };

static void judge_id(const vp_element *element, void *user) {
  vp_run *run = user;
  if (element->id == NULL) return;
  vp_run_applied(run);
  const vp_element *first = vp_index_first(run->plan->index, element);
  if (first == element) return;
  vp_finding_begin(run, DUPLICATE_PLAIN, vp_place_field(element, "id"));
  vp_finding_text(run, "id", element->id);
  vp_finding_text(run, "name", vp_name_of(first));
  vp_finding_text(run, "first", pointer_to(run, first));
}

/* "table.total.column" is a row's figure or a total. */
static void judge_total(vp_run *run, const vp_table *table) {
  static const char id[] = "total";
  const vp_field *rows = vp_shape_field(table->base.shape, "rows", 4);
  const vp_element *row = vp_index_find(run->plan->index, &table->base, rows, id, sizeof id - 1);
  if (row == NULL || table->total.count == 0) return;
  vp_finding_begin(run, DUPLICATE_TOTAL, vp_place_field(row, "id"));
  vp_finding_text(run, "id", id);
  vp_finding_text(run, "name", vp_name_of(&table->base));
}

static void find_duplicates(vp_run *run) {
  const vp_budget *budget = run->plan->budget;
  for (size_t i = 0; budget != NULL && i < budget->tables.count; i++)
    judge_total(run, VP_ITEM(vp_table, budget->tables, i));
  if (vp_index_has_duplicates(run->plan->index))
    vp_element_walk(&run->plan->root.base, judge_id, run);
  else
    run->result->applied += vp_index_count(run->plan->index);
}

static const vp_message unknown[] = {
    {
        {"”{reference}” finns inte i planen", "\"{reference}\" is not in the plan"},
        {NULL, NULL},
        {NULL, NULL},
    },
    {
        {"”{reference}” finns inte i planen", "\"{reference}\" is not in the plan"},
        {NULL, NULL},
        {"menades ”{hint}”?", "was \"{hint}\" meant?"},
    },
    {
        {"”{reference}” är inte {wanted}", "\"{reference}\" is not {wanted}"},
        {NULL, NULL},
        {NULL, NULL},
    },
    {
        {"”{reference}” är inget som går att räkna i en plan",
         "\"{reference}\" is nothing that can be counted in a plan"},
        {NULL, NULL},
        {"skriv till exempel goals, goals[set_by=council] eller controls.risk",
         "write for example goals, goals[set_by=council] or controls.risk"},
    },
    {
        {"”{reference}” är inget tal i planen", "\"{reference}\" is no figure of the plan"},
        {NULL, NULL},
        {"skriv till exempel frame.opening, internbudget.ao.2026 eller, för hela kolumnen, "
         "internbudget.*.2026",
         "write for example frame.opening, internbudget.ao.2026 or, for the whole column, "
         "internbudget.*.2026"},
    },
    {
        {"summan ”{name}” innehåller sig själv genom ”{reference}”",
         "the sum \"{name}\" contains itself by way of \"{reference}\""},
        {NULL, NULL},
        {"rätta hänvisningen, eller ta bort den", "correct the reference, or take it away"},
    },
    {
        {"det finns ingen regel ”{reference}”", "there is no rule \"{reference}\""},
        {NULL, NULL},
        {"vp rules räknar upp reglerna", "vp rules lists the rules"},
    },
    {
        {"det finns ingen regel ”{reference}”", "there is no rule \"{reference}\""},
        {NULL, NULL},
        {"menades ”{hint}”?", "was \"{hint}\" meant?"},
    },
};
enum {
  UNKNOWN_PLAIN,
  UNKNOWN_HINT,
  UNKNOWN_KIND,
  UNKNOWN_COUNT,
  UNKNOWN_BLOCK,
  UNKNOWN_CIRCLE,
  UNKNOWN_RULE,
  UNKNOWN_RULE_HINT
};

typedef struct search {
  vp_hint hint;
  const char *kind;
} search;

static bool is_meant(const vp_element *element, const char *kind) {
  bool is_local = element->field != NULL && (element->field->flags & VP_FIELD_LOCAL) != 0;
  return kind != NULL ? vp_is_kind(element, kind) : !is_local;
}

static void consider(const vp_element *element, void *user) {
  search *ids = user;
  vp_hint_consider(&ids->hint, is_meant(element, ids->kind) ? element->id : NULL);
}

/* The nearest id of a kind, or of any for NULL, at or below an element. */
static const char *nearest_id(vp_run *run, const vp_element *within, const char *kind,
                              const char *wanted) {
  search ids = {vp_hint_begin(run, wanted), kind};
  if (vp_hint_goes_on(&ids.hint)) vp_element_walk(within, consider, &ids);
  return vp_hint_found(&ids.hint);
}

static void begin_unknown(vp_run *run, size_t variant, vp_place place, const char *reference) {
  vp_finding_begin(run, variant, place);
  vp_finding_text(run, "reference", reference);
  vp_finding_key(run, reference);
  bool is_in_place = (VP_KIND(REFERENCE) | VP_KIND(REFERENCES)) >> place.field->kind & 1;
  if (is_in_place) vp_finding_text_key(run, "");
}

/* What a reference points at, by the field that holds it. Of the figures only a change goes by its
 * id alone. */
typedef struct expectation {
  const char *kind;
  vp_text wanted;
} expectation;

static expectation expected_of(const vp_field *field) {
  if (strcmp(field->key, "indicators") == 0)
    return (expectation){"indicator", {"en indikator", "an indicator"}};
  if (strcmp(field->key, "part_of") == 0) return (expectation){"unit", {"en enhet", "a unit"}};
  if ((field->flags & VP_FIELD_SCOPE) != 0) return (expectation){.kind = NULL};
  return (expectation){"change", {"ett tal i planen", "a figure of the plan"}};
}

static bool is_found(vp_run *run, const vp_element *element, const vp_field *field,
                     const char *reference) {
  vp_figure figure;
  vp_block block;
  vp_place scope;
  if ((field->flags & VP_FIELD_SCOPE) != 0) return vp_scope_find(&scope, run->plan, reference);
  if ((field->flags & VP_FIELD_UNSIGNED) != 0 && *reference == '-') return false;
  if ((field->flags & VP_FIELD_BLOCK) != 0 && vp_block_find(&block, run->plan, reference))
    return true;
  if ((field->flags & VP_FIELD_FIGURE) != 0) return vp_figure_find(&figure, run->plan, reference);
  if ((field->flags & VP_FIELD_LOCAL) != 0)
    return vp_sum_part(run->plan, element, reference) != NULL;
  return vp_is_kind(vp_plan_find(run->plan, reference), expected_of(field).kind);
}

static const char *find_hint(vp_run *run, vp_place place, const char *id) {
  bool is_local = (place.field->flags & VP_FIELD_LOCAL) != 0;
  const char *kind = is_local ? place.element->shape->name : expected_of(place.field).kind;
  return nearest_id(run, is_local ? place.element->parent : &run->plan->root.base, kind, id);
}

static void report_unknown(vp_run *run, vp_place place, const char *reference) {
  bool is_local = (place.field->flags & VP_FIELD_LOCAL) != 0;
  bool is_block = (place.field->flags & VP_FIELD_BLOCK) != 0 ||
                  ((place.field->flags & VP_FIELD_SCOPE) != 0 && strchr(reference, '.') != NULL);
  const char *id = *reference == '-' ? reference + 1 : reference;
  bool is_only_sign = is_found(run, place.element, place.field, id);
  if (!is_local && !is_block && !is_only_sign && vp_plan_find(run->plan, id) != NULL) {
    begin_unknown(run, UNKNOWN_KIND, place, reference);
    vp_finding_phrase(run, "wanted", expected_of(place.field).wanted);
    return;
  }
  const char *hint = is_only_sign ? id : find_hint(run, place, id);
  size_t without_hint = is_block ? UNKNOWN_BLOCK : UNKNOWN_PLAIN;
  begin_unknown(run, hint != NULL ? UNKNOWN_HINT : without_hint, place, reference);
  if (hint != NULL) vp_finding_text(run, "hint", hint);
}

static void judge_reference(vp_run *run, const vp_element *element, const vp_field *field) {
  if (vp_is_kind(element, "control")) return; /* control/unknown-risk says it */
  for (size_t i = 0; i < vp_element_items(element, field); i++) {
    const char *reference = vp_element_field_text(element, field, i);
    vp_run_applied(run);
    if (is_found(run, element, field, reference)) continue;
    uint32_t item = field->kind == VP_FIELD_REFERENCE ? VP_NO_ITEM : (uint32_t)i;
    report_unknown(run, (vp_place){element, field, item}, reference);
  }
}

static void judge_count(vp_run *run, const vp_claim *claim) {
  if (claim->count == NULL) return;
  vp_run_applied(run);
  if (!vp_count_is_valid(claim->count))
    begin_unknown(run, UNKNOWN_COUNT, vp_place_field(&claim->base, "count"), claim->count);
}

static bool shares_family(const char *a, const char *b) {
  size_t length = strcspn(a, "/") + 1;
  return strncmp(a, b, length) == 0;
}

/* Rules of a host program are in families of their own, and need not all be here. */
static void judge_rule(vp_run *run, const vp_plan_acceptance *acceptance) {
  const char *id = acceptance->rule;
  vp_hint hint = vp_hint_begin(run, id);
  bool is_known = false, is_family = strchr(id, '/') == NULL;
  for (size_t i = 0; i < run->result_count; i++) {
    const char *other = run->results[i].rule->id;
    is_known = is_known || strcmp(other, id) == 0;
    is_family = is_family || shares_family(other, id);
    if (vp_hint_goes_on(&hint)) vp_hint_consider(&hint, other);
  }
  const char *nearest = vp_hint_found(&hint);
  if (!is_known && !is_family && nearest == NULL) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  if (is_known) return;
  begin_unknown(run, nearest != NULL ? UNKNOWN_RULE_HINT : UNKNOWN_RULE,
                vp_place_field(&acceptance->base, "rule"), id);
  if (nearest != NULL) vp_finding_text(run, "hint", nearest);
}

static void find_circles(vp_run *run, const vp_elements *list) {
  uint32_t *circles = vp_sum_circles(run->plan, list);
  if (circles == NULL) vp_run_fail(run, VP_ERROR_MEMORY);
  for (size_t i = 0; circles != NULL && i < list->count; i++) {
    if (circles[i] == VP_NO_ITEM) continue;
    vp_place place = vp_place_item(list->items[i], "sum_of", circles[i]);
    begin_unknown(run, UNKNOWN_CIRCLE, place,
                  vp_element_field_text(place.element, place.field, place.item));
    vp_finding_text(run, "name", vp_name_of(place.element));
  }
  vp_free(run->context, circles);
}

/* What is not seen in a single field. */
static void find_unknown(vp_run *run) {
  const vp_budget *budget = run->plan->budget;
  for (size_t i = 0; i < run->plan->claims.count; i++)
    judge_count(run, VP_ITEM(vp_claim, run->plan->claims, i));
  for (size_t i = 0; i < run->plan->accepted.count; i++)
    judge_rule(run, VP_ITEM(vp_plan_acceptance, run->plan->accepted, i));
  for (size_t i = 0; budget != NULL && i < budget->tables.count; i++) {
    const vp_table *table = VP_ITEM(vp_table, budget->tables, i);
    find_circles(run, &table->columns);
    find_circles(run, &table->rows);
  }
}

static const vp_message unreadable[] = {{
    {"”{text}” går inte att läsa som ett tal", "\"{text}\" cannot be read as a number"},
    {NULL, NULL},
    {"skriv talet som 231,2 eller 1 949 356 kr, eller null utan citattecken om det är okänt",
     "write the number as 231,2 or 1 949 356 kr, or null without quotes if it is unknown"},
}};

/* Cells, levels of risk and claims have rules of their own, which know more of what should stand
 * there. */
static bool has_own_rule(const vp_element *element, const vp_field *field) {
  static const char *const kinds[] = {"row",    "table", "frame_amount",
                                      "change", "claim", "grid_row"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (vp_is_kind(element, kinds[i])) return true;
  return vp_is_kind(element, "risk") && strcmp(field->key, "value") != 0;
}

static void judge_number(vp_run *run, vp_place place, const vp_quantity *quantity) {
  if (quantity->state == VP_QUANTITY_MISSING) return;
  vp_run_applied(run);
  if (quantity->state != VP_QUANTITY_UNREADABLE) return;
  vp_finding_begin(run, 0, place);
  vp_finding_text(run, "text", quantity->text);
}

static void judge_numbers(vp_run *run, const vp_element *element, const vp_field *field) {
  if (vp_element_items(element, field) == 0 || has_own_rule(element, field)) return;
  if (field->kind == VP_FIELD_QUANTITY) {
    judge_number(run, (vp_place){element, field, VP_NO_ITEM}, vp_element_value(element, field));
  } else {
    const vp_quantities *list = vp_element_value(element, field);
    for (uint32_t i = 0; i < list->count; i++)
      judge_number(run, (vp_place){element, field, i}, &list->items[i]);
  }
}

const vp_rule vp_rule_duplicate_id = {
    .id = "plan/duplicate-id",
    .severity = VP_SEVERITY_ERROR,
    .title = {"två delar av planen har samma id", "two parts of the plan have the same id"},
    .check = find_duplicates,
    VP_MESSAGES(duplicate),
};

const vp_rule vp_rule_unknown_reference = {
    .id = "plan/unknown-reference",
    .severity = VP_SEVERITY_ERROR,
    .title = {"en hänvisning leder ingenstans", "a reference leads nowhere"},
    .check = find_unknown,
    .kinds = VP_KIND(REFERENCE) | VP_KIND(REFERENCES),
    .judge = judge_reference,
    VP_MESSAGES(unknown),
};

const vp_rule vp_rule_unreadable_number = {
    .id = "plan/unreadable-number",
    .severity = VP_SEVERITY_WARNING,
    .title = {"ett tal går inte att läsa", "a number cannot be read"},
    .kinds = VP_KIND(QUANTITY) | VP_KIND(QUANTITIES),
    .judge = judge_numbers,
    VP_MESSAGES(unreadable),
};
