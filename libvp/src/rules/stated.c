#include "rules/stated.h"

#include <string.h>

#include "model/path.h"
#include "rules/condition.h"
#include "rules/stated_function.h"

/* What is said when the profile has no words of its own, and how it was found when it has. */
enum { LACKS, HAS, IS_NOT, NOT_LISTED, COUNT, SHARE, SUM, FIGURE };

static const vp_message messages[] = {
    [LACKS] = {{"”{name}” saknar {field}", "\"{name}\" lacks {field}"}, {NULL, NULL}, {NULL, NULL}},
    [HAS] = {{"”{name}” har {field}, som inte ska finnas",
              "\"{name}\" has {field}, which should not be there"},
             {NULL, NULL},
             {NULL, NULL}},
    [IS_NOT] = {{"{field} för ”{name}” är {actual} men ska vara {wanted}",
                 "{field} of \"{name}\" is {actual} but should be {wanted}"},
                {NULL, NULL},
                {NULL, NULL}},
    [NOT_LISTED] = {{"{field} för ”{name}” är ”{actual}” men ska vara något av: {wanted}",
                     "{field} of \"{name}\" is \"{actual}\" but should be one of: {wanted}"},
                    {NULL, NULL},
                    {NULL, NULL}},
    [COUNT] = {{"antalet {field} är {actual} men ska vara {wanted}",
                "the number of {field} is {actual} but should be {wanted}"},
               {NULL, NULL},
               {NULL, NULL}},
    [SHARE] = {{"{part} är {actual} av {whole} men ska vara {wanted}",
                "{part} is {actual} of {whole} but should be {wanted}"},
               {NULL, NULL},
               {NULL, NULL}},
    [SUM] = {{"summan av {field} är {actual} men ska vara {wanted}",
              "the sum of {field} is {actual} but should be {wanted}"},
             {NULL, NULL},
             {NULL, NULL}},
    [FIGURE] = {{"{field} är {actual} men ska vara {wanted}",
                 "{field} is {actual} but should be {wanted}"},
                {NULL, NULL},
                {NULL, NULL}},
};

/* What one condition of a rule is put to. */
typedef struct judged {
  const vp_stated_rule *rule;
  const vp_condition *condition;
  const vp_element *element; /* NULL for a figure */
  vp_operand operand;
} judged;

static size_t variant_of(const judged *j) {
  const vp_stated_rule *rule = j->rule;
  if (rule->count != NULL) return COUNT;
  if (rule->share.items != NULL) return SHARE;
  if (rule->sum.items != NULL) return rule->sum.count > 1 ? SUM : FIGURE;
  switch (vp_condition_test(j->condition)) {
    case VP_TEST_PRESENT: return LACKS;
    case VP_TEST_MISSING: return HAS;
    case VP_TEST_ONE_OF: return NOT_LISTED;
    default: return IS_NOT;
  }
}

static const char *join(vp_run *run, const vp_texts *list) {
  const char *text = "";
  for (size_t i = 0; i < list->count; i++)
    text = vp_run_format(run, "%s%s%s", text, i > 0 ? ", " : "", list->items[i]);
  return text;
}

/* "owner", or "serious_enough(consequence, likelihood)". */
static const char *field_of(vp_run *run, const vp_condition *condition) {
  if (condition->field != NULL) return condition->field;
  return vp_run_format(run, "%s(%s)", condition->function, join(run, &condition->arguments));
}

static void put_field(vp_run *run, const judged *j) {
  if (j->element != NULL)
    vp_finding_text(run, "field", field_of(run, j->condition));
  else if (j->rule->count != NULL)
    vp_finding_text(run, "field", j->rule->count);
  else
    vp_finding_texts(run, "field", j->rule->sum.items, j->rule->sum.count);
}

static void put_wanted(vp_run *run, const judged *j) {
  static const vp_text yes = {"ja", "yes"}, no = {"nej", "no"};
  const vp_condition *condition = j->condition;
  const vp_language language = run->options.language;
  vp_interval range;
  if (vp_condition_test(condition) == VP_TEST_ONE_OF)
    vp_finding_text(run, "wanted", join(run, &condition->one_of));
  else if (vp_condition_range(&range, condition, &j->operand))
    vp_finding_interval(run, "wanted", range, j->operand.unit);
  else
    vp_finding_text(run, "wanted",
                    VP_PICK(condition->equal.state == VP_QUANTITY_NO ? no : yes, language));
}

static void put_actual(vp_run *run, const judged *j) {
  bool is_number = (vp_condition_test(j->condition) & VP_TESTS_OF_NUMBERS) != 0;
  if (is_number && j->operand.answer == VP_QUANTITY_MISSING)
    vp_finding_operand_number(run, "actual", &j->operand);
  else
    vp_finding_operand(run, "actual", &j->operand);
}

/* Amounts as the plan has them, unless a text of the profile asks for the references' own. */
static void put_share(vp_run *run, const judged *j) {
  const vp_addend *part = &j->operand.part, *whole = &j->operand.whole;
  if (j->rule->message == NULL) {
    vp_finding_text(run, "part", j->rule->share.items[0]);
    vp_finding_text(run, "whole", j->rule->share.items[1]);
  } else {
    vp_finding_number(run, "part", vp_decimal_in_unit(part->value, part->unit), part->unit);
    vp_finding_number(run, "whole", vp_decimal_in_unit(whole->value, whole->unit), whole->unit);
  }
}

static void put_values(vp_run *run, const judged *j) {
  if (j->operand.is_share)
    put_share(run, j);
  else
    put_field(run, j);
  if (j->element != NULL) vp_finding_name(run, j->element);
  put_actual(run, j);
  put_wanted(run, j);
}

/* The fields that a text of the profile mentions. */
static void put_mentioned(vp_run *run, const judged *j, const char *text) {
  vp_slice path;
  while (j->element != NULL && vp_path_mention(&path, &text)) {
    const char *name = vp_arena_copy(run->arena, path.text, path.length);
    if (name == NULL) vp_run_fail(run, VP_ERROR_MEMORY);
    if (name == NULL || vp_path_field(j->element->shape, name) == NULL) continue;
    const vp_operand value = vp_operand_of_field(run, j->element, name);
    vp_finding_operand(run, name, &value);
  }
}

/* What tells the finding from others at its place, which mostly says itself which field is meant:
 * the finding is then the one that a rule of the host program would make. */
static const char *key_of(vp_run *run, const judged *j) {
  const vp_field *field = j->operand.place.field;
  const char *path = j->condition->field;
  if (j->element == NULL) return NULL;
  if (path == NULL || field == NULL) return field_of(run, j->condition);
  const char *point = strrchr(path, '.');
  return strcmp(point != NULL ? point + 1 : path, field->key) == 0 ? NULL : path;
}

static void report(vp_run *run, const judged *j) {
  const vp_stated_rule *rule = j->rule;
  vp_message message = messages[variant_of(j)];
  if (rule->message != NULL) {
    message.note = message.message;
    message.message = (vp_text){rule->message, rule->message};
  }
  message.help = (vp_text){rule->help, rule->help};
  vp_finding_open(run, message, j->operand.place);
  put_mentioned(run, j, rule->message);
  put_mentioned(run, j, rule->help);
  put_values(run, j);
  vp_finding_key(run, key_of(run, j));
}

static void judge(vp_run *run, const judged *j) {
  switch (vp_condition_holds(j->condition, &j->operand, false)) {
    case VP_ANSWER_UNKNOWN: vp_run_not_applicable(run); return;
    case VP_ANSWER_YES: vp_run_applied(run); return;
    case VP_ANSWER_NO: break;
  }
  vp_run_applied(run);
  report(run, j);
}

static vp_operand operand_of(vp_run *run, const vp_condition *condition,
                             const vp_element *element) {
  return condition->field != NULL ? vp_operand_of_field(run, element, condition->field)
                                  : vp_operand_of_function(run, condition, element);
}

static vp_answer is_meant(vp_run *run, const vp_stated_rule *rule, const vp_element *element) {
  vp_answer answer = VP_ANSWER_YES;
  for (size_t i = 0; i < rule->where.count && answer != VP_ANSWER_NO; i++) {
    const vp_condition *condition = VP_ITEM(vp_condition, rule->where, i);
    const vp_operand operand = operand_of(run, condition, element);
    vp_answer holds = vp_condition_holds(condition, &operand, true);
    if (holds < answer) answer = holds;
  }
  return answer;
}

static void judge_element(vp_run *run, const vp_stated_rule *rule, const vp_element *element) {
  vp_answer meant = is_meant(run, rule, element);
  if (meant == VP_ANSWER_UNKNOWN) vp_run_not_applicable(run);
  if (meant != VP_ANSWER_YES) return;
  for (size_t i = 0; i < rule->must.count; i++) {
    const vp_condition *condition = VP_ITEM(vp_condition, rule->must, i);
    const judged j = {rule, condition, element, operand_of(run, condition, element)};
    judge(run, &j);
  }
}

static void judge_figure(vp_run *run, const vp_stated_rule *rule) {
  const vp_operand operand = vp_operand_of_rule(run, rule);
  for (size_t i = 0; i < rule->must.count; i++) {
    const judged j = {rule, VP_ITEM(vp_condition, rule->must, i), NULL, operand};
    judge(run, &j);
  }
}

typedef struct walk {
  vp_run *run;
  const vp_stated_rule *rule;
  vp_selector selector;
} walk;

static void visit(const vp_element *element, void *user) {
  const walk *w = user;
  if (w->run->status == VP_OK && vp_selector_has(&w->selector, element))
    judge_element(w->run, w->rule, element);
}

void vp_stated_rule_check(vp_run *run) {
  const vp_stated_rule *rule = run->rule->stated;
  if (vp_plan_is_sample(run->plan)) return;
  if (rule->of == NULL) {
    judge_figure(run, rule);
  } else if (strcmp(rule->of, "plan") == 0) {
    judge_element(run, rule, &run->plan->root.base);
  } else {
    walk w = {run, rule, vp_selector_parse(rule->of)};
    vp_element_walk(&run->plan->root.base, visit, &w);
  }
}
