/* Violated relations that share a suspect are one fault, whatever explains it. */
#ifndef VP_LOCALIZE_CLUSTER_H
#define VP_LOCALIZE_CLUSTER_H

#include "localize/ranking.h"

typedef struct vp_cluster {
  uint32_t *relations;
  size_t relation_count;
  bool is_doubtful;
  bool is_absorbed; /* by another cluster */
  size_t set_size, set_count;
  vp_suspect *suspects; /* of the first sets, of which max_sets are listed */
  size_t suspect_capacity;
  bool was_stopped;
  vp_ranking ranking;
} vp_cluster;

typedef struct vp_clusters {
  vp_cluster **items; /* in the order of their first relations */
  size_t count;
  uint32_t *of_relation; /* by relation: its cluster plus one, or 0 */
  const vp_localize_options *options;
} vp_clusters;

/* Doubtful relations count where they share no suspect with an impossible one. */
void vp_clusters_find(vp_clusters *clusters, vp_graph *graph);

/* Makes one of two; the second is absorbed. What had been found is dropped. */
void vp_clusters_unite(vp_clusters *clusters, vp_graph *graph, uint32_t first, uint32_t second);

#endif
