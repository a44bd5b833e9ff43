vp_status vp_schema_write(const vp_context *context, const vp_sink *sink, vp_error *error);
vp_status vp_baseline_schema_write(const vp_context *context, const vp_sink *sink, vp_error *error);
vp_status vp_profile_schema_write(const vp_context *context, const vp_sink *sink, vp_error *error);
