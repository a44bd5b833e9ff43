#include "model/baseline.h"

vp_baseline *vp_baseline_alloc(const vp_context *context) {
  return (vp_baseline *)vp_root_new(&vp_baseline_shape, context);
}

void vp_baseline_free(vp_baseline *baseline) {
  if (baseline != NULL) vp_root_free(&baseline->root);
}

const vp_element *vp_baseline_root(const vp_baseline *baseline) { return &baseline->root.base; }
