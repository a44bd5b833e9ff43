#include "rules/operand.h"

#include <string.h>

#include "base/text.h"
#include "base/unit.h"
#include "model/path.h"
#include "rules/names.h"
#include "track/compare.h"

static void put_exact(vp_operand *out, vp_decimal number) {
  out->is_number = true;
  out->number = number;
  out->interval = out->printed = vp_interval_point(number);
}

static void put_count(vp_operand *out, size_t count) {
  put_exact(out, (vp_decimal){.coefficient = (int64_t)count, .exponent = 0});
}

static void put_figure(vp_operand *out, const vp_figure *figure) {
  vp_quantity quantity = vp_quantity_convert(figure->quantity, figure->unit);
  bool is_answer = quantity.state == VP_QUANTITY_YES || quantity.state == VP_QUANTITY_NO;
  out->is_present = quantity.state != VP_QUANTITY_MISSING;
  if (is_answer) out->answer = (vp_quantity_state)quantity.state;
  out->unit = (vp_unit)quantity.unit;
  out->number = quantity.value;
  out->is_number = vp_quantity_interval(&out->interval, &quantity) == VP_OK &&
                   vp_quantity_stated(&out->printed, quantity) == VP_OK;
}

static void put_level(vp_operand *out, const vp_level_reading *level) {
  out->is_number = false;
  if (level->state == VP_LEVEL_KNOWN || level->state == VP_LEVEL_OFF_SCALE)
    put_exact(out, level->value);
}

static void put_score(vp_operand *out, vp_run *run, const vp_element *risk, const char *key) {
  const vp_scoring *scoring = vp_run_scoring(run);
  const vp_risk_score *score = scoring != NULL ? vp_scoring_risk(scoring, risk->index) : NULL;
  if (score == NULL) return;
  if (strcmp(key, "consequence") == 0) {
    put_level(out, &score->consequence);
  } else if (strcmp(key, "likelihood") == 0) {
    put_level(out, &score->likelihood);
  } else {
    out->is_number = false;
    out->is_present = out->is_present || score->is_scored;
    if (score->is_scored) put_exact(out, score->value);
  }
}

static void put_quantity(vp_operand *out, vp_run *run) {
  const vp_element *element = out->place.element;
  const vp_figure figure = vp_field_figure(run->plan, out->place);
  put_figure(out, &figure);
  if (vp_is_kind(element, "risk")) put_score(out, run, element, out->place.field->key);
  bool is_budget = vp_is_kind(element, "change") || vp_is_kind(element, "frame_amount");
  if (is_budget && vp_run_is_doubted(run, out->place)) out->is_number = false;
}

static bool has_text(vp_place place) {
  for (size_t i = 0; i < vp_element_items(place.element, place.field); i++) {
    const char *text = vp_element_field_text(place.element, place.field, i);
    if (vp_text_trim(&text, strlen(text)) > 0) return true;
  }
  return false;
}

vp_operand vp_operand_of_field(vp_run *run, const vp_element *element, const char *path) {
  vp_operand out = {.place = vp_path_place(element, path)};
  const vp_field *field = out.place.field;
  element = out.place.element;
  size_t items = vp_element_items(element, field);
  out.is_present = items > 0;
  switch (field->kind) {
    case VP_FIELD_QUANTITY: put_quantity(&out, run); break;
    case VP_FIELD_FLAG: out.answer = out.is_present ? VP_QUANTITY_YES : VP_QUANTITY_NO; break;
    case VP_FIELD_INTEGER:
      if (out.is_present)
        put_exact(&out,
                  (vp_decimal){((const vp_integer *)vp_element_value(element, field))->value, 0});
      break;
    case VP_FIELD_TEXTS:
      out.is_present = has_text(out.place);
      put_count(&out, items);
      break;
    case VP_FIELD_REFERENCES:
    case VP_FIELD_CHOICES:
    case VP_FIELD_LIST: put_count(&out, items); break;
    case VP_FIELD_TEXT: out.is_present = has_text(out.place); break;
    default: break;
  }
  return out;
}

vp_operand vp_operand_of_figure(vp_run *run, const char *reference) {
  vp_operand out = {.place = vp_place_element(&run->plan->root.base)};
  vp_addend found;
  if (vp_addend_find(run, &found, reference)) {
    out.is_number = out.is_present = true;
    out.place = found.figure.place;
    out.unit = vp_unit_is_money(found.figure.unit) ? found.figure.unit : found.unit;
    out.number = vp_decimal_in_unit(found.value, out.unit);
    out.interval = vp_interval_in_unit(found.interval, out.unit);
    out.printed = vp_interval_point(out.number);
  } else if (vp_figure_find(&found.figure, run->plan, reference)) {
    put_figure(&out, &found.figure);
    out.is_number = false;
    out.place = found.figure.place;
  }
  return out;
}

static bool is_same_unit(const vp_addend *a, const vp_addend *b) {
  if (!vp_unit_is_comparable(a->unit, b->unit)) return false;
  const char *first = a->figure.unit_text, *second = b->figure.unit_text;
  return a->unit != VP_UNIT_OTHER ||
         (first != NULL && second != NULL && vp_unit_is_same(first, second));
}

static vp_operand sum_of(vp_run *run, const vp_texts *references) {
  vp_operand out = {.place = vp_place_element(&run->plan->root.base)};
  vp_addend first = {.unit = VP_UNIT_NONE}, next;
  for (size_t i = 0; i < references->count; i++) {
    if (!vp_addend_find(run, &next, references->items[i])) return out;
    if (i == 0) {
      first = next;
    } else if (!is_same_unit(&first, &next) ||
               vp_decimal_add(&first.value, first.value, next.value) != VP_OK ||
               vp_interval_add(&first.interval, first.interval, next.interval) != VP_OK) {
      return out;
    }
  }
  bool is_money = vp_unit_is_money(first.figure.unit);
  out.is_present = out.is_number = true;
  out.place = first.figure.place;
  out.unit = is_money ? first.figure.unit : first.unit;
  out.number = vp_decimal_in_unit(first.value, out.unit);
  out.interval = vp_interval_in_unit(first.interval, out.unit);
  out.printed = vp_interval_point(out.number);
  return out;
}

static bool is_positive(vp_interval a) {
  int sign = a.low.unbounded ? -1 : vp_decimal_sign(a.low.value);
  return sign > 0 || (sign == 0 && a.low.open);
}

static bool negate(vp_addend *a) {
  a->value = vp_decimal_negate(a->value);
  return vp_interval_scale(&a->interval, a->interval, (vp_decimal){-1, 0}) == VP_OK;
}

/* Of a whole below zero, as costs are printed, both are turned round. */
static bool has_positive_whole(vp_addend *part, vp_addend *whole) {
  if (is_positive(whole->interval)) return true;
  return negate(part) && negate(whole) && is_positive(whole->interval);
}

static vp_operand share_of(vp_run *run, const vp_texts *references) {
  enum { EXPONENT = -1 };
  vp_operand out = {.place = vp_place_element(&run->plan->root.base), .unit = VP_UNIT_PERCENT};
  if (!vp_addend_find(run, &out.part, references->items[0]) ||
      !vp_addend_find(run, &out.whole, references->items[1]) ||
      !is_same_unit(&out.part, &out.whole) || !has_positive_whole(&out.part, &out.whole))
    return out;
  out.place = out.part.figure.place;
  out.is_present = out.is_number = out.is_share = true;
  out.number = vp_addend_percentage(out.part.value, out.whole.value, EXPONENT);
  return out;
}

static vp_operand count_of(vp_run *run, const char *selector) {
  const vp_selector parsed = vp_selector_parse(selector);
  const vp_element *root = &run->plan->root.base;
  vp_operand out = {.place = vp_place_field(root, parsed.list->key), .is_present = true};
  vp_selection selection = {.count = 0};
  vp_run_fail(run, vp_count(&selection, &run->counts, selector, run->error));
  put_count(&out, selection.count);
  return out;
}

vp_operand vp_operand_of_rule(vp_run *run, const vp_stated_rule *rule) {
  if (rule->count != NULL) return count_of(run, rule->count);
  return rule->share.items != NULL ? share_of(run, &rule->share) : sum_of(run, &rule->sum);
}

static const vp_text yes = {"ja", "yes"}, no = {"nej", "no"}, none = {"–", "–"};

static void put_texts(vp_run *run, const char *name, vp_place place) {
  size_t count = vp_element_items(place.element, place.field);
  const char **texts = vp_run_array(run, count + 1, sizeof *texts);
  for (size_t i = 0; i < count && texts != NULL; i++)
    texts[i] = vp_element_field_text(place.element, place.field, i);
  if (texts != NULL) vp_finding_texts(run, name, texts, count);
}

/* Of a quantity that is qualified or no number, what was written. */
static const char *text_of(vp_run *run, const vp_operand *operand) {
  const vp_place place = operand->place;
  const char *text = operand->text;
  if (text == NULL && place.field != NULL && operand->is_present)
    text = vp_element_field_text(place.element, place.field, 0);
  return text != NULL ? text : VP_PICK(none, run->options.language);
}

static bool is_point(vp_interval a) {
  return !a.low.unbounded && !a.high.unbounded &&
         vp_decimal_compare(a.low.value, a.high.value) == 0;
}

void vp_finding_operand_number(vp_run *run, const char *name, const vp_operand *operand) {
  if (operand->is_number && (operand->is_share || is_point(operand->printed)))
    vp_finding_number(run, name, operand->number, operand->unit);
  else
    vp_finding_text(run, name, text_of(run, operand));
}

void vp_finding_operand(vp_run *run, const char *name, const vp_operand *operand) {
  const vp_field *field = operand->place.field;
  const unsigned lists = VP_KIND(TEXTS) | VP_KIND(REFERENCES) | VP_KIND(CHOICES);
  const vp_text answer = operand->answer == VP_QUANTITY_YES ? yes : no;
  if (operand->answer != VP_QUANTITY_MISSING)
    vp_finding_text(run, name, VP_PICK(answer, run->options.language));
  else if (field != NULL && operand->is_present && (lists & 1u << field->kind) != 0)
    put_texts(run, name, operand->place);
  else
    vp_finding_operand_number(run, name, operand);
}

void vp_finding_name(vp_run *run, const vp_element *element) {
  const char *name = vp_name_of(element);
  const char *text = vp_element_text(element, "text", 0);
  if (vp_is_kind(element, "observation"))
    name = vp_run_format(run, "%s %s", vp_name_of(element->parent),
                         VP_AS(vp_observation, element)->period.text);
  else if (*name == '\0' && text != NULL)
    name = text;
  else if (*name == '\0' && element->parent != NULL)
    name = vp_name_of(element->parent);
  vp_finding_text(run, "name", name);
}
