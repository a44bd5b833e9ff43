/* One slip may break relations that share no cell: it is found when the faults have been explained
 * one by one. */
#ifndef VP_LOCALIZE_MERGE_H
#define VP_LOCALIZE_MERGE_H

#include "localize/cluster.h"

/* What one slip could explain of several clusters at once, against explaining each by its own.
 * Makes one cluster of them when that is as likely. */
void vp_merge(vp_clusters *clusters, vp_graph *graph, const uint32_t *group, size_t count,
              const vp_ranking *together);

/* Two cells of two clusters exchanged. */
void vp_merge_exchanges(vp_clusters *clusters, vp_graph *graph);

/* Two columns of a table exchanged. */
void vp_merge_columns(vp_clusters *clusters, vp_graph *graph);

/* A row left out, not counted or counted twice, or a subtotal added beside its parts. */
void vp_merge_rows(vp_clusters *clusters, vp_graph *graph);

#endif
