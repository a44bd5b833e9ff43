#include "json/profile_condition.h"

#include <vp/functions.h>

#include <stdio.h>
#include <string.h>

#include "json/profile_names.h"
#include "model/condition.h"

/* What the tests of a condition are put to. */
typedef struct tested {
  const char *key;       /* the condition's, that names it; NULL for the figure of the rule */
  const vp_field *field; /* NULL for a function and a figure */
  unsigned allowed;
  vp_unit unit;
} tested;

static vp_status check_arguments(const vp_reader *r, const vp_condition *condition,
                                 const vp_shape *shape) {
  const vp_element *element = &condition->base;
  const vp_texts *arguments = &condition->arguments;
  if (arguments->count > VP_FUNCTION_MAX_ARGUMENTS)
    return vp_read_fail(r, vp_profile_offset(r, element, "arguments", VP_FUNCTION_MAX_ARGUMENTS),
                        "a function takes at most %d arguments", (int)VP_FUNCTION_MAX_ARGUMENTS);
  if (shape == &vp_plan_shape) return vp_check_figures(r, element, "arguments", arguments);
  vp_status status = VP_OK;
  for (uint32_t i = 0; i < arguments->count && status == VP_OK; i++) {
    uint32_t at = vp_profile_offset(r, element, "arguments", i);
    const vp_field *field;
    status = vp_check_path(&field, r, at, shape, arguments->items[i]);
    if (status == VP_OK && vp_field_tests(field) == VP_TEST_PRESENCE)
      return vp_read_fail(r, at, "\"%s\" has no value that a function takes", field->key);
  }
  return status;
}

static vp_status find_tested(tested *out, const vp_reader *r, const vp_condition *condition,
                             const vp_subject *about) {
  const vp_element *element = &condition->base;
  bool has_field = condition->field != NULL, has_function = condition->function != NULL;
  *out = (tested){.allowed = VP_TESTS_OF_NUMBERS, .unit = about->unit};
  if (about->shape == NULL) {
    if (!has_field && !has_function) return VP_OK;
    const char *key = has_field ? "field" : "function";
    return vp_read_fail(r, vp_profile_offset(r, element, key, UINT32_MAX),
                        "\"%s\" goes with \"of\": here the rule's own figure is tested", key);
  }
  if (has_field == has_function)
    return vp_read_fail(r, r->document->tokens[element->token].begin,
                        has_field ? "this condition has both \"field\" and \"function\""
                                  : "this condition has neither \"field\" nor \"function\"");
  if (has_function) {
    out->key = "function";
    out->allowed = VP_TESTS_OF_FUNCTIONS;
    return check_arguments(r, condition, about->shape);
  }
  out->key = "field";
  vp_status status =
      vp_check_path(&out->field, r, vp_profile_offset(r, element, "field", UINT32_MAX),
                    about->shape, condition->field);
  if (status == VP_OK) out->allowed = vp_field_tests(out->field);
  return status;
}

static vp_status check_test(const vp_reader *r, const vp_condition *condition, const tested *what) {
  vp_test test = vp_condition_test(condition);
  if ((what->allowed & test) != 0) return VP_OK;
  char names[VP_ERROR_MESSAGE_SIZE] = "";
  for (unsigned one = 1; one <= VP_TEST_EQUAL; one <<= 1) {
    size_t length = strlen(names);
    if ((what->allowed & one) != 0)
      snprintf(names + length, sizeof names - length, "%s%s", length > 0 ? ", " : "",
               vp_test_name((vp_test)one));
  }
  return vp_read_fail(r, vp_profile_offset(r, &condition->base, vp_test_name(test), UINT32_MAX),
                      "\"%s\" cannot be asked of %s%s%s: ask for %s", vp_test_name(test),
                      what->field != NULL ? "\"" : "",
                      what->field != NULL ? what->field->key
                      : what->key != NULL ? "a function"
                                          : "a figure",
                      what->field != NULL ? "\"" : "", names);
}

static vp_status check_one_of(const vp_reader *r, const vp_condition *condition,
                              const vp_field *field) {
  const vp_texts *texts = &condition->one_of;
  if (texts->count == 0)
    return vp_read_fail(r, vp_profile_offset(r, &condition->base, "one_of", UINT32_MAX),
                        "\"one_of\" names nothing");
  vp_status status = VP_OK;
  for (uint32_t i = 0; field != NULL && i < texts->count && status == VP_OK; i++)
    status = vp_check_choice(r, vp_profile_offset(r, &condition->base, "one_of", i), field,
                             (vp_slice){texts->items[i], strlen(texts->items[i])});
  return status;
}

static bool is_number(vp_test test, vp_quantity quantity) {
  vp_qualifier strict = test == VP_TEST_AT_LEAST  ? VP_QUALIFIER_OVER
                        : test == VP_TEST_AT_MOST ? VP_QUALIFIER_UNDER
                                                  : VP_QUALIFIER_NONE;
  return quantity.state == VP_QUANTITY_NUMBER &&
         (quantity.qualifier == VP_QUALIFIER_NONE || quantity.qualifier == strict);
}

static vp_status check_limit(const vp_reader *r, const vp_condition *condition, uint32_t item,
                             vp_quantity limit, vp_unit unit) {
  vp_test test = vp_condition_test(condition);
  const char *key = vp_test_name(test);
  uint32_t at = vp_profile_offset(r, &condition->base, key, item);
  if (!is_number(test, limit))
    return vp_read_fail(r, at, "\"%s\" takes a number, not \"%s\"", key,
                        vp_quoted_text(limit.text != NULL ? limit.text : "null").text);
  if (unit == VP_UNIT_NONE || limit.unit == VP_UNIT_NONE || limit.unit == unit) return VP_OK;
  return vp_read_fail(r, at,
                      unit == VP_UNIT_PERCENT ? "a share takes %% or a number without a unit"
                                              : "a count takes a number without a unit");
}

static vp_status check_between(const vp_reader *r, const vp_condition *condition, vp_unit unit) {
  const vp_quantity *ends = condition->between.items;
  vp_status status = check_limit(r, condition, 0, ends[0], unit);
  if (status == VP_OK) status = check_limit(r, condition, 1, ends[1], unit);
  bool is_reversed = status == VP_OK && ends[0].unit == ends[1].unit &&
                     vp_decimal_compare(ends[0].value, ends[1].value) > 0;
  if (!is_reversed) return status;
  return vp_read_fail(r, vp_profile_offset(r, &condition->base, "between", 1),
                      "\"between\" ends before it begins");
}

static bool is_answer(vp_quantity quantity) {
  return quantity.state == VP_QUANTITY_YES || quantity.state == VP_QUANTITY_NO;
}

vp_status vp_check_condition(const vp_reader *r, const vp_condition *condition,
                             const vp_subject *about) {
  tested what;
  vp_status status = find_tested(&what, r, condition, about);
  if (status == VP_OK) status = check_test(r, condition, &what);
  if (status != VP_OK) return status;
  switch (vp_condition_test(condition)) {
    case VP_TEST_ONE_OF: return check_one_of(r, condition, what.field);
    case VP_TEST_AT_LEAST:
      return check_limit(r, condition, UINT32_MAX, condition->at_least, what.unit);
    case VP_TEST_AT_MOST:
      return check_limit(r, condition, UINT32_MAX, condition->at_most, what.unit);
    case VP_TEST_BETWEEN: return check_between(r, condition, what.unit);
    case VP_TEST_EQUAL:
      if (is_answer(condition->equal) && (what.allowed & VP_TEST_HOLDS) != 0) return VP_OK;
      return check_limit(r, condition, UINT32_MAX, condition->equal, what.unit);
    default: return VP_OK;
  }
}
