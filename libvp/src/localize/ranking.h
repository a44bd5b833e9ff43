/* The likeliest explanations of one fault. */
#ifndef VP_LOCALIZE_RANKING_H
#define VP_LOCALIZE_RANKING_H

#include "localize/graph.h"

enum { VP_RANKING_SIZE = 32 };

typedef struct vp_ranking {
  vp_explanation items[VP_RANKING_SIZE];
  size_t count;
  double least_left_off; /* the cost of the likeliest that had no room */
} vp_ranking;

void vp_ranking_clear(vp_ranking *ranking);

/* Whether something that costs at least so much has a place; if not, it is left off. */
bool vp_ranking_has_room(vp_ranking *ranking, double cost);

/* What costs as much may be passed over unseen, and counts as left off: it changes nothing. */
double vp_ranking_limit(vp_ranking *ranking);

/* Copies the corrections when they are likely enough. */
void vp_ranking_offer(vp_ranking *ranking, vp_graph *graph, const vp_correction *corrections,
                      size_t count, double cost);

/* Gives every item its rank. */
void vp_ranking_finish(vp_ranking *ranking);

/* Whether the first explanation is far likelier than any other, or than any of other cells. */
bool vp_ranking_is_decided(const vp_ranking *ranking);
bool vp_ranking_has_decided_cells(const vp_ranking *ranking);

#endif
