/* The published JSON Schema (draft 2020-12) of the plan file. It accepts exactly the documents that
 * vp_plan_read reads. */
#ifndef VP_SCHEMA_H
#define VP_SCHEMA_H

#include <vp/context.h>
#include <vp/sink.h>

#ifdef __cplusplus
extern "C" {
#endif

/* context NULL means malloc and free. */
VP_API vp_status vp_schema_write(const vp_context *context, const vp_sink *sink, vp_error *error);

#ifdef __cplusplus
}
#endif

#endif
