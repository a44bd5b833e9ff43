/* Columns as text that a test can compare, and the example plans. */
#ifndef TESTS_COLUMNS_FRAMES_H
#define TESTS_COLUMNS_FRAMES_H

#include <vp/columns.h>

#include "plans.h"

static const char *const example_plans[] = {
    "bollebygd-mobilitetsplan",     "bollebygd-social-hallbarhet",
    "bollebygd-socialnamnden-2026", "bollebygd-socialnamnden-2026-scan",
    "programme-risks-5x5",
};

enum { EXAMPLE_PLANS = sizeof example_plans / sizeof *example_plans };

static inline vp_plan *example_plan(const char *name) {
  output text = example_text(name);
  vp_plan *plan = plan_from(text.bytes);
  free(text.bytes);
  return plan;
}

static inline const vp_column_view *find_column(const vp_columns *columns, const char *name) {
  for (size_t i = 0; i < vp_columns_count(columns); i++)
    if (strcmp(vp_columns_view(columns, i)->name, name) == 0) return vp_columns_view(columns, i);
  return NULL;
}

static inline const vp_column_view *column_of(const vp_columns *columns, const char *name) {
  const vp_column_view *found = find_column(columns, name);
  if (found == NULL) fail_msg("there is no column %s", name);
  return found;
}

static inline bool bit_at(const void *bits, size_t row) {
  return (((const uint8_t *)bits)[row / 8] >> row % 8 & 1) != 0;
}

static inline bool is_null(const vp_column_view *view, size_t row) {
  return view->validity != NULL && !bit_at(view->validity, row);
}

static inline void put_item(output *out, const vp_column_view *view, size_t row) {
  char text[64];
  switch (view->kind) {
    case VP_COLUMN_TEXT:
      output_append(out, (const char *)view->values + view->offsets[row],
                    (size_t)(view->offsets[row + 1] - view->offsets[row]));
      return;
    case VP_COLUMN_INTEGER:
      snprintf(text, sizeof text, "%lld", (long long)((const int64_t *)view->values)[row]);
      break;
    case VP_COLUMN_NUMBER:
      snprintf(text, sizeof text, "%.10g", ((const double *)view->values)[row]);
      break;
    case VP_COLUMN_FLAG:
      snprintf(text, sizeof text, "%s", bit_at(view->values, row) ? "true" : "false");
      break;
  }
  output_put(out, text);
}

/* "name: value", a line for each column in which the row is not null. */
static inline output row_lines(const vp_columns *columns, size_t row) {
  output out = {NULL, 0};
  assert_true(row < vp_columns_row_count(columns));
  for (size_t i = 0; i < vp_columns_count(columns); i++) {
    const vp_column_view *view = vp_columns_view(columns, i);
    if (is_null(view, row)) continue;
    output_put(&out, view->name);
    output_put(&out, ": ");
    put_item(&out, view, row);
    output_put(&out, "\n");
  }
  return out;
}

static inline void assert_row(const vp_columns *columns, size_t row, const char *expected) {
  output lines = row_lines(columns, row);
  assert_string_equal(lines.bytes, expected);
  free(lines.bytes);
}

/* text NULL: it is null. */
static inline void assert_item(const vp_columns *columns, const char *name, size_t row,
                               const char *text) {
  const vp_column_view *view = column_of(columns, name);
  assert_int_equal(is_null(view, row), text == NULL);
  if (text == NULL) return;
  output item = {NULL, 0};
  put_item(&item, view, row);
  assert_string_equal(item.bytes, text);
  free(item.bytes);
}

/* Every column has all rows, as many nulls as it says, and texts that follow each other. */
static inline void assert_whole(const vp_columns *columns) {
  size_t rows = vp_columns_row_count(columns);
  assert_true(vp_columns_count(columns) > 0);
  assert_null(vp_columns_view(columns, vp_columns_count(columns)));
  for (size_t i = 0; i < vp_columns_count(columns); i++) {
    const vp_column_view *view = vp_columns_view(columns, i);
    assert_ptr_equal(find_column(columns, view->name), view); /* no other has its name */
    assert_non_null(view->values);
    assert_int_equal(view->validity == NULL, view->null_count == 0);
    size_t nulls = 0;
    for (size_t row = 0; row < rows; row++) nulls += is_null(view, row);
    assert_int_equal(nulls, view->null_count);
    assert_int_equal(view->offsets != NULL, view->kind == VP_COLUMN_TEXT);
    if (view->offsets == NULL) continue;
    assert_int_equal(view->offsets[0], 0);
    for (size_t row = 0; row < rows; row++)
      assert_true(view->offsets[row + 1] - view->offsets[row] >= 0 &&
                  (!is_null(view, row) || view->offsets[row + 1] == view->offsets[row]));
  }
}

#endif
