#include "json/reader.h"
#include "model/index.h"
#include "model/plan.h"

static vp_status read_plan(vp_plan *plan, const char *bytes, size_t length, vp_error *error) {
  vp_status status = vp_read_root(&plan->root, VP_PLAN_FORMAT, bytes, length, error);
  if (status != VP_OK) return status;
  plan->index = vp_index_new(plan);
  return plan->index != NULL ? VP_OK : vp_fail_memory(error);
}

vp_status vp_plan_read(vp_plan **out, const vp_context *context, const char *bytes, size_t length,
                       vp_error *error) {
  vp_plan *plan = vp_plan_alloc(vp_context_or_default(context));
  if (plan == NULL) return vp_fail_memory(error);
  vp_status status = read_plan(plan, bytes, length, error);
  if (status == VP_OK)
    *out = plan;
  else
    vp_plan_free(plan);
  return status;
}

const char *vp_plan_line(const vp_plan *plan, uint32_t line, size_t *length) {
  const vp_document *document = plan->root.document;
  if (document == NULL || line == 0 || line > document->line_count) return NULL;
  return vp_document_line(document, line, length);
}
