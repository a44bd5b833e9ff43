#include "rules/condition.h"

#include <string.h>

static vp_answer answer_of(bool holds) { return holds ? VP_ANSWER_YES : VP_ANSWER_NO; }

/* A share may be stated as a number too: 0,01 is 1 %. */
static vp_quantity in_per_cent(vp_quantity limit) {
  if (limit.unit == VP_UNIT_NONE) limit.value.exponent += 2;
  return limit;
}

/* A limit without a unit is in that of what it limits. */
static bool read_limit(vp_interval *out, vp_quantity limit, const vp_operand *operand) {
  const vp_quantity like = {.state = VP_QUANTITY_NUMBER, .unit = (uint8_t)operand->unit};
  if (operand->is_share) limit = in_per_cent(limit);
  limit = vp_quantity_complete(limit, operand->unit, -1, VP_ROUNDING_EXACT);
  return vp_quantity_is_comparable(limit, like) &&
         vp_quantity_stated(out, vp_quantity_convert(limit, operand->unit)) == VP_OK;
}

bool vp_condition_range(vp_interval *out, const vp_condition *condition,
                        const vp_operand *operand) {
  vp_interval low = vp_interval_everything(), high = low;
  bool is_read = false;
  switch (vp_condition_test(condition)) {
    case VP_TEST_AT_LEAST: is_read = read_limit(&low, condition->at_least, operand); break;
    case VP_TEST_AT_MOST: is_read = read_limit(&high, condition->at_most, operand); break;
    case VP_TEST_BETWEEN:
      is_read = read_limit(&low, condition->between.items[0], operand) &&
                read_limit(&high, condition->between.items[1], operand);
      break;
    case VP_TEST_EQUAL:
      is_read = read_limit(&low, condition->equal, operand);
      high = low;
      break;
    default: break;
  }
  if (is_read) *out = (vp_interval){.low = low.low, .high = high.high};
  return is_read;
}

/* Whether sign · (part - end · whole) can be zero or more: the whole is positive. */
static vp_answer reaches(const vp_operand *share, vp_bound end, int sign) {
  vp_interval part, whole, difference;
  vp_decimal share_of_whole;
  if (end.unbounded) return VP_ANSWER_YES;
  if (vp_decimal_multiply(&share_of_whole, end.value, (vp_decimal){-sign, -2}) != VP_OK ||
      vp_interval_scale(&part, share->part.interval, (vp_decimal){sign, 0}) != VP_OK ||
      vp_interval_scale(&whole, share->whole.interval, share_of_whole) != VP_OK ||
      vp_interval_add(&difference, part, whole) != VP_OK)
    return VP_ANSWER_UNKNOWN;
  const vp_interval enough = {.low = {.value = {0, 0}, .open = end.open},
                              .high = {.unbounded = true}};
  return answer_of(!vp_interval_is_empty(vp_interval_intersect(difference, enough)));
}

/* The shares of all parts and wholes make up an interval: it meets the range when it reaches both
 * ends of it. */
static vp_answer share_meets(const vp_operand *share, vp_interval range) {
  vp_answer low = reaches(share, range.low, 1), high = reaches(share, range.high, -1);
  return low < high ? low : high;
}

static vp_answer test_number(const vp_condition *condition, const vp_operand *operand,
                             bool as_printed) {
  vp_interval range;
  if (!operand->is_number || !vp_condition_range(&range, condition, operand))
    return VP_ANSWER_UNKNOWN;
  if (operand->is_share) return share_meets(operand, range);
  vp_interval number = as_printed ? operand->printed : operand->interval;
  return answer_of(!vp_interval_is_empty(vp_interval_intersect(number, range)));
}

static bool is_listed(const vp_texts *list, const char *text) {
  for (size_t i = 0; i < list->count; i++)
    if (strcmp(list->items[i], text) == 0) return true;
  return false;
}

static vp_answer test_texts(const vp_condition *condition, const vp_operand *operand) {
  const vp_place place = operand->place;
  if (!operand->is_present) return VP_ANSWER_UNKNOWN;
  if (operand->text != NULL) return answer_of(is_listed(&condition->one_of, operand->text));
  bool are_listed = true;
  for (size_t i = 0; i < vp_element_items(place.element, place.field); i++)
    are_listed = are_listed && is_listed(&condition->one_of,
                                         vp_element_field_text(place.element, place.field, i));
  return answer_of(are_listed);
}

static vp_answer test_answer(const vp_operand *operand, vp_quantity_state wanted) {
  if (operand->answer == VP_QUANTITY_MISSING) return VP_ANSWER_UNKNOWN;
  return answer_of(operand->answer == wanted);
}

vp_answer vp_condition_holds(const vp_condition *condition, const vp_operand *operand,
                             bool as_printed) {
  uint8_t equal = condition->equal.state;
  bool is_answer = equal == VP_QUANTITY_YES || equal == VP_QUANTITY_NO;
  switch (vp_condition_test(condition)) {
    case VP_TEST_PRESENT: return answer_of(operand->is_present);
    case VP_TEST_MISSING: return answer_of(!operand->is_present);
    case VP_TEST_HOLDS: return test_answer(operand, VP_QUANTITY_YES);
    case VP_TEST_ONE_OF: return test_texts(condition, operand);
    default: break;
  }
  return is_answer ? test_answer(operand, (vp_quantity_state)equal)
                   : test_number(condition, operand, as_printed);
}
