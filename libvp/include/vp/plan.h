/* A plan: read, written, and looked at.
 *
 * A plan is a tree of elements. The names of elements and fields are those of the plan file; the
 * JSON Schema lists them. A plan that was read is never changed by libvp: any number of threads may
 * use it. */
#ifndef VP_PLAN_H
#define VP_PLAN_H

#include <vp/context.h>
#include <vp/date.h>
#include <vp/quantity.h>
#include <vp/sink.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct vp_plan vp_plan;
typedef struct vp_element vp_element;

/* Reads one plan from UTF-8 JSON. The bytes are copied. context NULL means malloc and free.
 * VP_ERROR_SYNTAX when the bytes are not the JSON that libvp accepts, VP_ERROR_FORMAT when it is
 * not a plan, both with line and column. */
VP_API vp_status vp_plan_read(vp_plan **out, const vp_context *context, const char *bytes,
                              size_t length, vp_error *error);

/* Writes the plan in its canonical form: fields in the schema's order, two spaces a level. Reading
 * it again gives the same plan. */
VP_API vp_status vp_plan_write(const vp_plan *plan, const vp_sink *sink, vp_error *error);

VP_API void vp_plan_free(vp_plan *plan); /* NULL is allowed */

/* The context that it was made with. */
VP_API const vp_context *vp_plan_context(const vp_plan *plan);

/* "sv" or "en": what its profile says, or else the plan; "sv" when neither does. */
VP_API const char *vp_plan_language(const vp_plan *plan);

/* The plan as an element: the root of the tree. */
VP_API const vp_element *vp_plan_root(const vp_plan *plan);

/* The first element with that id, or NULL. Rows and columns are not found: their ids are unique
 * only within their table. */
VP_API const vp_element *vp_plan_find(const vp_plan *plan, const char *id);

/* The bytes of a line (from 1) of the text that the plan was read from, without its end; NULL
 * beyond it. */
VP_API const char *vp_plan_line(const vp_plan *plan, uint32_t line, size_t *length);

/* Everything below is borrowed from the plan. An unknown field, an absent value, an index beyond
 * the last item, a field of another kind and a NULL element give NULL, 0, false, or a quantity or
 * period that is MISSING. */

VP_API const char *vp_element_kind(const vp_element *element); /* "plan", "risk", … */
VP_API const char *vp_element_id(const vp_element *element);   /* or NULL */
VP_API const vp_element *vp_element_parent(const vp_element *element);

/* Where an element stands, or one of its fields, or one item of a field: field is NULL for the
 * element itself, and item UINT32_MAX for the whole field. */

enum { VP_POINTER_SIZE = 160 };

/* As a JSON Pointer (RFC 6901). Returns the length without the NUL, as snprintf does;
 * VP_POINTER_SIZE bytes hold any pointer. */
VP_API size_t vp_element_pointer(char *buffer, size_t size, const vp_element *element,
                                 const char *field, uint32_t item);

typedef struct vp_span {
  size_t begin;    /* of the first byte, in the bytes that vp_plan_read was given */
  size_t end;      /* behind the last byte */
  uint32_t line;   /* from 1 */
  uint32_t column; /* from 1, in characters */
} vp_span;

/* In the text that the plan was read from: of the nearest thing around it, when it does not stand
 * there itself. false when the plan was not read, or was changed afterwards. */
VP_API bool vp_element_span(vp_span *out, const vp_element *element, const char *field,
                            uint32_t item);

/* How many items a field holds; 1 for a single value that is present. */
VP_API size_t vp_element_count(const vp_element *element, const char *field);

VP_API const vp_element *vp_element_child(const vp_element *element, const char *field,
                                          size_t index);

/* A text, an id, a reference, or a choice by its name; for a quantity or a period what was written.
 * */
VP_API const char *vp_element_text(const vp_element *element, const char *field, size_t index);

VP_API vp_quantity vp_element_quantity(const vp_element *element, const char *field, size_t index);
VP_API vp_period vp_element_period(const vp_element *element, const char *field);
VP_API bool vp_element_flag(const vp_element *element, const char *field);

/* false when the field holds no integer. */
VP_API bool vp_element_integer(int32_t *out, const vp_element *element, const char *field);

#ifdef __cplusplus
}
#endif

#endif
