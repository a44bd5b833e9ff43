/* From a plan or a baseline to JSON. What fits on a line stands on one. */
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "json/quote.h"
#include "model/baseline.h"
#include "model/plan.h"

enum { LINE_WIDTH = 100, INDENT = 2, FLUSH_SIZE = 1 << 16, FLAT = -1 };

typedef struct writer {
  vp_buffer out;
  size_t limit; /* of out: what is longer than this does not fit on its line */
  const vp_sink *sink;
  bool refused;
} writer;

static void flush(writer *w) {
  if (w->out.length == 0) return;
  if (!w->refused) w->refused = w->sink->write(w->sink->user, w->out.bytes, w->out.length) != 0;
  vp_buffer_clear(&w->out);
}

/* Starts the next item of a container: on a line of its own, or behind the last one. */
static void separate(writer *w, bool *first, int depth) {
  if (!*first) vp_buffer_put(&w->out, depth == FLAT ? ", " : ",");
  if (depth == FLAT) {
    if (*first) vp_buffer_put(&w->out, " ");
  } else {
    vp_buffer_printf(&w->out, "\n%*s", depth * INDENT, "");
  }
  *first = false;
}

static void close(writer *w, bool empty, int depth, const char *bracket) {
  if (!empty && depth == FLAT) vp_buffer_put(&w->out, " ");
  if (!empty && depth != FLAT) vp_buffer_printf(&w->out, "\n%*s", depth * INDENT, "");
  vp_buffer_put(&w->out, bracket);
}

static int deeper(int depth) { return depth == FLAT ? FLAT : depth + 1; }

static void put_quantity(writer *w, const vp_quantity *quantity) {
  if (quantity->text == NULL)
    vp_buffer_put(&w->out, "null");
  else if (quantity->bare)
    vp_buffer_put(&w->out, quantity->text);
  else
    vp_json_quote(&w->out, quantity->text);
}

/* Starts writing on one line what may prove too long for it; returns where it starts. */
static size_t attempt(writer *w) {
  w->limit = w->out.length + (size_t)LINE_WIDTH * 4; /* UTF-8 takes four bytes at most */
  return w->out.length;
}

static bool is_hopeless(const writer *w, int depth) {
  return depth == FLAT && w->out.length > w->limit;
}

/* Takes back what was written since start unless it fits on the line. */
static bool fits(writer *w, size_t start, int depth, size_t tail) {
  if (w->out.failed) return true;
  const char *written = w->out.bytes + start;
  size_t length = w->out.length - start;
  size_t width = (size_t)(depth * INDENT) + vp_utf8_count(written, length) + tail;
  if (width <= LINE_WIDTH && memchr(written, '\n', length) == NULL) return true;
  w->out.length = start;
  w->out.bytes[start] = '\0';
  return false;
}

static void put_element(writer *w, const vp_element *element, int depth);

static void put_child(writer *w, const vp_element *child, int depth, size_t tail) {
  if (depth != FLAT) {
    size_t start = attempt(w);
    put_element(w, child, FLAT);
    if (fits(w, start, depth, tail)) return;
  }
  put_element(w, child, depth);
}

static void put_item(writer *w, const vp_element *element, const vp_field *field, size_t i,
                     int depth) {
  if (field->kind == VP_FIELD_LIST)
    put_child(w, vp_element_field_child(element, field, i), depth, 1);
  else if (field->kind == VP_FIELD_QUANTITIES)
    put_quantity(w, &((const vp_quantities *)vp_element_value(element, field))->items[i]);
  else
    vp_json_quote(&w->out, vp_element_field_text(element, field, i));
}

static void put_flat_items(writer *w, const vp_element *element, const vp_field *field) {
  size_t count = vp_element_items(element, field);
  bool spaced = field->kind == VP_FIELD_LIST && count > 0;
  vp_buffer_put(&w->out, spaced ? "[ " : "[");
  for (size_t i = 0; i < count && !is_hopeless(w, FLAT); i++) {
    if (i > 0) vp_buffer_put(&w->out, ", ");
    put_item(w, element, field, i, FLAT);
  }
  vp_buffer_put(&w->out, spaced ? " ]" : "]");
}

static void put_items(writer *w, const vp_element *element, const vp_field *field, int depth,
                      size_t tail) {
  size_t start = depth != FLAT ? attempt(w) : 0;
  put_flat_items(w, element, field);
  if (depth == FLAT || fits(w, start, depth, tail)) return;
  size_t count = vp_element_items(element, field);
  bool first = true;
  vp_buffer_put(&w->out, "[");
  for (size_t i = 0; i < count; i++) {
    separate(w, &first, depth + 1);
    put_item(w, element, field, i, depth + 1);
    if (w->out.length >= FLUSH_SIZE) flush(w);
  }
  close(w, first, depth, "]");
}

static void put_field(writer *w, const vp_element *element, const vp_field *field, int depth) {
  const void *value = vp_element_value(element, field);
  size_t tail = strlen(field->key) + 5; /* "key":  and a comma behind */
  vp_buffer_printf(&w->out, "\"%s\": ", field->key);
  switch (field->kind) {
    case VP_FIELD_TEXT:
    case VP_FIELD_ID:
    case VP_FIELD_REFERENCE:
    case VP_FIELD_PERIOD:
    case VP_FIELD_CHOICE: vp_json_quote(&w->out, vp_element_field_text(element, field, 0)); break;
    case VP_FIELD_FLAG: vp_buffer_put(&w->out, "true"); break;
    case VP_FIELD_INTEGER:
      vp_buffer_printf(&w->out, "%ld", (long)((const vp_integer *)value)->value);
      break;
    case VP_FIELD_QUANTITY: put_quantity(w, value); break;
    case VP_FIELD_TEXTS:
    case VP_FIELD_REFERENCES:
    case VP_FIELD_CHOICES:
    case VP_FIELD_QUANTITIES:
    case VP_FIELD_LIST: put_items(w, element, field, depth, tail); break;
    case VP_FIELD_OBJECT:
      put_child(w, vp_element_field_child(element, field, 0), depth, tail);
      break;
  }
}

static bool is_shorthand(const vp_element *element) {
  if (!element->shape->shorthand || element->extras != NULL) return false;
  for (size_t i = 0; i < element->shape->field_count; i++) {
    const vp_field *field = &element->shape->fields[i];
    if (field->kind != VP_FIELD_ID && vp_element_has(element, field)) return false;
  }
  return true;
}

static void put_element(writer *w, const vp_element *element, int depth) {
  if (is_shorthand(element)) {
    vp_json_quote(&w->out, element->id);
    return;
  }
  bool first = true;
  vp_buffer_put(&w->out, "{");
  for (size_t i = 0; i < element->shape->field_count && !is_hopeless(w, depth); i++) {
    const vp_field *field = &element->shape->fields[i];
    if (!vp_element_has(element, field)) continue;
    separate(w, &first, deeper(depth));
    put_field(w, element, field, deeper(depth));
  }
  for (const vp_extra *extra = element->extras; extra != NULL && !is_hopeless(w, depth);
       extra = extra->next) {
    separate(w, &first, deeper(depth));
    vp_json_quote(&w->out, extra->key);
    vp_buffer_printf(&w->out, ": %s", extra->json);
  }
  close(w, first, depth, "}");
}

static vp_status write_root(const vp_root *root, const vp_sink *sink, vp_error *error) {
  writer w = {.sink = sink};
  vp_buffer_init(&w.out, root->arena.context);
  put_element(&w, &root->base, 0);
  vp_buffer_put(&w.out, "\n");
  flush(&w);
  bool failed = w.out.failed;
  vp_buffer_free(&w.out);
  if (failed) return vp_fail_memory(error);
  return w.refused ? vp_fail(error, VP_ERROR_WRITE, "the output could not be written") : VP_OK;
}

vp_status vp_plan_write(const vp_plan *plan, const vp_sink *sink, vp_error *error) {
  if (plan->index == NULL) return vp_plan_require_complete(plan, error);
  return write_root(&plan->root, sink, error);
}

vp_status vp_baseline_write(const vp_baseline *baseline, const vp_sink *sink, vp_error *error) {
  return write_root(&baseline->root, sink, error);
}
