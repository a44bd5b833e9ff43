#include "report/output.h"

enum { ENOUGH = 1 << 16 };

void vp_output_open(vp_output *output, const vp_report_file *files, size_t count,
                    const vp_sink *sink) {
  const vp_context *context = NULL;
  for (size_t i = count; i-- > 0;)
    if (files[i].report != NULL) context = vp_plan_context(vp_report_plan(files[i].report));
  *output = (vp_output){.sink = sink};
  vp_buffer_init(&output->buffer, vp_context_or_default(context));
}

static void hand_over(vp_output *output) {
  vp_buffer *buffer = &output->buffer;
  if (buffer->length == 0 || buffer->failed || output->refused) return;
  output->refused = output->sink->write(output->sink->user, buffer->bytes, buffer->length) != 0;
  vp_buffer_clear(buffer);
}

void vp_output_flush(vp_output *output) {
  if (output->buffer.length >= ENOUGH) hand_over(output);
}

vp_status vp_output_close(vp_output *output, vp_error *error) {
  hand_over(output);
  bool failed = output->buffer.failed;
  vp_buffer_free(&output->buffer);
  if (failed) return vp_fail_memory(error);
  if (output->refused) return vp_fail(error, VP_ERROR_WRITE, "the output could not be written");
  return VP_OK;
}
