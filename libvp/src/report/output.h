/* Writing through a sink, piece by piece. */
#ifndef VP_REPORT_OUTPUT_H
#define VP_REPORT_OUTPUT_H

#include <vp/sink.h>

#include "base/buffer.h"

typedef struct vp_output {
  vp_buffer buffer;
  const vp_sink *sink;
  bool refused;
} vp_output;

void vp_output_init(vp_output *output, const vp_context *context, const vp_sink *sink);

/* Hands what has gathered to the sink, once there is enough of it. */
void vp_output_flush(vp_output *output);

/* Hands over the rest, frees, and tells how it went. */
vp_status vp_output_close(vp_output *output, vp_error *error);

#endif
