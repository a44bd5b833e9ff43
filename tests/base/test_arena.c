#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "allocator.h"
#include "base/arena.h"
#include "random.h"

static void memory_is_zeroed_aligned_and_apart(void **state) {
  (void)state;
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, NULL, NULL), VP_OK);
  vp_arena arena;
  vp_arena_init(&arena, context);
  enum { COUNT = 500 };
  unsigned char *blocks[COUNT];
  size_t sizes[COUNT];
  uint64_t seed = 1;
  for (int i = 0; i < COUNT; i++) {
    sizes[i] = (size_t)random_between(&seed, 0, i % 50 == 0 ? 40000 : 200);
    blocks[i] = vp_arena_alloc(&arena, sizes[i]);
    assert_non_null(blocks[i]);
    assert_int_equal((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
    for (size_t k = 0; k < sizes[i]; k++) assert_int_equal(blocks[i][k], 0);
    memset(blocks[i], i % 251 + 1, sizes[i]);
  }
  for (int i = 0; i < COUNT; i++) {
    for (size_t k = 0; k < sizes[i]; k++) assert_int_equal(blocks[i][k], i % 251 + 1);
  }
  vp_arena_free(&arena);
  vp_context_free(context);
}

static void sizes_that_overflow_are_refused(void **state) {
  (void)state;
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, NULL, NULL), VP_OK);
  vp_arena arena;
  vp_arena_init(&arena, context);
  assert_null(vp_arena_alloc(&arena, SIZE_MAX));
  assert_null(vp_arena_array(&arena, SIZE_MAX / 2, 3));
  assert_null(vp_arena_array(&arena, 3, SIZE_MAX / 2));
  assert_non_null(vp_arena_array(&arena, 0, 8));
  assert_non_null(vp_arena_array(&arena, 8, 0));
  vp_arena_free(&arena);
  vp_context_free(context);
}

static void a_copy_ends_with_nul(void **state) {
  (void)state;
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, NULL, NULL), VP_OK);
  vp_arena arena;
  vp_arena_init(&arena, context);
  assert_string_equal(vp_arena_copy(&arena, "nämnden", 4), "näm");
  assert_string_equal(vp_arena_copy(&arena, NULL, 0), "");
  vp_arena_free(&arena);
  vp_context_free(context);
}

static void everything_is_freed_also_when_memory_ran_out(void **state) {
  (void)state;
  counting_allocator counter = {.calls = 3};
  vp_allocator allocator = counting(&counter);
  vp_context *context = NULL;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  vp_arena arena;
  vp_arena_init(&arena, context);
  assert_non_null(vp_arena_alloc(&arena, 100000));
  assert_non_null(vp_arena_alloc(&arena, 100000));
  assert_null(vp_arena_alloc(&arena, 100000));
  assert_null(vp_arena_copy(&arena, "a", 1));
  assert_int_equal(counter.live, 3);
  vp_arena_free(&arena);
  assert_int_equal(counter.live, 1);
  counter.calls = 1;
  assert_non_null(vp_arena_alloc(&arena, 1));
  vp_arena_free(&arena);
  vp_context_free(context);
  assert_int_equal(counter.live, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(memory_is_zeroed_aligned_and_apart),
      cmocka_unit_test(sizes_that_overflow_are_refused),
      cmocka_unit_test(a_copy_ends_with_nul),
      cmocka_unit_test(everything_is_freed_also_when_memory_ran_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
