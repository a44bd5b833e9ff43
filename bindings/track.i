%calls_python(vp_track_with, vp_tracking_free)
%rename(track) vp_track_with;
vp_status vp_track_with(vp_tracking **out, const vp_plan *plan, const vp_functions *functions,
                        vp_error *error);

size_t vp_tracking_count(const vp_tracking *tracking);
%typemap(out) const vp_indicator_track * "$result = vpy_indicator_track($1, swig_obj[0]);"
const vp_indicator_track *vp_tracking_indicator(const vp_tracking *tracking, size_t index);
