%typemap(in, numinputs=0) const vp_localize_options *options "$1 = NULL;"
%release_gil(vp_localize)
vp_status vp_localize(vp_localization **out, const vp_network *network,
                      const vp_localize_options *options, vp_error *error);

size_t vp_localization_fault_count(const vp_localization *localization);
%typemap(out) const vp_fault * "$result = vpy_fault($1);"
const vp_fault *vp_localization_fault(const vp_localization *localization, size_t index);
size_t vp_localization_gap_count(const vp_localization *localization);
%typemap(out) const vp_gap * "$result = vpy_gap($1);"
const vp_gap *vp_localization_gap(const vp_localization *localization, size_t index);
