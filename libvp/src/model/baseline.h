/* The elements of a baseline as structs. Field by field they are described in baseline_shapes.c,
 * under the same names. */
#ifndef VP_MODEL_BASELINE_H
#define VP_MODEL_BASELINE_H

#include <vp/baseline.h>

#include "model/root.h"

#define VP_BASELINE_FORMAT "vp-baseline/1"

typedef struct vp_baseline_entry {
  vp_element base;
  const char *plan; /* its id */
  const char *rule;
  const char *fingerprint;
  const char *text_fingerprint;
  const char *path; /* this and the message are for who reads the file */
  const char *message;
  const char *reason;
  vp_period until; /* its last day belongs to it */
} vp_baseline_entry;

struct vp_baseline {
  vp_root root;
  const char *format;
  vp_elements accepted;
};

extern const vp_shape vp_baseline_shape;

/* An empty baseline; NULL when memory is out. */
vp_baseline *vp_baseline_alloc(const vp_context *context);

#endif
