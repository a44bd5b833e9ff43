#include "model/condition.h"

#include <string.h>

static const struct {
  vp_test test;
  const char *name;
} tests[] = {
    {VP_TEST_PRESENT, "present"}, {VP_TEST_MISSING, "missing"},   {VP_TEST_HOLDS, "holds"},
    {VP_TEST_ONE_OF, "one_of"},   {VP_TEST_AT_LEAST, "at_least"}, {VP_TEST_AT_MOST, "at_most"},
    {VP_TEST_BETWEEN, "between"}, {VP_TEST_EQUAL, "equal"},
};

const char *vp_test_name(vp_test test) {
  for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)
    if (tests[i].test == test) return tests[i].name;
  return "";
}

vp_test vp_condition_test(const vp_condition *condition) {
  const vp_element *element = &condition->base;
  for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
    const vp_field *field = vp_shape_field(element->shape, tests[i].name, strlen(tests[i].name));
    if (vp_element_has(element, field)) return tests[i].test;
  }
  return VP_TEST_NONE;
}

unsigned vp_field_tests(const vp_field *field) {
  switch (field->kind) {
    case VP_FIELD_TEXT:
    case VP_FIELD_ID:
    case VP_FIELD_REFERENCE:
    case VP_FIELD_CHOICE:
    case VP_FIELD_PERIOD: return VP_TEST_PRESENCE | VP_TEST_ONE_OF;
    case VP_FIELD_FLAG: return VP_TEST_PRESENCE | VP_TEST_HOLDS;
    case VP_FIELD_INTEGER: return VP_TEST_PRESENCE | VP_TESTS_OF_NUMBERS;
    case VP_FIELD_QUANTITY: return VP_TEST_PRESENCE | VP_TEST_HOLDS | VP_TESTS_OF_NUMBERS;
    case VP_FIELD_TEXTS:
    case VP_FIELD_REFERENCES:
    case VP_FIELD_CHOICES: return VP_TEST_PRESENCE | VP_TEST_ONE_OF | VP_TESTS_OF_NUMBERS;
    case VP_FIELD_LIST: return VP_TEST_PRESENCE | VP_TESTS_OF_NUMBERS;
    case VP_FIELD_QUANTITIES:
    case VP_FIELD_OBJECT: break;
  }
  return VP_TEST_PRESENCE;
}
