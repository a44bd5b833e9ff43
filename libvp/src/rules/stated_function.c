#include "rules/stated_function.h"

#include <string.h>

#include "base/utf8.h"
#include "functions/function.h"
#include "functions/scalar.h"
#include "model/condition.h"
#include "model/path.h"

/* A field with a text that is one; the lists count as numbers. */
static bool is_text(const vp_field *field) {
  unsigned tests = vp_field_tests(field);
  return (tests & VP_TEST_ONE_OF) != 0 && (tests & VP_TEST_AT_LEAST) == 0;
}

static bool takes(vp_scalar_type type, const vp_shape *shape, const char *argument) {
  bool is_bool = type == VP_SCALAR_BOOL, is_number = vp_scalar_is_number(type);
  if (shape == &vp_plan_shape) return is_bool || is_number; /* a figure */
  const vp_field *field = vp_path_field(shape, argument);
  if (is_text(field)) return type == VP_SCALAR_STRING;
  unsigned tests = vp_field_tests(field);
  return (is_bool && (tests & VP_TEST_HOLDS) != 0) ||
         (is_number && (tests & VP_TEST_AT_LEAST) != 0);
}

static bool gives(vp_scalar_type type, const vp_condition *condition) {
  switch (vp_condition_test(condition)) {
    case VP_TEST_HOLDS: return type == VP_SCALAR_BOOL;
    case VP_TEST_ONE_OF: return type == VP_SCALAR_STRING;
    case VP_TEST_EQUAL:
      if (condition->equal.state != VP_QUANTITY_NUMBER) return type == VP_SCALAR_BOOL;
      break;
    default: break;
  }
  return vp_scalar_is_number(type);
}

bool vp_stated_function_fits(const vp_function *function, const vp_condition *condition,
                             const vp_shape *shape) {
  const vp_signature *signature = &function->signature;
  bool fits = signature->count == condition->arguments.count && gives(signature->result, condition);
  for (size_t i = 0; i < signature->count && fits; i++)
    fits = takes(signature->arguments[i], shape, condition->arguments.items[i]);
  return fits;
}

static const char *type_taken(const vp_shape *shape, const char *argument) {
  if (takes(VP_SCALAR_F64, shape, argument)) return "f64";
  return takes(VP_SCALAR_BOOL, shape, argument) ? "bool" : "string";
}

static const char *type_given(const vp_condition *condition) {
  if (gives(VP_SCALAR_F64, condition)) return "f64";
  return gives(VP_SCALAR_BOOL, condition) ? "bool" : "string";
}

const char *vp_stated_function_wanted(vp_run *run, const vp_condition *condition,
                                      const vp_shape *shape) {
  const vp_texts *arguments = &condition->arguments;
  const char *text = "";
  for (size_t i = 0; i < arguments->count; i++)
    text = vp_run_format(run, "%s%s%s", text, i > 0 ? "," : "",
                         type_taken(shape, arguments->items[i]));
  return vp_run_format(run, "%s(%s)", type_given(condition), text);
}

static bool take(vp_scalar *out, vp_scalar_type type, const vp_operand *argument) {
  const vp_place place = argument->place;
  *out = (vp_scalar){.type = type};
  if (type == VP_SCALAR_BOOL) out->as.truth = argument->answer == VP_QUANTITY_YES;
  if (type == VP_SCALAR_BOOL) return argument->answer != VP_QUANTITY_MISSING;
  if (type != VP_SCALAR_STRING)
    return argument->is_number && vp_scalar_of_decimal(out, type, argument->number);
  if (argument->is_present) out->as.string = vp_element_field_text(place.element, place.field, 0);
  return argument->is_present;
}

static bool is_utf8(const char *text) {
  for (size_t left = strlen(text), size; left > 0; text += size, left -= size) {
    size = vp_utf8_sequence(text, left);
    if (size == 0) return false;
  }
  return true;
}

static void give(vp_operand *out, vp_run *run, vp_scalar result) {
  switch (result.type) {
    case VP_SCALAR_NONE: break;
    case VP_SCALAR_BOOL: out->answer = result.as.truth ? VP_QUANTITY_YES : VP_QUANTITY_NO; break;
    case VP_SCALAR_STRING:
      out->is_present = is_utf8(result.as.string);
      if (out->is_present) out->text = vp_run_format(run, "%s", result.as.string);
      break;
    default:
      out->is_number = vp_scalar_to_decimal(&out->number, result);
      out->interval = out->printed = vp_interval_point(out->number);
  }
}

vp_operand vp_operand_of_function(vp_run *run, const vp_condition *condition,
                                  const vp_element *element) {
  vp_operand out = {.place = vp_place_element(element)};
  const vp_texts *names = &condition->arguments;
  const vp_function *function = vp_functions_find(run->options.functions, condition->function);
  if (function == NULL || !vp_stated_function_fits(function, condition, element->shape)) return out;
  vp_scalar arguments[VP_FUNCTION_MAX_ARGUMENTS], result;
  for (size_t i = 0; i < names->count; i++) {
    const vp_operand argument = element->parent == NULL
                                    ? vp_operand_of_figure(run, names->items[i])
                                    : vp_operand_of_field(run, element, names->items[i]);
    if (!take(&arguments[i], function->signature.arguments[i], &argument)) return out;
  }
  if (vp_function_call(&result, function, arguments, names->count, NULL) == VP_OK)
    give(&out, run, result);
  return out;
}
