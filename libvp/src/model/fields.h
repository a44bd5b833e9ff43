/* How the fields of a struct are listed, for the files that describe shapes and for no others. */
#ifndef VP_MODEL_FIELDS_H
#define VP_MODEL_FIELDS_H

#include "model/plan.h"

#define FIELD(TYPE, MEMBER, KIND, FLAGS, ...)                                                    \
  {                                                                                              \
    .key = #MEMBER, .kind = VP_FIELD_##KIND, .flags = (FLAGS), .offset = offsetof(TYPE, MEMBER), \
    __VA_ARGS__                                                                                  \
  }
#define TEXT(TYPE, MEMBER, FLAGS) FIELD(TYPE, MEMBER, TEXT, FLAGS, .names = NULL)
#define TEXTS(TYPE, MEMBER, FLAGS) FIELD(TYPE, MEMBER, TEXTS, FLAGS, .names = NULL)
#define REFERENCE(TYPE, MEMBER, FLAGS) FIELD(TYPE, MEMBER, REFERENCE, FLAGS, .names = NULL)
#define REFERENCES(TYPE, MEMBER, FLAGS, LOW, HIGH) \
  FIELD(TYPE, MEMBER, REFERENCES, FLAGS, .low = (LOW), .high = (HIGH))
#define QUANTITY(TYPE, MEMBER, FLAGS) FIELD(TYPE, MEMBER, QUANTITY, FLAGS, .names = NULL)
#define NUMBER(TYPE, MEMBER, FLAGS, LOW, HIGH) \
  FIELD(TYPE, MEMBER, QUANTITY, FLAGS, .low = (LOW), .high = (HIGH))
#define QUANTITIES(TYPE, MEMBER, FLAGS, LOW, HIGH) \
  FIELD(TYPE, MEMBER, QUANTITIES, FLAGS, .low = (LOW), .high = (HIGH))
#define PERIOD(TYPE, MEMBER, FLAGS) FIELD(TYPE, MEMBER, PERIOD, FLAGS, .names = NULL)
#define FLAG(TYPE, MEMBER, FLAGS) FIELD(TYPE, MEMBER, FLAG, FLAGS, .names = NULL)
#define INTEGER(TYPE, MEMBER, FLAGS, LOW, HIGH) \
  FIELD(TYPE, MEMBER, INTEGER, FLAGS, .low = (LOW), .high = (HIGH))
#define CHOICE(TYPE, MEMBER, FLAGS, NAMES) FIELD(TYPE, MEMBER, CHOICE, FLAGS, .names = (NAMES))
#define CHOICES(TYPE, MEMBER, FLAGS, NAMES) FIELD(TYPE, MEMBER, CHOICES, FLAGS, .names = (NAMES))
#define OBJECT(TYPE, MEMBER, FLAGS, SHAPE) FIELD(TYPE, MEMBER, OBJECT, FLAGS, .shape = &(SHAPE))
#define LIST(TYPE, MEMBER, FLAGS, SHAPE) FIELD(TYPE, MEMBER, LIST, FLAGS, .shape = &(SHAPE))

#define ID(FLAGS) \
  { .key = "id", .kind = VP_FIELD_ID, .flags = (FLAGS), .offset = offsetof(vp_element, id) }
#define SOURCE                                                                        \
  {                                                                                   \
    .key = "source", .kind = VP_FIELD_OBJECT, .offset = offsetof(vp_element, source), \
    .shape = &vp_source_shape                                                         \
  }

#define SHAPE(NAME, TYPE)                                         \
  {                                                               \
    .name = #NAME, .size = sizeof(TYPE), .fields = NAME##_fields, \
    .field_count = sizeof NAME##_fields / sizeof *NAME##_fields   \
  }
#define DEFINE_SHAPE(NAME, TYPE) static const vp_shape NAME##_shape = SHAPE(NAME, TYPE)

enum { REQUIRED = VP_FIELD_REQUIRED, ONE_OF = VP_FIELD_ONE_OF };
enum { LOCAL = VP_FIELD_LOCAL, FIGURE = VP_FIELD_FIGURE };
enum { UNSIGNED = VP_FIELD_UNSIGNED, BLOCK = VP_FIELD_BLOCK };
enum { SCOPE = VP_FIELD_SCOPE, FILLED = VP_FIELD_FILLED };

#endif
