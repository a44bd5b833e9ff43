vp_status vp_schema_write(const vp_context *context, const vp_sink *sink, vp_error *error);
