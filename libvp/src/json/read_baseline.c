#include "json/reader.h"
#include "model/baseline.h"

vp_status vp_baseline_read(vp_baseline **out, const vp_context *context, const char *bytes,
                           size_t length, vp_error *error) {
  vp_baseline *baseline = vp_baseline_alloc(vp_context_or_default(context));
  if (baseline == NULL) return vp_fail_memory(error);
  vp_status status = vp_read_root(&baseline->root, VP_BASELINE_FORMAT, bytes, length, error);
  if (status == VP_OK)
    *out = baseline;
  else
    vp_baseline_free(baseline);
  return status;
}
