/* Writing through a sink, piece by piece. */
#ifndef VP_REPORT_OUTPUT_H
#define VP_REPORT_OUTPUT_H

#include <vp/report.h>

#include "base/buffer.h"

typedef struct vp_output {
  vp_buffer buffer;
  const vp_sink *sink;
  bool refused;
} vp_output;

/* On the context of the first plan. */
void vp_output_open(vp_output *output, const vp_report_file *files, size_t count,
                    const vp_sink *sink);

/* Hands what has gathered to the sink, once there is enough of it. */
void vp_output_flush(vp_output *output);

/* Hands over the rest, frees, and tells how it went. */
vp_status vp_output_close(vp_output *output, vp_error *error);

#endif
