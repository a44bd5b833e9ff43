%release_gil(vp_reconcile)
vp_status vp_reconcile(vp_reconciliation **out, const vp_plan *plan, vp_error *error);
const vp_network *vp_reconciliation_network(const vp_reconciliation *reconciliation);

size_t vp_network_cell_count(const vp_network *network);
%typemap(out) const vp_cell * "$result = vpy_cell($1, swig_obj[0]);"
const vp_cell *vp_network_cell(const vp_network *network, size_t index);
size_t vp_network_relation_count(const vp_network *network);
%typemap(out) const vp_relation * "$result = vpy_relation($1, swig_obj[0]);"
const vp_relation *vp_network_relation(const vp_network *network, size_t index);
