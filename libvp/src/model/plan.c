#include "model/plan.h"

#include "base/error.h"

vp_plan *vp_plan_alloc(const vp_context *context) {
  vp_arena arena;
  vp_arena_init(&arena, context);
  vp_plan *plan = vp_arena_alloc(&arena, sizeof *plan);
  if (plan == NULL) return NULL;
  plan->base.shape = &vp_plan_shape;
  plan->context = context;
  plan->arena = arena;
  return plan;
}

void vp_plan_free(vp_plan *plan) {
  if (plan == NULL) return;
  vp_arena arena = plan->arena; /* the plan lies in it */
  vp_arena_free(&arena);
}

vp_element *vp_element_new(vp_plan *plan, const vp_shape *shape, vp_element *parent,
                           const vp_field *field) {
  vp_element *element = vp_arena_alloc(&plan->arena, shape->size);
  if (element == NULL) return NULL;
  element->shape = shape;
  element->parent = parent;
  element->field = field;
  return element;
}

vp_status vp_plan_require_complete(const vp_plan *plan, vp_error *error) {
  if (plan->index != NULL) return VP_OK;
  return vp_fail(error, VP_ERROR_ARGUMENT, "the plan was changed: call vp_plan_complete first");
}
