/* The fewest cells that could be wrong. */
#ifndef VP_LOCALIZE_SEARCH_H
#define VP_LOCALIZE_SEARCH_H

#include "localize/cluster.h"

/* Called for every set that is found. */
typedef void vp_set_found(void *user, const uint32_t *cells, size_t count);

/* Room for searches, one after the other. */
typedef struct vp_search {
  vp_graph *graph;
  const vp_clusters *clusters;
  uint32_t cluster;
  vp_set_found *found;
  void *user;
  size_t size; /* of the sets that are looked for */
  size_t found_count;
  uint32_t cells[VP_LOCALIZE_MAX_CELLS];
  size_t count;
  uint32_t *touched; /* by relation: links from the cells */
  size_t untouched;  /* relations of the cluster */
  size_t reach;      /* how many of them one cell may touch */
  bool *is_tried;    /* by cell: in the set, or in sets that were tried before */
  uint32_t *tried;
  size_t tried_count;
  bool was_stopped;
} vp_search;

void vp_search_init(vp_search *search, vp_graph *graph, const vp_clusters *clusters);

/* Finds all smallest sets of at most max_cells suspects such that new values of theirs satisfy
 * every relation that they stand in, and every relation of the cluster is among those. Returns
 * their size, or 0. */
size_t vp_search_run(vp_search *search, uint32_t cluster, size_t max_cells, vp_set_found *found,
                     void *user);

#endif
