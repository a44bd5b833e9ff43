%release_gil(vp_plan_read)
vp_status vp_plan_read(vp_plan **out, const vp_context *context, const char *bytes, size_t length,
                       vp_error *error);

%release_gil(vp_plan_write)
vp_status vp_plan_write(const vp_plan *plan, const vp_sink *sink, vp_error *error);

const char *vp_plan_language(const vp_plan *plan);
const vp_element *vp_plan_root(const vp_plan *plan);
const vp_element *vp_plan_find(const vp_plan *plan, const char *id);
vp_period vp_period_parse(const char *text);
