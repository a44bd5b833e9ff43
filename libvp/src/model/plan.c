#include "model/plan.h"

#include "base/error.h"

vp_plan *vp_plan_alloc(const vp_context *context) {
  return (vp_plan *)vp_root_new(&vp_plan_shape, context);
}

void vp_plan_free(vp_plan *plan) {
  if (plan != NULL) vp_root_free(&plan->root);
}

vp_status vp_plan_require_complete(const vp_plan *plan, vp_error *error) {
  if (plan->index != NULL) return VP_OK;
  return vp_fail(error, VP_ERROR_ARGUMENT, "the plan was changed: call vp_plan_complete first");
}
