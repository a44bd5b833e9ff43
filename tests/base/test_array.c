#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "allocator.h"
#include "base/array.h"

static void items_stay_as_the_array_grows(void **state) {
  (void)state;
  const vp_context *context = vp_context_or_default(NULL);
  void *items = NULL;
  size_t capacity = 0;
  for (size_t count = 0; count < 1000; count++) {
    assert_true(vp_array_reserve(context, &items, &capacity, count, sizeof count));
    assert_true(capacity > count);
    ((size_t *)items)[count] = count;
  }
  for (size_t i = 0; i < 1000; i++) assert_int_equal(((size_t *)items)[i], i);
  vp_free(context, items);
}

static void growth_is_geometric(void **state) {
  (void)state;
  counting_allocator counter = {.calls = 30};
  const vp_context context = {counting(&counter)};
  void *items = NULL;
  size_t capacity = 0;
  for (size_t count = 0; count < 100000; count++)
    assert_true(vp_array_reserve(&context, &items, &capacity, count, 1));
  vp_free(&context, items);
  assert_int_equal(counter.live, 0);
}

static void a_failure_leaves_the_array_alone(void **state) {
  (void)state;
  counting_allocator counter = {.calls = 1};
  const vp_context context = {counting(&counter)};
  void *items = NULL;
  size_t capacity = 0;
  assert_true(vp_array_reserve(&context, &items, &capacity, 0, 4));
  void *before = items;
  size_t room = capacity;
  assert_false(vp_array_reserve(&context, &items, &capacity, room, 4));
  assert_ptr_equal(items, before);
  assert_int_equal(capacity, room);

  counter.calls = 1;
  assert_false(vp_array_reserve(&context, &items, &capacity, room, SIZE_MAX / 4));
  assert_int_equal(counter.calls, 1);
  vp_free(&context, items);
  assert_int_equal(counter.live, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(items_stay_as_the_array_grows),
      cmocka_unit_test(growth_is_geometric),
      cmocka_unit_test(a_failure_leaves_the_array_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
