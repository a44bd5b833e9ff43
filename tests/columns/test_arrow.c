#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "allocator.h"
#include "frames.h"

/* What a consumer holds, and where its memory comes from. */
typedef struct exported {
  counting_allocator counter;
  vp_context *context;
  struct ArrowSchema schema;
  struct ArrowArray array;
} exported;

static vp_columns *observations(const vp_context *context) {
  static const char json[] =
      "{\"format\":\"vp-plan/1\",\"id\":\"p\",\"title\":\"P\",\"period\":\"2026\",\"indicators\":["
      "{\"id\":\"i\",\"name\":\"I\",\"observations\":[{\"period\":\"2024\",\"value\":\"7,5\","
      "\"source\":{\"page\":3}},{\"period\":\"2025\",\"method_changed\":true}]}]}";
  vp_plan *plan;
  vp_columns *columns;
  assert_int_equal(vp_plan_read(&plan, context, json, sizeof json - 1, NULL), VP_OK);
  assert_int_equal(vp_columns_of_elements(&columns, vp_plan_root(plan), "observation", NULL),
                   VP_OK);
  vp_plan_free(plan);
  return columns;
}

static int export_observations(void **state) {
  static exported e;
  e = (exported){.counter = {.calls = -1}};
  const vp_allocator allocator = counting(&e.counter);
  assert_int_equal(vp_context_new(&e.context, &allocator, NULL), VP_OK);
  assert_int_equal(vp_columns_export(&e.schema, &e.array, observations(e.context), NULL), VP_OK);
  *state = &e;
  return 0;
}

static int end(void **state) {
  exported *e = *state;
  if (e->schema.release != NULL) e->schema.release(&e->schema);
  if (e->array.release != NULL) e->array.release(&e->array);
  vp_context_free(e->context);
  return e->counter.live;
}

static size_t child_named(const exported *e, const char *name) {
  for (int64_t i = 0; i < e->schema.n_children; i++)
    if (strcmp(e->schema.children[i]->name, name) == 0) return (size_t)i;
  fail_msg("there is no column %s", name);
  return 0;
}

static void the_schema(void **state) {
  const exported *e = *state;
  static const char *const columns[][2] = {{"indicator", "U"},
                                           {"value", "g"},
                                           {"value_text", "U"},
                                           {"method_changed", "b"},
                                           {"source_page", "l"}};
  assert_string_equal(e->schema.format, "+s");
  assert_string_equal(e->schema.name, "");
  assert_null(e->schema.metadata);
  assert_null(e->schema.dictionary);
  assert_int_equal(e->schema.flags, 0);
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    const struct ArrowSchema *child = e->schema.children[child_named(e, columns[i][0])];
    assert_string_equal(child->format, columns[i][1]);
    assert_int_equal(child->flags, ARROW_FLAG_NULLABLE);
    assert_int_equal(child->n_children, 0);
    assert_null(child->metadata);
    assert_null(child->dictionary);
  }
}

static const struct ArrowArray *array_named(const exported *e, const char *name) {
  const struct ArrowArray *child = e->array.children[child_named(e, name)];
  assert_int_equal(child->length, 2);
  assert_int_equal(child->offset, 0);
  assert_int_equal(child->n_children, 0);
  assert_null(child->dictionary);
  return child;
}

static void the_array(void **state) {
  const exported *e = *state;
  assert_int_equal(e->array.length, 2);
  assert_int_equal(e->array.null_count, 0);
  assert_int_equal(e->array.n_buffers, 1);
  assert_null(e->array.buffers[0]);
  assert_int_equal(e->array.n_children, e->schema.n_children);
  assert_int_equal(e->array.n_children, 14);

  const struct ArrowArray *value = array_named(e, "value"), *text = array_named(e, "value_text");
  const struct ArrowArray *period = array_named(e, "period");
  const struct ArrowArray *flag = array_named(e, "method_changed");
  assert_int_equal(value->n_buffers, 2);
  assert_int_equal(value->null_count, 1);
  assert_int_equal(*(const uint8_t *)value->buffers[0], 1);
  assert_true(((const double *)value->buffers[1])[0] == 7.5);
  assert_int_equal(text->n_buffers, 3);
  assert_int_equal(text->null_count, 1);
  assert_int_equal(((const int64_t *)text->buffers[1])[2], 3);
  assert_memory_equal(text->buffers[2], "7,5", 3);
  assert_int_equal(period->null_count, 0);
  assert_null(period->buffers[0]);
  assert_memory_equal(period->buffers[2], "20242025", 8);
  assert_int_equal(*(const uint8_t *)flag->buffers[1], 2);
}

static void either_is_released_first(void **state) {
  exported *e = *state;
  e->schema.release(&e->schema);
  assert_null(e->schema.release);
  const struct ArrowArray *value = e->array.children[2];
  assert_true(((const double *)value->buffers[1])[0] == 7.5);
  e->array.release(&e->array);
  assert_null(e->array.release);
  assert_int_equal(e->counter.live, 1); /* the context */
}

static void the_whole_is_moved(void **state) {
  exported *e = *state;
  struct ArrowSchema schema = e->schema;
  struct ArrowArray array = e->array;
  e->schema.release = NULL;
  e->array.release = NULL;
  array.release(&array);
  assert_string_equal(schema.children[1]->name, "period");
  schema.release(&schema);
  assert_int_equal(e->counter.live, 1);
}

static void children_are_moved_out(void **state) {
  exported *e = *state;
  size_t moved = child_named(e, "value_text");
  struct ArrowSchema schema = *e->schema.children[moved];
  struct ArrowArray array = *e->array.children[moved];
  e->schema.children[moved]->release = NULL;
  e->array.children[moved]->release = NULL;
  e->schema.release(&e->schema);
  e->array.release(&e->array);
  assert_string_equal(schema.name, "value_text");
  assert_memory_equal(array.buffers[2], "7,5", 3);
  schema.release(&schema);
  array.release(&array);
  assert_null(schema.release);
  assert_null(array.release);
  assert_int_equal(e->counter.live, 1);
}

static void a_child_is_released_before_the_rest(void **state) {
  exported *e = *state;
  int live = e->counter.live;
  e->array.children[0]->release(e->array.children[0]);
  assert_null(e->array.children[0]->release);
  assert_true(e->counter.live < live);
}

/* The columns stay the caller's, and nothing is written. */
static void out_of_memory(void **state) {
  exported *e = *state;
  vp_columns *columns = observations(e->context);
  int live = e->counter.live;
  for (int calls = 0; calls <= 15; calls++) {
    struct ArrowSchema schema = {.release = NULL};
    struct ArrowArray array = {.release = NULL};
    e->counter.calls = calls;
    assert_int_equal(vp_columns_export(&schema, &array, columns, NULL), VP_ERROR_MEMORY);
    e->counter.calls = -1;
    assert_null(schema.release);
    assert_null(array.release);
    assert_int_equal(e->counter.live, live);
  }
  assert_row(columns, 1, "indicator: i\nperiod: 2025\nmethod_changed: true\n");
  vp_columns_free(columns);
}

static void no_rows(void **state) {
  (void)state;
  vp_plan *plan = plan_with("'risks':[]");
  vp_columns *columns;
  struct ArrowSchema schema;
  struct ArrowArray array;
  assert_int_equal(vp_columns_of_elements(&columns, vp_plan_root(plan), "risk", NULL), VP_OK);
  vp_plan_free(plan);
  assert_int_equal(vp_columns_export(&schema, &array, columns, NULL), VP_OK);
  assert_int_equal(array.length, 0);
  for (int64_t i = 0; i < array.n_children; i++) {
    assert_int_equal(array.children[i]->length, 0);
    assert_non_null(array.children[i]->buffers[1]);
    if (array.children[i]->n_buffers == 3) {
      assert_int_equal(*(const int64_t *)array.children[i]->buffers[1], 0);
      assert_non_null(array.children[i]->buffers[2]);
    }
  }
  array.release(&array);
  schema.release(&schema);
}

#define WITH_EXPORT(test) cmocka_unit_test_setup_teardown(test, export_observations, end)

int main(void) {
  const struct CMUnitTest tests[] = {
      WITH_EXPORT(the_schema),
      WITH_EXPORT(the_array),
      WITH_EXPORT(either_is_released_first),
      WITH_EXPORT(the_whole_is_moved),
      WITH_EXPORT(children_are_moved_out),
      WITH_EXPORT(a_child_is_released_before_the_rest),
      WITH_EXPORT(out_of_memory),
      cmocka_unit_test(no_rows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
