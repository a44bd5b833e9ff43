#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include <vp/functions.h>

static double add(double a, double b) { return a + b; }

static int nothing(vp_scalar *result, const vp_scalar *arguments, size_t count, void *user) {
  (void)result;
  (void)arguments;
  (void)count;
  (void)user;
  return 0;
}

static void count_up(void *user) { ++*(int *)user; }

static vp_functions *new_functions(void) {
  vp_functions *functions = NULL;
  assert_int_equal(vp_functions_new(&functions, NULL, NULL), VP_OK);
  return functions;
}

static vp_status put(vp_functions *functions, const char *name, const char *signature,
                     vp_error *error) {
  return vp_functions_register(functions, name, signature, (vp_native_function)add, error);
}

static void functions_are_found_by_their_names(void **state) {
  (void)state;
  vp_functions *functions = new_functions();
  static const char *const names[] = {"f", "F", "risk.summa", "nivå-2" /* refused */, "a_b-c.9"};
  size_t count = 0;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    count += put(functions, names[i], "f64( f64 , f64 )", NULL) == VP_OK;
  assert_int_equal(count, 4);
  assert_int_equal(vp_functions_count(functions), 4);
  const vp_function *found = vp_functions_find(functions, "risk.summa");
  assert_ptr_equal(found, vp_functions_at(functions, 2));
  assert_string_equal(vp_function_name(found), "risk.summa");
  assert_string_equal(vp_function_signature(found), "f64(f64,f64)");
  assert_null(vp_functions_find(functions, "risk"));
  assert_null(vp_functions_find(functions, ""));
  assert_null(vp_functions_find(NULL, "f"));
  assert_null(vp_functions_at(functions, 4));
  vp_functions_free(functions);
  vp_functions_free(NULL);
}

static void names_are_identifiers(void **state) {
  (void)state;
  static const char *const refused[] = {"",    "2f",        "-f",   ".f",     "_f",
                                        "f g", "f:f64()",   "f/g",  "f@libm", "funktion\n",
                                        "ö",   "libm.so/f", "../f", "f(f64)"};
  vp_functions *functions = new_functions();
  vp_error error;
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
    assert_int_equal(put(functions, refused[i], "f64(f64,f64)", &error), VP_ERROR_ARGUMENT);
  assert_int_equal(put(functions, NULL, "f64(f64,f64)", &error), VP_ERROR_ARGUMENT);
  assert_int_equal(put(functions, "a b", "f64(f64,f64)", &error), VP_ERROR_ARGUMENT);
  assert_string_equal(error.message,
                      "\"a b\" is no name of a function: write letters, digits, '_', '-' and '.'");
  assert_int_equal(error.line, 0);
  assert_int_equal(vp_functions_count(functions), 0);
  vp_functions_free(functions);
}

static void a_name_is_taken_once(void **state) {
  (void)state;
  vp_functions *functions = new_functions();
  vp_error error;
  int destroyed = 0;
  assert_int_equal(put(functions, "f", "f64(f64,f64)", NULL), VP_OK);
  assert_int_equal(put(functions, "f", "f64(f64,f64)", &error), VP_ERROR_ARGUMENT);
  assert_string_equal(error.message, "there is a function \"f\" already");
  assert_int_equal(vp_functions_register_callback(functions, "f", "bool()", nothing, &destroyed,
                                                  count_up, &error),
                   VP_ERROR_ARGUMENT);
  vp_functions_free(functions);
  assert_int_equal(destroyed, 0);
}

static void malformed_signatures_are_refused(void **state) {
  (void)state;
  vp_functions *functions = new_functions();
  vp_error error;
  assert_int_equal(put(functions, "f", "f64(f64;f64)", &error), VP_ERROR_ARGUMENT);
  assert_int_equal(error.column, 8);
  assert_string_equal(error.message, "expected ',' or ')' in the signature");
  assert_int_equal(put(functions, "f", NULL, &error), VP_ERROR_ARGUMENT);
  assert_int_equal(error.column, 1);
  assert_int_equal(
      vp_functions_register_callback(functions, "f", "f64(void)", nothing, NULL, NULL, &error),
      VP_ERROR_ARGUMENT);
  assert_int_equal(error.column, 5);
  vp_functions_free(functions);
}

static void something_must_be_called(void **state) {
  (void)state;
  vp_functions *functions = new_functions();
  vp_error error;
  assert_int_equal(vp_functions_register(functions, "f", "f64()", NULL, &error), VP_ERROR_ARGUMENT);
  assert_string_equal(error.message, "\"f\" lacks a function");
  assert_int_equal(
      vp_functions_register_callback(functions, "f", "f64()", NULL, NULL, NULL, &error),
      VP_ERROR_ARGUMENT);
  assert_string_equal(error.message, "\"f\" lacks a function");
  vp_functions_free(functions);
}

static void user_data_is_destroyed_once(void **state) {
  (void)state;
  enum { CALLBACKS = 20 };
  int destroyed[CALLBACKS] = {0};
  vp_functions *functions = new_functions();
  for (int i = 0; i < CALLBACKS; i++) {
    char name[] = {'f', (char)('a' + i), '\0'};
    assert_int_equal(vp_functions_register_callback(functions, name, "i32(i32)", nothing,
                                                    &destroyed[i], i % 2 ? count_up : NULL, NULL),
                     VP_OK);
  }
  for (int i = 0; i < CALLBACKS; i++) assert_int_equal(destroyed[i], 0);
  vp_functions_free(functions);
  for (int i = 0; i < CALLBACKS; i++) assert_int_equal(destroyed[i], i % 2);
}

static void name_and_signature_are_copied(void **state) {
  (void)state;
  char name[] = "name", signature[] = "f64(f64,f64)";
  vp_functions *functions = new_functions();
  assert_int_equal(put(functions, name, signature, NULL), VP_OK);
  memset(name, 'x', strlen(name));
  memset(signature, 'x', strlen(signature));
  assert_string_equal(vp_function_name(vp_functions_at(functions, 0)), "name");
  assert_string_equal(vp_function_signature(vp_functions_at(functions, 0)), "f64(f64,f64)");
  vp_functions_free(functions);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(functions_are_found_by_their_names),
      cmocka_unit_test(names_are_identifiers),
      cmocka_unit_test(a_name_is_taken_once),
      cmocka_unit_test(malformed_signatures_are_refused),
      cmocka_unit_test(something_must_be_called),
      cmocka_unit_test(user_data_is_destroyed_once),
      cmocka_unit_test(name_and_signature_are_copied),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
