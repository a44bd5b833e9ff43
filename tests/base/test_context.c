#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "allocator.h"
#include "base/context.h"

static void the_default_is_malloc(void **state) {
  (void)state;
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, NULL, NULL), VP_OK);
  char *text = vp_alloc(context, 3);
  assert_non_null(text);
  memcpy(text, "vp", 3);
  text = vp_realloc(context, text, 1000);
  assert_non_null(text);
  assert_string_equal(text, "vp");
  vp_free(context, text);
  vp_context_free(context);
  vp_context_free(NULL);
}

static void the_callers_allocator_gets_every_call(void **state) {
  (void)state;
  counting_allocator counter = {.calls = 3};
  vp_allocator allocator = counting(&counter);
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  memset(&allocator, 0, sizeof allocator);
  void *block = vp_realloc(context, vp_alloc(context, 1), 2);
  assert_non_null(block);
  assert_int_equal(counter.live, 2);
  assert_null(vp_alloc(context, 1));
  vp_free(context, block);
  vp_context_free(context);
  assert_int_equal(counter.live, 0);
}

static void a_failure_leaves_the_result_alone(void **state) {
  (void)state;
  counting_allocator counter = {.calls = 0};
  vp_allocator allocator = counting(&counter);
  vp_context *context = NULL;
  vp_error error;
  assert_int_equal(vp_context_new(&context, &allocator, &error), VP_ERROR_MEMORY);
  assert_int_equal(error.status, VP_ERROR_MEMORY);
  assert_null(context);
}

static void an_allocator_has_all_three_functions(void **state) {
  (void)state;
  counting_allocator counter = {.calls = -1};
  const vp_allocator whole = counting(&counter);
  vp_allocator lacking[] = {whole, whole, whole};
  lacking[0].alloc = NULL;
  lacking[1].realloc = NULL;
  lacking[2].free = NULL;
  for (size_t i = 0; i < 3; i++) {
    vp_context *context = NULL;
    assert_int_equal(vp_context_new(&context, &lacking[i], NULL), VP_ERROR_ARGUMENT);
    assert_null(context);
  }
  assert_int_equal(counter.live, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_default_is_malloc),
      cmocka_unit_test(the_callers_allocator_gets_every_call),
      cmocka_unit_test(a_failure_leaves_the_result_alone),
      cmocka_unit_test(an_allocator_has_all_three_functions),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
