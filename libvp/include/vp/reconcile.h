/* Does the budget add up? Every figure of a budget is a cell; every table, frame, tie and share is
 * a relation between cells (network.h), and each relation has a verdict. */
#ifndef VP_RECONCILE_H
#define VP_RECONCILE_H

#include <vp/network.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct vp_reconciliation vp_reconciliation;

/* The plan must outlive the result. VP_ERROR_RANGE when its tables have, or its sums add, more than
 * 4 194 304 figures. */
VP_API vp_status vp_reconcile(vp_reconciliation **out, const vp_plan *plan, vp_error *error);
VP_API void vp_reconciliation_free(vp_reconciliation *reconciliation); /* NULL is allowed */

VP_API const vp_plan *vp_reconciliation_plan(const vp_reconciliation *reconciliation);

/* Its network, judged. */
VP_API const vp_network *vp_reconciliation_network(const vp_reconciliation *reconciliation);

VP_API size_t vp_reconciliation_relation_count(const vp_reconciliation *reconciliation);
VP_API const vp_relation *vp_reconciliation_relation(const vp_reconciliation *reconciliation,
                                                     size_t index);
VP_API size_t vp_reconciliation_cell_count(const vp_reconciliation *reconciliation);
VP_API const vp_cell *vp_reconciliation_cell(const vp_reconciliation *reconciliation, size_t index);

#ifdef __cplusplus
}
#endif

#endif
