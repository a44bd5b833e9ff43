/* The JSON Schema (2020-12) of the formats, from the shapes that the reader follows. */
#include <vp/schema.h>

#include <string.h>

#include "base/buffer.h"
#include "model/baseline.h"
#include "model/id.h"
#include "model/profile.h"

static const char quantity_schema[] = "{ \"type\": [\"number\", \"string\", \"null\"] }";

static void put_definition(vp_buffer *out, const char *name) {
  vp_buffer_printf(out, "{ \"$ref\": \"#/$defs/%s\" }", name);
}

static void put_names(vp_buffer *out, const vp_field *field) {
  vp_buffer_put(out, "{ \"enum\": [");
  for (size_t i = 0; field->names[i] != NULL; i++)
    vp_buffer_printf(out, "%s\"%s\"", i > 0 ? ", " : "", field->names[i]);
  vp_buffer_put(out, "] }");
}

static void put_field(vp_buffer *out, const vp_field *field) {
  bool is_filled = (field->flags & VP_FIELD_FILLED) != 0;
  switch (field->kind) {
    case VP_FIELD_TEXT:
    case VP_FIELD_REFERENCE:
    case VP_FIELD_PERIOD:
      vp_buffer_printf(out, "{ \"type\": \"string\"%s }", is_filled ? ", \"minLength\": 1" : "");
      break;
    case VP_FIELD_ID: put_definition(out, "id"); break;
    case VP_FIELD_CHOICE: put_names(out, field); break;
    case VP_FIELD_FLAG: vp_buffer_put(out, "{ \"const\": true }"); break;
    case VP_FIELD_INTEGER:
      vp_buffer_printf(out, "{ \"type\": \"integer\", \"minimum\": %ld, \"maximum\": %ld }",
                       (long)field->low, (long)field->high);
      break;
    case VP_FIELD_QUANTITY:
      if (field->high > 0)
        vp_buffer_printf(out, "{ \"type\": \"number\", \"minimum\": %ld, \"maximum\": %ld }",
                         (long)field->low, (long)field->high);
      else
        put_definition(out, "quantity");
      break;
    case VP_FIELD_CHOICES:
      vp_buffer_put(out, "{ \"type\": \"array\", \"items\": ");
      put_names(out, field);
      vp_buffer_put(out, " }");
      break;
    case VP_FIELD_TEXTS:
    case VP_FIELD_REFERENCES:
    case VP_FIELD_QUANTITIES:
      vp_buffer_put(out, "{ \"type\": \"array\", \"items\": ");
      if (field->kind == VP_FIELD_QUANTITIES)
        put_definition(out, "quantity");
      else
        vp_buffer_put(out, "{ \"type\": \"string\" }");
      if (field->low > 0) vp_buffer_printf(out, ", \"minItems\": %ld", (long)field->low);
      if (field->high > 0) vp_buffer_printf(out, ", \"maxItems\": %ld", (long)field->high);
      vp_buffer_put(out, " }");
      break;
    case VP_FIELD_OBJECT: put_definition(out, field->shape->name); break;
    case VP_FIELD_LIST:
      vp_buffer_put(out, "{ \"type\": \"array\", \"items\": ");
      put_definition(out, field->shape->name);
      vp_buffer_put(out, " }");
      break;
  }
}

/* The keys of the fields with a flag, each wrapped as the keyword wants it. */
static void put_keys(vp_buffer *out, const vp_shape *shape, unsigned flag, const char *keyword,
                     const char *before, const char *after) {
  bool any = false;
  for (size_t i = 0; i < shape->field_count; i++) {
    if ((shape->fields[i].flags & flag) == 0) continue;
    if (!any) vp_buffer_printf(out, ",\n      \"%s\": [", keyword);
    vp_buffer_printf(out, "%s%s\"%s\"%s", any ? ", " : "", before, shape->fields[i].key, after);
    any = true;
  }
  if (any) vp_buffer_put(out, "]");
}

static void put_needs(vp_buffer *out, const vp_shape *shape) {
  bool any = false;
  for (size_t i = 0; i < shape->field_count; i++) {
    const vp_field *field = &shape->fields[i];
    if (field->needs == NULL) continue;
    vp_buffer_printf(out, "%s\"%s\": [\"%s\"]", any ? ", " : ",\n      \"dependentRequired\": { ",
                     field->key, field->needs);
    any = true;
  }
  if (any) vp_buffer_put(out, " }");
}

static void put_object(vp_buffer *out, const vp_shape *shape, const char *format) {
  vp_buffer_put(out, "{\n      \"type\": \"object\",\n      \"properties\": {");
  for (size_t i = 0; i < shape->field_count; i++) {
    const vp_field *field = &shape->fields[i];
    vp_buffer_printf(out, "%s\n        \"%s\": ", i > 0 ? "," : "", field->key);
    if (strcmp(field->key, "format") == 0)
      vp_buffer_printf(out, "{ \"const\": \"%s\" }", format);
    else
      put_field(out, field);
  }
  vp_buffer_put(out, "\n      },\n      \"patternProperties\": { \"^x-\": true },\n"
                     "      \"additionalProperties\": false");
  put_keys(out, shape, VP_FIELD_REQUIRED, "required", "", "");
  put_keys(out, shape, VP_FIELD_ONE_OF, "oneOf", "{ \"required\": [", "] }");
  put_needs(out, shape);
  vp_buffer_put(out, "\n    }");
}

static void put_shape(vp_buffer *out, const vp_shape *shape, const char *format) {
  vp_buffer_printf(out, ",\n    \"%s\": ", shape->name);
  if (shape->shorthand) vp_buffer_put(out, "{ \"anyOf\": [{ \"$ref\": \"#/$defs/id\" }, ");
  put_object(out, shape, format);
  if (shape->shorthand) vp_buffer_put(out, "] }");
}

/* Whether the shape was already written: it is reached from an earlier field. */
typedef struct definitions {
  const vp_shape *done[64];
  size_t count;
} definitions;

static void put_shapes(vp_buffer *out, const vp_shape *shape, const char *format,
                       definitions *written) {
  for (size_t i = 0; i < written->count; i++)
    if (written->done[i] == shape) return;
  written->done[written->count++] = shape;
  put_shape(out, shape, format);
  for (size_t i = 0; i < shape->field_count; i++)
    if (shape->fields[i].shape != NULL) put_shapes(out, shape->fields[i].shape, format, written);
}

/* The schema of the files whose root has this shape and whose "format" says this. */
static vp_status write_schema(const vp_shape *shape, const char *format, const vp_context *context,
                              const vp_sink *sink, vp_error *error) {
  vp_buffer out;
  vp_buffer_init(&out, vp_context_or_default(context));
  vp_buffer_printf(&out,
                   "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
                   "  \"title\": \"%s\",\n  \"$ref\": \"#/$defs/%s\",\n  \"$defs\": {\n",
                   format, shape->name);
  vp_buffer_put(&out,
                "    \"id\": { \"type\": \"string\", \"pattern\": \"" VP_ID_PATTERN "\" },\n");
  vp_buffer_printf(&out, "    \"quantity\": %s", quantity_schema);
  definitions written = {.count = 0};
  put_shapes(&out, shape, format, &written);
  vp_buffer_put(&out, "\n  }\n}\n");
  vp_status status = VP_OK;
  if (out.failed)
    status = vp_fail_memory(error);
  else if (sink->write(sink->user, out.bytes, out.length) != 0)
    status = vp_fail(error, VP_ERROR_WRITE, "the output could not be written");
  vp_buffer_free(&out);
  return status;
}

vp_status vp_schema_write(const vp_context *context, const vp_sink *sink, vp_error *error) {
  return write_schema(&vp_plan_shape, VP_PLAN_FORMAT, context, sink, error);
}

vp_status vp_baseline_schema_write(const vp_context *context, const vp_sink *sink,
                                   vp_error *error) {
  return write_schema(&vp_baseline_shape, VP_BASELINE_FORMAT, context, sink, error);
}

vp_status vp_profile_schema_write(const vp_context *context, const vp_sink *sink, vp_error *error) {
  return write_schema(&vp_profile_shape, VP_PROFILE_FORMAT, context, sink, error);
}
