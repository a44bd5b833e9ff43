/* The elements of one kind, field by field as plan_shapes.c lists them. */
#include <string.h>

#include "base/array.h"
#include "columns/elements.h"

/* A shape, and those around it up to the plan's. */
typedef struct nested {
  const struct nested *outer; /* NULL for the plan */
  const vp_shape *shape;
  const vp_field *field; /* of the outer shape, that leads to it */
} nested;

/* An object in the element, or in another object in it. */
typedef struct object {
  const struct object *outer; /* NULL: in the element */
  const vp_field *field;
} object;

/* What a column shows. */
typedef struct source {
  const object *within; /* NULL: the element itself */
  const vp_field *field;
  size_t item;
} source;

typedef struct work {
  const vp_context *context;
  const vp_shape *shape; /* of the elements */
  const vp_element **elements;
  size_t count, capacity;
  vp_columns *columns;
  bool failed;
} work;

static void collect(const vp_element *element, void *user) {
  work *w = user;
  if (element->shape != w->shape || w->failed) return;
  void *elements = w->elements;
  w->failed = !vp_array_reserve(w->context, &elements, &w->capacity, w->count, sizeof element);
  if (w->failed) return;
  w->elements = elements;
  w->elements[w->count++] = element;
}

static void put_text(vp_vector *v, const vp_element *element, const source *from) {
  vp_vector_text(v, vp_element_field_text(element, from->field, from->item));
}

static void put_texts(vp_vector *v, const vp_element *element, const source *from) {
  size_t count = vp_element_items(element, from->field);
  for (size_t i = 0; i < count; i++) {
    if (i > 0) vp_buffer_put(&v->text, ", ");
    vp_buffer_put(&v->text, vp_element_field_text(element, from->field, i));
  }
  if (count > 0)
    vp_vector_end_text(v);
  else
    vp_vector_null(v);
}

static void put_flag(vp_vector *v, const vp_element *element, const source *from) {
  vp_vector_flag(v, *(const bool *)vp_element_value(element, from->field));
}

static void put_integer(vp_vector *v, const vp_element *element, const source *from) {
  const vp_integer *integer = vp_element_value(element, from->field);
  if (integer->known)
    vp_vector_integer(v, integer->value);
  else
    vp_vector_null(v);
}

static vp_quantity quantity_of(const vp_element *element, const source *from) {
  const void *value = vp_element_value(element, from->field);
  if (from->field->kind == VP_FIELD_QUANTITY) return *(const vp_quantity *)value;
  const vp_quantities *list = value;
  if (from->item < list->count) return list->items[from->item];
  return (vp_quantity){.state = VP_QUANTITY_MISSING};
}

static void put_number(vp_vector *v, const vp_element *element, const source *from) {
  vp_quantity quantity = quantity_of(element, from);
  vp_vector_decimal(v, quantity.state == VP_QUANTITY_NUMBER, quantity.value);
}

static const vp_element *element_of(const vp_element *row, const object *within) {
  if (within == NULL) return row;
  const vp_element *outer = element_of(row, within->outer);
  return outer != NULL ? vp_element_field_child(outer, within->field, 0) : NULL;
}

static void put_prefix(vp_buffer *name, const object *within) {
  if (within == NULL) return;
  put_prefix(name, within->outer);
  vp_buffer_printf(name, "%s_", within->field->key);
}

static void put_name(vp_buffer *name, const source *from, const char *suffix) {
  put_prefix(name, from->within);
  vp_buffer_put(name, from->field->key);
  if (from->field->kind == VP_FIELD_QUANTITIES)
    vp_buffer_printf(name, "_%lu", (unsigned long)from->item + 1);
  vp_buffer_put(name, suffix);
}

static bool is_there(const vp_columns *columns, const char *name) {
  for (size_t i = 0; i < columns->count; i++)
    if (strcmp(columns->vectors[i]->name, name) == 0) return true;
  return false;
}

typedef void put(vp_vector *v, const vp_element *element, const source *from);

static void fill(vp_vector *v, const work *w, const source *from, put *put_item) {
  for (size_t i = 0; i < w->count; i++) {
    const vp_element *element = element_of(w->elements[i], from->within);
    if (element != NULL)
      put_item(v, element, from);
    else
      vp_vector_null(v);
  }
}

static void add_column(work *w, const source *from, const char *suffix, vp_column_kind kind,
                       put *put_item) {
  vp_buffer name;
  if (w->failed) return;
  vp_buffer_init(&name, w->context);
  put_name(&name, from, suffix);
  w->failed = name.failed;
  if (!w->failed && !is_there(w->columns, name.bytes)) {
    vp_vector *made = vp_columns_add(w->columns, name.bytes, kind);
    w->failed = made == NULL;
    if (made != NULL) fill(made, w, from, put_item);
  }
  vp_buffer_free(&name);
}

static void add_quantity(work *w, const source *from) {
  add_column(w, from, "", VP_COLUMN_NUMBER, put_number);
  add_column(w, from, "_text", VP_COLUMN_TEXT, put_text);
}

static void add_fields(work *w, const vp_shape *shape, const object *within) {
  for (size_t i = 0; i < shape->field_count; i++) {
    const vp_field *field = &shape->fields[i];
    source from = {within, field, 0};
    switch (field->kind) {
      case VP_FIELD_TEXT:
      case VP_FIELD_ID:
      case VP_FIELD_REFERENCE:
      case VP_FIELD_CHOICE:
      case VP_FIELD_PERIOD: add_column(w, &from, "", VP_COLUMN_TEXT, put_text); break;
      case VP_FIELD_TEXTS:
      case VP_FIELD_REFERENCES:
      case VP_FIELD_CHOICES: add_column(w, &from, "", VP_COLUMN_TEXT, put_texts); break;
      case VP_FIELD_FLAG: add_column(w, &from, "", VP_COLUMN_FLAG, put_flag); break;
      case VP_FIELD_INTEGER: add_column(w, &from, "", VP_COLUMN_INTEGER, put_integer); break;
      case VP_FIELD_QUANTITY: add_quantity(w, &from); break;
      case VP_FIELD_QUANTITIES:
        for (; field->low == field->high && from.item < (size_t)field->high; from.item++)
          add_quantity(w, &from);
        break;
      case VP_FIELD_OBJECT: add_fields(w, field->shape, &(object){within, field}); break;
      case VP_FIELD_LIST: break;
    }
  }
}

static bool has_id(const vp_shape *shape) {
  for (size_t i = 0; i < shape->field_count; i++)
    if (shape->fields[i].kind == VP_FIELD_ID) return true;
  return false;
}

static void add_ancestor(work *w, const vp_shape *shape) {
  vp_vector *made = w->failed ? NULL : vp_columns_add(w->columns, shape->name, VP_COLUMN_TEXT);
  w->failed = made == NULL;
  for (size_t i = 0; i < w->count && made != NULL; i++) {
    const vp_element *element = w->elements[i];
    while (element != NULL && element->shape != shape) element = element->parent;
    const char *name = element != NULL ? element->id : NULL;
    if (element != NULL && !has_id(shape)) name = element->field->key;
    vp_vector_text(made, name);
  }
}

/* The plan is the same for all, and an object under the name of its kind has nothing to tell. */
static void add_ancestors(work *w, const nested *at, bool is_outer) {
  if (at->outer == NULL) return;
  add_ancestors(w, at->outer, true);
  bool is_named =
      at->field->kind == VP_FIELD_OBJECT && strcmp(at->field->key, at->shape->name) != 0;
  if (has_id(at->shape) ? is_outer : is_named) add_ancestor(w, at->shape);
}

static void make(work *w, const vp_element *within, const nested *at) {
  w->shape = at->shape;
  vp_element_walk(within, collect, w);
  if (w->columns == NULL && !w->failed) w->columns = vp_columns_new(w->context, w->count, NULL, 0);
  w->failed = w->failed || w->columns == NULL;
  add_ancestors(w, at, false);
  add_fields(w, at->shape, NULL);
}

/* Looks for the kind from here on; false when it is not there. */
static bool find_kind(work *w, const vp_element *within, const char *kind, const nested *at) {
  if (strcmp(at->shape->name, kind) == 0) {
    make(w, within, at);
    return true;
  }
  for (size_t i = 0; i < at->shape->field_count; i++) {
    const vp_field *field = &at->shape->fields[i];
    if (field->shape != NULL && find_kind(w, within, kind, &(nested){at, field->shape, field}))
      return true;
  }
  return false;
}

static vp_status finish(vp_columns **out, work *w, vp_error *error) {
  vp_free(w->context, w->elements);
  if (w->failed) {
    vp_columns_free(w->columns);
    w->columns = NULL;
  }
  return vp_columns_finish(out, w->columns, error);
}

vp_status vp_columns_of_elements(vp_columns **out, const vp_element *within, const char *kind,
                                 vp_error *error) {
  if (within == NULL) return vp_fail(error, VP_ERROR_ARGUMENT, "there is no element to look in");
  work w = {.context = vp_root_of(within)->arena.context};
  if (!find_kind(&w, within, kind, &(nested){.shape = &vp_plan_shape}))
    return vp_fail(error, VP_ERROR_ARGUMENT, "\"%s\" is no kind of element", kind);
  return finish(out, &w, error);
}

vp_status vp_columns_finish_with_fields(vp_columns **out, vp_columns *made, const vp_plan *plan,
                                        const char *kind, vp_error *error) {
  if (made == NULL) return vp_fail_memory(error);
  work w = {.context = plan->root.arena.context, .columns = made};
  find_kind(&w, &plan->root.base, kind, &(nested){.shape = &vp_plan_shape});
  return finish(out, &w, error);
}
