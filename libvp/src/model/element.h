/* What every part of a plan is made of: elements with named fields. A shape lists the fields of one
 * kind of element once; reading, writing, the published schema, references and the public accessors
 * all follow it. */
#ifndef VP_MODEL_ELEMENT_H
#define VP_MODEL_ELEMENT_H

#include <vp/date.h>
#include <vp/plan.h>
#include <vp/quantity.h>

typedef struct vp_shape vp_shape;

typedef enum vp_field_kind {
  VP_FIELD_TEXT,       /* const char * */
  VP_FIELD_ID,         /* const char *: the element's own id */
  VP_FIELD_REFERENCE,  /* const char *: another element's id, or a figure's */
  VP_FIELD_CHOICE,     /* uint8_t: 0 for none, else 1 + the index in names */
  VP_FIELD_FLAG,       /* bool: only true is written */
  VP_FIELD_INTEGER,    /* vp_integer */
  VP_FIELD_QUANTITY,   /* vp_quantity */
  VP_FIELD_PERIOD,     /* vp_period */
  VP_FIELD_TEXTS,      /* vp_texts */
  VP_FIELD_REFERENCES, /* vp_texts */
  VP_FIELD_CHOICES,    /* vp_choices */
  VP_FIELD_QUANTITIES, /* vp_quantities */
  VP_FIELD_OBJECT,     /* vp_element *, of the field's shape */
  VP_FIELD_LIST        /* vp_elements, of the field's shape */
} vp_field_kind;

enum {
  VP_FIELD_REQUIRED = 1,
  VP_FIELD_ONE_OF = 2, /* exactly one of the fields with this flag is present */
  VP_FIELD_LOCAL = 4,  /* LIST: ids are unique in it; REFERENCES: to elements beside this one */
  VP_FIELD_FIGURE = 8, /* REFERENCE, REFERENCES: to a figure */
  VP_FIELD_UNSIGNED = 16,
  VP_FIELD_BLOCK = 32,  /* of references to figures: or to a block of them */
  VP_FIELD_SCOPE = 64,  /* REFERENCE: to an element of any kind, a figure or a block */
  VP_FIELD_FILLED = 128 /* TEXT: not empty */
  /* Local references and figures that are not UNSIGNED may have a leading '-'. */
};

typedef struct vp_field {
  const char *key;
  vp_field_kind kind;
  uint16_t flags;
  uint16_t offset;          /* in the element's struct */
  const vp_shape *shape;    /* of OBJECT and LIST */
  const char *const *names; /* of CHOICE and CHOICES; ends with NULL */
  const char *needs;        /* another field, without which this one may not stand; or NULL */
  int32_t low, high; /* of INTEGER; items of QUANTITIES and REFERENCES (high 0: any number); of a
                        QUANTITY that is a plain number between them (high 0: any quantity) */
} vp_field;

struct vp_shape {
  const char *name;
  size_t size;
  const vp_field *fields;
  size_t field_count;
  bool shorthand; /* a text alone stands for an element that has only this id */
};

/* An "x-…" key and its value, kept as the bytes that were read. */
typedef struct vp_extra {
  const char *key;
  const char *json;
  struct vp_extra *next;
} vp_extra;

struct vp_element {
  const vp_shape *shape;
  vp_element *parent;    /* NULL for the plan */
  const vp_field *field; /* of the parent, in which it stands */
  const char *id;        /* NULL for none */
  struct vp_source *source;
  vp_extra *extras;
  uint32_t index; /* in the parent's list */
  uint32_t token; /* of its value in the text it was read from */
};

typedef struct vp_integer {
  int32_t value;
  bool known;
} vp_integer;

typedef struct vp_texts {
  const char **items;
  size_t count;
  size_t capacity;
} vp_texts;

typedef struct vp_choices {
  uint8_t *items;
  size_t count;
  size_t capacity;
} vp_choices;

typedef struct vp_quantities {
  vp_quantity *items;
  size_t count;
  size_t capacity;
} vp_quantities;

typedef struct vp_elements {
  vp_element **items;
  size_t count;
  size_t capacity;
} vp_elements;

/* The element as the struct that its shape describes, whose first member it is. */
#define VP_AS(type, element) ((const type *)(const void *)(element))
#define VP_ITEM(type, list, i) VP_AS(type, (list).items[i])

const vp_field *vp_shape_field(const vp_shape *shape, const char *key, size_t length);

/* Where a field's value lies; the caller knows its type from the kind. */
const void *vp_element_value(const vp_element *element, const vp_field *field);
void *vp_element_slot(vp_element *element, const vp_field *field);

/* Whether a value was given, and how many items it has (1 for a scalar). */
bool vp_element_has(const vp_element *element, const vp_field *field);
size_t vp_element_items(const vp_element *element, const vp_field *field);

/* The i-th text of TEXT, ID, REFERENCE, TEXTS, REFERENCES, CHOICE and CHOICES; NULL for none. */
const char *vp_element_field_text(const vp_element *element, const vp_field *field, size_t i);

/* The i-th child of OBJECT and LIST. */
const vp_element *vp_element_field_child(const vp_element *element, const vp_field *field,
                                         size_t i);

/* Calls visit for the element and all below it, in the order of the plan. */
typedef void (*vp_visit)(const vp_element *element, void *user);
void vp_element_walk(const vp_element *element, vp_visit visit, void *user);

#endif
