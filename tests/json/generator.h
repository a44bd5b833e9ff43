/* A plan that uses every field of every shape, as JSON without white space. It follows the shapes,
 * so that it grows with the format. */
#ifndef TESTS_JSON_GENERATOR_H
#define TESTS_JSON_GENERATOR_H

#include "../plans.h"
#include "model/plan.h"

/* So many that each of the fields that exclude one another stands in one. */
enum { OUTER_ITEMS = 8, INNER_ITEMS = 2 };

typedef struct generator {
  output out;
  unsigned count; /* of values so far: no two texts are the same */
} generator;

static inline void generate_text(generator *g, const char *kind) {
  char value[100];
  snprintf(value, sizeof value, "\"%s %u: \xC3\xA5\xE2\x80\xAF\\\"\\\\\\n/\\u0007\"", kind,
           g->count);
  output_put(&g->out, value);
}

static inline void generate_id(generator *g, const char *prefix) {
  char value[100];
  snprintf(value, sizeof value, "\"%s%u_\xC3\xB6:-\"", prefix, g->count);
  output_put(&g->out, value);
}

static inline void generate_quantity(generator *g) {
  static const char *const samples[] = {
      "\"231,2\"",  "231.20", "null",   "\"1 949 356\xE2\x80\xAFkr\"",
      "-0.0",       "1E+2",   "\"\"",   "\"cirka 10\"",
      "\"−0,5 %\"", "0",      "\"Ja\"", "\"olika\"",
  };
  output_put(&g->out, samples[g->count % (sizeof samples / sizeof *samples)]);
}

static inline void generate_period(generator *g) {
  static const char *const samples[] = {
      "2026", "2026-H1", "2025-01/2025-11", "v\xC3\xA5ren 2026", "2024-XX-XX", "2026-02-30",
      "",     "snart"};
  output_put(&g->out, "\"");
  output_put(&g->out, samples[g->count % (sizeof samples / sizeof *samples)]);
  output_put(&g->out, "\"");
}

static inline void generate_integer(generator *g, const vp_field *field) {
  char value[20];
  unsigned span = (unsigned)(field->high - field->low) + 1;
  snprintf(value, sizeof value, "%d", (int)field->low + (int)(g->count % span));
  output_put(&g->out, value);
}

static inline void generate_choice(generator *g, const vp_field *field) {
  unsigned count = 0;
  while (field->names[count] != NULL) count++;
  output_put(&g->out, "\"");
  output_put(&g->out, field->names[g->count % count]);
  output_put(&g->out, "\"");
}

static inline void generate_scalar(generator *g, const vp_field *field) {
  g->count++;
  switch (field->kind) {
    case VP_FIELD_ID: generate_id(g, "id"); break;
    case VP_FIELD_TEXT:
    case VP_FIELD_TEXTS: generate_text(g, field->key); break;
    case VP_FIELD_REFERENCE:
    case VP_FIELD_REFERENCES: generate_id(g, "-to."); break;
    case VP_FIELD_CHOICE:
    case VP_FIELD_CHOICES: generate_choice(g, field); break;
    case VP_FIELD_FLAG: output_put(&g->out, "true"); break;
    case VP_FIELD_INTEGER: generate_integer(g, field); break;
    case VP_FIELD_QUANTITY:
    case VP_FIELD_QUANTITIES: generate_quantity(g); break;
    case VP_FIELD_PERIOD: generate_period(g); break;
    case VP_FIELD_OBJECT:
    case VP_FIELD_LIST: break;
  }
}

static inline void generate_scalars(generator *g, const vp_field *field) {
  unsigned count = ++g->count % 5 == 0 ? 20 : g->count % 5;
  if (count < (unsigned)field->low) count = (unsigned)field->low;
  if (field->high > 0) count = (unsigned)field->high;
  output_put(&g->out, "[");
  for (unsigned i = 0; i < count; i++) {
    if (i > 0) output_put(&g->out, ",");
    generate_scalar(g, field);
  }
  output_put(&g->out, "]");
}

static inline void generate_element(generator *g, const vp_shape *shape, unsigned variant,
                                    int depth);

static inline void generate_value(generator *g, const vp_shape *shape, const vp_field *field,
                                  unsigned variant, int depth) {
  unsigned items = depth == 0 ? OUTER_ITEMS : INNER_ITEMS;
  switch (field->kind) {
    case VP_FIELD_TEXTS:
    case VP_FIELD_REFERENCES:
    case VP_FIELD_CHOICES:
    case VP_FIELD_QUANTITIES: generate_scalars(g, field); break;
    case VP_FIELD_OBJECT: generate_element(g, field->shape, variant, depth + 1); break;
    case VP_FIELD_LIST:
      output_put(&g->out, "[");
      for (unsigned i = 0; i < items; i++) {
        if (i > 0) output_put(&g->out, ",");
        generate_element(g, field->shape, i, depth + 1);
      }
      output_put(&g->out, "]");
      break;
    default:
      if (shape == &vp_plan_shape && strcmp(field->key, "format") == 0)
        output_put(&g->out, "\"" VP_PLAN_FORMAT "\"");
      else
        generate_scalar(g, field);
  }
}

/* variant says which of the fields that exclude one another stands. */
static inline void generate_element(generator *g, const vp_shape *shape, unsigned variant,
                                    int depth) {
  unsigned choices = 0, choice = 0;
  if (shape->shorthand && variant % 2 == 1) {
    g->count++;
    generate_id(g, "short");
    return;
  }
  for (size_t i = 0; i < shape->field_count; i++)
    choices += (shape->fields[i].flags & VP_FIELD_ONE_OF) != 0;
  output_put(&g->out, "{");
  for (size_t i = 0; i < shape->field_count; i++) {
    const vp_field *field = &shape->fields[i];
    if ((field->flags & VP_FIELD_ONE_OF) != 0 && choice++ != variant % choices) continue;
    output_put(&g->out, "\"");
    output_put(&g->out, field->key);
    output_put(&g->out, "\":");
    generate_value(g, shape, field, variant, depth);
    output_put(&g->out, ",");
  }
  output_put(&g->out, "\"x-own\":{\"a\":[1,true,null,\"\xC3\xA4\"]},\"x-\":0.10}");
}

/* The caller frees it. */
static inline char *generate_plan(void) {
  generator g = {.count = 0};
  generate_element(&g, &vp_plan_shape, 0, 0);
  return g.out.bytes;
}

#endif
