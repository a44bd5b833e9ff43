/* The tests that conditions of a profile put to a value, and which values they go with. */
#ifndef VP_MODEL_CONDITION_H
#define VP_MODEL_CONDITION_H

#include "model/profile.h"

typedef enum vp_test {
  VP_TEST_NONE = 0,
  VP_TEST_PRESENT = 1,
  VP_TEST_MISSING = 2,
  VP_TEST_HOLDS = 4,
  VP_TEST_ONE_OF = 8,
  VP_TEST_AT_LEAST = 16,
  VP_TEST_AT_MOST = 32,
  VP_TEST_BETWEEN = 64,
  VP_TEST_EQUAL = 128
} vp_test;

enum {
  VP_TEST_PRESENCE = VP_TEST_PRESENT | VP_TEST_MISSING,
  VP_TESTS_OF_NUMBERS = VP_TEST_AT_LEAST | VP_TEST_AT_MOST | VP_TEST_BETWEEN | VP_TEST_EQUAL,
  VP_TESTS_OF_FUNCTIONS = VP_TEST_HOLDS | VP_TEST_ONE_OF | VP_TESTS_OF_NUMBERS
};

/* As its key is written. */
const char *vp_test_name(vp_test test);

/* The one test that the condition has. */
vp_test vp_condition_test(const vp_condition *condition);

/* The tests that a field's value can be put to. Of a list it is the number of its items that is
 * compared. */
unsigned vp_field_tests(const vp_field *field);

#endif
