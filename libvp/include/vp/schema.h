/* The published JSON Schemas (draft 2020-12). Those of the plan file and of the baseline accept
 * exactly the documents that vp_plan_read and vp_baseline_read read; that of the profile accepts
 * besides what names a rule, a list or a field that there is not. */
#ifndef VP_SCHEMA_H
#define VP_SCHEMA_H

#include <vp/context.h>
#include <vp/sink.h>

#ifdef __cplusplus
extern "C" {
#endif

/* context NULL means malloc and free. */
VP_API vp_status vp_schema_write(const vp_context *context, const vp_sink *sink, vp_error *error);
VP_API vp_status vp_baseline_schema_write(const vp_context *context, const vp_sink *sink,
                                          vp_error *error);
VP_API vp_status vp_profile_schema_write(const vp_context *context, const vp_sink *sink,
                                         vp_error *error);

#ifdef __cplusplus
}
#endif

#endif
