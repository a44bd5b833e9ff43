#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "allocator.h"
#include "base/buffer.h"

static void text_grows_piece_by_piece(void **state) {
  (void)state;
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, NULL, NULL), VP_OK);
  vp_buffer buffer;
  vp_buffer_init(&buffer, context);
  assert_null(buffer.bytes);
  vp_buffer_put(&buffer, "");
  assert_string_equal(buffer.bytes, "");
  vp_buffer_put(&buffer, "rad ");
  vp_buffer_append(&buffer, "abc", 2);
  vp_buffer_append(&buffer, NULL, 0);
  vp_buffer_printf(&buffer, " %d%s", 7, " å");
  assert_string_equal(buffer.bytes, "rad ab 7 å");
  assert_int_equal(buffer.length, 11);
  assert_false(buffer.failed);

  vp_buffer_clear(&buffer);
  assert_string_equal(buffer.bytes, "");
  for (int i = 0; i < 10000; i++) vp_buffer_printf(&buffer, "%d,", i % 10);
  assert_int_equal(buffer.length, 20000);
  for (int i = 0; i < 10000; i++) assert_int_equal(buffer.bytes[2 * i], '0' + i % 10);
  assert_int_equal(buffer.bytes[20000], '\0');
  vp_buffer_free(&buffer);
  vp_buffer_clear(&buffer);
  vp_buffer_free(&buffer);
  vp_context_free(context);
}

static void the_first_failure_sticks(void **state) {
  (void)state;
  counting_allocator counter = {.calls = 2};
  vp_allocator allocator = counting(&counter);
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  vp_buffer buffer;
  vp_buffer_init(&buffer, context);
  vp_buffer_put(&buffer, "a");
  vp_buffer_printf(&buffer, "%1000d", 1);
  assert_true(buffer.failed);
  counter.calls = 10;
  vp_buffer_put(&buffer, "b");
  vp_buffer_printf(&buffer, "c");
  assert_true(buffer.failed);
  assert_string_equal(buffer.bytes, "a");
  vp_buffer_free(&buffer);
  vp_context_free(context);
  assert_int_equal(counter.live, 0);
}

static void a_length_that_overflows_is_a_failure(void **state) {
  (void)state;
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, NULL, NULL), VP_OK);
  vp_buffer buffer;
  vp_buffer_init(&buffer, context);
  vp_buffer_put(&buffer, "a");
  vp_buffer_append(&buffer, "", SIZE_MAX);
  assert_true(buffer.failed);
  assert_string_equal(buffer.bytes, "a");
  vp_buffer_free(&buffer);
  vp_context_free(context);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(text_grows_piece_by_piece),
      cmocka_unit_test(the_first_failure_sticks),
      cmocka_unit_test(a_length_that_overflows_is_a_failure),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
